// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/epolldispatcher_linux.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Sonde::Service {

Q_LOGGING_CATEGORY(loopLog, "sonde.service.loop", QtInfoMsg)

namespace {

constexpr std::array<quint32, 3> WatchFor{EPOLLIN, EPOLLOUT, EPOLLPRI};
/// An error or a hang-up is news for every notifier: a read or write will tell which.
constexpr quint32 Always = EPOLLERR | EPOLLHUP;

quint64 keyOf(int descriptor, quint32 generation)
{
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcherV2(parent)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("epoll is not available");
    epoll_event event{.events = EPOLLIN, .data = {.u64 = keyOf(m_wakeUp, 0)}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

// ---- the loop

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted)
        return false;
    const int timeout = timeoutFor(flags);
    if (timeout != 0)
        Q_EMIT aboutToBlock();
    int handled = flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? waitForWakeUp(timeout) : waitForSockets(timeout);
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += m_timers.fire();
    return handled > 0;
}

int EpollDispatcher::timeoutFor(QEventLoop::ProcessEventsFlags flags) const
{
    const bool sockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || (sockets && !m_alwaysReady.isEmpty()))
        return 0;
    const auto next = flags.testFlag(QEventLoop::X11ExcludeTimers) ? std::nullopt : m_timers.untilNext();
    if (!next)
        return -1;
    return int(
        std::min<qint64>(std::chrono::ceil<std::chrono::milliseconds>(*next).count(), std::numeric_limits<int>::max()));
}

int EpollDispatcher::waitForSockets(int timeout)
{
    applyChanges();
    std::array<epoll_event, MaxEvents> events;
    const int count = ::epoll_wait(m_epoll, events.data(), MaxEvents, timeout);
    int handled = 0;
    for (int i = 0; i < count; ++i) {
        const auto &event = events.at(size_t(i));
        const int descriptor = int(event.data.u64 & 0xffffffffU);
        if (descriptor == m_wakeUp) {
            clearWakeUp();
            ++handled;
        } else {
            handled += activate(descriptor, quint32(event.data.u64 >> 32), event.events);
        }
    }
    return handled + activateAlwaysReady();
}

int EpollDispatcher::waitForWakeUp(int timeout)
{
    pollfd waiting{.fd = m_wakeUp, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, timeout) <= 0)
        return 0;
    clearWakeUp();
    return 1;
}

int EpollDispatcher::activate(int descriptor, quint32 generation, quint32 events)
{
    int handled = 0;
    for (size_t kind = 0; kind < NotifierKinds; ++kind) {
        // Looked up each time: a handler may have closed the socket, and another may have its number by now.
        const auto watched = m_watched.constFind(descriptor);
        if (watched == m_watched.cend() || watched->generation != generation)
            break;
        QSocketNotifier *notifier = watched->notifiers.at(kind);
        if (!notifier || !(events & (WatchFor.at(kind) | Always)))
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        ++handled;
    }
    return handled;
}

int EpollDispatcher::activateAlwaysReady()
{
    int handled = 0;
    const auto ready = m_alwaysReady;
    for (const int descriptor : ready) {
        const auto watched = m_watched.constFind(descriptor);
        if (watched != m_watched.cend())
            handled += activate(descriptor, watched->generation, EPOLLIN | EPOLLOUT);
    }
    return handled;
}

void EpollDispatcher::wakeUp()
{
    if (m_wakeUpSent.exchange(true, std::memory_order_acq_rel))
        return;
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeUp, &one, sizeof one);
}

void EpollDispatcher::clearWakeUp()
{
    quint64 count = 0;
    [[maybe_unused]] const auto got = ::read(m_wakeUp, &count, sizeof count);
    // After the read: a wake-up that comes in between writes again.
    m_wakeUpSent.store(false, std::memory_order_release);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

// ---- sockets

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const bool fresh = !m_watched.contains(descriptor);
    Watched &watched = m_watched[descriptor];
    if (fresh)
        watched.generation = ++m_generation;
    watched.notifiers.at(size_t(notifier->type())) = notifier;
    markDirty(descriptor, watched);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto watched = m_watched.find(descriptor);
    if (watched == m_watched.end() || watched->notifiers.at(size_t(notifier->type())) != notifier)
        return;
    watched->notifiers.at(size_t(notifier->type())) = nullptr;
    if (std::ranges::any_of(watched->notifiers, [](const auto *other) { return other != nullptr; }))
        return markDirty(descriptor, *watched);
    // At once: the descriptor may be closed next.
    if (watched->registered)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_alwaysReady.removeAll(descriptor);
    m_watched.erase(watched);
}

void EpollDispatcher::markDirty(int descriptor, Watched &watched)
{
    // Sockets switch their write notifier on and off within one turn: the kernel hears of the outcome only.
    if (!std::exchange(watched.dirty, true))
        m_dirty.append(descriptor);
}

void EpollDispatcher::applyChanges()
{
    for (const int descriptor : std::exchange(m_dirty, {})) {
        const auto watched = m_watched.find(descriptor);
        if (watched != m_watched.end() && std::exchange(watched->dirty, false))
            apply(descriptor, *watched);
    }
}

void EpollDispatcher::apply(int descriptor, Watched &watched)
{
    quint32 wanted = 0;
    for (size_t kind = 0; kind < NotifierKinds; ++kind)
        wanted |= watched.notifiers.at(kind) ? WatchFor.at(kind) : 0;
    if (wanted == watched.registered || watched.alwaysReady)
        return;
    epoll_event event{.events = wanted, .data = {.u64 = keyOf(descriptor, watched.generation)}};
    if (::epoll_ctl(m_epoll, watched.registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event) == 0) {
        watched.registered = wanted;
    } else if (errno == EPERM) {
        watched.alwaysReady = true;
        m_alwaysReady.append(descriptor);
        wakeUp();
    } else {
        qCWarning(loopLog, "cannot watch descriptor %d: %s", descriptor, strerror(errno));
    }
}

// ---- timers

void EpollDispatcher::registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object)
{
    m_timers.add(id, interval, type, object);
}

bool EpollDispatcher::unregisterTimer(Qt::TimerId id)
{
    return m_timers.remove(id);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfoV2> EpollDispatcher::timersForObject(QObject *object) const
{
    return m_timers.of(object);
}

QAbstractEventDispatcher::Duration EpollDispatcher::remainingTime(Qt::TimerId id) const
{
    return m_timers.remaining(id);
}

} // namespace Sonde::Service

#include "moc_epolldispatcher_linux.cpp"
