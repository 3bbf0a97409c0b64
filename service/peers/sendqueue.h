// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/peers/peer.h"

#include <deque>

namespace Sonde::Service {

/// Long answers in order, a few messages per turn and only while the peer keeps up.
class SendQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendQueue)

public:
    /// Above this many bytes under way, senders of bulk wait.
    static constexpr qint64 MaxPending = 4 * 1024 * 1024;
    /// The next message of an answer; nothing: it is over.
    using Source = std::function<std::optional<AnyMessage>()>;

    SendQueue(Peer &peer, const Channel &channel);

    void add(Source source);
    [[nodiscard]] size_t size() const { return m_sources.size(); }

private:
    void schedule();
    void pump();

    Peer &m_peer;
    const Channel &m_channel;
    std::deque<Source> m_sources;
    bool m_scheduled = false;
};

} // namespace Sonde::Service
