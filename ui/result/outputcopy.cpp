// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/outputcopy.h"

#include "models/session/commandoutput.h"
#include "transport/threads/guarded.h"

#include <QApplication>
#include <QClipboard>

namespace Sonde::Client {

namespace {

void toClipboard(const QByteArray &text)
{
    QApplication::clipboard()->setText(QString::fromUtf8(text));
}

} // namespace

QByteArray rendered(const ResultPart &part, CopyFormat format)
{
    switch (format) {
    case CopyFormat::Text: return toText(part).toUtf8();
    case CopyFormat::Json: return rowsToJsonText(part.command, part.rows);
    case CopyFormat::Csv: return toCsv(part).toUtf8();
    }
    Q_UNREACHABLE_RETURN({});
}

void copyRows(const ResultPart &part, CopyFormat format, QObject *context)
{
    runGuarded(context, [part, format] { return rendered(part, format); }, toClipboard);
}

void copyText(const CommandOutput &output, CopyFormat format)
{
    const auto script = output.script();
    if (script && format == CopyFormat::Json)
        toClipboard(toJsonText(*script));
    else if (const TextBuffer *text = output.text())
        toClipboard(text->bytes());
}

} // namespace Sonde::Client
