// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/inputend.h"

#include <cstdio>
#include <thread>

namespace Sonde::Service {

InputEnd::InputEnd(QObject *parent)
    : QObject(parent)
{
    // The end of a pipe can only be waited for by reading it; the thread ends with the process.
    std::thread([this] {
        while (std::getchar() != EOF) {}
        QMetaObject::invokeMethod(this, &InputEnd::reached, Qt::QueuedConnection);
    }).detach();
}

} // namespace Sonde::Service

#include "moc_inputend.cpp"
