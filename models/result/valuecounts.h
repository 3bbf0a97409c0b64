// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"

namespace Sonde::Client {

/// A value that occurs in a column, and how often.
struct ValueCount {
    QString text; ///< as a filter's `column=` takes it; empty: no value
    int count = 0;

    bool operator==(const ValueCount &) const = default;
};

/// The values of a column, most frequent first; nothing when there are more than `most` different ones. Pure; call it on any thread.
[[nodiscard]] std::vector<ValueCount> valueCounts(const ResultSnapshot &rows, int column, int most);

} // namespace Sonde::Client
