// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace Sonde {

class CommandOutput;

enum class CopyFormat { Text, Json, Csv };

/// Puts an output (of a table only the rows shown at `rows`; all when empty) on the clipboard. Large results are rendered on the thread
/// pool; when `context` is gone by then, nothing is copied.
void copyOutput(const CommandOutput &output, const QList<int> &rows, CopyFormat format, QObject *context);

} // namespace Sonde
