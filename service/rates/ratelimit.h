// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/rates/tokenbucket.h"

#include <QHash>
#include <QString>

namespace Sonde::Service {

/// A bucket for each key: a user, a device, an address. Remembers a bounded number of keys; when there are more, the ones that did least
/// are forgotten, so that whoever makes up keys shuts nobody out.
class RateLimit final
{
public:
    explicit RateLimit(TokenBucket::Rate rate)
        : m_rate(rate)
    {
    }

    /// False when the key has used up what it had.
    [[nodiscard]] bool allow(const QString &key, double tokens = 1);
    /// Gives back what one allow() took.
    void giveBack(const QString &key, double tokens = 1);
    /// Gives back all of it: the key has shown that it is who it says.
    void forgive(const QString &key) { m_buckets.remove(key); }
    /// Until it would be allowed; at least a second, for people.
    [[nodiscard]] std::chrono::seconds retryAfter(const QString &key, double tokens = 1) const;

private:
    void makeRoom();

    TokenBucket::Rate m_rate;
    QHash<QString, TokenBucket> m_buckets;
};

} // namespace Sonde::Service
