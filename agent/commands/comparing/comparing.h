// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

/// The command wants to know what differs from a baseline.
[[nodiscard]] bool comparesWithBaseline(const CommandContext &context);

/// Does what `run` does, and adds only the rows that differ from the baseline which came with the order. BaselineMalformed, and why it did
/// not come.
[[nodiscard]] Outcome compareWithBaseline(CommandContext &context, Outcome (*run)(CommandContext &context));

} // namespace Sonde::Agent
