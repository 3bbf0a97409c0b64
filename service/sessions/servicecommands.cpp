// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/servicecommands.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

using Cells = QMap<QString, QCborValue>;

Cells common(const CommandRecord &command)
{
    return {{u"command_id"_s, qint64(command.id.value())}, {u"command_line"_s, command.line},
        {u"state"_s, Codec::wireName(command.state)}, {u"started"_s, command.accepted.toString(Qt::ISODateWithMs)},
        {u"background"_s, command.background}};
}

QCborArray errorList(const std::vector<Error> &errors)
{
    QCborArray list;
    for (const Error &error : errors)
        list.append(QCborMap{
            {u"code"_s, Codec::wireName(error.code)}, {u"subject"_s, error.subject}, {u"reason"_s, error.reason}});
    return list;
}

double seconds(const CommandRecord &command)
{
    if (isFinal(command.state) && command.duration.count() > 0)
        return std::chrono::duration<double>(command.duration).count();
    const QDateTime until = isFinal(command.state) ? command.finished : QDateTime::currentDateTimeUtc();
    return double(command.accepted.msecsTo(until)) / 1000;
}

} // namespace

QCborArray rowOf(const CommandSpec &command, const QMap<QString, QCborValue> &cells)
{
    QCborArray row;
    for (const ColumnSpec &column : command.columns)
        row.append(cells.value(column.id, QCborValue(nullptr)));
    return row;
}

ServiceAnswer answerRows(RowWriter &rows)
{
    const auto count = quint32(rows.rowCount());
    return {CommandState::Completed, {}, rows.take(), count};
}

ServiceAnswer answerJobs(
    const SessionRegister &sessions, const CommandDispatcher &dispatcher, SessionId session, CommandId self)
{
    const CommandSpec &jobs = *Catalogue::instance().find(u"jobs");
    RowWriter rows;
    for (const CommandId id : sessions.openOf(session)) {
        if (id == self)
            continue;
        Cells cells = common(*sessions.command(id));
        if (const QString progress = dispatcher.progress(id); !progress.isEmpty())
            cells.insert(u"progress"_s, progress);
        rows.addRow(rowOf(jobs, cells));
    }
    return answerRows(rows);
}

ServiceAnswer answerStatus(const SessionRegister &sessions, SessionId session, CommandId wanted)
{
    const auto *command = sessions.command(wanted);
    if (!command || command->session != session)
        return {CommandState::Failed, {{ErrorCode::CommandUnknown, wanted.toString(), {}, {}}}, {}, 0};
    Cells cells = common(*command);
    cells.insert(u"duration_seconds"_s, seconds(*command));
    cells.insert(u"errors"_s, errorList(command->errors));
    cells.insert(u"output"_s,
        QCborMap{{u"chunks"_s, qint64(command->chunks)}, {u"rows"_s, qint64(command->rows)},
            {u"bytes"_s, qint64(command->bytes)}});
    RowWriter rows;
    rows.addRow(rowOf(*Catalogue::instance().find(u"status"), cells));
    return answerRows(rows);
}

} // namespace Sonde::Service
