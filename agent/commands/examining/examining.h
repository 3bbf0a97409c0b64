// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

/// `analyze`: one file or process, by everything there is to know of it.
[[nodiscard]] Outcome analyze(CommandContext &context);
/// `scan`: many files, by their content.
[[nodiscard]] Outcome scan(CommandContext &context);

} // namespace Sonde::Agent
