// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/cronschedule.h"

#include <QByteArrayList>
#include <QHash>
#include <QTimeZone>
#include <algorithm>

namespace Sonde::Agent::Linux {

namespace {

/// 29 February comes back after eight years at the latest.
constexpr int LongestWaitDays = 8 * 366;

using Names = std::vector<QByteArrayView>;

/// Its place among the names counts from `first`.
std::optional<int> numberOf(const QByteArray &text, const Names &names, int first)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number;
    const auto found = std::ranges::find(names, QByteArrayView(text));
    return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()) + first);
}

template<size_t Size>
struct Field {
    int first;
    int last;
    Names names = {};

    /// One of the parts that commas divide: "*", "5", "8-17", any of them with "/step".
    [[nodiscard]] bool add(const QByteArray &part, std::bitset<Size> &into) const
    {
        const QByteArrayList stepped = part.split('/');
        bool isNumber = true;
        const int step = stepped.size() > 1 ? stepped.at(1).toInt(&isNumber) : 1;
        const QByteArrayList ends = stepped.at(0).split('-');
        const bool isStar = stepped.at(0) == "*";
        const auto from = isStar ? std::optional(first) : numberOf(ends.at(0), names, first);
        const auto to = isStar   ? std::optional(last)
            : ends.size() == 2   ? numberOf(ends.at(1), names, first)
            : stepped.size() > 1 ? std::optional(last)
                                 : from;
        if (!isNumber || step < 1 || stepped.size() > 2 || ends.size() > 2 || !from || !to || *from < first
            || *to > last || *from > *to)
            return false;
        for (int value = *from; value <= *to; value += step)
            into.set(size_t(value));
        return true;
    }

    [[nodiscard]] std::optional<std::bitset<Size>> parse(const QByteArray &text) const
    {
        std::bitset<Size> values;
        const QByteArrayList parts = text.toLower().split(',');
        const bool isGood = std::ranges::all_of(parts, [&](const QByteArray &part) { return add(part, values); });
        return isGood ? std::optional(values) : std::nullopt;
    }
};

QByteArray withoutNickname(QByteArrayView text)
{
    static const QHash<QByteArray, QByteArray> nicknames{{"@yearly", "0 0 1 1 *"}, {"@annually", "0 0 1 1 *"},
        {"@monthly", "0 0 1 * *"}, {"@weekly", "0 0 * * 0"}, {"@daily", "0 0 * * *"}, {"@midnight", "0 0 * * *"},
        {"@hourly", "0 * * * *"}};
    const QByteArray written = text.trimmed().toByteArray();
    return nicknames.value(written.toLower(), written);
}

} // namespace

std::optional<CronSchedule> CronSchedule::parse(QByteArrayView text)
{
    static const Names months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    static const Names weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    const QByteArrayList fields = withoutNickname(text).simplified().split(' ');
    if (fields.size() != 5)
        return {};
    const auto minutes = Field<60>{0, 59}.parse(fields.at(0));
    const auto hours = Field<24>{0, 23}.parse(fields.at(1));
    const auto days = Field<32>{1, 31}.parse(fields.at(2));
    const auto monthsOfYear = Field<13>{1, 12, months}.parse(fields.at(3));
    auto daysOfWeek = Field<8>{0, 7, weekdays}.parse(fields.at(4));
    if (!minutes || !hours || !days || !monthsOfYear || !daysOfWeek)
        return {};
    if (daysOfWeek->test(7)) // Sunday has two numbers
        daysOfWeek->set(0);
    CronSchedule schedule;
    schedule.m_minutes = *minutes;
    schedule.m_hours = *hours;
    schedule.m_days = *days;
    schedule.m_months = *monthsOfYear;
    schedule.m_weekdays = *daysOfWeek;
    schedule.m_anyDay = fields.at(2).startsWith('*');
    schedule.m_anyWeekday = fields.at(4).startsWith('*');
    return schedule;
}

bool CronSchedule::isDay(QDate day) const
{
    const bool isDayOfMonth = m_days.test(size_t(day.day()));
    const bool isWeekday = m_weekdays.test(size_t(day.dayOfWeek() % 7));
    const bool isEither = m_anyDay || m_anyWeekday ? isDayOfMonth && isWeekday : isDayOfMonth || isWeekday;
    return isEither && m_months.test(size_t(day.month()));
}

std::optional<QDateTime> CronSchedule::firstOn(QDate day, const QDateTime &after) const
{
    for (size_t hour = 0; hour < m_hours.size(); ++hour) {
        for (size_t minute = 0; m_hours.test(hour) && minute < m_minutes.size(); ++minute) {
            if (!m_minutes.test(minute))
                continue;
            const QDateTime moment(day, QTime(int(hour), int(minute)), after.timeZone());
            if (moment > after)
                return moment;
        }
    }
    return {};
}

std::optional<QDateTime> CronSchedule::next(const QDateTime &moment) const
{
    QDate day = moment.date();
    for (int i = 0; i <= LongestWaitDays; ++i, day = day.addDays(1)) {
        if (!isDay(day))
            continue;
        if (const auto found = firstOn(day, moment))
            return found;
    }
    return {};
}

} // namespace Sonde::Agent::Linux
