// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultexport.h"

#include <QObject>

namespace Sonde::Client {

class CommandOutput;

enum class CopyFormat { Text, Json, Csv };

/// Pure; call it on any thread.
[[nodiscard]] QByteArray rendered(const ResultPart &part, CopyFormat format);

/// Puts rows on the clipboard. They are rendered on the thread pool; when `context` is gone by then, nothing is copied.
void copyRows(const ResultPart &part, CopyFormat format, QObject *context);

/// Puts the text of an output on the clipboard; of a script as JSON too.
void copyText(const CommandOutput &output, CopyFormat format);

} // namespace Sonde::Client
