// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/firstbytes.h"

#include "transport/bulk/bulkstream.h"
#include "transport/framed/framedchannel.h"
#include "transport/tls/clienthello.h"

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
/// A hello in several packets leaves the socket readable: it is looked at again after a while, not at once, and when nothing more came, after
/// a longer one.
constexpr auto FirstPause = 10ms;
constexpr std::chrono::milliseconds LongestPause = 1s;
} // namespace

FirstBytes::FirstBytes(qintptr descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_readable(descriptor, QSocketNotifier::Read)
    , m_pause(FirstPause)
{
    m_again.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_readable, &QSocketNotifier::activated, this, &FirstBytes::look);
    connect(&m_again, &QTimer::timeout, this, &FirstBytes::look);
    connect(&m_deadline, &QTimer::timeout, this, &FirstBytes::gone);
    m_deadline.start(Deadline);
}

FirstBytes::~FirstBytes()
{
    m_readable.setEnabled(false);
    if (m_descriptor != BulkSocket::None)
        closeDescriptor(m_descriptor);
}

qintptr FirstBytes::release()
{
    m_readable.setEnabled(false);
    m_again.stop();
    m_deadline.stop();
    return std::exchange(m_descriptor, BulkSocket::None);
}

void FirstBytes::look()
{
    if (m_descriptor == BulkSocket::None)
        return;
    const auto bytes = peek(m_descriptor, ClientHello::MaxBytes);
    if (!bytes) {
        Q_EMIT gone();
        return;
    }
    ClientHello hello;
    switch (parseClientHello(*bytes, hello)) {
    case HelloState::Incomplete:
        m_readable.setEnabled(bytes->isEmpty());
        m_pause = bytes->size() > m_seen ? FirstPause : std::min(LongestPause, 2 * m_pause);
        m_seen = bytes->size();
        if (!bytes->isEmpty())
            m_again.start(m_pause);
        break;
    case HelloState::Whole:
        if (hello.protocols.contains(BulkProtocol)) {
            Q_EMIT bulk(release());
            break;
        }
        if (hello.protocols.contains(AgentProtocol)) {
            Q_EMIT agent(release());
            break;
        }
        [[fallthrough]];
    case HelloState::NotTls: Q_EMIT other(release()); break;
    }
}

} // namespace Sonde::Service

#include "moc_firstbytes.cpp"
