// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sockdiag.h"

#include "descriptor.h"
#include "files.h"
#include "processes.h"
#include "procparser.h"

#include <algorithm>
#include <cerrno>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

using namespace Qt::StringLiterals;

namespace Sonde::Linux {

namespace {

constexpr qsizetype ReplyBytes = 32 * 1024;
constexpr timeval KernelPatience{.tv_sec = 5, .tv_usec = 0};

Result<void> askForDump(int netlink, Transport transport, bool ipv6)
{
    struct {
        nlmsghdr header{};
        inet_diag_req_v2 request{};
    } message;
    message.header.nlmsg_len = sizeof message;
    message.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    message.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    message.request.sdiag_family = ipv6 ? AF_INET6 : AF_INET;
    message.request.sdiag_protocol = transport == Transport::Tcp ? IPPROTO_TCP : IPPROTO_UDP;
    message.request.idiag_states = ~0U;
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    if (::sendto(netlink, &message, sizeof message, 0, reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel) < 0)
        return std::unexpected(errorFromErrno(errno, u"sock_diag"_s));
    return {};
}

/// The sockets among a process's descriptors; false when they may not be seen.
bool collectSockets(const QByteArray &folder, qint64 pid, QHash<quint64, std::vector<qint64>> &owners)
{
    // The kernel may list descriptors and still forbid to see what they are.
    bool isAllowed = true;
    const auto read = readDirectory(folder, [&](const DirectoryEntry &entry) {
        const auto target = readLink(folder + '/' + entry.name.toByteArray());
        isAllowed = isAllowed && (target || target.error().code != ErrorCode::AccessDenied);
        const auto inode = target ? socketInode(*target) : std::nullopt;
        if (!inode)
            return isAllowed;
        auto &processes = owners[*inode];
        if (processes.empty() || processes.back() != pid) // the same socket twice in one process
            processes.push_back(pid);
        return isAllowed;
    });
    return isAllowed && (read || read.error().code != ErrorCode::AccessDenied);
}

} // namespace

Result<std::vector<Socket>> dumpSockets(Transport transport, bool ipv6)
{
    const Descriptor netlink(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!netlink.isOpen())
        return std::unexpected(errorFromErrno(errno, u"sock_diag"_s));
    ::setsockopt(netlink.number(), SOL_SOCKET, SO_RCVTIMEO, &KernelPatience, sizeof KernelPatience);
    if (const auto asked = askForDump(netlink.number(), transport, ipv6); !asked)
        return std::unexpected(asked.error());

    std::vector<Socket> sockets;
    QByteArray reply(ReplyBytes, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::recv(netlink.number(), reply.data(), size_t(reply.size()), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return std::unexpected(errorFromErrno(size < 0 ? errno : EPIPE, u"sock_diag"_s));
        const auto part = parseDiagMessages(QByteArrayView(reply).first(size), transport);
        if (!part)
            return std::unexpected(part.error());
        sockets.insert(sockets.end(), part->sockets.begin(), part->sockets.end());
        if (part->last)
            return sockets;
    }
}

Result<SocketOwners> findSocketOwners(const QByteArray &root, const std::stop_token &stop)
{
    const auto pids = ProcessTable(root).ids();
    if (!pids)
        return std::unexpected(pids.error());
    SocketOwners owners;
    for (const qint64 pid : *pids) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (!collectSockets(root + '/' + QByteArray::number(pid) + "/fd", pid, owners.processes))
            owners.unreadable.push_back(pid);
    }
    return owners;
}

} // namespace Sonde::Linux
