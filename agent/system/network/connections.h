// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHostAddress>
#include <QMap>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

// clang-format off: words, grouped

/// What a socket speaks. Other: a family that the kernel has no list of; Connection::details names it.
enum class Transport {
    Tcp, Udp, UdpLite, Mptcp, Sctp, Dccp, Raw, Icmp,
    VsockStream, VsockDatagram, VsockSeqpacket,
    PacketRaw, PacketDatagram, Xdp, Tipc, Other, Netlink,
    UnixStream, UnixDatagram, UnixSeqpacket
};

// clang-format on

[[nodiscard]] constexpr bool isUnix(Transport transport)
{
    return transport >= Transport::UnixStream;
}
/// Its ends are numbers of programs, not of protocols.
[[nodiscard]] constexpr bool hasPorts(Transport transport)
{
    return transport <= Transport::Dccp
        || (transport >= Transport::VsockStream && transport <= Transport::VsockSeqpacket);
}

/// An end point of this device, of whatever family. A socket held by several processes (a server and its workers) is there once for each.
struct Connection {
    Transport transport = Transport::Tcp;
    bool ipv6 = false;
    QString status = {}; ///< "LISTEN", "ESTABLISHED"…
    QHostAddress localAddress = {};
    quint32 localPort = 0;
    QHostAddress remoteAddress = {}; ///< any address and port 0 while there is no peer
    quint32 remotePort = 0;
    QByteArray path = {};         ///< of a Unix socket; '@' stands for the NUL that an abstract name begins with
    quint64 networkNamespace = 0; ///< in which it is, when that is not the agent's own
    qint64 pid = 0;               ///< 0: closing, nobody holds it any more; or not to be known without more rights
    QMap<QString, QString> details =
        {}; ///< what its family has instead of addresses: interface, protocol, context identifier
};

struct ConnectionList {
    std::vector<Connection> connections;
    std::vector<Error> errors; ///< why owners are missing
};

/// All of them, listening ones too, also those in the network namespaces of other processes; Cancelled when `stop` asks.
[[nodiscard]] Result<ConnectionList> listConnections(const std::stop_token &stop);

} // namespace Sonde::Agent
