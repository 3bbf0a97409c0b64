// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/peers/peer.h"

#include "protocol/base/reason.h"

#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// Of one peer in one turn of the event loop.
constexpr int MostServedAtOnce = 16;
/// As many are decoded before they can be served; all others are still bytes.
constexpr size_t MostWaiting = 8;
constexpr auto Moment = 10ms;
} // namespace

Peer::Peer(std::unique_ptr<Channel> channel, Turn &turn, TokenBucket::Rate rate, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(channel))
    , m_turn(turn)
    , m_rate(rate)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &Peer::goOn);
    connect(m_channel.get(), &Channel::received, this, &Peer::receive);
    connect(m_channel.get(), &Channel::drained, this, &Peer::serveWaiting);
    connect(m_channel.get(), &Channel::fellSilent, this, &Peer::fellSilent);
    connect(m_channel.get(), &Channel::closed, this, [this](const Error &reason) {
        if (!std::exchange(m_closed, true)) {
            if (reason.code == ErrorCode::ProtocolViolation)
                Q_EMIT misbehaved(reason);
            Q_EMIT closed(reason);
        }
    });
    QTimer::singleShot(Patience, this, [this] {
        if (!m_settled)
            refuse({ErrorCode::TimedOut, {}, u"nothing was said for %1 s"_s.arg(Patience.count()), {}});
    });
    m_channel->send(
        Message::Hello{ProtocolVersion, ProtocolVersion, u"sonde-service"_s, QStringLiteral(SONDE_VERSION)});
}

void Peer::send(AnyMessage message)
{
    m_turn.afterCommit([self = QPointer(this), message = std::move(message)] {
        if (!self || self->m_closed)
            return;
        if (self->m_channel->bytesPending() > MostPending)
            self->m_channel->close(errorBecause(Reason::NoAnswerInTime, ErrorCode::TimedOut, {}));
        else
            self->m_channel->send(message);
    });
}

void Peer::refuse(const Error &reason)
{
    send(Message::ProtocolError{reason});
    close(reason);
}

void Peer::close(const Error &reason)
{
    m_turn.afterCommit([self = QPointer(this), reason] {
        if (self && !self->m_closed)
            self->m_channel->close(reason);
    });
}

void Peer::violate(const QString &reason)
{
    refuse({ErrorCode::ProtocolViolation, {}, reason, {}});
}

void Peer::receive(const AnyMessage &message)
{
    m_waiting.push_back(message);
    serveWaiting();
}

void Peer::goOn()
{
    m_servedThisTurn = 0;
    serveWaiting();
}

void Peer::serveWaiting()
{
    if (std::exchange(m_serving, true))
        return;
    while (!m_closed && !m_waiting.empty() && mayServe()) {
        const AnyMessage message = std::move(m_waiting.front());
        m_waiting.pop_front();
        serve(message);
    }
    m_serving = false;
    if (m_closed)
        m_waiting.clear();
    m_channel->setReading(m_waiting.size() < MostWaiting);
}

bool Peer::mayServe()
{
    if (m_later.isActive())
        return false;
    if (m_servedThisTurn >= MostServedAtOnce)
        return false;
    if (m_channel->bytesPending() > MostUnread || m_turn.isStuck() || !isReady()) {
        m_later.start(Moment);
        return false;
    }
    if (!m_rate.take()) {
        m_later.start(std::max<std::chrono::milliseconds>(Moment, m_rate.wait()));
        return false;
    }
    if (m_servedThisTurn++ == 0)
        QMetaObject::invokeMethod(this, &Peer::goOn, Qt::QueuedConnection);
    return true;
}

void Peer::serve(const AnyMessage &message)
{
    if (const auto *hello = std::get_if<Message::Hello>(&message))
        greet(*hello);
    else if (m_greeted)
        handle(message);
    else
        violate(u"a hello comes first"_s);
}

void Peer::greet(const Message::Hello &hello)
{
    if (m_greeted) {
        violate(u"a hello comes once"_s);
    } else if (hello.oldest > ProtocolVersion || hello.newest < ProtocolVersion) {
        refuse(Error{ErrorCode::VersionMismatch, hello.program, {}, {}}
                .with(Fact::Oldest, ProtocolVersion)
                .with(Fact::Newest, ProtocolVersion)
                .with(Fact::Actual, hello.newest));
    } else {
        m_greeted = true;
        greeted();
    }
}

} // namespace Sonde::Service

#include "moc_peer.cpp"
