// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/base/isolationterms.h"

/// What the Windows Filtering Platform is told to isolate a device, as a pure function of the passages.
namespace Sonde::Agent::Wfp {

/// Where Windows asks for a permission: for what begins here, for what begins elsewhere, and for what only passes through. What was
/// permitted is asked for again when the filters are others, so open connections end, too; what comes back on a permitted one passes.
enum class Layer { ConnectIpv4, ConnectIpv6, AcceptIpv4, AcceptIpv6, ForwardIpv4, ForwardIpv6 };

/// IcmpType is the local port of what has no ports.
enum class Field { Loopback, RemoteAddress, Protocol, LocalPort, RemotePort, IcmpType };

/// Conditions of one field: one of them has to be true; of several fields: all.
struct Condition {
    Field field = Field::Loopback;
    QHostAddress address = {}; ///< of a network when there is a prefix
    int prefix = -1;
    quint16 first = 0; ///< a port, a type or a protocol's number; up to and with `last`
    quint16 last = 0;

    bool operator==(const Condition &) const = default;
};

/// A refusal has no conditions, and comes after all that is permitted.
struct Filter {
    Layer layer = Layer::ConnectIpv4;
    bool permits = false;
    std::vector<Condition> conditions = {};

    bool operator==(const Filter &) const = default;
};

inline constexpr quint16 IcmpIpv6 = 58;
inline constexpr quint16 Tcp = 6;
inline constexpr quint16 Udp = 17;

/// Only the passages, loopback, DHCP and neighbour discovery, and nothing for others; what passes through ends.
[[nodiscard]] std::vector<Filter> filtersFor(const std::vector<Passage> &passages);

} // namespace Sonde::Agent::Wfp
