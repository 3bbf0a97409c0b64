// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopsignals.h"

#include <atomic>
#include <cstdio>
#include <thread>
#include <windows.h>

namespace Sonde {

namespace {

// A console control handler can reach nothing but a global.
std::atomic<StopSignals *> listener = nullptr;

BOOL WINAPI onControl(DWORD)
{
    if (StopSignals *signals = listener)
        QMetaObject::invokeMethod(signals, &StopSignals::stopRequested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

StopSignals::StopSignals(bool alsoInput, QObject *parent)
    : QObject(parent)
{
    watchSignals();
    if (alsoInput)
        watchInput();
}

void StopSignals::watchSignals()
{
    listener = this;
    SetConsoleCtrlHandler(onControl, TRUE);
}

void StopSignals::watchInput()
{
    // A pipe's end can only be waited for by reading it; the thread ends with the process.
    std::thread([] {
        while (std::getchar() != EOF) { }
        onControl(CTRL_CLOSE_EVENT);
    }).detach();
}

} // namespace Sonde
