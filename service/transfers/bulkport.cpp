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
        connection.stop.request_stop();
}

void BulkPort::accept(qintptr descriptor)
{
    const QString place = placeOf(peerOf(descriptor));
    if (!m_tls || !makeRoomFor(place)) {
        closeDescriptor(descriptor);
        return;
    }
    const auto connection = m_connections.emplace(m_connections.end());
    connection->place = place;
    const auto opened = connection->opened;
    connection->thread = std::jthread([this, descriptor, connection, opened, tls = m_tls, stop = connection->stop] {
        giveWay();
        serve(descriptor, *tls, *opened, stop);
        // Joined at once: this is the last thing the thread does. Not at all when the port is going, which joins it itself.
        QMetaObject::invokeMethod(this, [this, connection] { m_connections.erase(connection); }, Qt::QueuedConnection);
    });
    QTimer::singleShot(m_patience, this, [opened, stop = connection->stop]() mutable {
        if (!*opened)
            stop.request_stop();
    });
}

bool BulkPort::makeRoomFor(const QString &place)
{
    int opened = 0;
    int unopened = 0;
    int ofPlace = 0;
    Connection *oldest = nullptr;
    for (Connection &connection : m_connections) {
        if (*connection.opened) {
            ++opened;
            continue;
        }
        ++unopened;
        if (connection.stop.stop_requested())
            continue;
        ofPlace += connection.place == place ? 1 : 0;
        if (!oldest)
            oldest = &connection;
    }
    if (opened >= MostOpened || ofPlace >= MostUnopenedOfPlace)
        return false;
    if (unopened < MostUnopened)
        return true;
    if (oldest)
        oldest->stop.request_stop();
    // Those put out are gone in a moment; more of them than places are an attack that is faster than they go.
    return unopened < 2 * MostUnopened;
}

void BulkPort::serve(qintptr descriptor, const BulkTls &tls, std::atomic<bool> &opened, const std::stop_source &stop)
{
    const auto accepted = BulkStream::accept(descriptor, tls, stop.get_token());
    if (!accepted) {
        Q_EMIT refused(accepted.error());
        return;
    }
    const auto serve = m_tickets.redeem(accepted->ticket, accepted->certificate, stop);
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
