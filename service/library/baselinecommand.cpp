// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/baselinecommand.h"

#include "protocol/baseline/baseline.h"
#include "protocol/command/row.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

ServiceAnswer notDone(Error error)
{
    return {CommandState::Failed, {std::move(error)}, {}, 0};
}

QCborArray baselineRow(const BaselineName &name, const BaselineHead &head, const QString &fileName)
{
    return rowOf<Verbs::Baseline>(cell<"name">(name.name), cell<"verb">(name.verb), cell<"device">(head.device),
        cell<"taken">(head.taken.toUTC().toString(Qt::ISODateWithMs)), cell<"rows">(qint64(head.rows)),
        cell<"savedBy">(head.savedBy), cell<"command_id">(qint64(head.command.value())), cell<"fileName">(fileName));
}

/// Of all baselines, or of those with a name.
std::vector<std::pair<BaselineName, LibraryFile>> filesOf(const LibraryService &library, const QString &name)
{
    std::vector<std::pair<BaselineName, LibraryFile>> files;
    for (const LibraryFile &file : library.list()) {
        auto known = baselineName(file.name);
        if (known && (name.isEmpty() || known->name.compare(name, Qt::CaseInsensitive) == 0))
            files.emplace_back(*std::move(known), file);
    }
    return files;
}

ServiceAnswer listedBaselines(const LibraryService &library, const QString &name)
{
    RowWriter rows;
    std::vector<Error> errors;
    for (const auto &[known, file] : filesOf(library, name)) {
        QFile content(library.blobs().path(file.sha256));
        const auto head = content.open(QFile::ReadOnly)
            ? readBaselineHead(content, file.name)
            : Result<BaselineHead>(fail(ErrorCode::ReadFailed, file.name, content.errorString()));
        if (head)
            rows.addRow(baselineRow(known, *head, file.name));
        else
            errors.push_back(head.error());
    }
    if (!name.isEmpty() && rows.rowCount() == 0 && errors.empty())
        return notDone({ErrorCode::BaselineUnknown, name, {}, {}});
    ServiceAnswer answer = answerRows(rows);
    answer.errors = std::move(errors);
    return answer;
}

ServiceAnswer deleted(LibraryService &library, const Analyst &analyst, const QString &name)
{
    const auto files = filesOf(library, name);
    if (files.empty())
        return notDone({ErrorCode::BaselineUnknown, name, {}, {}});
    for (const auto &[known, file] : files) {
        if (const auto removed = library.remove(analyst, file.name); !removed)
            return notDone(removed.error());
    }
    return {};
}

/// All that the device had to say, of a run that was not asked for some of it only.
bool isWholeRun(const CommandRecord &command, const CommandSpec &spec)
{
    return !spec.lasting.isEmpty() && command.state == CommandState::Completed && !isPartial(command)
        && command.invocation.values.isEmpty();
}

/// Those of this session that can be saved: the latest of each verb.
std::vector<const CommandRecord *> runsOf(const SessionRegister &sessions, SessionId session)
{
    QMap<QString, const CommandRecord *> latest;
    for (const CommandRecord *command : sessions.commandsOf(session)) {
        const CommandSpec *spec = Catalogue::instance().find(command->invocation.verb);
        if (spec && isWholeRun(*command, *spec))
            latest.insert(spec->verb, command);
    }
    return {latest.cbegin(), latest.cend()};
}

BaselineHead headOf(const CommandRecord &run, const QString &device, const Analyst &analyst)
{
    BaselineHead head{.verb = run.invocation.verb,
        .device = device,
        .taken = run.finished,
        .command = run.id,
        .savedBy = analyst.name.value(),
        .columns = {},
        .rows = quint32(run.rows)};
    for (const ColumnSpec &column : Catalogue::instance().find(run.invocation.verb)->columns) {
        if (!column.ofBaseline)
            head.columns.append(column.id);
    }
    return head;
}

std::vector<QByteArray> chunksOf(Store &store, CommandId command)
{
    std::vector<QByteArray> chunks;
    const quint32 count = store.outputCount(command);
    for (quint32 index = 0; index < count; ++index) {
        const auto chunk = store.output(command, index);
        if (chunk && chunk->format == ChunkFormat::Rows)
            chunks.push_back(chunk->bytes);
    }
    return chunks;
}

ServiceAnswer saved(LibraryService &library, const SessionRegister &sessions, Store &store, const Analyst &analyst,
    const Subject &subject, const QString &name, const QString &device)
{
    const auto runs = runsOf(sessions, subject.session);
    if (runs.empty())
        return notDone({ErrorCode::NothingToSave, name, {}, {}});
    RowWriter rows;
    for (const CommandRecord *run : runs) {
        const BaselineHead head = headOf(*run, device, analyst);
        const BaselineName full{name, head.verb};
        const QString file = baselineFileName(full);
        const auto kept = library.store(analyst, file, toBytes(head, chunksOf(store, run->id)),
            u"%1 · %2"_s.arg(device, head.taken.toUTC().toString(Qt::ISODate)));
        if (!kept)
            return notDone(kept.error());
        rows.addRow(baselineRow(full, head, file));
    }
    return answerRows(rows);
}

} // namespace

ServiceAnswer answerBaseline(LibraryService &library, const SessionRegister &sessions, Store &store,
    const Analyst &analyst, const Subject &subject, const QString &device, const Invocation &invocation)
{
    const QString name = invocation.value(u"name"_s).trimmed();
    const QString action = invocation.value(u"action"_s);
    if (action != u"save" && action != u"delete")
        return listedBaselines(library, name);
    if (name.isEmpty())
        return notDone(Error{ErrorCode::MissingParameter, u"name"_s, {}, {}}.with(
            Fact::Usage, u"baseline %1 <name>"_s.arg(action)));
    return action == u"save" ? saved(library, sessions, store, analyst, subject, name, device)
                             : deleted(library, analyst, name);
}

} // namespace Sonde::Service
