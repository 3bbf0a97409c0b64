// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/rawagent.h"

#include "transport/framed/framedchannel.h"

namespace Sonde::Service {

namespace {
constexpr qint64 SmallBuffer = 4096;
}

RawAgent::RawAgent(const NetworkClient &client, QSslConfiguration tls)
{
    tls.setAllowedNextProtocols({AgentProtocol});
    m_socket = client.connectRaw(tls);
    m_isOpen = m_socket && m_socket->sslConfiguration().nextNegotiatedProtocol() == AgentProtocol;
}

void RawAgent::introduce()
{
    send(Message::Hello{ProtocolVersion, ProtocolVersion, QStringLiteral("raw"), {}});
    send(Message::AgentState{linuxFacts(), QStringLiteral("instance"), {}});
}

void RawAgent::stopReading()
{
    m_isReading = false;
    m_socket->setReadBufferSize(SmallBuffer);
}

const std::vector<Frame> &RawAgent::frames()
{
    while (m_socket && m_isReading) {
        const auto space = m_reader.space();
        const qint64 got = m_socket->read(space.data(), qint64(space.size()));
        if (got <= 0)
            break;
        auto frame = m_reader.added(size_t(got));
        if (!frame)
            break;
        if (*frame)
            m_frames.push_back(**std::move(frame));
    }
    return m_frames;
}

} // namespace Sonde::Service
