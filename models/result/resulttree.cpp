// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resulttree.h"

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// A column's cells by row, whatever part they are in.
class Cells final
{
public:
    Cells(const ResultSnapshot &rows, QStringView id)
    {
        m_keys.reserve(size_t(rows.rowCount()));
        for (const auto &part : rows.index(int(rows.command().columnIndex(id)))) {
            for (int row = 0; row < part.index->rowCount(); ++row)
                m_keys.emplace_back(&part.index->key(row), part.index->folded(row));
        }
    }

    /// As it orders: the same for the same number.
    [[nodiscard]] std::optional<quint64> number(int row) const
    {
        const ColumnIndex::Key &key = *m_keys[size_t(row)].first;
        return key.rank == ColumnIndex::Rank::Number ? std::optional(key.low) : std::nullopt;
    }
    [[nodiscard]] QByteArrayView text(int row) const { return m_keys[size_t(row)].second; }

private:
    std::vector<std::pair<const ColumnIndex::Key *, QByteArrayView>> m_keys;
};

} // namespace

bool hasTree(const CommandSpec &command)
{
    const auto has = [&command](QStringView id) { return command.columnIndex(id) >= 0; };
    return !command.singleRow && has(u"pid") && has(u"parent_id") && has(u"creation_time");
}

std::vector<int> parentRows(const ResultSnapshot &rows)
{
    const Cells pids(rows, u"pid");
    const Cells parents(rows, u"parent_id");
    const Cells times(rows, u"creation_time");
    std::unordered_multimap<quint64, int> rowsOf;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (const auto pid = pids.number(row))
            rowsOf.emplace(*pid, row);
    }
    std::vector<int> found(size_t(rows.rowCount()), -1);
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto parent = parents.number(row);
        if (!parent)
            continue;
        const auto [first, last] = rowsOf.equal_range(*parent);
        for (auto one = first; one != last; ++one) {
            const int candidate = one->second;
            const bool began = times.text(candidate).isEmpty() || times.text(row).isEmpty()
                || times.text(candidate) <= times.text(row);
            int &best = found[size_t(row)];
            if (candidate != row && began && (best < 0 || times.text(best) < times.text(candidate)))
                best = candidate;
        }
    }
    return found;
}

} // namespace Sonde::Client
