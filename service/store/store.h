// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/wire/messages.h"
#include "service/store/outputchain.h"

#include <functional>

namespace Sonde::Service {

struct StoredUser {
    UserName name;
    QByteArray passwordHash; ///< empty: cannot sign in with a password
    QStringList roles;
    bool disabled = false;     ///< may not sign in
    QStringList eligible = {}; ///< roles that they may take for a time
};

struct StoredDevice {
    DeviceId id;
    QByteArray certificate; ///< SHA-256 of the one certificate it may show
    QString group;          ///< the label it was enrolled with; which group it is in, the rules of groups say
    QStringList tags;
    DeviceFacts facts;
    QDateTime firstSeen;
    QDateTime lastSeen;
    QByteArray nextCertificate = {}; ///< of the one it was given last and has not shown yet
    bool serverException = false;    ///< live response is on for it also while it is off for servers
};

/// What somebody shows codes of. Both are sealed secrets (secondfactors.h).
struct StoredSecondFactor {
    QByteArray secret;   ///< empty: none was confirmed
    QByteArray pending;  ///< made, but not confirmed
    qint64 lastStep = 0; ///< of the last code that was shown: none up to it is good any more

    bool operator==(const StoredSecondFactor &) const = default;
};

/// A secret we handed out, known here by its hash alone. `owner` is the user of an access token, the group of an enrolment token.
struct StoredToken {
    QByteArray hash;
    QString owner;
    QString boundTo; ///< the address it may be used from; empty: any
    QDateTime expires;
    QDateTime last = {};         ///< it is not good for longer than this, however often it is used
    QString madeBy = {};         ///< of an enrolment token
    QDateTime secondFactor = {}; ///< until when a second factor holds that was shown with it; long ago: none was
};

/// Which secrets a token table holds; a token of one kind is never good for another.
enum class SecretKind { Access, Enrolment };

/// A signed statement that entry `number` had this hash: a journal that lacks it, or has another, was cut or rewritten.
struct Checkpoint {
    quint64 number = 0;
    QByteArray hash;
    QByteArray signature;
    QByteArray root = {}; ///< of the tree over the entries up to it (entrytree.h); empty where it is not asked for
};

/// Where the journal ends: what the next entry goes on from.
struct JournalHead {
    quint64 number = 0;
    QDateTime time;
    QByteArray hash;
};

/// What is signed at every commit: where the journal is, and what all output comes to. Whoever changes the tables without the key cannot
/// make another.
struct SignedHead {
    quint64 number = 0;
    QByteArray hash;
    OutputChain outputs;
    quint64 since =
        0; ///< behind this entry there is a checkpoint at least every so often; an earlier version was not so strict
    QByteArray signature;
    QByteArray peaks =
        {}; ///< of the tree over all entries, which need no signature: the hashes say what they are. Empty: not known
};

/// A session that has closed.
struct ClosedSession {
    quint64 entry = 0; ///< by which it closed
    SessionId session;
    DeviceId device;
    bool hasEnded = true; ///< all of its commands, too
    bool isSaid = false;  ///< what became of the content that was asked for
};

/// Content of a session that an entry says is removed.
struct StoredRemoval {
    ContentKind what = ContentKind::Output;
    SessionId session;
    quint64 entry = 0;
};

/// How much there is of a kind of content.
struct ContentSize {
    quint32 count = 0; ///< commands
    quint64 bytes = 0;
};

/// A file that a command brought.
struct StoredEvidence {
    CommandId command;
    qint64 size = 0;
    QByteArray sha256;
};

/// Where a tenant is kept: the journal, the output beside it, and the tables that are no history. Not thread-safe.
///
/// Writes belong to one open transaction that the first of them begins; commit() ends it. A write that failed makes the next commit()
/// fail, so callers need not look at each one. Reads see the open transaction. When there was no room (NoSpace), what was to be written is
/// kept, and commit() tries again.
class Store : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool hasUncommitted() const = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    /// Everything committed so far has reached the disk when this returns.
    virtual void synchronize() = 0;
    /// Since it was opened; and how many of them have reached the disk, which they do by themselves after some seconds.
    [[nodiscard]] virtual quint64 commits() const = 0;
    [[nodiscard]] virtual quint64 flushedCommits() const = 0;

    // ---- journal
    virtual void append(const JournalEntry &entry) = 0;
    [[nodiscard]] virtual JournalHead head() = 0;
    /// At most `most` entries above `after`, in order; of one session when that is valid.
    [[nodiscard]] virtual std::vector<JournalEntry> entries(quint64 after, quint32 most, SessionId session = {}) = 0;
    /// The hashes of all entries, in order.
    virtual void visitHashes(const std::function<void(const QByteArray &)> &visit) = 0;
    /// All about one command, in order.
    [[nodiscard]] virtual std::vector<JournalEntry> entriesOf(CommandId command) = 0;
    /// In order, the entries of every session that is live, has an open command or is one of the latest `recent`.
    virtual void replay(quint32 recent, const std::function<void(const JournalEntry &)> &visit) = 0;
    /// In order, the entries about acts, of all devices.
    virtual void replayActs(const std::function<void(const JournalEntry &)> &visit) = 0;
    [[nodiscard]] virtual SessionId lastSession() = 0;
    [[nodiscard]] virtual CommandId lastCommand() = 0;
    /// The latest sessions on a device, newest first.
    [[nodiscard]] virtual std::vector<SessionId> sessionsOn(DeviceId device, quint32 most) = 0;
    /// What all entries of an ended session fold into, so that nobody has to read them again.
    virtual void saveSession(const SessionRecord &session) = 0;
    [[nodiscard]] virtual std::optional<SessionRecord> session(SessionId id) = 0;
    /// Ended sessions that an earlier version kept without their record.
    [[nodiscard]] virtual std::vector<SessionId> sessionsWithoutRecord() = 0;
    virtual void addCheckpoint(const Checkpoint &checkpoint) = 0;
    [[nodiscard]] virtual std::optional<SignedHead> signedHead() = 0;
    virtual void saveSignedHead(const SignedHead &head) = 0;
    [[nodiscard]] virtual const OutputChain &outputChain() = 0;

    // ---- output
    virtual void addOutput(const Message::CommandOutput &chunk) = 0;
    [[nodiscard]] virtual std::optional<Message::CommandOutput> output(CommandId command, quint32 index) = 0;
    /// With those whose bytes were removed, which output() has not.
    [[nodiscard]] virtual quint32 outputCount(CommandId command) = 0;

    // ---- what is not kept for ever
    /// At most `most` that closed by entries above `after`, up to this time, in order.
    [[nodiscard]] virtual std::vector<ClosedSession> sessionsClosed(
        quint64 after, const QDateTime &until, ContentKind what, quint32 most) = 0;
    /// There is no content of this kind, so nothing is to be said of it.
    virtual void noteNothingToRemove(SessionId session, ContentKind what) = 0;
    /// What an entry says is removed, and may still be there, oldest first.
    [[nodiscard]] virtual std::vector<StoredRemoval> removalsUnderway() = 0;
    virtual void finishRemoval(const StoredRemoval &removal) = 0;
    /// Of a session, by id.
    [[nodiscard]] virtual std::vector<CommandId> commandsOf(SessionId session) = 0;
    /// That is still there. Looks at each chunk.
    [[nodiscard]] virtual ContentSize outputOf(SessionId session) = 0;
    /// The bytes of a chunk give way to their SHA-256.
    virtual void removeOutput(const Message::CommandOutput &chunk) = 0;
    [[nodiscard]] virtual std::vector<StoredEvidence> evidenceOf(SessionId session) = 0;
    /// Whether a session has brought this content of which no entry says that it is removed.
    [[nodiscard]] virtual bool isEvidenceKept(const QByteArray &sha256) = 0;

    // ---- submissions of open sessions
    virtual void addSubmission(SessionId session, const QString &submission, CommandId command) = 0;
    [[nodiscard]] virtual CommandId submitted(SessionId session, const QString &submission) = 0;
    virtual void dropSubmissions(SessionId session) = 0;

    // ---- people, devices, secrets, settings
    virtual void saveUser(const StoredUser &user) = 0;
    [[nodiscard]] virtual std::optional<StoredUser> user(const UserName &name) = 0;
    [[nodiscard]] virtual std::vector<StoredUser> users() = 0;
    [[nodiscard]] virtual bool hasUsers() = 0;
    virtual void saveDevice(const StoredDevice &device) = 0;
    virtual void dropDevice(const DeviceId &device) = 0;
    [[nodiscard]] virtual std::vector<StoredDevice> devices() = 0;
    virtual void saveToken(SecretKind kind, const StoredToken &token) = 0;
    [[nodiscard]] virtual std::optional<StoredToken> token(SecretKind kind, const QByteArray &hash) = 0;
    /// Those that have expired, too.
    [[nodiscard]] virtual std::vector<StoredToken> tokens(SecretKind kind) = 0;
    virtual void dropToken(SecretKind kind, const QByteArray &hash) = 0;
    virtual void dropTokensOf(SecretKind kind, const QString &owner) = 0;
    virtual void dropExpiredTokens(const QDateTime &now) = 0;
    virtual void saveSecondFactor(const UserName &user, const StoredSecondFactor &factor) = 0;
    virtual void dropSecondFactor(const UserName &user) = 0;
    [[nodiscard]] virtual std::optional<StoredSecondFactor> secondFactor(const UserName &user) = 0;
    /// Adds a version of a library file, or replaces what is known of it.
    virtual void saveLibraryFile(const LibraryFile &file) = 0;
    /// With all its versions.
    virtual void dropLibraryFile(const QString &name) = 0;
    /// All versions of all files, each file's oldest first.
    [[nodiscard]] virtual std::vector<LibraryFile> libraryFiles() = 0;
    virtual void saveRole(const RoleRecord &role) = 0;
    virtual void dropRole(const QString &name) = 0;
    /// The custom ones, by name.
    [[nodiscard]] virtual std::vector<RoleRecord> roles() = 0;
    /// In place of that of the same user to the same role.
    virtual void saveElevation(const ElevationRecord &elevation) = 0;
    virtual void dropElevation(const UserName &user, const QString &role) = 0;
    [[nodiscard]] virtual std::vector<ElevationRecord> elevations() = 0;
    /// All of them, by rank.
    virtual void saveGroups(const std::vector<DeviceGroupRecord> &groups) = 0;
    [[nodiscard]] virtual std::vector<DeviceGroupRecord> groups() = 0;
    /// `change`: who did it, and what it was before.
    virtual void saveSetting(const SettingChange &change, const QString &value) = 0;
    /// Of each that was changed, the last time; those that an earlier version changed are not among them.
    [[nodiscard]] virtual std::vector<SettingChange> settingChanges() = 0;
    /// Whether what an earlier version kept was made into what this one keeps; not of a new tenant either.
    [[nodiscard]] virtual bool isUpToDate() = 0;
    virtual void setUpToDate() = 0;
    [[nodiscard]] virtual QMap<QString, QString> settings() = 0;

Q_SIGNALS:
    /// The first write since the last commit.
    void transactionBegun();
    /// What belongs to the commit is written now.
    void aboutToCommit();
};

} // namespace Sonde::Service
