// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/editdistance.h"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <vector>

namespace Sonde {

namespace {

constexpr qsizetype MostNames = 3;

int editDistance(QStringView a, QStringView b)
{
    std::vector<int> beforeLast;
    std::vector<int> last(size_t(b.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<int> row(last.size());
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto column = size_t(j);
            row[column + 1] = std::min({last[column + 1] + 1, row[column] + 1, last[column] + (a[i] != b[j])});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                row[column + 1] = std::min(row[column + 1], beforeLast[column - 1] + 1);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

} // namespace

int typingDistance(const QString &typed, const QString &name)
{
    return typed.size() > 1 && name.startsWith(typed) ? 1 : editDistance(typed, name);
}

int nearDistance(const QString &typed)
{
    return typed.size() <= 3 ? 1 : typed.size() <= 6 ? 2 : 3;
}

QStringList nearestNames(const QString &typed, const QStringList &names)
{
    const QString wanted = typed.toCaseFolded();
    std::vector<std::pair<int, QString>> near;
    for (const QString &name : names) {
        if (const int distance = typingDistance(wanted, name.toCaseFolded()); distance <= nearDistance(wanted))
            near.emplace_back(distance, name);
    }
    std::ranges::sort(near);
    QStringList nearest;
    for (const auto &[distance, name] : near | std::views::take(MostNames))
        nearest << name;
    return nearest;
}

} // namespace Sonde
