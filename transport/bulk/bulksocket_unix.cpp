// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/bulk/bulksocket.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#else
#include <pthread/qos.h>
#endif
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

timeval asTimeval(std::chrono::milliseconds time)
{
    return {.tv_sec = time_t(time.count() / 1000), .tv_usec = suseconds_t(time.count() % 1000 * 1000)};
}

} // namespace

BulkSocket::BulkSocket(Descriptor descriptor)
    : m_descriptor(descriptor)
{
    // A peer that went away is an error to return, not a signal (Qt's sockets do the same).
    static const auto ignored = std::signal(SIGPIPE, SIG_IGN);
    Q_UNUSED(ignored)
    const int fd = int(m_descriptor);
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

BulkSocket::~BulkSocket()
{
    if (m_descriptor != None)
        ::close(int(m_descriptor));
}

Result<BulkSocket> BulkSocket::connect(const QString &host, quint16 port, std::chrono::milliseconds patience)
{
    const QString shown = u"%1:%2"_s.arg(host).arg(port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (const int failed =
            ::getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found))
        return fail(ErrorCode::CannotConnect, shown, QString::fromLocal8Bit(::gai_strerror(failed)));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
    int lastError = ENOENT;
    for (const addrinfo *address = found; address; address = address->ai_next) {
        const int fd = ::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
        if (fd < 0) {
            lastError = errno;
            continue;
        }
        BulkSocket socket(fd);
        socket.setPatience(patience); // Linux: connect() keeps to the send time-out
        if (::connect(fd, address->ai_addr, address->ai_addrlen) == 0)
            return socket;
        lastError = errno;
    }
    return fail(ErrorCode::CannotConnect, shown, errorFromErrno(lastError, {}).reason);
}

void BulkSocket::setPatience(std::chrono::milliseconds patience)
{
    const timeval time = asTimeval(patience);
    ::setsockopt(int(m_descriptor), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(int(m_descriptor), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

bool BulkSocket::hasInput() const
{
    pollfd entry{.fd = int(m_descriptor), .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, 0) > 0;
}

void BulkSocket::linger(std::chrono::milliseconds patience)
{
    setPatience(patience);
    ::shutdown(int(m_descriptor), SHUT_WR);
    std::array<char, 16 * 1024> rest{};
    while (::recv(int(m_descriptor), rest.data(), rest.size(), 0) > 0) {}
}

void BulkSocket::shutDown() const
{
    ::shutdown(int(m_descriptor), SHUT_RDWR);
}

Result<QByteArray> peek(qintptr descriptor, qsizetype most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    const ssize_t count = ::recv(int(descriptor), bytes.data(), size_t(most), MSG_PEEK | MSG_DONTWAIT);
    if (count == 0)
        return fail(ErrorCode::Interrupted);
    if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
        return std::unexpected(errorFromErrno(errno, {}));
    bytes.truncate(std::max<qsizetype>(count, 0));
    return bytes;
}

void giveWay()
{
#ifdef Q_OS_LINUX
    // Here a thread has a nice value of its own (setpriority(2), "C library/kernel differences").
    constexpr int Nicer = 10;
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), Nicer);
#else
    ::pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#endif
}

void closeDescriptor(qintptr descriptor)
{
    ::close(int(descriptor));
}

} // namespace Sonde
