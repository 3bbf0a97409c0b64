// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QMap>
#include <functional>

namespace Sonde {

/// Whether a cell that is not null may be what it is.
using CellCheck = std::function<bool(const QJsonValue &)>;

/// Verb, column, and what the column may hold: all verbs that print rows, and all their columns.
[[nodiscard]] const QMap<QString, QMap<QString, CellCheck>> &columnChecks();

} // namespace Sonde
