// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QCborArray>

class QMenu;

namespace Sonde::Client {

class SessionActions;

/// A cell somebody asked a menu of.
struct CellPlace {
    const CommandSpec &command;
    const QCborArray &row;
    qsizetype column;
    QString folder; ///< where relative paths of the result are
};

/// What may be asked next: of what the cell holds, under its name; of what else the row holds in a menu of its own for each thing. A line
/// that is chosen is put into the input.
void addRowCommands(QMenu &menu, const CellPlace &place, SessionActions &actions);
/// A line in a menu that names what stands below it.
void addHeading(QMenu &menu, const QString &text);

} // namespace Sonde::Client
