// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/secretinput.h"

#include <QFileInfo>

#include <array>
#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace Sonde::Client {

namespace {

constexpr std::array Ends{SIGINT, SIGTERM, SIGHUP, SIGQUIT};
/// As the terminal was, for the handler below.
termios shown{};

/// Nothing but what signal-safety(7) allows. Nobody waits for a program that is asked for a password and shall end.
void endShown(int signal)
{
    ::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

} // namespace

class HiddenTyping::Terminal
{
public:
    std::array<struct sigaction, Ends.size()> handlers{};
};

HiddenTyping::HiddenTyping()
{
    if (::tcgetattr(STDIN_FILENO, &shown) != 0)
        return;
    m_terminal = new Terminal;
    struct sigaction end{};
    end.sa_handler = endShown;
    for (size_t i = 0; i < Ends.size(); ++i)
        ::sigaction(Ends[i], &end, &m_terminal->handlers[i]);
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    hidden.c_lflag |= tcflag_t(ECHONL);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
}

HiddenTyping::~HiddenTyping()
{
    if (!m_terminal)
        return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    for (size_t i = 0; i < Ends.size(); ++i)
        ::sigaction(Ends[i], &m_terminal->handlers[i], nullptr);
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
