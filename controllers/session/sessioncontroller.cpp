// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/sessioncontroller.h"

#include "models/session/sessionreader.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

SessionController::SessionController(TenantClient &client, SessionId session, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_watch(std::make_shared<SessionWatch>(client, session))
    , m_records(m_watch->records())
    , m_deliveries(m_records)
    , m_log(m_records)
    , m_console(m_records)
    , m_outputs(client, m_records)
    , m_completion(client, m_records, m_outputs)
    , m_saves(m_records, m_outputs)
    , m_submissions(client, m_records, m_console, m_saves)
    , m_tracer(client, session)
{
    m_deliveries.setAnalyst(client.welcome().user.value());
    m_log.setDeliveries(m_deliveries);
    m_console.setDeliveries(m_deliveries);
    connectParts();
}

SessionController::~SessionController() = default;

/// The parts were connected to the records before: what is published here, they know already.
void SessionController::connectParts()
{
    connect(m_watch.get(), &SessionWatch::began, &m_outputs, &CommandOutputs::fetchMissing);
    connect(m_watch.get(), &SessionWatch::caughtUp, this, &SessionController::caughtUp);
    connect(m_watch.get(), &SessionWatch::watchersChanged, this, &SessionController::sessionChanged);
    connect(m_watch.get(), &SessionWatch::actingChanged, this, &SessionController::sessionChanged);
    connect(m_watch.get(), &SessionWatch::refused, this, [this](const Error &error) {
        Q_EMIT refused(error);
        if (m_watch->isForbidden())
            Q_EMIT sessionChanged(); // it is not one's own
    });
    connect(&m_records, &CommandRecords::added, this, [this](CommandId command) {
        if (isCaughtUp())
            m_outputs.setFollowed(command);
    });
    connect(&m_records, &CommandRecords::changed, this, &SessionController::commandChanged);
    connect(&m_records, &CommandRecords::finished, this, &SessionController::commandFinished);
    connect(&m_records, &CommandRecords::sessionChanged, this, &SessionController::updateSession);
    connect(&m_outputs, &CommandOutputs::made, &m_console, &ConsoleModel::setOutput);
    connect(&m_outputs, &CommandOutputs::failed, this, [this](CommandId, const Error &error) {
        if (error.code != ErrorCode::ContentRemoved) // each block says so of its own
            Q_EMIT refused(error);
    });
    connect(&m_completion, &Completion::changed, this, [this] {
        if (part() == SessionPart::Reads)
            m_watch->forgetActing();
        Q_EMIT completionChanged();
    });
    connect(&m_saves, &OutputSaves::ended, this, &SessionController::saveEnded);
    connect(&m_submissions, &Submissions::taken, this, &SessionController::taken);
    connect(&m_submissions, &Submissions::noted, this, &SessionController::noted);
    connect(&m_tracer, &CommandTracer::changed, this, &SessionController::showTrace);
}

// ---- what the journal says

void SessionController::updateSession()
{
    m_deliveries.setAnalyst(m_client.welcome().user.value());
    Q_EMIT sessionChanged();
    if (isEnded() && !std::exchange(m_ended, true))
        Q_EMIT ended();
}

SessionPart SessionController::part() const
{
    const SessionReader reader{m_client.welcome().user.value(), m_client.grants()};
    const QString owner = session().createdBy;
    if (m_watch->isForbidden())
        return SessionPart::Reads;
    if (owner.isEmpty() || owner == reader.user)
        return SessionPart::Own;
    if (!reader.mayWorkIn(owner, completion().access.group))
        return SessionPart::Reads;
    return m_watch->isActing() ? SessionPart::Acts : SessionPart::Watches;
}

bool SessionController::isMine() const
{
    return part() == SessionPart::Own || part() == SessionPart::Acts;
}

void SessionController::stepIn(bool acts)
{
    m_watch->setActing(acts);
}

QStringList SessionController::otherWatchers() const
{
    QStringList others = m_watch->watchers();
    others.removeAll(m_client.welcome().user.value());
    return others;
}

QStringList SessionController::othersActing() const
{
    QStringList others = otherWatchers();
    others.removeIf(
        [acting = session().acting.value_or(QStringList())](const QString &user) { return !acting.contains(user); });
    return others;
}

bool SessionController::isBusy() const
{
    return std::ranges::any_of(commands(),
        [](const CommandRecord &command) { return !isFinal(command.state) && command.state != CommandState::Created; });
}

QDateTime SessionController::idleSince() const
{
    const QDateTime activity = session().lastActivity;
    return activity.isValid() ? std::max(activity, m_client.welcome().countsFrom.value_or(activity)) : activity;
}

QList<CommandRecord> SessionController::running() const
{
    QList<CommandRecord> running;
    for (const CommandRecord &command : commands()) {
        if (!isFinal(command.state) && command.origin == LineOrigin::Analyst)
            running += command;
    }
    return running;
}

CommandId SessionController::foregroundCommand() const
{
    const auto &all = commands();
    for (auto it = all.cend(); it != all.cbegin();) {
        --it;
        if (!isFinal(it->state) && !it->background && it->origin == LineOrigin::Analyst)
            return it->id;
    }
    return {};
}

// ---- to the service

void SessionController::setPlatform(Platform platform)
{
    m_knowsPlatform = true;
    m_completion.setPlatform(platform);
}

void SessionController::setDevice(const DeviceRecord &device)
{
    m_knowsPlatform = true;
    m_completion.setDevice(device);
}

QString SessionController::submit(const QString &line, Overwrite overwrite)
{
    return submit(m_completion.check(line), overwrite);
}

QString SessionController::submit(const TypedLine &line, Overwrite overwrite)
{
    if (line.isEmpty())
        return {};
    if (line.command && line.command->has(Trait::EndsSession)) {
        Q_EMIT disconnectRequested();
        return {};
    }
    const auto save = m_submissions.check(line, m_knowsPlatform).and_then([&] { return planSave(line, overwrite); });
    if (!save && save.error().code == ErrorCode::FileExists) {
        Q_EMIT overwriteNeeded(line.text, save.error().subject);
        return {};
    }

    const QString submission = Submissions::newSubmission();
    m_tracer.typed(submission);
    if (save && line.command && line.command->runs == Runs::Console)
        runInConsole(*line.invocation);
    if (!save || !line.command || !line.command->has(Trait::ClearsConsole))
        m_submissions.show(line, submission, isTracing());
    if (save)
        m_submissions.send(line.text, submission, *save);
    else
        m_submissions.rejectLater(submission, save.error());
    return submission;
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
    m_disconnecting = true;
    m_client.request<Message::Done>(Message::CloseSession{.session = id()}, this, [this](const auto &done) {
        m_disconnecting = m_disconnecting && done;
        report(done);
    });
}

void SessionController::report(const Result<Message::Done> &done)
{
    if (!done)
        Q_EMIT refused(done.error());
}

// ---- files

/// Nothing for a line that writes none.
Result<Submissions::SavePlan> SessionController::planSave(const TypedLine &line, Overwrite overwrite) const
{
    if (!line.invocation || line.invocation->toFile.isEmpty())
        return Submissions::SavePlan();
    return m_saves.plan(line.invocation->toFile, line.invocation->output, overwrite).transform([](const auto &plan) {
        return Submissions::SavePlan(plan);
    });
}

void SessionController::save(CommandId command, const QString &name, Overwrite overwrite)
{
    const CommandRecord *record = this->command(command);
    if (!record)
        return;
    auto plan = m_saves.plan(name, record->invocation.output, overwrite);
    if (!plan)
        return saveEnded(command, name, std::unexpected(plan.error()));
    plan->onlyWhole = false;
    m_saves.add(command, *plan);
}

void SessionController::saveEnded(CommandId command, const QString &path, const Result<void> &written)
{
    setSaved(command, written.transform([&path] { return path; }));
    if (written)
        Q_EMIT fileWritten(command, path);
    else
        Q_EMIT fileFailed(command, written.error());
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
        m_console.setTrace(command, *trace);
}

} // namespace Sonde::Client

#include "moc_sessioncontroller.cpp"
