// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/bulk/bulkstream.h"

#include <QDateTime>
#include <QHash>
#include <functional>
#include <mutex>

namespace Sonde::Service {

/// What a bulk connection may do, decided over the control channel before there is one. A ticket is good once, for a minute, and when it
/// was made for a device only from that device. Thread-safe.
class TransferTickets final
{
    Q_DISABLE_COPY_MOVE(TransferTickets)

public:
    static constexpr std::chrono::seconds Validity{60};
    /// Does the transfer, on the connection's own thread.
    using Serve = std::function<void(BulkStream &stream)>;

    TransferTickets() = default;

    /// `certificate`: SHA-256 of the one certificate it may be used with; empty for a workstation's.
    [[nodiscard]] QString issue(Serve serve, const QByteArray &certificate = {});
    /// TokenInvalid.
    [[nodiscard]] Result<Serve> redeem(const QString &ticket, const QByteArray &certificate);

private:
    struct Entry {
        Serve serve;
        QByteArray certificate;
        QDateTime expires;
    };
    std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries; ///< by the ticket's hash
};

} // namespace Sonde::Service
