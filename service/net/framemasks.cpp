// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/framemasks.h"

#include <QtEndian>

namespace Sonde::Service {

namespace {

constexpr quint8 Masked = 0x80;
constexpr qsizetype MaskBytes = 4;
constexpr qsizetype ShortHead = 2;
/// Lengths that stand for one of two and one of eight bytes that follow.
constexpr quint8 TwoBytes = 126;
constexpr quint8 EightBytes = 127;

quint8 shortLength(const QByteArray &head)
{
    return quint8(head.at(1)) & ~Masked;
}

qsizetype headBytes(const QByteArray &head)
{
    if (head.size() < ShortHead)
        return ShortHead;
    const quint8 length = shortLength(head);
    return ShortHead + (length == EightBytes ? 8 : length == TwoBytes ? 2 : 0) + MaskBytes;
}

quint64 payloadBytes(const QByteArray &head)
{
    switch (const quint8 length = shortLength(head)) {
    case TwoBytes: return qFromBigEndian<quint16>(head.constData() + ShortHead);
    case EightBytes: return qFromBigEndian<quint64>(head.constData() + ShortHead);
    default: return length;
    }
}

} // namespace

FrameMasks::FrameMasks(QAbstractSocket &socket)
    : QObject(&socket)
    , m_socket(socket)
{
    connect(&m_socket, &QIODevice::readyRead, this, &FrameMasks::look);
}

void FrameMasks::begin()
{
    m_begun = true;
    m_left = m_socket.bytesAvailable();
    // After the WebSocket has taken its part.
    connect(&m_socket, &QIODevice::readyRead, this, [this] { m_left = m_socket.bytesAvailable(); });
}

void FrameMasks::look()
{
    const qint64 fresh = m_socket.bytesAvailable() - m_left;
    if (!m_begun || fresh <= 0)
        return;
    // Most of it is the payload of one frame, and nothing is to be seen in it.
    if (quint64(fresh) <= m_payload)
        m_payload -= quint64(fresh);
    else if (!follow(QByteArrayView(m_socket.peek(m_left + fresh)).sliced(m_left)))
        Q_EMIT missing();
}

bool FrameMasks::follow(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_payload > 0) {
            const auto skipped = qsizetype(std::min(m_payload, quint64(bytes.size())));
            m_payload -= quint64(skipped);
            bytes.slice(skipped);
            continue;
        }
        m_head += bytes.front();
        bytes.slice(1);
        if (m_head.size() == ShortHead && !(quint8(m_head.at(1)) & Masked))
            return false;
        if (m_head.size() == headBytes(m_head)) {
            m_payload = payloadBytes(m_head);
            m_head.clear();
        }
    }
    return true;
}

} // namespace Sonde::Service

#include "moc_framemasks.cpp"
