// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/announcer.h"

#include <QEvent>
#include <QWidget>

#include <cstdio>

namespace Sonde::Client {

namespace {

void announce(const char *event)
{
    std::printf("{\"event\":\"%s\"}\n", event);
    std::fflush(stdout);
}

} // namespace

Announcer::Announcer(QWidget &window, Workstation &workstation)
    : m_window(window)
{
    m_window.installEventFilter(this);
    connect(&workstation, &Workstation::phaseChanged, this, [](Workstation::Phase phase) {
        if (phase == Workstation::Phase::Ready)
            announce("ready");
    });
}

bool Announcer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        m_window.removeEventFilter(this);
        // The paint is yet to be done.
        QMetaObject::invokeMethod(this, [] { announce("painted"); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Sonde::Client

#include "moc_announcer.cpp"
