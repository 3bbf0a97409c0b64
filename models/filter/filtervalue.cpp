// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/filtervalue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::FilterValue {

namespace {

std::optional<double> plainNumber(QStringView text)
{
    bool ok = false;
    const double value = text.toString().replace(u',', u'.').toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<double> size(QStringView text)
{
    constexpr auto units = "KMGTP"_L1;
    while (text.endsWith(u'B', Qt::CaseInsensitive) || text.endsWith(u'i', Qt::CaseInsensitive))
        text.chop(1);
    const qsizetype unit = text.isEmpty() ? -1 : units.indexOf(text.back().toUpper());
    if (unit < 0)
        return plainNumber(text);
    const auto value = plainNumber(text.chopped(1).trimmed());
    return value ? std::optional(*value * double(quint64(1) << (10 * (unit + 1)))) : std::nullopt;
}

/// Of a letter behind a number.
std::optional<std::chrono::seconds> unitOf(QChar letter)
{
    switch (letter.toLower().unicode()) {
    case u's': return 1s;
    case u'm': return 1min;
    case u'h': return 1h;
    case u'd': return 24h;
    default: return {};
    }
}

/// "90s", "1.5h".
std::optional<double> secondsWithUnit(QStringView text)
{
    const auto unit = text.isEmpty() ? std::nullopt : unitOf(text.back());
    const auto value = unit ? plainNumber(text.chopped(1).trimmed()) : std::nullopt;
    return value ? std::optional(*value * double(unit->count())) : std::nullopt;
}

std::optional<double> duration(QStringView text)
{
    if (const auto seconds = secondsWithUnit(text))
        return seconds;
    double seconds = 0;
    for (const QStringView part : text.split(u':')) {
        const auto value = plainNumber(part);
        if (!value)
            return {};
        seconds = seconds * 60 + *value;
    }
    return seconds;
}

/// From the first moment of what was typed, as exactly as it was.
Span spanOf(const QDateTime &from, QStringView month, QStringView day, QStringView hour, QStringView seconds)
{
    const QDateTime until = !seconds.isEmpty() ? from.addSecs(1)
        : !hour.isEmpty()                      ? from.addSecs(60)
        : !day.isEmpty()                       ? from.addDays(1)
        : !month.isEmpty()                     ? from.addMonths(1)
                                               : from.addYears(1);
    return {from, until};
}

} // namespace

std::optional<double> number(QStringView text, ValueType type)
{
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    if (type == ValueType::Size)
        return size(text);
    return type == ValueType::Duration ? duration(text) : plainNumber(text);
}

std::optional<Span> time(const QString &text, const QDateTime &now)
{
    if (const auto ago = secondsWithUnit(text)) {
        const QDateTime moment = now.addMSecs(-qint64(*ago * 1000));
        return Span{moment, moment};
    }
    static const QRegularExpression form(
        uR"(^(?:(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?)?(?:(?:^|[T ])(\d\d?):(\d\d)(?::(\d\d))?)?$)"_s);
    const auto found = form.match(text.trimmed());
    if (!found.hasMatch() || text.trimmed().isEmpty())
        return {};
    const auto part = [&](int number, int otherwise) {
        return found.hasCaptured(number) ? found.capturedView(number).toInt() : otherwise;
    };
    const bool hasDate = found.hasCaptured(1);
    const QDate today = now.date();
    const QDate date = hasDate ? QDate(part(1, 0), part(2, 1), part(3, 1)) : today;
    const QTime clock(part(4, 0), part(5, 0), part(6, 0));
    if (!date.isValid() || !clock.isValid())
        return {};
    const auto view = [&](int number) { return found.capturedView(number); };
    return spanOf(QDateTime(date, clock, now.timeRepresentation()), hasDate ? view(2) : u"today",
        hasDate ? view(3) : u"today", view(4), view(6));
}

} // namespace Sonde::Client::FilterValue
