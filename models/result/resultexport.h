// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/columnindex.h"
#include "protocol/time/timetext.h"

#include <QJsonArray>

/// Rows for files, the clipboard and sonde-cli. Pure; call it on any thread.
namespace Sonde::Client {

/// The columns a table shows, in the order in which people read them; or all of them, as rows carry them. As indexes into
/// `command.columns`.
[[nodiscard]] QList<int> shownColumns(const CommandSpec &command, bool all);

/// All columns in the order in which people read them.
[[nodiscard]] QList<int> readingOrder(const CommandSpec &command);

/// The same columns for rows of which this is the first: with those of a baseline in front when it was compared with one, else without.
[[nodiscard]] QList<int> withBaseline(const CommandSpec &command, QList<int> columns, const QCborArray &row);

/// Rows that are to be written somewhere, with the columns that text and CSV have of them; JSON has all.
struct ResultPart {
    CommandSpec command;
    ResultRows rows;
    QList<int> columns; ///< as indexes into `command.columns`
    TimeText times;     ///< by which clock a text has its times; CSV and JSON have UTC
};

/// An array of objects; a single object for a command with one row; an object of lists for one whose rows are grouped by a column.
[[nodiscard]] QJsonValue rowsToJson(const CommandSpec &command, const ResultRows &rows);
[[nodiscard]] QByteArray rowsToJsonText(const CommandSpec &command, const ResultRows &rows);
/// RFC 4180 with a header line. Cells a spreadsheet would take for a formula (= + - @ TAB CR and their full-width forms) get an
/// apostrophe in front; numbers are left alone. JSON is the lossless form.
[[nodiscard]] QString rowsToCsv(const CommandSpec &command, const ResultRows &rows, bool allColumns);
/// Columns aligned with blanks under a header line; a single record as "field  value" lines. Control characters are shown, not obeyed.
/// Times are as on the screen, with their zone beside the name of the column.
[[nodiscard]] QString rowsToText(const CommandSpec &command, const ResultRows &rows, bool allColumns = false);

[[nodiscard]] QString toCsv(const ResultPart &part);
[[nodiscard]] QString toText(const ResultPart &part);

} // namespace Sonde::Client
