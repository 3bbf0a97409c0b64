// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/sessions/sessionregister.h"
#include "service/store/turn.h"

namespace Sonde::Service {

/// What happened in a turn, told once it is committed: to whoever watches.
class Feed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Feed)

public:
    Feed(Turn &turn, JournalWriter &journal, const Inventory &inventory, const SessionRegister &sessions,
        QObject *parent = nullptr);

Q_SIGNALS:
    void entries(const std::vector<Sonde::JournalEntry> &entries);
    void devices(const std::vector<Sonde::DeviceRecord> &devices);
    void sessions(const std::vector<Sonde::SessionRecord> &sessions);

private:
    void publish();

    const Inventory &m_inventory;
    const SessionRegister &m_sessions;
    std::vector<JournalEntry> m_entries;
    QSet<DeviceId> m_devices;
    QSet<SessionId> m_changedSessions;
};

/// At most `MaxBatch` records a message.
inline constexpr qsizetype MaxBatch = 500;
/// Splits entries into messages that stay well below the frame limit.
[[nodiscard]] std::vector<std::vector<JournalEntry>> inBatches(std::vector<JournalEntry> entries);

} // namespace Sonde::Service
