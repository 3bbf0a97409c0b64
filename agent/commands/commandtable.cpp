// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/commandtable.h"

#include "agent/commands/collecting/collecting.h"
#include "agent/commands/comparing/comparing.h"
#include "agent/commands/examining/examining.h"

#include <algorithm>

namespace Sonde::Agent {

namespace Commands {

namespace {

/// The most volatile first.
Outcome collectAll(CommandContext &context)
{
    static constexpr const DeviceVerb *verbs[]{
        &Connections, &Processes, &Drivers, &Services, &Scheduledtasks, &Startupfolders, &Persistence};
    std::vector<CollectedVerb> collected;
    for (const DeviceVerb *one : verbs)
        collected.push_back({one->verb, one->run});
    return collect(context, collected);
}

} // namespace

// They have rooms of their own.
constinit const DeviceVerb Analyze{Verbs::Analyze, &analyze};
constinit const DeviceVerb Collect{Verbs::Collect, &collectAll};
constinit const DeviceVerb Scan{Verbs::Scan, &scan};
} // namespace Commands

namespace {

constexpr const DeviceVerb *DeviceVerbs[]{
    &Commands::Analyze,
    &Commands::Cd,
    &Commands::Collect,
    &Commands::Connect,
    &Commands::Connections,
    &Commands::Dir,
    &Commands::Drivers,
    &Commands::Fileinfo,
    &Commands::Findfile,
    &Commands::Getfile,
    &Commands::Isolate,
    &Commands::Persistence,
    &Commands::Processes,
    &Commands::Putfile,
    &Commands::Release,
    &Commands::Remediate,
    &Commands::Run,
    &Commands::Scan,
    &Commands::Scheduledtasks,
    &Commands::Services,
    &Commands::Startupfolders,
    &Commands::Undo,
};

} // namespace

const DeviceVerb *findCommand(QStringView verb)
{
    const auto found =
        std::ranges::find_if(DeviceVerbs, [verb](const DeviceVerb *one) { return verb == one->verb.name; });
    return found == std::end(DeviceVerbs) ? nullptr : *found;
}

Outcome runCommand(const DeviceVerb &verb, CommandContext &context)
{
    return comparesWithBaseline(context) ? compareWithBaseline(context, verb.run) : verb.run(context);
}

} // namespace Sonde::Agent
