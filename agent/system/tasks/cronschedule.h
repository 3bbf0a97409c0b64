// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <array>
#include <bitset>
#include <optional>

namespace Sonde::Agent::Linux {

/// The times of a cron line: "*/5 8-17 * * mon-fri", "@daily".
class CronSchedule final
{
public:
    /// None for @reboot, and for what cron would not understand.
    [[nodiscard]] static std::optional<CronSchedule> parse(QByteArrayView text);

    /// The first minute after `moment` that it names, in the moment's time zone. None when it never comes (31 February).
    [[nodiscard]] std::optional<QDateTime> next(const QDateTime &moment) const;

private:
    [[nodiscard]] bool isDay(QDate day) const;
    [[nodiscard]] std::optional<QDateTime> firstOn(QDate day, const QDateTime &after) const;

    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<8> m_weekdays; ///< 0 is Sunday
    /// Where a star stands for one of them the other alone counts, else either is enough.
    bool m_anyDay = false;
    bool m_anyWeekday = false;
};

} // namespace Sonde::Agent::Linux
