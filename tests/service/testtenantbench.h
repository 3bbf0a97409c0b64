// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/workstationpeer.h"
#include "service/store/sqlitestore.h"
#include "service/tenant/tenant.h"
#include "tests/service/testpeer.h"
#include "transport/channel/loopbackchannel.h"

#include <QTemporaryDir>

namespace Sonde::Service {

/// A tenant in a directory of its own, spoken to through in-memory channels.
class TenantBench final
{
public:
    TenantBench() { start(); }

    /// Somebody else has the files.
    void stop()
    {
        m_workstations.clear();
        m_tenant->finish();
        m_tenant.reset();
        m_store.reset();
    }
    void goOn() { start(); }
    /// What kill -9 leaves: nothing is said, only what was committed is there again.
    void crash()
    {
        m_workstations.clear();
        m_tenant.reset();
        m_store.reset();
        start();
    }

    [[nodiscard]] Tenant &tenant() { return *m_tenant; }
    [[nodiscard]] QString databasePath() const { return m_directory.filePath(QStringLiteral("sonde.db")); }
    [[nodiscard]] const SigningKey &key() const { return m_key; }

    DeviceId addDevice(const QString &name = QStringLiteral("desk-1"))
    {
        const DeviceId id(QString::number(++m_devices).rightJustified(32, u'0'));
        m_tenant->inventory.add(id, name, QStringLiteral("default"), QByteArray("certificate"));
        m_tenant->journal.append(AgentActor, {.device = id},
            Event::DeviceEnrolled{name, QByteArray("certificate"), QStringLiteral("default")});
        return id;
    }
    std::unique_ptr<TestPeer> connectAgent(
        const DeviceId &device, const std::vector<CommandId> &held = {}, const DeviceFacts &facts = linuxFacts())
    {
        auto [ours, theirs] = LoopbackChannel::makePair();
        m_tenant->router.adopt(device, std::move(ours));
        auto agent = std::make_unique<TestPeer>(std::move(theirs));
        agent->send(Message::AgentState{facts, QStringLiteral("instance"), held});
        return agent;
    }
    /// One that was told of an entry of the journal before.
    std::unique_ptr<TestPeer> connectAgentThatSaw(const DeviceId &device, const Checkpoint &head)
    {
        auto [ours, theirs] = LoopbackChannel::makePair();
        m_tenant->router.adopt(device, std::move(ours));
        auto agent = std::make_unique<TestPeer>(std::move(theirs));
        agent->send(
            Message::AgentState{linuxFacts(), QStringLiteral("instance"), {}, head.number, head.hash, head.signature});
        return agent;
    }
    std::unique_ptr<TestPeer> connectAnalyst(const QString &name = QStringLiteral("ada"),
        const QStringList &roles = {Role::Responder}, const QByteArray &token = {})
    {
        auto [ours, theirs] = LoopbackChannel::makePair();
        Analyst analyst{UserName(name), roles};
        analyst.token = token;
        m_workstations.push_back(std::make_unique<WorkstationPeer>(analyst, std::move(ours), *m_tenant));
        return std::make_unique<TestPeer>(std::move(theirs));
    }
    [[nodiscard]] std::vector<JournalEntry> journal() { return m_tenant->store.entries(0, 100'000, {}); }

private:
    void start()
    {
        m_store = std::move(SqliteStore::open(databasePath()).value());
        m_tenant = std::make_unique<Tenant>(*m_store, m_key, databasePath());
        m_tenant->begin();
    }

    QTemporaryDir m_directory;
    SigningKey m_key{std::move(makeKey().value())};
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<Tenant> m_tenant;
    std::vector<std::unique_ptr<WorkstationPeer>> m_workstations;
    int m_devices = 0;
};

} // namespace Sonde::Service
