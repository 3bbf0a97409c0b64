// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/removalfold.h"

namespace Sonde::Service {

void RemovalFold::apply(const JournalEntry &entry)
{
    const auto *removed = std::get_if<Event::ContentRemoved>(&entry.event);
    if (!removed)
        return;
    m_said.insert(entry.session);
    if (removed->what == ContentKind::Output)
        m_outputSaid.insert(entry.session);
}

void RemovalFold::noteGone(SessionId session, const Gone &gone)
{
    m_noted.insert(gone.command);
    if (!m_gone.contains(session))
        m_gone.insert(session, gone);
}

std::optional<RemovalFold::Gone> RemovalFold::unsaid() const
{
    for (auto gone = m_gone.cbegin(); gone != m_gone.cend(); ++gone) {
        if (!m_outputSaid.contains(gone.key()))
            return gone.value();
    }
    return {};
}

} // namespace Sonde::Service
