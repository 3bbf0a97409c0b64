// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/secretinput.h"

#include <QFileInfo>

#include <termios.h>
#include <unistd.h>

namespace Sonde::Client {

class HiddenTyping::Terminal
{
public:
    termios before{};
};

HiddenTyping::HiddenTyping()
{
    Terminal terminal;
    if (::tcgetattr(STDIN_FILENO, &terminal.before) != 0)
        return;
    m_terminal = new Terminal(terminal);
    termios hidden = terminal.before;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    hidden.c_lflag |= tcflag_t(ECHONL);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
}

HiddenTyping::~HiddenTyping()
{
    if (m_terminal)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_terminal->before);
    delete m_terminal;
}

bool othersMayRead(const QString &file)
{
    constexpr auto Others = QFile::ReadGroup | QFile::ReadOther;
    const QFileInfo info(file);
    // A pipe that a shell made for one command is its owner's, whatever it says.
    return info.isFile() && (info.permissions() & Others);
}

} // namespace Sonde::Client
