// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/tenantclient.h"

#include "controllers/tenant/networklink.h"
#include "protocol/base/reason.h"
#include "transport/tls/tlsclient.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

Q_LOGGING_CATEGORY(controllersLog, "sonde.controllers", QtWarningMsg)

namespace {

/// A restart of the service is hardly seen…
constexpr std::chrono::milliseconds FirstRetry = 100ms;
/// …and a service that stays away is not bothered.
constexpr std::chrono::milliseconds LongestRetry = 15s;
constexpr std::chrono::milliseconds GreetingDeadline = 10s;

/// An older service says no more of its settings than this.
SettingValues withLimitsOf(const Message::Welcome &welcome, SettingValues settings)
{
    const auto set = [&settings](TenantSetting setting, qint64 limit) {
        if (limit > 0)
            settings.set(setting, QString::number(limit));
    };
    set(TenantSetting::TenantSessionLimit, welcome.tenantLimit);
    set(TenantSetting::UserSessionLimit, welcome.userLimit);
    set(TenantSetting::InactivityMinutes, std::chrono::floor<std::chrono::minutes>(welcome.inactivity).count());
    return settings;
}

} // namespace

TenantClient::TenantClient(QObject *parent)
    : TenantClient(std::make_unique<NetworkLink>(), parent)
{
}

TenantClient::TenantClient(std::unique_ptr<TenantLink> link, QObject *parent)
    : QObject(parent)
    , m_link(std::move(link))
    , m_backoff(FirstRetry, LongestRetry)
{
    connect(m_link.get(), &TenantLink::opened, this, &TenantClient::greet);
    connect(m_link.get(), &TenantLink::received, this, &TenantClient::receive);
    connect(m_link.get(), &TenantLink::fellSilent, this, &TenantClient::setSilentSince);
    connect(m_link.get(), &TenantLink::closed, this, &TenantClient::lost);
    connect(m_link.get(), &TenantLink::forgotten, this, [this] {
        if (m_leaving)
            Q_EMIT left();
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TenantClient::open);
    m_greeting.setSingleShot(true);
    connect(&m_greeting, &QTimer::timeout, m_link.get(), &TenantLink::close);
}

TenantClient::~TenantClient()
{
    m_link->disconnect(this);
}

QString TenantClient::fingerprint() const
{
    return plainFingerprint(m_credentials.fingerprint);
}

void TenantClient::signIn(const Credentials &credentials)
{
    m_credentials = credentials;
    m_backoff.reset();
    m_link->forget();
    if (m_state != State::Reconnecting)
        setState(State::SigningIn);
    m_reopen = m_linkBusy;
    if (m_linkBusy)
        m_link->close();
    else
        open();
}

void TenantClient::signOut()
{
    m_retry.stop();
    m_reopen = false;
    m_credentials = {};
    m_link->forget();
    if (m_linkBusy)
        m_link->close();
    setState(State::SignedOut);
    setSettings({});
    m_requests.failAll({ErrorCode::NotSignedIn, {}, {}, {}});
}

void TenantClient::leave()
{
    m_leaving = true;
    m_retry.stop();
    m_link->forget();
}

std::chrono::milliseconds TenantClient::retryIn() const
{
    return m_retry.isActive() ? m_retry.remainingTimeAsDuration() : 0ms;
}

void TenantClient::retryNow()
{
    if (m_retry.isActive())
        open();
}

bool TenantClient::removeWatcher(SessionId session)
{
    const bool wasLast = --m_watchers[session] == 0;
    if (wasLast)
        m_watchers.remove(session);
    return wasLast;
}

void TenantClient::ask(
    quint32 number, AnyMessage message, bool repeatable, QObject *context, OpenRequests::Answer answer)
{
    const bool comesBack = m_state == State::SigningIn || m_state == State::Reconnecting;
    if (!isOnline() && !(repeatable && comesBack)) {
        const Error reason = m_state == State::SignedOut ? Error{ErrorCode::NotSignedIn, {}, {}, {}}
            : m_state == State::Refused                  ? m_lastError
                                                         : Error{ErrorCode::CannotConnect, {}, m_lastError.reason, {}};
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), reason] { answer(std::unexpected(reason)); }, Qt::QueuedConnection);
        return;
    }
    if (isOnline())
        send(message);
    m_requests.add(number, std::move(message), repeatable, context, std::move(answer));
}

void TenantClient::send(const AnyMessage &message)
{
    m_link->send(message);
    Q_EMIT passed(Way::Out, message);
}

void TenantClient::open()
{
    m_retry.stop();
    if (m_linkBusy)
        return;
    m_linkBusy = true;
    m_link->open(m_credentials);
}

void TenantClient::greet()
{
    m_greeting.start(GreetingDeadline);
    send(Message::Hello{
        .program = QCoreApplication::applicationName(), .programVersion = QStringLiteral(SONDE_VERSION)});
}

void TenantClient::receive(const AnyMessage &message)
{
    Q_EMIT passed(Way::In, message);
    if (const auto *welcome = std::get_if<Message::Welcome>(&message))
        return welcomed(*welcome);
    if (const auto *error = std::get_if<Message::ProtocolError>(&message)) {
        qCWarning(controllersLog) << "the service did not understand:" << debugText(error->error);
        if (!isOnline())
            m_lastError = error->error;
        return;
    }
    if (const auto *changed = std::get_if<Message::GrantsChanged>(&message)) {
        m_grants = Grants(changed->grants).withEligible(m_grants.eligible());
        Q_EMIT grantsChanged();
        return;
    }
    const auto *elevations = std::get_if<Message::Elevations>(&message);
    if (elevations && elevations->request == 0)
        setEligible(elevations->gives.value_or(builtInGrants(elevations->eligible).all()));
    const auto *settings = std::get_if<Message::Settings>(&message);
    if (settings && settings->request == 0) {
        SettingValues values;
        values.assign(settings->values);
        return setSettings(values);
    }
    if (!m_requests.settle(message))
        Q_EMIT pushed(message);
}

void TenantClient::setEligible(const std::vector<Grant> &eligible)
{
    if (m_grants.eligible() == eligible)
        return;
    m_grants = m_grants.withEligible(eligible);
    Q_EMIT grantsChanged();
}

void TenantClient::setSettings(const SettingValues &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged();
}

void TenantClient::welcomed(const Message::Welcome &welcome)
{
    m_greeting.stop();
    m_backoff.reset();
    m_welcome = welcome;
    m_grants = welcome.grants ? Grants(*welcome.grants) : builtInGrants(renamedRoles(welcome.roles));
    m_lastError = {};
    setSilentSince({});
    setSettings(withLimitsOf(welcome, m_settings));
    const auto open = m_requests.repeatable();
    setState(State::Online);
    for (const AnyMessage &message : open)
        send(message);
}

void TenantClient::lost(const Error &reason)
{
    m_linkBusy = false;
    m_greeting.stop();
    if (m_state == State::SignedOut || m_state == State::Refused || m_leaving)
        return;
    qCInfo(controllersLog) << "connection lost:" << debugText(reason);
    m_lastError = reason;
    if (isFinal(reason) && !m_reopen)
        return refuse(reason);
    if (m_state == State::Online)
        setState(State::Reconnecting);
    m_requests.failUnrepeatable(errorBecause(Reason::ConnectionClosed, ErrorCode::Interrupted, {}));
    if (std::exchange(m_reopen, false))
        open();
    else
        scheduleRetry();
}

/// Whether trying again by itself is pointless, or could do harm.
bool TenantClient::isFinal(const Error &reason) const
{
    if (m_state == State::SigningIn)
        return true;
    switch (reason.code) {
    case ErrorCode::SignInFailed:
    case ErrorCode::TokenInvalid:
        // The token of an embedded tenant ends with its service; the restarted one brings another.
        return m_credentials.embeddedToken.isEmpty();
    case ErrorCode::CertificateRefused:
    case ErrorCode::VersionMismatch:
    case ErrorCode::NotPermitted: return true;
    default: return false;
    }
}

void TenantClient::scheduleRetry()
{
    m_retry.start(m_backoff.next());
}

void TenantClient::refuse(const Error &reason)
{
    setState(State::Refused);
    m_requests.failAll(reason);
}

void TenantClient::setSilentSince(const QDateTime &since)
{
    if (std::exchange(m_silentSince, since) != since)
        Q_EMIT silenceChanged();
}

void TenantClient::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace Sonde::Client

#include "moc_tenantclient.cpp"
