// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/inventory/agentpeer.h"
#include "service/inventory/agentrouter.h"
#include "service/inventory/inventory.h"
#include "service/rates/ratelimit.h"
#include "service/store/journalwriter.h"

namespace Sonde::Service {

/// The agents connected to this process. One live connection per device: the newest wins. Each is told now and then where the journal is,
/// and says so when it comes again: what is on many disks cannot be changed on one. Of a device that comes and goes all the time the journal
/// says how often it did so within a minute.
class LocalAgentRouter final : public AgentRouter
{
    Q_OBJECT

public:
    LocalAgentRouter(Turn &turn, JournalWriter &journal, Inventory &inventory, QObject *parent = nullptr);

    /// A connection whose certificate says that it is `device`.
    void adopt(const DeviceId &device, std::unique_ptr<Channel> channel);
    /// Ends the connection of a device that was removed.
    void cutOff(const DeviceId &device, const Error &reason);
    [[nodiscard]] qsizetype onlineCount() const { return m_ready.size(); }
    /// Writes down how often which devices came and went that was not written down one by one; each minute, and before the service ends.
    void writeUnsteady();

    [[nodiscard]] bool isOnline(const DeviceId &device) const override { return m_ready.contains(device); }
    void send(const DeviceId &device, const AnyMessage &message) override;
    void refuse(const DeviceId &device, const Error &reason) override;

Q_SIGNALS:
    void misbehaved(const Sonde::DeviceId &device, const QString &address, const Sonde::Error &reason);
    /// It asks for another certificate.
    void renewalWanted(const Sonde::DeviceId &device, const QByteArray &request);

private:
    void becomeReady(AgentPeer &peer, const Message::AgentState &state);
    void noteIsolation(const DeviceId &device, const Message::DeviceIsolation &isolation);
    void becomeGone(AgentPeer &peer, const Error &reason);
    void compareHeads(const DeviceId &device, const Message::AgentState &state);
    void sendHead(const DeviceId &device);
    /// It came, went, or was replaced.
    void writePresence(const QString &actor, const DeviceId &device, const JournalEvent &event);

    Turn &m_turn;
    JournalWriter &m_journal;
    Inventory &m_inventory;
    QHash<DeviceId, AgentPeer *> m_ready;
    QHash<DeviceId, quint64>
        m_contradictedBy; ///< the number of the entry that each has seen otherwise, as it is written down
    QTimer m_witnessing;
    RateLimit m_presence;             ///< by device, how often each coming and going is written down
    QHash<DeviceId, int> m_unwritten; ///< how many were not
    QTimer m_unsteady;
};

} // namespace Sonde::Service
