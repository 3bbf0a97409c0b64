// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/peers/sendqueue.h"

namespace Sonde::Service {

namespace {
constexpr int MessagesPerTurn = 4;
}

SendQueue::SendQueue(Peer &peer, const Channel &channel)
    : m_peer(peer)
    , m_channel(channel)
{
    connect(&m_channel, &Channel::drained, this, &SendQueue::schedule);
}

void SendQueue::add(Source source)
{
    m_sources.push_back(std::move(source));
    schedule();
}

void SendQueue::schedule()
{
    if (!m_sources.empty() && !std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &SendQueue::pump, Qt::QueuedConnection);
}

void SendQueue::pump()
{
    m_scheduled = false;
    for (int i = 0; i < MessagesPerTurn && !m_sources.empty(); ++i) {
        if (m_channel.bytesPending() > MaxPending)
            return;
        if (auto message = m_sources.front()())
            m_peer.send(*std::move(message));
        else
            m_sources.pop_front();
    }
    schedule();
}

} // namespace Sonde::Service

#include "moc_sendqueue.cpp"
