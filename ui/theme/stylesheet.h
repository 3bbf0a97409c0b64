// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QFont>
#include <QString>

namespace Sonde::Client {

/// The application's one style sheet. `sheetTemplate` holds `@Name` for the colours, `@small`, `@normal`, `@large` for font sizes around
/// that of `font`, and `@line` for the height of its lines.
[[nodiscard]] QString styleSheet(const QString &sheetTemplate, const Colors &colors, const QFont &font);

} // namespace Sonde::Client
