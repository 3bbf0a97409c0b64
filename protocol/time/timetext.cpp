// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/time/timetext.h"

#include "protocol/base/devicerecord.h"

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr auto Seconds = "yyyy-MM-dd HH:mm:ss"_L1;
constexpr auto Milliseconds = "yyyy-MM-dd HH:mm:ss.zzz"_L1;
constexpr auto Clock = "HH:mm:ss.zzz"_L1;

std::atomic<ShownZone> &chosenZone()
{
    static std::atomic<ShownZone> chosen = ShownZone::Utc;
    return chosen;
}

QTimeZone utc()
{
    return QTimeZone(QTimeZone::UTC);
}

QTimeZone thisMachine()
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    return zone.isValid() ? zone : utc();
}

QTimeZone zoneOf(const DeviceFacts &device)
{
    const QByteArray name = device.timeZone.value_or(QString()).toLatin1();
    // No name is that of this machine's zone on Windows.
    if (const QTimeZone named(name); !name.isEmpty() && named.isValid())
        return named;
    if (!device.utcOffset)
        return utc();
    const auto offset = QTimeZone::fromSecondsAheadOfUtc(*device.utcOffset);
    return offset.isValid() ? offset : utc();
}

QTimeZone shown(const QTimeZone &device)
{
    switch (TimeText::shownZone()) {
    case ShownZone::Local: return thisMachine();
    case ShownZone::Device: return device.isValid() ? device : utc();
    case ShownZone::Utc: break;
    }
    return utc();
}

QString nameOf(const QTimeZone &zone)
{
    if (zone.timeSpec() == Qt::UTC || zone.id() == "Etc/UTC" || zone.id() == "Etc/UCT")
        return u"UTC"_s;
    return QString::fromLatin1(zone.id());
}

QString formatted(const QDateTime &time, const QTimeZone &zone, QLatin1StringView form)
{
    // Digits of people's own scripts would make a time that cannot be searched for: no locale.
    return time.isValid() ? time.toTimeZone(zone).toString(form) : u"—"_s;
}

} // namespace

TimeText::TimeText()
    : m_zone(shown(QTimeZone()))
{
}

TimeText::TimeText(const DeviceFacts &device)
    : m_device(zoneOf(device))
{
    m_zone = shown(m_device);
}

TimeText::TimeText(const QTimeZone &zone)
    : m_zone(zone)
{
}

void TimeText::setShownZone(ShownZone zone)
{
    chosenZone() = zone;
}

ShownZone TimeText::shownZone()
{
    return chosenZone();
}

QString TimeText::text(const QDateTime &time) const
{
    return formatted(time, m_zone, Seconds);
}

QString TimeText::text(const QString &iso) const
{
    // The commonest by far, for each cell that is painted: nothing to be computed.
    if (m_zone.timeSpec() == Qt::UTC && isIso(iso))
        return QString(QStringView(iso).first(10) % u' ' % QStringView(iso).sliced(11, 8));
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() ? text(time) : iso;
}

QString TimeText::withZone(const QDateTime &time) const
{
    return time.isValid() ? QString(text(time) % u' ' % zoneName()) : text(time);
}

QString TimeText::exact(const QDateTime &time, int digits) const
{
    QString text = formatted(time, m_zone, Milliseconds);
    if (time.isValid())
        text.chop(AllDigits - digits);
    return time.isValid() ? QString(text % u' ' % zoneName()) : text;
}

QString TimeText::clock(const QDateTime &time) const
{
    const QString text = formatted(time, m_zone, Clock);
    return time.isValid() ? QString(text % u' ' % zoneName()) : text;
}

QString TimeText::zoneName() const
{
    return nameOf(m_zone);
}

QList<TimeText> TimeText::others() const
{
    QList<TimeText> others;
    QStringList known{zoneName()};
    for (const QTimeZone &zone : {utc(), thisMachine(), m_device}) {
        if (!zone.isValid() || known.contains(nameOf(zone)))
            continue;
        known += nameOf(zone);
        others += TimeText(zone, m_device);
    }
    return others;
}

int TimeText::digitsOf(QStringView iso)
{
    return int(std::clamp<qsizetype>(iso.size() - iso.lastIndexOf(u'.') - 2, 0, AllDigits));
}

bool TimeText::isIso(QStringView text)
{
    const auto isLike = [text](QStringView form) {
        return text.size() == form.size() && std::ranges::equal(text, form, [](QChar is, QChar wanted) {
            return wanted == u'd' ? is >= u'0' && is <= u'9' : is == wanted;
        });
    };
    return isLike(u"dddd-dd-ddTdd:dd:dd.dddZ") || isLike(u"dddd-dd-ddTdd:dd:dd.ddZ");
}

QString TimeText::iso(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace Sonde
