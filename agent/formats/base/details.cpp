// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/details.h"

#include "agent/formats/base/bytesource.h"

namespace Sonde::Agent {

QCborArray texts(const QList<QByteArray> &list)
{
    QCborArray array;
    for (const QByteArray &text : list)
        array.append(printable(text));
    return array;
}

void insertText(QCborMap &map, const QString &name, const QByteArray &text)
{
    insertText(map, name, printable(text));
}

void insertText(QCborMap &map, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        map.insert(name, text);
}

void insertList(QCborMap &map, const QString &name, const QCborArray &list)
{
    if (!list.isEmpty())
        map.insert(name, list);
}

void insertMap(QCborMap &map, const QString &name, const QCborMap &inner)
{
    if (!inner.isEmpty())
        map.insert(name, inner);
}

void insertForeign(QCborMap &map, const QString &name, const QCborValue &value)
{
    map.insert(QCborValue(name), value);
}

void addLine(QCborMap &map, const QString &name, const QString &line)
{
    const QCborValue before = foreignValue(map, name);
    insertForeign(map, name, before.isString() ? QString(before.toString() + u'\n' + line) : line);
}

QCborValue foreignValue(const QCborMap &map, QAnyStringView name)
{
    for (const auto &[key, value] : map) {
        if (key.isString() && name == key.toString())
            return value;
    }
    return {};
}

void insertHex(QCborMap &map, const QString &name, const QByteArray &bytes)
{
    insertText(map, name, QString::fromLatin1(bytes.toHex()));
}

void insertTime(QCborMap &map, const QString &name, const QDateTime &time)
{
    if (time.isValid())
        map.insert(name, time.toUTC().toString(Qt::ISODateWithMs));
}

} // namespace Sonde::Agent
