// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/handshakequeue.h"

#include <algorithm>

namespace Sonde::Service {

bool HandshakeQueue::add(qintptr descriptor, const QString &place, Clock::time_point now)
{
    Place &there = m_places[place];
    // Whose turn it is at once does not wait, however many others do.
    const bool waits = m_underWay >= m_limits.underWay || there.underWay >= m_limits.underWayOfPlace;
    if (waits && (m_waiting >= m_limits.waiting || int(there.waiting.size()) >= m_limits.waitingOfPlace)) {
        forgetIfIdle(place);
        return false;
    }
    if (there.waiting.empty())
        m_turns.push_back(place);
    there.waiting.push_back({descriptor, now});
    ++m_waiting;
    return true;
}

std::optional<HandshakeQueue::Turn> HandshakeQueue::next()
{
    if (m_underWay >= m_limits.underWay)
        return {};
    const auto hasRoom = [this](const QString &name) {
        return m_places.constFind(name)->underWay < m_limits.underWayOfPlace;
    };
    const auto turn = std::ranges::find_if(m_turns, hasRoom);
    if (turn == m_turns.end())
        return {};
    const QString name = *turn;
    m_turns.erase(turn);
    Place &place = m_places[name];
    const qintptr descriptor = place.waiting.front().descriptor;
    place.waiting.pop_front();
    if (!place.waiting.empty())
        m_turns.push_back(name);
    ++place.underWay;
    ++m_underWay;
    --m_waiting;
    return Turn{descriptor, name};
}

void HandshakeQueue::end(const QString &place)
{
    --m_underWay;
    --m_places[place].underWay;
    forgetIfIdle(place);
}

std::vector<qintptr> HandshakeQueue::takeOlderThan(Clock::time_point since)
{
    std::vector<qintptr> taken;
    std::erase_if(m_turns, [&](const QString &name) {
        auto &waiting = m_places[name].waiting;
        while (!waiting.empty() && waiting.front().since < since) {
            taken.push_back(waiting.front().descriptor);
            waiting.pop_front();
        }
        const bool nobodyWaits = waiting.empty();
        if (nobodyWaits)
            forgetIfIdle(name);
        return nobodyWaits;
    });
    m_waiting -= int(taken.size());
    return taken;
}

void HandshakeQueue::forgetIfIdle(const QString &place)
{
    const auto found = m_places.constFind(place);
    if (found != m_places.cend() && found->underWay == 0 && found->waiting.empty())
        m_places.erase(found);
}

} // namespace Sonde::Service
