// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Service {

/// Of a role, a device group or a tag, in UTF-16 units.
inline constexpr qsizetype MostLabelLength = 64;

/// As it is kept, whichever way it was typed: without blanks around it, composed.
[[nodiscard]] QString labelFrom(const QString &typed);
/// BadValue unless it is one: some letters that can be seen, with single blanks between them, and no comma.
[[nodiscard]] Result<void> checkLabel(const QString &label);

} // namespace Sonde::Service
