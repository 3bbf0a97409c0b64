// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/platformverbs.h"

#include "agent/commands/acting/acting.h"
#include "agent/commands/collecting/collecting.h"
#include "agent/commands/examining/examining.h"

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
constinit const DeviceVerb Isolate{Verbs::Isolate, &isolate};
constinit const DeviceVerb Release{Verbs::Release, &release};
constinit const DeviceVerb Remediate{Verbs::Remediate, &remediate};
constinit const DeviceVerb Scan{Verbs::Scan, &scan};
constinit const DeviceVerb Undo{Verbs::Undo, &undo};
} // namespace Commands

std::span<const DeviceVerb *const> platformVerbs()
{
    static constexpr const DeviceVerb *verbs[]{
        &Commands::Analyze,
        &Commands::Collect,
        &Commands::Isolate,
        &Commands::Release,
        &Commands::Remediate,
        &Commands::Scan,
        &Commands::Undo,
    };
    return verbs;
}

} // namespace Sonde::Agent
