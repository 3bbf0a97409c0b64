// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/serviceconnection.h"

#include "agent/base/log.h"
#include "agent/system/device/device.h"
#include "transport/channel/websocketchannel.h"
#include "transport/tls/tlsclient.h"

#include <QSslSocket>
#include <QUuid>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr auto HandshakeTime = 15s;
/// A connection that lasted less may have been a service that takes agents only to drop them.
constexpr auto StableTime = 10s;

QUrl socketUrl(const QUrl &service)
{
    QUrl url = service;
    url.setScheme(u"wss"_s);
    url.setPath(u"/agent"_s);
    return url;
}

} // namespace

ServiceConnection::ServiceConnection(const AgentIdentity &identity, CommandRunner &runner, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_runner(runner)
    , m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ServiceConnection::open);
    m_handshakeDeadline.setSingleShot(true);
    connect(&m_handshakeDeadline, &QTimer::timeout, this, [this] {
        lost({ErrorCode::TimedOut, m_identity.service.toString(),
            u"no WebSocket within %1 s"_s.arg(HandshakeTime.count()), {}});
    });
}

ServiceConnection::~ServiceConnection() = default;

void ServiceConnection::start()
{
    open();
}

void ServiceConnection::stop()
{
    m_stopped = true;
    m_retry.stop();
    if (m_conversation)
        m_conversation->close({ErrorCode::Interrupted, {}, u"the agent ends"_s, {}});
}

void ServiceConnection::open()
{
    m_opening = std::make_unique<QWebSocket>();
    m_opening->setSslConfiguration(clientTls(m_identity.authority, m_identity.certificate, m_identity.key));
    m_opening->setMaxAllowedIncomingFrameSize(MaxMessageBytes);
    m_opening->setMaxAllowedIncomingMessageSize(MaxMessageBytes);
    connect(m_opening.get(), &QWebSocket::connected, this, &ServiceConnection::converse);
    connect(m_opening.get(), &QWebSocket::errorOccurred, this,
        [this] { lost({ErrorCode::CannotConnect, m_identity.service.toString(), m_opening->errorString(), {}}); });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString::fromLatin1(SubProtocol)});
    m_handshakeDeadline.start(HandshakeTime);
    m_opening->open(QNetworkRequest(socketUrl(m_identity.service)), options);
    // The service is known by its own name whatever its address is, and QWebSocket has no way to say so; the handshake is still to come.
    if (auto *tls = m_opening->findChild<QSslSocket *>())
        tls->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
}

void ServiceConnection::converse()
{
    m_handshakeDeadline.stop();
    m_opening->disconnect(this);
    m_connectedFor.start();
    m_conversation = std::make_unique<ServiceConversation>(
        std::make_unique<WebSocketChannel>(std::move(m_opening)), m_runner, deviceFacts(), m_instance);
    connect(m_conversation.get(), &ServiceConversation::greeted, this, &ServiceConnection::connected);
    connect(m_conversation.get(), &ServiceConversation::ended, this, &ServiceConnection::lost);
}

void ServiceConnection::lost(const Error &reason)
{
    m_handshakeDeadline.stop();
    // Both may be what is calling us.
    if (m_opening) {
        m_opening->disconnect(this);
        m_opening.release()->deleteLater();
    }
    if (m_conversation) {
        m_conversation->disconnect(this);
        m_conversation.release()->deleteLater();
        if (m_connectedFor.durationElapsed() > StableTime)
            m_backoff.reset();
    }
    if (m_stopped)
        return;
    const auto wait = m_backoff.next();
    qCInfo(agentLog).noquote() << "not connected:" << debugText(reason) << "- again in" << wait.count() << "ms";
    m_retry.start(wait);
}

} // namespace Sonde::Agent

#include "moc_serviceconnection.cpp"
