// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/osreleaseparser.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// The value of a shell assignment: quotes gone, backslash escapes undone.
QString unquoted(QStringView text)
{
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front())
        text = text.sliced(1).chopped(1);
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 1 < text.size())
            ++i;
        value += text.at(i);
    }
    return value;
}

} // namespace

OsRelease parseOsRelease(QByteArrayView bytes)
{
    QMap<QString, QString> values;
    const QString text = QString::fromUtf8(bytes);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0 && !line.startsWith(u'#'))
            values.insert(line.first(equals).trimmed().toString(), unquoted(line.sliced(equals + 1).trimmed()));
    }
    OsRelease release;
    release.name = values.value(u"PRETTY_NAME"_s, values.value(u"NAME"_s, u"Linux"_s));
    release.version = values.value(u"VERSION_ID"_s);
    release.server = values.value(u"VARIANT_ID"_s).contains("server"_L1, Qt::CaseInsensitive)
        || release.name.contains("server"_L1, Qt::CaseInsensitive);
    return release;
}

} // namespace Sonde::Agent::Linux
