// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolationprobes.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QUdpSocket>
#include <algorithm>

#include <winsock2.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Probe {

namespace {

constexpr quint16 DiscardPort = 9;

/// A filter says WSAEACCES, and so does a socket that was not asked for broadcasting: this is none.
Sending sendDatagram(const QString &nobody)
{
    QUdpSocket socket; // which makes Winsock ready
    const QHostAddress to(nobody);
    const bool isIpv6 = to.protocol() == QAbstractSocket::IPv6Protocol;
    if (!socket.bind(isIpv6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4))
        return Sending::NoWay;
    if (socket.writeDatagram("", 1, to, DiscardPort) >= 0)
        return Sending::Passed;
    return ::WSAGetLastError() == WSAEACCES || socket.error() == QAbstractSocket::SocketAccessError ? Sending::Refused
                                                                                                    : Sending::NoWay;
}

} // namespace

/// Filters of Windows are not a device's.
std::vector<NetworkDevice> networkDevices()
{
    return {};
}

Sending sendIpv4()
{
    return sendDatagram(u"192.0.2.1"_s);
}

Sending sendIpv6()
{
    return sendDatagram(u"2001:db8::1"_s);
}

/// Only a driver sends them.
Sending sendFrame(const NetworkDevice &)
{
    return Sending::NoWay;
}

bool answers(const std::vector<Passage> &service, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (const Passage &passage : service) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(passage.address, passage.firstPort);
    }
    // All of them are on their way; each is looked at again until the time is over.
    constexpr int look = 50;
    while (!sockets.empty() && !deadline.hasExpired()) {
        for (const auto &socket : sockets) {
            if (socket->state() == QAbstractSocket::ConnectedState || socket->waitForConnected(look))
                return true;
        }
        std::erase_if(sockets, [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; });
    }
    return false;
}

} // namespace Sonde::Agent::Probe
