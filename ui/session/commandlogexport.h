// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"
#include "protocol/journal/projection.h"

/// A command log for files: it can be read by itself, without the tenant that it comes from. Pure; on any thread. States are the wire's
/// words, times ISO-8601 UTC, so that programs can read it too. Of outputs it has the SHA-256 that the journal holds, with rows and bytes.
namespace Sonde::Client {

enum class LogFormat { Text, Json, Csv };

struct LoggedCommand {
    CommandRecord record;
    QString folder; ///< its working directory
};

struct CommandLog {
    QString tenant;
    QString exportedBy;
    DeviceId device;
    DeviceFacts facts; ///< of the device, as known now
    SessionRecord session;
    QDateTime exported;
    std::vector<LoggedCommand> commands;
};

[[nodiscard]] QByteArray exportLog(const CommandLog &log, LogFormat format);
/// By the name's ending; text when it has none we know.
[[nodiscard]] LogFormat logFormatOf(const QString &fileName);
/// Says device, session and day: "command-log-ws-0142-session-7-2026-11-26"; without an ending. Legal on every system.
[[nodiscard]] QString logFileName(const CommandLog &log);

} // namespace Sonde::Client
