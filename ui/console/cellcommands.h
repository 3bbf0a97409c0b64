// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"

#include <QCborArray>

namespace Sonde {

/// What an analyst may want to ask next about something a result shows: lines for the input line, never run by themselves.
namespace CellCommands {

/// Lines for one value, most useful first; none for a value that is empty or of a type no command takes. A relative path is
/// taken to be in `folder` when that is not empty. Each line parses, whatever the value holds.
[[nodiscard]] QStringList forCell(ValueType type, const QCborValue &cell, const QString &folder = {});

/// Lines for the other values of a row: those of all its paths, process and command numbers that `forCell` of `column` does not have.
[[nodiscard]] QStringList forRow(const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder = {});

} // namespace CellCommands

} // namespace Sonde
