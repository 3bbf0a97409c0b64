// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/network/connections.h"
#include "protocol/base/result.h"

#include <QByteArrayView>
#include <vector>

/// The two forms in which Linux tells its sockets, as pure functions of their bytes.
namespace Sonde::Agent::Linux {

struct Socket {
    Transport transport = Transport::Tcp;
    bool ipv6 = false;
    QHostAddress localAddress = {};
    quint16 localPort = 0;
    QHostAddress remoteAddress = {};
    quint16 remotePort = 0;
    quint8 state = 0;     ///< TCP_… of the kernel's tcp_states.h, also for UDP and Unix sockets
    quint64 inode = 0;    ///< 0: nobody holds it any more (TIME_WAIT)
    QByteArray path = {}; ///< of a Unix socket, see Connection::path

    bool operator==(const Socket &) const = default;
};

/// One datagram of a NETLINK_SOCK_DIAG dump: its sockets, and whether the dump is over.
struct DiagPart {
    std::vector<Socket> sockets;
    bool last = false;
};
/// Of TCP or UDP sockets. The kernel's refusal (NLMSG_ERROR) is an error with its errno's words.
[[nodiscard]] Result<DiagPart> parseDiagMessages(QByteArrayView bytes, Transport transport);
/// The same of Unix sockets.
[[nodiscard]] Result<DiagPart> parseUnixDiagMessages(QByteArrayView bytes);

/// /proc/net/{tcp,tcp6,udp,udp6}. Lines that are not a socket are passed over.
[[nodiscard]] std::vector<Socket> parseNetTable(QByteArrayView bytes, Transport transport);
/// /proc/net/unix.
[[nodiscard]] std::vector<Socket> parseUnixTable(QByteArrayView bytes);

/// "ESTABLISHED", "LISTEN"…; a UDP or Unix socket without a peer is "UNCONNECTED".
[[nodiscard]] QString stateText(Transport transport, quint8 state);

} // namespace Sonde::Agent::Linux
