// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/sessionmanager.h"

#include "protocol/base/reason.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// Of one analyst: a script may open a session on each of many devices, but not go on for ever.
constexpr TokenBucket::Rate StartRate{200, 1};
/// Of why a session is opened, in UTF-16 units.
constexpr qsizetype MostReason = 1000;
} // namespace

SessionManager::SessionManager(JournalWriter &journal, SessionRegister &sessions, CommandDispatcher &dispatcher,
    const Inventory &inventory, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_sessions(sessions)
    , m_dispatcher(dispatcher)
    , m_inventory(inventory)
    , m_settings(settings)
    , m_starts(StartRate)
    , m_serviceStarted(QDateTime::currentDateTimeUtc())
    , m_started(std::chrono::steady_clock::now())
{
    connect(&m_dispatcher, &CommandDispatcher::finished, this, &SessionManager::commandFinished);
    connect(&m_sweep, &QTimer::timeout, this, [this] { endInactive(QDateTime::currentDateTimeUtc()); });
    m_sweep.start(5s);
}

Result<SessionRecord> SessionManager::start(
    const Analyst &analyst, const DeviceId &device, const QString &reason, bool takeOver)
{
    if (!m_inventory.contains(device))
        return fail(ErrorCode::DeviceUnknown, device.value());
    if (reason.size() > MostReason)
        return fail(ErrorCode::BadValue, u"reason"_s, Reason::TooLong).with(Fact::Limit, qint64(MostReason));
    EligibilityFacts facts = factsFor(analyst, device);
    const SessionId held = facts.device.session;
    if (held.isValid() && takeOver) {
        // The session taken over makes room for the new one.
        --facts.tenantSessions;
        facts.userSessions -= facts.device.holder == analyst.name.value() ? 1 : 0;
    }
    if (const auto allowed = mayStart(facts, takeOver); !allowed)
        return std::unexpected(allowed.error());
    if (const QString &user = analyst.name.value(); !m_starts.allow(user))
        return fail(ErrorCode::RateLimited, user).with(Fact::RetryAfter, qint64(m_starts.retryAfter(user).count()));
    if (held.isValid())
        end(analyst.name.value(), held, EndReason::TakenOver, analyst.name.value());
    const SessionId session = m_sessions.nextSession();
    m_journal.append(analyst.name.value(), {.device = device, .session = session}, Event::SessionCreated{reason});
    m_journal.append(ServiceActor, {.device = device, .session = session}, Event::SessionConnecting{});
    issueConnect(session);
    return *m_sessions.session(session);
}

void SessionManager::issueConnect(SessionId session)
{
    const CommandId command = m_sessions.nextCommand();
    Invocation connect;
    connect.verb = Verbs::Connect.name;
    Subject subject = subjectOf(session);
    subject.command = command;
    m_journal.append(ServiceActor, subject, Event::CommandAccepted{connect.verb, connect});
    m_dispatcher.dispatch(command);
}

void SessionManager::commandFinished(
    SessionId session, CommandId command, CommandState state, const std::vector<Error> &errors)
{
    const auto *record = m_sessions.session(session);
    if (record->state != SessionState::Connecting || !m_sessions.command(command)->invocation.has(Trait::OpensSession))
        return;
    if (state == CommandState::Completed) {
        m_journal.append(ServiceActor, subjectOf(session), Event::SessionConnected{});
        m_dispatcher.dispatchWaiting(session);
    } else if (state == CommandState::Interrupted) {
        // The agent was restarted under it; the session is not lost for that.
        issueConnect(session);
    } else {
        end(ServiceActor, session, EndReason::ConnectFailed, errors.empty() ? QString() : debugText(errors.front()));
    }
}

/// Whose connection ended with the service did not step back.
void SessionManager::begin()
{
    for (const SessionId session : QSet<SessionId>(m_sessions.live())) {
        const QStringList acting = m_sessions.session(session)->acting.value_or(QStringList());
        for (const QString &user : acting)
            m_journal.append(user, subjectOf(session), Event::SteppedBack{});
    }
}

Result<void> SessionManager::close(const Analyst &analyst, SessionId session)
{
    return requireAccess(analyst, session).transform([&] { end(analyst.name.value(), session, EndReason::User); });
}

void SessionManager::end(const QString &actor, SessionId session, EndReason reason, const QString &detail)
{
    if (!m_sessions.isLive(session))
        return;
    m_journal.append(actor, subjectOf(session), Event::SessionDisconnected{reason, detail});
    // Evidence that is on its way comes in nevertheless.
    for (const CommandId command : m_sessions.openOf(session)) {
        if (m_sessions.command(command)->state != CommandState::Downloading)
            m_dispatcher.cancel(actor, command);
    }
    Q_EMIT ended(session);
}

Result<void> SessionManager::requireAccess(const Analyst &analyst, SessionId session) const
{
    const auto *record = m_sessions.session(session);
    if (!record)
        return fail(ErrorCode::SessionUnknown, session.toString());
    if (const auto right = requireRight(analyst, *record, {Permission::CoreSecuritySettings}); !right)
        return right;
    if (record->state == SessionState::Disconnected)
        return std::unexpected(sessionEnded(*record));
    return {};
}

Result<void> SessionManager::requireRight(
    const Analyst &analyst, const SessionRecord &session, PermissionSet permissions) const
{
    if (session.createdBy == analyst.name.value())
        return {};
    const QString group = m_inventory.groupOf(session.device);
    const auto lacking = analyst.grants.on(group).firstMissing(permissions);
    if (!lacking)
        return {};
    return std::unexpected(notGranted(ErrorCode::NotPermitted, session.id.toString(), *lacking, analyst.grants, group)
            .with(Fact::Holder, session.createdBy));
}

std::vector<Condition> SessionManager::conditions(const Analyst &analyst, const DeviceId &device) const
{
    return conditionsFor(factsFor(analyst, device));
}

EligibilityFacts SessionManager::factsFor(const Analyst &analyst, const DeviceId &device) const
{
    return {analyst, m_inventory.record(device), policyOf(m_settings.values()), m_sessions.live().size(),
        m_sessions.liveOf(analyst.name)};
}

Subject SessionManager::subjectOf(SessionId session) const
{
    return {.device = m_sessions.session(session)->device, .session = session};
}

bool SessionManager::isActive(SessionId session) const
{
    if (std::ranges::contains(m_sessions.held(), session))
        return true;
    return std::ranges::any_of(
        m_sessions.openOf(session), [this](CommandId id) { return m_sessions.sentAt(id).isValid(); });
}

void SessionManager::endInactive(const QDateTime &now)
{
    const auto limit = policyOf(m_settings.values()).inactivity;
    // Only how much later than now is meant is taken of a clock that can be set.
    const auto ahead = std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(now));
    const auto moment = std::chrono::steady_clock::now() + ahead;
    const QSet<SessionId> live = m_sessions.live();
    for (const SessionId session : live) {
        const auto since = m_sessions.lastActivity(session).value_or(m_started);
        if (!isActive(session) && since + limit <= moment)
            end(ServiceActor, session, EndReason::Inactivity);
    }
}

} // namespace Sonde::Service

#include "moc_sessionmanager.cpp"
