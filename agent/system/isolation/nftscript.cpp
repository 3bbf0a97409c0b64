// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/nftscript.h"

#include <algorithm>

namespace Sonde::Agent::Nft {

namespace {

using Lines = QByteArrayList;

/// Before everybody else's chains; what is dropped here, nobody can accept later.
constexpr auto Priority = "-310";
constexpr auto Refused = "counter comment \"refused\"";

QByteArray network(const Passage &passage)
{
    const QByteArray address = passage.address.toString().toLatin1();
    return passage.prefix < 0 ? address : address + '/' + QByteArray::number(passage.prefix);
}

QByteArray ports(const Passage &passage)
{
    const QByteArray first = QByteArray::number(passage.firstPort);
    return passage.firstPort == passage.lastPort ? first : first + '-' + QByteArray::number(passage.lastPort);
}

QByteArray transport(const Passage &passage)
{
    return passage.protocol == PassageProtocol::Tcp ? "tcp" : "udp";
}

/// `direction`: 'd' for what goes there, 's' for what comes from there.
QByteArray match(const Passage &passage, char direction)
{
    return (passage.isIpv6() ? "ip6 " : "ip ") + QByteArray(1, direction) + "addr " + network(passage) + ' '
        + transport(passage) + ' ' + direction + "port " + ports(passage);
}

Lines passagesOut(const std::vector<Passage> &passages)
{
    Lines lines;
    for (const Passage &passage : passages)
        lines += match(passage, 'd') + " accept";
    return lines;
}

Lines passagesIn(const std::vector<Passage> &passages)
{
    Lines lines;
    for (const Passage &passage : passages)
        lines += match(passage, 's') + " ct state established accept";
    return lines;
}

/// Only to where a router does not pass it on, and to the passages themselves: discovery must not carry words to anybody else.
Lines discoveryOut(const std::vector<Passage> &passages)
{
    const QByteArray kinds =
        " ip6 hoplimit 255 icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert } accept";
    Lines lines{"ip6 daddr { fe80::/10, ff02::/16 }" + kinds};
    for (const Passage &passage : passages) {
        if (const QByteArray line = "ip6 daddr " + network(passage) + kinds; passage.isIpv6() && !lines.contains(line))
            lines += line;
    }
    return lines;
}

/// `link`: what has to be true of the frame.
Lines dhcpOut(const QByteArray &link = {})
{
    return {link + "ip daddr 255.255.255.255 udp sport 68 udp dport 67 accept",
        "ip6 daddr ff02::1:2 udp sport 546 udp dport 547 accept"};
}

Lines incoming(const std::vector<Passage> &passages)
{
    return Lines{"iif lo accept"} + passagesIn(passages)
        + Lines{
            "udp sport 67 udp dport 68 accept",
            "ip6 saddr fe80::/10 udp sport 547 udp dport 546 accept",
            "ip6 hoplimit 255 icmpv6 type { nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept",
            // Without them a narrow path to the service is a black hole.
            "icmp type destination-unreachable icmp code frag-needed ct state related accept",
            "icmpv6 type packet-too-big ct state related accept",
            Refused,
        };
}

Lines outgoing(const std::vector<Passage> &passages)
{
    return Lines{"oif lo accept"} + passagesOut(passages) + dhcpOut() + discoveryOut(passages) + Lines{Refused};
}

/// What the frame itself says counts, not what its sender told the kernel of it: so ARP is looked for in the Ethernet header, and DHCP goes
/// to everybody in the network or nowhere.
Lines leaving(const std::vector<Passage> &passages, const NetworkDevice &device)
{
    Lines lines;
    if (device.isEthernet)
        lines = Lines{"ether type arp accept", "vlan type arp accept"} + dhcpOut("ether daddr ff:ff:ff:ff:ff:ff ");
    return lines + passagesOut(passages) + discoveryOut(passages) + Lines{Refused};
}

QByteArray chain(const QByteArray &name, const QByteArray &hook, const Lines &lines)
{
    QByteArray text = "    chain " + name + " {\n        " + hook + " policy drop;\n";
    for (const QByteArray &line : lines)
        text += "        " + line + '\n';
    return text + "    }\n";
}

QByteArray hostChain(const QByteArray &name, const QByteArray &hook, const Lines &lines)
{
    return chain(name, "type filter hook " + hook + " priority " + Priority + ';', lines);
}

/// Named after the device's number: its name may be a word of nft's language.
QByteArray deviceChain(const std::vector<Passage> &passages, const NetworkDevice &device)
{
    return chain("leaving" + QByteArray::number(device.index),
        "type filter hook egress device \"" + device.name + "\" priority 0;", leaving(passages, device));
}

/// A table that is there may be deleted; so it is made first.
QByteArray withoutOld(const QByteArray &family)
{
    const QByteArray table = "table " + family + ' ' + TableName + '\n';
    return table + "delete " + table;
}

QByteArray table(const QByteArray &family, const QByteArray &chains)
{
    return "table " + family + ' ' + TableName + " {\n" + chains + "}\n";
}

} // namespace

bool canName(const NetworkDevice &device)
{
    return !device.name.isEmpty() && !device.name.endsWith('*')
        && std::ranges::all_of(device.name, [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '\\'; });
}

QByteArray hostTable(const std::vector<Passage> &passages)
{
    return withoutOld("inet")
        + table("inet",
            hostChain("incoming", "input", incoming(passages)) + hostChain("outgoing", "output", outgoing(passages))
                + hostChain("forwarded", "forward", {Refused}));
}

QByteArray deviceTable(const std::vector<Passage> &passages, const std::vector<NetworkDevice> &devices)
{
    QByteArray chains;
    for (const NetworkDevice &device : devices) {
        if (canName(device))
            chains += deviceChain(passages, device);
    }
    return chains.isEmpty() ? QByteArray() : withoutOld("netdev") + table("netdev", chains);
}

QByteArray oneDevice(const std::vector<Passage> &passages, const NetworkDevice &device)
{
    return table("netdev", deviceChain(passages, device));
}

QByteArray emptyDeviceTable()
{
    return withoutOld("netdev") + table("netdev", {});
}

QByteArray removal()
{
    return withoutOld("inet") + withoutOld("netdev");
}

} // namespace Sonde::Agent::Nft
