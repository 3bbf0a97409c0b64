// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acts/actlistmodel.h"

namespace Sonde::Client {

ActListModel::ActListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ActListModel::update(const std::vector<ActSummary> &acts)
{
    std::vector<ActSummary> added;
    for (const ActSummary &act : acts) {
        const auto known = m_rows.constFind(act.command);
        if (known == m_rows.constEnd()) {
            m_rows.insert(act.command, int(m_acts.size() + added.size()));
            added.push_back(act);
        } else if (size_t(*known) >= m_acts.size()) {
            added.at(size_t(*known) - m_acts.size()) = act; // twice in one message
        } else {
            m_acts.at(size_t(*known)) = act;
            Q_EMIT dataChanged(index(*known, 0), index(*known, ColumnCount - 1));
        }
    }
    if (added.empty())
        return;
    const int first = int(m_acts.size());
    beginInsertRows({}, first, first + int(added.size()) - 1);
    std::ranges::move(added, std::back_inserter(m_acts));
    endInsertRows();
}

void ActListModel::clear()
{
    beginResetModel();
    m_acts.clear();
    m_rows.clear();
    endResetModel();
}

const ActSummary *ActListModel::act(int row) const
{
    return row >= 0 && row < rowCount() ? &m_acts.at(size_t(row)) : nullptr;
}

const ActSummary *ActListModel::actOf(CommandId command) const
{
    return act(m_rows.value(command, -1));
}

int ActListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_acts.size());
}

int ActListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActListModel::data(const QModelIndex &index, int role) const
{
    const ActSummary *act = this->act(index.row());
    if (!act || role != SortKeyRole)
        return {};
    switch (Column(index.column())) {
    case When: return act->time;
    case Device: return act->device.value();
    case What: return int(act->kind);
    case Thing: return act->id;
    case State: return int(act->state);
    case Size: return act->size;
    case By: return act->analyst;
    case Why: return act->reason;
    case Expires: return act->expires.value_or(QDateTime());
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_actlistmodel.cpp"
