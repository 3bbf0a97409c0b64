// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/commands/deviceverb.h"

namespace Sonde::Agent {

/// What this agent can do: one object per verb; nullptr for a verb it has none for.
[[nodiscard]] const DeviceVerb *findCommand(QStringView verb);

} // namespace Sonde::Agent
