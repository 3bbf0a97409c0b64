// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/socketparser.h"

#include "protocol/base/reason.h"

#include <QList>
#include <QtEndian>
#include <array>
#include <cstring>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/tipc_netlink.h>
#include <linux/unix_diag.h>
#include <linux/vm_sockets.h> // wants the two before it
#include <linux/vm_sockets_diag.h>
#include <linux/xdp_diag.h>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// TCP_CLOSE: what the kernel calls a UDP socket without a peer.
constexpr quint8 CloseState = 7;
constexpr quint8 EstablishedState = 1;
constexpr quint8 ListenState = 10;
/// Of SCTP: SCTP_STATE_ESTABLISHED of the kernel's sctp/constants.h, an association's.
constexpr quint8 SctpEstablished = 3;
/// Where the other states of associations stand among ours.
constexpr quint8 SctpStates = 0x40;
/// Of /proc/net/unix: __SO_ACCEPTCON and SS_CONNECTED of the kernel's net.h.
constexpr uint AcceptsConnections = 0x10000;
constexpr int Connected = 3;

QHostAddress address(int family, const quint32 (&words)[4])
{
    if (family == AF_INET)
        return QHostAddress(qFromBigEndian(words[0]));
    Q_IPV6ADDR v6;
    static_assert(sizeof v6 == sizeof words);
    std::memcpy(&v6, words, sizeof v6);
    return QHostAddress(v6);
}

/// A raw socket has the number of its protocol where others have a port.
void takeProtocol(Socket &socket)
{
    if (socket.transport != Transport::Raw)
        return;
    socket.details.insert(u"ip_protocol"_s, QString::number(socket.localPort));
    socket.localPort = 0;
    socket.remotePort = 0;
}

Socket fromDiag(const inet_diag_msg &message, Transport transport)
{
    Socket socket{transport, message.idiag_family == AF_INET6, address(message.idiag_family, message.id.idiag_src),
        qFromBigEndian(message.id.idiag_sport), address(message.idiag_family, message.id.idiag_dst),
        qFromBigEndian(message.id.idiag_dport), message.idiag_state, message.idiag_inode};
    if (transport == Transport::Sctp && socket.remotePort != 0) // an association has states of its own
        socket.state =
            message.idiag_state == SctpEstablished ? EstablishedState : quint8(SctpStates + message.idiag_state);
    takeProtocol(socket);
    return socket;
}

struct EndPoint {
    QHostAddress address;
    quint16 port = 0;
};

/// "0100007F:0016": each 32-bit word of the address in the machine's byte order.
std::optional<EndPoint> parseEndPoint(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split(':');
    if (parts.size() != 2 || (parts[0].size() != 8 && parts[0].size() != 32))
        return {};
    quint32 words[4] = {};
    for (qsizetype i = 0; i < parts[0].size() / 8; ++i)
        words[i] = parts[0].sliced(i * 8, 8).toUInt(nullptr, 16);
    return EndPoint{address(parts[0].size() == 8 ? AF_INET : AF_INET6, words), parts[1].toUShort(nullptr, 16)};
}

/// Takes what stands before the next blank off the front, and the blanks.
QByteArray takeField(QByteArrayView &text)
{
    qsizetype end = text.indexOf(' ');
    end = end < 0 ? text.size() : end;
    const QByteArray field = text.first(end).toByteArray();
    while (end < text.size() && text.at(end) == ' ')
        ++end;
    text = text.sliced(end);
    return field;
}

/// Gives each answer of a netlink dump to `read`, which says whether it was one.
template<typename Reader>
Result<DiagPart> readDump(QByteArrayView bytes, Reader read)
{
    DiagPart part;
    while (bytes.size() >= qsizetype(sizeof(nlmsghdr))) {
        nlmsghdr header;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (header.nlmsg_len < NLMSG_HDRLEN || header.nlmsg_len > size_t(bytes.size()))
            return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
        const QByteArrayView payload = bytes.first(header.nlmsg_len).sliced(NLMSG_HDRLEN);
        if (header.nlmsg_type == NLMSG_DONE) {
            part.last = true;
            break;
        }
        if (header.nlmsg_type == NLMSG_ERROR) {
            qint32 number = 0;
            if (payload.size() >= qsizetype(sizeof number))
                std::memcpy(&number, payload.data(), sizeof number);
            return std::unexpected(errorFromErrno(-number, u"sock_diag"_s));
        }
        if (!read(payload, part.sockets))
            return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
        bytes = bytes.sliced(std::min<qsizetype>(NLMSG_ALIGN(header.nlmsg_len), bytes.size()));
    }
    return part;
}

std::optional<Transport> unixTransport(int type)
{
    switch (type) {
    case SOCK_STREAM: return Transport::UnixStream;
    case SOCK_DGRAM: return Transport::UnixDatagram;
    case SOCK_SEQPACKET: return Transport::UnixSeqpacket;
    default: return {};
    }
}

/// An abstract name begins with a NUL, and may have more of them.
QByteArray shownPath(QByteArrayView name)
{
    QByteArray path = name.toByteArray();
    if (path.startsWith('\0'))
        return path.replace('\0', '@');
    const qsizetype end = path.indexOf('\0');
    return end < 0 ? path : path.first(end);
}

/// As far as the bytes go; the rest stays as it was. A kernel that says nothing gives none at all.
template<typename Value>
void copyTo(Value &value, QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        std::memcpy(&value, bytes.data(), std::min<size_t>(size_t(bytes.size()), sizeof value));
}

/// The attribute of a type among those that follow a socket; empty without.
QByteArrayView attributeOf(QByteArrayView attributes, int type)
{
    while (attributes.size() >= qsizetype(sizeof(nlattr))) {
        nlattr attribute;
        std::memcpy(&attribute, attributes.data(), sizeof attribute);
        if (attribute.nla_len < NLA_HDRLEN || attribute.nla_len > attributes.size())
            break;
        if ((attribute.nla_type & NLA_TYPE_MASK) == type)
            return attributes.first(attribute.nla_len).sliced(NLA_HDRLEN);
        attributes = attributes.sliced(std::min<qsizetype>(NLA_ALIGN(attribute.nla_len), attributes.size()));
    }
    return {};
}

Socket packetSocket(int type, quint16 protocol, quint32 interface, quint64 inode)
{
    Socket socket{.transport = type == SOCK_DGRAM ? Transport::PacketDatagram : Transport::PacketRaw,
        .state = CloseState,
        .inode = inode};
    socket.details.insert(u"ethernet_protocol"_s, etherProtocolText(protocol));
    if (interface != 0) // else it listens on all of them
        socket.details.insert(u"interface_index"_s, QString::number(interface));
    return socket;
}

Socket netlinkSocket(int protocol, quint32 port, quint64 inode)
{
    Socket socket{.transport = Transport::Netlink, .state = CloseState, .inode = inode};
    socket.details.insert(u"netlink_protocol"_s, netlinkProtocolText(protocol));
    socket.details.insert(u"netlink_port"_s, QString::number(port));
    return socket;
}

QString cidText(quint32 cid)
{
    return cid == VMADDR_CID_ANY ? u"any"_s : QString::number(cid);
}

} // namespace

Result<DiagPart> parseDiagMessages(QByteArrayView bytes, Transport transport)
{
    return readDump(bytes, [transport](QByteArrayView payload, std::vector<Socket> &sockets) {
        inet_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        sockets.push_back(fromDiag(message, transport));
        return true;
    });
}

Result<DiagPart> parseUnixDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        unix_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        if (const auto transport = unixTransport(message.udiag_type)) {
            sockets.push_back({.transport = *transport,
                .state = message.udiag_state,
                .inode = message.udiag_ino,
                .path = shownPath(attributeOf(payload.sliced(NLMSG_ALIGN(sizeof message)), UNIX_DIAG_NAME))});
        }
        return true;
    });
}

Result<DiagPart> parsePacketDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        packet_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        packet_diag_info info{};
        const QByteArrayView said = attributeOf(payload.sliced(NLMSG_ALIGN(sizeof message)), PACKET_DIAG_INFO);
        copyTo(info, said);
        sockets.push_back(packetSocket(message.pdiag_type, message.pdiag_num, info.pdi_index, message.pdiag_ino));
        return true;
    });
}

Result<DiagPart> parseNetlinkDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        netlink_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        sockets.push_back(netlinkSocket(message.ndiag_protocol, message.ndiag_portid, message.ndiag_ino));
        return true;
    });
}

Result<DiagPart> parseVsockDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        vsock_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        const auto end = [](quint32 number) { return number == VMADDR_PORT_ANY ? 0U : number; };
        Socket socket{.transport = message.vdiag_type == SOCK_STREAM ? Transport::VsockStream
                : message.vdiag_type == SOCK_DGRAM                   ? Transport::VsockDatagram
                                                                     : Transport::VsockSeqpacket,
            .localPort = end(message.vdiag_src_port),
            .remotePort = end(message.vdiag_dst_port),
            .state = message.vdiag_state,
            .inode = message.vdiag_ino};
        socket.details.insert(u"local_cid"_s, cidText(message.vdiag_src_cid));
        socket.details.insert(u"remote_cid"_s, cidText(message.vdiag_dst_cid));
        sockets.push_back(socket);
        return true;
    });
}

Result<DiagPart> parseXdpDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        xdp_diag_msg message;
        if (payload.size() < qsizetype(sizeof message))
            return false;
        std::memcpy(&message, payload.data(), sizeof message);
        xdp_diag_info info{};
        const QByteArrayView said = attributeOf(payload.sliced(NLMSG_ALIGN(sizeof message)), XDP_DIAG_INFO);
        copyTo(info, said);
        Socket socket{.transport = Transport::Xdp, .state = CloseState, .inode = message.xdiag_ino};
        if (!said.isEmpty()) {
            socket.details.insert(u"interface_index"_s, QString::number(info.ifindex));
            socket.details.insert(u"queue"_s, QString::number(info.queue_id));
        }
        sockets.push_back(socket);
        return true;
    });
}

Result<DiagPart> parseTipcDiagMessages(QByteArrayView bytes)
{
    return readDump(bytes, [](QByteArrayView payload, std::vector<Socket> &sockets) {
        const QByteArrayView socket = attributeOf(payload, TIPC_NLA_SOCK);
        const auto number = [&socket](int type) {
            const QByteArrayView value = attributeOf(socket, type);
            return value.size() >= 4 ? qFromUnaligned<quint32>(value.data()) : 0U;
        };
        if (socket.isEmpty())
            return true;
        const bool isListening = number(TIPC_NLA_SOCK_TIPC_STATE) == ListenState;
        const bool isConnected = !attributeOf(socket, TIPC_NLA_SOCK_CON).isEmpty();
        Socket one{.transport = Transport::Tipc,
            .state = isListening ? ListenState
                : isConnected    ? EstablishedState
                                 : CloseState,
            .inode = number(TIPC_NLA_SOCK_INO)};
        one.details.insert(u"reference"_s, QString::number(number(TIPC_NLA_SOCK_REF)));
        sockets.push_back(one);
        return true;
    });
}

std::vector<Socket> parseNetTable(QByteArrayView bytes, Transport transport)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // sl local remote st tx:rx tr:when retrnsmt uid timeout inode …
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 10)
            continue;
        const auto local = parseEndPoint(fields.at(1));
        const auto remote = parseEndPoint(fields.at(2));
        if (!local || !remote)
            continue;
        const bool ipv6 = local->address.protocol() == QAbstractSocket::IPv6Protocol;
        Socket socket{transport, ipv6, local->address, local->port, remote->address, remote->port,
            quint8(fields.at(3).toUInt(nullptr, 16)), fields.at(9).toULongLong()};
        takeProtocol(socket);
        sockets.push_back(socket);
    }
    return sockets;
}

std::vector<Socket> parseUnixTable(QByteArrayView bytes)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // Num: RefCount Protocol Flags Type St Inode Path, where @ stands for an abstract one's NULs
        QByteArrayView rest = line;
        QByteArrayList fields;
        for (int i = 0; i < 7; ++i)
            fields += takeField(rest);
        bool isNumber = false;
        const quint64 inode = fields.at(6).toULongLong(&isNumber);
        const auto transport = unixTransport(fields.at(4).toInt(nullptr, 16));
        if (!isNumber || !transport)
            continue;
        const bool listens = fields.at(3).toUInt(nullptr, 16) & AcceptsConnections;
        const bool isConnected = fields.at(5).toInt(nullptr, 16) == Connected;
        sockets.push_back({.transport = *transport,
            .state = listens  ? ListenState
                : isConnected ? EstablishedState
                              : CloseState,
            .inode = inode,
            .path = rest.toByteArray()});
    }
    return sockets;
}

std::vector<Socket> parsePacketTable(QByteArrayView bytes)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // sk RefCnt Type Proto Iface R Rmem User Inode
        const QList<QByteArray> fields = line.simplified().split(' ');
        bool isNumber = false;
        const quint64 inode = fields.value(8).toULongLong(&isNumber);
        if (isNumber)
            sockets.push_back(
                packetSocket(fields.at(2).toInt(), fields.at(3).toUShort(nullptr, 16), fields.at(4).toUInt(), inode));
    }
    return sockets;
}

std::vector<Socket> parseNetlinkTable(QByteArrayView bytes)
{
    std::vector<Socket> sockets;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode
        const QList<QByteArray> fields = line.simplified().split(' ');
        bool isNumber = false;
        const quint64 inode = fields.value(9).toULongLong(&isNumber);
        if (isNumber)
            sockets.push_back(netlinkSocket(fields.at(1).toInt(), fields.at(2).toUInt(), inode));
    }
    return sockets;
}

QSet<QByteArray> parseProtocols(QByteArrayView bytes)
{
    QSet<QByteArray> names;
    const QList<QByteArray> lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 2 && fields.at(0) != "protocol")
            names.insert(fields.at(0));
    }
    return names;
}

QString etherProtocolText(quint16 protocol)
{
    static constexpr std::array names{std::pair{0x0003, "all"_L1}, std::pair{0x0800, "IPv4"_L1},
        std::pair{0x0806, "ARP"_L1}, std::pair{0x86dd, "IPv6"_L1}, std::pair{0x888e, "EAPOL"_L1},
        std::pair{0x88cc, "LLDP"_L1}, std::pair{0x8100, "VLAN"_L1}};
    const QString number = u"0x%1"_s.arg(protocol, 4, 16, QChar(u'0'));
    const auto known = std::ranges::find(names, int(protocol), [](const auto &pair) { return pair.first; });
    return known == names.end() ? number : u"%1 (%2)"_s.arg(number, known->second);
}

QString netlinkProtocolText(int protocol)
{
    static constexpr std::array names{"route"_L1, "unused"_L1, "usersock"_L1, "firewall"_L1, "sock_diag"_L1, "nflog"_L1,
        "xfrm"_L1, "selinux"_L1, "iscsi"_L1, "audit"_L1, "fib_lookup"_L1, "connector"_L1, "netfilter"_L1, "ip6_fw"_L1,
        "dnrtmsg"_L1, "kobject_uevent"_L1, "generic"_L1, "dm"_L1, "scsitransport"_L1, "ecryptfs"_L1, "rdma"_L1,
        "crypto"_L1, "smc"_L1};
    const QString number = QString::number(protocol);
    return protocol >= 0 && size_t(protocol) < names.size() ? u"%1 (%2)"_s.arg(number, names.at(size_t(protocol)))
                                                            : number;
}

QString stateText(Transport transport, quint8 state)
{
    static constexpr std::array associations{"CLOSED"_L1, "COOKIE_WAIT"_L1, "COOKIE_ECHOED"_L1, "ESTABLISHED"_L1,
        "SHUTDOWN_PENDING"_L1, "SHUTDOWN_SENT"_L1, "SHUTDOWN_RECEIVED"_L1, "SHUTDOWN_ACK_SENT"_L1};
    if (transport == Transport::Sctp && state >= SctpStates && state < SctpStates + associations.size())
        return associations.at(state - SctpStates);
    if (transport != Transport::Tcp && state == CloseState)
        return u"UNCONNECTED"_s;
    static constexpr std::array names{"?"_L1, "ESTABLISHED"_L1, "SYN_SENT"_L1, "SYN_RECV"_L1, "FIN_WAIT1"_L1,
        "FIN_WAIT2"_L1, "TIME_WAIT"_L1, "CLOSE"_L1, "CLOSE_WAIT"_L1, "LAST_ACK"_L1, "LISTEN"_L1, "CLOSING"_L1,
        "NEW_SYN_RECV"_L1};
    return state < names.size() ? QString(names.at(state)) : QString::number(state);
}

} // namespace Sonde::Agent::Linux
