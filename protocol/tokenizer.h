// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grammar.h"

namespace Sonde {

/// The text of one word (or of its beginning) without its quotes.
[[nodiscard]] QString unquoted(QStringView word);

} // namespace Sonde
