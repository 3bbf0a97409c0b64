// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal.h"
#include "projection.h"
#include "rows.h"

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

struct DeviceFacts {
    QString name; ///< host name
    Platform platform = Platform::Linux;
    QString osName;     ///< "Debian GNU/Linux 12 (bookworm)"
    QString osVersion;
    bool server = false; ///< a server edition of its operating system
    QString architecture;
    QString agentVersion;
    QStringList addresses;
    bool privileged = false; ///< the agent runs as root / SYSTEM

    bool operator==(const DeviceFacts &) const = default;
};

/// A device as the inventory shows it.
struct DeviceRecord {
    DeviceId id;
    DeviceFacts facts;
    QString group;
    QString automationLevel; ///< none, semi, full
    QStringList tags;
    bool online = false;
    QDateTime firstSeen;
    QDateTime lastSeen;
    SessionId session; ///< live one, if any
    QString holder;    ///< who holds it
    QDateTime heldSince;

    bool operator==(const DeviceRecord &) const = default;
};

/// One condition of commands.md §6 for starting a session, met or not.
struct Condition {
    ErrorCode unmet = ErrorCode::DeviceOffline; ///< the refusal it would cause
    bool met = false;
    Error error; ///< filled when not met
};

namespace Message {
// clang-format off
// ---- both directions, first of all
struct Hello { quint32 oldest = ProtocolVersion; quint32 newest = ProtocolVersion; QString program; QString programVersion; };
struct ProtocolError { Error error; };

// ---- agent → service
struct AgentState {
    DeviceFacts facts;
    QString instance;                    ///< new with each start of the agent process
    std::vector<CommandId> held;         ///< running, or finished with something not yet acknowledged
};
struct CommandStarted { CommandId command; QDateTime at; };
/// Agent → service, and service → workstation as it is.
struct CommandOutput { CommandId command; quint32 index = 0; ChunkFormat format = ChunkFormat::Rows; quint32 rows = 0; QByteArray bytes; };
struct CommandProgress { CommandId command; qint64 done = 0; qint64 total = -1; QString what; };
struct CommandEnded {
    CommandId command;
    CommandState state = CommandState::Completed; ///< completed, failed, cancelled, expired, interrupted (seen before, nothing known)
    std::vector<Error> errors;
    quint32 chunks = 0;
    std::chrono::microseconds duration{};
    QString workingDirectory;
};
struct CancelAnswer { CommandId command; CancelResult result = CancelResult::Stopped; };

// ---- service → agent
struct RunCommand {
    CommandId command; SessionId session; Invocation invocation; QString workingDirectory;
    std::chrono::milliseconds timeLimit{}; QCborMap limits; ///< policy numbers the command needs, e.g. "fileinfo-bytes"
};
struct CancelCommand { CommandId command; };
/// Chunks below `next` are stored: the agent may drop them.
struct OutputStored { CommandId command; quint32 next = 0; };
/// The end of the command is in the journal: the agent may forget it.
struct EndStored { CommandId command; };

// ---- workstation → service; each is answered with the same request number by a reply below
struct StartSession { quint32 request = 0; DeviceId device; QString reason; bool takeOver = false; };
struct CloseSession { quint32 request = 0; SessionId session; };
/// `submission` is made by the workstation: the same one twice (after a reconnect) is one command.
struct SubmitLine { quint32 request = 0; SessionId session; QString line; QString submission; };
struct AskCancel { quint32 request = 0; CommandId command; };
struct SetBackground { quint32 request = 0; CommandId command; bool background = true; };
/// This session's entries from `after` on, then each new one as it happens, and the output of its commands as it comes.
struct WatchSession { quint32 request = 0; SessionId session; quint64 after = 0; };
struct UnwatchSession { quint32 request = 0; SessionId session; };
/// The inventory and the sessions, then each change.
struct WatchTenant { quint32 request = 0; };
/// Chunks `from`… of a command, answered with CommandOutput messages and a Done.
struct FetchOutput { quint32 request = 0; CommandId command; quint32 from = 0; quint32 count = 0; };
struct FetchJournal { quint32 request = 0; quint64 after = 0; quint32 most = 0; SessionId session; };
struct VerifyJournal { quint32 request = 0; };
struct FetchEligibility { quint32 request = 0; DeviceId device; };
struct MakeEnrolmentToken { quint32 request = 0; QString group; std::chrono::seconds valid{}; };
struct AddUser { quint32 request = 0; UserName user; QString password; QStringList roles; };
struct FetchSettings { quint32 request = 0; };
struct ChangeSetting { quint32 request = 0; QString key; QString value; };

// ---- service → workstation: replies
struct Done { quint32 request = 0; };
struct Refused { quint32 request = 0; Error error; };
struct SessionStarted { quint32 request = 0; SessionRecord session; };
struct LineTaken { quint32 request = 0; CommandId command; }; ///< accepted or rejected: the journal says which
struct JournalPage { quint32 request = 0; std::vector<JournalEntry> entries; quint64 last = 0; };
struct JournalVerdict { quint32 request = 0; bool whole = false; quint64 entries = 0; quint64 brokenAt = 0; QString reason; };
struct Eligibility { quint32 request = 0; std::vector<Condition> conditions; std::vector<SessionRecord> recent; };
struct EnrolmentToken { quint32 request = 0; QString token; QDateTime expires; };
struct Settings { quint32 request = 0; QMap<QString, QString> values; };

// ---- service → workstation: unasked
struct Welcome { QString tenant; UserName user; QStringList roles; Level level = Level::Basic; quint32 tenantLimit = 25; quint32 userLimit = 10; std::chrono::milliseconds inactivity{}; };
struct JournalEntries { std::vector<JournalEntry> entries; };
struct Devices { std::vector<DeviceRecord> devices; bool complete = false; }; ///< changed or first seen; `complete` ends the first listing
struct Sessions { std::vector<SessionRecord> sessions; bool complete = false; };
// clang-format on
} // namespace Message

using AnyMessage = std::variant<Message::Hello, Message::ProtocolError, Message::AgentState, Message::CommandStarted, Message::CommandOutput,
    Message::CommandProgress, Message::CommandEnded, Message::CancelAnswer, Message::RunCommand, Message::CancelCommand, Message::OutputStored,
    Message::EndStored, Message::StartSession, Message::CloseSession, Message::SubmitLine, Message::AskCancel, Message::SetBackground,
    Message::WatchSession, Message::UnwatchSession, Message::WatchTenant, Message::FetchOutput, Message::FetchJournal, Message::VerifyJournal,
    Message::FetchEligibility, Message::MakeEnrolmentToken, Message::AddUser, Message::FetchSettings, Message::ChangeSetting, Message::Done,
    Message::Refused, Message::SessionStarted, Message::LineTaken, Message::JournalPage, Message::JournalVerdict, Message::Eligibility,
    Message::EnrolmentToken, Message::Settings, Message::Welcome, Message::JournalEntries, Message::Devices, Message::Sessions>;

[[nodiscard]] QByteArray encode(const AnyMessage &message);
/// ProtocolViolation with the reason (unknown kind, missing field, wrong type, too deep, trailing bytes) when it is not a message.
[[nodiscard]] Result<AnyMessage> decode(const QByteArray &bytes);
/// For `trace` and people.
[[nodiscard]] QJsonObject toJson(const AnyMessage &message);

} // namespace Sonde
