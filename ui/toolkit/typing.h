// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace Sonde::Client {

/// A key that writes something: wherever it is pressed in a console, it is meant for the input line. (A blank folds a block.)
[[nodiscard]] inline bool isTyping(const QKeyEvent &key)
{
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !key.text().isEmpty() && key.text().front().isPrint() && key.key() != Qt::Key_Space;
}

} // namespace Sonde::Client
