// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketparser.h"

#include <QList>
#include <QtEndian>
#include <array>
#include <cstring>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <netinet/in.h>

using namespace Qt::StringLiterals;

namespace Sonde::Linux {

namespace {

/// TCP_CLOSE: what the kernel calls a UDP socket without a peer.
constexpr quint8 CloseState = 7;

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

} // namespace

Result<DiagPart> parseDiagMessages(QByteArrayView bytes, Transport transport)
{
    DiagPart part;
    size_t left = size_t(bytes.size());
    const char *at = bytes.data();
    while (left >= sizeof(nlmsghdr)) {
        nlmsghdr header;
        std::memcpy(&header, at, sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > left)
            return fail(ErrorCode::ReadFailed, {}, u"sock_diag: a message is cut off"_s);
        const char *payload = at + NLMSG_HDRLEN;
        const size_t payloadSize = header.nlmsg_len - NLMSG_HDRLEN;
        if (header.nlmsg_type == NLMSG_DONE) {
            part.last = true;
            break;
        }
        if (header.nlmsg_type == NLMSG_ERROR) {
            qint32 number = 0;
            if (payloadSize >= sizeof number)
                std::memcpy(&number, payload, sizeof number);
            return std::unexpected(errorFromErrno(-number, u"sock_diag"_s));
        }
        if (payloadSize < sizeof(inet_diag_msg))
            return fail(ErrorCode::ReadFailed, {}, u"sock_diag: a socket is cut off"_s);
        inet_diag_msg message;
        std::memcpy(&message, payload, sizeof message);
        part.sockets.push_back(fromDiag(message, transport));
        const size_t step = std::min<size_t>(NLMSG_ALIGN(header.nlmsg_len), left);
        at += step;
        left -= step;
    }
    return part;
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

QString stateText(Transport transport, quint8 state)
{
    if (transport == Transport::Udp && state == CloseState)
        return u"UNCONNECTED"_s;
    static constexpr std::array names{"?"_L1, "ESTABLISHED"_L1, "SYN_SENT"_L1, "SYN_RECV"_L1, "FIN_WAIT1"_L1,
        "FIN_WAIT2"_L1, "TIME_WAIT"_L1, "CLOSE"_L1, "CLOSE_WAIT"_L1, "LAST_ACK"_L1, "LISTEN"_L1, "CLOSING"_L1,
        "NEW_SYN_RECV"_L1};
    return state < names.size() ? QString(names.at(state)) : QString::number(state);
}

} // namespace Sonde::Linux
