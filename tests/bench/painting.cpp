// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/painting.h"

#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"

#include <QEvent>

namespace Sonde::Client::Bench {

bool PaintCount::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint)
        ++m_count;
    return QObject::eventFilter(watched, event);
}

double millisecondsToPaint(QWidget &widget, const std::function<void()> &action)
{
    const PaintCount paints(widget);
    const Stopwatch watch;
    action();
    const bool painted = waitUntil([&paints] { return paints.count() > 0; });
    handleEvents();
    return painted ? watch.milliseconds() : -1;
}

void showWindow(QAbstractScrollArea &view)
{
    view.resize(1400, 900);
    (void)millisecondsToPaint(*view.viewport(), [&view] { view.show(); });
}

} // namespace Sonde::Client::Bench
