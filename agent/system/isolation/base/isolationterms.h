// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QHostAddress>
#include <vector>

namespace Sonde::Agent {

enum class PassageProtocol { Tcp, Udp };

/// Somebody an isolated device may still talk to: connections that begin here, and what comes back on them.
struct Passage {
    QHostAddress address; ///< of the network when there is a prefix; without a scope
    int prefix = -1;      ///< bits of the address that count; -1: all
    PassageProtocol protocol = PassageProtocol::Tcp;
    quint16 firstPort = 0;
    quint16 lastPort = 0;

    [[nodiscard]] bool isIpv6() const { return address.protocol() == QAbstractSocket::IPv6Protocol; }
    [[nodiscard]] QString toString() const; ///< as parsePassage() reads it
    bool operator==(const Passage &) const = default;
};

/// The service at one of its addresses. An IPv4 address that is written as IPv6 becomes IPv4, a scope is dropped.
[[nodiscard]] Passage passageTo(const QHostAddress &address, quint16 port);
/// "192.0.2.7 tcp 443", "10.1.0.0/16 udp 53-60", "2001:db8::/32 tcp 8443". BadValue.
[[nodiscard]] Result<Passage> parsePassage(const QString &text);

/// A network device that frames can leave by.
struct NetworkDevice {
    int index = 0;
    QByteArray name;
    bool isEthernet = true; ///< its frames begin with an Ethernet header

    bool operator==(const NetworkDevice &) const = default;
};

} // namespace Sonde::Agent
