// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace Sonde::Client {

/// The drawing :/icons/<name>.svg in `tint` (its `currentColor`), drawn anew at each size and scale; in `dimmed` when disabled.
[[nodiscard]] QIcon tintedIcon(const QString &name, const QColor &tint, const QColor &dimmed);

} // namespace Sonde::Client
