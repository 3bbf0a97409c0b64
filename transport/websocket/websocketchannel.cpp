// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/websocket/websocketchannel.h"

#include "protocol/base/reason.h"
#include "transport/channel/messagelimits.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde {

namespace {
constexpr int MaxUnansweredPings = 3;
constexpr auto TransportInterval = 20ms;
/// Larger messages that are held wait below.
constexpr size_t MostHeld = 4;
/// RFC 6455 §5.5: a close frame's payload is at most 125 bytes, two of them the code.
constexpr qsizetype MaxCloseReason = 120;

/// A WebSocket that QWebSocket itself gave up: too large a frame, or none at all.
bool wasBroken(QWebSocketProtocol::CloseCode code)
{
    return code == QWebSocketProtocol::CloseCodeTooMuchData || code == QWebSocketProtocol::CloseCodeProtocolError
        || code == QWebSocketProtocol::CloseCodeWrongDatatype;
}
} // namespace

WebSocketChannel::WebSocketChannel(std::unique_ptr<QWebSocket> socket, QObject *parent)
    : Channel(parent)
    , m_socket(std::move(socket))
{
    m_socket->setParent(nullptr);
    m_socket->setMaxAllowedIncomingFrameSize(MaxMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(MaxMessageBytes);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &WebSocketChannel::receive);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
        [this] { refuse({ErrorCode::ProtocolViolation, {}, u"text frames are not part of the protocol"_s, {}}); });
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &Channel::drained);
    connect(m_socket.get(), &QWebSocket::pong, this, &WebSocketChannel::hear);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        const QString words = m_socket->closeReason().isEmpty() ? m_socket->errorString() : m_socket->closeReason();
        const auto code = wasBroken(m_socket->closeCode()) ? ErrorCode::ProtocolViolation : ErrorCode::Interrupted;
        finish(m_closing ? m_reason : Error{code, {}, words, {}});
    });
    connect(&m_pingTimer, &QTimer::timeout, this, &WebSocketChannel::ping);
    connect(&m_answerTimer, &QTimer::timeout, this, &WebSocketChannel::lookForSilence);
    connect(&m_transportTimer, &QTimer::timeout, this, &WebSocketChannel::lookAtTransport);
    m_pingTimer.setTimerType(Qt::VeryCoarseTimer);
    m_pingTimer.start(PingInterval);
}

WebSocketChannel::~WebSocketChannel()
{
    m_closed = true;
    setTransportReading(true);
    m_socket->disconnect(this);
}

void WebSocketChannel::send(const AnyMessage &message)
{
    if (const auto bytes = bytesToSend(message))
        sendEncoded(*bytes);
}

void WebSocketChannel::sendEncoded(const QByteArray &message)
{
    if (!m_closing && !m_closed)
        m_socket->sendBinaryMessage(message);
}

qint64 WebSocketChannel::bytesPending() const
{
    // What is encrypted already waits all the same.
    return m_socket->bytesToWrite() + (m_transport ? m_transport->encryptedBytesToWrite() : 0);
}

void WebSocketChannel::setTransport(QSslSocket *transport)
{
    m_transport = transport;
    if (m_transport)
        connect(transport, &QSslSocket::encryptedBytesWritten, this, &Channel::drained);
}

void WebSocketChannel::close(const Error &reason)
{
    if (m_closing || m_closed)
        return;
    m_closing = true;
    m_reason = reason;
    setTransportReading(true);
    QByteArray words = debugText(reason).toUtf8().first(std::min(MaxCloseReason, debugText(reason).toUtf8().size()));
    m_socket->close(QWebSocketProtocol::CloseCodeNormal, QString::fromUtf8(words));
    // A peer that does not answer the close is not waited for.
    QTimer::singleShot(2s, m_socket.get(), &QWebSocket::abort);
}

QString WebSocketChannel::peerAddress() const
{
    return u"%1:%2"_s.arg(m_socket->peerAddress().toString()).arg(m_socket->peerPort());
}

void WebSocketChannel::receive(const QByteArray &bytes)
{
    if (m_closing || m_closed)
        return;
    hear();
    m_held.push_back(bytes);
    deliverHeld();
}

void WebSocketChannel::setReading(bool reading)
{
    if (std::exchange(m_reading, reading) == reading)
        return;
    if (reading)
        QMetaObject::invokeMethod(this, &WebSocketChannel::deliverHeld, Qt::QueuedConnection);
}

void WebSocketChannel::deliverHeld()
{
    while (m_reading && !m_closing && !m_closed && !m_held.empty()) {
        const QByteArray bytes = std::move(m_held.front());
        m_held.pop_front();
        deliver(bytes);
    }
    setTransportReading(m_reading || m_held.size() < MostHeld);
}

/// QWebSocket reads whenever its socket says that there is something: so it does not say so.
void WebSocketChannel::setTransportReading(bool reading)
{
    if (!m_transport || m_transport->signalsBlocked() != reading)
        return;
    m_transport->blockSignals(!reading);
    if (!reading)
        return m_transportTimer.start(TransportInterval);
    m_transportTimer.stop();
    if (m_transport->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            m_transport.get(), [transport = m_transport.get()] { Q_EMIT transport->readyRead(); },
            Qt::QueuedConnection);
}

/// What its signals would have told.
void WebSocketChannel::lookAtTransport()
{
    if (!m_transport || m_transport->state() != QAbstractSocket::ConnectedState) {
        setTransportReading(true);
        m_socket->abort();
        return finish(m_closing ? m_reason : errorBecause(Reason::ConnectionClosed, ErrorCode::Interrupted, {}));
    }
    Q_EMIT drained();
}

void WebSocketChannel::deliver(const QByteArray &bytes)
{
    const auto message = messageReceived(bytes);
    if (message)
        Q_EMIT received(*message);
    else
        refuse(message.error());
}

void WebSocketChannel::refuse(const Error &error)
{
    send(Message::ProtocolError{error});
    close(error);
}

void WebSocketChannel::ping()
{
    if (++m_unanswered > MaxUnansweredPings) {
        m_reason = errorBecause(Reason::NoAnswerInTime, ErrorCode::TimedOut, {});
        m_closing = true;
        m_socket->abort();
        finish(m_reason);
        return;
    }
    if (m_closing)
        return;
    m_socket->ping();
    m_answerTimer.start(SilenceLimit - PingInterval);
}

void WebSocketChannel::hear()
{
    m_unanswered = 0;
    m_heard = QDateTime::currentDateTimeUtc();
    m_answerTimer.stop();
    if (std::exchange(m_isSilent, false))
        Q_EMIT fellSilent({});
}

void WebSocketChannel::lookForSilence()
{
    // From whom nothing is taken nothing is heard.
    const bool isReading = !m_transport || !m_transport->signalsBlocked();
    if (!isReading || m_closing || m_isSilent || m_heard.addDuration(SilenceLimit) > QDateTime::currentDateTimeUtc())
        return;
    m_isSilent = true;
    Q_EMIT fellSilent(m_heard);
}

void WebSocketChannel::finish(const Error &reason)
{
    if (std::exchange(m_closed, true))
        return;
    m_pingTimer.stop();
    m_answerTimer.stop();
    m_held.clear();
    setTransportReading(true);
    Q_EMIT closed(reason);
}

} // namespace Sonde

#include "moc_websocketchannel.cpp"
