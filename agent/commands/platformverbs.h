// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/commands/deviceverb.h"

#include <span>

namespace Sonde::Agent {

/// The verbs that only this platform's agent has.
[[nodiscard]] std::span<const DeviceVerb *const> platformVerbs();

} // namespace Sonde::Agent
