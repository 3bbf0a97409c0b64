// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/baseline/baseline.h"
#include "protocol/command/rows.h"

#include <stop_token>

namespace Sonde::Agent {

/// The rows that differ, each with a cell more for what became of it ("new", "changed", "gone") and one for what it was. Which rows are about
/// the same thing, and what of it is compared, is said by the catalogue (CommandSpec::lasting and compared). How many of the same kind there
/// are is no difference.
/// `isWhole`: the rows are all that there are, so what is not among them is gone. None when `stop` asks meanwhile.
[[nodiscard]] std::vector<QCborArray> differences(const CommandSpec &command, const std::vector<QCborArray> &now,
    const Baseline &before, bool isWhole, const std::stop_token &stop = {});

} // namespace Sonde::Agent
