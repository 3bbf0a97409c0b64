// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/rulewatch.h"

#include "agent/system/isolation/nftscript.h"

#include <QtEndian>
#include <array>
#include <cerrno>
#include <cstring>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace Sonde::Agent::Nft {

namespace {

using Linux::Descriptor;
using namespace std::chrono_literals;

constexpr size_t WatchBytes = 64 * 1024;
/// A transaction is told in many messages, and a device that comes is renamed and brought up.
constexpr auto Quiet = 20ms;
constexpr auto LongestUnrest = 300ms;

Descriptor openGroup(int protocol, int group)
{
    Descriptor socket(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
    sockaddr_nl own{};
    own.nl_family = AF_NETLINK;
    const int most = 4 * 1024 * 1024;
    if (!socket.isOpen() || ::bind(socket.number(), reinterpret_cast<const sockaddr *>(&own), sizeof own) != 0
        || ::setsockopt(socket.number(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) != 0)
        return Descriptor(-1);
    ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVBUFFORCE, &most, sizeof most);
    return socket;
}

/// The next whole part that begins with its length, `header` bytes or more; what is left of `bytes` is behind it.
QByteArrayView takePart(QByteArrayView &bytes, qsizetype header, qsizetype length)
{
    if (length < header || length > bytes.size()) {
        bytes = {};
        return {};
    }
    const QByteArrayView part = bytes.first(length);
    bytes = bytes.sliced(std::min<qsizetype>((length + 3) & ~3, bytes.size()));
    return part;
}

template<typename T>
T valueAt(QByteArrayView bytes)
{
    T value{};
    if (!bytes.isEmpty())
        std::memcpy(&value, bytes.data(), std::min<size_t>(sizeof value, size_t(bytes.size())));
    return value;
}

QByteArray textOf(QByteArrayView bytes)
{
    return QByteArray(bytes.data(), qsizetype(::strnlen(bytes.data(), size_t(bytes.size()))));
}

/// Every attribute of one message: its kind and its bytes.
template<typename Visitor>
void visitAttributes(QByteArrayView message, Visitor visit)
{
    constexpr qsizetype before = NLMSG_HDRLEN + NLMSG_ALIGN(sizeof(nfgenmsg));
    QByteArrayView left = message.size() > before ? message.sliced(before) : QByteArrayView();
    while (left.size() >= qsizetype(sizeof(nlattr))) {
        const auto header = valueAt<nlattr>(left);
        const QByteArrayView attribute = takePart(left, sizeof(nlattr), header.nla_len);
        if (!attribute.isEmpty())
            visit(header.nla_type & NLA_TYPE_MASK, attribute.sliced(sizeof(nlattr)));
    }
}

void readMessage(QByteArrayView message, int type, RuleChange &change)
{
    visitAttributes(message, [type, &change](int kind, QByteArrayView value) {
        if (type != NFT_MSG_NEWGEN) // in all others the first attribute is the table's name
            change.ours = change.ours || (kind == NFTA_TABLE_NAME && textOf(value) == TableName);
        else if (kind == NFTA_GEN_PROC_PID)
            change.process = qFromBigEndian(valueAt<quint32>(value));
        else if (kind == NFTA_GEN_PROC_NAME)
            change.program = textOf(value);
    });
}

/// All that waits in a socket, datagram by datagram; false when the kernel had to drop some.
template<typename Visitor>
bool drain(const Descriptor &socket, Visitor visit)
{
    std::array<char, WatchBytes> buffer;
    bool isWhole = true;
    for (;;) {
        const ssize_t size = ::recv(socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size > 0)
            visit(QByteArrayView(buffer.data(), size));
        else if (size < 0 && errno == ENOBUFS)
            isWhole = false;
        else if (size == 0 || errno != EINTR)
            return isWhole;
    }
}

} // namespace

RuleChange parseRuleChange(QByteArrayView message)
{
    RuleChange change;
    while (message.size() >= qsizetype(sizeof(nlmsghdr))) {
        const auto header = valueAt<nlmsghdr>(message);
        const QByteArrayView part = takePart(message, sizeof(nlmsghdr), qsizetype(header.nlmsg_len));
        if (part.isEmpty() || NFNL_SUBSYS_ID(header.nlmsg_type) != NFNL_SUBSYS_NFTABLES)
            continue;
        const int type = NFNL_MSG_TYPE(header.nlmsg_type);
        change.ended = change.ended || type == NFT_MSG_NEWGEN;
        readMessage(part, type, change);
    }
    return change;
}

RuleWatch::RuleWatch()
    : m_rules(openGroup(NETLINK_NETFILTER, NFNLGRP_NFTABLES))
    , m_devices(openGroup(NETLINK_ROUTE, RTNLGRP_LINK))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

RuleWatch::Heard RuleWatch::wait(std::chrono::milliseconds patience, qint64 except)
{
    Heard heard;
    auto left = patience;
    auto until = std::chrono::steady_clock::time_point::max();
    for (;;) {
        std::array<pollfd, 3> sockets{
            {{m_wake.number(), POLLIN, 0}, {m_rules.number(), POLLIN, 0}, {m_devices.number(), POLLIN, 0}}};
        const int ready = ::poll(sockets.data(), sockets.size(), int(left.count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return heard;
        if (sockets[0].revents) {
            quint64 count = 0;
            std::ignore = ::read(m_wake.number(), &count, sizeof count);
            return heard;
        }
        readRules(heard, except);
        readDevices(heard);
        const auto now = std::chrono::steady_clock::now();
        until = std::min(until, now + LongestUnrest);
        left = std::min(Quiet, std::chrono::ceil<std::chrono::milliseconds>(until - now));
        if (left.count() <= 0)
            return heard;
    }
}

void RuleWatch::readRules(Heard &heard, qint64 except)
{
    const bool isWhole = drain(m_rules, [&](QByteArrayView datagram) {
        const RuleChange change = parseRuleChange(datagram);
        m_isOurs = m_isOurs || change.ours;
        if (!change.ended)
            return;
        if (std::exchange(m_isOurs, false) && (change.process == 0 || change.process != except)) {
            heard.rules = true;
            heard.process = change.process;
            heard.program = change.program;
        }
    });
    heard.missed = heard.missed || !isWhole;
}

void RuleWatch::readDevices(Heard &heard) const
{
    const bool isWhole = drain(m_devices, [&heard](QByteArrayView) { heard.devices = true; });
    heard.missed = heard.missed || !isWhole;
}

void RuleWatch::wake() const
{
    const quint64 one = 1;
    std::ignore = ::write(m_wake.number(), &one, sizeof one);
}

} // namespace Sonde::Agent::Nft
