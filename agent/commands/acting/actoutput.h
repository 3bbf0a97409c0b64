// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/acts.h"
#include "agent/command/command.h"

/// What `remediate` and `undo` have in common.
namespace Sonde::Agent {

/// Does it, and says what came of it: the command has failed when not all of it was done. A line that only asks for the plan gets that.
/// PlanChanged: another plan was approved.
[[nodiscard]] Outcome carryOut(CommandContext &context, const PlannedAct &act);
/// The command was given to the agent before it was restarted: says what the ledger knows. Nothing is done again.
[[nodiscard]] Outcome tellAgain(CommandContext &context);
/// A row for each act of this device.
[[nodiscard]] Outcome listActs(CommandContext &context);

} // namespace Sonde::Agent
