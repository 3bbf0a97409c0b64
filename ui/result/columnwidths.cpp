// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/columnwidths.h"

#include <algorithm>

namespace Sonde::Client {

namespace {

int widthAt(const ColumnNeed &column, int level)
{
    return std::clamp(level, std::min(column.least, column.whole), column.whole);
}

int sumAt(const QList<ColumnNeed> &columns, int level)
{
    int sum = 0;
    for (const ColumnNeed &column : columns)
        sum += widthAt(column, level);
    return sum;
}

} // namespace

QList<int> sharedWidths(const QList<ColumnNeed> &columns, int room)
{
    // The level that water would have: no column is filled higher than its whole, none lower than its least.
    int level = 0;
    int high = 0;
    for (const ColumnNeed &column : columns)
        high = std::max(high, column.whole);
    while (level < high) {
        const int middle = level + (high - level + 1) / 2;
        if (sumAt(columns, middle) <= room)
            level = middle;
        else
            high = middle - 1;
    }
    QList<int> widths;
    for (const ColumnNeed &column : columns)
        widths += widthAt(column, level);
    return widths;
}

} // namespace Sonde::Client
