// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QHash>
#include <QObject>

namespace Sonde::Client {

/// One session and its commands as the journal has them: the only place of a workstation that keeps them. The command log, the console
/// and the completion are views of it; they refer to its records and copy none.
class CommandRecords final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandRecords)

public:
    explicit CommandRecords(SessionId session, QObject *parent = nullptr);

    /// Folds in what is new: entries of other sessions, and those that came before, are passed over. The signals follow when all of the
    /// entries are in.
    void apply(const std::vector<JournalEntry> &entries);

    [[nodiscard]] SessionId id() const { return m_unknown.id; }
    /// With nothing but its id until the journal has spoken of it.
    [[nodiscard]] const SessionRecord &session() const;
    [[nodiscard]] bool isEnded() const { return session().state == SessionState::Disconnected; }
    /// nullptr when the journal has no such command. A record stays at its address as long as this object lives.
    [[nodiscard]] const CommandRecord *command(CommandId command) const { return m_projection.command(command); }
    /// By number. To be looked through, not to be copied: the addresses of the records would not last.
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_projection.commands(); }
    /// The working directory a command ran in: what its relative paths are relative to.
    [[nodiscard]] QString directoryOf(CommandId command) const { return m_directories.value(command); }
    /// Of the last entry that was folded in.
    [[nodiscard]] quint64 lastNumber() const { return m_projection.lastNumber(); }

Q_SIGNALS:
    /// The journal speaks of it for the first time; changed() follows.
    void added(Sonde::CommandId command);
    void changed(Sonde::CommandId command);
    /// It reached its final state; after changed().
    void finished(Sonde::CommandId command);
    /// After what the same entries say about commands.
    void sessionChanged();

private:
    struct Before {
        bool isNew = false;
        bool wasFinal = false;
    };
    void applyOne(const JournalEntry &entry, std::map<CommandId, Before> &touched);
    void publish(CommandId command, const Before &before);

    SessionRecord m_unknown; ///< until the journal has spoken of it
    Projection m_projection;
    QHash<CommandId, QString> m_directories;
};

} // namespace Sonde::Client
