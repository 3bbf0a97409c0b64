// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/devicegroup.h"
#include "protocol/access/roles.h"
#include "protocol/acts/act.h"
#include "protocol/base/alternatives.h"
#include "protocol/base/identifiers.h"
#include "protocol/base/isolation.h"
#include "protocol/base/tenantfiles.h"
#include "protocol/command/grammar.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <optional>
#include <vector>

/// The journal is the truth: everything that happens in a tenant is an entry, and all state is what the entries say (projection.h).
namespace Sonde {

/// Declares an event: it is one of JournalEvent by that, its kind and the names of its facts are read from the declaration (codec.h).
#define SONDE_EVENT(Name) SONDE_ALTERNATIVE(Name)

namespace Event {
template<int Line> struct At;
constexpr int First = __LINE__;
// clang-format off
/// `signsHead`: from here on the end of the journal is signed at each commit.
SONDE_EVENT(ServiceStarted) { QString version; std::optional<bool> signsHead = {}; };
SONDE_EVENT(ServiceStopped) { };
/// `credential`: SHA-256 of what is kept of the password.
SONDE_EVENT(UserAdded) { UserName user; QStringList roles; std::optional<QByteArray> credential = {}; };
/// `token`: the hash by which the access token is known.
SONDE_EVENT(SignedIn) { QString address; std::optional<QByteArray> token = {}; };
SONDE_EVENT(SignInRefused) { QString address; QString user; };
/// The access token of a sign-in is good no longer, and its connections were ended.
SONDE_EVENT(SignedOut) { QString address; };
/// `token`: the hash by which it is known.
SONDE_EVENT(EnrolmentTokenMade) { QString group; QDateTime expires; std::optional<QByteArray> token = {}; };
SONDE_EVENT(EnrolmentTokenWithdrawn) { QString group; QByteArray token; };
/// `certificate`: SHA-256 of the one it shows.
SONDE_EVENT(DeviceEnrolled) { QString name; std::optional<QByteArray> certificate = {}; std::optional<QString> group = {}; };
SONDE_EVENT(DeviceOnline) { QString address; QString instance; };
SONDE_EVENT(DeviceOffline) { QString reason; };
SONDE_EVENT(DeviceReplaced) { QString address; }; ///< a newer connection took over the identity
SONDE_EVENT(PeerRefused) { QString address; QString reason; };
SONDE_EVENT(SettingChanged) { QString key; QString from; QString to; };
SONDE_EVENT(SessionCreated) { QString reason; };
SONDE_EVENT(SessionConnecting) { };
SONDE_EVENT(SessionConnected) { };
SONDE_EVENT(SessionDisconnected) { EndReason reason = EndReason::User; QString detail; };
/// `file`: the library file of a putfile or run, as it was then; a newer version changes nothing of this command. `origin`: none is the
/// analyst. `examinedBy`: the library's rules and hash lists, as they were then, of a command that examines.
SONDE_EVENT(CommandAccepted) { QString line; Invocation invocation; std::optional<LibraryBlob> file = {}; std::optional<LineOrigin> origin = {}; std::optional<std::vector<LibraryBlob>> examinedBy = {}; };
/// Refused before it ran, or not a command at all: nothing typed is lost.
/// Cancelled: whoever typed it gave it up while it waited for approval.
SONDE_EVENT(CommandRejected) { QString line; Error error; };
SONDE_EVENT(CommandSent) { };
SONDE_EVENT(CommandStarted) { QDateTime at; std::optional<QString> encoding = {}; }; ///< of its text; none: UTF-8
SONDE_EVENT(OutputAvailable) { };
SONDE_EVENT(CommandBackgrounded) { bool background = true; };
SONDE_EVENT(CancelAsked) { };
SONDE_EVENT(CancelConfirmed) { CancelResult result = CancelResult::Stopped; };
SONDE_EVENT(CommandFinished) {
    CommandState state = CommandState::Completed;
    std::vector<Error> errors;
    quint32 chunks = 0;       ///< of output, numbered 0…chunks-1
    quint64 rows = 0;
    quint64 bytes = 0;
    QByteArray outputSha256;  ///< over all chunks' bytes in order
    std::chrono::microseconds duration{};
    QString workingDirectory; ///< of the session from now on; empty: unchanged
    std::optional<qint32> exitStatus; ///< of a script
};
/// The file of a getfile was found and its transfer allowed; once more when it goes on after a break, `offset` bytes being there already.
SONDE_EVENT(TransferStarted) { SourceFile file; qint64 offset = 0; };
SONDE_EVENT(TransferCheckpoint) { qint64 offset = 0; };
/// Whole, verified, and on the service's disk.
SONDE_EVENT(EvidenceStored) { qint64 size = 0; QByteArray sha256; };
/// An analyst (the actor) has it, whole and verified.
SONDE_EVENT(EvidenceDelivered) { QByteArray sha256; };
/// A new file, or a new version of one.
SONDE_EVENT(LibraryFileStored) { LibraryFile file; };
SONDE_EVENT(LibraryFileDeleted) { QString name; quint32 version = 0; };
/// What a device is about to do, and no other: the plan with this hash. `act` is its number on that device; `analyst` whose act it is,
/// `expires` until when it can be undone.
SONDE_EVENT(ActPlanned) {
    quint64 act = 0; QByteArray hash; ActPlan plan; QString reason; std::optional<QString> analyst = {};
    std::optional<QDateTime> expires = {};
};
SONDE_EVENT(ActStepped) { quint64 act = 0; StepOutcome outcome; };
/// `undoes`: the act that this one took back.
SONDE_EVENT(ActEnded) { quint64 act = 0; ActState state = ActState::Done; std::optional<quint64> undoes = {}; };
/// Told by the device: it was isolated or released, or somebody changed that.
SONDE_EVENT(IsolationChanged) { IsolationFacts facts; IsolationCause cause = IsolationCause::Ordered; QString by; QDateTime at; };
SONDE_EVENT(ReleaseCodeMade) { QString serial; QDateTime expires; };
/// By an administrator; absent is what was not changed.
SONDE_EVENT(UserChanged) { UserName user; std::optional<bool> disabled = {}; std::optional<QStringList> roles = {}; std::optional<QByteArray> credential = {}; std::optional<QStringList> rolesBefore = {}; std::optional<QStringList> eligible = {}; std::optional<QStringList> eligibleBefore = {}; };
/// By an administrator: all tokens of this user.
SONDE_EVENT(UserSignedOut) { UserName user; };
SONDE_EVENT(DeviceRemoved) { };
SONDE_EVENT(CertificateRenewed) { QByteArray certificate; };
/// Entries are in the order of their numbers; the clock went back between this one and the one before.
SONDE_EVENT(ClockSetBack) { QDateTime from; QDateTime to; };
/// A device was told of an entry of this number and hash that the journal does not have.
SONDE_EVENT(JournalDiffers) { quint64 number = 0; QByteArray hash; };
/// A custom role: added when there is no `from`, removed when there is no `to`.
SONDE_EVENT(RoleChanged) { QString name; std::optional<RoleDefinition> from = {}; std::optional<RoleDefinition> to = {}; };
/// A device group: added when there is no `from`, removed when there is no `to`. `rank`: its place from then on, 1 being the first.
SONDE_EVENT(GroupChanged) { QString name; std::optional<DeviceGroup> from = {}; std::optional<DeviceGroup> to = {}; quint32 rank = 0; };
SONDE_EVENT(TagsChanged) { QStringList from; QStringList to; };
/// Whether live response is on for this server also while it is off for servers.
SONDE_EVENT(ServerExcepted) { bool allowed = false; };
/// Somebody whose scripts are trusted, or not any more.
SONDE_EVENT(PublisherChanged) { QByteArray sha256; QString name; bool trusted = true; };
/// A role for a time, by the actor: in place of an elevation of the same user to the same role, if one was under way.
SONDE_EVENT(RoleElevated) { UserName user; QString role; QString reason; QDateTime until; };
SONDE_EVENT(ElevationEnded) { UserName user; QString role; ElevationEnd cause = ElevationEnd::Expired; };
/// The line waits for a second person, until `expires` at most. It is accepted or rejected later, and runs as it is here or not at all.
SONDE_EVENT(ApprovalRequested) { QString line; Invocation invocation; std::optional<LibraryBlob> file = {}; QString reason; QDateTime expires; };
/// By the actor.
SONDE_EVENT(ApprovalDecided) { bool approved = false; QString reason; };
/// At the service's own console somebody has made an account good, until then at most, that administers everything.
SONDE_EVENT(BreakGlassArmed) { UserName user; QDateTime until; };
/// It was used, from this address.
SONDE_EVENT(BreakGlassUsed) { UserName user; QString address; };
/// It is good for nothing any more; what was done with it is the sessions and changes of this user.
SONDE_EVENT(BreakGlassEnded) { UserName user; };
/// Somebody has a new secret for a second factor, which does not count yet. `credential`: SHA-256 of what is kept of it.
SONDE_EVENT(SecondFactorMade) { UserName user; QByteArray credential; };
/// A code of it was shown: it counts from now on, instead of the one before.
SONDE_EVENT(SecondFactorConfirmed) { UserName user; };
/// By an administrator, with the secret that did not count yet. Their tokens are good no longer.
SONDE_EVENT(SecondFactorRemoved) { UserName user; };
/// What needs one holds for who came in with the access token of this hash.
SONDE_EVENT(SecondFactorShown) { UserName user; QString address; QByteArray token; };
/// It was no code of theirs, or one that was used before.
SONDE_EVENT(SecondFactorRefused) { UserName user; QString address; };
/// What a session's commands printed, or the files that they brought, is removed, because it closed longer ago than the setting says: of so
/// many commands, so many bytes. What else the journal says of them stays.
SONDE_EVENT(ContentRemoved) { ContentKind what = ContentKind::Output; quint32 count = 0; quint64 bytes = 0; QString setting; quint32 days = 0; };
/// The actor, whose session it is not, acts in it from now on: what they type there is taken.
SONDE_EVENT(SteppedIn) { };
/// They do not any more: they said so, may not, or their connection is gone.
SONDE_EVENT(SteppedBack) { };
// clang-format on
constexpr int Last = __LINE__;
} // namespace Event

/// One of the events above; its special members are compiled once, in journal.cpp.
class JournalEvent final : public Alternatives<Event::At, Event::First, Event::Last>
{
public:
    template<typename T>
        requires(isAlternative<T, JournalEvent::variant>)
    JournalEvent(T event)
        : JournalEvent(alternativeIndex<T>(static_cast<const variant *>(nullptr)), &event)
    {
    }
    JournalEvent();
    JournalEvent(const JournalEvent &);
    JournalEvent(JournalEvent &&) noexcept;
    JournalEvent &operator=(const JournalEvent &);
    JournalEvent &operator=(JournalEvent &&) noexcept;
    ~JournalEvent();
    bool operator==(const JournalEvent &) const = delete;
    bool operator<(const JournalEvent &) const = delete;

private:
    JournalEvent(size_t alternative, void *content);
};

struct JournalEntry {
    quint64 number = 0; ///< 1, 2, 3… without holes
    QDateTime time;     ///< UTC, milliseconds
    QString actor;      ///< user name, "service", or "agent"
    DeviceId device;
    SessionId session;
    CommandId command;
    JournalEvent event;
    QByteArray previous; ///< hash of the entry before; 32 zero bytes for the first
    QByteArray hash;     ///< entryHash() of this one
};

/// SHA-256 over the canonical record: the CBOR encoding of all fields but `hash`, in declaration order.
[[nodiscard]] QByteArray entryHash(const JournalEntry &entry);
/// Whoever typed the line gave it up while it waited for approval.
[[nodiscard]] inline bool isGivenUp(const Event::CommandRejected &rejected)
{
    return rejected.error.code == ErrorCode::Cancelled;
}
/// "command-accepted" and the like.
[[nodiscard]] QString eventName(const JournalEvent &event);
/// An event as the store keeps it.
[[nodiscard]] QByteArray eventToBytes(const JournalEvent &event);
[[nodiscard]] Result<JournalEvent> eventFromBytes(const QByteArray &bytes);
/// An entry for people and programs: event name, its facts, hashes in hexadecimal.
[[nodiscard]] QJsonObject toJson(const JournalEntry &entry);

} // namespace Sonde
