// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/sessionregister.h"

namespace Sonde::Service {

SessionRegister::SessionRegister(Store &store, JournalWriter &journal, Inventory &inventory, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_inventory(inventory)
    , m_lastSession(store.lastSession().value())
    , m_lastCommand(store.lastCommand().value())
{
    m_store.replay(KeptClosed, [this](const JournalEntry &entry) { apply(entry); });
    connect(&journal, &JournalWriter::appended, this, &SessionRegister::apply);
}

void SessionRegister::apply(const JournalEntry &entry)
{
    m_projection.apply(entry);
    if (!entry.session.isValid())
        return;
    applyToIndexes(entry);
    Q_EMIT changed(entry.session);
}

void SessionRegister::applyToIndexes(const JournalEntry &entry)
{
    if (std::holds_alternative<Event::SessionCreated>(entry.event)) {
        m_live.insert(entry.session);
        m_inventory.setHolder(entry.device, entry.session, entry.actor, entry.time);
    } else if (std::holds_alternative<Event::SessionDisconnected>(entry.event)) {
        m_live.remove(entry.session);
        m_closed.append(entry.session);
        m_inventory.setHolder(entry.device, {}, {}, {});
        forgetOldest();
    } else if (std::holds_alternative<Event::CommandAccepted>(entry.event)) {
        m_open.insert(entry.command, entry.session);
    } else if (std::holds_alternative<Event::CommandSent>(entry.event)) {
        m_sent.insert(entry.command, entry.time);
    } else if (std::holds_alternative<Event::CommandFinished>(entry.event)) {
        m_open.remove(entry.command);
        m_sent.remove(entry.command);
    }
}

void SessionRegister::forgetOldest()
{
    while (m_closed.size() > KeptClosed) {
        const auto idle = std::ranges::find_if(m_closed, [this](SessionId id) { return openOf(id).isEmpty(); });
        if (idle == m_closed.end())
            return;
        m_projection.forget(*idle);
        m_closed.erase(idle);
    }
}

qsizetype SessionRegister::liveOf(const UserName &user) const
{
    return std::ranges::count_if(m_live, [&](SessionId id) { return session(id)->createdBy == user.value(); });
}

std::vector<SessionRecord> SessionRegister::all() const
{
    std::vector<SessionRecord> records(m_projection.sessions().cbegin(), m_projection.sessions().cend());
    std::ranges::reverse(records);
    return records;
}

std::optional<SessionRegister::Recalled> SessionRegister::recall(CommandId id) const
{
    if (const auto *known = command(id))
        return Recalled{*known, *session(known->session)};
    const auto about = m_store.entriesOf(id);
    if (about.empty())
        return {};
    Projection past;
    for (const auto &entry : m_store.entries(0, 1, about.front().session))
        past.apply(entry);
    for (const auto &entry : about)
        past.apply(entry);
    const auto *command = past.command(id);
    const auto *session = past.session(about.front().session);
    return command && session ? std::optional(Recalled{*command, *session}) : std::nullopt;
}

std::vector<SessionRecord> SessionRegister::recentOn(const DeviceId &device, quint32 most) const
{
    std::vector<SessionRecord> found;
    for (const SessionId id : m_store.sessionsOn(device, most)) {
        if (const auto *known = session(id)) {
            found.push_back(*known);
            continue;
        }
        // Forgotten, not lost: its first entries and its last say all that a list shows.
        Projection past;
        for (const auto &entry : m_store.entries(0, 10'000, id))
            past.apply(entry);
        if (const auto *record = past.session(id))
            found.push_back(*record);
    }
    return found;
}

} // namespace Sonde::Service

#include "moc_sessionregister.cpp"
