// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/agents/idleconnection.h"

#include <ctime>
#include <functional>
#include <set>

namespace Sonde::Bench {

/// How they all came to be connected, since the order or since the first of them was lost.
struct Gathering {
    double seconds = 0;
    double processor = 0; ///< seconds of this program
    int losses = 0;
    int attempts = 0;
    int resumed = 0; ///< of them that are connected now
};

/// Many idle agents on one thread.
class IdleSwarm final
{
    Q_DISABLE_COPY_MOVE(IdleSwarm)

public:
    IdleSwarm(const Population &population, quint16 port, Way way);
    ~IdleSwarm();

    /// Keeps so many agents connected from now on.
    void hold(int count);
    /// Called whenever all of them are connected, and were not before.
    std::function<void(const Gathering &how)> onAllThere = [](const Gathering &) {};

    /// Runs until `input` ends; `onInput` is called when there is something to read.
    void run(int input, const std::function<bool()> &onInput);

private:
    using Clock = IdleConnection::Clock;
    using Due = std::pair<Clock::time_point, int>;

    void startMore();
    void beginGathering();
    [[nodiscard]] Gathering gathered();
    [[nodiscard]] int attempts() const;
    void attend(int index, const std::function<void(IdleConnection &)> &what);
    void watch(int index, int oldSocket);
    void fireTimers();
    [[nodiscard]] int untilNext() const;

    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> m_tls;
    sockaddr_in m_service{};
    std::vector<std::unique_ptr<IdleConnection>> m_connections;
    std::set<Due> m_timers;
    int m_epoll = -1;
    int m_started = 0; ///< connections below have been opened once
    int m_underWay = 0;
    int m_open = 0;
    int m_wanted = 0;
    int m_losses = 0;
    bool m_allThere = true;
    Clock::time_point m_since;
    std::clock_t m_processorBefore = 0;
    int m_attemptsBefore = 0;
};

} // namespace Sonde::Bench
