// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/vocabulary.h"

#include <QCborMap>
#include <QHash>
#include <QSet>
#include <deque>
#include <mutex>
#include <optional>

namespace Sonde::Agent {

/// What was looked at in each session, so that an act is about what its analyst saw. Kept only while the agent runs: after that it has to
/// be looked at again. Thread-safe.
class Sightings final
{
    Q_DISABLE_COPY_MOVE(Sightings)

public:
    static constexpr size_t MostSessions = 8;
    static constexpr qsizetype MostPerSession = 200'000;

    Sightings() = default;

    /// A session that begins while this agent runs: whatever is looked at in it is known.
    void begin(SessionId session);
    /// False: somebody may have looked at things in it while another agent ran.
    [[nodiscard]] bool hasBegun(SessionId session) const;
    void remember(SessionId session, EntityType type, const QString &name, const QCborMap &facts);
    /// As it was seen last; none when nobody looked.
    [[nodiscard]] std::optional<QCborMap> find(SessionId session, EntityType type, const QString &name) const;

private:
    using Key = std::pair<int, QString>;
    struct Session {
        SessionId id;
        QHash<Key, QCborMap> seen;
    };

    mutable std::mutex m_mutex;
    std::deque<Session> m_sessions; ///< the latest last
    QSet<SessionId> m_begun;
};

} // namespace Sonde::Agent
