// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/sockdiag.h"

#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procparser.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <limits>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/sock_diag.h>
#include <linux/tipc_sockets_diag.h>
#include <linux/unix_diag.h>
#include <linux/vm_sockets_diag.h>
#include <linux/xdp_diag.h>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qsizetype ReplyBytes = 32 * 1024;
constexpr timeval KernelPatience{.tv_sec = 5, .tv_usec = 0};

/// A question for sock_diag(7): an inet_diag_req_v2 or a unix_diag_req.
template<typename Request>
struct DiagQuestion {
    nlmsghdr header{.nlmsg_len = sizeof(DiagQuestion),
        .nlmsg_type = SOCK_DIAG_BY_FAMILY,
        .nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP,
        .nlmsg_seq = 0,
        .nlmsg_pid = 0};
    Request request{};
};

/// Of an inet_diag_req_v2 whose protocol has a number of more than eight bits.
struct WideDiagQuestion {
    DiagQuestion<inet_diag_req_v2> question;
    nlattr attribute{.nla_len = NLA_HDRLEN + sizeof(quint32), .nla_type = INET_DIAG_REQ_PROTOCOL};
    quint32 protocol = 0;
};
static_assert(sizeof(DiagQuestion<inet_diag_req_v2>) % NLMSG_ALIGNTO == 0);

/// Asks the kernel and reads its answer, part by part.
template<typename Question, typename Parser>
Result<std::vector<Socket>> dump(const Question &question, Parser parse)
{
    const auto failed = [](int error) { return std::unexpected(errorFromErrno(error, u"sock_diag"_s)); };
    const Descriptor netlink(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    if (!netlink.isOpen())
        return failed(errno);
    ::setsockopt(netlink.number(), SOL_SOCKET, SO_RCVTIMEO, &KernelPatience, sizeof KernelPatience);
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    if (::sendto(
            netlink.number(), &question, sizeof question, 0, reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel)
        < 0)
        return failed(errno);
    std::vector<Socket> sockets;
    QByteArray reply(ReplyBytes, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::recv(netlink.number(), reply.data(), size_t(reply.size()), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return failed(size < 0 ? errno : EPIPE);
        const Result<DiagPart> part = parse(QByteArrayView(reply).first(size));
        if (!part)
            return std::unexpected(part.error());
        sockets.insert(sockets.end(), part->sockets.begin(), part->sockets.end());
        if (part->last)
            return sockets;
    }
}

/// Gives each descriptor of a process, by its name and what it is, until `visit` returns false. False when they may not be seen. The folder
/// is opened once: its way is not gone again for each of them.
template<typename Visitor>
bool visitDescriptors(const QByteArray &folder, Visitor visit)
{
    const auto isForbidden = [] { return errno == EACCES || errno == EPERM; };
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir(folder.constData()), &::closedir);
    if (!directory)
        return !isForbidden();
    std::array<char, 64> target; // what is longer is no socket
    while (const dirent *entry = ::readdir(directory.get())) {
        const ssize_t size = ::readlinkat(::dirfd(directory.get()), entry->d_name, target.data(), target.size());
        // The kernel may list descriptors and still forbid to see what they are.
        if (size < 0 && isForbidden())
            return false;
        if (size > 0 && !visit(entry->d_name, QByteArrayView(target.data(), size)))
            break;
    }
    return true;
}

/// The sockets among a process's descriptors; false when they may not be seen.
bool collectSockets(const QByteArray &folder, qint64 pid, QHash<quint64, std::vector<qint64>> &owners)
{
    return visitDescriptors(folder, [&](const char *, QByteArrayView target) {
        const auto inode = socketInode(target);
        if (!inode)
            return true;
        auto &processes = owners[*inode];
        if (processes.empty() || processes.back() != pid) // the same socket twice in one process
            processes.push_back(pid);
        return true;
    });
}

QByteArray protocolOf(const QByteArray &path)
{
    std::array<char, 64> name{};
    const ssize_t size = ::getxattr(path.constData(), "system.sockprotoname", name.data(), name.size() - 1);
    return QByteArray(name.data(), qsizetype(qstrnlen(name.data(), size_t(std::max<ssize_t>(size, 0)))));
}

} // namespace

Result<std::vector<Socket>> dumpSockets(const InternetProtocol &protocol)
{
    const auto parse = [&protocol](QByteArrayView bytes) { return parseDiagMessages(bytes, protocol.transport); };
    WideDiagQuestion wide;
    inet_diag_req_v2 &request = wide.question.request;
    request.sdiag_family = protocol.ipv6 ? AF_INET6 : AF_INET;
    request.sdiag_protocol = quint8(protocol.number);
    request.idiag_states = ~0U;
    if (protocol.number <= std::numeric_limits<quint8>::max())
        return dump(wide.question, parse);
    wide.question.header.nlmsg_len = sizeof wide;
    wide.protocol = quint32(protocol.number);
    return dump(wide, parse);
}

Result<std::vector<Socket>> dumpUnixSockets()
{
    DiagQuestion<unix_diag_req> question;
    question.request.sdiag_family = AF_UNIX;
    question.request.udiag_states = ~0U;
    question.request.udiag_show = UDIAG_SHOW_NAME;
    return dump(question, &parseUnixDiagMessages);
}

Result<std::vector<Socket>> dumpPacketSockets()
{
    DiagQuestion<packet_diag_req> question;
    question.request.sdiag_family = AF_PACKET;
    question.request.pdiag_show = PACKET_SHOW_INFO;
    return dump(question, &parsePacketDiagMessages);
}

Result<std::vector<Socket>> dumpNetlinkSockets()
{
    DiagQuestion<netlink_diag_req> question;
    question.request.sdiag_family = AF_NETLINK;
    question.request.sdiag_protocol = NDIAG_PROTO_ALL;
    return dump(question, &parseNetlinkDiagMessages);
}

Result<std::vector<Socket>> dumpVsockSockets()
{
    DiagQuestion<vsock_diag_req> question;
    question.request.sdiag_family = AF_VSOCK;
    question.request.vdiag_states = ~0U;
    return dump(question, &parseVsockDiagMessages);
}

Result<std::vector<Socket>> dumpXdpSockets()
{
    DiagQuestion<xdp_diag_req> question;
    question.request.sdiag_family = AF_XDP;
    question.request.xdiag_show = XDP_SHOW_INFO;
    return dump(question, &parseXdpDiagMessages);
}

Result<std::vector<Socket>> dumpTipcSockets()
{
    DiagQuestion<tipc_sock_diag_req> question;
    question.request.sdiag_family = AF_TIPC;
    question.request.tidiag_states = ~0U;
    return dump(question, &parseTipcDiagMessages);
}

QHash<quint64, QByteArray> socketProtocols(
    const QByteArray &folder, const QSet<quint64> &inodes, const std::stop_token &stop)
{
    QHash<quint64, QByteArray> protocols;
    std::ignore = visitDescriptors(folder, [&](const char *name, QByteArrayView target) {
        const auto inode = socketInode(target);
        if (inode && inodes.contains(*inode) && !protocols.contains(*inode))
            protocols.insert(*inode, protocolOf(folder + '/' + name));
        return protocols.size() < inodes.size() && !stop.stop_requested();
    });
    return protocols;
}

Result<SocketOwners> findSocketOwners(const ProcessTable &table, const std::stop_token &stop)
{
    const auto pids = table.ids();
    if (!pids)
        return std::unexpected(pids.error());
    SocketOwners owners;
    for (const qint64 pid : *pids) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (!collectSockets(table.folder() + '/' + QByteArray::number(pid) + "/fd", pid, owners.processes))
            owners.unreadable.push_back(pid);
    }
    return owners;
}

} // namespace Sonde::Agent::Linux
