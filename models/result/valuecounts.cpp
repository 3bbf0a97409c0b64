// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/valuecounts.h"

#include "models/result/cellformat.h"

#include <unordered_map>

namespace Sonde::Client {

std::vector<ValueCount> valueCounts(const ResultSnapshot &rows, int column, int most)
{
    struct Seen {
        int row = 0;
        int count = 0;
    };
    struct Hash {
        size_t operator()(QByteArrayView text) const { return qHash(text); }
    };
    std::unordered_map<QByteArrayView, Seen, Hash> seen;
    const auto parts = rows.index(column);
    for (const auto &part : parts) {
        for (int row = 0; row < part.index->rowCount(); ++row) {
            ++seen.try_emplace(part.index->folded(row), Seen{part.first + row, 0}).first->second.count;
            if (seen.size() > size_t(most))
                return {};
        }
    }
    std::vector<std::pair<int, ValueCount>> found;
    for (const auto &[text, one] : seen) {
        const QString value = column == rows.extraColumn()
            ? QString::fromUtf8(text)
            : readableText(rows.cell(one.row, column), rows.command().columns.at(column).type);
        found.push_back({one.row, {value, one.count}});
    }
    std::ranges::sort(found, [](const auto &left, const auto &right) {
        return left.second.count != right.second.count ? left.second.count > right.second.count
                                                       : left.first < right.first;
    });
    std::vector<ValueCount> counts;
    counts.reserve(found.size());
    for (auto &[row, count] : found)
        counts.push_back(std::move(count));
    return counts;
}

} // namespace Sonde::Client
