// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/base/sightings.h"

#include <algorithm>

namespace Sonde::Agent {

void Sightings::begin(SessionId session)
{
    const std::lock_guard lock(m_mutex);
    m_begun.insert(session);
}

bool Sightings::hasBegun(SessionId session) const
{
    const std::lock_guard lock(m_mutex);
    return m_begun.contains(session);
}

void Sightings::remember(SessionId session, EntityType type, const QString &name, const QCborMap &facts)
{
    const std::lock_guard lock(m_mutex);
    auto found = std::ranges::find(m_sessions, session, &Session::id);
    if (found == m_sessions.end()) {
        if (m_sessions.size() == MostSessions)
            m_sessions.pop_front();
        m_sessions.push_back({session, {}});
        found = std::prev(m_sessions.end());
    }
    const Key key(int(type), name);
    if (found->seen.size() < MostPerSession || found->seen.contains(key))
        found->seen.insert(key, facts);
}

std::optional<QCborMap> Sightings::find(SessionId session, EntityType type, const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_sessions, session, &Session::id);
    if (found == m_sessions.end())
        return {};
    const auto seen = found->seen.constFind(Key(int(type), name));
    return seen == found->seen.cend() ? std::nullopt : std::optional(*seen);
}

} // namespace Sonde::Agent
