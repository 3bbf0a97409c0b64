// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>
#include <QVariant>
#include <algorithm>
#include <limits>

/// Values as the tables keep them.
namespace Sonde::Service {

/// SQLite's numbers have a sign: what is larger than the largest is that one, not a negative one.
[[nodiscard]] inline qlonglong stored(quint64 value)
{
    return qlonglong(std::min(value, quint64(std::numeric_limits<qlonglong>::max())));
}
[[nodiscard]] inline qlonglong stored(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}
[[nodiscard]] inline QDateTime timeFrom(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}
/// A null QString or QByteArray would be NULL in the table.
[[nodiscard]] inline QString stored(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}
[[nodiscard]] inline QByteArray stored(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}
[[nodiscard]] inline QStringList listFrom(const QVariant &value)
{
    return value.toString().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace Sonde::Service
