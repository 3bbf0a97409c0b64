// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <map>
#include <vector>

namespace Sonde::Client {

/// What `trace` tells of one command: when this computer saw each step, and the messages that went over the wire for it.
struct CommandTrace {
    /// In the order in which they usually come.
    enum class Step { Typed, Accepted, Sent, Started, FirstByte, LastByte, Finished, Rendered };
    using Time = std::chrono::microseconds; ///< since it was typed; of a command of others, since it was first heard of

    struct Packet {
        bool outgoing = false;
        QString what; ///< its kind and numbers, as on the wire
        qint64 bytes = 0;
        Time at{};
    };
    static constexpr size_t MostPackets = 20;

    std::map<Step, Time> steps;
    std::vector<Packet> packets; ///< the first ones
    qint64 morePackets = 0;
    qint64 bytesOut = 0;
    qint64 bytesIn = 0;

    void add(Packet packet)
    {
        (packet.outgoing ? bytesOut : bytesIn) += packet.bytes;
        if (packets.size() < MostPackets)
            packets.push_back(std::move(packet));
        else
            ++morePackets;
    }
};

} // namespace Sonde::Client
