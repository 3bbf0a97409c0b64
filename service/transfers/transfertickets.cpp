// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/transfers/transfertickets.h"

#include "protocol/base/reason.h"
#include "service/identity/tokens.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

QString TransferTickets::issue(Serve serve, const QByteArray &certificate)
{
    const QString ticket = makeSecret();
    const auto now = QDateTime::currentDateTimeUtc();
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([&now](const auto &entry) { return entry.value().expires < now; });
    m_entries.insert(secretHash(ticket), {std::move(serve), certificate, now.addDuration(Validity)});
    return ticket;
}

Result<TransferTickets::Serve> TransferTickets::redeem(const QString &ticket, const QByteArray &certificate)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(secretHash(ticket));
    if (found == m_entries.end() || found->expires < QDateTime::currentDateTimeUtc())
        return fail(ErrorCode::TokenInvalid, {}, Reason::TicketUsed);
    if (!found->certificate.isEmpty() && found->certificate != certificate)
        return fail(ErrorCode::TokenInvalid, {}, u"the ticket of another device"_s);
    auto serve = std::move(found->serve);
    m_entries.erase(found);
    return serve;
}

} // namespace Sonde::Service
