// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/commandtable.h"

#include "agent/commands/comparing/comparing.h"
#include "agent/commands/platformverbs.h"
#include "protocol/base/reason.h"

#include <algorithm>

namespace Sonde::Agent {

namespace {

/// Of every platform.
constexpr const DeviceVerb *DeviceVerbs[]{
    &Commands::Cd,
    &Commands::Connect,
    &Commands::Connections,
    &Commands::Dir,
    &Commands::Drivers,
    &Commands::Fileinfo,
    &Commands::Findfile,
    &Commands::Getfile,
    &Commands::Persistence,
    &Commands::Processes,
    &Commands::Putfile,
    &Commands::Run,
    &Commands::Scheduledtasks,
    &Commands::Services,
    &Commands::Startupfolders,
};

/// Whoever typed a pattern did not mistype a path.
void explainPattern(Error &failure, const QString &verb)
{
    const bool isPattern = failure.subject.contains(u'*') || failure.subject.contains(u'?');
    const bool isPlain = failure.code == ErrorCode::NotFound && failure.facts.text(Fact::Target).isEmpty();
    if (isPattern && isPlain && verb != Verbs::Findfile.name)
        failure = errorBecause(verb == Verbs::Getfile.name ? Reason::NothingMatches : Reason::TakesNoPattern,
            failure.code, failure.subject);
}

} // namespace

const DeviceVerb *findCommand(QStringView verb)
{
    const auto in = [verb](std::span<const DeviceVerb *const> verbs) -> const DeviceVerb * {
        const auto found =
            std::ranges::find_if(verbs, [verb](const DeviceVerb *one) { return verb == one->verb.name; });
        return found == verbs.end() ? nullptr : *found;
    };
    const DeviceVerb *found = in(DeviceVerbs);
    return found ? found : in(platformVerbs());
}

Outcome runCommand(const DeviceVerb &verb, CommandContext &context)
{
    Outcome outcome = comparesWithBaseline(context) ? compareWithBaseline(context, verb.run) : verb.run(context);
    if (outcome.failure)
        explainPattern(*outcome.failure, context.invocation().verb);
    return outcome;
}

} // namespace Sonde::Agent
