// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/endsignals.h"

#include <atomic>
#include <windows.h>

namespace Sonde {

namespace {

std::atomic<EndSignals *> listener = nullptr;

/// Called by Windows on a thread of its own.
BOOL WINAPI noteControl(DWORD)
{
    if (EndSignals *object = listener.load())
        QMetaObject::invokeMethod(object, &EndSignals::asked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
{
    listener = this;
    SetConsoleCtrlHandler(noteControl, TRUE);
}

EndSignals::~EndSignals()
{
    SetConsoleCtrlHandler(noteControl, FALSE);
    listener = nullptr;
}

} // namespace Sonde

#include "moc_endsignals.cpp"
