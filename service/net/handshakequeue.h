// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace Sonde::Service {

/// Connections that wait for their handshake, of which only so many are under way: those of a place in the order they came, and the places
/// one after the other, so that a building full of devices keeps nobody else waiting. Owns no descriptor: who takes one out, or is told that
/// there is no room, has it.
class HandshakeQueue final
{
public:
    using Clock = std::chrono::steady_clock;
    struct Limits {
        int underWay = 0;
        int underWayOfPlace = 0;
        int waiting = 0;
        int waitingOfPlace = 0;
    };
    struct Turn {
        qintptr descriptor;
        QString place;
    };

    explicit HandshakeQueue(Limits limits)
        : m_limits(limits)
    {
    }

    /// False when too many wait already.
    [[nodiscard]] bool add(qintptr descriptor, const QString &place, Clock::time_point now = Clock::now());
    /// Whose turn it is. From now on it is under way, until end().
    [[nodiscard]] std::optional<Turn> next();
    void end(const QString &place);
    /// Out of the queue: who has waited since before `since`.
    [[nodiscard]] std::vector<qintptr> takeOlderThan(Clock::time_point since);
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] int underWay() const { return m_underWay; }

private:
    struct Waiting {
        qintptr descriptor;
        Clock::time_point since;
    };
    struct Place {
        std::deque<Waiting> waiting;
        int underWay = 0;
    };

    void forgetIfIdle(const QString &place);

    Limits m_limits;
    QHash<QString, Place> m_places;
    std::deque<QString> m_turns; ///< places of which somebody waits; the first is next
    int m_waiting = 0;
    int m_underWay = 0;
};

} // namespace Sonde::Service
