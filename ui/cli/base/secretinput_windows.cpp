// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/secretinput.h"

#include <windows.h>

namespace Sonde::Client {

class HiddenTyping::Terminal
{
public:
    DWORD before = 0;
};

HiddenTyping::HiddenTyping()
{
    Terminal terminal;
    const HANDLE input = ::GetStdHandle(STD_INPUT_HANDLE);
    if (!::GetConsoleMode(input, &terminal.before))
        return;
    m_terminal = new Terminal(terminal);
    ::SetConsoleMode(input, terminal.before & ~DWORD(ENABLE_ECHO_INPUT));
}

HiddenTyping::~HiddenTyping()
{
    if (m_terminal)
        ::SetConsoleMode(::GetStdHandle(STD_INPUT_HANDLE), m_terminal->before);
    delete m_terminal;
}

/// Who may read a file is inherited from its folder here, and a user's own are closed to others.
bool othersMayRead(const QString &)
{
    return false;
}

} // namespace Sonde::Client
