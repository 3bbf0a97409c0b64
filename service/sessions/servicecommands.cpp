// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/servicecommands.h"

#include "protocol/base/codec.h"
#include "protocol/command/row.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

QString startedText(const CommandRecord &command)
{
    return command.accepted.toString(Qt::ISODateWithMs);
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

ServiceAnswer answerRows(RowWriter &rows)
{
    const auto count = quint32(rows.rowCount());
    return {CommandState::Completed, {}, rows.take(), count};
}

ServiceAnswer answerJobs(
    const SessionRegister &sessions, const CommandDispatcher &dispatcher, SessionId session, CommandId self)
{
    RowWriter rows;
    for (const CommandId id : sessions.openOf(session)) {
        if (id == self)
            continue;
        const CommandRecord &command = *sessions.command(id);
        const QString progress = dispatcher.progress(id);
        rows.addRow(rowOf<Verbs::Jobs>(cell<"command_id">(qint64(id.value())), cell<"command_line">(command.line),
            cell<"state">(Codec::wireName(command.state)), cell<"started">(startedText(command)),
            cell<"progress">(progress.isEmpty() ? QCborValue(nullptr) : QCborValue(progress)),
            cell<"background">(command.background)));
    }
    return answerRows(rows);
}

ServiceAnswer answerStatus(const SessionRegister &sessions, SessionId session, CommandId wanted)
{
    const auto *command = sessions.command(wanted);
    if (!command || command->session != session)
        return {CommandState::Failed, {{ErrorCode::CommandUnknown, wanted.toString(), {}, {}}}, {}, 0};
    const QCborMap output{{u"chunks"_s, qint64(command->chunks)}, {u"rows"_s, qint64(command->rows)},
        {u"bytes"_s, qint64(command->bytes)}};
    RowWriter rows;
    rows.addRow(rowOf<Verbs::Status>(cell<"command_id">(qint64(wanted.value())), cell<"command_line">(command->line),
        cell<"state">(Codec::wireName(command->state)), cell<"started">(startedText(*command)),
        cell<"duration_seconds">(seconds(*command)), cell<"background">(command->background),
        cell<"errors">(errorList(command->errors)), cell<"output">(output)));
    return answerRows(rows);
}

} // namespace Sonde::Service
