// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resultexport.h"

namespace Sonde {

/// The order of `rows` by their cell in `column`: numbers by value, then addresses by number, texts folded, everything else by its
/// text; rows that are equal keep their order, nulls come last whichever way. Pure; call it on any thread.
[[nodiscard]] std::vector<int> sortedRows(const ResultRows &rows, int column, ValueType type, Qt::SortOrder order);

} // namespace Sonde
