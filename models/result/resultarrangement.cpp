// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultarrangement.h"

#include "models/result/resulttree.h"

#include <algorithm>
#include <numeric>

namespace Sonde::Client {

namespace {

using Lines = std::vector<ResultLine>;

std::vector<char> wanted(const ResultSnapshot &rows, const Arrangement &wish)
{
    std::vector<char> wanted = wish.filter.accepted(rows, wish.searched);
    if (!wish.onlyChanges)
        return wanted;
    for (const auto &part : rows.index(rows.extraColumn())) {
        for (int row = 0; row < part.index->rowCount(); ++row)
            wanted[size_t(part.first + row)] &= char(part.index->key(row).rank != ColumnIndex::Rank::Null);
    }
    return wanted;
}

std::vector<int> rowsIn(const std::vector<char> &wanted)
{
    std::vector<int> rows;
    for (int row = 0; row < int(wanted.size()); ++row) {
        if (wanted[size_t(row)])
            rows.push_back(row);
    }
    return rows;
}

Lines flat(const std::vector<int> &rows)
{
    Lines lines;
    lines.reserve(rows.size());
    for (const int row : rows)
        lines.push_back({.row = row});
    return lines;
}

// ---- groups

/// Says of two rows whether they have the same value in a column.
class SameValue final
{
public:
    SameValue(const ResultSnapshot &rows, int column)
        : m_parts(rows.index(column))
    {
    }

    [[nodiscard]] bool operator()(int one, int other) const
    {
        const auto [oneKey, oneText] = at(one);
        const auto [otherKey, otherText] = at(other);
        if (oneKey->rank != otherKey->rank)
            return false;
        return oneKey->rank == ColumnIndex::Rank::Number
            ? oneKey->high == otherKey->high && oneKey->low == otherKey->low
            : oneText == otherText;
    }

private:
    [[nodiscard]] std::pair<const ColumnIndex::Key *, QByteArrayView> at(int row) const
    {
        const auto &part = *(std::ranges::upper_bound(m_parts, row, {}, &ResultSnapshot::IndexPart::first) - 1);
        return {&part.index->key(row - part.first), part.index->exact(row - part.first)};
    }

    std::vector<ResultSnapshot::IndexPart> m_parts;
};

Lines grouped(const ResultSnapshot &rows, std::vector<int> which, const Arrangement &wish)
{
    // The groups' order is the column's, whichever way it is sorted; inside them the other columns'.
    QList<SortColumn> by = wish.sort;
    const auto own = std::ranges::find(by, wish.groupBy, &SortColumn::column);
    const SortColumn first = own == by.end() ? SortColumn{wish.groupBy, Qt::AscendingOrder} : *own;
    by.removeIf([&](const SortColumn &one) { return one.column == wish.groupBy; });
    by.prepend(first);
    which = sortedRows(rows, std::move(which), by);

    const SameValue same(rows, wish.groupBy);
    Lines lines;
    lines.reserve(which.size() + 16);
    size_t head = 0;
    for (const int row : which) {
        if (lines.empty() || !same(lines[head].row, row)) {
            head = lines.size();
            lines.push_back({.row = row, .group = true});
        }
        ResultLine &group = lines[head];
        group.row = std::min(group.row, row); // whatever the order, a group goes by the same row
        ++group.below;
        lines.push_back({.row = row, .depth = 1});
    }
    return lines;
}

// ---- trees

class Tree final
{
public:
    Tree(const ResultSnapshot &rows, const Arrangement &wish, const std::vector<char> &wanted)
        : m_wanted(wanted)
        , m_parents(parentRows(rows))
        , m_kept(wanted)
        , m_children(wanted.size())
        , m_done(wanted.size(), 0)
    {
        keepAncestors();
        const std::vector<int> order = sortedRows(rows, rowsIn(m_kept), wish.sort);
        m_lines.reserve(order.size());
        for (const int row : order) {
            if (const int parent = m_parents[size_t(row)]; parent >= 0)
                m_children[size_t(parent)].push_back(row);
        }
        for (const int row : order) {
            if (m_parents[size_t(row)] < 0)
                add(row);
        }
        // Whoever is his own ancestor, as only a lying device says, still is shown.
        for (const int row : order)
            add(row);
    }

    [[nodiscard]] Lines take() { return std::move(m_lines); }

private:
    void keepAncestors()
    {
        for (int row = 0; row < int(m_wanted.size()); ++row) {
            if (!m_wanted[size_t(row)])
                continue;
            for (int up = m_parents[size_t(row)]; up >= 0 && !m_kept[size_t(up)]; up = m_parents[size_t(up)])
                m_kept[size_t(up)] = 1;
        }
    }

    /// A row and everything under it. Not by recursion: a device may send a chain as long as it likes.
    void add(int root)
    {
        struct Open {
            int row;
            size_t line;
            size_t next = 0;
        };
        if (m_done[size_t(root)])
            return;
        std::vector<Open> open;
        const auto enter = [&](int row) {
            m_done[size_t(row)] = 1;
            constexpr size_t deepest = 200;
            m_lines.push_back(
                {.row = row, .depth = quint16(std::min(open.size(), deepest)), .context = !m_wanted[size_t(row)]});
            open.push_back({row, m_lines.size() - 1});
        };
        enter(root);
        while (!open.empty()) {
            Open &top = open.back();
            const std::vector<int> &children = m_children[size_t(top.row)];
            if (top.next == children.size()) {
                m_lines[top.line].below = int(m_lines.size() - top.line) - 1;
                open.pop_back();
            } else if (const int child = children[top.next++]; !m_done[size_t(child)]) {
                enter(child);
            }
        }
    }

    const std::vector<char> &m_wanted;
    std::vector<int> m_parents;
    std::vector<char> m_kept;
    std::vector<std::vector<int>> m_children;
    std::vector<char> m_done;
    Lines m_lines;
};

} // namespace

std::vector<ResultLine> arranged(const ResultSnapshot &rows, const Arrangement &wish)
{
    const std::vector<char> accepted = wanted(rows, wish);
    if (wish.groupBy >= 0)
        return grouped(rows, rowsIn(accepted), wish);
    if (wish.tree)
        return Tree(rows, wish, accepted).take();
    return flat(sortedRows(rows, rowsIn(accepted), wish.sort));
}

} // namespace Sonde::Client
