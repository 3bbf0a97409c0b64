// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/journal.h"

#include <optional>

/// What the journal's entries say, folded into records. The service rebuilds its state with it, the workstation's models show it:
/// because both fold with the same code they cannot disagree.
namespace Sonde {

struct CommandRecord {
    CommandId id;
    SessionId session;
    QString line;
    Invocation invocation;
    CommandState state = CommandState::Created;
    bool background = false;
    bool cancelAsked = false;
    std::optional<CancelResult> cancelResult;
    QDateTime accepted;
    QDateTime finished;
    std::chrono::microseconds duration{};
    std::vector<Error> errors;
    quint32 chunks = 0;
    quint64 rows = 0;
    quint64 bytes = 0;
    std::optional<QByteArray> outputSha256; ///< over all of its output, once it has ended
    std::optional<qint32> exitStatus;
    std::optional<EvidenceRecord> evidence;             ///< of a getfile
    std::optional<LibraryBlob> file;                    ///< of a putfile or run
    std::optional<std::vector<LibraryBlob>> examinedBy; ///< the rules and hash lists of a command that examines
    LineOrigin origin = LineOrigin::Analyst;
    QString encoding;                            ///< of its text; empty: UTF-8
    std::optional<QDateTime> approvalUntil = {}; ///< of one that was held: it was denied by itself then
    std::optional<QString> approvedBy = {};      ///< none: nobody had to
    std::optional<QString> typedBy =
        {}; ///< a user, or "service" for what nobody typed; none: kept by an earlier version
};

/// It ended, and what it printed or brought is not all that was asked for: it failed or was stopped, or could not look everywhere.
[[nodiscard]] bool isPartial(const CommandRecord &command);

/// Content of a session that its tenant keeps for so many days and no longer.
struct ContentRemoval {
    QDateTime at;
    quint32 days = 0;
};

struct SessionRecord {
    SessionId id;
    DeviceId device;
    QString createdBy;
    QString reason;
    SessionState state = SessionState::Created;
    QDateTime started;
    QDateTime ended;
    QDateTime lastActivity; ///< typed, started, finished: what the inactivity limit counts from
    std::optional<EndReason> endReason;
    QString endDetail;
    QString workingDirectory = QStringLiteral("/");
    quint32 commandCount = 0;
    std::optional<ContentRemoval> outputRemoved = {};
    std::optional<ContentRemoval> evidenceRemoved = {};
    std::optional<QString> endedBy = {}; ///< a user, or "service"; none: kept by an earlier version
    std::optional<QStringList> acting =
        {}; ///< who acts in it, and is not who opened it; once for each place they do it from
};

/// Who typed it; of what an earlier version kept, who opened its session.
[[nodiscard]] QString typistOf(const SessionRecord &session, const CommandRecord &command);
/// Who typed it, where that is not who opened its session: whoever administers the tenant may type in the sessions of others.
[[nodiscard]] QString otherTypist(const SessionRecord &session, const CommandRecord &command);

/// Whoever ended it, where that is a person and not who opened it; empty otherwise.
[[nodiscard]] QString otherEnder(const SessionRecord &session);

/// SessionClosed (facts: since; holder, whoever ended it, where that was somebody else) of one that has ended.
[[nodiscard]] Error sessionEnded(const SessionRecord &session);

/// Enters what retention has removed of a session.
void noteRemoval(SessionRecord &session, const Event::ContentRemoved &removed, const QDateTime &time);
/// ContentRemoved (facts: why, which is its kind; since; limit, in days) when retention has removed what this command of the session
/// printed or brought.
[[nodiscard]] Result<void> requireKept(const SessionRecord &session, ContentKind what, CommandId command);
/// ContentRemoved for each kind that the command had and retention has removed.
[[nodiscard]] std::vector<Error> removalsOf(const SessionRecord &session, const CommandRecord &command);

/// The sessions and commands of a journal (or of a part of it), by id.
class Projection final
{
public:
    /// Applies one entry; entries at or below `lastNumber()` are ignored, so a replay doubles nothing.
    void apply(const JournalEntry &entry);

    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    [[nodiscard]] const SessionRecord *session(SessionId id) const;
    [[nodiscard]] const CommandRecord *command(CommandId id) const;
    [[nodiscard]] const QMap<SessionId, SessionRecord> &sessions() const { return m_sessions; }
    [[nodiscard]] const QMap<CommandId, CommandRecord> &commands() const { return m_commands; }
    /// Drops a session and its commands from memory (the journal keeps them).
    void forget(SessionId id);
    /// Drops a command that has ended.
    void forget(CommandId id);

private:
    void applyToSession(const JournalEntry &entry);
    void applyToCommand(const JournalEntry &entry);
    [[nodiscard]] bool isHeld(CommandId id) const;

    quint64 m_lastNumber = 0;
    QMap<SessionId, SessionRecord> m_sessions;
    QMap<CommandId, CommandRecord> m_commands;
};

} // namespace Sonde
