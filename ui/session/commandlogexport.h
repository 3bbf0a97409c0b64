// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

/// A command log for files. Pure: states are the wire's words, times ISO-8601 UTC, so that programs can read it too.
namespace Sonde::Client {

enum class LogFormat { Text, Json, Csv };

[[nodiscard]] QByteArray exportLog(const QList<CommandRecord> &commands, LogFormat format);
/// By the name's ending; text when it has none we know.
[[nodiscard]] LogFormat logFormatOf(const QString &fileName);

} // namespace Sonde::Client
