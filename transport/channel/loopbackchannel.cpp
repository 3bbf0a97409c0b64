// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel/loopbackchannel.h"

#include "protocol/base/reason.h"

using namespace Qt::StringLiterals;

namespace Sonde {

std::pair<std::unique_ptr<LoopbackChannel>, std::unique_ptr<LoopbackChannel>> LoopbackChannel::makePair()
{
    std::unique_ptr<LoopbackChannel> left(new LoopbackChannel);
    std::unique_ptr<LoopbackChannel> right(new LoopbackChannel);
    left->m_peer = right.get();
    right->m_peer = left.get();
    return {std::move(left), std::move(right)};
}

LoopbackChannel::~LoopbackChannel()
{
    if (m_peer)
        m_peer->finish(errorBecause(Reason::ConnectionClosed, ErrorCode::Interrupted, {}));
}

void LoopbackChannel::send(const AnyMessage &message)
{
    if (m_closed || !m_peer)
        return;
    const QByteArray bytes = encode(message);
    m_pending += bytes.size();
    QMetaObject::invokeMethod(
        m_peer,
        [this, self = QPointer(this), peer = m_peer, bytes] {
            if (self) {
                m_pending -= bytes.size();
                Q_EMIT drained();
            }
            if (peer)
                peer->deliver(bytes);
        },
        Qt::QueuedConnection);
}

void LoopbackChannel::close(const Error &reason)
{
    if (m_closed)
        return;
    // Queued behind what was sent, so that nothing is lost.
    if (m_peer)
        QMetaObject::invokeMethod(
            m_peer,
            [peer = m_peer, reason] {
                if (peer)
                    peer->finish(reason);
            },
            Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, [this, reason] { finish(reason); }, Qt::QueuedConnection);
}

QString LoopbackChannel::peerAddress() const
{
    return u"loopback"_s;
}

void LoopbackChannel::setReading(bool reading)
{
    if (std::exchange(m_reading, reading) != reading && reading)
        QMetaObject::invokeMethod(this, &LoopbackChannel::deliverHeld, Qt::QueuedConnection);
}

void LoopbackChannel::deliver(const QByteArray &bytes)
{
    m_held.push_back(bytes);
    deliverHeld();
}

void LoopbackChannel::deliverHeld()
{
    while (m_reading && !m_closed && !m_held.empty()) {
        const auto message = decode(m_held.front());
        m_held.pop_front();
        if (message)
            Q_EMIT received(*message);
        else
            return close(message.error());
    }
}

void LoopbackChannel::finish(const Error &reason)
{
    if (std::exchange(m_closed, true))
        return;
    Q_EMIT closed(reason);
}

} // namespace Sonde

#include "moc_loopbackchannel.cpp"
