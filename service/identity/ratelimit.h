// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QString>
#include <chrono>

namespace Sonde::Service {

/// Lets each key do something `burst` times at once and then once per `interval`. Remembers a bounded number of keys.
class RateLimit final
{
public:
    RateLimit(int burst, std::chrono::milliseconds interval)
        : m_burst(burst)
        , m_interval(interval)
    {
    }

    /// False when the key has used up what it had.
    [[nodiscard]] bool allow(const QString &key);
    /// Gives back all of it: the key has shown that it is who it says.
    void forgive(const QString &key) { m_used.remove(key); }
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

private:
    using Clock = std::chrono::steady_clock;

    int m_burst;
    std::chrono::milliseconds m_interval;
    QHash<QString, Clock::time_point> m_used; ///< when all of it will have come back
};

} // namespace Sonde::Service
