// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activityquery.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// A day means its beginning.
std::optional<QDateTime> timeOf(const QString &text, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(zone);
    return time.toUTC();
}

/// False when the value is none.
bool setPart(ActivityFilter &filter, const QString &key, const QString &value,
    const std::function<DeviceId(const QString &)> &deviceNamed, const QTimeZone &zone)
{
    if (key == "user"_L1) {
        filter.user = value;
        return true;
    }
    if (key == "device"_L1) {
        filter.device = deviceNamed(value);
        return filter.device.isValid();
    }
    if (key == "outcome"_L1) {
        filter.outcome = Codec::fromWireName<ActivityOutcome>(value);
        return filter.outcome.has_value();
    }
    auto &time = key == "from"_L1 ? filter.from : filter.until;
    time = timeOf(value, zone);
    return time.has_value();
}

} // namespace

QStringList ActivityQuery::outcomes()
{
    QStringList names;
    for (const auto &[number, name] : Codec::wireNames<ActivityOutcome>())
        names += name;
    return names;
}

ActivityQuery ActivityQuery::parse(
    const QString &typed, const std::function<DeviceId(const QString &)> &deviceNamed, const QTimeZone &zone)
{
    static const QStringList keys{u"user"_s, u"device"_s, u"outcome"_s, u"from"_s, u"until"_s};
    ActivityQuery query;
    QStringList words;
    for (const QString &part : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString key = part.section(u':', 0, 0).toLower();
        const QString value = part.section(u':', 1);
        if (!keys.contains(key) || !part.contains(u':'))
            words += part;
        else if (!value.isEmpty() && !setPart(query.filter, key, value, deviceNamed, zone))
            query.unclear += part;
    }
    query.filter.what = words.join(u' ');
    // Signs alone are nothing that can be looked for.
    if (std::ranges::none_of(
            query.filter.what, [](QChar letter) { return letter.isLetterOrNumber() || letter.isSurrogate(); }))
        query.unclear += words;
    return query;
}

} // namespace Sonde::Client
