// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/commands/deviceverb.h"

namespace Sonde::Agent {

/// What this agent can do: one object per verb; nullptr for a verb it has none for.
[[nodiscard]] const DeviceVerb *findCommand(QStringView verb);
/// Does what the context's order says, all of it or what differs from a baseline.
[[nodiscard]] Outcome runCommand(const DeviceVerb &verb, CommandContext &context);

} // namespace Sonde::Agent
