// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultmodel.h"

#include "cellformat.h"
#include "guarded.h"
#include "resultsort.h"

#include <numeric>

using namespace std::chrono_literals;

namespace Sonde {

namespace {
/// Sorted at once; more rows are sorted on the thread pool.
constexpr size_t SmallResult = 2000;
constexpr auto ResortPause = 100ms;
} // namespace

ResultModel::ResultModel(const CommandSpec &command, QObject *parent)
    : QAbstractTableModel(parent)
    , m_command(command)
    , m_columns(shownColumns(command, false))
{
    m_resort.setSingleShot(true);
    m_resort.setInterval(ResortPause);
    connect(&m_resort, &QTimer::timeout, this, &ResultModel::startSort);
}

const ColumnSpec &ResultModel::column(int column) const
{
    return m_command.columns.at(m_columns.at(column));
}

void ResultModel::setAllColumns(bool all)
{
    if (all == m_allColumns)
        return;
    beginResetModel();
    m_allColumns = all;
    m_columns = shownColumns(m_command, all);
    endResetModel();
}

void ResultModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void ResultModel::appendRows(ResultRows rows)
{
    if (rows.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_order.resize(m_rows.size());
    std::iota(m_order.begin() + first, m_order.end(), first);
    endInsertRows();
    if (m_sorting)
        m_sortStale = true;
    else if (m_sortColumn >= 0 && !m_resort.isActive())
        m_resort.start();
}

const QCborArray &ResultModel::row(int row) const
{
    return m_rows[size_t(m_order[size_t(row)])];
}

ResultRows ResultModel::rowsAt(const QList<int> &rows) const
{
    ResultRows copies;
    if (rows.isEmpty()) {
        copies.reserve(m_rows.size());
        for (const int index : m_order)
            copies.push_back(m_rows[size_t(index)]);
        return copies;
    }
    copies.reserve(size_t(rows.size()));
    for (const int shown : rows)
        copies.push_back(row(shown));
    return copies;
}

// ---- order

void ResultModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column >= 0 && column < m_columns.size() ? m_columns.at(column) : -1;
    m_sortOrder = order;
    if (m_sorting)
        m_sortStale = true;
    else
        startSort();
}

void ResultModel::startSort()
{
    m_resort.stop();
    if (m_sortColumn < 0) {
        std::vector<int> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0);
        return applyOrder(std::move(order));
    }
    const auto type = m_command.columns.at(m_sortColumn).type;
    if (m_rows.size() <= SmallResult)
        return applyOrder(sortedRows(m_rows, m_sortColumn, type, m_sortOrder));

    m_sorting = true;
    Q_EMIT sorting(true);
    runGuarded(
        this,
        [rows = m_rows, column = m_sortColumn, type, order = m_sortOrder] {
            return sortedRows(rows, column, type, order);
        },
        [this](std::vector<int> order) {
            m_sorting = false;
            applyOrder(std::move(order));
            if (std::exchange(m_sortStale, false))
                startSort();
            else
                Q_EMIT sorting(false);
        });
}

/// `order` may be of fewer rows than there are now: those that came since stay behind them.
void ResultModel::applyOrder(std::vector<int> order)
{
    const int known = int(order.size());
    order.resize(m_rows.size());
    std::iota(order.begin() + known, order.end(), known);
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    if (!before.isEmpty()) {
        std::vector<int> shownAt(order.size());
        for (int i = 0; i < int(order.size()); ++i)
            shownAt[size_t(order[size_t(i)])] = i;
        for (const QModelIndex &old : before)
            after.append(index(shownAt[size_t(m_order[size_t(old.row())])], old.column()));
    }
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// ---- copies and search

QJsonValue ResultModel::toJson(const QList<int> &rows) const
{
    return rowsToJson(m_command, rowsAt(rows));
}

QString ResultModel::toCsv(const QList<int> &rows, bool allColumns) const
{
    return rowsToCsv(m_command, rowsAt(rows), allColumns);
}

QString ResultModel::toText(const QList<int> &rows) const
{
    return rowsToText(m_command, rowsAt(rows), m_allColumns);
}

QModelIndex ResultModel::findNext(const QString &text, int fromRow, int fromColumn) const
{
    const qsizetype at = fromRow < 0 ? -1 : qsizetype(fromRow) * m_columns.size() + fromColumn;
    return find(text, at + 1, 1);
}

QModelIndex ResultModel::findPrevious(const QString &text, int fromRow, int fromColumn) const
{
    return find(text, qsizetype(fromRow) * m_columns.size() + fromColumn - 1, -1);
}

QModelIndex ResultModel::find(const QString &text, qsizetype start, qsizetype step) const
{
    const qsizetype width = m_columns.size();
    const qsizetype count = qsizetype(m_rows.size()) * width;
    if (text.isEmpty() || count == 0)
        return {};
    for (qsizetype tried = 0; tried < count; ++tried) {
        const qsizetype cell = ((start + step * tried) % count + count) % count;
        const QModelIndex candidate = index(int(cell / width), int(cell % width));
        if (data(candidate, Qt::DisplayRole).toString().contains(text, Qt::CaseInsensitive))
            return candidate;
    }
    return {};
}

// ---- for views

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ColumnSpec &spec = column(index.column());
    const auto cell = [&] { return row(index.row()).at(m_columns.at(index.column())); };
    switch (role) {
    case Qt::DisplayRole: return displayText(cell(), spec.type, m_locale);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumeric(spec.type) ? Qt::AlignRight : Qt::AlignLeft));
    case CellRole: return QVariant::fromValue(cell());
    case ValueTypeRole: return int(spec.type);
    case ColumnIdRole: return spec.id;
    case PlainTextRole: return plainText(cell(), spec.type);
    case CommandTextRole: return commandLineText(cell(), spec.type);
    default: return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (role) {
    case Qt::DisplayRole:
    case ColumnIdRole: return column(section).id;
    case ValueTypeRole: return int(column(section).type);
    default: return {};
    }
}

} // namespace Sonde
