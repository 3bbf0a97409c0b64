// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections.h"

#include "descriptor.h"
#include "sockdiag.h"

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

struct Table {
    Transport transport;
    bool ipv6;
    const char *file;
};
constexpr Table tables[]{{Transport::Tcp, false, "/proc/net/tcp"}, {Transport::Tcp, true, "/proc/net/tcp6"},
    {Transport::Udp, false, "/proc/net/udp"}, {Transport::Udp, true, "/proc/net/udp6"}};

/// Netlink first: one copy in binary. A kernel without inet_diag, or a sandbox that forbids netlink, still has the text tables.
Result<std::vector<Linux::Socket>> readTable(const Table &table)
{
    return Linux::dumpSockets(table.transport, table.ipv6).or_else([&table](const Error &) {
        return Linux::readWhole(table.file).transform([&table](const QByteArray &text) {
            return Linux::parseNetTable(text, table.transport);
        });
    });
}

Connection connection(const Linux::Socket &socket, qint64 pid)
{
    return {socket.transport, socket.ipv6, Linux::stateText(socket.transport, socket.state), socket.localAddress,
        socket.localPort, socket.remoteAddress, socket.remotePort, pid};
}

} // namespace

Result<ConnectionList> listConnections(const std::stop_token &stop)
{
    // Sockets first: one that is gone when the owners are looked for is shown without, never with a wrong one.
    ConnectionList list;
    std::vector<Linux::Socket> sockets;
    for (const Table &table : tables) {
        const auto read = readTable(table);
        if (read)
            sockets.insert(sockets.end(), read->begin(), read->end());
        else if (read.error().code != ErrorCode::NotFound) // a kernel without IPv6 has no such table
            list.errors.push_back(read.error());
    }
    if (sockets.empty() && !list.errors.empty())
        return std::unexpected(list.errors.front());
    const auto owners = Linux::findSocketOwners("/proc", stop);
    if (!owners)
        return std::unexpected(owners.error());
    if (!owners->unreadable.empty()) {
        list.errors.push_back({ErrorCode::AccessDenied, u"/proc"_s, u"the sockets of some processes may not be seen"_s,
            QCborMap{{u"count"_s, qint64(owners->unreadable.size())}}});
    }
    for (const Linux::Socket &socket : sockets) {
        const auto holders = socket.inode ? owners->processes.value(socket.inode) : std::vector<qint64>();
        if (holders.empty())
            list.connections.push_back(connection(socket, 0));
        for (const qint64 pid : holders)
            list.connections.push_back(connection(socket, pid));
    }
    return list;
}

} // namespace Sonde
