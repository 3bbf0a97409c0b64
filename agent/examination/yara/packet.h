// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <optional>
#include <span>
#include <vector>

namespace Sonde::Agent::Linux {

/// One message between the agent and a process of its own: bytes, and open files that go along.
struct Packet {
    QByteArray bytes;
    std::vector<Descriptor> files;
};
inline constexpr qsizetype MostPacketBytes = 160 * 1024;
inline constexpr size_t MostPacketFiles = 250;

/// Over a socket of whole messages (SOCK_SEQPACKET). False when nobody is at the other end, or it is too much.
[[nodiscard]] bool sendPacket(int socket, const QByteArray &bytes, std::span<const int> files = {});
/// Waits for one; none when the other end is gone.
[[nodiscard]] std::optional<Packet> receivePacket(int socket);

} // namespace Sonde::Agent::Linux
