// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/bandwidth.h"
#include "controllers/downloads/downloadjob.h"
#include "controllers/tenant/tenantclient.h"
#include "models/files/downloadmodel.h"
#include "transport/bulk/transferattempts.h"

#include <QElapsedTimer>
#include <map>

namespace Sonde::Client {

/// Gives the queued downloads of the list their turn: a ticket, a job, another attempt when the connection was lost.
class DownloadRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadRunner)

public:
    struct Limits {
        int atOnce = 3;
        qint64 totalRate = 0; ///< bytes a second; 0: as fast as it goes
        qint64 deviceRate = 0;
        std::function<qint64(const QString &path)> freeSpace = Sonde::freeSpace;
    };

    DownloadRunner(TenantClient &client, DownloadModel &model, QObject *parent = nullptr);
    ~DownloadRunner() override;

    /// In effect at once, rates also for what is under way.
    void setLimits(const Limits &limits);
    /// Begins what is queued, as far as there are places.
    void schedule();
    /// Nothing moves any more when released() comes; that may be at once. The partial file stays.
    void stop(CommandId command);
    /// There is no use in waiting any longer with the next attempt.
    void retryNow(CommandId command);

Q_SIGNALS:
    void finished(Sonde::CommandId command);
    void failed(Sonde::CommandId command);
    void asking(Sonde::CommandId command);
    void released(Sonde::CommandId command);

private:
    /// One that has a place.
    struct Run {
        quint64 number = 0;               ///< which attempt a ticket belongs to
        std::unique_ptr<DownloadJob> job; ///< once there is a ticket
        bool stopping = false;
    };

    void begin(const Download &download);
    void ticketCame(CommandId command, quint64 number, const Result<Message::Ticket> &ticket);
    void startJob(const Download &download, const BulkEndpoint &endpoint, const Message::Ticket &ticket);
    void jobEnded(CommandId command, const Result<QByteArray> &result);
    void succeeded(CommandId command, const QByteArray &sha256);
    void stumbled(CommandId command, const Error &error);
    void retryIn(std::chrono::milliseconds wait, CommandId command, const Error &error);
    [[nodiscard]] TransferAttempts &attemptsAt(CommandId command);
    void set(CommandId command, Download::State state, const std::optional<Error> &problem = {});
    void measure();
    void wake();
    [[nodiscard]] std::shared_ptr<Bandwidth> rateOf(const DeviceId &device);

    TenantClient &m_client;
    DownloadModel &m_model;
    Limits m_limits;
    std::map<CommandId, Run> m_runs;
    QHash<CommandId, TransferAttempts> m_attempts; ///< until it succeeds, or is begun anew by hand
    std::shared_ptr<Bandwidth> m_totalRate = std::make_shared<Bandwidth>();
    std::map<DeviceId, std::shared_ptr<Bandwidth>> m_deviceRates;
    QTimer m_tick; ///< progress and speed, while something moves
    QElapsedTimer m_sinceTick;
    QTimer m_wake; ///< for the next attempt
    quint64 m_lastRun = 0;
};

} // namespace Sonde::Client
