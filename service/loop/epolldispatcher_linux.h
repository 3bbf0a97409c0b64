// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/loop/timerheap_linux.h"

#include <QAbstractEventDispatcherV2>
#include <QHash>
#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <sys/epoll.h>

namespace Sonde::Service {

/// An event loop whose cost does not grow with the sockets that are idle: Qt's own asks the kernel about all of them every time.
///
/// Level-triggered epoll, timers in a heap, an eventfd to be woken by. One per thread; install it before the thread's event loop (for the
/// main thread: before the QCoreApplication) exists.
class EpollDispatcher final : public QAbstractEventDispatcherV2
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(Qt::TimerId id) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfoV2> timersForObject(QObject *object) const override;
    [[nodiscard]] Duration remainingTime(Qt::TimerId id) const override;

    /// Thread-safe, as is interrupt().
    void wakeUp() override;
    void interrupt() override;

private:
    static constexpr int NotifierKinds = 3; ///< QSocketNotifier::Read, Write, Exception
    static constexpr int MaxEvents = 256;

    struct Watched {
        std::array<QSocketNotifier *, NotifierKinds> notifiers{};
        quint32 generation = 0;
        quint32 registered = 0; ///< what the kernel watches for
        bool dirty = false;
        bool alwaysReady = false; ///< a regular file: epoll refuses it, poll() would say "ready"
    };

    void markDirty(int descriptor, Watched &watched);
    void applyChanges();
    void apply(int descriptor, Watched &watched);
    [[nodiscard]] int timeoutFor(QEventLoop::ProcessEventsFlags flags) const;
    int waitForSockets(int timeout);
    int waitForWakeUp(int timeout);
    int activate(int descriptor, quint32 generation, quint32 events);
    int activateAlwaysReady();
    void clearWakeUp();

    int m_epoll = -1;
    int m_wakeUp = -1;
    std::atomic<bool> m_wakeUpSent = false;
    std::atomic<bool> m_interrupted = false;
    QHash<int, Watched> m_watched;
    QList<int> m_dirty;
    QList<int> m_alwaysReady;
    quint32 m_generation = 0;
    TimerHeap m_timers;
};

} // namespace Sonde::Service
