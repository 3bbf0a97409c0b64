// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/network/connections.h"
#include "protocol/base/result.h"

#include <QByteArrayView>
#include <QSet>
#include <vector>

/// The two forms in which Linux tells its sockets, as pure functions of their bytes.
namespace Sonde::Agent::Linux {

struct Socket {
    Transport transport = Transport::Tcp;
    bool ipv6 = false;
    QHostAddress localAddress = {};
    quint32 localPort = 0;
    QHostAddress remoteAddress = {};
    quint32 remotePort = 0;
    quint8 state = 0;     ///< TCP_… of the kernel's tcp_states.h, also for UDP and Unix sockets
    quint64 inode = 0;    ///< 0: nobody holds it any more (TIME_WAIT)
    QByteArray path = {}; ///< of a Unix socket, see Connection::path
    QMap<QString, QString> details =
        {}; ///< see Connection::details; an interface is there by its number, "interface_index"

    bool operator==(const Socket &) const = default;
};

/// One datagram of a NETLINK_SOCK_DIAG dump: its sockets, and whether the dump is over.
struct DiagPart {
    std::vector<Socket> sockets;
    bool last = false;
};
/// Of sockets of the internet's protocols. The kernel's refusal (NLMSG_ERROR) is an error with its errno's words.
[[nodiscard]] Result<DiagPart> parseDiagMessages(QByteArrayView bytes, Transport transport);
/// The same of Unix sockets.
[[nodiscard]] Result<DiagPart> parseUnixDiagMessages(QByteArrayView bytes);

/// Those that see what passes a network device: AF_PACKET.
[[nodiscard]] Result<DiagPart> parsePacketDiagMessages(QByteArrayView bytes);
/// The same of AF_NETLINK, AF_VSOCK, AF_XDP and AF_TIPC.
[[nodiscard]] Result<DiagPart> parseNetlinkDiagMessages(QByteArrayView bytes);
[[nodiscard]] Result<DiagPart> parseVsockDiagMessages(QByteArrayView bytes);
[[nodiscard]] Result<DiagPart> parseXdpDiagMessages(QByteArrayView bytes);
[[nodiscard]] Result<DiagPart> parseTipcDiagMessages(QByteArrayView bytes);

/// /proc/net/{tcp,udp,udplite,raw,icmp} and those with a 6 behind. Lines that are not a socket are passed over.
[[nodiscard]] std::vector<Socket> parseNetTable(QByteArrayView bytes, Transport transport);
/// /proc/net/unix.
[[nodiscard]] std::vector<Socket> parseUnixTable(QByteArrayView bytes);
/// /proc/net/packet.
[[nodiscard]] std::vector<Socket> parsePacketTable(QByteArrayView bytes);
/// /proc/net/netlink.
[[nodiscard]] std::vector<Socket> parseNetlinkTable(QByteArrayView bytes);

/// Protocols of /proc/net/protocols that the kernel has: "TCP", "PACKET", "AF_VSOCK"…
[[nodiscard]] QSet<QByteArray> parseProtocols(QByteArrayView bytes);

/// "ESTABLISHED", "LISTEN"…; where there are no connections, or is none yet, "UNCONNECTED".
[[nodiscard]] QString stateText(Transport transport, quint8 state);
/// What Connection::details calls a protocol by its number: "0x0003 (all)", "15 (kobject-uevent)".
[[nodiscard]] QString etherProtocolText(quint16 protocol);
[[nodiscard]] QString netlinkProtocolText(int protocol);

} // namespace Sonde::Agent::Linux
