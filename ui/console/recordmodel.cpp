// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordmodel.h"

#include "cellformat.h"

namespace Sonde {

RecordModel::RecordModel(ResultModel &result, QObject *parent)
    : QAbstractTableModel(parent)
    , m_result(result)
{
    connect(&result, &QAbstractItemModel::rowsInserted, this, &RecordModel::refresh);
    connect(&result, &QAbstractItemModel::modelReset, this, &RecordModel::refresh);
    refresh();
}

void RecordModel::refresh()
{
    beginResetModel();
    m_columns.clear();
    if (m_result.rowCount() > 0) {
        const QCborArray &row = m_result.row(0);
        for (int i = 0; i < m_result.command().columns.size(); ++i) {
            if (!row.at(i).isNull() && !row.at(i).isUndefined())
                m_columns += i;
        }
    }
    endResetModel();
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ColumnSpec &column = m_result.command().columns.at(m_columns.at(index.row()));
    if (index.column() == Field)
        return role == Qt::DisplayRole ? QVariant(column.id) : QVariant();
    const QCborValue cell = m_result.row(0).at(m_columns.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return displayText(cell, column.type, QLocale());
    case ResultModel::CellRole:
        return QVariant::fromValue(cell);
    case ResultModel::ValueTypeRole:
        return int(column.type);
    case ResultModel::ColumnIdRole:
        return column.id;
    case ResultModel::PlainTextRole:
        return plainText(cell, column.type);
    case ResultModel::CommandTextRole:
        return commandLineText(cell, column.type);
    default:
        return {};
    }
}

} // namespace Sonde
