// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultfilter.h"
#include "models/result/resultsort.h"

namespace Sonde::Client {

/// How an analyst wants to see the rows of a result.
struct Arrangement {
    ResultFilter filter;
    QList<int> searched;      ///< columns a filter's plain words are looked for in
    bool onlyChanges = false; ///< of a comparison: not what is as it was
    QList<SortColumn> sort;   ///< empty: as the device sent them
    int groupBy = -1;         ///< a column; -1: not grouped
    bool tree = false;        ///< each process under the one that started it; not when grouped

    /// All rows, as they came.
    [[nodiscard]] bool isPlain() const
    {
        return filter.isEmpty() && !onlyChanges && sort.isEmpty() && groupBy < 0 && !tree;
    }
};

/// One line of what is shown: a row, or the head of a group of them.
struct ResultLine {
    int row = 0;   ///< of a group: one of its rows, which has the group's value
    int below = 0; ///< how many of the next lines belong to this one
    quint16 depth = 0;
    bool group = false;
    bool context = false; ///< not itself what the filter asks for, but above a row that is

    bool operator==(const ResultLine &) const = default;
};

/// The lines to show. Pure; call it on any thread.
[[nodiscard]] std::vector<ResultLine> arranged(const ResultSnapshot &rows, const Arrangement &wish);

} // namespace Sonde::Client
