// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtTypes>

namespace Sonde {

/// What a service seals session tickets with: made of a secret for each day, so that a service that was started again opens the tickets of
/// the one before, and a ticket is good for two days at most.
class TicketKeys final
{
public:
    static constexpr qsizetype NameBytes = 16;
    struct Keys {
        QByteArray name;   ///< NameBytes, in the ticket
        QByteArray cipher; ///< AES-256
        QByteArray mac;    ///< HMAC-SHA-256
    };

    /// `secret`: nobody else knows it, and it stays the same.
    explicit TicketKeys(QByteArray secret)
        : m_secret(std::move(secret))
    {
    }

    /// To seal with on this day (since the epoch, in UTC).
    [[nodiscard]] const Keys &newest(qint64 day = today());
    /// Those of this day or of the one before that have this name; null when neither has.
    [[nodiscard]] const Keys *find(QByteArrayView name, qint64 day = today());
    [[nodiscard]] static qint64 today();

private:
    void turnTo(qint64 day);

    QByteArray m_secret;
    qint64 m_day = -1;
    Keys m_today;
    Keys m_yesterday;
};

} // namespace Sonde
