// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/packet.h"

#include <array>
#include <cstring>
#include <sys/socket.h>

namespace Sonde::Agent::Linux {

namespace {

using Control = std::array<char, CMSG_SPACE(MostPacketFiles * sizeof(int))>;

std::vector<Descriptor> filesOf(msghdr &message)
{
    std::vector<Descriptor> files;
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        std::vector<int> numbers(count);
        std::memcpy(numbers.data(), CMSG_DATA(part), count * sizeof(int));
        for (const int number : numbers)
            files.emplace_back(number);
    }
    return files;
}

} // namespace

bool sendPacket(int socket, const QByteArray &bytes, std::span<const int> files)
{
    if (bytes.size() > MostPacketBytes || files.size() > MostPacketFiles)
        return false;
    QByteArray own = bytes; // the system's structure wants to be able to write
    iovec content{own.data(), size_t(own.size())};
    alignas(cmsghdr) Control control{};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    if (!files.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(files.size_bytes());
        cmsghdr *part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(files.size_bytes());
        std::memcpy(CMSG_DATA(part), files.data(), files.size_bytes());
    }
    ssize_t sent = -1;
    do
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == bytes.size();
}

std::optional<Packet> receivePacket(int socket)
{
    QByteArray bytes(MostPacketBytes, Qt::Uninitialized);
    iovec content{bytes.data(), size_t(bytes.size())};
    alignas(cmsghdr) Control control{};
    msghdr message{};
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t size = -1;
    do
        size = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (size < 0 && errno == EINTR);
    if (size <= 0)
        return std::nullopt;
    auto files = filesOf(message);
    if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC))
        return std::nullopt;
    bytes.truncate(size);
    return Packet{std::move(bytes), std::move(files)};
}

} // namespace Sonde::Agent::Linux
