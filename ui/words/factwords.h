// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCborValue>
#include <QString>

namespace Sonde {
class TimeText;
}

/// What a step of an act is bound to, and what came of it, in the reader's language.
namespace Sonde::Client::FactWords {

/// What a fact of this name is called; the name itself where there is no word for it.
[[nodiscard]] QString title(const QString &fact);
/// Nobody reads it: numbers that mean something to the device alone.
[[nodiscard]] bool isInner(const QString &fact);
/// What it says, in one line; empty for what is undefined. The device counts times in nanoseconds since the epoch.
[[nodiscard]] QString value(const QString &fact, const QCborValue &value, const TimeText &times);

/// Of the column `progress` of jobs, which the service counts in English; empty for other columns, and for what it cannot read.
[[nodiscard]] QString jobCellText(QStringView column, const QCborValue &cell);

} // namespace Sonde::Client::FactWords
