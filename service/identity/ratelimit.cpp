// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/ratelimit.h"

namespace Sonde::Service {

namespace {
constexpr qsizetype MaxKeys = 10'000;
}

bool RateLimit::allow(const QString &key)
{
    const auto now = Clock::now();
    if (m_used.size() >= MaxKeys)
        m_used.removeIf([now](const auto &entry) { return entry.value() <= now; });
    if (m_used.size() >= MaxKeys && !m_used.contains(key))
        return false;
    auto &restored = m_used[key];
    const auto next = std::max(restored, now) + m_interval;
    if (next > now + m_burst * m_interval)
        return false;
    restored = next;
    return true;
}

} // namespace Sonde::Service
