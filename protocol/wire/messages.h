// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/approval.h"
#include "protocol/access/devicegroup.h"
#include "protocol/access/elevation.h"
#include "protocol/access/roles.h"
#include "protocol/base/devicerecord.h"
#include "protocol/command/rows.h"
#include "protocol/journal/actbook.h"
#include "protocol/journal/activity.h"
#include "protocol/journal/journal.h"
#include "protocol/journal/projection.h"

/// The messages of the wire (subprotocol "sonde.1"), grouped by direction, version first. Each is a CBOR array [kind, {fields}];
/// unknown fields are ignored, an unknown kind is answered with ProtocolError. CommandOutput is the only large one.
namespace Sonde {

inline constexpr quint32 ProtocolVersion = 1;
inline constexpr auto SubProtocol = "sonde.1";
/// No frame or message on any socket is larger.
inline constexpr qsizetype MaxMessageBytes = 1024 * 1024;
/// Control messages (all but CommandOutput, JournalEntries, Devices) are not larger.
inline constexpr qsizetype MaxControlBytes = 64 * 1024;
/// An agent cuts output into chunks of about this size…
inline constexpr qsizetype ChunkBytes = 128 * 1024;
/// …and keeps at most this much unacknowledged per command.
inline constexpr qsizetype OutputWindowBytes = 4 * 1024 * 1024;

/// Declares a message: it is one of AnyMessage by that, its kind and the names of its fields are read from the declaration (codec.h). Each
/// field that can grow has the limit of its name (limits.h), or the message does not compile.
#define SONDE_MESSAGE(Name) SONDE_ALTERNATIVE(Name)
/// Declares a message that only the service sends: it is read without limits but for the size of a message.
#define SONDE_SERVICE_MESSAGE(Name) \
    struct Name; \
    consteval bool isSaidByService(const Name *) \
    { \
        return true; \
    } \
    SONDE_ALTERNATIVE(Name)

/// Somebody who may sign in, or might.
struct UserRecord {
    UserName name;
    QStringList roles;
    bool disabled = false;
    std::optional<QStringList> eligible = {}; ///< the roles that they may take for a time
    std::optional<bool> secondFactor = {};    ///< whether they have one that counts

    bool operator==(const UserRecord &) const = default;
};

/// The last time that somebody changed a setting.
struct SettingChange {
    QString key;
    QString by;
    QDateTime at;
    QString before; ///< its value until then

    bool operator==(const SettingChange &) const = default;
};

/// A certificate of whom the tenant trusts to sign scripts.
struct PublisherRecord {
    QByteArray sha256;
    QString name;
    QDateTime expires;

    bool operator==(const PublisherRecord &) const = default;
};

/// A token for a device that nobody has used yet. The token itself is nowhere.
struct EnrolmentTokenRecord {
    QByteArray sha256; ///< of the token, as text
    QString group;
    QString madeBy; ///< empty: an earlier version made it
    QDateTime expires;

    bool operator==(const EnrolmentTokenRecord &) const = default;
};

namespace Message {
template<int Line> struct At;
constexpr int First = __LINE__;
// clang-format off
// ---- both directions, first of all
SONDE_MESSAGE(Hello) { quint32 oldest = ProtocolVersion; quint32 newest = ProtocolVersion; QString program; QString programVersion; };
SONDE_MESSAGE(ProtocolError) { Error error; };

// ---- agent → service
SONDE_MESSAGE(AgentState) {
    DeviceFacts facts;
    QString instance;                    ///< new with each start of the agent process
    std::vector<CommandId> held;         ///< running, or finished with something not yet acknowledged
    /// The entry of the journal that it was told of last, as a witness (WitnessHead).
    std::optional<quint64> journalNumber = {};
    std::optional<QByteArray> journalHash = {};
    std::optional<QByteArray> journalSignature = {};
};
/// `encoding`: the name of that in which the device writes this command's text ("Shift_JIS"); none: UTF-8.
SONDE_MESSAGE(CommandStarted) { CommandId command; QDateTime at; std::optional<QString> encoding = {}; };
/// Agent → service, and service → workstation as it is.
SONDE_MESSAGE(CommandOutput) { CommandId command; quint32 index = 0; ChunkFormat format = ChunkFormat::Rows; quint32 rows = 0; QByteArray bytes; };
/// `unit`: what `done` and `total` count ("bytes", "files", "folders"). Nothing done of an unknown total: what was reported is over.
/// `bytes`: how much was looked at, where something else is counted.
SONDE_MESSAGE(CommandProgress) { CommandId command; qint64 done = 0; qint64 total = -1; QString what; std::optional<QString> unit = {}; std::optional<qint64> bytes = {}; };
SONDE_MESSAGE(CommandEnded) {
    CommandId command;
    CommandState state = CommandState::Completed; ///< completed, failed, cancelled, expired, interrupted (seen before, nothing known)
    std::vector<Error> errors;
    quint32 chunks = 0;
    std::chrono::microseconds duration{};
    QString workingDirectory;
    std::optional<qint32> exitStatus; ///< of a script
};
/// A getfile has found its file: may it send it? Answered with TransferTicket or TransferRefused; said again on each connection.
SONDE_MESSAGE(OfferEvidence) { CommandId command; SourceFile file; };
/// A putfile or run needs its library file, or a command that examines the one with this hash. Answered likewise.
SONDE_MESSAGE(WantBlob) { CommandId command; std::optional<QByteArray> sha256 = {}; };
/// The isolation of the device is another than it said last. `by`: who changed the rules, which devices came, which code it was.
SONDE_MESSAGE(DeviceIsolation) { IsolationFacts facts; IsolationCause cause = IsolationCause::Ordered; QString by; QDateTime at; };
SONDE_MESSAGE(CancelAnswer) { CommandId command; CancelResult result = CancelResult::Stopped; };
/// The certificate of the device runs out: `csr` asks for another one, in PEM, with a key that the device has just made. Answered with
/// RenewedCertificate.
SONDE_MESSAGE(RenewCertificate) { QString csr; };

// ---- service → agent
SONDE_SERVICE_MESSAGE(RunCommand) {
    CommandId command; SessionId session; Invocation invocation; QString workingDirectory;
    std::chrono::milliseconds timeLimit{}; QCborMap limits; ///< settings the command needs, by their keys
    std::optional<LibraryBlob> blob; ///< of putfile and run
    bool again = false; ///< sent before: the agent may have run it
    std::optional<QString> analyst = {}; ///< of a command that acts: whose it is
    std::optional<std::vector<LibraryBlob>> examinedBy = {}; ///< of a command that examines: the library's rules and hash lists
};
SONDE_SERVICE_MESSAGE(CancelCommand) { CommandId command; };
/// Good once, for one bulk connection (transport/bulkstream.h).
SONDE_SERVICE_MESSAGE(TransferTicket) { CommandId command; QString ticket; };
SONDE_SERVICE_MESSAGE(TransferRefused) { CommandId command; Error error; };
/// Chunks below `next` are stored: the agent may drop them.
SONDE_SERVICE_MESSAGE(OutputStored) { CommandId command; quint32 next = 0; };
/// The end of the command is in the journal: the agent may forget it.
SONDE_SERVICE_MESSAGE(EndStored) { CommandId command; };
/// PEM. From now on the device shows this one; the one before is good until it has.
SONDE_SERVICE_MESSAGE(RenewedCertificate) { QString certificate; };
/// Where the journal is. The agent keeps it and shows it when it comes again: nobody who only has the service's disk can change what was
/// before that unseen.
SONDE_SERVICE_MESSAGE(WitnessHead) { quint64 number = 0; QByteArray hash; QByteArray signature; };

// ---- workstation → service; each is answered with the same request number by a reply below
SONDE_MESSAGE(StartSession) { quint32 request = 0; DeviceId device; QString reason; bool takeOver = false; };
SONDE_MESSAGE(CloseSession) { quint32 request = 0; SessionId session; };
/// `submission` is made by the workstation: the same one twice (after a reconnect) is one command.
SONDE_MESSAGE(SubmitLine) { quint32 request = 0; SessionId session; QString line; QString submission; LineOrigin origin = LineOrigin::Analyst; };
SONDE_MESSAGE(AskCancel) { quint32 request = 0; CommandId command; };
SONDE_MESSAGE(SetBackground) { quint32 request = 0; CommandId command; bool background = true; };
/// This session's entries from `after` on, then each new one as it happens, and the output of its commands as it comes, unless only the
/// journal is wanted. Said again, it replaces what was said before. `acts`: in a session of somebody else, from now on (or not any more);
/// nothing typed there is taken on a connection on which it was not said. None: as it was.
SONDE_MESSAGE(WatchSession) { quint32 request = 0; SessionId session; quint64 after = 0; std::optional<bool> journalOnly = {}; std::optional<bool> acts = {}; };
SONDE_MESSAGE(UnwatchSession) { quint32 request = 0; SessionId session; };
/// The inventory and the sessions, then each change.
SONDE_MESSAGE(WatchTenant) { quint32 request = 0; };
/// Chunks `from`… of a command, answered with CommandOutput messages and a Done.
SONDE_MESSAGE(FetchOutput) { quint32 request = 0; CommandId command; quint32 from = 0; quint32 count = 0; };
SONDE_MESSAGE(FetchJournal) { quint32 request = 0; quint64 after = 0; quint32 most = 0; SessionId session; };
SONDE_MESSAGE(VerifyJournal) { quint32 request = 0; };
SONDE_MESSAGE(FetchEligibility) { quint32 request = 0; DeviceId device; };
SONDE_MESSAGE(MakeEnrolmentToken) { quint32 request = 0; QString group; std::chrono::seconds valid{}; };
/// Those that are good still, answered with EnrolmentTokens.
SONDE_MESSAGE(FetchEnrolmentTokens) { quint32 request = 0; };
/// The token with this hash is good no longer.
SONDE_MESSAGE(WithdrawEnrolmentToken) { quint32 request = 0; QByteArray sha256; };
/// For a device that is isolated and has lost its service. Answered with ReleaseCode.
SONDE_MESSAGE(MakeReleaseCode) { quint32 request = 0; DeviceId device; std::chrono::seconds valid{}; };
SONDE_MESSAGE(AddUser) { quint32 request = 0; UserName user; QString password; QStringList roles; };
/// The evidence of a getfile, whole or still growing; answered with Ticket.
SONDE_MESSAGE(OpenEvidence) { quint32 request = 0; CommandId command; };
/// Answered with Ticket, also when the library has this content already: nothing moves then, but the sender shows that it has it.
SONDE_MESSAGE(OpenUpload) {
    quint32 request = 0; QString name; qint64 size = 0; QByteArray sha256; QString description;
    bool hasParameters = false; QString parametersDescription; bool overwrite = false;
};
/// Some version of a library file; answered with Ticket.
SONDE_MESSAGE(OpenLibraryFile) { quint32 request = 0; QString name; quint32 version = 0; };
SONDE_MESSAGE(DeleteLibraryFile) { quint32 request = 0; QString name; };
/// The newest version of each file; of one file, when `name` is given, all versions, newest first. A message holds some of them: the
/// others are asked for with `from`.
SONDE_MESSAGE(FetchLibrary) { quint32 request = 0; QString name; quint32 from = 0; };
SONDE_MESSAGE(FetchSettings) { quint32 request = 0; };
SONDE_MESSAGE(ChangeSetting) { quint32 request = 0; QString key; QString value; };
/// The acts of all devices that changed after the entry `after` of the journal, those that changed first first. A message holds some of
/// them. From then on ActsChanged says when there is more.
SONDE_MESSAGE(FetchActs) { quint32 request = 0; quint64 after = 0; };
/// Answered with Users: those that are disabled, too.
SONDE_MESSAGE(FetchUsers) { quint32 request = 0; };
/// What is absent stays. Whatever changes but what they are eligible for, the user's tokens are good no longer, and their connections and
/// sessions end.
SONDE_MESSAGE(ChangeUser) { quint32 request = 0; UserName user; std::optional<bool> disabled = {}; std::optional<QStringList> roles = {}; std::optional<QString> password = {}; std::optional<QStringList> eligible = {}; };
/// The user's tokens are good no longer, and their connections end; their sessions stay.
SONDE_MESSAGE(SignOutUser) { quint32 request = 0; UserName user; };
/// Its certificate is good no longer, its connection and session end. What the journal says of it stays.
SONDE_MESSAGE(RemoveDevice) { quint32 request = 0; DeviceId device; };
/// Where the journal is, and the hash of its entry `number`. Answered with JournalHead.
SONDE_MESSAGE(FetchHead) { quint32 request = 0; quint64 number = 0; };
/// Answered with Roles: the built-in ones first.
SONDE_MESSAGE(FetchRoles) { quint32 request = 0; };
SONDE_MESSAGE(AddRole) { quint32 request = 0; RoleDefinition role; };
/// The role of that name becomes this one, for all who have it, at once: sessions and commands that they may not have any more end.
SONDE_MESSAGE(ChangeRole) { quint32 request = 0; RoleDefinition role; };
/// One that nobody has.
SONDE_MESSAGE(RemoveRole) { quint32 request = 0; QString name; };
/// Answered with Groups, by rank.
SONDE_MESSAGE(FetchGroups) { quint32 request = 0; };
/// What a group would take if it had this rank, or the last one that others may have; in place of the one called `name`, if there is one.
/// Answered with GroupPreview.
SONDE_MESSAGE(PreviewGroup) { quint32 request = 0; QString name; DeviceGroup group; std::optional<quint32> rank = {}; };
/// Without a rank it becomes the last but for the ungrouped.
SONDE_MESSAGE(AddGroup) { quint32 request = 0; DeviceGroup group; std::optional<quint32> rank = {}; };
/// The group called `name` becomes this one; another name is taken over by the roles that are for it. Of the ungrouped only the level.
SONDE_MESSAGE(ChangeGroup) { quint32 request = 0; QString name; DeviceGroup group; std::optional<quint32> rank = {}; };
/// One that no role is for.
SONDE_MESSAGE(RemoveGroup) { quint32 request = 0; QString name; };
SONDE_MESSAGE(ChangeTags) { quint32 request = 0; std::vector<DeviceId> devices; QStringList add; QStringList remove; };
/// To what it was before its last change, or before the change that is this entry of the journal.
SONDE_MESSAGE(RevertSetting) { quint32 request = 0; QString key; std::optional<quint64> entry = {}; };
/// Whether live response is on for this server also while it is off for servers.
SONDE_MESSAGE(ExceptServer) { quint32 request = 0; DeviceId device; bool allowed = false; };
/// Whose PowerShell scripts are trusted. Answered with Publishers.
SONDE_MESSAGE(FetchPublishers) { quint32 request = 0; };
/// `certificate`: PEM.
SONDE_MESSAGE(AddPublisher) { quint32 request = 0; QString certificate; };
SONDE_MESSAGE(RemovePublisher) { quint32 request = 0; QByteArray sha256; };
/// That the entries of a session, or all without one, are in the journal as it was when it had `size` entries (0: as it is now). Answered
/// with CaseProof, which holds the hashes from `from` on.
SONDE_MESSAGE(FetchCaseProof) { quint32 request = 0; SessionId session; quint64 size = 0; quint64 from = 0; };
/// What was done in the tenant, newest first: before the entry `before` (0: the newest) and, of what was printed, before the line
/// `beforeLine` (0: the newest). Answered with ActivityPage, which says where the next one begins: askForNext(). `firstLine`: where what was printed began;
/// what was named for a line from there on is not named again.
SONDE_MESSAGE(FetchActivity) { quint32 request = 0; ActivityFilter filter = {}; quint64 before = 0; quint64 beforeLine = 0; quint32 most = 0; std::optional<quint64> firstLine = {}; };

// ---- service → workstation: replies
SONDE_SERVICE_MESSAGE(Done) { quint32 request = 0; };
SONDE_SERVICE_MESSAGE(Refused) { quint32 request = 0; Error error; };
SONDE_SERVICE_MESSAGE(SessionStarted) { quint32 request = 0; SessionRecord session; };
SONDE_SERVICE_MESSAGE(LineTaken) { quint32 request = 0; CommandId command; }; ///< accepted or rejected: the journal says which
SONDE_SERVICE_MESSAGE(JournalPage) { quint32 request = 0; std::vector<JournalEntry> entries; quint64 last = 0; };
/// `removed`: of so many sessions the journal itself says that content was removed (Event::ContentRemoved).
SONDE_SERVICE_MESSAGE(JournalVerdict) { quint32 request = 0; bool whole = false; quint64 entries = 0; quint64 brokenAt = 0; QString reason; std::optional<quint64> removed = {}; };
SONDE_SERVICE_MESSAGE(Eligibility) { quint32 request = 0; std::vector<Condition> conditions; std::vector<SessionRecord> recent; };
SONDE_SERVICE_MESSAGE(EnrolmentToken) { quint32 request = 0; QString token; QDateTime expires; };
/// `tokens`: of all that there are, `total`, those that are good longest.
SONDE_SERVICE_MESSAGE(EnrolmentTokens) { quint32 request = 0; std::vector<EnrolmentTokenRecord> tokens; quint32 total = 0; };
/// Not kept by the service; it is good for that device alone, until it expires.
SONDE_SERVICE_MESSAGE(ReleaseCode) { quint32 request = 0; QString code; QDateTime expires; };
/// A bulk connection may be opened with it, once, within a minute. `sha256` is empty while the content is not yet whole.
SONDE_SERVICE_MESSAGE(Ticket) { quint32 request = 0; QString ticket; qint64 size = 0; QByteArray sha256; };
SONDE_SERVICE_MESSAGE(Library) { quint32 request = 0; std::vector<LibraryFile> files; quint32 total = 0; };
SONDE_SERVICE_MESSAGE(Acts) { quint32 request = 0; std::vector<ActSummary> acts; bool complete = false; };
SONDE_SERVICE_MESSAGE(Users) { quint32 request = 0; std::vector<UserRecord> users; };
/// `signature`: the service's, of number and hash. `asked`: the hash of the entry that was asked for; empty: there is none.
SONDE_SERVICE_MESSAGE(JournalHead) { quint32 request = 0; quint64 number = 0; QByteArray hash; QByteArray signature; QByteArray asked;
    /// Of the tree over the entries up to that one (entrytree.h), the service's signature of it, and the key of both.
    std::optional<QByteArray> root = {}; std::optional<QByteArray> rootSignature = {}; std::optional<QByteArray> key = {}; };
SONDE_SERVICE_MESSAGE(Groups) { quint32 request = 0; std::vector<DeviceGroupRecord> groups; };
/// `devices`: the first of them, by name.
SONDE_SERVICE_MESSAGE(GroupPreview) { quint32 request = 0; quint32 count = 0; std::vector<DeviceId> devices; };
SONDE_SERVICE_MESSAGE(Publishers) { quint32 request = 0; std::vector<PublisherRecord> publishers; };
SONDE_SERVICE_MESSAGE(Roles) { quint32 request = 0; std::vector<RoleRecord> roles; };
/// Also unasked, as request 0: after Welcome, and whenever one has changed.
/// `changes`: of each that somebody has changed, the last time; only where it was asked for.
SONDE_SERVICE_MESSAGE(Settings) { quint32 request = 0; QMap<QString, QString> values; std::optional<std::vector<SettingChange>> changes = {}; };
/// `signature`: the service's, of all but `beside`; `key`: the point that verifies it (proofkey.h). `beside`: the hashes from the one that
/// was asked for on, of `total`.
SONDE_SERVICE_MESSAGE(CaseProof) {
    quint32 request = 0; SessionId session; quint64 size = 0; QByteArray hash; QByteArray root; quint64 entries = 0; QByteArray digest;
    QByteArray signature; QByteArray key; QByteArray beside; quint64 total = 0;
};
/// `complete`: there is nothing further back. `indexed`: later entries than this one are not looked at yet; `last` is the journal's.
SONDE_SERVICE_MESSAGE(ActivityPage) {
    quint32 request = 0; std::vector<ActivityRecord> records; quint64 before = 0; quint64 beforeLine = 0; bool complete = false;
    quint64 indexed = 0; quint64 last = 0; std::optional<quint64> firstLine = {};
};

// ---- service → workstation: unasked
/// `grants`: what the roles give; `level` is for workstations that do not know them. The limits are the settings of this moment; Settings follows them. `countsFrom`: what was before is nobody's inactivity, because the
/// service did not run.
SONDE_SERVICE_MESSAGE(Welcome) { QString tenant; UserName user; QStringList roles; Level level = Level::Basic; quint32 tenantLimit = 0; quint32 userLimit = 0; std::chrono::milliseconds inactivity{}; std::optional<QDateTime> countsFrom = {}; std::optional<std::vector<Grant>> grants = {}; };
/// What whoever is signed in may do is another than Welcome said.
SONDE_SERVICE_MESSAGE(GrantsChanged) { std::vector<Grant> grants; };
SONDE_SERVICE_MESSAGE(JournalEntries) { std::vector<JournalEntry> entries; };
SONDE_SERVICE_MESSAGE(Devices) { std::vector<DeviceRecord> devices; bool complete = false; }; ///< changed or first seen; `complete` ends the first listing
SONDE_SERVICE_MESSAGE(Sessions) { std::vector<SessionRecord> sessions; bool complete = false; };
/// Some file of the library is new, changed or gone: fetch it again.
SONDE_SERVICE_MESSAGE(LibraryChanged) { };
/// Some act began, went on or was taken back: fetch what is new.
SONDE_SERVICE_MESSAGE(ActsChanged) { };

// ---- roles for a time, and second persons
/// For oneself, or for `user` by who administers users. In place of an elevation to the same role that is under way.
SONDE_MESSAGE(ElevateRole) { quint32 request = 0; std::optional<UserName> user = {}; QString role; std::chrono::seconds valid{}; QString reason; };
SONDE_MESSAGE(EndElevation) { quint32 request = 0; std::optional<UserName> user = {}; QString role; };
/// Those of everybody for who administers users, else one's own.
SONDE_MESSAGE(FetchElevations) { quint32 request = 0; };
/// Those that one may decide about, and one's own.
SONDE_MESSAGE(FetchApprovals) { quint32 request = 0; };
/// What the device said that it would do.
SONDE_MESSAGE(FetchApprovalPlan) { quint32 request = 0; CommandId command; };
/// Nobody decides about their own.
SONDE_MESSAGE(DecideApproval) { quint32 request = 0; CommandId command; bool approved = false; QString reason; };
/// Also unasked, as request 0: one's own, after Welcome and whenever they are others. `eligible`: the roles that one may take for a time;
/// `gives`: what those would give.
SONDE_SERVICE_MESSAGE(Elevations) { quint32 request = 0; std::vector<ElevationRecord> elevations; QStringList eligible; std::optional<std::vector<Grant>> gives = {}; };
/// Also unasked, as request 0, whenever they are others.
SONDE_SERVICE_MESSAGE(Approvals) { quint32 request = 0; std::vector<ApprovalRecord> approvals; };
/// To whose session it is, and to everybody who reads along in it: who they are besides its owner, whenever they are others.
SONDE_SERVICE_MESSAGE(SessionWatchers) { SessionId session; QStringList watchers; };
/// To who administers users, at once and at each sign-in while it is good: the account that is armed only at the service's own console.
/// `address`: where it is used from. No `until`: it is good for nothing any more.
SONDE_SERVICE_MESSAGE(BreakGlass) { UserName user; std::optional<QDateTime> until = {}; std::optional<QString> address = {}; };
/// `rows`: chunks of the verb's rows (protocol/command/rows.h).
SONDE_SERVICE_MESSAGE(ApprovalPlan) { quint32 request = 0; QString verb; std::vector<QByteArray> rows; };

// ---- a second factor (TOTP, RFC 6238)
/// One's own. Answered with SecondFactor.
SONDE_MESSAGE(FetchSecondFactor) { quint32 request = 0; };
/// A new secret for oneself, which counts once a code of it was shown; until then the one before does. Answered with SecondFactorSecret.
SONDE_MESSAGE(MakeSecondFactor) { quint32 request = 0; };
/// A code of one's own, good once. What needs a second factor holds from then on for this sign-in, for twelve hours.
SONDE_MESSAGE(ShowSecondFactor) { quint32 request = 0; QString code; };
/// That of somebody who has lost it. Their tokens are good no longer, and their connections end; their sessions stay.
SONDE_MESSAGE(RemoveSecondFactor) { quint32 request = 0; UserName user; };
/// Also unasked, as request 0: after Welcome, and whenever it is another. `shown`: it holds for this sign-in.
SONDE_SERVICE_MESSAGE(SecondFactor) { quint32 request = 0; SecondFactorState state = SecondFactorState::None; bool shown = false; };
/// Base32, without spaces. It is said only once.
SONDE_SERVICE_MESSAGE(SecondFactorSecret) { quint32 request = 0; QString secret; };
// clang-format on
constexpr int Last = __LINE__;
} // namespace Message

/// One of the messages above. Its copies, moves and destruction are compiled once, in messages.cpp: a variant of this size made in every
/// file that sends a message was most of the build's time.
class AnyMessage final : public Alternatives<Message::At, Message::First, Message::Last>
{
public:
    template<typename T>
        requires(isAlternative<T, AnyMessage::variant>)
    AnyMessage(T message)
        : AnyMessage(alternativeIndex<T>(static_cast<const variant *>(nullptr)), &message)
    {
    }
    AnyMessage();
    AnyMessage(const AnyMessage &);
    AnyMessage(AnyMessage &&) noexcept;
    AnyMessage &operator=(const AnyMessage &);
    AnyMessage &operator=(AnyMessage &&) noexcept;
    ~AnyMessage();
    bool operator==(const AnyMessage &) const = delete;
    bool operator<(const AnyMessage &) const = delete;

private:
    AnyMessage(size_t alternative, void *content);
};

[[nodiscard]] QByteArray encode(const AnyMessage &message);
/// ProtocolViolation with the reason (unknown kind, missing field, wrong type, too deep, trailing bytes) when it is not a message.
[[nodiscard]] Result<AnyMessage> decode(const QByteArray &bytes);
/// As much of it as the other side lets in: what is longer is cut, of errors that are too many some are only counted.
[[nodiscard]] AnyMessage withinLimits(AnyMessage message);
/// Asks for what comes after this page.
void askForNext(Message::FetchActivity &wanted, const Message::ActivityPage &page);
/// For `trace` and people.
[[nodiscard]] QJsonObject toJson(const AnyMessage &message);

} // namespace Sonde
