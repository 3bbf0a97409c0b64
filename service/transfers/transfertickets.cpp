// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/transfertickets.h"

#include "protocol/base/reason.h"
#include "service/identity/tokens.h"

namespace Sonde::Service {

QString TransferTickets::issue(
    Serve serve, const QByteArrayList &certificates, const QString &owner, Permitted permitted)
{
    const QString ticket = makeSecret();
    const auto now = QDateTime::currentDateTimeUtc();
    const std::scoped_lock lock(m_mutex);
    makeRoom(owner, now);
    m_entries.insert(
        secretHash(ticket), {std::move(serve), certificates, owner, now.addDuration(Validity), std::move(permitted)});
    return ticket;
}

void TransferTickets::makeRoom(const QString &owner, const QDateTime &now)
{
    m_entries.removeIf([&now](const auto &entry) { return entry.value().expires < now; });
    int count = 0;
    auto oldest = m_entries.end();
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
        if (entry->owner != owner)
            continue;
        ++count;
        if (oldest == m_entries.end() || entry->expires < oldest->expires)
            oldest = entry;
    }
    if (count >= MostUnused)
        m_entries.erase(oldest);
}

Result<TransferTickets::Serve> TransferTickets::redeem(
    const QString &ticket, const QByteArray &certificate, std::stop_source stop)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(secretHash(ticket));
    if (found == m_entries.end() || found->expires < QDateTime::currentDateTimeUtc())
        return fail(ErrorCode::TokenInvalid, {}, Reason::TicketUsed);
    // Whom the ticket is not meant for learns nothing of it.
    if (!found->certificates.isEmpty() && !found->certificates.contains(certificate))
        return fail(ErrorCode::TokenInvalid, {}, Reason::TicketUsed);
    const Entry entry = *found;
    m_entries.erase(found);
    const std::scoped_lock counting(m_underWay->mutex);
    auto &transfers = m_underWay->transfers;
    if (!makePlaceFor(entry.owner, transfers))
        return fail(ErrorCode::Interrupted).with(Fact::Limit, MostUnderWay);
    const auto transfer = transfers.insert(transfers.end(), {entry.owner, std::move(stop), entry.permitted});
    const std::shared_ptr<void> place(nullptr, [underWay = m_underWay, transfer](void *) {
        const std::scoped_lock removing(underWay->mutex);
        underWay->transfers.erase(transfer);
    });
    return [serve = entry.serve, place](BulkStream &stream) { serve(stream); };
}

bool TransferTickets::makePlaceFor(const QString &owner, std::list<Transfer> &transfers)
{
    QHash<QString, int> counts;
    int all = 0;
    for (const Transfer &transfer : transfers) {
        if (transfer.stop.stop_requested())
            continue; // it is on its way out
        ++counts[transfer.owner];
        ++all;
    }
    const int own = counts.value(owner);
    if (own >= MostUnderWay && !owner.isEmpty())
        return false;
    if (all < MostAtOnce)
        return true;
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    // With one more than the newcomer they would take each other's place for ever.
    if (*most <= own + 1)
        return false;
    const auto isTheirs = [&](const Transfer &transfer) {
        return transfer.owner == most.key() && !transfer.stop.stop_requested();
    };
    // The one that began last has the least to lose; it goes on later where it was cut.
    std::ranges::find_if(transfers.rbegin(), transfers.rend(), isTheirs)->stop.request_stop();
    return true;
}

void TransferTickets::revoke(const QString &owner)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([&owner](const auto &entry) { return entry.value().owner == owner; });
    const std::scoped_lock stopping(m_underWay->mutex);
    for (Transfer &transfer : m_underWay->transfers) {
        if (transfer.owner == owner)
            transfer.stop.request_stop();
    }
}

void TransferTickets::keepPermitted(const std::function<Analyst(const QString &owner)> &now)
{
    const auto isLost = [&now](const auto &one) { return one.permitted && !one.permitted(now(one.owner)); };
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([&isLost](const auto &entry) { return isLost(entry.value()); });
    const std::scoped_lock stopping(m_underWay->mutex);
    for (Transfer &transfer : m_underWay->transfers) {
        if (isLost(transfer))
            transfer.stop.request_stop();
    }
}

} // namespace Sonde::Service
