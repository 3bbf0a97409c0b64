// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/stdinlines.h"

#include <iostream>
#include <string>

namespace Sonde::Client {

StdinLines::StdinLines(QObject *parent)
    : QThread(parent)
{
}

StdinLines::~StdinLines()
{
    // A read of a terminal cannot be interrupted: the thread is left where it waits, the program ends anyway.
    if (!isFinished()) {
        terminate();
        wait();
    }
}

void StdinLines::run()
{
    setTerminationEnabled(true);
    std::string line;
    while (std::getline(std::cin, line))
        Q_EMIT lineRead(QString::fromStdString(line));
}

} // namespace Sonde::Client

#include "moc_stdinlines.cpp"
