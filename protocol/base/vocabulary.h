// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// The fixed words of the wire and the journal. They stand in one header because a namespace has one meta-object; on the wire an
/// enumerator is its name in kebab case (codec.h).
namespace Sonde {
Q_NAMESPACE

// clang-format off: words, grouped

/// Every way something can go wrong, grouped by who can do something about it. Words for people are made from it in `ui/words`.
enum class ErrorCode {
    // The line typed: nothing was run.
    EmptyLine, UnknownVerb, AmbiguousVerb, MissingParameter, TooManyParameters, UnknownFlag, BadValue, UnclosedQuote, RepeatedParameter,
    MissingFileName, LineTooLong,
    // Refused by the service before anything ran.
    NotSignedIn, SignInFailed, RateLimited, TokenInvalid, RoleTooLow, PlatformNotOffered, LiveResponseOff, ServersOff, OsUnsupported,
    AgentTooOld, AutomationNone, DeviceOffline, DeviceHeld, TenantSessionLimit, UserSessionLimit, DeviceUnknown,
    SessionUnknown, SessionClosed, CommandUnknown, CommandNotRunning, UserUnknown, UserExists, WeakPassword, NotPermitted,
    ReasonMissing, OutOfScope, RoleUnknown, RoleExists, RoleInUse, GroupUnknown, GroupExists, GroupInUse,
    DeviceForbids, QuotaReached,
    ApprovalDenied, ApprovalExpired, ApprovalOutdated, ApprovalUnknown, NotEligible, PlanMissing,
    SecondFactorNeeded, SecondFactorWrong, SecondFactorMissing,
    ContentRemoved,
    // The device's answer.
    NotFound, AccessDenied, NotADirectory, IsADirectory, NotARegularFile, TooLarge, ReadFailed, Vanished, NoSuchProcess, LimitReached,
    NotSupported, EmptyFile, SparseFile, FileChanged, NoInterpreter, WindowsLineEnds, ExitStatus,
    ProcessesRemain, NoSubsystem,
    NotLookedAt, FactsChanged, NothingToUndo, UndoConflict, QuarantineFull, Protected, StillThere,
    ServiceCutOff, PartlyIsolated, PlanChanged,
    EngineMissing, EngineFailed, NotWhollyScanned,
    NoDefinitions, BudgetReached, ProcessHidden, PathTooLong, PackageNotWhole,
    // A transfer's.
    HashMismatch, NoSpace, EvidenceUnknown,
    // The library's.
    LibraryFileUnknown, LibraryFileExists, BadName, ScriptUnsigned, RulesMalformed, HashesMalformed, ArtifactsMalformed,
    BaselineUnknown, BaselineMalformed, NothingToSave,
    // A command's fate.
    Cancelled, Expired, Interrupted,
    // The way there.
    CannotConnect, CertificateRefused, VersionMismatch, ProtocolViolation, TimedOut,
    // This machine.
    FileExists, CannotWrite, StorageFailed, JournalBroken, AlreadyRunning, CannotStart, Internal, NotSaved,
};
Q_ENUM_NS(ErrorCode)
/// Nothing went wrong, it is only good to know.
[[nodiscard]] constexpr bool isNote(ErrorCode code) 
{
    return code == ErrorCode::NoSubsystem || code == ErrorCode::EngineMissing;
}

/// Why something went wrong, where the system has no word of its own for it (reason.h).
enum class Reason {
    // What a device's answer lacks.
    SocketsHidden, SystemdNotRunning, KernelsOwnFile, AnotherFileThere, NothingReadable, GrewWhileRead, ChangedSinceLooked,
    ProcessesUnstoppable, WatcherEnded, NotEnrolled, NoElf, NoSection, MalformedFacts,
    NoModules, NoNftables, AsAtFirst, SeenBeforeRestart,
    EngineGone, EngineTooSlow, OverEngineLimit, EncryptedContent, MemoryInSwap, ProcessGone, NothingToLookWith, TooManyToTell,
    ArchiveDamaged,
    PackageGone, BecameShorter, LinkNotFollowed,
    // What was not done, or not wholly.
    NothingTouched, NoFileOfIt, NotAnActNumber, NoWayToRemediate, NothingToTakeBack, AllOfPackage, NothingChanged,
    KilledAndWaiting, TheyRunOn, NotAProcessId, LinkToAnother, BelongsToAgent, StillInQuarantine,
    NoSuchLine, NotInStartupFolder, GoesAtRestart, QuarantineKeyGone, NoRandomNumbers, NotInQuarantine, NotAWholeOrder,
    // What was asked for.
    NulInPath, NameWithFolders, NoLibraryFile,
    // The way there.
    ConnectionRefused, HostNotFound, NetworkUnreachable, ConnectionClosed, NoAnswerInTime, HandshakeTimedOut,
    // What the system says, by its number.
    NotFound, NoSuchProcess, PermissionDenied, NotPermitted, NotADirectory, IsADirectory, TooManyLinks, NameTooLong, Exists, NoSpace,
    ReadOnly, InputOutput,
    // What the service refuses, and what a transfer lacks.
    TooShort, TooLong, SignInAgain, NotAName, TicketUsed, TransferGivenUp, ContentGone, DeletedMeanwhile, AnotherSize,
    TooManyCommands, ConnectionCut, NoTlsHandshake, ReplyIncomplete, CipherMissing, CutShort, ManifestMalformed,
    OutputMadeHere, OutsideFolder, OutputMissing, NoPlan, NoSuchSetting, NoWordOfItsEnd, LastAdministrator,
    JournalShorter, EntryDiffers, NotAHead, BuiltInRole, BuiltInGroup, NoChangeYet, NoCertificate, EmptyRule,
    OwnRequest, NeedsApproval, OnlyForATime, ReasonNeeded, OnlyAtConsole, NotSteppedIn,
    OthersMayRead, EmptySecret, PasswordsDiffer, NotATenantAddress,
};
Q_ENUM_NS(Reason)

/// Of live response; a higher one includes the lower ones.
enum class Level { Basic, Advanced };
Q_ENUM_NS(Level)

/// What a role may let somebody do. A new one is given by no custom role: it is last, and in none of those that are kept.
/// CoreSecuritySettings: the tenant's settings, enrolment, devices, sessions of others. Authorization: users, roles, device groups.
/// ApproveCommands: to be the second person for what others want to do.
enum class Permission {
    SecurityDataRead, BasicLiveResponse, AdvancedLiveResponse, Response, FileCollection, CoreSecuritySettings, Authorization, ActivityRead,
    LibraryUse, LibraryManage,
    ApproveCommands,
};
Q_ENUM_NS(Permission)

/// How far remediation goes by itself on the devices of a group. None: nothing is done to them, and there is no live response.
enum class RemediationLevel { None, SemiAllFolders, SemiCoreFolders, SemiNonTempFolders, Full };
Q_ENUM_NS(RemediationLevel)

enum class Platform { Windows = 1, MacOS = 2, Linux = 4 };
Q_DECLARE_FLAGS(Platforms, Platform)
Q_ENUM_NS(Platform)
inline constexpr int AllPlatforms = 7;

/// Who does the work: the front end itself, the service, or the device's agent.
enum class Runs { Console, Service, Device };
Q_ENUM_NS(Runs)

enum class OutputType { Table, Json, Text };
Q_ENUM_NS(OutputType)

/// Drives validation, completion and the context actions that compose a command from a cell of the same type.
enum class ValueType { 
    Text, Integer, Size, Duration, Time, Boolean, Path, Pid, CommandNumber, Verb, Address, Object, LibraryName, ServiceName, TaskName,
    RegistryKey
};
Q_ENUM_NS(ValueType)

/// Why a line was submitted. The console shows what its analyst typed or chose; the log shows all.
enum class LineOrigin { Analyst, Completion };
Q_ENUM_NS(LineOrigin)

/// Held: it waits for a second person.
enum class CommandState { Created, Held, Pending, Running, Downloading, Completed, Failed, Cancelled, Expired, Rejected, Interrupted };
Q_ENUM_NS(CommandState)
[[nodiscard]] constexpr bool isFinal(CommandState state) { return state >= CommandState::Completed; }

/// Why a role is held no longer that was granted for a time. GivenUp: by whoever had it. Withdrawn: by somebody else, or because they may
/// not have it any more.
enum class ElevationEnd { Expired, GivenUp, Withdrawn };
Q_ENUM_NS(ElevationEnd)

/// Of somebody. Unconfirmed: a secret was made, but no code of it was shown yet, so it does not count.
enum class SecondFactorState { None, Unconfirmed, Confirmed };
Q_ENUM_NS(SecondFactorState)

enum class SessionState { Created, Connecting, Connected, Disconnected };
Q_ENUM_NS(SessionState)

enum class EndReason { User, Inactivity, Service, DeviceLost, TakenOver, ConnectFailed };
Q_ENUM_NS(EndReason)

/// Of a PowerShell script, as the service found it against the tenant's publishers; other files have none.
enum class SignatureState { None, Unsigned, Valid, Tampered, Appended, Expired, WrongUsage, UnknownPublisher, Malformed };
Q_ENUM_NS(SignatureState)

/// What became of a cancel, on the device: stopped; the command had finished first; nobody confirmed, it may still be running.
enum class CancelResult { Stopped, TooLate, NotConfirmed };
Q_ENUM_NS(CancelResult)

/// Text is what a script says on its standard output, ErrorText what it says on its standard error. A Report is no output for people: an
/// ActReport (acts/act.h), which the service enters into the journal.
enum class ChunkFormat { Rows, Text, ErrorText, Report };
Q_ENUM_NS(ChunkFormat)

/// What a tenant keeps of a session besides its journal: what its commands printed, and the files that they brought.
enum class ContentKind { Output, Evidence };
Q_ENUM_NS(ContentKind)

/// What an act is done to. Several: things of whatever types, by one plan.
enum class EntityType { File, Process, Service, Scheduledtask, Startupfolder, Persistence, Registry, Network, Several };
Q_ENUM_NS(EntityType)

enum class ActKind { Remediate, Undo, Isolate, Release };
Q_ENUM_NS(ActKind)

/// The ways a device is changed, each with the one that takes it back, where there is one.
enum class StepKind {
    MoveFile, RestoreFile,
    RemoveLine, RestoreLine,
    StopProcesses, KillProcesses, LookAgain,
    StopUnit, StartUnit, MaskUnit, UnmaskUnit, ReloadUnits,
    StopService, StartService, DisableService, EnableService,
    RemoveTask, RestoreTask,
    RemoveRegistry, RestoreRegistry,
    IsolateNetwork, ReleaseNetwork,
};
Q_ENUM_NS(StepKind)

/// Refused: the facts were others, nothing was touched. AlreadySo: nobody had to do anything. NotConfirmed: done, but nobody can see that it
/// took. NotReached: a step before it was not done.
enum class StepState { Planned, Done, AlreadySo, Refused, Failed, NotConfirmed, NotReached };
Q_ENUM_NS(StepState)

/// Begun: what came of it is not known yet. Untouched: no step was done. Undone, PartlyUndone: of an act that another one took back.
enum class ActState { Planned, Begun, Done, Partly, Untouched, NotConfirmed, Undone, PartlyUndone };
Q_ENUM_NS(ActState)

/// What somebody who approves a plan has to know besides its steps.
enum class NoteKind { OtherNames, OpenBy, BroughtBackBy, NotRestored, CannotUndo, DependedOnBy, Container, InTheWay, StaysOpen, AtRestart };
Q_ENUM_NS(NoteKind)

/// Whether a device is cut off the network but for its service, as it was seen, not as it was ordered.
enum class IsolationState { Released, Isolated, Partly, NotConfirmed };
Q_ENUM_NS(IsolationState)

/// What an isolated device is not kept from, or what nobody sees to. NoTool: nft is not installed. HostRules: what passes IP. DeviceRules:
/// the kernel cannot look at what leaves below IP. Device: this one network device. Ipv4, Ipv6, Frames: something sent to a stranger was
/// not refused. Boot: not from the device's next start until the agent's. Watch: changes are seen late.
/// Service: it does not answer.
enum class IsolationGap { NoTool, HostRules, DeviceRules, Device, Ipv4, Ipv6, Frames, Boot, Watch, Service };
Q_ENUM_NS(IsolationGap)

/// Why the isolation of a device is another.
enum class IsolationCause { Ordered, Code, AgentStarted, RulesChanged, DevicesChanged, RolledBack, Seen };
Q_ENUM_NS(IsolationCause)

/// What the examination of a file or process came to, from the best to the worst. Unknown: looked at, and nobody can vouch for it. NotScanned: it
/// was not looked at whole.
enum class Verdict { Clean, Unknown, NotScanned, Suspicious, Malicious };
Q_ENUM_NS(Verdict)

/// What looks at a file or process, and can have something to say of it.
enum class Engine { Clamav, Yara, Archive, KnownBad, KnownGood, Package, Signature, Heuristics };
Q_ENUM_NS(Engine)

// clang-format on

} // namespace Sonde

Q_DECLARE_OPERATORS_FOR_FLAGS(Sonde::Platforms)
