// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolationprobes.h"

#include "agent/system/linux/descriptor.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <net/if_arp.h>
#include <netinet/in.h>
#include <netpacket/packet.h>
#include <poll.h>
#include <sys/socket.h>

namespace Sonde::Agent::Probe {

namespace {

using Linux::Descriptor;

constexpr quint16 DiscardPort = 9;
constexpr auto NobodyIpv4 = "192.0.2.1";
constexpr auto NobodyIpv6 = "2001:db8::1";

/// An address for the system's calls.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    [[nodiscard]] int family() const { return storage.ss_family; }
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress made;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 ipv6{};
        ipv6.sin6_family = AF_INET6;
        ipv6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&ipv6.sin6_addr, &bytes, sizeof bytes);
        std::memcpy(&made.storage, &ipv6, sizeof ipv6);
        made.size = sizeof ipv6;
    } else {
        sockaddr_in ipv4{};
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = htons(port);
        ipv4.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&made.storage, &ipv4, sizeof ipv4);
        made.size = sizeof ipv4;
    }
    return made;
}

/// What sendto() came to: a packet filter says EPERM, one below IP ENOBUFS.
Sending sendingOf(ssize_t sent)
{
    if (sent >= 0)
        return Sending::Passed;
    return errno == EPERM || errno == ENOBUFS ? Sending::Refused : Sending::NoWay;
}

Sending sendDatagram(const char *nobody)
{
    const SocketAddress to = socketAddress(QHostAddress(QLatin1StringView(nobody)), DiscardPort);
    const Descriptor socket(::socket(to.family(), SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isOpen())
        return Sending::NoWay;
    return sendingOf(::sendto(socket.number(), "", 1, 0, to.get(), to.size));
}

/// IPv4 and UDP headers of an empty datagram from nobody to nobody.
std::array<uchar, 28> emptyDatagram()
{
    std::array<uchar, 28> packet{0x45, 0, 0, 28, 0, 0, 0x40, 0, 1, IPPROTO_UDP};
    const in_addr_t nobody = ::inet_addr(NobodyIpv4);
    std::memcpy(&packet[12], &nobody, sizeof nobody);
    std::memcpy(&packet[16], &nobody, sizeof nobody);
    packet[21] = packet[23] = DiscardPort;
    packet[25] = 8;
    return packet;
}

/// A connection that is being made.
Descriptor beginConnecting(const Passage &service)
{
    const SocketAddress to = socketAddress(service.address, service.firstPort);
    Descriptor socket(::socket(to.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (socket.isOpen() && ::connect(socket.number(), to.get(), to.size) != 0 && errno != EINPROGRESS)
        return Descriptor(-1);
    return socket;
}

bool isConnected(int socket)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

} // namespace

std::vector<NetworkDevice> networkDevices()
{
    ifaddrs *first = nullptr;
    if (::getifaddrs(&first) != 0)
        return {};
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> all(first, &::freeifaddrs);
    std::vector<NetworkDevice> devices;
    for (const ifaddrs *one = first; one; one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_PACKET || (one->ifa_flags & IFF_LOOPBACK))
            continue;
        const auto *link = reinterpret_cast<const sockaddr_ll *>(one->ifa_addr);
        devices.push_back({link->sll_ifindex, one->ifa_name, link->sll_hatype == ARPHRD_ETHER});
    }
    std::ranges::sort(devices, {}, &NetworkDevice::index);
    return devices;
}

Sending sendIpv4()
{
    return sendDatagram(NobodyIpv4);
}

Sending sendIpv6()
{
    return sendDatagram(NobodyIpv6);
}

Sending sendFrame(const NetworkDevice &device)
{
    const Descriptor socket(::socket(AF_PACKET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isOpen())
        return Sending::NoWay;
    sockaddr_ll to{};
    to.sll_family = AF_PACKET;
    to.sll_protocol = htons(0x0800);
    to.sll_ifindex = device.index;
    to.sll_halen = device.isEthernet ? 6 : 0;
    to.sll_addr[0] = 0x02; // given out by an administrator: nobody's, here
    const auto packet = emptyDatagram();
    return sendingOf(
        ::sendto(socket.number(), packet.data(), packet.size(), 0, reinterpret_cast<const sockaddr *>(&to), sizeof to));
}

bool answers(const std::vector<Passage> &service, std::chrono::milliseconds patience)
{
    std::vector<Descriptor> sockets;
    sockets.reserve(service.size());
    for (const Passage &passage : service)
        sockets.push_back(beginConnecting(passage));
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        std::vector<pollfd> waiting;
        for (const Descriptor &socket : sockets) {
            if (socket.isOpen())
                waiting.push_back({socket.number(), POLLOUT, 0});
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (waiting.empty() || left.count() <= 0)
            return false;
        if (::poll(waiting.data(), waiting.size(), int(left.count())) <= 0)
            continue;
        for (const pollfd &one : waiting) {
            if (one.revents && isConnected(one.fd))
                return true;
        }
        // What ended otherwise is not waited for any more.
        std::erase_if(sockets, [&waiting](const Descriptor &socket) {
            return std::ranges::any_of(
                waiting, [&socket](const pollfd &one) { return one.revents && one.fd == socket.number(); });
        });
    }
}

} // namespace Sonde::Agent::Probe
