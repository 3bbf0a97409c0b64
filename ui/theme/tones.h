// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QLabel;
class QWidget;

/// What a label or button is for; the style sheet gives it the look. Can be changed at any time.
namespace Sonde::Client {

enum class Tone {
    Plain,
    Dim,
    Title,   ///< the name of what a page is about
    Heading, ///< above a group of facts
    Strong,
    Good,
    Warning,
    Bad,
};

enum class ButtonRole {
    Normal,
    Primary, ///< the one thing to do here
    Danger,  ///< ends or removes something
    Quiet,   ///< no frame until the mouse or the focus is on it
};

/// What an area lies on; a card has a frame.
enum class Ground { Surface, Raised, Sunken, Card };

void setTone(QLabel *label, Tone tone);
void setRole(QAbstractButton *button, ButtonRole role);
void setGround(QWidget *widget, Ground ground);

} // namespace Sonde::Client
