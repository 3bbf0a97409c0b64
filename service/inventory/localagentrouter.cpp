// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inventory/localagentrouter.h"

#include <QPointer>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace Sonde::Service {

namespace {
constexpr auto WitnessInterval = 10min;
constexpr auto UnsteadyInterval = 1min;
/// A network that breaks now and then is told as it breaks.
constexpr TokenBucket::Rate PresenceRate{30, 1.0 / 60};
} // namespace

LocalAgentRouter::LocalAgentRouter(Turn &turn, JournalWriter &journal, Inventory &inventory, QObject *parent)
    : AgentRouter(parent)
    , m_turn(turn)
    , m_journal(journal)
    , m_inventory(inventory)
    , m_presence(PresenceRate)
{
    m_witnessing.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_witnessing, &QTimer::timeout, this, [this] {
        for (auto device = m_ready.keyBegin(); device != m_ready.keyEnd(); ++device)
            sendHead(*device);
    });
    m_witnessing.start(WitnessInterval);
    m_unsteady.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_unsteady, &QTimer::timeout, this, &LocalAgentRouter::writeUnsteady);
    m_unsteady.start(UnsteadyInterval);
}

void LocalAgentRouter::adopt(const DeviceId &device, std::unique_ptr<Channel> channel)
{
    auto *peer = new AgentPeer(device, std::move(channel), m_turn, this);
    connect(
        peer, &AgentPeer::ready, this, [this, peer](const Message::AgentState &state) { becomeReady(*peer, state); });
    connect(peer, &AgentPeer::received, this, [this, peer](const AnyMessage &message) {
        if (m_ready.value(peer->device()) != peer)
            return;
        if (const auto *isolation = std::get_if<Message::DeviceIsolation>(&message))
            noteIsolation(peer->device(), *isolation);
        else if (const auto *renewal = std::get_if<Message::RenewCertificate>(&message))
            Q_EMIT renewalWanted(peer->device(), renewal->csr.toLatin1());
        else
            Q_EMIT received(peer->device(), message);
    });
    connect(peer, &Peer::misbehaved, this,
        [this, peer](const Error &reason) { Q_EMIT misbehaved(peer->device(), peer->address(), reason); });
    connect(peer, &Peer::fellSilent, this, [this, peer](const QDateTime &since) {
        if (m_ready.value(peer->device()) == peer)
            m_inventory.setSilentSince(peer->device(), since);
    });
    connect(peer, &Peer::closed, this, [this, peer](const Error &reason) { becomeGone(*peer, reason); });
}

void LocalAgentRouter::becomeReady(AgentPeer &peer, const Message::AgentState &state)
{
    const DeviceId device = peer.device();
    if (!m_inventory.contains(device))
        return peer.close({ErrorCode::CertificateRefused, device.value(), u"the device was removed"_s, {}});
    AgentPeer *older = std::exchange(m_ready[device], &peer);
    if (older) {
        writePresence(ServiceActor, device, Event::DeviceReplaced{peer.address()});
        older->refuse({ErrorCode::AlreadyRunning, device.value(), u"a newer connection took over"_s, {}});
    }
    m_inventory.setOnline(device, state.facts);
    writePresence(AgentActor, device, Event::DeviceOnline{peer.address(), state.instance});
    compareHeads(device, state);
    Q_EMIT agentReady(device, state);
    sendHead(device);
}

void LocalAgentRouter::writePresence(const QString &actor, const DeviceId &device, const JournalEvent &event)
{
    if (m_presence.allow(device.value()))
        m_journal.append(actor, {.device = device}, event);
    else
        ++m_unwritten[device];
}

void LocalAgentRouter::writeUnsteady()
{
    for (const auto &[device, times] : std::exchange(m_unwritten, {}).asKeyValueRange()) {
        const QString now = isOnline(device) ? u"online"_s : u"offline"_s;
        m_journal.append(ServiceActor, {.device = device},
            Event::PeerRefused{
                {}, u"it came and went, %1 times more within a minute; it is %2 now"_s.arg(times).arg(now)});
    }
}

void LocalAgentRouter::compareHeads(const DeviceId &device, const Message::AgentState &state)
{
    if (!state.journalNumber || !state.journalHash || !state.journalSignature)
        return;
    const Checkpoint witnessed{*state.journalNumber, *state.journalHash, *state.journalSignature};
    if (!m_journal.isContradictedBy(witnessed))
        return;
    // It says so each time it connects.
    if (std::exchange(m_contradictedBy[device], witnessed.number) != witnessed.number)
        m_journal.append(ServiceActor, {.device = device}, Event::JournalDiffers{witnessed.number, witnessed.hash});
}

void LocalAgentRouter::sendHead(const DeviceId &device)
{
    m_turn.afterCommit([self = QPointer(this), device] {
        if (!self)
            return;
        const Checkpoint head = self->m_journal.settled();
        if (head.number > 0)
            self->send(device, Message::WitnessHead{head.number, head.hash, head.signature});
    });
}

void LocalAgentRouter::cutOff(const DeviceId &device, const Error &reason)
{
    if (AgentPeer *peer = m_ready.value(device))
        peer->close(reason);
}

void LocalAgentRouter::noteIsolation(const DeviceId &device, const Message::DeviceIsolation &isolation)
{
    m_inventory.setIsolation(device, isolation.facts);
    m_journal.append(AgentActor, {.device = device},
        Event::IsolationChanged{isolation.facts, isolation.cause, isolation.by, isolation.at});
}

void LocalAgentRouter::becomeGone(AgentPeer &peer, const Error &reason)
{
    const DeviceId device = peer.device();
    peer.deleteLater();
    if (m_ready.value(device) != &peer)
        return;
    m_ready.remove(device);
    if (!m_inventory.contains(device))
        return Q_EMIT agentGone(device);
    m_inventory.setOffline(device);
    writePresence(ServiceActor, device, Event::DeviceOffline{reason.reason});
    Q_EMIT agentGone(device);
}

void LocalAgentRouter::send(const DeviceId &device, const AnyMessage &message)
{
    if (AgentPeer *peer = m_ready.value(device))
        peer->send(message);
}

void LocalAgentRouter::refuse(const DeviceId &device, const Error &reason)
{
    if (AgentPeer *peer = m_ready.value(device))
        peer->refuse(reason);
}

} // namespace Sonde::Service

#include "moc_localagentrouter.cpp"
