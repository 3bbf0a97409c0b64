// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/websocket/websocketopening.h"

#include "protocol/base/reason.h"
#include "transport/tls/tlsclient.h"

#include <QNetworkRequest>
#include <QSslSocket>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// QWebSocket reports the status of a refused handshake in words only.
Error refusal(const QUrl &service, const QString &words)
{
    return {
        words.contains(u"401"_s) ? ErrorCode::TokenInvalid : ErrorCode::CannotConnect, service.toString(), words, {}};
}

} // namespace

WebSocketOpening::WebSocketOpening(Order order, QString path, QByteArray token, QObject *parent)
    : ChannelOpening(parent)
    , m_order(std::move(order))
    , m_path(std::move(path))
    , m_token(std::move(token))
    , m_socket(std::make_unique<QWebSocket>())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { fails(errorBecause(Reason::NoAnswerInTime, ErrorCode::TimedOut, m_order.service.toString())); });
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_deadline.stop();
        m_socket->disconnect(this);
        Q_EMIT opened();
    });
    const auto refused = [this] { fails(refusal(m_order.service, m_socket->errorString())); };
    connect(m_socket.get(), &QWebSocket::errorOccurred, this, refused);
    connect(m_socket.get(), &QWebSocket::disconnected, this, refused);
}

WebSocketOpening::~WebSocketOpening()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void WebSocketOpening::start()
{
    QUrl url = m_order.service;
    url.setScheme(u"wss"_s);
    url.setPath(m_path);
    QNetworkRequest request(url);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString::fromLatin1(SubProtocol)});
    m_deadline.start(m_order.patience);
    m_socket->setSslConfiguration(m_order.tls);
    m_socket->open(request, options);
    // The service is known by its own name whatever its address is, and QWebSocket has no way to say so; the handshake is still to come.
    if (auto *tls = m_socket->findChild<QSslSocket *>())
        tls->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
}

std::unique_ptr<WebSocketChannel> WebSocketOpening::takeWebSocket()
{
    return std::make_unique<WebSocketChannel>(std::move(m_socket));
}

void WebSocketOpening::fails(const Error &reason)
{
    m_deadline.stop();
    m_socket->disconnect(this);
    Q_EMIT failed(reason);
}

} // namespace Sonde

#include "moc_websocketopening.cpp"
