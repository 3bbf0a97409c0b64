// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <span>

/// When things happened whose time the kernel counts from the boot on. All in nanoseconds, those of day since the epoch.
namespace Sonde::Agent::Linux {

/// Both clocks at one moment: CLOCK_BOOTTIME between two looks at CLOCK_REALTIME.
struct ClockReading {
    qint64 before = 0;
    qint64 sinceBoot = 0;
    qint64 after = 0;
};

/// By the reading that took the least time; 0 without any.
[[nodiscard]] qint64 bootTimeOf(std::span<const ClockReading> readings);
/// What was told before, unless somebody has set the clock since: a measurement is another one each time.
[[nodiscard]] qint64 steadyBootTime(qint64 told, qint64 measured);
/// When a process was started, as near as can be known: in whole ticks, of which `second` are one.
[[nodiscard]] qint64 startTime(qint64 bootTime, quint64 ticks, qint64 second);

/// By the clock as it is set now, to the microsecond (btime of /proc/stat has whole seconds). Thread-safe.
[[nodiscard]] qint64 bootTimeNow();

} // namespace Sonde::Agent::Linux
