// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "models/session/commandrecords.h"

#include <QPointer>

namespace Sonde::Client {

/// Has the journal of one session pushed to it and folds it into records. After a lost connection it asks from its last entry on and is
/// whole again. Shared by all who want the session's records to go on, and over when the last of them is gone.
class SessionWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionWatch)

public:
    /// Watches as soon as, and whenever, the client is online. The client outlives it.
    SessionWatch(TenantClient &client, SessionId session);
    ~SessionWatch() override;

    [[nodiscard]] const CommandRecords &records() const { return m_records; }
    /// The journal up to the moment of watching has been read.
    [[nodiscard]] bool isCaughtUp() const { return m_caughtUp; }
    /// It is somebody else's, and may not be read: nothing is known of it.
    [[nodiscard]] bool isForbidden() const { return m_forbidden; }
    /// Who reads along besides its owner, as the service said last; nobody knows without a connection.
    [[nodiscard]] const QStringList &watchers() const { return m_watchers; }
    /// Nobody looks at what the commands print any more, nor acts: the service need not push it.
    void watchJournalOnly();
    /// It is somebody else's, and who sits here acts in it: said to the service, also after a lost connection.
    [[nodiscard]] bool isActing() const { return m_acting.value_or(false); }
    void setActing(bool acting);
    /// The service has stepped them back by itself: they may not any more.
    void forgetActing();

Q_SIGNALS:
    /// The service pushes from now on: for the first time, or again.
    void began();
    /// Once.
    void caughtUp();
    void watchersChanged();
    void actingChanged();
    /// The service does not let the session be watched.
    void refused(const Sonde::Error &error);

private:
    void watch();
    void watchRefused(const Error &error, bool acted);
    void setWatchers(const QStringList &watchers);
    void lookWhetherCaughtUp();

    QPointer<TenantClient> m_client; ///< may be gone before the page of a closed tab is deleted
    CommandRecords m_records;
    QStringList m_watchers;
    bool m_caughtUp = false;
    bool m_journalOnly = false;
    std::optional<bool> m_acting; ///< nothing: never
    bool m_forbidden = false;
};

} // namespace Sonde::Client
