// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/turn.h"
#include "transport/channel/channel.h"

namespace Sonde::Service {

/// Whoever is at the other end of a channel: says hello, compares versions, and hears nothing that is not committed.
class Peer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Peer)

public:
    /// How long the other side may take to introduce itself.
    static constexpr std::chrono::seconds Patience{10};

    Peer(std::unique_ptr<Channel> channel, Turn &turn, QObject *parent = nullptr);

    void send(AnyMessage message);
    /// Tells the peer why, then closes.
    void refuse(const Error &reason);
    void close(const Error &reason);
    [[nodiscard]] QString address() const { return m_channel->peerAddress(); }

Q_SIGNALS:
    /// Once; the peer is of no use any more.
    void closed(const Sonde::Error &reason);
    /// It broke the protocol and was cut off.
    void misbehaved(const Sonde::Error &reason);

protected:
    /// Versions agree.
    virtual void greeted() = 0;
    /// Anything after Hello.
    virtual void handle(const AnyMessage &message) = 0;
    /// The peer has said all it must say before it may do anything.
    void settled() { m_settled = true; }
    void violate(const QString &reason);

    [[nodiscard]] Channel &channel() { return *m_channel; }
    [[nodiscard]] Turn &turn() { return m_turn; }

private:
    void receive(const AnyMessage &message);
    void greet(const Message::Hello &hello);

    std::unique_ptr<Channel> m_channel;
    Turn &m_turn;
    bool m_greeted = false;
    bool m_settled = false;
    bool m_closed = false;
};

} // namespace Sonde::Service
