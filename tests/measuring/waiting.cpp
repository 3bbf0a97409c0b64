// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/measuring/waiting.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {
constexpr auto LookEvery = 20ms;
}

bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QTimer wakeUp; // for the deadline, and for what happens outside of this process
    wakeUp.start(LookEvery);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void letPass(std::chrono::milliseconds time)
{
    (void)waitUntil([] { return false; }, time);
}

void takeTurn()
{
    QCoreApplication::processEvents(QEventLoop::AllEvents);
}

void handleEvents()
{
    do
        QCoreApplication::sendPostedEvents();
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents));
}

} // namespace Sonde::Client::Bench
