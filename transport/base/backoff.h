// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

namespace Sonde {

/// Full jitter: each wait is anywhere between nothing and a bound that doubles, so that ten thousand agents do not come back at once.
class Backoff final
{
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds Base{250};
    static constexpr Milliseconds Cap{30'000};

    [[nodiscard]] Milliseconds next()
    {
        const Milliseconds wait(QRandomGenerator::global()->bounded(qint64(m_bound.count() + 1)));
        m_bound = std::min(m_bound * 2, Cap);
        return wait;
    }
    void reset() { m_bound = Base; }
    [[nodiscard]] Milliseconds bound() const { return m_bound; }

private:
    Milliseconds m_bound = Base;
};

} // namespace Sonde
