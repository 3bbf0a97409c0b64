// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Sonde::Client {

/// Polite waits until a screen reader has said what it is saying; assertive is for what answers the key just pressed.
enum class Urgency { Polite, Assertive };

/// Has a screen reader say a text, on behalf of a widget. Nothing happens while none listens.
void announce(QWidget &widget, const QString &text, Urgency urgency);
/// Names a widget; a screen reader hears of it only when it is another name than before.
void setName(QWidget &widget, const QString &name);

} // namespace Sonde::Client
