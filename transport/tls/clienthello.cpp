// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls/clienthello.h"

namespace Sonde {

namespace {

constexpr quint8 HandshakeRecord = 22;
constexpr quint8 ClientHelloType = 1;
constexpr quint16 AlpnExtension = 16;
constexpr qsizetype RecordHead = 5;
constexpr qsizetype HandshakeHead = 4;

/// Takes numbers and blocks off the front; says once and for all when there was not enough.
class Taker final
{
public:
    explicit Taker(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] bool isShort() const { return m_short; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    QByteArrayView bytes(qsizetype count)
    {
        m_short = m_short || count > m_bytes.size();
        if (m_short)
            return {};
        const auto taken = m_bytes.first(count);
        m_bytes = m_bytes.sliced(count);
        return taken;
    }
    qsizetype number(int width)
    {
        qsizetype value = 0;
        for (const char byte : bytes(width))
            value = value << 8 | quint8(byte);
        return value;
    }
    /// A block behind its own length.
    QByteArrayView block(int width) { return bytes(number(width)); }

private:
    QByteArrayView m_bytes;
    bool m_short = false;
};

/// The handshake message out of the records it came in; shorter than it says when they are not all there.
HelloState joinRecords(QByteArrayView bytes, QByteArray &message)
{
    Taker in(bytes);
    while (!in.isEmpty()) {
        if (quint8(bytes.front()) != HandshakeRecord)
            return HelloState::NotTls;
        const auto head = in.bytes(RecordHead);
        if (in.isShort())
            return HelloState::Incomplete;
        if (quint8(head[0]) != HandshakeRecord || quint8(head[1]) != 3)
            return HelloState::NotTls;
        const qsizetype length = quint8(head[3]) << 8 | quint8(head[4]);
        const auto part = in.bytes(length);
        if (in.isShort())
            return HelloState::Incomplete;
        message += part;
        if (message.size() < HandshakeHead)
            continue;
        Taker start(message);
        if (start.number(1) != ClientHelloType)
            return HelloState::NotTls;
        const qsizetype wanted = HandshakeHead + start.number(3);
        if (wanted > ClientHello::MaxBytes)
            return HelloState::NotTls;
        if (message.size() >= wanted)
            return HelloState::Whole;
    }
    return HelloState::Incomplete;
}

QByteArrayList protocolsIn(QByteArrayView extension)
{
    QByteArrayList protocols;
    Taker outer(extension);
    Taker names(outer.block(2));
    while (!names.isEmpty() && !names.isShort())
        protocols.append(names.block(1).toByteArray());
    return names.isShort() ? QByteArrayList() : protocols;
}

} // namespace

HelloState parseClientHello(QByteArrayView bytes, ClientHello &hello)
{
    QByteArray message;
    if (const auto state = joinRecords(bytes.first(std::min(bytes.size(), ClientHello::MaxBytes)), message);
        state != HelloState::Whole)
        return bytes.size() >= ClientHello::MaxBytes ? HelloState::NotTls : state;
    hello.protocols.clear();
    Taker in(message);
    in.bytes(HandshakeHead);
    in.bytes(2 + 32); // version and random
    in.block(1);      // session
    in.block(2);      // cipher suites
    in.block(1);      // compression
    Taker extensions(in.block(2));
    while (!extensions.isEmpty() && !extensions.isShort()) {
        const auto kind = extensions.number(2);
        const auto content = extensions.block(2);
        if (kind == AlpnExtension && !extensions.isShort())
            hello.protocols = protocolsIn(content);
    }
    return HelloState::Whole;
}

} // namespace Sonde
