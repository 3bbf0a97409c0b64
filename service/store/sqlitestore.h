// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <map>

namespace Sonde::Service {

class WalCheckpointer;

/// A tenant in one SQLite file, in WAL mode with this one writer.
///
/// What it guarantees: a commit is in the operating system's hands before commit() returns (synchronous=NORMAL: written, not flushed), so
/// ending this process at any moment, also by kill -9, loses nothing that was committed and nothing half-written is ever seen. When the
/// machine itself loses power, at most the commits since WalCheckpointer last flushed the log are gone (about two seconds), never a part of
/// one; agents then answer a command they have seen before with `interrupted`, so it cannot run twice.
/// The journal refuses UPDATE and DELETE, and so does the output, but for bytes that give way to their hash.
class SqliteStore final : public Store
{
    Q_OBJECT

public:
    /// Opens or creates `path`; StorageFailed with the engine's words.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const QString &path);
    ~SqliteStore() override;

    [[nodiscard]] bool hasUncommitted() const override { return m_inTransaction; }
    [[nodiscard]] Result<void> commit() override;
    void synchronize() override;
    [[nodiscard]] quint64 commits() const override;
    [[nodiscard]] quint64 flushedCommits() const override;

    void append(const JournalEntry &entry) override;
    [[nodiscard]] JournalHead head() override;
    [[nodiscard]] std::vector<JournalEntry> entries(quint64 after, quint32 most, SessionId session) override;
    void visitHashes(const std::function<void(const QByteArray &)> &visit) override;
    void replayActs(const std::function<void(const JournalEntry &)> &visit) override;
    void replay(quint32 recent, const std::function<void(const JournalEntry &)> &visit) override;
    [[nodiscard]] SessionId lastSession() override;
    [[nodiscard]] CommandId lastCommand() override;
    [[nodiscard]] std::vector<JournalEntry> entriesOf(CommandId command) override;
    [[nodiscard]] std::vector<SessionId> sessionsOn(DeviceId device, quint32 most) override;
    void saveSession(const SessionRecord &session) override;
    [[nodiscard]] std::optional<SessionRecord> session(SessionId id) override;
    [[nodiscard]] std::vector<SessionId> sessionsWithoutRecord() override;
    void addCheckpoint(const Checkpoint &checkpoint) override;
    [[nodiscard]] std::optional<SignedHead> signedHead() override;
    void saveSignedHead(const SignedHead &head) override;
    [[nodiscard]] const OutputChain &outputChain() override;

    void addOutput(const Message::CommandOutput &chunk) override;
    [[nodiscard]] std::optional<Message::CommandOutput> output(CommandId command, quint32 index) override;
    [[nodiscard]] quint32 outputCount(CommandId command) override;

    [[nodiscard]] std::vector<ClosedSession> sessionsClosed(
        quint64 after, const QDateTime &until, ContentKind what, quint32 most) override;
    void noteNothingToRemove(SessionId session, ContentKind what) override;
    [[nodiscard]] std::vector<StoredRemoval> removalsUnderway() override;
    void finishRemoval(const StoredRemoval &removal) override;
    [[nodiscard]] std::vector<CommandId> commandsOf(SessionId session) override;
    [[nodiscard]] ContentSize outputOf(SessionId session) override;
    void removeOutput(const Message::CommandOutput &chunk) override;
    [[nodiscard]] std::vector<StoredEvidence> evidenceOf(SessionId session) override;
    [[nodiscard]] bool isEvidenceKept(const QByteArray &sha256) override;

    void addSubmission(SessionId session, const QString &submission, CommandId command) override;
    [[nodiscard]] CommandId submitted(SessionId session, const QString &submission) override;
    void dropSubmissions(SessionId session) override;

    void saveUser(const StoredUser &user) override;
    [[nodiscard]] std::optional<StoredUser> user(const UserName &name) override;
    [[nodiscard]] std::vector<StoredUser> users() override;
    [[nodiscard]] bool hasUsers() override;
    void saveDevice(const StoredDevice &device) override;
    void dropDevice(const DeviceId &device) override;
    [[nodiscard]] std::vector<StoredDevice> devices() override;
    void saveToken(SecretKind kind, const StoredToken &token) override;
    [[nodiscard]] std::optional<StoredToken> token(SecretKind kind, const QByteArray &hash) override;
    [[nodiscard]] std::vector<StoredToken> tokens(SecretKind kind) override;
    void dropToken(SecretKind kind, const QByteArray &hash) override;
    void dropTokensOf(SecretKind kind, const QString &owner) override;
    void dropExpiredTokens(const QDateTime &now) override;
    void saveSecondFactor(const UserName &user, const StoredSecondFactor &factor) override;
    void dropSecondFactor(const UserName &user) override;
    [[nodiscard]] std::optional<StoredSecondFactor> secondFactor(const UserName &user) override;
    void saveLibraryFile(const LibraryFile &file) override;
    void dropLibraryFile(const QString &name) override;
    [[nodiscard]] std::vector<LibraryFile> libraryFiles() override;
    void saveElevation(const ElevationRecord &elevation) override;
    void dropElevation(const UserName &user, const QString &role) override;
    [[nodiscard]] std::vector<ElevationRecord> elevations() override;
    void saveGroups(const std::vector<DeviceGroupRecord> &groups) override;
    [[nodiscard]] std::vector<DeviceGroupRecord> groups() override;
    [[nodiscard]] std::vector<SettingChange> settingChanges() override;
    [[nodiscard]] bool isUpToDate() override;
    void setUpToDate() override;
    void saveRole(const RoleRecord &role) override;
    void dropRole(const QString &name) override;
    [[nodiscard]] std::vector<RoleRecord> roles() override;
    void saveSetting(const SettingChange &change, const QString &value) override;
    [[nodiscard]] QMap<QString, QString> settings() override;

private:
    explicit SqliteStore(const QSqlDatabase &database);

    [[nodiscard]] QSqlQuery &prepared(const char *sql);
    /// Runs a statement with its values bound in order; a failure is kept for the next commit().
    QSqlQuery &run(const char *sql, const QVariantList &values);
    void write(const char *sql, const QVariantList &values);
    void writeAgain();
    [[nodiscard]] quint64 number(const char *sql, const QVariantList &values = {});
    [[nodiscard]] std::vector<SessionId> sessionIds(const char *sql, const QVariantList &values = {});
    void indexSession(const JournalEntry &entry);
    void indexCommand(const JournalEntry &entry);
    void indexRemoval(const JournalEntry &entry);

    QSqlDatabase m_database;
    std::map<const char *, QSqlQuery> m_prepared;
    std::vector<std::pair<const char *, QVariantList>> m_writes; ///< since the last commit
    bool m_inTransaction = false;
    bool m_isFull = false; ///< the last commit found no room: the writes wait for another one
    std::optional<Error> m_failure;
    std::optional<OutputChain> m_chain;
    std::unique_ptr<WalCheckpointer> m_checkpointer;
};

/// The rows that a command printed, in its chunks, by a read-only connection of its own: for another thread than the store's. What is not
/// committed is not there. StorageFailed; TooLarge, before anything is read, when they have more than `most` bytes.
[[nodiscard]] Result<std::vector<QByteArray>> readRowChunks(const QString &path, CommandId command, qint64 most);

} // namespace Sonde::Service
