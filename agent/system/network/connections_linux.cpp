// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/connections.h"

#include "agent/system/linux/descriptor.h"
#include "agent/system/network/sockdiag.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procparser.h"
#include "protocol/base/reason.h"

#include <QMap>
#include <QSet>
#include <array>
#include <net/if.h>
#include <netinet/in.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Sockets = Result<std::vector<Linux::Socket>>;

/// A protocol of the internet, and where its table is told as text.
struct InetTable {
    Linux::InternetProtocol protocol;
    const char *file;  ///< null: nowhere
    const char *known; ///< among /proc/net/protocols; null: every kernel has it
};
constexpr int MultipathTcp = 262; ///< IPPROTO_MPTCP, which old headers do not have
constexpr std::array InetTables{InetTable{{Transport::Tcp, IPPROTO_TCP, false}, "/net/tcp", nullptr},
    InetTable{{Transport::Tcp, IPPROTO_TCP, true}, "/net/tcp6", nullptr},
    InetTable{{Transport::Udp, IPPROTO_UDP, false}, "/net/udp", nullptr},
    InetTable{{Transport::Udp, IPPROTO_UDP, true}, "/net/udp6", nullptr},
    InetTable{{Transport::UdpLite, IPPROTO_UDPLITE, false}, "/net/udplite", "UDP-Lite"},
    InetTable{{Transport::UdpLite, IPPROTO_UDPLITE, true}, "/net/udplite6", "UDPLITEv6"},
    InetTable{{Transport::Raw, IPPROTO_RAW, false}, "/net/raw", "RAW"},
    InetTable{{Transport::Raw, IPPROTO_RAW, true}, "/net/raw6", "RAWv6"},
    InetTable{{Transport::Mptcp, MultipathTcp, false}, nullptr, "MPTCP"},
    InetTable{{Transport::Mptcp, MultipathTcp, true}, nullptr, "MPTCPv6"},
    InetTable{{Transport::Sctp, IPPROTO_SCTP, false}, nullptr, "SCTP"},
    InetTable{{Transport::Sctp, IPPROTO_SCTP, true}, nullptr, "SCTPv6"},
    InetTable{{Transport::Dccp, IPPROTO_DCCP, false}, nullptr, "DCCP"},
    InetTable{{Transport::Dccp, IPPROTO_DCCP, true}, nullptr, "DCCPv6"}};
/// Only as text.
constexpr std::array PingTables{InetTable{{Transport::Icmp, IPPROTO_ICMP, false}, "/net/icmp", nullptr},
    InetTable{{Transport::Icmp, IPPROTO_ICMPV6, true}, "/net/icmp6", nullptr}};

/// The other families.
struct FamilyTable {
    Sockets (*dump)();
    std::vector<Linux::Socket> (*parse)(QByteArrayView text);
    const char *file;
    const char *known;
};
constexpr std::array FamilyTables{FamilyTable{&Linux::dumpUnixSockets, &Linux::parseUnixTable, "/net/unix", nullptr},
    FamilyTable{&Linux::dumpPacketSockets, &Linux::parsePacketTable, "/net/packet", "PACKET"},
    FamilyTable{&Linux::dumpNetlinkSockets, &Linux::parseNetlinkTable, "/net/netlink", "NETLINK"},
    FamilyTable{&Linux::dumpVsockSockets, nullptr, nullptr, "AF_VSOCK"},
    FamilyTable{&Linux::dumpXdpSockets, nullptr, nullptr, "XDP"},
    FamilyTable{&Linux::dumpTipcSockets, nullptr, nullptr, "TIPC"}};

Sockets readInetTable(const InetTable &table, const QByteArray &folder)
{
    return Linux::readWhole(folder + table.file).transform([&table](const QByteArray &text) {
        return Linux::parseNetTable(text, table.protocol.transport);
    });
}

Sockets readFamilyTable(const FamilyTable &table, const QByteArray &folder)
{
    return Linux::readWhole(folder + table.file).transform([&table](const QByteArray &text) {
        return table.parse(text);
    });
}

/// The sockets of all network namespaces, each with the number of the one it is in.
class SocketReader final
{
public:
    struct Found {
        Linux::Socket socket;
        quint64 networkNamespace;
    };

    explicit SocketReader(const ProcessTable &table)
        : m_folder(table.folder())
    {
    }

    /// Netlink first: one copy in binary. A kernel without inet_diag, or a sandbox that forbids netlink, still has the text tables. What the
    /// kernel has not loaded is not asked for: the question alone would load it.
    void readOwn()
    {
        const QByteArray self = m_folder + "/self";
        const auto protocols = Linux::parseProtocols(Linux::readWhole(self + "/net/protocols").value_or(QByteArray()));
        const auto isThere = [&protocols](const char *known) { return !known || protocols.contains(known); };
        for (const InetTable &table : InetTables) {
            if (isThere(table.known))
                take(Linux::dumpSockets(table.protocol).or_else([&](const Error &error) -> Sockets {
                    return table.file ? readInetTable(table, self) : std::unexpected(error);
                }));
        }
        for (const InetTable &table : PingTables)
            take(readInetTable(table, self));
        for (const FamilyTable &table : FamilyTables) {
            if (isThere(table.known))
                take(table.dump().or_else([&](const Error &error) -> Sockets {
                    return table.file ? readFamilyTable(table, self) : std::unexpected(error);
                }));
        }
    }

    /// The kernel shows another namespace's tables beside a process that lives there.
    void readOthers(const std::vector<qint64> &pids, const std::stop_token &stop)
    {
        QMap<quint64, QByteArray> folders; // one process of each
        for (const qint64 pid : pids) {
            const QByteArray folder = m_folder + '/' + QByteArray::number(pid);
            if (const auto number = namespaceOf(folder); number && !folders.contains(*number))
                folders.insert(*number, folder);
        }
        folders.remove(namespaceOf(m_folder + "/self").value_or(0));
        for (const auto &[number, folder] : folders.asKeyValueRange()) {
            if (!stop.stop_requested())
                readOther(folder, number);
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

    void readOther(const QByteArray &folder, quint64 networkNamespace)
    {
        for (const InetTable &table : InetTables) {
            if (table.file)
                take(readInetTable(table, folder), networkNamespace);
        }
        for (const InetTable &table : PingTables)
            take(readInetTable(table, folder), networkNamespace);
        for (const FamilyTable &table : FamilyTables) {
            if (table.file)
                take(readFamilyTable(table, folder), networkNamespace);
        }
    }

    void take(const Sockets &read, quint64 networkNamespace = 0)
    {
        // A kernel without IPv6 has no such table; a process may have ended meanwhile.
        if (!read && read.error().code != ErrorCode::NotFound)
            m_errors.push_back(read.error());
        for (const Linux::Socket &socket : read.value_or(std::vector<Linux::Socket>()))
            m_sockets.push_back({socket, networkNamespace});
    }

    QByteArray m_folder;
    std::vector<Found> m_sockets;
    std::vector<Error> m_errors;
};

QMap<QString, QString> detailsOf(const Linux::Socket &socket)
{
    QMap<QString, QString> details = socket.details;
    const uint index = details.value(u"interface_index"_s).toUInt();
    std::array<char, IF_NAMESIZE> name{};
    if (index != 0 && ::if_indextoname(index, name.data()))
        details.insert(u"interface"_s, QString::fromUtf8(name.data()));
    return details;
}

Connection connection(const SocketReader::Found &found, qint64 pid)
{
    const Linux::Socket &socket = found.socket;
    return {socket.transport, socket.ipv6, Linux::stateText(socket.transport, socket.state), socket.localAddress,
        socket.localPort, socket.remoteAddress, socket.remotePort, socket.path, found.networkNamespace, pid,
        found.networkNamespace ? socket.details : detailsOf(socket)};
}

/// As an analyst looks for them: what talks or listens on the network, what does within the device, what asks the kernel, what has ended.
int rankOf(const Connection &connection)
{
    if (connection.transport == Transport::Netlink)
        return 2;
    if (isUnix(connection.transport))
        return 1;
    return connection.pid == 0 ? 3 : 0;
}

/// What processes hold and no list has: families that the kernel has no list of, and those of other namespaces that are told as text
/// nowhere. An end that was made and not used yet is in no list either, and no connection.
void addUnlisted(ConnectionList &list, const SocketReader &reader, const Linux::SocketOwners &owners,
    const ProcessTable &table, const std::stop_token &stop)
{
    static const QSet<QByteArray> usual{"TCP", "TCPv6", "UDP", "UDPv6", "UNIX", "UNIX-STREAM", "NETLINK", "PACKET",
        "RAW", "RAWv6", "PING", "PINGv6", "UDP-Lite", "UDPLITEv6", ""};
    QSet<quint64> listed;
    for (const SocketReader::Found &found : reader.sockets())
        listed.insert(found.socket.inode);
    QMap<qint64, QSet<quint64>> unlisted; // by a process that holds them
    for (const auto &[inode, holders] : owners.processes.asKeyValueRange()) {
        if (!listed.contains(inode))
            unlisted[holders.front()].insert(inode);
    }
    for (const auto &[pid, inodes] : unlisted.asKeyValueRange()) {
        const QByteArray folder = table.folder() + '/' + QByteArray::number(pid) + "/fd";
        const auto protocols = Linux::socketProtocols(folder, inodes, stop);
        for (const auto &[inode, protocol] : protocols.asKeyValueRange()) {
            if (usual.contains(protocol))
                continue;
            for (const qint64 holder : owners.processes.value(inode))
                list.connections.push_back({.transport = Transport::Other,
                    .pid = holder,
                    .details = {{u"kernel_protocol"_s, QString::fromLatin1(protocol)}}});
        }
        if (stop.stop_requested())
            return;
    }
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
    const ProcessTable table;
    const auto pids = table.ids();
    if (!pids)
        return std::unexpected(pids.error());
    // Sockets first: one that is gone when the owners are looked for is shown without, never with a wrong one.
    SocketReader reader(table);
    reader.readOwn();
    reader.readOthers(*pids, stop);
    if (reader.sockets().empty() && !reader.errors().empty())
        return std::unexpected(reader.errors().front());
    const auto owners = Linux::findSocketOwners(table, stop);
    if (!owners)
        return std::unexpected(owners.error());

    ConnectionList list{{}, reader.errors()};
    bool ownerMissing = false;
    for (const SocketReader::Found &found : reader.sockets()) {
        const auto holders = found.socket.inode ? owners->processes.value(found.socket.inode) : std::vector<qint64>();
        // The kernel has sockets of its own, too, of which some have a number.
        ownerMissing |= found.socket.inode && holders.empty() && found.socket.transport != Transport::Netlink;
        if (holders.empty())
            list.connections.push_back(connection(found, 0));
        for (const qint64 pid : holders)
            list.connections.push_back(connection(found, pid));
    }
    addUnlisted(list, reader, *owners, table, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    for (const qint64 pid : table.covered())
        list.errors.push_back({ErrorCode::ProcessHidden, QString::number(pid), {}, {}});
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
