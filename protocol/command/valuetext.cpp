// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/valuetext.h"

#include <QTimeZone>
#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace Sonde {

namespace {

/// A whole number of `unit`s.
std::optional<qint64> wholeOf(QStringView digits, qint64 unit)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    if (digits.isEmpty() || !std::ranges::all_of(digits, isDigit) || !fits
        || number > std::numeric_limits<qint64>::max() / unit)
        return {};
    return number * unit;
}

qint64 bytesOfUnit(QChar unit)
{
    switch (unit.toUpper().unicode()) {
    case u'K': return 1024;
    case u'M': return 1024LL * 1024;
    case u'G': return 1024LL * 1024 * 1024;
    default: return 0;
    }
}

qint64 secondsOfUnit(QChar unit)
{
    switch (unit.toLower().unicode()) {
    case u's': return 1;
    case u'm': return 60;
    case u'h': return 60 * 60;
    case u'd': return 24 * 60 * 60;
    case u'w': return 7 * 24 * 60 * 60;
    default: return 0;
    }
}

} // namespace

std::optional<qint64> sizeOf(QStringView text)
{
    const qint64 unit = text.isEmpty() ? 0 : bytesOfUnit(text.back());
    return unit ? wholeOf(text.chopped(1), unit) : wholeOf(text, 1);
}

std::optional<std::chrono::seconds> durationOf(QStringView text)
{
    const qint64 unit = text.isEmpty() ? 0 : secondsOfUnit(text.back());
    const auto seconds = unit ? wholeOf(text.chopped(1), unit) : wholeOf(text, 1);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

std::optional<QDateTime> momentOf(QStringView text, const QDateTime &now)
{
    if (const auto ago = durationOf(text)) {
        constexpr auto longest = std::chrono::days(366 * 100);
        return *ago <= longest ? std::optional(now.addDuration(-*ago)) : std::nullopt;
    }
    QDateTime moment = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!moment.isValid())
        return {};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeZone(QTimeZone::UTC);
    return moment.toUTC();
}

} // namespace Sonde
