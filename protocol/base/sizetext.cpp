// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/sizetext.h"

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr qint64 Thousand = 1024; ///< of one unit make one of the next

} // namespace

QString sizeText(qint64 bytes, const QLocale &locale)
{
    // Qt knows no singular.
    const bool one = bytes == 1;
    if (one && locale.language() == QLocale::English)
        return u"1 byte"_s;
    if (one && locale.language() == QLocale::French)
        return u"1 octet"_s;
    qint64 unit = 1;
    while (unit <= bytes / Thousand)
        unit *= Thousand;
    return locale.formattedDataSize(bytes, bytes % unit == 0 ? 0 : 1);
}

} // namespace Sonde
