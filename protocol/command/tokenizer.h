// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

namespace Sonde {

/// The text of one word (or of its beginning) without its quotes.
[[nodiscard]] QString unquoted(QStringView word);

/// The arguments a script is given for the text of `run`'s -parameters: words between blanks. `"…"` and `'…'` keep blanks and the other
/// quote, pieces side by side are one word, and `""` is an empty one. Everything else stands for itself: no shell reads it, so
/// `; & | ! $ ( ) * > \` and `-x` arrive as typed. UnclosedQuote when the last quote is open.
[[nodiscard]] Result<QStringList> splitArguments(QStringView text);

} // namespace Sonde
