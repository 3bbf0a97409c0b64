// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/linemodel.h"

namespace Sonde::Client {

namespace {

constexpr quintptr OfLines = 0; ///< internal id of a line; of a fact it is the number of its line, from 1

} // namespace

LineModel::LineModel(int columns, QObject *parent)
    : QAbstractItemModel(parent)
    , m_columns(columns)
{
}

void LineModel::refresh()
{
    forgetWords();
    if (lineCount() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    Q_EMIT dataChanged(index(0, 0), index(lineCount() - 1, m_columns - 1));
}

QModelIndex LineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= m_columns || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : OfLines);
}

QModelIndex LineModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == OfLines)
        return {};
    return createIndex(int(child.internalId() - 1), 0, OfLines);
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return lineCount();
    return parent.internalId() == OfLines && parent.column() == 0 ? factCount(parent.row()) : 0;
}

int LineModel::columnCount(const QModelIndex &) const
{
    return m_columns;
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == OfLines)
        return lineData(index.row(), index.column(), role);
    return factData(int(index.internalId() - 1), index.row(), index.column(), role);
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return title(section);
}

} // namespace Sonde::Client

#include "moc_linemodel.cpp"
