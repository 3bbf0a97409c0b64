// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "protocol/access/approval.h"

namespace Sonde::Client {

/// The commands that wait for a second person: those that whoever is signed in may decide about, and their own.
class ApprovalsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApprovalsController)

public:
    /// A request, and until when it waits by the clock of this program.
    struct Waiting {
        ApprovalRecord record;
        std::chrono::steady_clock::time_point until;
    };

    /// `client` outlives it.
    explicit ApprovalsController(TenantClient &client, QObject *parent = nullptr);

    /// As the service said last; none without a connection. In the order in which they were asked.
    [[nodiscard]] const std::vector<Waiting> &all() const { return m_waiting; }
    [[nodiscard]] const Waiting *find(CommandId command) const;
    /// Those that somebody else has asked for.
    [[nodiscard]] std::vector<Waiting> forMe() const;

    /// `done` is called once, with why not when it was not, as long as `context` is there; else refused() tells it.
    void decide(CommandId command, bool approved, const QString &reason, QObject *context,
        std::function<void(const Result<void> &)> done);
    void fetchPlan(
        CommandId command, QObject *context, std::function<void(const Result<Message::ApprovalPlan> &)> done);

Q_SIGNALS:
    void changed();
    /// Somebody else asks; said once of each.
    void asked(const Sonde::ApprovalRecord &record);
    /// Nothing came of a decision, and whoever made it does not wait for the answer.
    void refused(const Sonde::Error &error);

private:
    void follow(const std::vector<ApprovalRecord> &records);

    TenantClient &m_client;
    std::vector<Waiting> m_waiting;
    QSet<CommandId> m_known; ///< of which asked() was said
};

} // namespace Sonde::Client
