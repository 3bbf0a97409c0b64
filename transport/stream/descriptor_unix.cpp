// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/descriptor.h"

#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace Sonde {

void prepareDescriptor(qintptr descriptor)
{
    // A peer that went away is an error to return, not a signal (Qt's sockets do the same).
    [[maybe_unused]] static const auto ignored = std::signal(SIGPIPE, SIG_IGN);
    const int fd = int(descriptor);
    ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void endWritingTo(qintptr descriptor)
{
    ::shutdown(int(descriptor), SHUT_WR);
}

} // namespace Sonde
