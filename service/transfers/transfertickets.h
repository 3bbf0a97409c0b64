// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/analyst.h"
#include "transport/bulk/bulkstream.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QHash>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>

namespace Sonde::Service {

/// What a bulk connection may do, decided over the control channel before there is one. A ticket is good once, for a minute, and when it
/// was made for a device only from that device. Thread-safe.
class TransferTickets final
{
    Q_DISABLE_COPY_MOVE(TransferTickets)

public:
    static constexpr std::chrono::seconds Validity{60};
    /// Of one analyst or device: transfers that are under way, and tickets that nobody has used yet. Of these the oldest is given up.
    static constexpr int MostUnderWay = 64;
    static constexpr int MostUnused = 256;
    /// Of all together. Then whoever comes takes a place of the owner who has the most of them.
    static constexpr int MostAtOnce = 256;
    /// Does the transfer, on the connection's own thread.
    using Serve = std::function<void(BulkStream &stream)>;

    /// Whether this is still for an analyst who may what they may now. Called on the tenant's thread.
    using Permitted = std::function<bool(const Analyst &owner)>;

    TransferTickets() = default;

    /// `certificates`: SHA-256 of those it may be used with; none for a workstation's. `owner`: the analyst or device.
    [[nodiscard]] QString issue(
        Serve serve, const QByteArrayList &certificates = {}, const QString &owner = {}, Permitted permitted = {});
    /// TokenInvalid; Interrupted when the owner has too many under way, or all places are taken by owners who have no more of them: another
    /// attempt may have more luck. `stop`: ends the connection.
    [[nodiscard]] Result<Serve> redeem(const QString &ticket, const QByteArray &certificate, std::stop_source stop);
    /// What was issued to this owner is good no longer, and what is under way with it ends.
    void revoke(const QString &owner);
    /// Roles or groups are others: what was issued to somebody who may not have it any more is good no longer, and ends. `now`: who an
    /// owner is.
    void keepPermitted(const std::function<Analyst(const QString &owner)> &now);

private:
    struct Transfer {
        QString owner;
        std::stop_source stop;
        Permitted permitted;
    };
    /// Outlives the tickets, as transfers may.
    struct UnderWay {
        std::mutex mutex;
        std::list<Transfer> transfers;
    };
    struct Entry {
        Serve serve;
        QByteArrayList certificates;
        QString owner;
        QDateTime expires;
        Permitted permitted;
    };
    /// Whether there is one, after another owner lost a transfer when it takes that.
    [[nodiscard]] static bool makePlaceFor(const QString &owner, std::list<Transfer> &transfers);
    void makeRoom(const QString &owner, const QDateTime &now);

    std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries; ///< by the ticket's hash
    std::shared_ptr<UnderWay> m_underWay = std::make_shared<UnderWay>();
};

} // namespace Sonde::Service
