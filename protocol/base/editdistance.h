// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Sonde {

/// How far what was typed is from a name, in edits (insert, delete, replace, swap of neighbours): optimal string alignment. A beginning of
/// the name is near whatever is missing.
[[nodiscard]] int typingDistance(const QString &typed, const QString &name);
/// The distance up to which a name may have been meant.
[[nodiscard]] int nearDistance(const QString &typed);
/// Those of `names` that may have been meant, whatever their case, best first, at most three.
[[nodiscard]] QStringList nearestNames(const QString &typed, const QStringList &names);

} // namespace Sonde
