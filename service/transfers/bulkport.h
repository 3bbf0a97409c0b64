// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/transfers/transfertickets.h"

#include <QObject>
#include <atomic>
#include <list>
#include <thread>

namespace Sonde::Service {

/// Serves bulk connections, a thread for each: hears the ticket, does what it was issued for. Ends them all when it goes.
class BulkPort final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkPort)

public:
    /// Those that have shown no good ticket yet have places of their own, and one place in the network has only some of them. When all are
    /// taken the oldest goes: whoever has a ticket shows it within a round trip, strangers sit until they are put out.
    static constexpr int MostUnopened = 64;
    static constexpr int MostUnopenedOfPlace = 16;
    /// Further connections are refused: each has a thread and a buffer. Of those that have shown their ticket the tickets allow so many; the
    /// others are about to end.
    static constexpr int MostOpened = TransferTickets::MostAtOnce + MostUnopened;

    /// `patience`: for everything until the ticket is heard, also when it comes a byte at a time.
    explicit BulkPort(TransferTickets &tickets, std::chrono::milliseconds patience = BulkStream::OpeningPatience,
        QObject *parent = nullptr);
    ~BulkPort() override;

    /// From now on; connections that are open keep what they began with.
    void setTls(std::shared_ptr<const BulkTls> tls) { m_tls = std::move(tls); }
    /// Takes an accepted connection whose first bytes are still unread.
    void accept(qintptr descriptor);
    [[nodiscard]] size_t count() const { return m_connections.size(); }

Q_SIGNALS:
    /// Somebody came without a good ticket.
    void refused(const Sonde::Error &reason);

private:
    struct Connection {
        QString place;
        std::shared_ptr<std::atomic<bool>> opened = std::make_shared<std::atomic<bool>>(false);
        std::stop_source stop;
        std::jthread thread;
    };
    /// Whether there is, after the oldest stranger was put out when it takes that.
    [[nodiscard]] bool makeRoomFor(const QString &place);
    void serve(qintptr descriptor, const BulkTls &tls, std::atomic<bool> &opened, const std::stop_source &stop);

    TransferTickets &m_tickets;
    std::chrono::milliseconds m_patience;
    std::shared_ptr<const BulkTls> m_tls;
    std::list<Connection> m_connections;
};

} // namespace Sonde::Service
