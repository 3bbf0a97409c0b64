// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/baselinecommand.h"

#include "protocol/baseline/baseline.h"
#include "protocol/command/row.h"
#include "service/store/sqlitestore.h"
#include "transport/threads/guardedpool.h"

#include <QFile>
#include <QPointer>

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

/// What has to be read of the files, and where they lie.
struct ListedBaseline {
    BaselineName name;
    QString file;
    QString path;
};

ServiceAnswer readHeads(const std::vector<ListedBaseline> &files)
{
    RowWriter rows;
    std::vector<Error> errors;
    for (const ListedBaseline &file : files) {
        QFile content(file.path);
        const auto head = content.open(QFile::ReadOnly)
            ? readBaselineHead(content, file.file)
            : Result<BaselineHead>(fail(ErrorCode::ReadFailed, file.file, content.errorString()));
        if (head)
            rows.addRow(baselineRow(file.name, *head, file.file));
        else
            errors.push_back(head.error());
    }
    ServiceAnswer answer = answerRows(rows);
    answer.errors = std::move(errors);
    return answer;
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

/// A run that becomes a file.
struct Saving {
    BaselineName name;
    BaselineHead head;
};

Result<LibraryService::Content> keepRun(const BlobStore &blobs, const QString &databasePath, const Saving &saving)
{
    const QString file = baselineFileName(saving.name);
    auto chunks = readRowChunks(databasePath, saving.head.command, MostBaselineBytes);
    if (!chunks) {
        if (chunks.error().code == ErrorCode::TooLarge)
            chunks.error().subject = file;
        return std::unexpected(chunks.error());
    }
    const QByteArray bytes = toBytes(saving.head, *chunks);
    if (bytes.size() > MostBaselineBytes)
        return fail(ErrorCode::TooLarge, file).with(Fact::Limit, MostBaselineBytes).with(Fact::Actual, bytes.size());
    return LibraryService::keepContent(blobs, bytes);
}

using KeptRun = std::pair<Saving, Result<LibraryService::Content>>;

ServiceAnswer stored(LibraryService &library, const Analyst &analyst, const std::vector<KeptRun> &runs)
{
    RowWriter rows;
    for (const auto &[saving, content] : runs) {
        if (!content)
            return notDone(content.error());
        const QString file = baselineFileName(saving.name);
        const QString description =
            u"%1 · %2"_s.arg(saving.head.device, saving.head.taken.toUTC().toString(Qt::ISODate));
        if (const auto kept = library.store(analyst, file, *content, description); !kept)
            return notDone(kept.error());
        rows.addRow(baselineRow(saving.name, saving.head, file));
    }
    return answerRows(rows);
}

} // namespace

BaselineCommands::BaselineCommands(
    LibraryService &library, const SessionRegister &sessions, Turn &turn, const QString &databasePath, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_sessions(sessions)
    , m_turn(turn)
    , m_databasePath(databasePath)
{
    m_thread.setMaxThreadCount(1);
}

void BaselineCommands::run(const Analyst &analyst, const Subject &subject, const QString &device,
    const Invocation &invocation, const Done &done)
{
    const QString name = invocation.value(u"name"_s).trimmed();
    const QString action = invocation.value(u"action"_s);
    if (action != u"save" && action != u"delete")
        return list(name, done);
    if (name.isEmpty())
        return done(notDone(Error{ErrorCode::MissingParameter, u"name"_s, {}, {}}.with(
            Fact::Usage, u"baseline %1 <name>"_s.arg(action))));
    if (action == u"save")
        return save(analyst, subject.session, name, device, done);
    done(remove(analyst, name));
}

void BaselineCommands::list(const QString &name, const Done &done)
{
    std::vector<ListedBaseline> files;
    for (const auto &[known, file] : filesOf(m_library, name))
        files.push_back({known, file.name, m_library.blobs().path(file.sha256)});
    if (!name.isEmpty() && files.empty())
        return done(notDone({ErrorCode::BaselineUnknown, name, {}, {}}));
    runGuardedOn(m_thread, this, [files = std::move(files)] { return readHeads(files); }, done);
}

/// What the runs have printed has to be committed before another connection can read it.
void BaselineCommands::save(
    const Analyst &analyst, SessionId session, const QString &name, const QString &device, const Done &done)
{
    std::vector<Saving> savings;
    for (const CommandRecord *run : runsOf(m_sessions, session)) {
        const BaselineHead head = headOf(*run, device, analyst);
        savings.push_back({{name, head.verb}, head});
    }
    if (savings.empty())
        return done(notDone({ErrorCode::NothingToSave, name, {}, {}}));
    m_turn.afterCommit([this, guard = QPointer(this), analyst, savings = std::move(savings), done] {
        if (!guard)
            return;
        runGuardedOn(
            m_thread, this,
            [blobs = m_library.blobs(), path = m_databasePath, savings] {
                std::vector<KeptRun> runs;
                for (const Saving &saving : savings)
                    runs.emplace_back(saving, keepRun(blobs, path, saving));
                return runs;
            },
            [this, analyst, done](const std::vector<KeptRun> &runs) { done(stored(m_library, analyst, runs)); });
    });
}

ServiceAnswer BaselineCommands::remove(const Analyst &analyst, const QString &name)
{
    const auto files = filesOf(m_library, name);
    if (files.empty())
        return notDone({ErrorCode::BaselineUnknown, name, {}, {}});
    for (const auto &[known, file] : files) {
        if (const auto removed = m_library.remove(analyst, file.name); !removed)
            return notDone(removed.error());
    }
    return {};
}

} // namespace Sonde::Service

#include "moc_baselinecommand.cpp"
