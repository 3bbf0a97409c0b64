// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/downloads/bandwidth.h"

#include <algorithm>

namespace Sonde::Client {

void Bandwidth::setRate(qint64 bytesPerSecond)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_rate == bytesPerSecond)
            return;
        m_rate = bytesPerSecond;
        m_free = {};
        ++m_generation;
    }
    m_changed.notify_all();
}

void Bandwidth::spend(qint64 bytes, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (m_rate <= 0)
        return;
    const std::chrono::nanoseconds time(qint64(double(bytes) / double(m_rate) * 1e9));
    m_free = std::max(m_free, Clock::now()) + time;
    const auto due = m_free;
    m_changed.wait_until(lock, stop, due, [this, generation = m_generation] { return m_generation != generation; });
}

} // namespace Sonde::Client
