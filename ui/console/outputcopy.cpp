// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputcopy.h"

#include "commandoutput.h"
#include "guarded.h"

#include <QApplication>
#include <QClipboard>

namespace Sonde {

namespace {

QString rendered(const CommandSpec &command, const ResultRows &rows, CopyFormat format, bool allColumns)
{
    switch (format) {
    case CopyFormat::Text:
        return rowsToText(command, rows, allColumns);
    case CopyFormat::Json:
        return QString::fromUtf8(rowsToJsonText(command, rows));
    case CopyFormat::Csv:
        return rowsToCsv(command, rows, true);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

void copyOutput(const CommandOutput &output, const QList<int> &rows, CopyFormat format, QObject *context)
{
    const auto toClipboard = [](const QString &text) { QApplication::clipboard()->setText(text); };
    if (const auto script = output.script(); script && format == CopyFormat::Json)
        return toClipboard(QString::fromUtf8(toJsonText(*script)));
    if (const TextBuffer *text = output.text())
        return toClipboard(QString::fromUtf8(text->bytes()));
    if (const ResultModel *table = output.table()) {
        // The catalogue's command outlives everything; the rows are shared copies.
        runGuarded(context,
            [&command = table->command(), taken = table->rowsAt(rows), format, all = table->allColumns()] {
                return rendered(command, taken, format, all);
            },
            toClipboard);
    }
}

} // namespace Sonde
