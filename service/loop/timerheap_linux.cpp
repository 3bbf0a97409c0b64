// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/timerheap_linux.h"

#include <QCoreApplication>
#include <QTimerEvent>
#include <bit>

using namespace std::chrono_literals;

namespace Sonde::Service {

TimerHeap::Clock::time_point TimerHeap::nextDue(const Info &info, Clock::time_point from)
{
    const auto exact = from + info.interval;
    // Timers that may be late share their wake-ups: they are due on a common grid of at most a twentieth of their interval.
    Duration grid = 1ns;
    if (info.timerType == Qt::VeryCoarseTimer)
        grid = 1s;
    else if (info.timerType == Qt::CoarseTimer && info.interval >= 40ms)
        grid = Duration(qint64(std::bit_floor(quint64(info.interval / 20 / 1ms)))) * 1'000'000;
    const auto since = std::chrono::duration_cast<Duration>(exact.time_since_epoch());
    return Clock::time_point((since + grid - 1ns) / grid * grid);
}

void TimerHeap::add(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object)
{
    const Info info{interval, id, type};
    const Timer timer{info, object, nextDue(info, Clock::now()), ++m_serial};
    m_timers.insert(id, timer);
    m_order.emplace(timer.due, timer.serial, id);
}

bool TimerHeap::remove(Qt::TimerId id)
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return false;
    m_order.erase({found->due, found->serial, id});
    m_timers.erase(found);
    return true;
}

bool TimerHeap::removeAll(const QObject *object)
{
    const auto infos = of(object);
    for (const Info &info : infos)
        remove(info.timerId);
    return !infos.isEmpty();
}

QList<TimerHeap::Info> TimerHeap::of(const QObject *object) const
{
    QList<Info> infos;
    for (const Timer &timer : m_timers) {
        if (timer.object == object)
            infos.append(timer.info);
    }
    return infos;
}

TimerHeap::Duration TimerHeap::remaining(Qt::TimerId id) const
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return Duration::min();
    return std::max<Duration>(found->due - Clock::now(), 0ns);
}

std::optional<TimerHeap::Duration> TimerHeap::untilNext() const
{
    for (const auto &[due, serial, id] : m_order) {
        if (!m_timers.constFind(id)->firing)
            return std::max<Duration>(due - Clock::now(), 0ns);
    }
    return {};
}

int TimerHeap::fire()
{
    const auto now = Clock::now();
    std::vector<std::pair<Qt::TimerId, quint64>> ready;
    for (const auto &[due, serial, id] : m_order) {
        if (due > now)
            break;
        ready.emplace_back(id, serial);
    }
    for (const auto &[id, serial] : ready)
        fireOne(id, serial, now);
    return int(ready.size());
}

void TimerHeap::fireOne(Qt::TimerId id, quint64 serial, Clock::time_point now)
{
    const auto found = m_timers.find(id);
    // A handler before this one may have removed it, or given its id to another.
    if (found == m_timers.end() || found->serial != serial || found->firing)
        return;
    m_order.erase({found->due, serial, id});
    // A loop that was held up does not make up for the beats it missed.
    found->due = std::max(nextDue(found->info, found->due), found->info.interval > 0ns ? now : found->due);
    m_order.emplace(found->due, serial, id);
    found->firing = true;
    QTimerEvent event(id);
    QCoreApplication::sendEvent(found->object, &event);
    const auto after = m_timers.find(id);
    if (after != m_timers.end() && after->serial == serial)
        after->firing = false;
}

} // namespace Sonde::Service
