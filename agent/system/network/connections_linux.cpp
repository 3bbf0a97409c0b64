// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/connections.h"

#include "agent/system/linux/descriptor.h"
#include "agent/system/network/sockdiag.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procparser.h"
#include "protocol/base/reason.h"

#include <QMap>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

struct InetTable {
    Transport transport;
    bool ipv6;
    const char *file;
};
constexpr std::array InetTables{InetTable{Transport::Tcp, false, "/net/tcp"},
    InetTable{Transport::Tcp, true, "/net/tcp6"}, InetTable{Transport::Udp, false, "/net/udp"},
    InetTable{Transport::Udp, true, "/net/udp6"}};
constexpr auto UnixTable = "/net/unix";

using Sockets = Result<std::vector<Linux::Socket>>;

Sockets readInetTable(const InetTable &table, const QByteArray &folder)
{
    return Linux::readWhole(folder + table.file).transform([&table](const QByteArray &text) {
        return Linux::parseNetTable(text, table.transport);
    });
}

Sockets readUnixTable(const QByteArray &folder)
{
    return Linux::readWhole(folder + UnixTable).transform(&Linux::parseUnixTable);
}

/// The sockets of all network namespaces, each with the number of the one it is in.
class SocketReader final
{
public:
    struct Found {
        Linux::Socket socket;
        quint64 networkNamespace;
    };

    /// Netlink first: one copy in binary. A kernel without inet_diag, or a sandbox that forbids netlink, still has the text tables.
    void readOwn()
    {
        for (const InetTable &table : InetTables) {
            take(Linux::dumpSockets(table.transport, table.ipv6).or_else([&table](const Error &) {
                return readInetTable(table, "/proc/self");
            }));
        }
        take(Linux::dumpUnixSockets().or_else([](const Error &) { return readUnixTable("/proc/self"); }));
    }

    /// The kernel shows another namespace's tables beside a process that lives there.
    void readOthers(const std::vector<qint64> &pids)
    {
        QMap<quint64, QByteArray> folders; // one process of each
        for (const qint64 pid : pids) {
            const QByteArray folder = "/proc/" + QByteArray::number(pid);
            if (const auto number = namespaceOf(folder); number && !folders.contains(*number))
                folders.insert(*number, folder);
        }
        folders.remove(namespaceOf("/proc/self").value_or(0));
        for (const auto &[number, folder] : folders.asKeyValueRange()) {
            for (const InetTable &table : InetTables)
                take(readInetTable(table, folder), number);
            take(readUnixTable(folder), number);
        }
    }

    [[nodiscard]] const std::vector<Found> &sockets() const { return m_sockets; }
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }

private:
    static std::optional<quint64> namespaceOf(const QByteArray &folder)
    {
        const auto target = Linux::readLink(folder + "/ns/net");
        return target ? Linux::namespaceNumber(*target) : std::nullopt;
    }

    void take(const Sockets &read, quint64 networkNamespace = 0)
    {
        // A kernel without IPv6 has no such table; a process may have ended meanwhile.
        if (!read && read.error().code != ErrorCode::NotFound)
            m_errors.push_back(read.error());
        for (const Linux::Socket &socket : read.value_or(std::vector<Linux::Socket>()))
            m_sockets.push_back({socket, networkNamespace});
    }

    std::vector<Found> m_sockets;
    std::vector<Error> m_errors;
};

Connection connection(const SocketReader::Found &found, qint64 pid)
{
    const Linux::Socket &socket = found.socket;
    return {socket.transport, socket.ipv6, Linux::stateText(socket.transport, socket.state), socket.localAddress,
        socket.localPort, socket.remoteAddress, socket.remotePort, socket.path, found.networkNamespace, pid};
}

/// As an analyst looks for them: what talks or listens on the network, what does within the device, what has ended.
int rankOf(const Connection &connection)
{
    const bool ended = connection.pid == 0 && !isUnix(connection.transport);
    return ended ? 2 : isUnix(connection.transport) ? 1 : 0;
}

/// Where the kernel would show the sockets of processes: of a few each one.
QString foldersOf(const std::vector<qint64> &pids)
{
    constexpr qsizetype most = 3;
    QStringList folders;
    for (const qint64 pid : pids) {
        if (folders.size() == most)
            return QString(folders.join(u", "_s) % u"…"_s);
        folders += u"/proc/%1/fd"_s.arg(pid);
    }
    return folders.join(u", "_s);
}

} // namespace

Result<ConnectionList> listConnections(const std::stop_token &stop)
{
    const auto pids = ProcessTable().ids();
    if (!pids)
        return std::unexpected(pids.error());
    // Sockets first: one that is gone when the owners are looked for is shown without, never with a wrong one.
    SocketReader reader;
    reader.readOwn();
    reader.readOthers(*pids);
    if (reader.sockets().empty() && !reader.errors().empty())
        return std::unexpected(reader.errors().front());
    const auto owners = Linux::findSocketOwners("/proc", stop);
    if (!owners)
        return std::unexpected(owners.error());

    ConnectionList list{{}, reader.errors()};
    bool ownerMissing = false;
    for (const SocketReader::Found &found : reader.sockets()) {
        const auto holders = found.socket.inode ? owners->processes.value(found.socket.inode) : std::vector<qint64>();
        ownerMissing |= found.socket.inode && holders.empty();
        if (holders.empty())
            list.connections.push_back(connection(found, 0));
        for (const qint64 pid : holders)
            list.connections.push_back(connection(found, pid));
    }
    // Only where a row lacks its process for it: who has ended everything has no secrets.
    if (ownerMissing && !owners->unreadable.empty()) {
        list.errors.push_back(fail(ErrorCode::AccessDenied, foldersOf(owners->unreadable), Reason::SocketsHidden)
                .with(Fact::Count, qint64(owners->unreadable.size()))
                .error());
    }
    std::ranges::stable_sort(list.connections, {}, [](const Connection &one) { return rankOf(one); });
    return list;
}

} // namespace Sonde::Agent
