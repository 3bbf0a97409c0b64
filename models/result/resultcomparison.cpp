// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultcomparison.h"

#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Parts = std::vector<ResultSnapshot::IndexPart>;

/// The columns that say which thing a row is about, as indexes.
QList<int> identityColumns(const CommandSpec &command)
{
    QList<int> columns;
    for (const QString &id : command.identity)
        columns += int(command.columnIndex(id));
    return columns;
}

/// One number for each row: the same for rows about the same thing, and for few others.
std::vector<size_t> identities(const ResultSnapshot &rows)
{
    std::vector<size_t> numbers(size_t(rows.rowCount()), 0);
    for (const int column : identityColumns(rows.command())) {
        for (const auto &part : rows.index(column)) {
            for (int row = 0; row < part.index->rowCount(); ++row)
                numbers[size_t(part.first + row)] = qHash(part.index->exact(row), numbers[size_t(part.first + row)]);
        }
    }
    return numbers;
}

} // namespace

ResultComparison::ResultComparison(const ResultSnapshot &now, const ResultSnapshot &earlier)
    : m_earlier(earlier)
    , m_rows(now)
    , m_nowCount(now.rowCount())
    , m_changes(size_t(now.rowCount()))
{
    pair(now);
    for (const Row &row : m_changes)
        ++m_counts[size_t(row.change)];
    m_rows.setExtra(
        std::make_shared<ColumnIndex>(int(m_changes.size()), [this](int row) { return word(change(row)); }));
}

void ResultComparison::pair(const ResultSnapshot &now)
{
    const QList<int> identity = identityColumns(now.command());
    const std::vector<size_t> before = identities(m_earlier);
    std::unordered_multimap<size_t, int> waiting; // earlier rows nobody has claimed
    for (int row = m_earlier.rowCount() - 1; row >= 0; --row)
        waiting.emplace(before[size_t(row)], row);

    const std::vector<size_t> after = identities(now);
    for (int row = 0; row < m_nowCount; ++row) {
        m_changes[size_t(row)].change = Change::New;
        auto [first, last] = waiting.equal_range(after[size_t(row)]);
        const auto found = std::find_if(first, last, [&](const auto &one) {
            return std::ranges::all_of(
                identity, [&](int column) { return now.cell(row, column) == m_earlier.cell(one.second, column); });
        });
        if (found == last)
            continue;
        m_changes[size_t(row)] = {compare(row, found->second), found->second};
        waiting.erase(found);
    }
    std::vector<int> gone;
    for (const auto &[number, row] : waiting)
        gone.push_back(row);
    std::ranges::sort(gone);
    ResultRows rows;
    for (const int row : gone) {
        rows.push_back(m_earlier.row(row));
        m_changes.push_back({Change::Gone, row});
    }
    m_rows.append(std::move(rows));
}

ResultComparison::Change ResultComparison::compare(int row, int earlier) const
{
    const QCborArray &now = m_rows.row(row);
    const QCborArray &before = m_earlier.row(earlier);
    if (now == before)
        return Change::None;
    const auto &columns = m_rows.command().columns;
    for (int column = 0; column < int(columns.size()); ++column) {
        if (!isMeasurement(columns.at(column)) && now.at(column) != before.at(column))
            return Change::Changed;
    }
    return Change::None;
}

bool ResultComparison::isPossible(const CommandSpec &command)
{
    return !command.identity.isEmpty();
}

bool ResultComparison::isMeasurement(const ColumnSpec &column)
{
    return column.fleeting;
}

QLatin1StringView ResultComparison::word(Change change)
{
    switch (change) {
    case Change::None: return {};
    case Change::New: return "new"_L1;
    case Change::Gone: return "gone"_L1;
    case Change::Changed: return "changed"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

qsizetype ResultComparison::baselineColumn(const CommandSpec &command)
{
    const auto found = std::ranges::find(command.columns, BaselineColumnId, &ColumnSpec::id);
    return found == command.columns.end() ? -1 : found - command.columns.begin();
}

ResultComparison::Change ResultComparison::changeFrom(const ColumnSpec &column, const QCborValue &cell)
{
    if (!column.ofBaseline || !cell.isString())
        return Change::None;
    const QString said = cell.toString();
    for (const Change change : {Change::New, Change::Gone, Change::Changed}) {
        if (said == word(change))
            return change;
    }
    return Change::None;
}

bool ResultComparison::isChanged(int row, int column) const
{
    if (change(row) != Change::Changed || isMeasurement(m_rows.command().columns.at(column)))
        return false;
    return m_rows.cell(row, column) != was(row, column);
}

QCborValue ResultComparison::was(int row, int column) const
{
    return m_earlier.cell(m_changes[size_t(row)].earlier, column);
}

} // namespace Sonde::Client
