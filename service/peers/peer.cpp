// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/peers/peer.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

Peer::Peer(std::unique_ptr<Channel> channel, Turn &turn, QObject *parent)
    : QObject(parent)
    , m_channel(std::move(channel))
    , m_turn(turn)
{
    connect(m_channel.get(), &Channel::received, this, &Peer::receive);
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
        if (self && !self->m_closed)
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
    if (m_closed)
        return;
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
