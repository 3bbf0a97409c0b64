// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

/// The areas of a window: the parts that F6 goes round, each of which remembers where in it the focus was.
namespace Sonde::Client {

/// Makes a widget one of its window's areas, as long as it shows.
void makeArea(QWidget &widget);
/// What focus comes to `widget` itself goes on to `door`, a part of it. A focus proxy would do so, too, and Tab, which comes to a widget
/// before its parts, would go by all that stands before the door.
void setDoor(QWidget &widget, QWidget &door);
/// Gives the focus to the next area (or the one before), in the order in which one reads the window.
void goToArea(QWidget &window, bool backwards);

} // namespace Sonde::Client
