// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

using CommandFunction = Outcome (*)(CommandContext &);

/// What this agent can do: one function per verb, in commands/<verb>.cpp; nullptr for a verb it has none for.
[[nodiscard]] CommandFunction findCommand(QStringView verb);

} // namespace Sonde::Agent
