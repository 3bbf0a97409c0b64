// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/engine/commandrunner.h"
#include "agent/link/journalwitness.h"
#include "transport/channel/channel.h"

namespace Sonde::Agent {

/// What an agent and its service say to each other on one channel, from hello to the end of it. Never sends faster than the channel
/// takes it.
class ServiceConversation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceConversation)

public:
    /// More than this on its way, and the rest waits.
    static constexpr qint64 MostPending = 1024 * 1024;

    /// `instance` is new with each start of the agent process.
    ServiceConversation(std::unique_ptr<Channel> channel, CommandRunner &runner, JournalWitness &witness,
        const DeviceFacts &facts, const QString &instance);

    void close(const Error &reason);
    /// Something of the device itself, which no command said.
    void send(const AnyMessage &message) { m_channel->send(withinLimits(message)); }

Q_SIGNALS:
    /// The service has answered and speaks our language.
    void greeted();
    void ended(const Sonde::Error &reason);
    /// It was asked for, and made (PEM).
    void certificateRenewed(const QByteArray &certificate);

private:
    void receive(const AnyMessage &message);
    void handle(const Message::Hello &hello);
    void handle(const Message::ProtocolError &message);
    void handle(const Message::WitnessHead &head);
    void handle(const Message::RenewedCertificate &renewed);
    template<typename Order>
        requires requires(CommandRunner &runner, const Order &order) { runner.receive(order); }
    void handle(const Order &order)
    {
        m_runner.receive(order);
    }
    void sendWaiting();

    std::unique_ptr<Channel> m_channel;
    CommandRunner &m_runner;
    JournalWitness &m_witness;
};

} // namespace Sonde::Agent
