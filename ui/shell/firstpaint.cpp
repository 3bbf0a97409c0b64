// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firstpaint.h"

#include <QEvent>
#include <QWidget>

namespace Sonde::Client {

FirstPaint::FirstPaint(QWidget &window)
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The paint is yet to be done.
        QMetaObject::invokeMethod(this, &FirstPaint::done, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Sonde::Client

#include "moc_firstpaint.cpp"
