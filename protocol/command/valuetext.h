// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>
#include <chrono>
#include <optional>

/// Values as an analyst types them. Nothing: it is none.
namespace Sonde {

/// Bytes: "1048576", "500K", "500M", "3G" (powers of 1024).
[[nodiscard]] std::optional<qint64> sizeOf(QStringView text);
/// "90" and "90s" are seconds, "15m", "2h", "7d", "2w".
[[nodiscard]] std::optional<std::chrono::seconds> durationOf(QStringView text);
/// "2026-11-01", "2026-11-01T10:00", "2026-11-01T10:00:00Z" (UTC where nothing else is said), or a duration before `now`.
[[nodiscard]] std::optional<QDateTime> momentOf(QStringView text, const QDateTime &now);

} // namespace Sonde
