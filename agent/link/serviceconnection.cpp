// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/serviceconnection.h"

#include "agent/base/log.h"
#include "agent/system/device/device.h"
#include "agent/system/isolation/isolation.h"
#include "transport/tls/tlsclient.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr auto HandshakeTime = 15s;
/// A connection that lasted less may have been a service that takes agents only to drop them.
constexpr auto StableTime = 10s;

} // namespace

ServiceConnection::ServiceConnection(const AgentIdentity &identity, CommandRunner &runner, UntoldChanges &untold,
    JournalWitness &witness, ChannelWays ways, const std::shared_ptr<Isolation> &isolation, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_runner(runner)
    , m_untold(untold)
    , m_witness(witness)
    , m_ways(std::move(ways))
    , m_isolation(isolation)
    , m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ServiceConnection::open);
}

ServiceConnection::~ServiceConnection() = default;

void ServiceConnection::start()
{
    open();
}

void ServiceConnection::stop()
{
    m_stopped = true;
    m_retry.stop();
    if (m_conversation)
        m_conversation->close({ErrorCode::Interrupted, {}, u"the agent ends"_s, {}});
}

void ServiceConnection::open()
{
    m_opening = m_ways.open(
        {
            .service = m_isolation ? m_isolation->reachable(m_identity.service) : m_identity.service,
            .tls = clientTls(m_identity.authority, m_identity.certificate, m_identity.key),
            .patience = HandshakeTime,
        },
        ChannelWays::Clock::now());
    connect(m_opening.get(), &ChannelOpening::opened, this, &ServiceConnection::converse);
    connect(m_opening.get(), &ChannelOpening::failed, this, &ServiceConnection::lost);
    m_opening->start();
}

void ServiceConnection::converse()
{
    m_connectedFor.start();
    m_ways.opened(ChannelWays::Clock::now());
    DeviceFacts facts = deviceFacts();
    if (!m_runner.never().isEmpty())
        facts.never = m_runner.never();
    if (m_isolation) {
        m_isolation->noteService(m_opening->peerHost());
        facts.isolation = m_isolation->latest();
    }
    m_conversation =
        std::make_unique<ServiceConversation>(m_opening->takeChannel(), m_runner, m_witness, facts, m_instance);
    dropOpening();
    connect(m_conversation.get(), &ServiceConversation::greeted, this, [this] {
        m_isGreeted = true;
        sendUntold();
        Q_EMIT connected();
    });
    connect(m_conversation.get(), &ServiceConversation::ended, this, &ServiceConnection::lost);
    connect(
        m_conversation.get(), &ServiceConversation::certificateRenewed, this, &ServiceConnection::certificateRenewed);
}

void ServiceConnection::report(const Message::DeviceIsolation &change)
{
    if (m_isGreeted)
        m_conversation->send(change);
    else if (const auto kept = m_untold.add(change); !kept)
        qCWarning(agentLog).noquote() << "a restart would forget what became of the isolation:"
                                      << debugText(kept.error());
}

void ServiceConnection::requestCertificate(const QByteArray &request)
{
    if (m_isGreeted)
        m_conversation->send(Message::RenewCertificate{QString::fromLatin1(request)});
}

void ServiceConnection::sendUntold()
{
    for (const Message::DeviceIsolation &change : m_untold.changes())
        m_conversation->send(change);
    if (const auto cleared = m_untold.clear(); !cleared)
        qCWarning(agentLog).noquote() << "the service will be told again:" << debugText(cleared.error());
}

/// It may be what is calling us.
void ServiceConnection::dropOpening()
{
    if (!m_opening)
        return;
    m_opening->disconnect(this);
    m_opening.release()->deleteLater();
}

void ServiceConnection::lost(const Error &reason)
{
    const bool wasOpening = m_opening != nullptr;
    dropOpening();
    m_isGreeted = false;
    if (m_conversation) { // as that may be
        m_conversation->disconnect(this);
        m_conversation.release()->deleteLater();
        if (m_connectedFor.durationElapsed() > StableTime)
            m_backoff.reset();
    }
    if (m_stopped)
        return;
    const bool goesAnotherWay = wasOpening && m_ways.failed(reason);
    const auto wait = goesAnotherWay ? 0ms : m_backoff.next();
    qCInfo(agentLog).noquote() << "not connected:" << debugText(reason) << "- again in" << wait.count() << "ms";
    m_retry.start(wait);
}

} // namespace Sonde::Agent

#include "moc_serviceconnection.cpp"
