// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/rates/tokenbucket.h"
#include "service/store/turn.h"
#include "transport/channel/channel.h"

#include <QTimer>
#include <deque>

namespace Sonde::Service {

/// Whoever is at the other end of a channel: says hello, compares versions, and hears nothing that is not committed.
///
/// What it says is served in order, and only as fast as its rate allows, as it reads what it is told, and as others get their turn; what it
/// says meanwhile waits on its way. So nobody's haste or sloth costs anybody else time or memory.
class Peer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Peer)

public:
    /// How long the other side may take to introduce itself.
    static constexpr std::chrono::seconds Patience{10};
    /// With so many bytes under way to it nothing more of what it asks is served…
    static constexpr qint64 MostUnread = 1024 * 1024;
    /// …and with so many, of which it asked for none, it is given up.
    static constexpr qint64 MostPending = 16 * 1024 * 1024;

    /// `rate`: of its messages.
    Peer(std::unique_ptr<Channel> channel, Turn &turn, TokenBucket::Rate rate, QObject *parent = nullptr);

    void send(AnyMessage message);
    /// Tells the peer why, then closes.
    void refuse(const Error &reason);
    void close(const Error &reason);
    [[nodiscard]] QString address() const { return m_channel->peerAddress(); }

Q_SIGNALS:
    /// Once; the peer is of no use any more.
    void closed(const Sonde::Error &reason);
    /// See Channel.
    void fellSilent(const QDateTime &since);
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
    /// False: what it says has to wait until goOn(), or a moment.
    [[nodiscard]] virtual bool isReady() const { return true; }
    void goOn();

    [[nodiscard]] Channel &channel() const { return *m_channel; }
    [[nodiscard]] Turn &turn() const { return m_turn; }

private:
    void receive(const AnyMessage &message);
    void serveWaiting();
    [[nodiscard]] bool mayServe();
    void serve(const AnyMessage &message);
    void greet(const Message::Hello &hello);

    std::unique_ptr<Channel> m_channel;
    Turn &m_turn;
    TokenBucket m_rate;
    std::deque<AnyMessage> m_waiting;
    QTimer m_later;
    int m_servedThisTurn = 0;
    bool m_serving = false;
    bool m_greeted = false;
    bool m_settled = false;
    bool m_closed = false;
};

} // namespace Sonde::Service
