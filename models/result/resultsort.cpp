// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultsort.h"

#include "transport/threads/sharework.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace Sonde::Client {

namespace {

using Rank = ColumnIndex::Rank;

constexpr size_t WorthSharing = 8192; ///< rows; fewer are sorted sooner by one thread

/// A cell as it is compared: what decides nearly always lies side by side, the text elsewhere.
struct Entry {
    quint64 high;
    quint64 low;
    const char *text;
    quint32 size;
    Rank rank;
    int place; ///< among the rows that are sorted
};

/// Negative, zero, positive; cells of one rank.
int compareValues(const Entry &left, const Entry &right)
{
    if (left.high != right.high)
        return left.high < right.high ? -1 : 1;
    if (left.low != right.low)
        return left.low < right.low ? -1 : 1;
    if (left.rank == Rank::Number)
        return 0;
    const int order = std::memcmp(left.text, right.text, std::min(left.size, right.size));
    return order != 0 ? order : int(left.size > right.size) - int(left.size < right.size);
}

int compare(const Entry &left, const Entry &right, bool descending)
{
    if (left.rank == right.rank)
        return left.rank == Rank::Null ? 0 : descending ? compareValues(right, left) : compareValues(left, right);
    if (left.rank == Rank::Null || right.rank == Rank::Null)
        return left.rank == Rank::Null ? 1 : -1;
    return (left.rank < right.rank) != descending ? -1 : 1;
}

std::vector<Entry> entriesOf(const ResultSnapshot &rows, const std::vector<int> &which, int column)
{
    const auto parts = rows.index(column);
    std::vector<Entry> entries;
    entries.reserve(which.size());
    size_t part = 0;
    for (size_t i = 0; i < which.size(); ++i) {
        const int row = which[i];
        const auto holds = [&](size_t one) {
            return row >= parts[one].first && row < parts[one].first + parts[one].index->rowCount();
        };
        if (!holds(part)) // rows come in runs
            part =
                size_t(std::ranges::upper_bound(parts, row, {}, &ResultSnapshot::IndexPart::first) - parts.begin()) - 1;
        const ColumnIndex &index = *parts[part].index;
        const ColumnIndex::Key &key = index.key(row - parts[part].first);
        entries.push_back({key.high, key.low, index.exact(row - parts[part].first).data(), key.size, key.rank, int(i)});
    }
    return entries;
}

/// Runs of about the same length are sorted at once and then merged.
template<typename Less>
void sortShared(std::vector<Entry> &entries, Less less)
{
    const size_t threads = entries.size() < WorthSharing ? 1 : size_t(std::clamp(QThread::idealThreadCount(), 1, 8));
    const size_t length = (entries.size() + threads - 1) / threads;
    std::vector<std::span<Entry>> runs;
    for (size_t start = 0; start < entries.size(); start += length)
        runs.push_back(std::span(entries).subspan(start, std::min(length, entries.size() - start)));
    shareWork(runs.size(), [&](size_t number) { std::ranges::sort(runs[number], less); });
    for (size_t merged = length; merged < entries.size(); merged += length) {
        const auto middle = entries.begin() + qsizetype(merged);
        std::inplace_merge(
            entries.begin(), middle, middle + qsizetype(std::min(length, entries.size() - merged)), less);
    }
}

} // namespace

std::vector<int> sortedRows(const ResultSnapshot &rows, std::vector<int> which, const QList<SortColumn> &by)
{
    if (by.isEmpty() || which.size() < 2)
        return which;
    std::vector<Entry> first = entriesOf(rows, which, by.first().column);
    std::vector<std::vector<Entry>> further; // in the order of `which`
    for (const SortColumn &next : by.sliced(1))
        further.push_back(entriesOf(rows, which, next.column));

    const bool descending = by.first().order == Qt::DescendingOrder;
    sortShared(first, [&](const Entry &left, const Entry &right) {
        if (const int order = compare(left, right, descending))
            return order < 0;
        for (size_t i = 0; i < further.size(); ++i) {
            const std::vector<Entry> &next = further[i];
            const bool down = by.at(qsizetype(i) + 1).order == Qt::DescendingOrder;
            if (const int order = compare(next[size_t(left.place)], next[size_t(right.place)], down))
                return order < 0;
        }
        return left.place < right.place;
    });
    std::vector<int> sorted;
    sorted.reserve(which.size());
    for (const Entry &entry : first)
        sorted.push_back(which[size_t(entry.place)]);
    return sorted;
}

std::vector<int> sortedRows(const ResultSnapshot &rows, const QList<SortColumn> &by)
{
    std::vector<int> all(size_t(rows.rowCount()));
    std::iota(all.begin(), all.end(), 0);
    return sortedRows(rows, std::move(all), by);
}

} // namespace Sonde::Client
