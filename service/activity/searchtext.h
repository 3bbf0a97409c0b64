// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"

namespace Sonde::Service {

/// Longer lines are searched up to here.
inline constexpr qsizetype LongestSearched = 16 * 1024;

/// The lines of a chunk of output: rows with their cells one after the other, or lines of text. None of what is told for machines.
[[nodiscard]] QStringList linesOf(ChunkFormat format, const QByteArray &bytes);
/// A text as it goes into the index: what is written without blanks between words is taken apart, letter by letter; wide and narrow forms
/// of a letter are the same.
[[nodiscard]] QString searchable(const QString &text);
/// An expression of FTS5 for what was typed into the search box: each word, from its beginning, is in the line. Signs are none of a word,
/// so nothing that is typed is an operator. BadValue without a letter or a digit in it; LineTooLong (facts: actual, limit) beyond
/// LongestTyped.
[[nodiscard]] Result<QString> searchExpression(const QString &typed);
inline constexpr qsizetype LongestTyped = 1000;
/// About `most` letters of a line around the first of the words.
[[nodiscard]] QString cutAround(const QString &line, const QString &typed, qsizetype most);

} // namespace Sonde::Service
