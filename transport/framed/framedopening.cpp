// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/framed/framedopening.h"

#include "protocol/base/reason.h"
#include "transport/stream/socketwire.h"

namespace Sonde {

FramedOpening::FramedOpening(
    QUrl service, std::shared_ptr<StreamTls> tls, std::chrono::seconds patience, QObject *parent)
    : ChannelOpening(parent)
    , m_service(std::move(service))
    , m_tls(std::move(tls))
    , m_patience(patience)
    , m_socket(std::make_unique<QTcpSocket>())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fails(errorBecause(m_stream ? Reason::HandshakeTimedOut : Reason::NoAnswerInTime, ErrorCode::TimedOut, {}));
    });
    connect(m_socket.get(), &QTcpSocket::connected, this, &FramedOpening::encrypt);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this,
        [this] { fails({ErrorCode::CannotConnect, {}, m_socket->errorString(), {}}); });
}

FramedOpening::~FramedOpening()
{
    if (m_socket)
        m_socket->disconnect(this);
    if (m_stream)
        m_stream->ready = [] {};
}

void FramedOpening::start()
{
    m_deadline.start(m_patience);
    m_socket->connectToHost(m_service.host(), quint16(m_service.port(443)));
}

void FramedOpening::encrypt()
{
    m_socket->disconnect(this);
    m_stream = std::make_unique<TlsStream>(TlsSide::Client, std::make_unique<SocketWire>(std::move(m_socket)), m_tls);
    m_stream->ready = [this] { shakeHands(); };
    shakeHands();
}

void FramedOpening::shakeHands()
{
    if (m_over)
        return;
    const auto done = m_stream->shakeHands();
    if (!done)
        return fails(done.error());
    m_stream->watch(true);
    if (!*done)
        return;
    m_over = true;
    m_deadline.stop();
    m_stream->ready = [] {};
    // Not from inside the socket's own signal.
    QMetaObject::invokeMethod(this, &FramedOpening::opened, Qt::QueuedConnection);
}

std::unique_ptr<Channel> FramedOpening::takeChannel()
{
    return std::make_unique<FramedChannel>(std::move(m_stream));
}

void FramedOpening::fails(Error reason)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    if (m_stream)
        m_stream->stopWatching();
    reason.subject = m_service.toString();
    Q_EMIT failed(reason);
}

} // namespace Sonde

#include "moc_framedopening.cpp"
