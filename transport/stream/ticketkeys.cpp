// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/ticketkeys.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>

namespace Sonde {

namespace {

TicketKeys::Keys makeTicketKeys(const QByteArray &secret, qint64 day)
{
    const auto derive = [&](const QByteArray &what) {
        const QByteArray purpose = what + " of day " + QByteArray::number(day);
        return QMessageAuthenticationCode::hash(purpose, secret, QCryptographicHash::Sha256);
    };
    return {derive("name").first(TicketKeys::NameBytes), derive("cipher"), derive("mac")};
}

} // namespace

qint64 TicketKeys::today()
{
    constexpr qint64 Day = 24 * 60 * 60;
    return QDateTime::currentSecsSinceEpoch() / Day;
}

void TicketKeys::turnTo(qint64 day)
{
    if (m_day == day)
        return;
    m_day = day;
    m_today = makeTicketKeys(m_secret, day);
    m_yesterday = makeTicketKeys(m_secret, day - 1);
}

const TicketKeys::Keys &TicketKeys::newest(qint64 day)
{
    turnTo(day);
    return m_today;
}

const TicketKeys::Keys *TicketKeys::find(QByteArrayView name, qint64 day)
{
    turnTo(day);
    if (name == m_today.name)
        return &m_today;
    return name == m_yesterday.name ? &m_yesterday : nullptr;
}

} // namespace Sonde
