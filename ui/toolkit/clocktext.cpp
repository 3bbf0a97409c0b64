// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/clocktext.h"

#include <format>

namespace Sonde::Client {

using namespace std::chrono;

QString clockText(seconds duration)
{
    const hh_mm_ss clock(std::max(duration, 0s));
    const auto hours = clock.hours().count();
    return QString::fromStdString(hours > 0
            ? std::format("{}:{:02}:{:02}", hours, clock.minutes().count(), clock.seconds().count())
            : std::format("{:02}:{:02}", clock.minutes().count(), clock.seconds().count()));
}

QString longClockText(seconds duration)
{
    const hh_mm_ss clock(std::max(duration, 0s));
    return QString::fromStdString(
        std::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count()));
}

} // namespace Sonde::Client
