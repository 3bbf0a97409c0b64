// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QAbstractTableModel>

namespace Sonde::Client {

/// The tenant's sessions: live ones first, then the most recent.
class SessionListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionListModel)

public:
    enum Column { Id, Device, CreatedBy, State, Started, Ended, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SessionIdRole = Qt::UserRole, ///< quint64
        RecordRole,                   ///< const SessionRecord *, valid until the next update
        LiveRole,                     ///< bool
        DeviceIdRole,                 ///< QString
    };

    explicit SessionListModel(QObject *parent = nullptr);

    void update(const std::vector<SessionRecord> &sessions);
    void clear();

    [[nodiscard]] const SessionRecord *session(int row) const;
    [[nodiscard]] const SessionRecord *session(SessionId id) const;
    [[nodiscard]] int liveCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void place(const SessionRecord &record);

    std::vector<SessionRecord> m_sessions;
};

[[nodiscard]] inline bool isLive(const SessionRecord &session)
{
    return session.state != SessionState::Disconnected;
}

} // namespace Sonde::Client
