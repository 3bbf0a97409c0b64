// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/spool.h"
#include "protocol/base/identifiers.h"

#include <QByteArrayList>
#include <chrono>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

/// A program whose output is collected; no shell reads its arguments.
struct LiveCommand {
    QByteArray area;          ///< folder below live_response/
    QByteArray name;          ///< of the file there
    QByteArrayList arguments; ///< the program's name first
    std::chrono::seconds limit{10};
};

/// What says something that Sonde's own results do not, the most volatile first.
[[nodiscard]] std::vector<LiveCommand> liveCommands();
/// Files of the kernel that say the same without a program, by their areas.
struct LiveFile {
    QByteArray area;
    QByteArray path;
};
[[nodiscard]] std::vector<LiveFile> liveFiles();

struct ProgramResult {
    std::optional<qint32> exitStatus;
    bool cut = false; ///< it printed more than is kept
};
/// Runs it with all that it starts, and ends it when its time is up. NotFound: the device has no such program. TimedOut, Cancelled, and
/// why it could not be started.
[[nodiscard]] Result<ProgramResult> runProgram(const QByteArrayList &arguments, std::chrono::milliseconds limit,
    CommandId command, const std::stop_token &stop, Spool &output, Spool &errors);

} // namespace Sonde::Agent
