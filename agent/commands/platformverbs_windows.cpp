// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/platformverbs.h"

#include "agent/commands/acting/acting.h"

namespace Sonde::Agent {

namespace Commands {

// They have a room of their own.
constinit const DeviceVerb Remediate{Verbs::Remediate, &remediate};
constinit const DeviceVerb Undo{Verbs::Undo, &undo};

} // namespace Commands

std::span<const DeviceVerb *const> platformVerbs()
{
    static constexpr const DeviceVerb *verbs[]{
        &Commands::Registry,
        &Commands::Remediate,
        &Commands::Undo,
    };
    return verbs;
}

} // namespace Sonde::Agent
