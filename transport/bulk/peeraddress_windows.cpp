// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/peeraddress.h"

#include <QtEndian>
#include <winsock2.h>
#include <ws2tcpip.h>

namespace Sonde {

namespace {

/// Of no family when it is gone.
sockaddr_storage farEndOf(qintptr descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(SOCKET(descriptor), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return address;
}

} // namespace

QHostAddress peerOf(qintptr descriptor)
{
    const sockaddr_storage address = farEndOf(descriptor);
    return address.ss_family == AF_UNSPEC ? QHostAddress() : QHostAddress(reinterpret_cast<const sockaddr *>(&address));
}

quint16 peerPortOf(qintptr descriptor)
{
    const sockaddr_storage address = farEndOf(descriptor);
    if (address.ss_family == AF_INET6)
        return qFromBigEndian(reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port);
    return address.ss_family == AF_INET ? qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&address)->sin_port) : 0;
}

} // namespace Sonde
