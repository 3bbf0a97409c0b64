// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errorsentences.h"

#include <QCborArray>
#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Form = SentencePart::Form;
using Reason = ErrorSentence::Reason;

constexpr SentencePart Subject{Form::Subject};
constexpr SentencePart ReasonOrSubject{Form::ReasonOrSubject};

constexpr SentencePart text(Fact fact)
{
    return {Form::Text, fact};
}
constexpr SentencePart number(Fact fact)
{
    return {Form::Number, fact};
}
constexpr SentencePart size(Fact fact)
{
    return {Form::Size, fact};
}
constexpr SentencePart time(Fact fact)
{
    return {Form::Time, fact};
}
constexpr SentencePart duration(Fact fact)
{
    return {Form::Duration, fact};
}
constexpr SentencePart list(Fact fact)
{
    return {Form::List, fact};
}
constexpr SentencePart role(Fact fact)
{
    return {Form::Role, fact};
}
constexpr SentencePart signature(Fact fact)
{
    return {Form::Signature, fact};
}
constexpr SentencePart count(Fact fact)
{
    return {Form::Count, fact};
}

constexpr ErrorSentence::Condition Always{};
constexpr ErrorSentence::Condition when(Fact fact, QLatin1StringView value = {})
{
    return {fact, value};
}

constexpr ErrorSentence::Condition when(TenantSetting setting)
{
    return {Fact::Setting, {}, setting};
}

constexpr std::array sentences{
    ErrorSentence{ErrorCode::EmptyLine, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Nothing was typed. Type a command, or “help” for the list."), {}},
    ErrorSentence{ErrorCode::UnknownVerb, when(Fact::Nearest),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "There is no command “%1”. Did you mean: %2? Type “help” for the list."),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::UnknownVerb, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no command “%1”. Type “help” for the list."), {{Subject}}},
    ErrorSentence{ErrorCode::AmbiguousVerb, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” can mean several commands: %2. Type the one you mean; nothing was run."),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::MissingParameter, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The parameter <%1> is missing. Usage: %2"),
        {{Subject, text(Fact::Usage)}}},
    ErrorSentence{ErrorCode::TooManyParameters, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is one value too many; quote a value that contains blanks. Usage: %2"),
        {{Subject, text(Fact::Usage)}}},
    ErrorSentence{ErrorCode::UnknownFlag, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "This command has no parameter or flag “%1”. Usage: %2"),
        {{Subject, text(Fact::Usage)}}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Usage),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not fit here. Usage: %2"), {{Subject, text(Fact::Usage)}}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Nearest),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no “%1”. Did you mean: %2?"),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::BadValue, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a value this parameter takes."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::UnclosedQuote, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "A quote is opened before “%1” and never closed. Add the closing quote."),
        {{Subject}}},
    ErrorSentence{ErrorCode::RepeatedParameter, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is given more than once. Keep one of them."), {{Subject}}},
    ErrorSentence{ErrorCode::MissingFileName, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "A file name must follow “>”, for example: processes > processes.txt"),
        {}},
    ErrorSentence{ErrorCode::LineTooLong, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The line has %1 characters, and a line may have %2. Shorten it."),
        {{number(Fact::Actual), number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NotSignedIn, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "You are not signed in, or your sign-in has ended. Sign in again."),
        {}},
    ErrorSentence{ErrorCode::SignInFailed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The user name or the password is wrong. Check both and try again; an administrator can set a new "
            "password."),
        {}},
    ErrorSentence{ErrorCode::RateLimited, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Too many attempts. Wait a minute, then try again."), {}},
    ErrorSentence{ErrorCode::TokenInvalid, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This token is not valid: it was used already or has expired. Ask an administrator for a new one."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::RoleTooLow, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Your role does not include “%1”: it needs %2. A global administrator can change your role."),
        {{Subject, role(Fact::Role)}}},
    ErrorSentence{ErrorCode::PlatformNotOffered, when(Fact::Platforms),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is for devices with %2; this one runs %3."),
        {{Subject, list(Fact::Platforms), text(Fact::Platform)}}},
    ErrorSentence{ErrorCode::PlatformNotOffered, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not offered on this device's platform."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::LiveResponseOff, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Live response is switched off for this tenant. A security administrator can switch it on in the "
            "settings."),
        {}},
    ErrorSentence{ErrorCode::ServersOff, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This device is a server, and live response for servers is switched off. A security administrator can "
            "switch it on in the settings."),
        {}},
    ErrorSentence{ErrorCode::OsUnsupported, when(Fact::Actual),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The operating system of this device is not supported: %1."),
        {{text(Fact::Actual)}}},
    ErrorSentence{ErrorCode::OsUnsupported, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The operating system of this device is not supported: %1."),
        {{ReasonOrSubject}}},
    ErrorSentence{ErrorCode::AgentTooOld, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The agent on this device is too old: it is %1, at least %2 is needed. Update the agent."),
        {{text(Fact::Actual), text(Fact::Limit)}}},
    ErrorSentence{ErrorCode::AutomationNone, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device group “%1” has the automation level “none”. A security administrator can change it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::DeviceOffline, when(Fact::Since),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The device is offline; it was last seen %1. A session can wait for it."),
        {{time(Fact::Since)}}},
    ErrorSentence{ErrorCode::DeviceOffline, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device is offline. A session can wait for it."), {}},
    ErrorSentence{ErrorCode::DeviceHeld, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "%1 has held a session on this device since %2. Ask them to disconnect, or an administrator to close it."),
        {{text(Fact::Holder), time(Fact::Since)}}},
    ErrorSentence{ErrorCode::TenantSessionLimit, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The tenant has %1 live sessions, and %2 are allowed. Wait for one to end, or have a security "
            "administrator raise the limit."),
        {{number(Fact::Actual), number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::UserSessionLimit, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You have %1 live sessions, and %2 are allowed. Disconnect one, or have a security administrator raise the "
            "limit."),
        {{number(Fact::Actual), number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::DeviceUnknown, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "There is no device “%1” in this tenant. Check the name in the device inventory."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SessionUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no session %1 in this tenant, or it is not yours."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SessionClosed, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "This session has ended. Start a new live response session on the device."),
        {}},
    ErrorSentence{ErrorCode::CommandUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no command with the ID %1 in this session. Type “jobs” for the running ones."),
        {{Subject}}},
    ErrorSentence{ErrorCode::CommandNotRunning, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The command %1 is no longer running. Type “status %1” for its outcome."),
        {{Subject}}},
    ErrorSentence{ErrorCode::UserUnknown, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no user “%1”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::UserExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is already a user “%1”. Choose another name."), {{Subject}}},
    ErrorSentence{ErrorCode::WeakPassword, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "This password is too weak. Choose a longer one."), {}, Reason::Said},
    ErrorSentence{ErrorCode::NotPermitted, when(TenantSetting::AllowPythonScripts),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” may not run: Python scripts are switched off for this tenant. A security administrator can allow "
            "them in the settings."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Role),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "This needs the role “%1”. A global administrator can give it to you."),
        {{role(Fact::Role)}}},
    ErrorSentence{ErrorCode::ReasonMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This tenant wants a reason for whatever changes a device: add -reason \"…\". Nothing was run."),
        {}},
    ErrorSentence{ErrorCode::NotPermitted, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "You are not allowed to do this. A global administrator can change your role."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::NotFound, when(Fact::Upload),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not exist on this computer. Check the path."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotFound, when(Fact::Target),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is a link to “%2”, which does not exist."),
        {{Subject, text(Fact::Target)}}},
    ErrorSentence{ErrorCode::NotFound, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not exist on the device. Check the path."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::AccessDenied, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The agent may not read “%1”."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotADirectory, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a directory."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::IsADirectory, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is a directory; this command takes a file. Use “dir” to list it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotARegularFile, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a regular file, so it was not opened."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::TooLarge, when(Fact::Actual),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” has %2, and the limit is %3. A security administrator can raise it in the settings."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::TooLarge, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” has more than %2, which is the limit."),
        {{Subject, size(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::ReadFailed, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be read."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::Vanished, when(Fact::Why, "content-gone"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The service has the content of “%1” no more. Upload it to the library again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::Vanished, when(Fact::Why, "deleted-meanwhile"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” was deleted from the library meanwhile."), {{Subject}}},
    ErrorSentence{ErrorCode::Vanished, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” disappeared while it was read."), {{Subject}}},
    ErrorSentence{ErrorCode::NoSuchProcess, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no process %1 on the device. It may have ended; type “processes” for the current ones."),
        {{Subject}}},
    ErrorSentence{ErrorCode::LimitReached, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The limit of %1 was reached: the output is cut there. Narrow the command."),
        {{number(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::EngineMissing, when(Fact::Why, "clamav"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No antivirus looked: ClamAV does not run on this device. Install the package clamav-daemon (on Fedora "
            "clamd), and let it fetch its signatures."),
        {}},
    ErrorSentence{ErrorCode::EngineMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No YARA rule was looked for: the library holds none. Upload a file with the extension .yar to have them "
            "looked for on every device."),
        {}},
    ErrorSentence{ErrorCode::EngineFailed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The engine %1 failed: what it has not seen counts as not scanned."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotWhollyScanned, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” was not wholly looked at."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NoDefinitions, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "No definitions of artefacts came from the service, so no files are in the package: %1"),
        {{ReasonOrSubject}}},
    ErrorSentence{ErrorCode::BudgetReached, when(Fact::Parameter, "size"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Not everything is in the package: at “%1” its size reached %2. Its summary says what is missing; “-size” "
            "allows more."),
        {{Subject, size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::BudgetReached, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Not everything is in the package: at “%1” the time for it, %2, was over. Its summary says what is "
            "missing; "
            "“-time” allows more."),
        {{Subject, duration(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NotSupported, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not possible on this device."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::EmptyFile, when(Fact::Upload),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is empty: there is nothing to upload. Perhaps it was not saved yet."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EmptyFile, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” is empty: there is nothing to download. “fileinfo” shows its facts."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SparseFile, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is a sparse file: it claims %2 and holds less. Have a script copy it into an archive, then download "
            "that."),
        {{Subject, size(Fact::Actual)}}},
    ErrorSentence{ErrorCode::FileChanged, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” changed while it was read."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NoInterpreter, when(Fact::Missing),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” needs %2, which the device does not have. Install it there, or use a script in another language."),
        {{Subject, text(Fact::Interpreter)}}},
    ErrorSentence{ErrorCode::NoInterpreter, when(Fact::Interpreter),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” asks for the interpreter %2, and scripts are run with sh, bash, Python or PowerShell."),
        {{Subject, text(Fact::Interpreter)}}},
    ErrorSentence{ErrorCode::NoInterpreter, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” cannot be run: nothing says what it is written in. Give it a #! line, or the extension .sh, .bash, "
            ".py or .ps1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::WindowsLineEnds, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not run: it has Windows line ends (CR LF), first in line %2, and a shell takes each CR for a "
            "part of the line. Save it with line ends of Unix (LF) and upload it again."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::ExitStatus, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” ended with the exit status %2."),
        {{Subject, number(Fact::Actual)}}},
    ErrorSentence{ErrorCode::ProcessesRemain, when(Fact::Stopped),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was stopped, but these processes could not be ended: %2. They may belong to another user, or wait "
            "for hardware."),
        {{Subject, list(Fact::Processes)}}},
    ErrorSentence{ErrorCode::ProcessesRemain, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” has ended and left running what it had started: %2."),
        {{Subject, list(Fact::Processes)}}},
    ErrorSentence{ErrorCode::NoSubsystem, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not available on this device; the output goes without it."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotLookedAt, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: nobody has looked at it in this session. Type “%2” first, or add -auto."),
        {{Subject, text(Fact::Command)}}},
    ErrorSentence{ErrorCode::FactsChanged, when(Fact::Command),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: it is not what was looked at any more (%2). Type “%3” to look again."),
        {{Subject, list(Fact::Changed), text(Fact::Command)}}},
    ErrorSentence{ErrorCode::FactsChanged, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” was left as it is: it is not what the plan was made for any more (%2)."),
        {{Subject, list(Fact::Changed)}}},
    ErrorSentence{ErrorCode::PlanChanged, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: what would have to be done is not what was approved any more. Look at the new plan "
            "before you decide."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NothingToUndo, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is no remediation of “%1” on this device that could be undone. Type “remediate list” to see what "
            "there is."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::UndoConflict, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not restored: something else is in its place now, and was left as it is. Type -replace to put "
            "that into quarantine first, or -beside to restore it under another name."),
        {{Subject}}},
    ErrorSentence{ErrorCode::QuarantineFull, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not touched: the quarantine of this device has no room for its %2; %3 are free. A security "
            "administrator can raise the limit in the settings."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::Protected, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” was not touched: the device, or the agent itself, cannot do without it."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::ServiceCutOff, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device was not isolated: with the rules in place its service (%1) did not answer any more, so they "
            "were taken away again. A VPN or a proxy on the way can be the cause; a security administrator can let it "
            "pass with the setting “isolation-passages”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::PartlyIsolated, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The device is isolated only in part. What is not kept back: %1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::StillThere, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is still there, or was brought back: %2. Look for what does it with “persistence”."),
        {{Subject, list(Fact::Processes)}}},
    ErrorSentence{ErrorCode::HashMismatch, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "What arrived of “%1” is not what was sent: the SHA-256 hashes differ. It was thrown away; download it "
            "again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NoSpace, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "There is not enough space for “%1”: it needs %2, and %3 are free. Make room, then try again."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::NoSpace, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no space left for “%1”. Make room, then try again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EvidenceUnknown, when(Fact::Why, "output-missing"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The service has not all of the output of the command %1."),
        {{Subject}}},
    ErrorSentence{ErrorCode::EvidenceUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The service has no evidence of the command %1."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::LibraryFileUnknown, when(Fact::Version),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no version %2 of “%1”."),
        {{Subject, number(Fact::Version)}}},
    ErrorSentence{ErrorCode::LibraryFileUnknown, when(Fact::Nearest),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no file “%1”. Did you mean: %2?"),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::LibraryFileUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The library has no file “%1”. Type “library” for the list."),
        {{Subject}}},
    ErrorSentence{ErrorCode::LibraryFileExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The library has a file “%1” already. Choose “Overwrite” to make this its new version, or another name."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "empty"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "A file needs a name."), {}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "too-long"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is too long for a file name: at most 255 bytes."), {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "separator"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” cannot be a file name on every platform: it contains one of /\\:*?\"<>|"),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "control"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” cannot be a file name: it contains characters that cannot be shown."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "hashes"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” does not say what it lists: call it ….bad.hashes for what is known to be bad, ….good.hashes for what "
            "is known to be good."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, when(Fact::Why, "reserved"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” cannot be a file name: Windows reserves it for hardware."),
        {{Subject}}},
    ErrorSentence{ErrorCode::BadName, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” cannot be a file name on every platform: it begins with a blank, or ends with a blank or a dot."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ScriptUnsigned, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” may not run: PowerShell scripts must have a valid signature here (%2). Sign it, or have a security "
            "administrator allow unsigned scripts in the settings."),
        {{Subject, signature(Fact::Signature)}}},
    ErrorSentence{ErrorCode::RulesMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: its line %2 is no YARA that compiles. Reason: %3"),
        {{Subject, number(Fact::Line), ReasonOrSubject}}},
    ErrorSentence{ErrorCode::ArtifactsMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken into the library: its line %2 is no definition of artefacts. Reason: %3"),
        {{Subject, number(Fact::Line), ReasonOrSubject}}},
    ErrorSentence{ErrorCode::HashesMalformed, when(Fact::Why, "order"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is long, and a long list has to be sorted: line %2 comes too late. “LC_ALL=C sort -u” sorts it."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::HashesMalformed, when(Fact::Why, "case"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is long, and a long list has to keep to one letter case: line %2 changes it."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::HashesMalformed, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” is no list of hashes: line %2 does not begin with an MD5, SHA-1 or SHA-256 in hexadecimal digits."),
        {{Subject, number(Fact::Line)}}},
    ErrorSentence{ErrorCode::Cancelled, when(Fact::Processes),
        QT_TRANSLATE_N_NOOP("Sonde::Client::Words", "“%1” was stopped: %n process(es) ended, none is left."),
        {{Subject, count(Fact::Processes)}}},
    ErrorSentence{
        ErrorCode::Cancelled, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "The command was cancelled."), {}},
    ErrorSentence{ErrorCode::Expired, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The time limit of %1 was reached, so the command was stopped. Narrow the command and run it again."),
        {{duration(Fact::Limit)}}, Reason::Said},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "connection-closed"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The connection to the service was lost before its answer came. See whether it was done before you try "
            "again."),
        {}},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "connection-cut"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The connection was cut while a file was on its way."), {}},
    ErrorSentence{ErrorCode::Interrupted, when(Fact::Why, "deleted-meanwhile"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not stored, because the same content was deleted at this moment. Upload it again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::Interrupted, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The command was interrupted: the agent restarted while it ran. Run it again if you need its answer."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::CannotConnect, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "No connection to “%1”. Check the address and that the service runs."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::CertificateRefused, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The certificate of “%1” is not the tenant's: nothing was sent. Check the fingerprint with an "
            "administrator."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::VersionMismatch, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The two programs speak different protocol versions. Update the older one."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::ProtocolViolation, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The other side sent something that is not part of the protocol."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::TimedOut, when(Fact::Why, "no-answer-in-time"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The other side did not answer in time."), {}},
    ErrorSentence{ErrorCode::TimedOut, when(Fact::Limit),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device has not answered within %1: it may be busy, hung or out of reach. Nothing was changed."),
        {{duration(Fact::Limit)}}},
    ErrorSentence{ErrorCode::TimedOut, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” did not answer in time."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::FileExists, when(Fact::Flag),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The file “%1” exists already on the device and was left as it is. Type %2 to replace it."),
        {{Subject, text(Fact::Flag)}}},
    ErrorSentence{ErrorCode::FileExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The file “%1” exists already and was left as it is. Choose another name or delete it first."),
        {{Subject}}},
    ErrorSentence{ErrorCode::CannotWrite, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be written."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::NotSaved, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not written: the command did not complete. “Save as…” keeps what it printed all the same."),
        {{Subject}}},
    ErrorSentence{ErrorCode::StorageFailed, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The service could not store its data. Check the disk of the service."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::JournalBroken, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "The journal is broken at entry %1: it was changed from outside."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::AlreadyRunning, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Sonde runs already with the data in “%1”. Use the running one, or start with another --data."),
        {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::CannotStart, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” could not be started."), {{Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::Internal, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Something went wrong inside Sonde (%1). Please report it."),
        {{Subject}}, Reason::Said},
};

bool says(const QCborValue &value)
{
    if (value.isString())
        return !value.toString().isEmpty();
    if (value.isArray())
        return !value.toArray().isEmpty();
    return !value.isUndefined();
}

} // namespace

bool ErrorSentence::isFor(const Error &error) const
{
    if (error.code != code)
        return false;
    if (!condition.fact)
        return true;
    const auto value = condition.setting ? settingKey(*condition.setting) : condition.value;
    return value.isEmpty() ? says(error.facts.value(*condition.fact)) : error.facts.text(*condition.fact) == value;
}

std::span<const ErrorSentence> errorSentences()
{
    return sentences;
}

} // namespace Sonde::Client
