// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/inventory/inventory.h"
#include "service/store/journalwriter.h"

namespace Sonde::Service {

/// The sessions and commands the journal tells of: all live ones, those with an open command, and the latest closed ones.
class SessionRegister final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionRegister)

public:
    static constexpr quint32 KeptClosed = 200;
    /// Of a live session's commands that have ended.
    static constexpr qsizetype KeptEnded = 2000;

    /// Rebuilds the records from the journal, then follows it.
    SessionRegister(Store &store, JournalWriter &journal, Inventory &inventory, QObject *parent = nullptr);

    [[nodiscard]] SessionId nextSession() { return SessionId(++m_lastSession); }
    [[nodiscard]] CommandId nextCommand() { return CommandId(++m_lastCommand); }
    [[nodiscard]] CommandId lastCommand() const { return CommandId(m_lastCommand); }

    [[nodiscard]] const SessionRecord *session(SessionId id) const { return m_projection.session(id); }
    [[nodiscard]] const CommandRecord *command(CommandId id) const { return m_projection.command(id); }
    /// Those of a session in memory, by id.
    [[nodiscard]] std::vector<const CommandRecord *> commandsOf(SessionId session) const;
    /// A command and its session, also when they are no longer in memory.
    struct Recalled {
        CommandRecord command;
        SessionRecord session;
    };
    [[nodiscard]] std::optional<Recalled> recall(CommandId id) const;
    /// ContentRemoved when retention has removed what this command printed or brought.
    [[nodiscard]] Result<void> requireKept(CommandId id, ContentKind what) const;
    /// A session, also when it is no longer in memory.
    [[nodiscard]] std::optional<SessionRecord> recallSession(SessionId id) const;
    /// When something was last done in a live session; nothing: not since the service started. Other than the times of its record it knows
    /// of no clock that somebody sets.
    using Monotonic = std::chrono::steady_clock::time_point;
    [[nodiscard]] std::optional<Monotonic> lastActivity(SessionId id) const;
    [[nodiscard]] bool isLive(SessionId id) const { return m_live.contains(id); }
    [[nodiscard]] const QSet<SessionId> &live() const { return m_live; }
    [[nodiscard]] qsizetype liveOf(const UserName &user) const;
    /// Commands that have not ended, by id.
    [[nodiscard]] const QMap<CommandId, SessionId> &open() const { return m_open; }
    [[nodiscard]] QList<CommandId> openOf(SessionId session) const { return m_open.keys(session); }
    /// Lines that wait for a second person.
    [[nodiscard]] const QMap<CommandId, SessionId> &held() const { return m_held; }
    /// When an open command was first sent to its device; invalid: not yet.
    [[nodiscard]] QDateTime sentAt(CommandId id) const { return m_sent.value(id); }
    /// Newest first: those in memory.
    [[nodiscard]] std::vector<SessionRecord> all() const;
    /// The latest sessions on a device, newest first, also those no longer in memory: at most `most`, and only the first of them whose
    /// records fit into `mostBytes`.
    [[nodiscard]] std::vector<SessionRecord> recentOn(const DeviceId &device, quint32 most, qsizetype mostBytes) const;

Q_SIGNALS:
    void changed(Sonde::SessionId session);

private:
    void apply(const JournalEntry &entry);
    void follow(const JournalEntry &entry);
    void keepMissingRecords();
    void keepRemoval(const JournalEntry &entry, const Event::ContentRemoved &removed);
    void applyToIndexes(const JournalEntry &entry);
    void forgetOldest();
    void forgetEnded(SessionId session, CommandId command);

    Store &m_store;
    Inventory &m_inventory;
    Projection m_projection;
    quint64 m_lastSession = 0;
    quint64 m_lastCommand = 0;
    QSet<SessionId> m_live;
    QList<SessionId> m_closed; ///< in the order in which they closed
    QMap<CommandId, SessionId> m_open;
    QMap<CommandId, SessionId> m_held;
    QHash<CommandId, QDateTime> m_sent;
    QHash<SessionId, QList<CommandId>> m_ended; ///< in the order in which they ended
    QHash<SessionId, Monotonic> m_activity;
};

} // namespace Sonde::Service
