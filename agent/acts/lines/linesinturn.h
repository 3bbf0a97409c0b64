// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"

namespace Sonde::Agent {

/// A step, and what is kept to take it back.
struct PlannedLine {
    ActStep step;
    QCborMap kept;
};
/// Several lines of one file, the last one first, as steps of which each begins where the one before has ended. FactsChanged.
[[nodiscard]] Result<std::vector<PlannedLine>> linesInTurn(const std::vector<ActStep> &steps);

} // namespace Sonde::Agent
