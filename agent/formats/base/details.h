// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QList>

/// Values of FormatReport::details.
namespace Sonde::Agent {

/// Texts of bytes that may not be UTF-8 (printable()).
[[nodiscard]] QCborArray texts(const QList<QByteArray> &list);
/// Left out when it is empty.
void insertText(QCborMap &map, const QString &name, const QByteArray &text);
void insertText(QCborMap &map, const QString &name, const QString &text);
void insertList(QCborMap &map, const QString &name, const QCborArray &list);
void insertMap(QCborMap &map, const QString &name, const QCborMap &inner);
/// Under a name that a file chose. Not by QCborMap's functions for QString, which in Qt 6.8 read beyond the end of the shorter one where a
/// name beyond ASCII stands in the map.
void insertForeign(QCborMap &map, const QString &name, const QCborValue &value);
/// The same for what may stand there several times: one line each.
void addLine(QCborMap &map, const QString &name, const QString &line);
/// Undefined when there is none.
[[nodiscard]] QCborValue foreignValue(const QCborMap &map, QAnyStringView name);
/// Lower-case hexadecimal; left out when it is empty.
void insertHex(QCborMap &map, const QString &name, const QByteArray &bytes);
/// ISO-8601 UTC; left out when there is none.
void insertTime(QCborMap &map, const QString &name, const QDateTime &time);

} // namespace Sonde::Agent
