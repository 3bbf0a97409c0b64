// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/network/socketparser.h"

#include <QHash>
#include <stop_token>

namespace Sonde::Agent::Linux {

/// All TCP or UDP sockets of one address family, asked from the kernel over netlink (sock_diag(7)).
[[nodiscard]] Result<std::vector<Socket>> dumpSockets(Transport transport, bool ipv6);
/// All Unix sockets.
[[nodiscard]] Result<std::vector<Socket>> dumpUnixSockets();

/// The processes that hold each socket, by its inode: what /proc/*/fd of `root` says.
struct SocketOwners {
    QHash<quint64, std::vector<qint64>> processes;
    std::vector<qint64> unreadable; ///< processes whose descriptors may not be seen
};
[[nodiscard]] Result<SocketOwners> findSocketOwners(const QByteArray &root, const std::stop_token &stop);

} // namespace Sonde::Agent::Linux
