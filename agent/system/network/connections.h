// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHostAddress>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

enum class Transport { Tcp, Udp, UnixStream, UnixDatagram, UnixSeqpacket };
[[nodiscard]] constexpr bool isUnix(Transport transport)
{
    return transport >= Transport::UnixStream;
}

/// A TCP, UDP or Unix end point of this device. A socket held by several processes (a server and its workers) is there once for each.
struct Connection {
    Transport transport = Transport::Tcp;
    bool ipv6 = false;
    QString status; ///< "LISTEN", "ESTABLISHED"…
    QHostAddress localAddress;
    quint16 localPort = 0;
    QHostAddress remoteAddress; ///< any address and port 0 while there is no peer
    quint16 remotePort = 0;
    QByteArray path;              ///< of a Unix socket; '@' stands for the NUL that an abstract name begins with
    quint64 networkNamespace = 0; ///< in which it is, when that is not the agent's own
    qint64 pid = 0;               ///< 0: closing, nobody holds it any more; or not to be known without more rights
};

struct ConnectionList {
    std::vector<Connection> connections;
    std::vector<Error> errors; ///< why owners are missing
};

/// All of them, listening ones too, also those in the network namespaces of other processes; Cancelled when `stop` asks.
[[nodiscard]] Result<ConnectionList> listConnections(const std::stop_token &stop);

} // namespace Sonde::Agent
