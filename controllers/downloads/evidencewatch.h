// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "protocol/journal/projection.h"

namespace Sonde::Client {

/// Waits for the evidence of a session that nobody looks at any more: its tab was closed before the device had found the file. Asks the
/// journal now and then until every getfile has begun to come, or has ended.
class EvidenceWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvidenceWatch)

public:
    static constexpr std::chrono::seconds Interval{3};

    EvidenceWatch(TenantClient &client, SessionId session, QObject *parent = nullptr);

Q_SIGNALS:
    void evidenceCame(const Sonde::CommandRecord &command, const Sonde::SessionRecord &session);
    /// There is nothing more to wait for.
    void finished();

private:
    void ask();
    void take(const Message::JournalPage &page);

    TenantClient &m_client;
    SessionId m_session;
    Projection m_journal;
    QSet<CommandId> m_told;
    QTimer m_next;
};

} // namespace Sonde::Client
