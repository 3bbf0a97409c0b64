// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/bulkport.h"

#include <QTimer>

namespace Sonde::Service {

BulkPort::BulkPort(TransferTickets &tickets, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_tickets(tickets)
    , m_patience(patience)
{
}

BulkPort::~BulkPort()
{
    for (Connection &connection : m_connections)
        connection.thread.request_stop();
}

void BulkPort::accept(qintptr descriptor)
{
    if (m_connections.size() >= MostAtOnce || !m_tls) {
        closeDescriptor(descriptor);
        return;
    }
    const auto connection = m_connections.emplace(m_connections.end());
    const auto opened = std::make_shared<std::atomic<bool>>(false);
    connection->thread = std::jthread([this, descriptor, connection, opened, tls = m_tls](const std::stop_token &stop) {
        giveWay();
        serve(descriptor, *tls, *opened, stop);
        // Joined at once: this is the last thing the thread does. Not at all when the port is going, which joins it itself.
        QMetaObject::invokeMethod(this, [this, connection] { m_connections.erase(connection); }, Qt::QueuedConnection);
    });
    QTimer::singleShot(m_patience, this, [opened, stop = connection->thread.get_stop_source()]() mutable {
        if (!*opened)
            stop.request_stop();
    });
}

void BulkPort::serve(qintptr descriptor, const BulkTls &tls, std::atomic<bool> &opened, const std::stop_token &stop)
{
    const auto accepted = BulkStream::accept(descriptor, tls, stop);
    opened = true;
    if (!accepted) {
        Q_EMIT refused(accepted.error());
        return;
    }
    const auto serve = m_tickets.redeem(accepted->ticket, accepted->certificate);
    if (serve) {
        (*serve)(*accepted->stream);
    } else {
        std::ignore = accepted->stream->send(Bulk::Failed{serve.error()});
        Q_EMIT refused(serve.error());
    }
}

} // namespace Sonde::Service

#include "moc_bulkport.cpp"
