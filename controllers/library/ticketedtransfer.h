// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/tenant/tenantclient.h"
#include "transport/bulk/bulktransfer.h"
#include "transport/bulk/transferattempts.h"
#include "transport/bulk/transferthread.h"

#include <atomic>

namespace Sonde::Client {

/// One transfer of the workstation's: asks for a ticket, connects with it, and moves the bytes on a thread of its own. What fails for a
/// reason that may pass is begun again by itself, where it ended.
class TicketedTransfer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TicketedTransfer)

public:
    using Answer = std::function<void(Result<Message::Ticket>)>;
    /// Asks the service; on the owner's thread.
    using Ask = std::function<void(QObject *context, Answer answer)>;
    /// Moves; on the transfer's thread.
    using Move = std::function<Result<void>(BulkStream &stream, const TransferProgress &progress)>;

    TicketedTransfer(TenantClient &client, Ask ask, Move move, QObject *parent = nullptr);
    ~TicketedTransfer() override;

    void start();
    /// finished() follows, with Cancelled unless it was too late.
    void cancel();

Q_SIGNALS:
    /// Bytes the other side, or the disk, has; now and then.
    void progressed(qint64 done);
    /// An attempt failed; the next follows by itself.
    void waiting(const Sonde::Error &reason);
    /// Once, and then nothing more.
    void finished(const Sonde::Result<void> &result);

private:
    void begin();
    void connectWith(const Message::Ticket &ticket);
    void ended(const Result<void> &result);
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAttempt(const Error &error);
    void finish(const Result<void> &result);

    TenantClient &m_client;
    Ask m_ask;
    Move m_move;
    QTimer m_retry;
    QTimer m_report;
    TransferAttempts m_attempts;
    bool m_finished = false;
    bool m_moving = false;
    qint64 m_reported = 0;
    std::atomic<qint64> m_done = 0;
    TransferThread m_thread;
};

} // namespace Sonde::Client
