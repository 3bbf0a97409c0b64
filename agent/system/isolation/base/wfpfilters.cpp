// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/base/wfpfilters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Wfp {

namespace {

using Conditions = std::vector<Condition>;

Condition number(Field field, quint16 first, quint16 last)
{
    return {.field = field, .first = first, .last = last};
}

Condition number(Field field, quint16 only)
{
    return number(field, only, only);
}

Condition from(const QString &address, int prefix = -1)
{
    return {.field = Field::RemoteAddress, .address = QHostAddress(address), .prefix = prefix};
}

Filter permit(Layer layer, Conditions conditions)
{
    return {layer, true, std::move(conditions)};
}

Filter passage(const Passage &passage)
{
    const quint16 protocol = passage.protocol == PassageProtocol::Udp ? Udp : Tcp;
    return permit(passage.isIpv6() ? Layer::ConnectIpv6 : Layer::ConnectIpv4,
        {{.field = Field::RemoteAddress, .address = passage.address, .prefix = passage.prefix},
            number(Field::Protocol, protocol), number(Field::RemotePort, passage.firstPort, passage.lastPort)});
}

/// Of a client, to everybody in the network or nowhere; the answer begins at the server.
std::vector<Filter> addressing()
{
    const auto ports = [](quint16 mine, quint16 theirs) {
        return Conditions{
            number(Field::Protocol, Udp), number(Field::LocalPort, mine), number(Field::RemotePort, theirs)};
    };
    const auto with = [](Conditions conditions, const Condition &more) {
        conditions.push_back(more);
        return conditions;
    };
    return {permit(Layer::ConnectIpv4, with(ports(68, 67), from(u"255.255.255.255"_s))),
        permit(Layer::AcceptIpv4, ports(68, 67)),
        permit(Layer::ConnectIpv6, with(ports(546, 547), from(u"ff02::1:2"_s))),
        permit(Layer::AcceptIpv6, with(ports(546, 547), from(u"fe80::"_s, 10)))};
}

/// Only to where a router does not pass it on, and to the passages themselves: discovery must not carry words to anybody else.
std::vector<Filter> discovery(const std::vector<Passage> &passages)
{
    constexpr quint16 routerSolicit = 133;
    constexpr quint16 routerAdvert = 134;
    constexpr quint16 neighborSolicit = 135;
    constexpr quint16 neighborAdvert = 136;
    Conditions out{number(Field::Protocol, IcmpIpv6), number(Field::IcmpType, routerSolicit),
        number(Field::IcmpType, neighborSolicit, neighborAdvert), from(u"fe80::"_s, 10), from(u"ff02::"_s, 16)};
    for (const Passage &one : passages) {
        const Condition there{.field = Field::RemoteAddress, .address = one.address, .prefix = one.prefix};
        if (one.isIpv6() && !std::ranges::contains(out, there))
            out.push_back(there);
    }
    // A router's word comes from its own link; a neighbour's may have any address of the network.
    return {permit(Layer::ConnectIpv6, out),
        permit(Layer::AcceptIpv6,
            {number(Field::Protocol, IcmpIpv6), number(Field::IcmpType, routerAdvert), from(u"fe80::"_s, 10)}),
        permit(Layer::AcceptIpv6,
            {number(Field::Protocol, IcmpIpv6), number(Field::IcmpType, neighborSolicit, neighborAdvert)})};
}

void append(std::vector<Filter> &all, const std::vector<Filter> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

std::vector<Filter> filtersFor(const std::vector<Passage> &passages)
{
    std::vector<Filter> all;
    const auto ends = {Layer::ConnectIpv4, Layer::ConnectIpv6, Layer::AcceptIpv4, Layer::AcceptIpv6};
    for (const Layer layer : ends)
        all.push_back(permit(layer, {{.field = Field::Loopback}}));
    for (const Passage &one : passages) {
        if (const Filter filter = passage(one); !std::ranges::contains(all, filter))
            all.push_back(filter);
    }
    append(all, addressing());
    append(all, discovery(passages));
    for (const Layer layer : ends)
        all.push_back({.layer = layer});
    for (const Layer layer : {Layer::ForwardIpv4, Layer::ForwardIpv6})
        all.push_back({.layer = layer});
    return all;
}

} // namespace Sonde::Agent::Wfp
