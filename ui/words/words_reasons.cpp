// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "ui/words/words.h"

namespace Sonde::Client {

namespace {

struct ReasonPhrase {
    Sonde::Reason reason;
    const char *text; ///< what reasonText() says
};

constexpr std::array reasonPhrases{
    ReasonPhrase{Sonde::Reason::SocketsHidden,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "it has no right to look into some processes, whose sockets are missing here")},
    ReasonPhrase{Sonde::Reason::SystemdNotRunning,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it does not run here; its files were read")},
    ReasonPhrase{
        Sonde::Reason::KernelsOwnFile, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it leads to a file of the kernel's")},
    ReasonPhrase{
        Sonde::Reason::AnotherFileThere, QT_TRANSLATE_NOOP("Sonde::Client::Words", "another file has taken its place")},
    ReasonPhrase{
        Sonde::Reason::NothingReadable, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nothing there could be read")},
    ReasonPhrase{Sonde::Reason::GrewWhileRead, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it grew while it was read")},
    ReasonPhrase{Sonde::Reason::ChangedSinceLooked,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is no longer what -auto looked at")},
    ReasonPhrase{
        Sonde::Reason::ProcessesUnstoppable, QT_TRANSLATE_NOOP("Sonde::Client::Words", "they could not be ended")},
    ReasonPhrase{Sonde::Reason::WatcherEnded,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what watched over the script was ended from outside")},
    ReasonPhrase{Sonde::Reason::NotEnrolled, QT_TRANSLATE_NOOP("Sonde::Client::Words", "this device is not enrolled")},
    ReasonPhrase{Sonde::Reason::NoElf, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is no ELF file")},
    ReasonPhrase{
        Sonde::Reason::NoSection, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it lacks a section that it should have")},
    ReasonPhrase{Sonde::Reason::MalformedFacts,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what the system says of it is malformed")},
    ReasonPhrase{
        Sonde::Reason::EngineGone, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the engine does not answer any more")},
    ReasonPhrase{Sonde::Reason::EngineTooSlow, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the engine took too long")},
    ReasonPhrase{Sonde::Reason::OverEngineLimit,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is larger than the engine looks into")},
    ReasonPhrase{Sonde::Reason::EncryptedContent,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is encrypted, and nobody can look into it")},
    ReasonPhrase{
        Sonde::Reason::MemoryInSwap, QT_TRANSLATE_NOOP("Sonde::Client::Words", "a part of its memory is in swap")},
    ReasonPhrase{Sonde::Reason::ProcessGone, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the process has ended")},
    ReasonPhrase{Sonde::Reason::NothingToLookWith,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "there is no engine that could look")},
    ReasonPhrase{
        Sonde::Reason::TooManyToTell, QT_TRANSLATE_NOOP("Sonde::Client::Words", "there are more than can be told")},
    ReasonPhrase{Sonde::Reason::ArchiveDamaged,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is an archive that could not be opened")},
    ReasonPhrase{Sonde::Reason::PackageGone,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "what was sent of it is not kept on the device")},
    ReasonPhrase{Sonde::Reason::BecameShorter,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "it became shorter while it was read; zeros take the place of the rest")},
    ReasonPhrase{Sonde::Reason::LinkNotFollowed,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a link leads there, and only links of root are followed")},
    ReasonPhrase{Sonde::Reason::NoModules, QT_TRANSLATE_NOOP("Sonde::Client::Words", "this kernel loads no modules")},
    ReasonPhrase{Sonde::Reason::NoNftables, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nftables is not installed")},
    ReasonPhrase{
        Sonde::Reason::NotAWholeOrder, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the order to isolate is damaged")},
    ReasonPhrase{Sonde::Reason::AsAtFirst, QT_TRANSLATE_NOOP("Sonde::Client::Words", "this is how it was at first")},
    ReasonPhrase{Sonde::Reason::SeenBeforeRestart,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it had begun before the agent was restarted")},
    ReasonPhrase{Sonde::Reason::NothingTouched, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nothing was touched")},
    ReasonPhrase{Sonde::Reason::NoFileOfIt, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it has no file")},
    ReasonPhrase{Sonde::Reason::NotAnActNumber, QT_TRANSLATE_NOOP("Sonde::Client::Words", "not the number of an act")},
    ReasonPhrase{Sonde::Reason::NoWayToRemediate,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "this agent has no way to remediate it")},
    ReasonPhrase{
        Sonde::Reason::NothingToTakeBack, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nothing of it can be taken back")},
    ReasonPhrase{
        Sonde::Reason::AllOfPackage, QT_TRANSLATE_NOOP("Sonde::Client::Words", "all of it belongs to a package")},
    ReasonPhrase{Sonde::Reason::NothingChanged, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nothing was changed")},
    ReasonPhrase{Sonde::Reason::KilledAndWaiting,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "they have been killed, and wait for hardware")},
    ReasonPhrase{Sonde::Reason::TheyRunOn, QT_TRANSLATE_NOOP("Sonde::Client::Words", "they run on")},
    ReasonPhrase{Sonde::Reason::NotAProcessId, QT_TRANSLATE_NOOP("Sonde::Client::Words", "not a process ID")},
    ReasonPhrase{Sonde::Reason::LinkToAnother,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is a link; what it leads to is another file")},
    ReasonPhrase{Sonde::Reason::BelongsToAgent, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it belongs to the agent")},
    ReasonPhrase{
        Sonde::Reason::StillInQuarantine, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is still in quarantine")},
    ReasonPhrase{Sonde::Reason::NoSuchLine, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the file has no such line")},
    ReasonPhrase{
        Sonde::Reason::NotInStartupFolder, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is not in a startup folder")},
    ReasonPhrase{Sonde::Reason::GoesAtRestart,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is in use, and goes at the next restart of the device")},
    ReasonPhrase{Sonde::Reason::QuarantineKeyGone,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the key of the quarantine is gone")},
    ReasonPhrase{Sonde::Reason::NoRandomNumbers, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no random numbers")},
    ReasonPhrase{
        Sonde::Reason::NotInQuarantine, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is not in quarantine any more")},
    ReasonPhrase{Sonde::Reason::NulInPath, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no path contains a NUL")},
    ReasonPhrase{Sonde::Reason::NameWithFolders,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a name, without folders; -path says where")},
    ReasonPhrase{Sonde::Reason::NoLibraryFile,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the order came without its library file")},
    ReasonPhrase{
        Sonde::Reason::ConnectionRefused, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the connection was refused")},
    ReasonPhrase{Sonde::Reason::HostNotFound, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the host was not found")},
    ReasonPhrase{
        Sonde::Reason::NetworkUnreachable, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the network cannot be reached")},
    ReasonPhrase{Sonde::Reason::ConnectionClosed,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the other side closed the connection")},
    ReasonPhrase{Sonde::Reason::NoAnswerInTime, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no answer came in time")},
    ReasonPhrase{
        Sonde::Reason::HandshakeTimedOut, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no TLS handshake within 10 s")},
    ReasonPhrase{Sonde::Reason::NotFound, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no such file or directory")},
    ReasonPhrase{Sonde::Reason::NoSuchProcess, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no such process")},
    ReasonPhrase{Sonde::Reason::PermissionDenied, QT_TRANSLATE_NOOP("Sonde::Client::Words", "permission denied")},
    ReasonPhrase{Sonde::Reason::NotPermitted, QT_TRANSLATE_NOOP("Sonde::Client::Words", "operation not permitted")},
    ReasonPhrase{Sonde::Reason::NotADirectory, QT_TRANSLATE_NOOP("Sonde::Client::Words", "not a directory")},
    ReasonPhrase{Sonde::Reason::IsADirectory, QT_TRANSLATE_NOOP("Sonde::Client::Words", "is a directory")},
    ReasonPhrase{
        Sonde::Reason::TooManyLinks, QT_TRANSLATE_NOOP("Sonde::Client::Words", "too many levels of symbolic links")},
    ReasonPhrase{Sonde::Reason::NameTooLong, QT_TRANSLATE_NOOP("Sonde::Client::Words", "file name too long")},
    ReasonPhrase{Sonde::Reason::Exists, QT_TRANSLATE_NOOP("Sonde::Client::Words", "file exists")},
    ReasonPhrase{Sonde::Reason::NoSpace, QT_TRANSLATE_NOOP("Sonde::Client::Words", "no space left on device")},
    ReasonPhrase{Sonde::Reason::ReadOnly, QT_TRANSLATE_NOOP("Sonde::Client::Words", "read-only file system")},
    ReasonPhrase{Sonde::Reason::InputOutput, QT_TRANSLATE_NOOP("Sonde::Client::Words", "input/output error")},
    ReasonPhrase{Sonde::Reason::TooShort, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is too short")},
    ReasonPhrase{Sonde::Reason::TooLong, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is too long")},
    ReasonPhrase{Sonde::Reason::SignInAgain, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the sign-in has ended")},
    ReasonPhrase{Sonde::Reason::NotAName, QT_TRANSLATE_NOOP("Sonde::Client::Words", "this is no name")},
    ReasonPhrase{Sonde::Reason::TicketUsed,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the ticket was used before, or is too old")},
    ReasonPhrase{
        Sonde::Reason::TransferGivenUp, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the transfer was given up")},
    ReasonPhrase{
        Sonde::Reason::ContentGone, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the service has its content no more")},
    ReasonPhrase{
        Sonde::Reason::DeletedMeanwhile, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it was deleted meanwhile")},
    ReasonPhrase{
        Sonde::Reason::AnotherSize, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it has another size than was said")},
    ReasonPhrase{Sonde::Reason::TooManyCommands,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "too many commands run in this session")},
    ReasonPhrase{Sonde::Reason::ConnectionCut, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the connection was cut")},
    ReasonPhrase{
        Sonde::Reason::NoTlsHandshake, QT_TRANSLATE_NOOP("Sonde::Client::Words", "there was no TLS handshake")},
    ReasonPhrase{Sonde::Reason::ReplyIncomplete,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the reply lacks what it should hold")},
    ReasonPhrase{Sonde::Reason::CipherMissing,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the system’s OpenSSL refuses the cipher")},
    ReasonPhrase{Sonde::Reason::CutShort, QT_TRANSLATE_NOOP("Sonde::Client::Words", "a piece of it was cut short")},
    ReasonPhrase{
        Sonde::Reason::ManifestMalformed, QT_TRANSLATE_NOOP("Sonde::Client::Words", "its manifest is no JSON")},
    ReasonPhrase{Sonde::Reason::OutputMadeHere,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "its output is made here and not written to files")},
    ReasonPhrase{
        Sonde::Reason::OutsideFolder, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it leads out of the download folder")},
    ReasonPhrase{Sonde::Reason::OutputMissing,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the service has not all of the output")},
    ReasonPhrase{Sonde::Reason::NoPlan, QT_TRANSLATE_NOOP("Sonde::Client::Words", "the answer holds no plan")},
    ReasonPhrase{Sonde::Reason::NoSuchSetting, QT_TRANSLATE_NOOP("Sonde::Client::Words", "there is no such setting")},
    ReasonPhrase{Sonde::Reason::NoWordOfItsEnd,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the device has not said that it stopped")},
    ReasonPhrase{Sonde::Reason::LastAdministrator,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "nobody would be left who administers users")},
    ReasonPhrase{Sonde::Reason::JournalShorter,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the journal ends before this entry, which it had")},
    ReasonPhrase{Sonde::Reason::EntryDiffers,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "this entry is another one than it was")},
    ReasonPhrase{Sonde::Reason::BuiltInRole,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is a built-in role, which nobody can change")},
    ReasonPhrase{Sonde::Reason::BuiltInGroup,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is the group of the devices that no other takes")},
    ReasonPhrase{Sonde::Reason::NoChangeYet, QT_TRANSLATE_NOOP("Sonde::Client::Words", "nobody has changed it")},
    ReasonPhrase{
        Sonde::Reason::NoCertificate, QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is no certificate in PEM")},
    ReasonPhrase{Sonde::Reason::EmptyRule,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a rule without any value takes no device")},
    ReasonPhrase{Sonde::Reason::OwnRequest,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "nobody decides about what they themselves asked for")},
    ReasonPhrase{Sonde::Reason::NeedsApproval,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it needs approval, so somebody has to type it")},
    ReasonPhrase{Sonde::Reason::OnlyForATime,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a role that was granted for a time grants nothing to others")},
    ReasonPhrase{Sonde::Reason::OnlyAtConsole,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "this account is armed only at the service’s own console")},
    ReasonPhrase{Sonde::Reason::NotSteppedIn,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "whoever acts in the session of somebody else says so first")},
    ReasonPhrase{Sonde::Reason::ReasonNeeded, QT_TRANSLATE_NOOP("Sonde::Client::Words", "a reason has to be given")},
    ReasonPhrase{Sonde::Reason::OthersMayRead,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "others may read this file; let only its owner (chmod 600)")},
    ReasonPhrase{Sonde::Reason::EmptySecret,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "its first line, which is the password or token, is empty")},
    ReasonPhrase{Sonde::Reason::PasswordsDiffer,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "the two passwords differ; nothing was changed")},
    ReasonPhrase{Sonde::Reason::NotATenantAddress,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a tenant’s address looks like https://host:port")},
    ReasonPhrase{Sonde::Reason::NotAHead,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is no line that “journal --head” printed")},
};

} // namespace

QString Words::reasonText(const Error &error)
{
    const auto reason = reasonOf(error);
    const auto found =
        std::ranges::find_if(reasonPhrases, [&reason](const ReasonPhrase &phrase) { return phrase.reason == reason; });
    return found == reasonPhrases.end() ? error.reason
                                        : QCoreApplication::translate("Sonde::Client::Words", found->text);
}

} // namespace Sonde::Client
