// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/lines/linesinturn.h"

namespace Sonde::Agent {

/// Nothing is started by a line of a file here.
Result<std::vector<PlannedLine>> linesInTurn(const std::vector<ActStep> &)
{
    return fail(ErrorCode::NotSupported);
}

} // namespace Sonde::Agent
