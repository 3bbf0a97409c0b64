// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/bulksocket.h"

#include <winsock2.h>
#include <ws2tcpip.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

SOCKET native(qintptr descriptor)
{
    return SOCKET(descriptor);
}

QString lastReason()
{
    return u"Winsock error %1"_s.arg(::WSAGetLastError());
}

} // namespace

BulkSocket::BulkSocket(Descriptor descriptor)
    : m_descriptor(descriptor)
{
    u_long nonBlocking = 0;
    ::ioctlsocket(native(m_descriptor), FIONBIO, &nonBlocking);
    const BOOL on = TRUE;
    ::setsockopt(native(m_descriptor), IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
}

BulkSocket::~BulkSocket()
{
    if (m_descriptor != None)
        ::closesocket(native(m_descriptor));
}

Result<BulkSocket> BulkSocket::connect(const QString &host, quint16 port, std::chrono::milliseconds patience)
{
    const QString shown = u"%1:%2"_s.arg(host).arg(port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found) != 0)
        return fail(ErrorCode::CannotConnect, shown, lastReason());
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    QString reason;
    for (const addrinfo *address = found; address; address = address->ai_next) {
        const SOCKET made = ::socket(address->ai_family, address->ai_socktype, address->ai_protocol);
        if (made == INVALID_SOCKET) {
            reason = lastReason();
            continue;
        }
        BulkSocket socket{qintptr(made)};
        socket.setPatience(patience);
        if (::connect(made, address->ai_addr, int(address->ai_addrlen)) == 0)
            return socket;
        reason = lastReason();
    }
    return fail(ErrorCode::CannotConnect, shown, reason);
}

void BulkSocket::setPatience(std::chrono::milliseconds patience)
{
    const DWORD time = DWORD(patience.count());
    ::setsockopt(native(m_descriptor), SOL_SOCKET, SO_RCVTIMEO, reinterpret_cast<const char *>(&time), sizeof time);
    ::setsockopt(native(m_descriptor), SOL_SOCKET, SO_SNDTIMEO, reinterpret_cast<const char *>(&time), sizeof time);
}

bool BulkSocket::hasInput() const
{
    WSAPOLLFD entry{.fd = native(m_descriptor), .events = POLLRDNORM, .revents = 0};
    return ::WSAPoll(&entry, 1, 0) > 0;
}

void BulkSocket::linger(std::chrono::milliseconds patience)
{
    setPatience(patience);
    ::shutdown(native(m_descriptor), SD_SEND);
    std::array<char, 16 * 1024> rest{};
    while (::recv(native(m_descriptor), rest.data(), int(rest.size()), 0) > 0) {}
}

void BulkSocket::shutDown() const
{
    ::shutdown(native(m_descriptor), SD_BOTH);
}

Result<QByteArray> peek(qintptr descriptor, qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const int count = ::recv(native(descriptor), bytes.data(), int(most), MSG_PEEK);
    if (count == 0)
        return fail(ErrorCode::Interrupted);
    if (count < 0 && ::WSAGetLastError() != WSAEWOULDBLOCK)
        return fail(ErrorCode::Interrupted, {}, lastReason());
    bytes.truncate(std::max(count, 0));
    return bytes;
}

void giveWay()
{
    ::SetThreadPriority(::GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
}

void closeDescriptor(qintptr descriptor)
{
    ::closesocket(native(descriptor));
}

} // namespace Sonde
