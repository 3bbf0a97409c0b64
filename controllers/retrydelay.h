// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

namespace Sonde {

/// How long to wait after so many attempts in vain. Full jitter: anything up to a limit that doubles, so that a thousand clients do not
/// come back at once. A restart of the service is hardly seen, and a service that stays away is not bothered.
[[nodiscard]] inline std::chrono::milliseconds retryDelay(int attempts)
{
    using namespace std::chrono_literals;
    const std::chrono::milliseconds limit = std::min<std::chrono::milliseconds>(15s, 100ms * (1 << std::min(attempts, 10)));
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(limit.count()) + 1));
}

} // namespace Sonde
