// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/sessionregister.h"

#include "protocol/base/codec.h"

namespace Sonde::Service {

namespace {
constexpr quint32 EntriesAtOnce = 1000;
}

SessionRegister::SessionRegister(Store &store, JournalWriter &journal, Inventory &inventory, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_inventory(inventory)
    , m_lastSession(store.lastSession().value())
    , m_lastCommand(store.lastCommand().value())
{
    m_store.replay(KeptClosed, [this](const JournalEntry &entry) { apply(entry); });
    keepMissingRecords();
    connect(&journal, &JournalWriter::appended, this, &SessionRegister::follow);
}

void SessionRegister::follow(const JournalEntry &entry)
{
    const auto *before = session(entry.session);
    const QDateTime activity = before ? before->lastActivity : QDateTime();
    apply(entry);
    if (const auto *after = session(entry.session); after && (!before || after->lastActivity != activity))
        m_activity.insert(entry.session, std::chrono::steady_clock::now());
    // A command may end after its session, and leave it another working directory.
    const auto *record = session(entry.session);
    if (record && record->state == SessionState::Disconnected
        && (std::holds_alternative<Event::SessionDisconnected>(entry.event)
            || std::holds_alternative<Event::CommandFinished>(entry.event)))
        m_store.saveSession(*record);
    if (const auto *removed = std::get_if<Event::ContentRemoved>(&entry.event))
        keepRemoval(entry, *removed);
}

/// It comes long after the session, which is hardly in memory any more.
void SessionRegister::keepRemoval(const JournalEntry &entry, const Event::ContentRemoved &removed)
{
    if (auto record = recallSession(entry.session)) {
        noteRemoval(*record, removed, entry.time);
        m_store.saveSession(*record);
    }
}

/// Once for a database of an earlier version: all entries of a session are read, however many there are, some at a time.
void SessionRegister::keepMissingRecords()
{
    for (const SessionId id : m_store.sessionsWithoutRecord()) {
        Projection past;
        for (auto batch = m_store.entries(0, EntriesAtOnce, id); !batch.empty();
            batch = m_store.entries(batch.back().number, EntriesAtOnce, id)) {
            for (const auto &entry : batch)
                past.apply(entry);
        }
        if (const auto *record = past.session(id))
            m_store.saveSession(*record);
    }
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
        m_ended.remove(entry.session);
        m_activity.remove(entry.session);
        m_closed.append(entry.session);
        m_inventory.setHolder(entry.device, {}, {}, {});
        forgetOldest();
    } else if (std::holds_alternative<Event::ApprovalRequested>(entry.event)) {
        m_held.insert(entry.command, entry.session);
    } else if (std::holds_alternative<Event::CommandAccepted>(entry.event)) {
        m_held.remove(entry.command);
        m_open.insert(entry.command, entry.session);
    } else if (std::holds_alternative<Event::CommandSent>(entry.event)) {
        m_sent.insert(entry.command, entry.time);
    } else if (std::holds_alternative<Event::CommandFinished>(entry.event)) {
        m_open.remove(entry.command);
        m_sent.remove(entry.command);
        forgetEnded(entry.session, entry.command);
    } else if (std::holds_alternative<Event::CommandRejected>(entry.event)) {
        m_held.remove(entry.command);
        forgetEnded(entry.session, entry.command);
    }
}

/// The journal keeps them.
void SessionRegister::forgetEnded(SessionId session, CommandId command)
{
    if (!m_live.contains(session))
        return;
    QList<CommandId> &ended = m_ended[session];
    ended.append(command);
    if (ended.size() > KeptEnded)
        m_projection.forget(ended.takeFirst());
}

std::optional<SessionRegister::Monotonic> SessionRegister::lastActivity(SessionId id) const
{
    const auto found = m_activity.constFind(id);
    return found == m_activity.cend() ? std::nullopt : std::optional(*found);
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

std::vector<const CommandRecord *> SessionRegister::commandsOf(SessionId session) const
{
    std::vector<const CommandRecord *> commands;
    for (const CommandRecord &command : m_projection.commands()) {
        if (command.session == session)
            commands.push_back(&command);
    }
    return commands;
}

std::optional<SessionRegister::Recalled> SessionRegister::recall(CommandId id) const
{
    if (const auto *known = command(id))
        return Recalled{*known, *session(known->session)};
    const auto about = m_store.entriesOf(id);
    if (about.empty())
        return {};
    Projection past;
    for (const auto &entry : about)
        past.apply(entry);
    const auto *command = past.command(id);
    const auto session = recallSession(about.front().session);
    return command && session ? std::optional(Recalled{*command, *session}) : std::nullopt;
}

Result<void> SessionRegister::requireKept(CommandId id, ContentKind what) const
{
    const auto recalled = recall(id);
    return recalled ? Sonde::requireKept(recalled->session, what, id) : Result<void>();
}

std::optional<SessionRecord> SessionRegister::recallSession(SessionId id) const
{
    const auto *known = session(id);
    return known ? std::optional(*known) : m_store.session(id);
}

std::vector<SessionRecord> SessionRegister::recentOn(const DeviceId &device, quint32 most, qsizetype mostBytes) const
{
    std::vector<SessionRecord> found;
    qsizetype bytes = 0;
    for (const SessionId id : m_store.sessionsOn(device, most)) {
        auto record = recallSession(id);
        if (!record)
            continue;
        bytes += Codec::toBytes(*record).size();
        if (bytes > mostBytes)
            break;
        found.push_back(*std::move(record));
    }
    return found;
}

} // namespace Sonde::Service

#include "moc_sessionregister.cpp"
