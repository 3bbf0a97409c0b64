// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/platformverbs.h"

namespace Sonde::Agent {

std::span<const DeviceVerb *const> platformVerbs()
{
    static constexpr const DeviceVerb *verbs[]{
        &Commands::Registry,
    };
    return verbs;
}

} // namespace Sonde::Agent
