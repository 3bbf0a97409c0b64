// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activitymodel.h"

namespace Sonde::Client {

ActivityModel::ActivityModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ActivityModel::clear()
{
    beginResetModel();
    m_records.clear();
    m_numbers.clear();
    m_complete = true;
    endResetModel();
}

void ActivityModel::append(const std::vector<ActivityRecord> &records, bool complete)
{
    std::vector<ActivityRecord> fresh;
    for (const ActivityRecord &record : records) {
        if (m_numbers.insert(record.number).second)
            fresh.push_back(record);
    }
    m_complete = complete;
    if (fresh.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    m_records.insert(m_records.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

const ActivityRecord *ActivityModel::record(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_records.at(size_t(row));
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    const ActivityRecord *shown = record(index.row());
    if (!shown || role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case When: return shown->time;
    case By: return shown->actor;
    case Device: return shown->device.value();
    case What: return shown->what;
    case Outcome: return int(shown->outcome);
    case Found: return shown->hit ? shown->hit->text : QString();
    case ColumnCount: break;
    }
    return {};
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        Q_EMIT moreWanted();
}

} // namespace Sonde::Client

#include "moc_activitymodel.cpp"
