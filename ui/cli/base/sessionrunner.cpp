// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/sessionrunner.h"

#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

ExitStatus exitStatusOf(const CommandRecord &record)
{
    switch (record.state) {
    case CommandState::Completed: return ExitStatus::Completed;
    case CommandState::Cancelled:
    case CommandState::Expired: return ExitStatus::Cancelled;
    case CommandState::Rejected:
        return record.errors.empty() ? ExitStatus::Refused : exitStatusFor(record.errors.front());
    default: return ExitStatus::Failed;
    }
}

} // namespace

SessionRunner::SessionRunner(TenantClient &client, InventoryController &inventory, DownloadManager &downloads,
    const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_inventory(inventory)
    , m_downloads(downloads)
    , m_options(options)
    , m_printer(options.json)
{
    connect(&downloads, &DownloadManager::finished, this, &SessionRunner::deliveryEnded);
    connect(&downloads, &DownloadManager::failed, this, &SessionRunner::deliveryEnded);
    connect(&downloads, &DownloadManager::asking, this, &SessionRunner::deliveryEnded);
}

void SessionRunner::start(const DeviceId &device)
{
    m_inventory.startSession(device, this, [this](Result<SessionRecord> session) {
        if (session) {
            opened(*session);
            return;
        }
        Printer::error(session.error());
        note(exitStatusFor(session.error()));
        end();
    });
}

void SessionRunner::join(const SessionRecord &session)
{
    m_leavesOpen = true;
    opened(session);
    // Where nothing may be read, nothing ever begins.
    connect(m_session.get(), &SessionController::refused, this, [this](const Error &error) {
        if (m_state != State::Opening)
            return;
        note(exitStatusFor(error));
        leave();
    });
    if (session.createdBy != m_client.welcome().user.value())
        m_session->stepIn(true);
}

void SessionRunner::opened(const SessionRecord &session)
{
    m_session = std::make_unique<SessionController>(m_client, session.id);
    m_session->setDownloadFolder(m_options.downloadDirectory);
    m_downloads.follow(*m_session);
    if (const DeviceRecord *device = m_inventory.devices().device(session.device)) {
        m_session->setDevice(*device);
        if (!device->online)
            Printer::note(
                QCoreApplication::translate("Sonde::Client::Cli", "The device is offline: the session waits for it."));
    }
    connect(m_session.get(), &SessionController::sessionChanged, this, [this] {
        if (m_session->session().state == SessionState::Connected && m_state == State::Opening)
            becomeReady();
    });
    connect(m_session.get(), &SessionController::taken, this, [this](const QString &submission, CommandId command) {
        if (submission == m_submission)
            lineTaken(command);
    });
    connect(m_session.get(), &SessionController::noted, this,
        [this](const QString &, const Error &error) { lineNoted(error); });
    connect(m_session.get(), &SessionController::helpRequested, this, &SessionRunner::showHelp);
    connect(m_session.get(), &SessionController::disconnectRequested, this, [this] {
        m_lines.clear();
        m_moreLines = false;
        m_leavesOpen = false; // it was asked for
    });
    connect(m_session.get(), &SessionController::commandChanged, this, &SessionRunner::tellHeld);
    connect(m_session.get(), &SessionController::commandFinished, this, &SessionRunner::commandFinished);
    connect(m_session.get(), &SessionController::fileWritten, this, &SessionRunner::print);
    connect(m_session.get(), &SessionController::fileFailed, this, &SessionRunner::fileFailed);
    connect(m_session.get(), &SessionController::overwriteNeeded, this,
        [this](const QString &, const QString &path) { lineNoted({ErrorCode::FileExists, path, {}, {}}); });
    connect(m_session.get(), &SessionController::refused, this, [](const Error &error) { Printer::error(error); });
    connect(m_session.get(), &SessionController::ended, this, &SessionRunner::end);
}

void SessionRunner::addLine(const QString &line)
{
    m_lines.enqueue(line);
    if (m_state == State::Ready)
        nextLine();
}

void SessionRunner::endOfLines()
{
    m_moreLines = false;
    if (m_state == State::Ready)
        nextLine();
}

void SessionRunner::nextLine()
{
    while (m_state == State::Ready && !m_lines.isEmpty()) {
        const QString line = m_lines.dequeue();
        if (!line.trimmed().isEmpty())
            submit(line);
    }
    disconnectWhenDone();
}

void SessionRunner::submit(const QString &line)
{
    m_state = State::Running;
    m_line = line;
    m_foreground = {};
    m_submission.clear();
    m_submission = m_session->submit(line, m_options.overwrite ? Overwrite::Yes : Overwrite::No);
    // A console verb was done at once, unless something about it is still being told.
    if (m_submission.isEmpty())
        lineDone();
}

void SessionRunner::lineTaken(CommandId command)
{
    m_foreground = command;
    m_open.insert(command);
    tellHeld(command);
    const auto invocation = parseLine(m_line);
    if (invocation && invocation->background)
        lineDone();
}

/// What waits for somebody else can wait long.
void SessionRunner::tellHeld(CommandId command)
{
    const CommandRecord *record = m_session->command(command);
    if (!record || record->state != CommandState::Held || !m_open.contains(command)
        || std::exchange(m_told, command) == command)
        return;
    //: %1: a command's number
    Printer::note(
        QCoreApplication::translate("Sonde::Client::Cli", "Command %1 waits for a second person to approve it.")
            .arg(command.toString()));
}

void SessionRunner::lineNoted(const Error &error)
{
    m_printer.refusedLine(m_line, error);
    note(exitStatusFor(error));
    lineDone();
}

void SessionRunner::showHelp(const QString &verb)
{
    Invocation invocation{.verb = Verbs::Help.name, .values = {}, .flags = {}, .toFile = {}};
    if (!verb.isEmpty())
        invocation.values.insert(u"command"_s, verb);
    if (const auto text = Words::help(invocation,
            {m_session ? m_session->completion().access : DeviceAccess{m_client.grants(), {}, {}}, {},
                m_client.settings()}))
        m_printer.text(m_line, *text);
    else
        lineNoted(text.error());
}

void SessionRunner::commandFinished(CommandId command)
{
    if (!m_open.contains(command))
        return;
    const CommandRecord *record = m_session->command(command);
    // A file is told about by fileWritten or fileFailed; the line of what was refused need not name one.
    if (record->invocation.toFile.isEmpty() || record->state == CommandState::Rejected)
        printWhenWhole(command);
}

void SessionRunner::printWhenWhole(CommandId command)
{
    CommandOutput *output = m_session->output(command);
    if (output->whole())
        print(command);
    else
        connect(
            output, &CommandOutput::wholeChanged, this, [this, command] { print(command); }, Qt::SingleShotConnection);
}

void SessionRunner::print(CommandId command, const QString &savedTo)
{
    if (!m_open.contains(command))
        return;
    if (isComing(command)) {
        m_coming.insert(command, savedTo);
        return;
    }
    m_open.remove(command);
    const CommandRecord &record = *m_session->command(command);
    const Download *download = m_downloads.model().find(command);
    const bool here = download && download->state == Download::State::Finished;
    m_printer.command(record, m_session->output(command), {savedTo, here ? download->target : QString()});
    note(exitStatusOf(record));
    if (command == m_foreground)
        lineDone();
    disconnectWhenDone();
}

bool SessionRunner::isComing(CommandId command) const
{
    const Download *download = m_downloads.model().find(command);
    return download && download->isPending();
}

void SessionRunner::deliveryEnded(CommandId command)
{
    const Download &download = *m_downloads.model().find(command);
    if (download.problem && m_open.contains(command)) {
        Printer::error(*download.problem);
        note(exitStatusFor(*download.problem));
    }
    if (m_coming.contains(command))
        print(command, m_coming.take(command));
}

void SessionRunner::fileFailed(CommandId command, const Error &error)
{
    if (!m_open.contains(command))
        return;
    Printer::error(error);
    // Of what did not complete the exit status says how it ended.
    if (error.code != ErrorCode::NotSaved)
        note(exitStatusFor(error));
    print(command);
}

/// Once for each line: of one in the background it is said when it began, and again when it ends.
void SessionRunner::lineDone()
{
    if (m_state == State::Running)
        becomeReady();
}

void SessionRunner::becomeReady()
{
    m_state = State::Between;
    // Not from inside the signal that brought it: the next line may be told of by the same one.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state = State::Ready;
            nextLine();
        },
        Qt::QueuedConnection);
}

void SessionRunner::interrupt()
{
    const CommandId running = m_session ? m_session->foregroundCommand() : CommandId();
    note(ExitStatus::Cancelled);
    m_lines.clear();
    m_moreLines = false;
    if (std::exchange(m_interrupted, true) || !m_session)
        end();
    else if (running.isValid() && m_open.contains(running))
        m_session->cancel(running);
    else
        disconnectOrLeave();
}

void SessionRunner::disconnectOrLeave()
{
    if (m_leavesOpen)
        leave();
    else
        m_session->disconnectSession();
}

/// Nothing more is said of it.
void SessionRunner::leave()
{
    if (!std::exchange(m_finished, true))
        Q_EMIT finished(m_status);
}

void SessionRunner::note(ExitStatus status)
{
    if (m_status == ExitStatus::Completed)
        m_status = status;
}

void SessionRunner::disconnectWhenDone()
{
    if (m_state == State::Ready && !m_moreLines && m_lines.isEmpty() && m_open.isEmpty() && m_session
        && !m_session->isEnded())
        disconnectOrLeave();
}

void SessionRunner::end()
{
    if (std::exchange(m_finished, true))
        return;
    if (m_session && (m_moreLines || !m_lines.isEmpty() || !m_open.isEmpty() || m_state != State::Ready)
        && !m_interrupted) {
        const SessionRecord &session = m_session->session();
        const QString how = session.endReason ? Words::endText(session) : Words::endReasonText(EndReason::Service);
        const bool isSaid = session.endDetail.isEmpty() || session.endReason == EndReason::TakenOver;
        Printer::note(u"sonde-cli: "_s + how + (isSaid ? QString() : u": "_s + session.endDetail));
        note(ExitStatus::Failed);
    }
    Q_EMIT finished(m_status);
}

} // namespace Sonde::Client

#include "moc_sessionrunner.cpp"
