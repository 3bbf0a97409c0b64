// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/sessions/commanddispatcher.h"

#include <QCborArray>

namespace Sonde::Service {

/// What a command that the service itself runs has to say.
struct ServiceAnswer {
    CommandState state = CommandState::Completed;
    std::vector<Error> errors;
    QByteArray rows; ///< a chunk; empty: no output
    quint32 rowCount = 0;
};

/// A row of a command's columns; cells by column id, those without one are null.
[[nodiscard]] QCborArray rowOf(const CommandSpec &command, const QMap<QString, QCborValue> &cells);
/// Completed, with these rows.
[[nodiscard]] ServiceAnswer answerRows(RowWriter &rows);

/// `jobs`: the open commands of a session.
[[nodiscard]] ServiceAnswer answerJobs(
    const SessionRegister &sessions, const CommandDispatcher &dispatcher, SessionId session, CommandId self);
/// `status <command_id>`: one command of a session.
[[nodiscard]] ServiceAnswer answerStatus(const SessionRegister &sessions, SessionId session, CommandId wanted);

} // namespace Sonde::Service
