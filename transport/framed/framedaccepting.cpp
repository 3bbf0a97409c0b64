// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/framed/framedaccepting.h"

#include "protocol/base/reason.h"
#include "transport/stream/descriptorwire.h"

namespace Sonde {

FramedAccepting::FramedAccepting(qintptr descriptor, std::shared_ptr<StreamTls> tls, QObject *parent)
    : QObject(parent)
    , m_stream(
          std::make_unique<TlsStream>(TlsSide::Server, std::make_unique<DescriptorWire>(descriptor), std::move(tls)))
{
    m_peerAddress = m_stream->wire().peerHost().toString();
    m_stream->ready = [this] { shakeHands(); };
    m_stream->watch(true);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { refuse(errorBecause(Reason::HandshakeTimedOut, ErrorCode::TimedOut, {})); });
    m_deadline.start(Deadline);
}

FramedAccepting::~FramedAccepting()
{
    if (m_stream)
        m_stream->ready = [] {};
}

void FramedAccepting::shakeHands()
{
    if (m_over)
        return;
    const auto done = m_stream->shakeHands();
    if (!done)
        return refuse(done.error());
    m_stream->watch(true);
    if (!*done)
        return;
    m_over = true;
    m_deadline.stop();
    Q_EMIT accepted();
}

std::unique_ptr<FramedChannel> FramedAccepting::takeChannel()
{
    return std::make_unique<FramedChannel>(std::move(m_stream));
}

void FramedAccepting::refuse(const Error &reason)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    m_stream->stopWatching();
    Q_EMIT refused(reason);
}

} // namespace Sonde

#include "moc_framedaccepting.cpp"
