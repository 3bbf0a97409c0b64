// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/sessionlistmodel.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Live ones first, then the most recent.
bool before(const SessionRecord &left, const SessionRecord &right)
{
    return isLive(left) != isLive(right) ? isLive(left) : left.id > right.id;
}

} // namespace

SessionListModel::SessionListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SessionListModel::update(const std::vector<SessionRecord> &sessions)
{
    for (const SessionRecord &record : sessions)
        place(record);
}

void SessionListModel::place(const SessionRecord &record)
{
    const auto known = std::ranges::find(m_sessions, record.id, &SessionRecord::id);
    if (known != m_sessions.end() && isLive(*known) == isLive(record)) {
        *known = record;
        const int row = int(std::distance(m_sessions.begin(), known));
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const auto target = std::ranges::lower_bound(m_sessions, record, before);
    const int to = int(std::distance(m_sessions.begin(), target));
    if (known == m_sessions.end()) {
        beginInsertRows({}, to, to);
        m_sessions.insert(target, record);
        endInsertRows();
        return;
    }
    // It ended (or, replayed, lives): it goes to its place among its like, and a selection goes with it.
    const int from = int(std::distance(m_sessions.begin(), known));
    const bool moves = beginMoveRows({}, from, from, {}, to);
    *known = record;
    if (moves) {
        if (from < to)
            std::rotate(known, known + 1, m_sessions.begin() + to);
        else
            std::rotate(m_sessions.begin() + to, known, known + 1);
        endMoveRows();
    }
    const int row = from < to ? to - 1 : to;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SessionListModel::clear()
{
    beginResetModel();
    m_sessions.clear();
    endResetModel();
}

const SessionRecord *SessionListModel::session(int row) const
{
    return row >= 0 && row < int(m_sessions.size()) ? &m_sessions[size_t(row)] : nullptr;
}

const SessionRecord *SessionListModel::session(SessionId id) const
{
    const auto found = std::ranges::find(m_sessions, id, &SessionRecord::id);
    return found == m_sessions.end() ? nullptr : &*found;
}

int SessionListModel::liveCount() const
{
    return int(std::ranges::count_if(m_sessions, isLive));
}

int SessionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sessions.size());
}

int SessionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SessionRecord &what = m_sessions[size_t(index.row())];
    switch (role) {
    case SessionIdRole: return what.id.value();
    case RecordRole: return QVariant::fromValue(&what);
    case LiveRole: return isLive(what);
    case DeviceIdRole: return what.device.value();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case Id: return what.id.toString();
    case Device: return what.device.value();
    case CreatedBy: return what.createdBy;
    case State: return Codec::wireName(what.state);
    case Started: return what.started;
    case Ended: return what.ended;
    case ColumnCount: break;
    }
    return {};
}

QVariant SessionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Id: return u"session_id"_s;
    case Device: return u"device"_s;
    case CreatedBy: return u"created_by"_s;
    case State: return u"state"_s;
    case Started: return u"started"_s;
    case Ended: return u"ended"_s;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_sessionlistmodel.cpp"
