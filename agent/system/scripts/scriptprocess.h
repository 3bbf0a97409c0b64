// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/result.h"

#include <QByteArrayList>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Sonde::Agent {

/// Everything a program is started with; it inherits nothing else.
struct ProcessOrder {
    QByteArrayList command; ///< the program's path and its arguments, as they are: no shell reads them
    QByteArray folder;
    QByteArrayList environment; ///< NAME=value
};

/// All that a script finds in its environment: PATH (programFolders()), HOME, USER, LOGNAME, SHELL, LANG=C.UTF-8, TERM=dumb, NO_COLOR=1,
/// SONDE_COMMAND with the command's number, PYTHONUNBUFFERED=1 so that output is seen while it runs, and PowerShell's telemetry and update
/// check off. Nothing of the agent's own.
[[nodiscard]] QByteArrayList scriptEnvironment(CommandId command);
/// Where interpreters are looked for.
[[nodiscard]] QStringList programFolders();

/// A program with all that it starts: however its children detach themselves (setsid, double forks), they belong to it and end with it,
/// also when the agent is killed. Its standard input is empty. For one thread.
class ScriptProcess final
{
    Q_DISABLE_COPY_MOVE(ScriptProcess)

public:
    /// How long the processes may take to end by themselves, and how long to be gone when they are made to.
    static constexpr std::chrono::seconds PolitePatience{2};
    static constexpr std::chrono::seconds FirmPatience{5};

    /// NotFound, AccessDenied and the like when the program or the folder cannot be used, CannotStart.
    [[nodiscard]] static Result<std::unique_ptr<ScriptProcess>> start(const ProcessOrder &order);
    /// Ends what still runs.
    ~ScriptProcess();

    struct Output {
        QByteArray text;   ///< of standard output
        QByteArray errors; ///< of standard error
    };
    /// What was printed since, a part of it when it is much; waits so long for something to come. While nobody reads, the program waits.
    [[nodiscard]] Output read(std::chrono::milliseconds patience);
    /// The program has ended, and nobody holds its output any more: all of it was read.
    [[nodiscard]] bool isOver() const;
    /// Of the program itself, as a shell says it: 128 and the signal's number when a signal ended it. None while it runs.
    [[nodiscard]] std::optional<qint32> exitStatus() const;
    /// Process ids of it and of all that it started and that still runs.
    [[nodiscard]] std::vector<qint64> running() const;

    /// Asks everything to end, then makes it. True when nothing runs any more.
    [[nodiscard]] bool endAll();
    /// Leaves alone what still runs.
    void letGo();

private:
    struct Private;
    explicit ScriptProcess(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace Sonde::Agent
