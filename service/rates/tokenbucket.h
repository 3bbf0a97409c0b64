// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace Sonde::Service {

/// Lets something happen `burst` times at once, and in the long run `perSecond` times a second.
class TokenBucket final
{
public:
    using Clock = std::chrono::steady_clock;
    struct Rate {
        double burst = 1;
        double perSecond = 1;
    };

    explicit TokenBucket(Rate rate, Clock::time_point now = Clock::now())
        : m_rate(rate)
        , m_tokens(rate.burst)
        , m_at(now)
    {
    }

    /// False, and nothing is taken, when there are not so many. More than the burst are taken when the bucket is full.
    [[nodiscard]] bool take(double tokens = 1, Clock::time_point now = Clock::now())
    {
        fill(now);
        if (m_tokens < std::min(tokens, m_rate.burst))
            return false;
        m_tokens -= tokens;
        return true;
    }
    /// What was taken was not to be counted. It is never fuller than full.
    void giveBack(double tokens = 1, Clock::time_point now = Clock::now())
    {
        fill(now);
        m_tokens = std::min(m_rate.burst, m_tokens + tokens);
    }
    /// Until so many can be taken.
    [[nodiscard]] std::chrono::milliseconds wait(double tokens = 1) const
    {
        const double missing = std::max(0.0, std::min(tokens, m_rate.burst) - m_tokens);
        return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(missing / m_rate.perSecond));
    }
    [[nodiscard]] bool isFull(Clock::time_point now = Clock::now())
    {
        fill(now);
        return m_tokens >= m_rate.burst;
    }

private:
    void fill(Clock::time_point now)
    {
        const std::chrono::duration<double> passed = now - m_at;
        m_at = now;
        m_tokens = std::min(m_rate.burst, m_tokens + std::max(0.0, passed.count()) * m_rate.perSecond);
    }

    Rate m_rate;
    double m_tokens;
    Clock::time_point m_at;
};

} // namespace Sonde::Service
