// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/socketparser.h"

#include "protocol/base/reason.h"

#include <QList>
#include <QtEndian>
#include <array>
#include <cstring>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// TCP_CLOSE: what the kernel calls a UDP socket without a peer.
constexpr quint8 CloseState = 7;
constexpr quint8 EstablishedState = 1;
constexpr quint8 ListenState = 10;
/// Of /proc/net/unix: __SO_ACCEPTCON and SS_CONNECTED of the kernel's net.h.
constexpr uint AcceptsConnections = 0x10000;
constexpr int Connected = 3;

QHostAddress address(int family, const quint32 (&words)[4])
{
    if (family == AF_INET)
        return QHostAddress(qFromBigEndian(words[0]));
    Q_IPV6ADDR v6;
    static_assert(sizeof v6 == sizeof words);
    std::memcpy(&v6, words, sizeof v6);
    return QHostAddress(v6);
}

Socket fromDiag(const inet_diag_msg &message, Transport transport)
{
    return {transport, message.idiag_family == AF_INET6, address(message.idiag_family, message.id.idiag_src),
        qFromBigEndian(message.id.idiag_sport), address(message.idiag_family, message.id.idiag_dst),
        qFromBigEndian(message.id.idiag_dport), message.idiag_state, message.idiag_inode};
}

struct EndPoint {
    QHostAddress address;
    quint16 port = 0;
};

/// "0100007F:0016": each 32-bit word of the address in the machine's byte order.
std::optional<EndPoint> parseEndPoint(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(':');
    if (parts.size() != 2 || (parts[0].size() != 8 && parts[0].size() != 32))
        return {};
    quint32 words[4] = {};
    for (qsizetype i = 0; i < parts[0].size() / 8; ++i)
        words[i] = parts[0].sliced(i * 8, 8).toUInt(nullptr, 16);
    return EndPoint{address(parts[0].size() == 8 ? AF_INET : AF_INET6, words), parts[1].toUShort(nullptr, 16)};
}

/// Takes what stands before the next blank off the front, and the blanks.
QByteArray takeField(QByteArrayView &text)
{
    qsizetype end = text.indexOf(' ');
    end = end < 0 ? text.size() : end;
    const QByteArray field = text.first(end).toByteArray();
    while (end < text.size() && text.at(end) == ' ')
        ++end;
    text = text.sliced(end);
    return field;
}

/// Gives each answer of a netlink dump to `read`, which says whether it was one.
template<typename Reader>
Result<DiagPart> readDump(QByteArrayView bytes, Reader read)
{
    DiagPart part;
    while (bytes.size() >= qsizetype(sizeof(nlmsghdr))) {
        nlmsghdr header;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (header.nlmsg_len < NLMSG_HDRLEN || header.nlmsg_len > size_t(bytes.size()))
            return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
        const QByteArrayView payload = bytes.first(header.nlmsg_len).sliced(NLMSG_HDRLEN);
        if (header.nlmsg_type == NLMSG_DONE) {
            part.last = true;
            break;
        }
        if (header.nlmsg_type == NLMSG_ERROR) {
            qint32 number = 0;
            if (payload.size() >= qsizetype(sizeof number))
                std::memcpy(&number, payload.data(), sizeof number);
            return std::unexpected(errorFromErrno(-number, u"sock_diag"_s));
        }
        if (!read(payload, part.sockets))
            return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
        bytes = bytes.sliced(std::min<qsizetype>(NLMSG_ALIGN(header.nlmsg_len), bytes.size()));
    }
    return part;
}

std::optional<Transport> unixTransport(int type)
{
    switch (type) {
    case SOCK_STREAM: return Transport::UnixStream;
    case SOCK_DGRAM: return Transport::UnixDatagram;
    case SOCK_SEQPACKET: return Transport::UnixSeqpacket;
    default: return {};
    }
}

/// An abstract name begins with a NUL, and may have more of them.
QByteArray shownPath(QByteArrayView name)
{
    QByteArray path = name.toByteArray();
    if (path.startsWith('\0'))
        return path.replace('\0', '@');
    const qsizetype end = path.indexOf('\0');
    return end < 0 ? path : path.first(end);
}

/// The UNIX_DIAG_NAME among the attributes that follow a socket.
QByteArray unixName(QByteArrayView attributes)
{
    while (attributes.size() >= qsizetype(sizeof(nlattr))) {
        nlattr attribute;
        std::memcpy(&attribute, attributes.data(), sizeof attribute);
        if (attribute.nla_len < NLA_HDRLEN || attribute.nla_len > attributes.size())
            break;
        if (attribute.nla_type == UNIX_DIAG_NAME)
            return shownPath(attributes.first(attribute.nla_len).sliced(NLA_HDRLEN));
        attributes = attributes.sliced(std::min<qsizetype>(NLA_ALIGN(attribute.nla_len), attributes.size()));
    }
    return {};
}

} // namespace

Result<DiagPart> parseDiagMessages(QByteArrayView bytes, Transport transport)
{
    return readDump(bytes, [transport](QByteArrayView payload, std::vector<Socket> &sockets) {
        inet_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        sockets.push_back(fromDiag(message, transport));
        return true;
    });
}

Result<DiagPart> parseUnixDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        unix_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        if (const auto transport = unixTransport(message.udiag_type)) {
            sockets.push_back({.transport = *transport,
                .state = message.udiag_state,
                .inode = message.udiag_ino,
                .path = unixName(payload.sliced(NLMSG_ALIGN(sizeof message)))});
        }
        return true;
    });
}

std::vector<Socket> parseNetTable(QByteArrayView bytes, Transport transport)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // sl local remote st tx:rx tr:when retrnsmt uid timeout inode …
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 10)
            continue;
        const auto local = parseEndPoint(fields.at(1));
        const auto remote = parseEndPoint(fields.at(2));
        if (!local || !remote)
            continue;
        const bool ipv6 = local->address.protocol() == QAbstractSocket::IPv6Protocol;
        sockets.push_back({transport, ipv6, local->address, local->port, remote->address, remote->port,
            quint8(fields.at(3).toUInt(nullptr, 16)), fields.at(9).toULongLong()});
    }
    return sockets;
}

std::vector<Socket> parseUnixTable(QByteArrayView bytes)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // Num: RefCount Protocol Flags Type St Inode Path, where @ stands for an abstract one's NULs
        QByteArrayView rest = line;
        QByteArrayList fields;
        for (int i = 0; i < 7; ++i)
            fields += takeField(rest);
        bool isNumber = false;
        const quint64 inode = fields.at(6).toULongLong(&isNumber);
        const auto transport = unixTransport(fields.at(4).toInt(nullptr, 16));
        if (!isNumber || !transport)
            continue;
        const bool listens = fields.at(3).toUInt(nullptr, 16) & AcceptsConnections;
        const bool isConnected = fields.at(5).toInt(nullptr, 16) == Connected;
        sockets.push_back({.transport = *transport,
            .state = listens  ? ListenState
                : isConnected ? EstablishedState
                              : CloseState,
            .inode = inode,
            .path = rest.toByteArray()});
    }
    return sockets;
}

QString stateText(Transport transport, quint8 state)
{
    if (transport != Transport::Tcp && state == CloseState)
        return u"UNCONNECTED"_s;
    static constexpr std::array names{"?"_L1, "ESTABLISHED"_L1, "SYN_SENT"_L1, "SYN_RECV"_L1, "FIN_WAIT1"_L1,
        "FIN_WAIT2"_L1, "TIME_WAIT"_L1, "CLOSE"_L1, "CLOSE_WAIT"_L1, "LAST_ACK"_L1, "LISTEN"_L1, "CLOSING"_L1,
        "NEW_SYN_RECV"_L1};
    return state < names.size() ? QString(names.at(state)) : QString::number(state);
}

} // namespace Sonde::Agent::Linux
