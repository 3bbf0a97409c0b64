// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/channelways.h"

#include "transport/framed/framedopening.h"

namespace Sonde::Agent {

ChannelWays::ChannelWays(ChannelChoice choice, std::shared_ptr<StreamTls> tls, ChannelOpener webSocket)
    : m_choice(choice)
    , m_tls(std::move(tls))
    , m_webSocket(std::move(webSocket))
{
}

std::unique_ptr<ChannelOpening> ChannelWays::open(const ChannelOpening::Order &order, Clock::time_point now)
{
    const bool byWebSocket = m_choice == ChannelChoice::WebSocket
        || (mayChoose() && (std::exchange(m_otherWay, false) || now < m_keepUntil));
    m_latest = byWebSocket ? ChannelChoice::WebSocket : ChannelChoice::Direct;
    if (byWebSocket)
        return m_webSocket(order);
    return std::make_unique<FramedOpening>(order.service, m_tls, order.patience);
}

void ChannelWays::opened(Clock::time_point now)
{
    m_cuts = 0;
    if (m_latest == ChannelChoice::WebSocket)
        m_keepUntil = now + KeepingTime;
}

bool ChannelWays::failed(const Error &reason)
{
    if (m_latest == ChannelChoice::WebSocket) {
        m_keepUntil = {};
        return false;
    }
    if (!mayChoose())
        return false;
    switch (reason.code) {
    case ErrorCode::NotSupported: m_otherWay = true; break;
    case ErrorCode::Interrupted:
    case ErrorCode::TimedOut: m_otherWay = ++m_cuts % CutsInARow == 0; break;
    default: break; // a WebSocket would fare no better
    }
    return m_otherWay;
}

} // namespace Sonde::Agent
