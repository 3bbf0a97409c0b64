// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/bytesource.h"

#include "protocol/base/devicepath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

QByteArray ByteSource::read(qint64 offset, qint64 count) const
{
    if (offset < 0 || count <= 0 || offset >= size())
        return {};
    return doRead(offset, qsizetype(std::min({count, size() - offset, MostAtOnce})));
}

QByteArrayView Bytes::slice(qint64 at, qint64 count) const
{
    if (at < 0 || count <= 0 || at >= m_bytes.size())
        return {};
    return m_bytes.sliced(at, std::min<qint64>(count, m_bytes.size() - at));
}

QByteArray Bytes::text(qint64 at, qint64 most) const
{
    const QByteArrayView rest = slice(at, most);
    const qsizetype end = rest.indexOf('\0');
    return rest.first(end < 0 ? rest.size() : end).toByteArray();
}

QString Bytes::wideText(qint64 at, qint64 most) const
{
    QString text;
    for (qint64 i = 0; i < most && holds(at + 2 * i, 2); ++i) {
        const quint16 unit = u16(at + 2 * i);
        if (unit == 0)
            break;
        text += QChar(unit);
    }
    return text;
}

QString hexNumber(quint64 number)
{
    return u"0x"_s + QString::number(number, 16);
}

QString printable(const QByteArray &bytes)
{
    return DevicePath(bytes).typed();
}

} // namespace Sonde::Agent
