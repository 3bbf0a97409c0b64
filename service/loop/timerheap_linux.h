// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>
#include <chrono>
#include <optional>
#include <set>

namespace Sonde::Service {

/// The timers of one event loop, ordered by when they are due.
class TimerHeap final
{
public:
    using Clock = std::chrono::steady_clock;
    using Duration = std::chrono::nanoseconds;
    using Info = QAbstractEventDispatcher::TimerInfoV2;

    void add(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object);
    bool remove(Qt::TimerId id);
    bool removeAll(const QObject *object);
    [[nodiscard]] QList<Info> of(const QObject *object) const;
    /// Negative: there is no such timer.
    [[nodiscard]] Duration remaining(Qt::TimerId id) const;
    /// Until the next one is due (zero: now); nothing when there are none.
    [[nodiscard]] std::optional<Duration> untilNext() const;
    /// Sends each timer that is due now its event, once; returns how many. Handlers may add and remove timers.
    int fire();

private:
    struct Timer {
        Info info;
        QObject *object = nullptr;
        Clock::time_point due;
        quint64 serial = 0;
        bool firing = false; ///< its handler runs (it may run a loop of its own): not again meanwhile
    };
    using Due = std::tuple<Clock::time_point, quint64, Qt::TimerId>;

    [[nodiscard]] static Clock::time_point nextDue(const Info &info, Clock::time_point from);
    void fireOne(Qt::TimerId id, quint64 serial, Clock::time_point now);

    QHash<Qt::TimerId, Timer> m_timers;
    std::set<Due> m_order;
    quint64 m_serial = 0;
};

} // namespace Sonde::Service
