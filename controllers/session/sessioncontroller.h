// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/commandtracer.h"
#include "controllers/session/completion.h"
#include "controllers/session/sessionwatch.h"
#include "controllers/session/submissions.h"
#include "models/session/commandlogmodel.h"
#include "models/session/sessionstanding.h"

namespace Sonde::Client {

/// One session as an analyst works in it, for the pages and sonde-cli: lines go to the service, and what the journal says of them comes
/// back into the models. It holds no truth of its own. Its parts: SessionWatch and CommandRecords (what the journal says), CommandOutputs
/// (what commands printed), Submissions (lines on their way), OutputSaves (`> file`), Completion, and CommandTracer.
class SessionController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionController)

public:
    /// Watches `session` as soon as (and whenever) the client is online.
    SessionController(TenantClient &client, SessionId session, QObject *parent = nullptr);
    ~SessionController() override;

    [[nodiscard]] SessionId id() const { return m_records.id(); }
    /// For who wants the records to go on when this controller is gone.
    [[nodiscard]] const std::shared_ptr<SessionWatch> &watch() const { return m_watch; }
    /// What the journal says so far.
    [[nodiscard]] const SessionRecord &session() const { return m_records.session(); }
    [[nodiscard]] bool isEnded() const { return m_records.isEnded(); }
    [[nodiscard]] const CommandRecord *command(CommandId command) const { return m_records.command(command); }
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_records.commands(); }
    /// The working directory a command ran in: what its relative paths are relative to.
    [[nodiscard]] QString directoryOf(CommandId command) const { return m_records.directoryOf(command); }
    /// Who reads along besides its owner, but for who is signed in here; sessionChanged() says when they are others.
    [[nodiscard]] QStringList otherWatchers() const;
    /// Of those, who acts in it and does not only look.
    [[nodiscard]] QStringList othersActing() const;
    /// Nobody acts in another's session by opening it: who may watches it until stepIn().
    [[nodiscard]] SessionPart part() const;
    /// It is the analyst's own, or they chose to act in it.
    [[nodiscard]] bool isMine() const;
    /// The service lets them close it, cancel what runs and type in it.
    [[nodiscard]] bool mayWork() const { return part() != SessionPart::Reads; }
    /// Whether who may act in this session of somebody else does: the service takes nothing of theirs before. sessionChanged() follows,
    /// once more with refused() when the service does not let them.
    void stepIn(bool acts);
    /// A command is on the device: the service counts no inactivity meanwhile.
    [[nodiscard]] bool isBusy() const;
    /// From when on the service counts inactivity: the last activity, or when the service was started, which is nobody's. Invalid: not
    /// known.
    [[nodiscard]] QDateTime idleSince() const;
    /// What the analyst typed and has not ended.
    [[nodiscard]] QList<CommandRecord> running() const;
    /// The newest command that is neither finished nor in the background; invalid when there is none.
    [[nodiscard]] CommandId foregroundCommand() const;
    /// The journal up to the moment of watching has been read.
    [[nodiscard]] bool isCaughtUp() const { return m_watch->isCaughtUp(); }

    [[nodiscard]] CommandLogModel &log() { return m_log; }
    [[nodiscard]] ConsoleModel &console() { return m_console; }
    [[nodiscard]] const Deliveries &deliveries() const { return m_deliveries; }
    [[nodiscard]] const CompletionSources &completion() const { return m_completion.sources(); }
    /// For the names of its files.
    void setLibrary(const LibraryModel &library) { m_completion.setLibrary(library); }
    /// Never nullptr for a command that the journal has told of; fetches what is missing. Of one just submitted it is made, and shown in
    /// the console, as soon as the journal has.
    CommandOutput *output(CommandId command) { return m_outputs.output(command); }
    /// For who waits until one is whole.
    [[nodiscard]] CommandOutputs &outputs() { return m_outputs; }

    /// For local checks and completion; the service checks again.
    void setPlatform(Platform platform);
    /// What is known of the session's device.
    void setDevice(const DeviceRecord &device);
    /// Where `> file` goes; QStandardPaths::DownloadLocation when empty.
    void setDownloadFolder(const QString &folder) { m_saves.setFolder(folder); }

    /// Runs a line and gives its submission, which taken() or noted() names; empty when nothing was submitted: an empty line,
    /// `disconnect` (disconnectRequested()), or a file that exists (overwriteNeeded()). Console verbs act at once and are submitted too,
    /// for the log. Without a connection a line that means nothing, or is not offered here, becomes a local note and any other waits.
    QString submit(const TypedLine &line, Overwrite overwrite = Overwrite::No);
    QString submit(const QString &line, Overwrite overwrite = Overwrite::No);
    /// Asks the device for what completion() lacks, by the line that tells it; completionChanged() follows. The line is a command like
    /// any other, in the journal and the log with its origin, but has no block. Nothing happens while it is being asked already.
    void lookUp(const QString &line) { m_completion.lookUp(line); }
    void cancel(CommandId command);
    void setBackground(CommandId command, bool background);
    void disconnectSession();
    /// disconnectSession() was called: the end that follows is no news.
    [[nodiscard]] bool isDisconnecting() const { return m_disconnecting; }
    /// Saves an output that is whole; fileWritten() or fileFailed() follows.
    void save(CommandId command, const QString &name, Overwrite overwrite = Overwrite::No);
    /// Writes into the block of a command where its output or its file was written, or why it was not.
    void setSaved(CommandId command, const Result<QString> &path) { m_console.setSaved(command, path); }
    /// The analyst's answer to a download that asks, for who brings it.
    void answerDownload(CommandId command, DownloadAnswer answer) { Q_EMIT downloadAnswered(command, answer); }
    /// The evidence of this command is wanted here.
    void bring(CommandId command) { Q_EMIT evidenceWanted(command); }
    /// What becomes of evidence on this machine, said by who brings it.
    void setDelivery(const Download &download) { m_deliveries.set(download); }
    void removeDelivery(CommandId command) { m_deliveries.remove(command); }
    /// As `cls` does: empties the console, not the log.
    void clearConsole();

    [[nodiscard]] bool isTracing() const { return m_tracer.isOn(); }
    /// All of a command's output is on the screen.
    void setRendered(CommandId command) { m_tracer.rendered(command); }
    void setTracing(bool tracing);

Q_SIGNALS:
    void sessionChanged();
    void commandChanged(Sonde::CommandId command);
    /// A command reached its final state (also those found so when catching up).
    void commandFinished(Sonde::CommandId command);
    void caughtUp();
    /// The session is over; once.
    void ended();
    /// The service refused something other than a line (cancel, disconnect, watch…).
    void refused(const Sonde::Error &error);
    /// The line became this command, whose record is here.
    void taken(const QString &submission, Sonde::CommandId command);
    /// The line became no command.
    void noted(const QString &submission, const Sonde::Error &error);
    /// `help` was typed; its block stands in the console (ConsoleModel::helpVerb()). `verb` is empty for the overview.
    void helpRequested(const QString &verb);
    /// `disconnect` was typed: ask first, then disconnectSession().
    void disconnectRequested();
    void tracingChanged(bool tracing);
    /// completion() knows more, or why it cannot.
    void completionChanged();
    /// `line > file` names a file that exists: submit it again with Overwrite::Yes, or not.
    void overwriteNeeded(const QString &line, const QString &path);
    void fileWritten(Sonde::CommandId command, const QString &path);
    void fileFailed(Sonde::CommandId command, const Sonde::Error &error);
    void downloadAnswered(Sonde::CommandId command, Sonde::Client::DownloadAnswer answer);
    void evidenceWanted(Sonde::CommandId command);

private:
    void connectParts();
    void updateSession();
    void runInConsole(const Invocation &invocation);
    [[nodiscard]] Result<Submissions::SavePlan> planSave(const TypedLine &line, Overwrite overwrite) const;
    void saveEnded(CommandId command, const QString &path, const Result<void> &written);
    void showTrace(CommandId command);
    void report(const Result<Message::Done> &done);

    TenantClient &m_client;
    const std::shared_ptr<SessionWatch> m_watch;
    const CommandRecords &m_records; ///< the watch's
    Deliveries m_deliveries;
    CommandLogModel m_log;
    ConsoleModel m_console;
    CommandOutputs m_outputs;
    Completion m_completion;
    OutputSaves m_saves;
    Submissions m_submissions;
    CommandTracer m_tracer;
    bool m_knowsPlatform = false;
    bool m_ended = false;
    bool m_disconnecting = false;
};

} // namespace Sonde::Client
