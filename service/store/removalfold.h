// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

#include <QMap>
#include <QSet>

namespace Sonde::Service {

/// Output that is gone, and what the journal says of it: there has to be an entry for its session.
class RemovalFold final
{
public:
    void apply(const JournalEntry &entry);
    /// A command some of whose output is gone.
    struct Gone {
        CommandId command;
        quint64 entry = 0; ///< about it; 0: there is none
    };
    void noteGone(SessionId session, const Gone &gone);
    [[nodiscard]] bool isNoted(CommandId command) const { return m_noted.contains(command); }
    /// The first that no entry speaks of, once all entries and all output were seen: content may be removed meanwhile.
    [[nodiscard]] std::optional<Gone> unsaid() const;
    /// Of so many sessions an entry says that content was removed.
    [[nodiscard]] quint64 said() const { return quint64(m_said.size()); }

private:
    QSet<SessionId> m_said;
    QSet<SessionId> m_outputSaid;
    QMap<SessionId, Gone> m_gone; ///< of each session the first
    QSet<CommandId> m_noted;
};

} // namespace Sonde::Service
