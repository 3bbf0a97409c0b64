// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/rawpeer.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

namespace Sonde::Service {

namespace {
constexpr qint64 SmallBuffer = 4096;
}

QByteArray maskedFrame(const QByteArray &payload)
{
    QByteArray frame("\x82", 1);
    if (payload.size() < 126) {
        frame += char(0x80 | payload.size());
    } else if (payload.size() < 65'536) {
        frame += char(0x80 | 126);
        frame.resize(4);
        qToBigEndian(quint16(payload.size()), frame.data() + 2);
    } else {
        frame += char(0x80 | 127);
        frame.resize(10);
        qToBigEndian(quint64(payload.size()), frame.data() + 2);
    }
    // A mask of zeros leaves the bytes as they are.
    return frame + QByteArray(4, '\0') + payload;
}

RawPeer::RawPeer(
    const NetworkClient &client, const QString &path, const QSslConfiguration &tls, const QByteArray &headers)
    : m_socket(client.connectRaw(tls))
{
    if (!m_socket)
        return;
    m_socket->write("GET " + path.toLatin1()
        + " HTTP/1.1\r\nHost: sonde-service\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
          "sonde.1\r\n"
        + headers + "\r\n");
    QByteArray answer;
    m_opened = QTest::qWaitFor(
                   [&] {
                       answer += m_socket->readAll();
                       return answer.contains("\r\n\r\n");
                   },
                   20'000)
        && answer.startsWith("HTTP/1.1 101");
    send(Message::Hello{ProtocolVersion, ProtocolVersion, QStringLiteral("raw"), {}});
}

void RawPeer::send(const std::vector<AnyMessage> &messages)
{
    QByteArray frames;
    for (const AnyMessage &message : messages)
        frames += maskedFrame(encode(message));
    m_socket->write(frames);
}

void RawPeer::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

bool RawPeer::hasSent() const
{
    return m_socket->bytesToWrite() == 0 && m_socket->encryptedBytesToWrite() == 0;
}

void RawPeer::stopReading()
{
    m_socket->setReadBufferSize(SmallBuffer);
}

qint64 residentBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    QFile file(QStringLiteral("/proc/self/statm"));
    constexpr qint64 PageBytes = 4096;
    return file.open(QFile::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * PageBytes : 0;
#endif
}

} // namespace Sonde::Service
