// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

namespace Sonde {

/// Full jitter: each wait is anywhere between nothing and a bound that doubles, so that those who lost
/// the same service do not all come back at once.
class Backoff final
{
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds Base{250};
    static constexpr Milliseconds Cap{30'000};

    /// The first wait is at most `first`; none is longer than `longest`.
    explicit Backoff(Milliseconds first = Base, Milliseconds longest = Cap)
        : m_first(first)
        , m_longest(longest)
    {
    }

    [[nodiscard]] Milliseconds next()
    {
        const Milliseconds wait(QRandomGenerator::global()->bounded(qint64(m_bound.count()) + 1));
        m_bound = std::min(m_bound * 2, m_longest);
        return wait;
    }
    void reset() { m_bound = m_first; }
    [[nodiscard]] Milliseconds bound() const { return m_bound; }

private:
    Milliseconds m_first;
    Milliseconds m_longest;
    Milliseconds m_bound = m_first;
};

} // namespace Sonde
