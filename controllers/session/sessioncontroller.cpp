// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/sessioncontroller.h"

#include "protocol/command/offering.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>
#include <set>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString newSubmission()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

SessionController::SessionController(TenantClient &client, SessionId session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_id(session)
    , m_tracer(client, session)
{
    m_session.id = session;
    connect(&m_client, &TenantClient::pushed, this, &SessionController::take);
    connect(&m_client, &TenantClient::stateChanged, this, &SessionController::connectionChanged);
    connect(&m_tracer, &CommandTracer::changed, this, &SessionController::showTrace);
    connectionChanged();
}

SessionController::~SessionController()
{
    if (m_client.isOnline())
        m_client.request<Message::Done>(
            Message::UnwatchSession{.session = m_id}, &m_client, [](const Result<Message::Done> &) {});
}

// ---- from the service

void SessionController::connectionChanged()
{
    const bool online = m_client.isOnline();
    if (!online)
        m_followed.clear();
    if (online) {
        m_completion.level = m_client.welcome().level;
        watch();
    }
    for (const QString &submission : std::as_const(m_untaken))
        m_console.changeSubmission(submission, [online](ConsoleModel::Block &block) { block.waiting = !online; });
}

void SessionController::watch()
{
    const Message::WatchSession question{.session = m_id, .after = m_projection.lastNumber()};
    m_client.request<Message::Done>(question, this, [this](const Result<Message::Done> &done) {
        if (!done && done.error().code != ErrorCode::Interrupted)
            Q_EMIT refused(done.error());
        if (!done)
            return;
        // What was pushed while we were away is fetched now, not when the command ends.
        for (auto &[command, shown] : m_shown) {
            if (!shown.output->whole())
                shown.feed->fetchMissing(true);
        }
        if (!m_caughtUp)
            lookWhetherCaughtUp();
    });
}

/// The history follows the answer in pieces: it is over when the service has no entry that we have not.
void SessionController::lookWhetherCaughtUp()
{
    const Message::FetchJournal question{.after = m_projection.lastNumber(), .most = 1, .session = m_id};
    m_client.request<Message::JournalPage>(question, this, [this](const Result<Message::JournalPage> &page) {
        if (!page)
            return;
        const bool whole = page->entries.empty() || page->entries.back().number <= m_projection.lastNumber();
        if (!whole)
            lookWhetherCaughtUp();
        else if (!std::exchange(m_caughtUp, true))
            Q_EMIT caughtUp();
    });
}

void SessionController::take(const AnyMessage &message)
{
    if (const auto *entries = std::get_if<Message::JournalEntries>(&message))
        takeEntries(entries->entries);
    else if (const auto *chunk = std::get_if<Message::CommandOutput>(&message))
        takeOutput(*chunk);
    else if (const auto *progress = std::get_if<Message::CommandProgress>(&message))
        takeProgress(*progress);
}

void SessionController::takeEntries(const std::vector<JournalEntry> &entries)
{
    std::set<CommandId> touched;
    bool ours = false;
    for (const JournalEntry &entry : entries) {
        if (entry.session != m_id || entry.number <= m_projection.lastNumber())
            continue;
        ours = true;
        if (entry.command.isValid()) {
            touched.insert(entry.command);
            if (m_caughtUp && std::holds_alternative<Event::CommandAccepted>(entry.event))
                m_followed.insert(entry.command);
            if (!m_directories.contains(entry.command))
                m_directories.insert(entry.command, m_session.workingDirectory);
        }
        m_projection.apply(entry);
        if (const SessionRecord *record = m_projection.session(m_id))
            m_session.workingDirectory = record->workingDirectory;
    }
    for (const CommandId command : touched)
        updateCommand(command);
    if (ours)
        updateSession();
}

void SessionController::updateSession()
{
    const SessionRecord *record = m_projection.session(m_id);
    if (!record)
        return;
    const bool wasEnded = isEnded();
    m_session = *record;
    m_completion.workingDirectory = record->workingDirectory;
    Q_EMIT sessionChanged();
    if (isEnded() && !wasEnded)
        Q_EMIT ended();
}

void SessionController::updateCommand(CommandId command)
{
    const CommandRecord *record = m_projection.command(command);
    const CommandRecord *before = m_log.record(command);
    const bool justFinished = isFinal(record->state) && !(before && isFinal(before->state));
    m_log.update(*record);
    if (record->origin == LineOrigin::Analyst)
        m_console.update(*record);
    m_completion.setCommand(*record);
    if (const QString submission = m_unheard.take(command); !submission.isEmpty())
        Q_EMIT taken(submission, command);
    if (const auto found = m_shown.find(command); found != m_shown.end()) {
        found->second.output->setDeclaredEncoding(record->encoding);
        if (justFinished)
            finishOutput(found->second, *record);
    }
    Q_EMIT commandChanged(command);
    if (justFinished) {
        saveWhenWhole(command);
        if (record->origin == LineOrigin::Completion)
            learn(*record);
        Q_EMIT commandFinished(command);
    }
}

void SessionController::takeOutput(const Message::CommandOutput &chunk)
{
    if (!m_projection.command(chunk.command))
        return;
    shown(chunk.command).feed->take(chunk);
}

void SessionController::takeProgress(const Message::CommandProgress &progress)
{
    if (m_projection.command(progress.command))
        shown(progress.command).output->setProgress(progress.done, progress.total, progress.what);
}

// ---- outputs

CommandOutput *SessionController::output(CommandId command)
{
    const bool fresh = !m_shown.contains(command);
    Shown &what = shown(command);
    // Not pushed to us from its beginning on: look what there is.
    if (fresh && !what.output->whole() && !m_followed.contains(command))
        what.feed->fetchMissing(true);
    return what.output.get();
}

SessionController::Shown &SessionController::shown(CommandId command)
{
    const auto [found, fresh] = m_shown.try_emplace(command);
    Shown &what = found->second;
    if (!fresh)
        return what;
    const CommandRecord *record = m_projection.command(command);
    const Invocation invocation = record ? record->invocation : Invocation();
    what.output = std::make_unique<CommandOutput>(Catalogue::instance().find(invocation.verb), invocation.output);
    what.feed = std::make_unique<OutputFeed>(m_client, command, *what.output);
    connect(what.output.get(), &CommandOutput::wholeChanged, this, [this, command] { becameWhole(command); });
    connect(what.feed.get(), &OutputFeed::failed, this, &SessionController::refused);
    m_console.setOutput(command, what.output.get());
    if (record)
        what.output->setDeclaredEncoding(record->encoding);
    if (record && isFinal(record->state))
        finishOutput(what, *record);
    return what;
}

void SessionController::finishOutput(const Shown &what, const CommandRecord &record)
{
    if (record.invocation.has(Trait::RunsScript))
        what.output->setScript(record.file ? record.file->name : record.invocation.value(u"name"_s), record.exitStatus);
    what.feed->finish(record.chunks);
}

void SessionController::becameWhole(CommandId command)
{
    learn(*m_projection.command(command));
    saveWhenWhole(command);
}

CommandId SessionController::foregroundCommand() const
{
    const auto &commands = m_projection.commands();
    for (auto it = commands.cend(); it != commands.cbegin();) {
        --it;
        if (!isFinal(it->state) && !it->background && it->origin == LineOrigin::Analyst)
            return it->id;
    }
    return {};
}

// ---- to the service

void SessionController::setPlatform(Platform platform)
{
    m_platform = platform;
    m_completion.platform = platform;
}

QString SessionController::submit(const QString &line, Overwrite overwrite)
{
    if (line.trimmed().isEmpty())
        return {};
    const auto invocation = parseLine(line);
    const CommandSpec *spec = invocation ? Catalogue::instance().find(invocation->verb) : nullptr;
    if (spec && spec->has(Trait::EndsSession)) {
        Q_EMIT disconnectRequested();
        return {};
    }

    Save save;
    auto checked = checkLocally(invocation);
    if (checked && spec && !invocation->toFile.isEmpty()) {
        if (const auto planned = planSave(*invocation, overwrite); planned)
            save = *planned;
        else
            checked = std::unexpected(planned.error());
    }
    if (!checked && checked.error().code == ErrorCode::FileExists) {
        Q_EMIT overwriteNeeded(line, checked.error().subject);
        return {};
    }

    const QString submission = newSubmission();
    m_tracer.typed(submission);
    if (checked && spec && spec->runs == Runs::Console)
        runInConsole(*invocation);
    const bool isSeen = !checked || !spec || !spec->has(Trait::ClearsConsole);
    if (isSeen)
        addBlock(line, submission, invocation.value_or(Invocation()));
    if (!checked) {
        noteLater(submission, checked.error());
        return submission;
    }
    if (!save.path.isEmpty())
        m_plannedSaves.insert(submission, save);
    send(line, submission);
    return submission;
}

/// What is known here to be wrong. With a connection the service decides on lines that are no command too, so that they stand in the
/// journal; without one nobody waits for an answer that is certain.
Result<void> SessionController::checkLocally(const Result<Invocation> &invocation) const
{
    if (isEnded())
        return fail(ErrorCode::SessionClosed, m_id.toString());
    if (!invocation)
        return m_client.isOnline() ? Result<void>() : std::unexpected(invocation.error());
    const CommandSpec *spec = Catalogue::instance().find(invocation->verb);
    if (spec->runs == Runs::Console && !invocation->toFile.isEmpty())
        return fail(ErrorCode::NotSupported, spec->verb, u"its output is made here and not written to files"_s);
    if (m_client.isOnline())
        return {};
    if (const auto reason = notOffered(*spec, m_completion.level, m_platform.value_or(Platform::Linux));
        reason && m_platform)
        return std::unexpected(*reason);
    return {};
}

/// What the console does at once; the line goes to the service like any other, so that the journal has it.
void SessionController::runInConsole(const Invocation &invocation)
{
    if (invocation.has(Trait::ClearsConsole))
        m_console.clear();
    else if (invocation.has(Trait::TracesConsole))
        setTracing(!isTracing());
    else if (const CommandSpec *about = Catalogue::instance().find(invocation.value(u"command"_s)))
        Q_EMIT helpRequested(about->verb);
    else
        Q_EMIT helpRequested({});
}

void SessionController::addBlock(const QString &line, const QString &submission, const Invocation &invocation)
{
    ConsoleModel::Block block;
    block.submission = submission;
    block.waiting = !m_client.isOnline();
    block.record.session = m_id;
    block.record.line = line;
    block.record.invocation = invocation;
    block.record.accepted = QDateTime::currentDateTimeUtc();
    if (invocation.has(Trait::TracesConsole))
        block.tracing = isTracing();
    m_console.appendLocal(std::move(block));
}

void SessionController::send(const QString &line, const QString &submission)
{
    m_untaken.append(submission);
    const Message::SubmitLine message{.session = m_id, .line = line, .submission = submission};
    m_client.request<Message::LineTaken>(message, this, [this, submission](const Result<Message::LineTaken> &taken) {
        m_untaken.removeOne(submission);
        if (taken)
            takenAs(submission, taken->command);
        else
            refusedLine(submission, taken.error());
    });
}

void SessionController::takenAs(const QString &submission, CommandId command)
{
    m_console.adopt(submission, command);
    if (const auto found = m_plannedSaves.constFind(submission); found != m_plannedSaves.cend()) {
        m_saves.insert(command, *found);
        m_plannedSaves.erase(found);
    }
    // The service answers at once; its journal is pushed by turns.
    if (m_projection.command(command))
        Q_EMIT taken(submission, command);
    else
        m_unheard.insert(command, submission);
    saveWhenWhole(command);
}

void SessionController::refusedLine(const QString &submission, const Error &error)
{
    m_plannedSaves.remove(submission);
    m_console.changeSubmission(submission, [&error](ConsoleModel::Block &block) {
        block.waiting = false;
        block.record.state = CommandState::Rejected;
        block.record.errors = {error};
    });
    Q_EMIT noted(submission, error);
}

/// The caller has its submission first, then hears what became of it.
void SessionController::noteLater(const QString &submission, const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, submission, error] { refusedLine(submission, error); }, Qt::QueuedConnection);
}

// ---- completion

void SessionController::lookUp(const QString &line)
{
    const auto invocation = parseLine(line);
    const CommandSpec *spec = invocation ? Catalogue::instance().find(invocation->verb) : nullptr;
    if (!spec || notOffered(*spec, m_completion.level, m_completion.platform))
        return;
    if (m_completion.isAsked(line) || isEnded() || !m_client.isOnline())
        return;
    m_completion.setAsked(line);
    const Message::SubmitLine message{
        .session = m_id, .line = line, .submission = newSubmission(), .origin = LineOrigin::Completion};
    m_client.request<Message::LineTaken>(message, this, [this, line](const Result<Message::LineTaken> &taken) {
        if (!taken)
            lookUpFailed(line, taken.error());
    });
}

void SessionController::lookUpFailed(const QString &line, const Error &error)
{
    m_completion.setFailed(line, error);
    Q_EMIT completionChanged();
}

/// Also from what the analyst ran; only of a completion's own line is everything fetched that was not looked at.
void SessionController::learn(const CommandRecord &command)
{
    const bool isLookup = command.origin == LineOrigin::Completion;
    if (!isFinal(command.state) || (!isLookup && !m_shown.contains(command.id)))
        return;
    if (isLookup && command.state != CommandState::Completed) {
        return lookUpFailed(command.line,
            command.errors.empty() ? Error{ErrorCode::Interrupted, command.line, {}, {}} : command.errors.front());
    }
    const CommandOutput *what = output(command.id);
    if (!what->whole())
        return;
    m_completion.learn(command, m_directories.value(command.id), what->table() ? what->table()->rows() : ResultRows());
    Q_EMIT completionChanged();
}

void SessionController::cancel(CommandId command)
{
    m_client.request<Message::Done>(
        Message::AskCancel{.command = command}, this, [this](const auto &done) { report(done); });
}

void SessionController::setBackground(CommandId command, bool background)
{
    const Message::SetBackground message{.command = command, .background = background};
    m_client.request<Message::Done>(message, this, [this](const auto &done) { report(done); });
}

void SessionController::disconnectSession()
{
    m_client.request<Message::Done>(
        Message::CloseSession{.session = m_id}, this, [this](const auto &done) { report(done); });
}

void SessionController::report(const Result<Message::Done> &done)
{
    if (!done)
        Q_EMIT refused(done.error());
}

// ---- files

Result<SessionController::Save> SessionController::planSave(const Invocation &invocation, Overwrite overwrite) const
{
    const auto path = savePath(invocation.toFile, downloadFolder());
    if (!path)
        return std::unexpected(path.error());
    if (overwrite == Overwrite::No && QFileInfo::exists(*path))
        return fail(ErrorCode::FileExists, *path);
    return Save{*path, invocation.output, overwrite};
}

QString SessionController::downloadFolder() const
{
    return m_downloadFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)
                                      : m_downloadFolder;
}

void SessionController::save(CommandId command, const QString &name, Overwrite overwrite)
{
    const CommandRecord *record = m_projection.command(command);
    if (!record)
        return;
    Invocation invocation = record->invocation;
    invocation.toFile = name;
    if (const auto planned = planSave(invocation, overwrite); planned) {
        m_saves.insert(command, *planned);
        saveWhenWhole(command);
    } else {
        saveEnded(command, name, std::unexpected(planned.error()));
    }
}

void SessionController::saveWhenWhole(CommandId command)
{
    const CommandRecord *record = m_projection.command(command);
    if (!m_saves.contains(command) || !record || !isFinal(record->state))
        return;
    if (record->state == CommandState::Rejected) {
        m_saves.remove(command);
        return;
    }
    const CommandOutput *what = output(command);
    if (!what->whole())
        return;
    const Save plan = m_saves.take(command);
    saveOutput(*what, plan.type, plan.path, plan.overwrite, this,
        [this, command, path = plan.path](const Result<void> &saved) { saveEnded(command, path, saved); });
}

void SessionController::saveEnded(CommandId command, const QString &path, const Result<void> &saved)
{
    m_console.change(command, [&](ConsoleModel::Block &block) {
        block.savedTo = saved ? path : QString();
        block.saveError = saved ? std::nullopt : std::optional(saved.error());
    });
    if (saved)
        Q_EMIT fileWritten(command, path);
    else
        Q_EMIT fileFailed(command, saved.error());
}

// ---- the console itself

void SessionController::clearConsole()
{
    submit(Verbs::Cls.name);
}

void SessionController::setTracing(bool tracing)
{
    if (tracing == isTracing())
        return;
    m_tracer.setOn(tracing);
    Q_EMIT tracingChanged(tracing);
}

void SessionController::showTrace(CommandId command)
{
    if (const CommandTrace *trace = m_tracer.trace(command))
        m_console.change(command, [trace](ConsoleModel::Block &block) { block.trace = *trace; });
}

} // namespace Sonde::Client

#include "moc_sessioncontroller.cpp"
