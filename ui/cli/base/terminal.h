// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdio>

/// The only way out of sonde-cli to stdout and stderr. What a device or another analyst wrote may be in any of it, so none of it is
/// obeyed: control, bidirectional and invisible characters are shown as marks such as `[U+202E]` (visibletext.h).
namespace Sonde::Client::Terminal {

/// One line: line breaks within it are marks, too.
void writeLine(FILE *stream, const QString &text);
/// A line that goes on behind it.
void writeQuestion(FILE *stream, const QString &text);
/// Lines and tabs stay.
void writePage(FILE *stream, const QString &text);
/// JSON means the same as before: what would be a mark is escaped within its string.
void writeJson(FILE *stream, const QByteArray &json);
/// A script's own bytes, in UTF-8: as they are to a file or a pipe, as writePage() to a terminal.
void writeScript(FILE *stream, const QByteArray &bytes);

} // namespace Sonde::Client::Terminal
