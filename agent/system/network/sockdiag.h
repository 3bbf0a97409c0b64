// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/network/socketparser.h"

#include <QHash>
#include <QSet>
#include <stop_token>

namespace Sonde::Agent {

class ProcessTable;

} // namespace Sonde::Agent

namespace Sonde::Agent::Linux {

/// A protocol that is asked for by its number (IPPROTO_…).
struct InternetProtocol {
    Transport transport = Transport::Tcp;
    int number = 0;
    bool ipv6 = false;
};
/// All sockets of one, asked from the kernel over netlink (sock_diag(7)).
[[nodiscard]] Result<std::vector<Socket>> dumpSockets(const InternetProtocol &protocol);
/// All of a family. Who asks for one that the kernel has not loaded makes it load it.
[[nodiscard]] Result<std::vector<Socket>> dumpUnixSockets();
[[nodiscard]] Result<std::vector<Socket>> dumpPacketSockets();
[[nodiscard]] Result<std::vector<Socket>> dumpNetlinkSockets();
[[nodiscard]] Result<std::vector<Socket>> dumpVsockSockets();
[[nodiscard]] Result<std::vector<Socket>> dumpXdpSockets();
[[nodiscard]] Result<std::vector<Socket>> dumpTipcSockets();

/// What the kernel calls the protocols of the sockets with these inodes among the descriptors in `folder` (/proc/PID/fd): "ALG", "L2CAP".
/// Without those that are not there any more. Goes through the folder once, and leaves when `stop` asks.
[[nodiscard]] QHash<quint64, QByteArray> socketProtocols(
    const QByteArray &folder, const QSet<quint64> &inodes, const std::stop_token &stop);

/// The processes that hold each socket, by its inode: what the descriptors of all processes say.
struct SocketOwners {
    QHash<quint64, std::vector<qint64>> processes;
    std::vector<qint64> unreadable; ///< processes whose descriptors may not be seen
};
[[nodiscard]] Result<SocketOwners> findSocketOwners(const ProcessTable &table, const std::stop_token &stop);

} // namespace Sonde::Agent::Linux
