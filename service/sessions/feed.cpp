// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/feed.h"

namespace Sonde::Service {

namespace {
constexpr qsizetype MaxBatchBytes = 512 * 1024;
/// Number, time, names and hashes of an entry, generously.
constexpr qsizetype EntryOverhead = 512;
} // namespace

std::vector<std::vector<JournalEntry>> inBatches(std::vector<JournalEntry> entries)
{
    std::vector<std::vector<JournalEntry>> batches;
    qsizetype bytes = 0;
    for (JournalEntry &entry : entries) {
        const qsizetype size = EntryOverhead + eventToBytes(entry.event).size();
        if (batches.empty() || qsizetype(batches.back().size()) >= MaxBatch || bytes + size > MaxBatchBytes) {
            batches.emplace_back();
            bytes = 0;
        }
        bytes += size;
        batches.back().push_back(std::move(entry));
    }
    return batches;
}

Feed::Feed(
    Turn &turn, JournalWriter &journal, const Inventory &inventory, const SessionRegister &sessions, QObject *parent)
    : QObject(parent)
    , m_inventory(inventory)
    , m_sessions(sessions)
{
    connect(&turn, &Turn::committed, this, &Feed::publish);
    connect(
        &journal, &JournalWriter::appended, this, [this](const JournalEntry &entry) { m_entries.push_back(entry); });
    connect(
        &sessions, &SessionRegister::changed, this, [this](SessionId session) { m_changedSessions.insert(session); });
    connect(&inventory, &Inventory::changed, this, [this, &turn](const DeviceId &device) {
        m_devices.insert(device);
        turn.schedule();
    });
}

void Feed::publish()
{
    if (!m_entries.empty())
        Q_EMIT entries(std::exchange(m_entries, {}));
    std::vector<DeviceRecord> changedDevices;
    for (const DeviceId &device : std::exchange(m_devices, {}))
        changedDevices.push_back(m_inventory.record(device));
    if (!changedDevices.empty())
        Q_EMIT devices(changedDevices);
    std::vector<SessionRecord> changedSessions;
    for (const SessionId session : std::exchange(m_changedSessions, {})) {
        if (const auto *record = m_sessions.session(session))
            changedSessions.push_back(*record);
    }
    if (!changedSessions.empty())
        Q_EMIT sessions(changedSessions);
}

} // namespace Sonde::Service

#include "moc_feed.cpp"
