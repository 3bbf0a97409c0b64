// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"
#include "protocol/wire/messages.h"
#include "transport/bulk/bulktransfer.h"
#include "transport/bulk/transferthread.h"

#include <atomic>

namespace Sonde::Client {

/// One attempt to bring a download here, on a thread of its own: into the partial file, on from where the last attempt ended; verified;
/// then under its name, packed if wanted.
class DownloadJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadJob)

public:
    struct Order {
        BulkEndpoint endpoint;
        Message::Ticket ticket;
        Download download;
        /// Called for each piece; waits to keep to a rate.
        std::function<void(qint64 bytes, const std::stop_token &stop)> throttle;
        /// Bytes free where a path is; -1 when unknown.
        std::function<qint64(const QString &path)> freeSpace;
    };

    explicit DownloadJob(Order order, QObject *parent = nullptr);

    void start();
    /// finished() follows with Cancelled, unless it was faster. The partial file stays.
    void stop() { m_thread.stop(); }

    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] bool isPacking() const { return m_packing; }

Q_SIGNALS:
    /// Once: the verified hash, or why not. Questions for the analyst are FileExists, NoSpace and CannotWrite.
    void finished(const Sonde::Result<QByteArray> &sha256);

private:
    [[nodiscard]] Result<QByteArray> run(const std::stop_token &stop);
    [[nodiscard]] Result<QByteArray> confirm(const QByteArray &sha256, const std::stop_token &stop);
    [[nodiscard]] Result<QByteArray> receive(const std::stop_token &stop);
    [[nodiscard]] Result<void> checkSpace(qint64 present) const;
    [[nodiscard]] Result<void> keep(PartialFile &file, const QByteArray &sha256, const std::stop_token &stop);
    [[nodiscard]] Result<void> nameIt(const std::function<Result<void>()> &rename) const;

    const Order m_order;
    const Download &m_download;
    std::atomic<qint64> m_done;
    std::atomic<bool> m_packing = false;
    TransferThread m_thread;
};

} // namespace Sonde::Client
