// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/base/sizetext.h"

#include <QLocale>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace Sonde::Client {

QString Words::silenceText(const QDateTime &since, const QDateTime &now)
{
    const std::chrono::seconds span(std::max<qint64>(0, since.secsTo(now)));
    //: of a connection that may be lost; %1: a span of time, "40 s"
    return tr("no word for %1").arg(spanText(span));
}

/// The largest unit of which there is one whole; days have no larger one, because months differ.
QString Words::spanText(seconds span)
{
    if (span < 1min)
        //: a span of time, short
        return tr("%Ln s", nullptr, int(span.count()));
    if (span < 1h)
        //: a span of time, short
        return tr("%Ln min", nullptr, int(duration_cast<minutes>(span).count()));
    if (span < 24h)
        //: a span of time, short
        return tr("%Ln h", nullptr, int(duration_cast<hours>(span).count()));
    //: a span of time
    return tr("%Ln day(s)", nullptr, int(duration_cast<days>(span).count()));
}

QString Words::ageText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const seconds ago(time.secsTo(now));
    if (ago == 0s)
        return tr("now");
    //: %1 is a span of time: "3 min"
    return ago > 0s ? tr("%1 ago").arg(spanText(ago)) : tr("in %1").arg(spanText(-ago));
}

QString Words::timeTitle(const QString &title, const TimeText &times)
{
    //: the name of a column of times, and by which clock they are: "Started (UTC)"
    return tr("%1 (%2)", "times").arg(title, times.zoneName());
}

QString Words::timeDetails(const QDateTime &time, const TimeText &times, const QDateTime &now, int digits)
{
    if (!time.isValid())
        return {};
    QStringList lines{times.exact(time, digits)};
    for (const TimeText &other : times.others())
        lines += other.exact(time, digits);
    lines += ageText(time, now);
    return lines.join(u'\n');
}

QString Words::sizeText(qint64 bytes)
{
    const QLocale locale;
    const int plural = int(std::min<qint64>(bytes, std::numeric_limits<int>::max()));
    //: %1 is the number
    const QString exact = tr("%1 byte(s)", nullptr, plural).arg(locale.toString(bytes));
    if (bytes < 1024)
        return exact;
    //: an exact size, and about the same in a larger unit
    return tr("%1 (%2)").arg(exact, Sonde::sizeText(bytes));
}

} // namespace Sonde::Client
