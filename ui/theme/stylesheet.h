// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QFont>
#include <QString>

namespace Sonde::Client {

/// How a script bears small and heavy type: Chinese characters run together in it.
enum class Script { Plain, Dense };

/// The application's one style sheet. `sheetTemplate` holds `@Name` for the colours, `@small`, `@normal`, `@large` for font sizes around
/// that of `font`, `@caption` and `@weight` for size and weight of the names of columns and parts, and `@line` for the height of its lines.
[[nodiscard]] QString styleSheet(
    const QString &sheetTemplate, const Colors &colors, const QFont &font, Script script = Script::Plain);

} // namespace Sonde::Client
