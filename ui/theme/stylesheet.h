// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"

#include <QString>

namespace Sonde::Client {

/// The application's one style sheet. `sheetTemplate` holds `@Name` for the colours and `@small`, `@normal`, `@large` for font sizes in
/// points around `pointSize`.
[[nodiscard]] QString styleSheet(const QString &sheetTemplate, const Colors &colors, double pointSize);

} // namespace Sonde::Client
