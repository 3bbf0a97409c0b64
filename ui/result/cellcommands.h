// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QCborArray>

namespace Sonde::Client {

/// What an analyst may want to ask next about something a result shows: lines for the input line, never run by themselves. They are made
/// from the catalogue: whatever command takes a value of a cell's type is offered, but for what changes the device (RowActs).
namespace CellCommands {

/// Lines for one cell of a row, most useful first; none when it is empty or of a type no command takes. A relative path is taken to be in
/// `folder` when that is not empty. Each line parses, whatever the cell holds.
[[nodiscard]] QStringList forCell(
    const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder = {});

/// The lines for one of a row's cells.
struct Group {
    qsizetype column = 0;
    QStringList lines;
};
/// Lines for all cells of a row, those of `column` first, each line once; cells without any are left out.
[[nodiscard]] QList<Group> forRow(
    const CommandSpec &command, const QCborArray &row, qsizetype column, const QString &folder = {});

/// The value as it is typed, before it is quoted; empty when it cannot be asked about.
[[nodiscard]] QString typed(ValueType type, const QCborValue &value, const QString &folder = {});

/// Lines for a value by itself. `commands` are the catalogue's, or others to choose from.
[[nodiscard]] QStringList forValue(ValueType type, const QCborValue &value, const QString &folder = {},
    const QList<CommandSpec> &commands = Catalogue::instance().commands());

} // namespace CellCommands

} // namespace Sonde::Client
