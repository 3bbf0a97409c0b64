// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/sessions/commanddispatcher.h"

namespace Sonde::Service {

/// What a command that the service itself runs has to say.
struct ServiceAnswer {
    CommandState state = CommandState::Completed;
    std::vector<Error> errors;
    QByteArray rows; ///< a chunk; empty: no output
    quint32 rowCount = 0;
};

/// Completed, with these rows.
[[nodiscard]] ServiceAnswer answerRows(RowWriter &rows);

/// `jobs`: the open commands of a session.
[[nodiscard]] ServiceAnswer answerJobs(
    const SessionRegister &sessions, const CommandDispatcher &dispatcher, SessionId session, CommandId self);
/// `status <command_id>`: one command of a session, and what it has printed so far, or the beginning of it.
[[nodiscard]] ServiceAnswer answerStatus(const SessionRegister &sessions, const CommandDispatcher &dispatcher,
    Store &store, SessionId session, CommandId wanted);

} // namespace Sonde::Service
