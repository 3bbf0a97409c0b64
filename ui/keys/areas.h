// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The areas of a window: the parts that F6 goes round, each of which remembers where in it the focus was.
namespace Sonde::Client {

/// Makes a widget one of its window's areas, as long as it shows.
void makeArea(QWidget &widget);
/// Gives the focus to the next area (or the one before), in the order in which one reads the window.
void goToArea(QWidget &window, bool backwards);

} // namespace Sonde::Client
