// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/bootclock.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <ctime>

namespace Sonde::Agent::Linux {

namespace {

constexpr qint64 NanosecondsOfSecond = 1'000'000'000;
/// Less than half a tick of the kernel's: what was started at one tick stays there.
constexpr qint64 Unsteadiness = 4'000'000;

qint64 readClock(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return qint64(time.tv_sec) * NanosecondsOfSecond + time.tv_nsec;
}

qint64 durationOf(const ClockReading &reading)
{
    return reading.after - reading.before;
}

} // namespace

qint64 bootTimeOf(std::span<const ClockReading> readings)
{
    // Whoever sets the clock back in between makes one that took less than no time.
    const ClockReading *best = nullptr;
    for (const ClockReading &reading : readings) {
        if (durationOf(reading) >= 0 && (!best || durationOf(reading) < durationOf(*best)))
            best = &reading;
    }
    return best ? best->before + durationOf(*best) / 2 - best->sinceBoot : 0;
}

qint64 steadyBootTime(qint64 told, qint64 measured)
{
    return std::abs(measured - told) < Unsteadiness ? told : measured;
}

qint64 startTime(qint64 bootTime, quint64 ticks, qint64 second)
{
    // The kernel has cut off what was more than a tick: the middle of it is meant, and half a tick more makes that the nearest whole one.
    const qint64 tick = NanosecondsOfSecond / std::max<qint64>(second, 1);
    const qint64 time = bootTime + qint64(ticks) * tick + tick;
    return time - time % tick;
}

qint64 bootTimeNow()
{
    static std::atomic<qint64> told = 0;
    std::array<ClockReading, 5> readings;
    for (ClockReading &reading : readings) {
        reading.before = readClock(CLOCK_REALTIME);
        reading.sinceBoot = readClock(CLOCK_BOOTTIME);
        reading.after = readClock(CLOCK_REALTIME);
    }
    const qint64 steady = steadyBootTime(told, bootTimeOf(readings));
    told = steady;
    return steady;
}

} // namespace Sonde::Agent::Linux
