// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"

#include <QDateTime>
#include <optional>

/// What people type for a number, a size or a time when they look for some rows among many.
namespace Sonde::Client::FilterValue {

/// "42", "1.5"; of a size also "10K", "1.5 GB" (of 1,024 each); of a duration also "90s", "5m", "2h", "1:30", "1:02:03".
[[nodiscard]] std::optional<double> number(QStringView text, ValueType type);

struct Span {
    QDateTime from;  ///< the first moment of it
    QDateTime until; ///< the first moment after it
};
/// "2026", "2026-11", "2026-11-21", "2026-11-21 14:05", "…T14:05:09", of today "14:05", all by the clock of `now`; "2h" or "30m" or "3d": that long ago.
[[nodiscard]] std::optional<Span> time(const QString &text, const QDateTime &now);

} // namespace Sonde::Client::FilterValue
