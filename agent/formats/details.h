// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QList>

/// Values of FormatReport::details.
namespace Sonde {

/// Texts of bytes that may not be UTF-8 (printable()).
[[nodiscard]] QCborArray texts(const QList<QByteArray> &list);
/// Left out when it is empty.
void insertText(QCborMap &map, const QString &name, const QByteArray &text);
void insertText(QCborMap &map, const QString &name, const QString &text);
void insertList(QCborMap &map, const QString &name, const QCborArray &list);
void insertMap(QCborMap &map, const QString &name, const QCborMap &inner);
/// Lower-case hexadecimal; left out when it is empty.
void insertHex(QCborMap &map, const QString &name, const QByteArray &bytes);
/// ISO-8601 UTC; left out when there is none.
void insertTime(QCborMap &map, const QString &name, const QDateTime &time);

} // namespace Sonde
