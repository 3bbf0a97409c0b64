// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

namespace Sonde::Client {

struct SortColumn {
    int column = 0; ///< of the command
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const SortColumn &) const = default;
};

/// `rows` by their cells in the first of the columns, those that are equal by the next, and so on: numbers by value, then addresses by
/// number, then texts folded; nulls come last whichever way. Rows that are equal keep their order. Pure; call it on any thread.
[[nodiscard]] std::vector<int> sortedRows(
    const ResultSnapshot &rows, std::vector<int> which, const QList<SortColumn> &by);
/// All rows.
[[nodiscard]] std::vector<int> sortedRows(const ResultSnapshot &rows, const QList<SortColumn> &by);

} // namespace Sonde::Client
