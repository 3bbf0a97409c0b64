// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// What a system, or Qt, calls it; its symbolic name may follow.
struct SystemWords {
    QLatin1StringView words;
    Reason reason;
};

constexpr std::array systemWords{
    SystemWords{"No such file or directory"_L1, Reason::NotFound},
    SystemWords{"No such process"_L1, Reason::NoSuchProcess},
    SystemWords{"Permission denied"_L1, Reason::PermissionDenied},
    SystemWords{"Operation not permitted"_L1, Reason::NotPermitted},
    SystemWords{"Not a directory"_L1, Reason::NotADirectory},
    SystemWords{"Is a directory"_L1, Reason::IsADirectory},
    SystemWords{"Too many levels of symbolic links"_L1, Reason::TooManyLinks},
    SystemWords{"File name too long"_L1, Reason::NameTooLong},
    SystemWords{"File exists"_L1, Reason::Exists},
    SystemWords{"No space left on device"_L1, Reason::NoSpace},
    SystemWords{"Read-only file system"_L1, Reason::ReadOnly},
    SystemWords{"Input/output error"_L1, Reason::InputOutput},
    SystemWords{"Connection refused"_L1, Reason::ConnectionRefused},
    SystemWords{"Host not found"_L1, Reason::HostNotFound},
    SystemWords{"Network unreachable"_L1, Reason::NetworkUnreachable},
    SystemWords{"Network is unreachable"_L1, Reason::NetworkUnreachable},
    SystemWords{"The remote host closed the connection"_L1, Reason::ConnectionClosed},
    SystemWords{"Connection closed"_L1, Reason::ConnectionClosed},
    SystemWords{"Connection timed out"_L1, Reason::NoAnswerInTime},
    SystemWords{"Socket operation timed out"_L1, Reason::NoAnswerInTime},
    SystemWords{"Host unreachable"_L1, Reason::NetworkUnreachable},
    SystemWords{"No route to host"_L1, Reason::NetworkUnreachable},
    SystemWords{"Connection reset by peer"_L1, Reason::ConnectionClosed},
    SystemWords{"Broken pipe"_L1, Reason::ConnectionClosed},
    SystemWords{"Name or service not known"_L1, Reason::HostNotFound},
    SystemWords{"Temporary failure in name resolution"_L1, Reason::HostNotFound},
};

} // namespace

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::SocketsHidden: return u"it has no right to look into some processes, whose sockets are missing here"_s;
    case Reason::SystemdNotRunning: return u"it does not run here; its files were read"_s;
    case Reason::KernelsOwnFile: return u"it leads to a file of the kernel's"_s;
    case Reason::AnotherFileThere: return u"another file has taken its place"_s;
    case Reason::NothingReadable: return u"nothing there could be read"_s;
    case Reason::GrewWhileRead: return u"it grew while it was read"_s;
    case Reason::ChangedSinceLooked: return u"it is no longer what -auto looked at"_s;
    case Reason::ProcessesUnstoppable: return u"they could not be ended"_s;
    case Reason::WatcherEnded: return u"what watched over the script was ended from outside"_s;
    case Reason::NotEnrolled: return u"this device is not enrolled"_s;
    case Reason::NoElf: return u"it is no ELF file"_s;
    case Reason::NoSection: return u"it lacks a section that it should have"_s;
    case Reason::MalformedFacts: return u"what the system says of it is malformed"_s;
    case Reason::EngineGone: return u"the engine does not answer any more"_s;
    case Reason::EngineTooSlow: return u"the engine took too long"_s;
    case Reason::OverEngineLimit: return u"it is larger than the engine looks into"_s;
    case Reason::EncryptedContent: return u"it is encrypted, and nobody can look into it"_s;
    case Reason::MemoryInSwap: return u"a part of its memory is in swap"_s;
    case Reason::ProcessGone: return u"the process has ended"_s;
    case Reason::NothingToLookWith: return u"there is no engine that could look"_s;
    case Reason::ArchiveDamaged: return u"it is an archive that could not be opened"_s;
    case Reason::PackageGone: return u"what was sent of it is not kept on the device"_s;
    case Reason::BecameShorter: return u"it became shorter while it was read; zeros take the place of the rest"_s;
    case Reason::LinkNotFollowed: return u"a link leads there, and only links of root are followed"_s;
    case Reason::TooManyToTell: return u"there are more than can be told"_s;
    case Reason::NoModules: return u"this kernel loads no modules"_s;
    case Reason::NoNftables: return u"nftables is not installed"_s;
    case Reason::NotAWholeOrder: return u"the order to isolate is damaged"_s;
    case Reason::AsAtFirst: return u"this is how it was at first"_s;
    case Reason::SeenBeforeRestart: return u"it had begun before the agent was restarted"_s;
    case Reason::NothingTouched: return u"nothing was touched"_s;
    case Reason::NoFileOfIt: return u"it has no file"_s;
    case Reason::NotAnActNumber: return u"not the number of an act"_s;
    case Reason::NoWayToRemediate: return u"this agent has no way to remediate it"_s;
    case Reason::NothingToTakeBack: return u"nothing of it can be taken back"_s;
    case Reason::AllOfPackage: return u"all of it belongs to a package"_s;
    case Reason::NothingChanged: return u"nothing was changed"_s;
    case Reason::KilledAndWaiting: return u"they have been killed, and wait for hardware"_s;
    case Reason::TheyRunOn: return u"they run on"_s;
    case Reason::NotAProcessId: return u"not a process ID"_s;
    case Reason::LinkToAnother: return u"it is a link; what it leads to is another file"_s;
    case Reason::BelongsToAgent: return u"it belongs to the agent"_s;
    case Reason::StillInQuarantine: return u"it is still in quarantine"_s;
    case Reason::NoSuchLine: return u"the file has no such line"_s;
    case Reason::NotInStartupFolder: return u"it is not in a startup folder"_s;
    case Reason::GoesAtRestart: return u"it is in use, and goes at the next restart of the device"_s;
    case Reason::QuarantineKeyGone: return u"the key of the quarantine is gone"_s;
    case Reason::NoRandomNumbers: return u"no random numbers"_s;
    case Reason::NotInQuarantine: return u"it is not in quarantine any more"_s;
    case Reason::NulInPath: return u"no path contains a NUL"_s;
    case Reason::NameWithFolders: return u"a name, without folders; -path says where"_s;
    case Reason::NoLibraryFile: return u"the order came without its library file"_s;
    case Reason::ConnectionRefused: return u"the connection was refused"_s;
    case Reason::HostNotFound: return u"the host was not found"_s;
    case Reason::NetworkUnreachable: return u"the network cannot be reached"_s;
    case Reason::ConnectionClosed: return u"the other side closed the connection"_s;
    case Reason::NoAnswerInTime: return u"no answer came in time"_s;
    case Reason::HandshakeTimedOut: return u"no TLS handshake within 10 s"_s;
    case Reason::NotFound: return u"no such file or directory"_s;
    case Reason::NoSuchProcess: return u"no such process"_s;
    case Reason::PermissionDenied: return u"permission denied"_s;
    case Reason::NotPermitted: return u"operation not permitted"_s;
    case Reason::NotADirectory: return u"not a directory"_s;
    case Reason::IsADirectory: return u"is a directory"_s;
    case Reason::TooManyLinks: return u"too many levels of symbolic links"_s;
    case Reason::NameTooLong: return u"file name too long"_s;
    case Reason::Exists: return u"file exists"_s;
    case Reason::NoSpace: return u"no space left on device"_s;
    case Reason::ReadOnly: return u"read-only file system"_s;
    case Reason::InputOutput: return u"input/output error"_s;
    case Reason::TooShort: return u"it is too short"_s;
    case Reason::TooLong: return u"it is too long"_s;
    case Reason::SignInAgain: return u"the sign-in has ended"_s;
    case Reason::NotAName: return u"this is no name"_s;
    case Reason::TicketUsed: return u"the ticket was used before, or is too old"_s;
    case Reason::TransferGivenUp: return u"the transfer was given up"_s;
    case Reason::ContentGone: return u"the service has its content no more"_s;
    case Reason::DeletedMeanwhile: return u"it was deleted meanwhile"_s;
    case Reason::AnotherSize: return u"it has another size than was said"_s;
    case Reason::TooManyCommands: return u"too many commands run in this session"_s;
    case Reason::ConnectionCut: return u"the connection was cut"_s;
    case Reason::NoTlsHandshake: return u"there was no TLS handshake"_s;
    case Reason::ReplyIncomplete: return u"the reply lacks what it should hold"_s;
    case Reason::CipherMissing: return u"the system’s OpenSSL refuses the cipher"_s;
    case Reason::CutShort: return u"a piece of it was cut short"_s;
    case Reason::ManifestMalformed: return u"its manifest is no JSON"_s;
    case Reason::OutputMadeHere: return u"its output is made here and not written to files"_s;
    case Reason::OutsideFolder: return u"it leads out of the download folder"_s;
    case Reason::OutputMissing: return u"the service has not all of the output"_s;
    case Reason::NoPlan: return u"the answer holds no plan"_s;
    case Reason::NoSuchSetting: return u"there is no such setting"_s;
    case Reason::LastAdministrator: return u"nobody would be left who administers users"_s;
    case Reason::JournalShorter: return u"the journal ends before this entry, which it had"_s;
    case Reason::EntryDiffers: return u"this entry is another one than it was"_s;
    case Reason::BuiltInRole: return u"it is a built-in role, which nobody can change"_s;
    case Reason::BuiltInGroup: return u"it is the group of the devices that no other takes"_s;
    case Reason::NoChangeYet: return u"nobody has changed it"_s;
    case Reason::NoCertificate: return u"it is no certificate in PEM"_s;
    case Reason::EmptyRule: return u"a rule without any value takes no device"_s;
    case Reason::OwnRequest: return u"nobody decides about what they themselves asked for"_s;
    case Reason::NeedsApproval: return u"it needs approval, so somebody has to type it"_s;
    case Reason::OnlyForATime: return u"a role that was granted for a time grants nothing to others"_s;
    case Reason::OnlyAtConsole: return u"this account is armed only at the service’s own console"_s;
    case Reason::NotSteppedIn: return u"whoever acts in the session of somebody else says so first"_s;
    case Reason::ReasonNeeded: return u"a reason has to be given"_s;
    case Reason::OthersMayRead: return u"others may read this file; let only its owner (chmod 600)"_s;
    case Reason::EmptySecret: return u"its first line, which is the password or token, is empty"_s;
    case Reason::PasswordsDiffer: return u"the two passwords differ; nothing was changed"_s;
    case Reason::NotATenantAddress: return u"a tenant’s address looks like https://host:port"_s;
    case Reason::NotAHead: return u"it is no line that “journal --head” printed"_s;
    case Reason::NoWordOfItsEnd: return u"the device has not said that it stopped"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Reason> reasonOf(const Error &error)
{
    if (const auto said = Codec::fromWireName<Reason>(error.facts.text(Fact::Why)))
        return said;
    const QString words = error.reason.section(u" ("_s, 0, 0);
    for (const SystemWords &known : systemWords) {
        if (words == known.words)
            return known.reason;
    }
    for (const auto &[number, name] : Codec::wireNames<Reason>()) {
        if (error.reason == reasonText(Reason(number)))
            return Reason(number);
    }
    return {};
}

Failure fail(ErrorCode code, QString subject, Reason reason)
{
    return Failure(errorBecause(reason, code, std::move(subject)));
}

Error errorBecause(Reason reason, ErrorCode code, QString subject)
{
    return Error{code, std::move(subject), reasonText(reason), {}}.with(Fact::Why, Codec::wireName(reason));
}

} // namespace Sonde
