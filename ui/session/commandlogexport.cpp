// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/commandlogexport.h"

#include "models/result/resultexport.h"
#include "protocol/time/timetext.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString stateName(CommandState state)
{
    return QString::fromLatin1(QMetaEnum::fromType<CommandState>().valueToKey(int(state))).toLower();
}

/// The log as the rows of a command, so that it is written with the same care for spreadsheets and terminals.
const CommandSpec &logSpec()
{
    static const CommandSpec spec{.verb = u"log"_s,
        .columns = {{u"command_id"_s, ValueType::CommandNumber}, {u"command_line"_s}, {u"status"_s},
            {u"accepted"_s, ValueType::Time}, {u"duration_seconds"_s, ValueType::Duration},
            {u"rows"_s, ValueType::Integer}, {u"errors"_s}}};
    return spec;
}

QCborArray rowOf(const CommandRecord &command)
{
    QStringList errors;
    for (const auto &error : command.errors)
        errors += debugText(error);
    return {qint64(command.id.value()), command.line, stateName(command.state), TimeText::iso(command.accepted),
        double(command.duration.count()) / 1e6, qint64(command.rows), errors.join("; "_L1)};
}

} // namespace

QByteArray exportLog(const QList<CommandRecord> &commands, LogFormat format)
{
    ResultRows rows;
    for (const auto &command : commands)
        rows.push_back(rowOf(command));
    switch (format) {
    case LogFormat::Json: return rowsToJsonText(logSpec(), rows);
    case LogFormat::Csv: return rowsToCsv(logSpec(), rows, true).toUtf8();
    case LogFormat::Text: return rowsToText(logSpec(), rows, true).toUtf8();
    }
    Q_UNREACHABLE_RETURN({});
}

LogFormat logFormatOf(const QString &fileName)
{
    if (fileName.endsWith(".json"_L1, Qt::CaseInsensitive))
        return LogFormat::Json;
    return fileName.endsWith(".csv"_L1, Qt::CaseInsensitive) ? LogFormat::Csv : LogFormat::Text;
}

} // namespace Sonde::Client
