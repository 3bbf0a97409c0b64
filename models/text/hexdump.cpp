// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/hexdump.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QString hexDump(QByteArrayView bytes)
{
    constexpr qsizetype perLine = 16;
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size(); at += perLine) {
        const QByteArray line = bytes.sliced(at, std::min(perLine, bytes.size() - at)).toByteArray();
        QString letters;
        for (const char byte : line)
            letters += QLatin1Char(byte >= ' ' && byte <= '~' ? byte : '.');
        lines << u"%1  %2  %3"_s.arg(at, 8, 16, QChar(u'0'))
                     .arg(QString::fromLatin1(line.toHex(' ')), -3 * int(perLine))
                     .arg(letters);
    }
    return lines.join(u'\n');
}

} // namespace Sonde::Client
