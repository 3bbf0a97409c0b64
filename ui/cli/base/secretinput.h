// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Client {

/// While it lives, what is typed on the terminal is not shown; nothing happens when standard input is none. Whoever ends the program
/// meanwhile has a terminal that shows again what is typed. One at a time.
class HiddenTyping final
{
    Q_DISABLE_COPY_MOVE(HiddenTyping)

public:
    HiddenTyping();
    ~HiddenTyping();

    /// Whether somebody types at a terminal.
    [[nodiscard]] bool isTyped() const { return m_terminal != nullptr; }

private:
    class Terminal;
    Terminal *m_terminal = nullptr;
};

/// Whether other accounts of this computer may read a file, as far as its permissions say.
[[nodiscard]] bool othersMayRead(const QString &file);

} // namespace Sonde::Client
