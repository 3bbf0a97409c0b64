// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inventory/agentpeer.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// A chunk of output is 128 KiB: this is more than any line carries.
constexpr TokenBucket::Rate MessageRate{4000, 2000};

bool isAgents(const AnyMessage &message)
{
    return std::holds_alternative<Message::CommandStarted>(message)
        || std::holds_alternative<Message::CommandOutput>(message)
        || std::holds_alternative<Message::CommandProgress>(message)
        || std::holds_alternative<Message::CommandEnded>(message)
        || std::holds_alternative<Message::OfferEvidence>(message) || std::holds_alternative<Message::WantBlob>(message)
        || std::holds_alternative<Message::CancelAnswer>(message)
        || std::holds_alternative<Message::DeviceIsolation>(message)
        || std::holds_alternative<Message::RenewCertificate>(message);
}

} // namespace

AgentPeer::AgentPeer(const DeviceId &device, std::unique_ptr<Channel> channel, Turn &turn, QObject *parent)
    : Peer(std::move(channel), turn, MessageRate, parent)
    , m_device(device)
{
}

void AgentPeer::handle(const AnyMessage &message)
{
    if (const auto *error = std::get_if<Message::ProtocolError>(&message)) {
        close(error->error);
    } else if (const auto *state = std::get_if<Message::AgentState>(&message)) {
        if (std::exchange(m_ready, true))
            return violate(u"an agent says its state once"_s);
        settled();
        Q_EMIT ready(*state);
    } else if (m_ready && isAgents(message)) {
        Q_EMIT received(message);
    } else {
        violate(m_ready ? u"not a message of an agent"_s : u"the agent's state comes first"_s);
    }
}

} // namespace Sonde::Service

#include "moc_agentpeer.cpp"
