// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/elevation.h"
#include "service/access/deadline.h"
#include "service/store/store.h"

#include <QTimer>

namespace Sonde::Service {

/// The roles that somebody has for a time. They are kept, so that a restart of the service neither ends nor lengthens them.
class Elevations final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Elevations)

public:
    explicit Elevations(Store &store, QObject *parent = nullptr);

    /// What somebody has at this moment: what they always have, and what they have for a time.
    [[nodiscard]] QStringList rolesOf(const UserName &user, const QStringList &always) const;
    [[nodiscard]] bool contains(const UserName &user, const QString &role) const;
    /// With the time that is left; of everybody when no user is named.
    [[nodiscard]] std::vector<ElevationRecord> all(const UserName &user = {}) const;

    /// In place of that of the same user to the same role, if there is one.
    void begin(const ElevationRecord &record);
    void end(const UserName &user, const QString &role);
    /// Says overdue() of those that are over when the clock says that it is this time.
    void sweep(const QDateTime &now);

Q_SIGNALS:
    /// Its time is over. Whoever hears it ends it.
    void overdue(const Sonde::UserName &user, const QString &role);

private:
    struct Elevation {
        ElevationRecord record;
        Deadline deadline;
    };
    void erase(const UserName &user, const QString &role);
    void arm();

    Store &m_store;
    std::vector<Elevation> m_elevations;
    QTimer m_timer;
};

} // namespace Sonde::Service
