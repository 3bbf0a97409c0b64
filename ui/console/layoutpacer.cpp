// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/layoutpacer.h"

#include <QTimerEvent>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto FrameTime = 16ms;

} // namespace

LayoutPacer::LayoutPacer() = default;

LayoutPacer::~LayoutPacer() = default;

void LayoutPacer::request()
{
    if (m_timer.isActive())
        return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_frames[m_oldest].remainingTimeAsDuration());
    m_timer.start(std::max(0ms, left), this);
}

void LayoutPacer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    m_frames[m_oldest].setRemainingTime(FrameTime * int(m_frames.size()), Qt::PreciseTimer);
    m_oldest = (m_oldest + 1) % m_frames.size();
    Q_EMIT due();
}

} // namespace Sonde::Client

#include "moc_layoutpacer.cpp"
