// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/socketwire.h"

#include <openssl/bio.h>

namespace Sonde {

namespace {

/// More than this on its way, and TLS waits; more than this unread, and the socket waits.
constexpr qint64 MostBuffered = 128 * 1024;

QTcpSocket *socketOf(BIO *bio)
{
    return static_cast<QTcpSocket *>(BIO_get_data(bio));
}

int readSocket(BIO *bio, char *bytes, size_t size, size_t *count)
{
    BIO_clear_retry_flags(bio);
    const qint64 got = socketOf(bio)->read(bytes, qint64(size));
    *count = size_t(std::max<qint64>(got, 0));
    if (got > 0)
        return 1;
    if (socketOf(bio)->state() == QAbstractSocket::ConnectedState)
        BIO_set_retry_read(bio);
    return 0;
}

int writeSocket(BIO *bio, const char *bytes, size_t size, size_t *count)
{
    BIO_clear_retry_flags(bio);
    *count = 0;
    if (socketOf(bio)->state() != QAbstractSocket::ConnectedState)
        return 0;
    if (socketOf(bio)->bytesToWrite() > MostBuffered) {
        BIO_set_retry_write(bio);
        return 0;
    }
    const qint64 taken = socketOf(bio)->write(bytes, qint64(size));
    *count = size_t(std::max<qint64>(taken, 0));
    return taken > 0 ? 1 : 0;
}

long controlSocket(BIO *bio, int what, long, void *)
{
    if (what == BIO_CTRL_EOF)
        return socketOf(bio)->state() == QAbstractSocket::ConnectedState ? 0 : 1;
    return what == BIO_CTRL_FLUSH ? 1 : 0;
}

const BIO_METHOD *socketMethod()
{
    static const BIO_METHOD *method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "QTcpSocket");
        BIO_meth_set_read_ex(made, &readSocket);
        BIO_meth_set_write_ex(made, &writeSocket);
        BIO_meth_set_ctrl(made, &controlSocket);
        return made;
    }();
    return method;
}

} // namespace

SocketWire::SocketWire(std::unique_ptr<QTcpSocket> socket)
    : m_socket(std::move(socket))
    , m_peerHost(m_socket->peerAddress())
    , m_peerPort(m_socket->peerPort())
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(MostBuffered);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] {
        if (m_reading)
            ready();
    });
    QObject::connect(m_socket.get(), &QTcpSocket::bytesWritten, m_socket.get(), [this] { ready(); });
    QObject::connect(m_socket.get(), &QTcpSocket::disconnected, m_socket.get(), [this] { ready(); });
}

SocketWire::~SocketWire()
{
    m_socket->disconnect();
}

BIO *SocketWire::makeBio()
{
    BIO *bio = BIO_new(socketMethod());
    BIO_set_data(bio, m_socket.get());
    BIO_set_init(bio, 1);
    return bio;
}

void SocketWire::watch(bool reading, bool)
{
    // Those who begin to read want to hear of what is there already.
    if (!std::exchange(m_reading, reading) && reading && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            m_socket.get(),
            [this] {
                if (m_reading)
                    ready();
            },
            Qt::QueuedConnection);
}

void SocketWire::endWriting()
{
    m_socket->disconnectFromHost();
}

} // namespace Sonde
