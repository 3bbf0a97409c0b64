// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/tenantfiles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qsizetype MaxNameBytes = 255;

bool isReserved(QStringView name)
{
    static const QStringList devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s};
    const auto dot = name.indexOf(u'.');
    const QString stem = (dot < 0 ? name : name.first(dot)).trimmed().toString().toUpper();
    if (devices.contains(stem))
        return true;
    // The superscript digits count too.
    return stem.size() == 4 && (stem.startsWith(u"COM") || stem.startsWith(u"LPT"))
        && QStringView(u"123456789\u00b9\u00b2\u00b3").contains(stem.back());
}

std::unexpected<Error> badName(const QString &name, const QString &why)
{
    return fail(ErrorCode::BadName, name).with(Fact::Why, why);
}

} // namespace

QByteArray SourceFile::name() const
{
    QByteArray trimmed = path;
    while (trimmed.size() > 1 && (trimmed.endsWith('/') || trimmed.endsWith('\\')))
        trimmed.chop(1);
    const auto separator = std::max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
    QByteArray last = trimmed.sliced(separator + 1);
    if (last.isEmpty())
        last = "root";
    return archive ? last + ".tar" : last;
}

Result<void> checkFileName(const QString &name)
{
    if (name.isEmpty() || name == u"." || name == u"..")
        return badName(name, u"empty"_s);
    if (name.toUtf8().size() > MaxNameBytes)
        return badName(name, u"too-long"_s);
    if (std::ranges::any_of(name, [](QChar c) { return QStringView(u"/\\:*?\"<>|").contains(c); }))
        return badName(name, u"separator"_s);
    if (std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control || c.isNull(); })
        || !name.isValidUtf16())
        return badName(name, u"control"_s);
    if (name.front().isSpace() || name.back().isSpace() || name.back() == u'.')
        return badName(name, u"edge"_s);
    if (isReserved(name))
        return badName(name, u"reserved"_s);
    return {};
}

} // namespace Sonde
