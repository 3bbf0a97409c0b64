// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/downloadmanager.h"
#include "controllers/session/sessioncontroller.h"
#include "controllers/tenant/inventorycontroller.h"
#include "ui/cli/base/clioptions.h"
#include "ui/cli/base/exitstatus.h"
#include "ui/cli/base/printer.h"

#include <QQueue>

namespace Sonde::Client {

/// One session from a list of lines: opens it, runs each line when the one before has ended, prints what came, disconnects; or joins one
/// that goes on, and leaves it as it is. A line with `&` is not waited for before the next one, but before the end; what getfile brings is
/// here before its command counts as done.
class SessionRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionRunner)

public:
    SessionRunner(TenantClient &client, InventoryController &inventory, DownloadManager &downloads,
        const CliOptions &options, QObject *parent = nullptr);

    void start(const DeviceId &device);
    /// One that goes on. In that of somebody else they act with that.
    void join(const SessionRecord &session);
    void addLine(const QString &line);
    /// No more lines come.
    void endOfLines();
    /// Ctrl+C: cancels the command in the foreground; without one, or the second time, ends the session, or leaves it.
    void interrupt();

Q_SIGNALS:
    /// Everything is printed and the session is closed. The status is that of the first line that did not complete.
    void finished(Sonde::Client::ExitStatus status);

private:
    enum class State {
        Opening, ///< the session is not connected yet
        Ready,   ///< for a line
        Running, ///< a line is under way
        Between, ///< it is done, or the session has just been connected: the next one is about to be looked at
    };

    void opened(const SessionRecord &session);
    void nextLine();
    void submit(const QString &line);
    void lineTaken(CommandId command);
    void tellHeld(CommandId command);
    void lineNoted(const Error &error);
    void showHelp(const QString &verb);
    void commandFinished(CommandId command);
    void printWhenWhole(CommandId command);
    void print(CommandId command, const QString &savedTo = {});
    [[nodiscard]] bool isComing(CommandId command) const;
    void deliveryEnded(CommandId command);
    void fileFailed(CommandId command, const Error &error);
    void lineDone();
    void becomeReady();
    void note(ExitStatus status);
    void disconnectWhenDone();
    void disconnectOrLeave();
    void leave();
    void end();

    TenantClient &m_client;
    InventoryController &m_inventory;
    DownloadManager &m_downloads;
    const CliOptions &m_options;
    Printer m_printer;
    std::unique_ptr<SessionController> m_session;
    QQueue<QString> m_lines;
    QString m_line;       ///< being run
    QString m_submission; ///< of m_line, until it is taken
    CommandId m_foreground;
    CommandId m_told;       ///< that it waits for approval
    QSet<CommandId> m_open; ///< taken from us and not printed yet
    QHash<CommandId, QString>
        m_coming; ///< finished on the device, their files on the way here; where their output was saved
    State m_state = State::Opening;
    bool m_leavesOpen = false; ///< it is not this runner's
    bool m_moreLines = true;
    bool m_interrupted = false;
    bool m_finished = false;
    ExitStatus m_status = ExitStatus::Completed;
};

} // namespace Sonde::Client
