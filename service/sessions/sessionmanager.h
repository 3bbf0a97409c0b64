// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/rates/ratelimit.h"
#include "service/sessions/commanddispatcher.h"

namespace Sonde::Service {

/// Opens sessions, brings them to their device, and closes them: on request, by inactivity, by a take-over.
class SessionManager final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionManager)

public:
    SessionManager(JournalWriter &journal, SessionRegister &sessions, CommandDispatcher &dispatcher,
        const Inventory &inventory, const Settings &settings, QObject *parent = nullptr);

    /// Nobody acts in the sessions of others any more who did when the service ended.
    void begin();
    /// Refused with the first unmet condition; RateLimited.
    [[nodiscard]] Result<SessionRecord> start(
        const Analyst &analyst, const DeviceId &device, const QString &reason, bool takeOver);
    [[nodiscard]] Result<void> close(const Analyst &analyst, SessionId session);
    /// SessionUnknown, SessionClosed, or NotPermitted unless the analyst owns it or manages those of others on its device.
    [[nodiscard]] Result<void> requireAccess(const Analyst &analyst, SessionId session) const;
    /// NotPermitted or OutOfScope unless the analyst owns the session or has these permissions on its device; it may be over.
    [[nodiscard]] Result<void> requireRight(
        const Analyst &analyst, const SessionRecord &session, PermissionSet permissions) const;
    [[nodiscard]] std::vector<Condition> conditions(const Analyst &analyst, const DeviceId &device) const;

    void end(const QString &actor, SessionId session, EndReason reason, const QString &detail = {});
    /// Ends the sessions in which nothing ran or was typed for as long as the policy allows, as of `now`.
    void endInactive(const QDateTime &now);
    /// Time in which the service was down is nobody's inactivity.
    [[nodiscard]] const QDateTime &countsFrom() const { return m_serviceStarted; }

Q_SIGNALS:
    void ended(Sonde::SessionId session);

private:
    [[nodiscard]] EligibilityFacts factsFor(const Analyst &analyst, const DeviceId &device) const;
    [[nodiscard]] Subject subjectOf(SessionId session) const;
    void issueConnect(SessionId session);
    void commandFinished(SessionId session, CommandId command, CommandState state, const std::vector<Error> &errors);
    [[nodiscard]] bool isActive(SessionId session) const;

    JournalWriter &m_journal;
    SessionRegister &m_sessions;
    CommandDispatcher &m_dispatcher;
    const Inventory &m_inventory;
    const Settings &m_settings;
    RateLimit m_starts;
    QDateTime m_serviceStarted;
    std::chrono::steady_clock::time_point m_started;
    QTimer m_sweep;
};

} // namespace Sonde::Service
