// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"
#include "protocol/time/timetext.h"

#include <QCborArray>
#include <QLocale>

namespace Sonde::Client {

/// A cell for people: sizes and numbers by `locale`, times by `times`, durations as 1.25 s or 1:02:03, null as nothing.
[[nodiscard]] QString displayText(const QCborValue &cell, ValueType type, const QLocale &locale, const TimeText &times);
/// A cell as it is, for files and copies: bytes, seconds, ISO-8601 UTC; paths as they can be typed; arrays and maps as compact JSON.
[[nodiscard]] QString plainText(const QCborValue &cell, ValueType type);
/// A cell as one line for people who search, filter and compare it: as plainText(), but lists and fields without their brackets.
[[nodiscard]] QString readableText(const QCborValue &cell, ValueType type);
/// A time as a device writes it, also inside of what has several fields.
[[nodiscard]] bool isTime(const QCborValue &cell, ValueType type);
/// What a column is called where nothing else says by which clock its times are: "created (UTC)".
[[nodiscard]] QString columnTitle(const ColumnSpec &column, const TimeText &times);
/// Numbers stand at the right.
[[nodiscard]] bool isNumeric(ValueType type);
/// The text that means this cell on a command line (a quoted path, a pid…); empty when it means nothing there.
[[nodiscard]] QString commandLineText(const QCborValue &cell, ValueType type);

} // namespace Sonde::Client
