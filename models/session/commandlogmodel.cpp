// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandlogmodel.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

CommandLogModel::CommandLogModel(const CommandRecords &records, QObject *parent)
    : QAbstractTableModel(parent)
    , m_records(records)
{
    connect(&m_records, &CommandRecords::changed, this, &CommandLogModel::update);
    fill();
}

void CommandLogModel::setDeliveries(const Deliveries &deliveries)
{
    m_deliveries = &deliveries;
    connect(&deliveries, &Deliveries::changed, this, [this](CommandId command) {
        if (m_records.command(command))
            update(command);
    });
}

Arrival CommandLogModel::arrival(int row) const
{
    const CommandRecord *known = record(row);
    return known && m_deliveries ? m_deliveries->arrival(*known) : Arrival::None;
}

void CommandLogModel::update(CommandId command)
{
    const auto place = std::ranges::lower_bound(m_view, command);
    const int row = int(std::distance(m_view.begin(), place));
    const bool shown = place != m_view.end() && *place == command;
    if (shown) {
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else if (accepts(*m_records.command(command))) {
        beginInsertRows({}, row, row);
        m_view.insert(place, command);
        endInsertRows();
    }
}

void CommandLogModel::fill()
{
    m_view.clear();
    for (const CommandRecord &record : m_records.commands()) {
        if (accepts(record))
            m_view.push_back(record.id);
    }
}

void CommandLogModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    fill();
    endResetModel();
}

bool CommandLogModel::accepts(const CommandRecord &record) const
{
    return record.line.contains(m_filter, Qt::CaseInsensitive) || record.id.toString().contains(m_filter);
}

const CommandRecord *CommandLogModel::record(int row) const
{
    return row >= 0 && row < int(m_view.size()) ? m_records.command(m_view[size_t(row)]) : nullptr;
}

int CommandLogModel::rowOf(CommandId id) const
{
    const auto place = std::ranges::lower_bound(m_view, id);
    return place != m_view.end() && *place == id ? int(std::distance(m_view.begin(), place)) : -1;
}

int CommandLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_view.size());
}

int CommandLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommandLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CommandRecord &what = *record(index.row());
    if (role == CommandIdRole)
        return what.id.value();
    if (role == RecordRole)
        return QVariant::fromValue(&what);
    if (role == ArrivalRole)
        return QVariant::fromValue(arrival(index.row()));
    if (role != Qt::DisplayRole && role != SortKeyRole)
        return {};
    switch (Column(index.column())) {
    case Id: return role == SortKeyRole ? QVariant(what.id.value()) : QVariant(what.id.toString());
    case Accepted: return what.accepted;
    case CommandLine: return what.line;
    case Duration:
        if (role == SortKeyRole)
            return qint64(what.duration.count());
        return isFinal(what.state) ? u"%1 s"_s.arg(double(what.duration.count()) / 1e6, 0, 'f', 2) : QString();
    case Status: return role == SortKeyRole ? QVariant(int(what.state)) : QVariant(Codec::wireName(what.state));
    case ColumnCount: break;
    }
    return {};
}

QVariant CommandLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Id: return u"command_id"_s;
    case Accepted: return u"accepted"_s;
    case CommandLine: return u"command_line"_s;
    case Duration: return u"duration_seconds"_s;
    case Status: return u"state"_s;
    case ColumnCount: break;
    }
    return {};
}

std::chrono::microseconds commandDuration(const CommandRecord &record, const QDateTime &now)
{
    if (isFinal(record.state))
        return record.duration;
    return std::max(std::chrono::milliseconds(0), now - record.accepted);
}

} // namespace Sonde::Client

#include "moc_commandlogmodel.cpp"
