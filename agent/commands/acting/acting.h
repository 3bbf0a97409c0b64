// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

/// `isolate`: off the network, but for this device's service.
[[nodiscard]] Outcome isolate(CommandContext &context);
/// `release`: on the network again.
[[nodiscard]] Outcome release(CommandContext &context);
/// `remediate`: one thing or several, by a plan.
[[nodiscard]] Outcome remediate(CommandContext &context);
/// `undo`: what an act did is taken back.
[[nodiscard]] Outcome undo(CommandContext &context);

} // namespace Sonde::Agent
