// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/commandtable.h"

#include "agent/commands/comparing/comparing.h"
#include "agent/commands/platformverbs.h"

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
    return comparesWithBaseline(context) ? compareWithBaseline(context, verb.run) : verb.run(context);
}

} // namespace Sonde::Agent
