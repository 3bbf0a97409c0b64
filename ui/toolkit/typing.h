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

/// A letter with Alt is a key that means nothing here (a menu's or a command's would not have come this far), not a letter: written it
/// would be in a line that is about to be sent. On macOS it is how other characters are written.
[[nodiscard]] inline bool isAltLetter(const QKeyEvent &key)
{
#ifdef Q_OS_MACOS
    return false;
#else
    const Qt::KeyboardModifiers modifiers = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::AltModifier && !key.text().isEmpty() && key.text().front().isPrint();
#endif
}

} // namespace Sonde::Client
