// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/bulkport.h"

#include "service/rates/addresskey.h"
#include "transport/bulk/peeraddress.h"

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
    const QString place = placeOf(peerOf(descriptor));
    if (!hasRoomFor(place) || !m_tls) {
        closeDescriptor(descriptor);
        return;
    }
    const auto connection = m_connections.emplace(m_connections.end());
    connection->place = place;
    const auto opened = connection->opened;
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

bool BulkPort::hasRoomFor(const QString &place) const
{
    int opened = 0;
    int unopened = 0;
    int ofPlace = 0;
    for (const Connection &connection : m_connections) {
        ++(*connection.opened ? opened : unopened);
        ofPlace += !*connection.opened && connection.place == place ? 1 : 0;
    }
    return opened < MostAtOnce && unopened < MostUnopened && ofPlace < MostUnopenedOfPlace;
}

void BulkPort::serve(qintptr descriptor, const BulkTls &tls, std::atomic<bool> &opened, const std::stop_token &stop)
{
    const auto accepted = BulkStream::accept(descriptor, tls, stop);
    if (!accepted) {
        Q_EMIT refused(accepted.error());
        return;
    }
    const auto serve = m_tickets.redeem(accepted->ticket, accepted->certificate);
    opened = true;
    if (serve) {
        (*serve)(*accepted->stream);
    } else {
        std::ignore = accepted->stream->send(Bulk::Failed{serve.error()});
        Q_EMIT refused(serve.error());
    }
}

} // namespace Sonde::Service

#include "moc_bulkport.cpp"
