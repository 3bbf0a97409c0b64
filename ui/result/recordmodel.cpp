// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/recordmodel.h"

#include "models/result/cellformat.h"
#include "models/result/resultexport.h"
#include "models/result/resultmodel.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/hashfield.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

RecordModel::RecordModel(const ResultTable &result, const TimeText &times, QObject *parent)
    : QAbstractTableModel(parent)
    , m_result(result)
    , m_times(times)
{
    connect(&result, &ResultTable::grown, this, &RecordModel::refresh);
    refresh();
}

void RecordModel::refresh()
{
    beginResetModel();
    m_lines.clear();
    if (m_result.rowCount() > 0) {
        const QCborArray &row = m_result.row(0);
        for (const int i : readingOrder(m_result.command())) {
            const QCborValue cell = row.at(i);
            if (cell.isNull() || cell.isUndefined())
                continue;
            for (const ObjectLine &line : objectLines(m_result.command().columns.at(i).id, cell))
                m_lines.append({i, line});
        }
    }
    endResetModel();
}

void RecordModel::refreshText(const TimeText &times)
{
    m_times = times;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value), {Qt::DisplayRole});
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int RecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordModel::fieldData(const ColumnSpec &column, const ObjectLine &line, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return line.name;
    case Qt::ToolTipRole: return plainToolTip(Words::columnPurpose(m_result.command().verb, column.id));
    case ResultModel::DepthRole: return line.depth;
    default: return {};
    }
}

/// There is room for what a table leaves to its header and its tool tips: the zone of a time, the bytes of a size.
QString RecordModel::valueText(const ColumnSpec &column, const QString &name, const QCborValue &cell) const
{
    if (const QString word = wordOf(column, name, cell); !word.isEmpty())
        return word;
    const QString text = displayText(cell, column.type, QLocale(), m_times);
    if (isTime(cell, column.type))
        return text % u' ' % m_times.zoneName();
    return column.type == ValueType::Size && cell.isInteger() ? Words::sizeText(cell.toInteger()) : text;
}

/// Of an act: also within its details, where the steps have names of the same kind.
QString RecordModel::wordOf(const ColumnSpec &column, const QString &name, const QCborValue &cell) const
{
    if (!m_result.command().has(Trait::Acts) || !cell.isString())
        return {};
    return Words::actCellText(column.id == u"details" ? name : column.id, cell);
}

bool RecordModel::isHash(int row) const
{
    const QCborValue &value = m_lines.at(row).shown.value;
    return value.isString() && Client::isHash(value.toString());
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &[number, line] = m_lines.at(index.row());
    const ColumnSpec &column = m_result.command().columns.at(number);
    if (index.column() == Field)
        return fieldData(column, line, role);
    const QCborValue &cell = line.value;
    switch (role) {
    case Qt::DisplayRole: return valueText(column, line.name, cell);
    case ResultModel::CellRole: return QVariant::fromValue(cell);
    case ResultModel::ValueTypeRole: return int(column.type);
    case ResultModel::ColumnIdRole: return column.id;
    case ResultModel::PlainTextRole: return plainText(cell, column.type);
    case ResultModel::CommandTextRole: return commandLineText(cell, column.type);
    default: return {};
    }
}

} // namespace Sonde::Client

#include "moc_recordmodel.cpp"
