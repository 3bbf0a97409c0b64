// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/link/channelchoice.h"
#include "transport/channel/channelopening.h"

#include <chrono>

namespace Sonde {
class StreamTls;
}

namespace Sonde::Agent {

/// By which channel the agent tries to reach its service next. If it may choose: by its own, and by a WebSocket when the service is an old
/// one, or when somebody between them cuts that off again and again. What worked is kept to for a while, then its own is tried again: the
/// service may have become a new one.
class ChannelWays final
{
public:
    using Clock = std::chrono::steady_clock;
    /// A handshake may be cut off because the service ends just then: so often in a row it is none of that.
    static constexpr int CutsInARow = 6;
    static constexpr std::chrono::minutes KeepingTime{10};

    /// `webSocket` is empty in an agent that was built without them.
    ChannelWays(ChannelChoice choice, std::shared_ptr<StreamTls> tls, ChannelOpener webSocket);

    /// The next attempt.
    [[nodiscard]] std::unique_ptr<ChannelOpening> open(const ChannelOpening::Order &order, Clock::time_point now);
    void opened(Clock::time_point now);
    /// True: another way is to be tried at once.
    [[nodiscard]] bool failed(const Error &reason);

    /// Of the last attempt: Direct or WebSocket.
    [[nodiscard]] ChannelChoice latest() const { return m_latest; }

private:
    [[nodiscard]] bool mayChoose() const { return m_choice == ChannelChoice::Automatic && m_webSocket; }

    const ChannelChoice m_choice;
    const std::shared_ptr<StreamTls> m_tls;
    const ChannelOpener m_webSocket;
    ChannelChoice m_latest = ChannelChoice::Direct;
    bool m_otherWay = false; ///< the next attempt is by WebSocket
    int m_cuts = 0;
    Clock::time_point m_keepUntil{};
};

} // namespace Sonde::Agent
