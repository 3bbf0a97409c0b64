// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/commandtracer.h"
#include "controllers/session/outputfeed.h"
#include "controllers/session/outputsaver.h"
#include "controllers/tenant/tenantclient.h"
#include "models/session/commandlogmodel.h"
#include "models/session/completionsources.h"
#include "models/session/consolemodel.h"

namespace Sonde::Client {

/// One session as an analyst works in it: lines go to the service, the journal's entries come back and are folded into the models. It
/// holds no truth of its own: after a lost connection it asks from its last entry on and is whole again.
class SessionController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionController)

public:
    /// Watches `session` as soon as (and whenever) the client is online.
    SessionController(TenantClient &client, SessionId session, QObject *parent = nullptr);
    ~SessionController() override;

    [[nodiscard]] SessionId id() const { return m_id; }
    /// What the journal says so far.
    [[nodiscard]] const SessionRecord &session() const { return m_session; }
    [[nodiscard]] bool isEnded() const { return m_session.state == SessionState::Disconnected; }
    [[nodiscard]] const CommandRecord *command(CommandId command) const { return m_projection.command(command); }
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_projection.commands(); }
    /// The working directory a command ran in: what its relative paths are relative to.
    [[nodiscard]] QString directoryOf(CommandId command) const { return m_directories.value(command); }
    /// The newest command that is neither finished nor in the background; invalid when there is none.
    [[nodiscard]] CommandId foregroundCommand() const;
    /// The journal up to the moment of watching has been read.
    [[nodiscard]] bool isCaughtUp() const { return m_caughtUp; }

    [[nodiscard]] CommandLogModel &log() { return m_log; }
    [[nodiscard]] ConsoleModel &console() { return m_console; }
    [[nodiscard]] const CompletionSources &completion() const { return m_completion; }
    /// For the names of its files.
    void setLibrary(const LibraryModel &library) { m_completion.library = &library; }
    /// Never nullptr for a command of this session; fetches what is missing.
    CommandOutput *output(CommandId command);

    /// For local checks and completion; the service checks again.
    void setPlatform(Platform platform);
    /// Where `> file` goes; QStandardPaths::DownloadLocation when empty.
    void setDownloadFolder(const QString &folder) { m_downloadFolder = folder; }

    /// Runs a line and gives its submission, which taken() or noted() names; empty when nothing was submitted: an empty line,
    /// `disconnect` (disconnectRequested()), or a file that exists (overwriteNeeded()). Console verbs act at once and are submitted too,
    /// for the log. Without a connection a line that means nothing, or is not offered here, becomes a local note and any other waits.
    QString submit(const QString &line, Overwrite overwrite = Overwrite::No);
    /// Asks the device for what completion() lacks, by the line that tells it; completionChanged() follows. The line is a command like
    /// any other, in the journal and the log with its origin, but has no block. Nothing happens while it is being asked already.
    void lookUp(const QString &line);
    void cancel(CommandId command);
    void setBackground(CommandId command, bool background);
    void disconnectSession();
    /// Saves an output that is whole; fileWritten() or fileFailed() follows.
    void save(CommandId command, const QString &name, Overwrite overwrite = Overwrite::No);
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

private:
    struct Save {
        QString path;
        OutputType type = OutputType::Table;
        Overwrite overwrite = Overwrite::No;
    };
    struct Shown {
        std::unique_ptr<CommandOutput> output;
        std::unique_ptr<OutputFeed> feed; ///< goes first: it fills the output
    };

    void watch();
    void lookWhetherCaughtUp();
    void connectionChanged();
    void take(const AnyMessage &message);
    void takeEntries(const std::vector<JournalEntry> &entries);
    void takeOutput(const Message::CommandOutput &chunk);
    void takeProgress(const Message::CommandProgress &progress);
    void updateSession();
    void updateCommand(CommandId command);
    void becameWhole(CommandId command);
    static void finishOutput(const Shown &what, const CommandRecord &record);
    Shown &shown(CommandId command);

    void runInConsole(const Invocation &invocation);
    [[nodiscard]] Result<void> checkLocally(const Result<Invocation> &invocation) const;
    [[nodiscard]] Result<Save> planSave(const Invocation &invocation, Overwrite overwrite) const;
    [[nodiscard]] QString downloadFolder() const;
    void addBlock(const QString &line, const QString &submission, const Invocation &invocation);
    void noteLater(const QString &submission, const Error &error);
    void send(const QString &line, const QString &submission);
    void takenAs(const QString &submission, CommandId command);
    void refusedLine(const QString &submission, const Error &error);
    void saveWhenWhole(CommandId command);
    void saveEnded(CommandId command, const QString &path, const Result<void> &saved);
    void showTrace(CommandId command);
    void report(const Result<Message::Done> &done);
    void lookUpFailed(const QString &line, const Error &error);
    void learn(const CommandRecord &command);

    TenantClient &m_client;
    SessionId m_id;
    Projection m_projection;
    SessionRecord m_session;
    CommandLogModel m_log;
    ConsoleModel m_console;
    CompletionSources m_completion;
    CommandTracer m_tracer;
    std::optional<Platform> m_platform;
    std::map<CommandId, Shown> m_shown;
    QHash<QString, Save> m_plannedSaves;     ///< by submission, until it is taken
    QHash<CommandId, Save> m_saves;          ///< until the output is whole
    QHash<CommandId, QString> m_directories; ///< the working directory a command ran in
    QStringList m_untaken;                   ///< submissions, in the order typed
    QHash<CommandId, QString> m_unheard;     ///< submissions taken as a command whose first entry has not come yet
    QString m_downloadFolder;
    QSet<CommandId> m_followed; ///< whose output is pushed to us from its beginning on
    bool m_caughtUp = false;
};

} // namespace Sonde::Client
