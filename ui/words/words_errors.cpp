// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/base/codec.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// The parts of an error as a sentence wants them.
struct Parts {
    explicit Parts(const Error &error)
        : subject(error.subject)
        , reason(error.reason)
        , facts(error.facts)
    {
    }

    [[nodiscard]] QString text(QLatin1StringView key) const { return facts.value(key).toString(); }
    [[nodiscard]] QString number(QLatin1StringView key) const
    {
        return QLocale().toString(facts.value(key).toInteger());
    }
    [[nodiscard]] QString size(QLatin1StringView key) const
    {
        return QLocale().formattedDataSize(facts.value(key).toInteger());
    }
    [[nodiscard]] QString time(QLatin1StringView key) const
    {
        const QCborValue value = facts.value(key);
        const QDateTime at = value.isInteger() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC)
                                               : QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
        return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : text(key);
    }
    [[nodiscard]] QString list(QLatin1StringView key) const
    {
        QStringList words;
        for (const QCborValue &value : facts.value(key).toArray())
            words << value.toString();
        return words.isEmpty() ? text(key) : words.join(", "_L1);
    }

    QString subject;
    QString reason;
    QCborMap facts;
};

/// What keeps a text from being a file name on every platform.
QString badNameText(const QString &name, const QString &why)
{
    if (why == "empty"_L1)
        return Words::tr("A file needs a name.");
    if (why == "too-long"_L1)
        return Words::tr("“%1” is too long for a file name: at most 255 bytes.").arg(name);
    if (why == "separator"_L1)
        return Words::tr("“%1” cannot be a file name on every platform: it contains one of /\\:*?\"<>|").arg(name);
    if (why == "control"_L1)
        return Words::tr("“%1” cannot be a file name: it contains characters that cannot be shown.").arg(name);
    if (why == "reserved"_L1)
        return Words::tr("“%1” cannot be a file name: Windows reserves it for hardware.").arg(name);
    return Words::tr(
        "“%1” cannot be a file name on every platform: it begins with a blank, or ends with a blank or a dot.")
        .arg(name);
}

} // namespace

QString Words::errorText(const Error &error)
{
    const Parts is(error);
    const auto withReason = [&](const QString &sentence) {
        return is.reason.isEmpty() ? sentence : tr("%1 Reason: %2").arg(sentence, is.reason);
    };

    switch (error.code) {
    case ErrorCode::EmptyLine: return tr("Nothing was typed. Type a command, or “help” for the list.");
    case ErrorCode::UnknownVerb:
        return is.list("nearest"_L1).isEmpty()
            ? tr("There is no command “%1”. Type “help” for the list.").arg(is.subject)
            : tr("There is no command “%1”. Did you mean: %2? Type “help” for the list.")
                  .arg(is.subject, is.list("nearest"_L1));
    case ErrorCode::AmbiguousVerb:
        return tr("“%1” can mean several commands: %2. Type the one you mean; nothing was run.")
            .arg(is.subject, is.list("nearest"_L1));
    case ErrorCode::MissingParameter:
        return tr("The parameter <%1> is missing. Usage: %2").arg(is.subject, is.text("usage"_L1));
    case ErrorCode::TooManyParameters:
        return tr("“%1” is one value too many; quote a value that contains blanks. Usage: %2")
            .arg(is.subject, is.text("usage"_L1));
    case ErrorCode::UnknownFlag:
        return tr("This command has no parameter or flag “-%1”. Usage: %2").arg(is.subject, is.text("usage"_L1));
    case ErrorCode::BadValue:
        if (!is.text("usage"_L1).isEmpty())
            return tr("“%1” does not fit here. Usage: %2").arg(is.subject, is.text("usage"_L1));
        if (!is.list("nearest"_L1).isEmpty())
            return tr("There is no “%1”. Did you mean: %2?").arg(is.subject, is.list("nearest"_L1));
        return withReason(tr("“%1” is not a value this parameter takes.").arg(is.subject));
    case ErrorCode::UnclosedQuote:
        return tr("A quote is opened before “%1” and never closed. Add the closing quote.").arg(is.subject);
    case ErrorCode::RepeatedParameter: return tr("“%1” is given more than once. Keep one of them.").arg(is.subject);
    case ErrorCode::LineTooLong:
        return tr("The line has %1 characters, and a line may have %2. Shorten it.")
            .arg(is.number("actual"_L1), is.number("limit"_L1));
    case ErrorCode::MissingFileName: return tr("A file name must follow “>”, for example: processes > processes.txt");

    case ErrorCode::NotSignedIn: return tr("You are not signed in, or your sign-in has ended. Sign in again.");
    case ErrorCode::SignInFailed:
        return tr("The user name or the password is wrong. Check both and try again; an administrator can set a new "
                  "password.");
    case ErrorCode::RateLimited: return tr("Too many attempts. Wait a minute, then try again.");
    case ErrorCode::TokenInvalid:
        return withReason(
            tr("This token is not valid: it was used already or has expired. Ask an administrator for a new one."));
    case ErrorCode::RoleTooLow:
        return tr("Your role does not include “%1”: it needs %2. A global administrator can change your role.")
            .arg(is.subject,
                is.text("role"_L1).isEmpty() ? roleText(u"live-response-advanced"_s) : roleText(is.text("role"_L1)));
    case ErrorCode::PlatformNotOffered:
        return withReason(tr("“%1” is not offered on this device's platform.").arg(is.subject));
    case ErrorCode::LiveResponseOff:
        return tr("Live response is switched off for this tenant. A security administrator can switch it on in the "
                  "settings.");
    case ErrorCode::ServersOff:
        return tr("This device is a server, and live response for servers is switched off. A security administrator "
                  "can switch it on in the settings.");
    case ErrorCode::OsUnsupported:
        return tr("The operating system of this device is not supported: %1.")
            .arg(is.reason.isEmpty() ? is.subject : is.reason);
    case ErrorCode::AgentTooOld:
        return tr("The agent on this device is too old: it is %1, at least %2 is needed. Update the agent.")
            .arg(is.text("actual"_L1), is.text("limit"_L1));
    case ErrorCode::AutomationNone:
        return tr("The device group “%1” has the automation level “none”. A security administrator can change it.")
            .arg(is.subject);
    case ErrorCode::GroupNotCovered:
        return tr("Your role does not cover the device group “%1”. A global administrator can change your role.")
            .arg(is.subject);
    case ErrorCode::DeviceOffline:
        return is.time("since"_L1).isEmpty()
            ? tr("The device is offline. A session can wait for it.")
            : tr("The device is offline; it was last seen %1. A session can wait for it.").arg(is.time("since"_L1));
    case ErrorCode::DeviceHeld:
        return tr(
            "%1 has held a session on this device since %2. Ask them to disconnect, or an administrator to close it.")
            .arg(is.text("holder"_L1), is.time("since"_L1));
    case ErrorCode::TenantSessionLimit:
        return tr("The tenant has %1 live sessions, and %2 are allowed. Wait for one to end, or have a security "
                  "administrator raise the limit.")
            .arg(is.number("actual"_L1), is.number("limit"_L1));
    case ErrorCode::UserSessionLimit:
        return tr("You have %1 live sessions, and %2 are allowed. Disconnect one, or have a security administrator "
                  "raise the limit.")
            .arg(is.number("actual"_L1), is.number("limit"_L1));
    case ErrorCode::DeviceUnknown:
        return tr("There is no device “%1” in this tenant. Check the name in the device inventory.").arg(is.subject);
    case ErrorCode::SessionUnknown:
        return tr("There is no session %1 in this tenant, or it is not yours.").arg(is.subject);
    case ErrorCode::SessionClosed:
        return tr("This session has ended. Start a new live response session on the device.");
    case ErrorCode::CommandUnknown:
        return tr("There is no command with the ID %1 in this session. Type “jobs” for the running ones.")
            .arg(is.subject);
    case ErrorCode::CommandNotRunning:
        return tr("The command %1 is no longer running. Type “status %1” for its outcome.").arg(is.subject);
    case ErrorCode::UserUnknown: return tr("There is no user “%1”.").arg(is.subject);
    case ErrorCode::UserExists: return tr("There is already a user “%1”. Choose another name.").arg(is.subject);
    case ErrorCode::WeakPassword: return withReason(tr("This password is too weak. Choose a longer one."));
    case ErrorCode::NotPermitted:
        if (is.text("setting"_L1) == "allow-python-scripts"_L1)
            return tr("“%1” may not run: Python scripts are switched off for this tenant. A security administrator can "
                      "allow them in the settings.")
                .arg(is.subject);
        return is.text("role"_L1).isEmpty()
            ? withReason(tr("You are not allowed to do this. A global administrator can change your role."))
            : tr("This needs the role “%1”. A global administrator can give it to you.")
                  .arg(roleText(is.text("role"_L1)));

    case ErrorCode::NotFound:
        if (is.facts.contains("upload"_L1))
            return tr("“%1” does not exist on this computer. Check the path.").arg(is.subject);
        return withReason(tr("“%1” does not exist on the device. Check the path.").arg(is.subject));
    case ErrorCode::AccessDenied: return withReason(tr("The agent may not read “%1”.").arg(is.subject));
    case ErrorCode::NotADirectory: return withReason(tr("“%1” is not a directory.").arg(is.subject));
    case ErrorCode::IsADirectory:
        return tr("“%1” is a directory; this command takes a file. Use “dir” to list it.").arg(is.subject);
    case ErrorCode::NotARegularFile:
        return withReason(tr("“%1” is not a regular file, so it was not opened.").arg(is.subject));
    case ErrorCode::TooLarge:
        return tr("“%1” has %2, and the limit is %3. A security administrator can raise it in the settings.")
            .arg(is.subject, is.size("actual"_L1), is.size("limit"_L1));
    case ErrorCode::ReadFailed: return withReason(tr("“%1” could not be read.").arg(is.subject));
    case ErrorCode::Vanished: return tr("“%1” disappeared while it was read.").arg(is.subject);
    case ErrorCode::NoSuchProcess:
        return tr("There is no process %1 on the device. It may have ended; type “processes” for the current ones.")
            .arg(is.subject);
    case ErrorCode::LimitReached:
        return withReason(
            tr("The limit of %1 was reached: the output is cut there. Narrow the command.").arg(is.number("limit"_L1)));
    case ErrorCode::NotSupported: return withReason(tr("“%1” is not possible on this device.").arg(is.subject));
    case ErrorCode::DuplicateCommand:
        return tr("The device had seen the command %1 before and did not run it again.").arg(is.subject);
    case ErrorCode::EmptyFile:
        if (is.facts.contains("upload"_L1))
            return tr("“%1” is empty: there is nothing to upload. Perhaps it was not saved yet.").arg(is.subject);
        return tr("“%1” is empty: there is nothing to download. “fileinfo” shows its facts.").arg(is.subject);
    case ErrorCode::SparseFile:
        return tr("“%1” is a sparse file: it claims %2 and holds less. Have a script copy it into an archive, then "
                  "download that.")
            .arg(is.subject, is.size("actual"_L1));
    case ErrorCode::NotLocal:
        return tr("“%1” is not fully on the device: its content is in a cloud. Have it fetched on the device first.")
            .arg(is.subject);
    case ErrorCode::FileChanged: return withReason(tr("“%1” changed while it was read.").arg(is.subject));
    case ErrorCode::NoInterpreter:
        if (is.text("interpreter"_L1).isEmpty())
            return tr("“%1” cannot be run: nothing says what it is written in. Give it a #! line, or the extension "
                      ".sh, .bash, .py or .ps1.")
                .arg(is.subject);
        return is.facts.contains("missing"_L1)
            ? tr("“%1” needs %2, which the device does not have. Install it there, or use a script in another "
                 "language.")
                  .arg(is.subject, is.text("interpreter"_L1))
            : tr("“%1” asks for the interpreter %2, and scripts are run with sh, bash, Python or PowerShell.")
                  .arg(is.subject, is.text("interpreter"_L1));
    case ErrorCode::WindowsLineEnds:
        return tr("“%1” was not run: it has Windows line ends (CR LF), first in line %2, and a shell takes each CR for "
                  "a part of the line. "
                  "Save it with line ends of Unix (LF) and upload it again.")
            .arg(is.subject, is.number("line"_L1));
    case ErrorCode::ProcessesRemain:
        return is.facts.contains("stopped"_L1)
            ? tr("“%1” was stopped, but these processes could not be ended: %2. They may belong to another user, or "
                 "wait for hardware.")
                  .arg(is.subject, is.list("processes"_L1))
            : tr("“%1” has ended and left running what it had started: %2.").arg(is.subject, is.list("processes"_L1));
    case ErrorCode::NoSubsystem:
        return withReason(tr("“%1” is not available on this device; the output goes without it.").arg(is.subject));
    case ErrorCode::ExitStatus:
        return tr("“%1” ended with the exit status %2.").arg(is.subject, is.number("actual"_L1));

    case ErrorCode::HashMismatch:
        return tr("What arrived of “%1” is not what was sent: the SHA-256 hashes differ. It was thrown away; download "
                  "it again.")
            .arg(is.subject);
    case ErrorCode::NoSpace:
        return is.facts.contains("limit"_L1)
            ? tr("There is not enough space for “%1”: it needs %2, and %3 are free. Make room, then try again.")
                  .arg(is.subject, is.size("actual"_L1), is.size("limit"_L1))
            : tr("There is no space left for “%1”. Make room, then try again.").arg(is.subject);
    case ErrorCode::EvidenceUnknown:
        return withReason(tr("The service has no evidence of the command %1.").arg(is.subject));

    case ErrorCode::LibraryFileUnknown:
        return is.list("nearest"_L1).isEmpty()
            ? tr("The library has no file “%1”. Type “library” for the list.").arg(is.subject)
            : tr("The library has no file “%1”. Did you mean: %2?").arg(is.subject, is.list("nearest"_L1));
    case ErrorCode::LibraryFileExists:
        return tr(
            "The library has a file “%1” already. Choose “Overwrite” to make this its new version, or another name.")
            .arg(is.subject);
    case ErrorCode::BadName: return badNameText(is.subject, is.text("why"_L1));
    case ErrorCode::ScriptUnsigned:
        return tr("“%1” may not run: PowerShell scripts must have a valid signature here (%2). Sign it, or have a "
                  "security administrator "
                  "allow unsigned scripts in the settings.")
            .arg(is.subject,
                signatureText(
                    Codec::fromWireName<SignatureState>(is.text("signature"_L1)).value_or(SignatureState::Unsigned),
                    is.text("signer"_L1)));

    case ErrorCode::Cancelled:
        return is.facts.contains("processes"_L1) ? tr("“%1” was stopped: %n process(es) ended, none is left.", nullptr,
                                                       int(is.facts.value("processes"_L1).toInteger()))
                                                       .arg(is.subject)
                                                 : tr("The command was cancelled.");
    case ErrorCode::Expired:
        return tr("The time limit of %1 was reached, so the command was stopped. Narrow the command and run it again.")
            .arg(is.text("limit"_L1).isEmpty()
                    ? durationText(std::chrono::milliseconds(is.facts.value("limit"_L1).toInteger()))
                    : is.text("limit"_L1));
    case ErrorCode::Interrupted:
        return withReason(
            tr("The command was interrupted: the agent restarted while it ran. Run it again if you need its answer."));

    case ErrorCode::CannotConnect:
        return withReason(tr("No connection to “%1”. Check the address and that the service runs.").arg(is.subject));
    case ErrorCode::CertificateRefused:
        return withReason(tr("The certificate of “%1” is not the tenant's: nothing was sent. Check the fingerprint "
                             "with an administrator.")
                .arg(is.subject));
    case ErrorCode::VersionMismatch:
        return withReason(tr("The two programs speak different protocol versions. Update the older one."));
    case ErrorCode::ProtocolViolation:
        return withReason(tr("The other side sent something that is not part of the protocol."));
    case ErrorCode::TimedOut: return withReason(tr("“%1” did not answer in time.").arg(is.subject));

    case ErrorCode::FileExists:
        return is.text("flag"_L1).isEmpty()
            ? tr("The file “%1” exists already and was left as it is. Choose another name or delete it first.")
                  .arg(is.subject)
            : tr("The file “%1” exists already on the device and was left as it is. Type %2 to replace it.")
                  .arg(is.subject, is.text("flag"_L1));
    case ErrorCode::CannotWrite: return withReason(tr("“%1” could not be written.").arg(is.subject));
    case ErrorCode::StorageFailed:
        return withReason(tr("The service could not store its data. Check the disk of the service."));
    case ErrorCode::JournalBroken:
        return withReason(tr("The journal is broken at entry %1: it was changed from outside.").arg(is.subject));
    case ErrorCode::AlreadyRunning:
        return withReason(
            tr("Sonde runs already with the data in “%1”. Use the running one, or start with another --data.")
                .arg(is.subject));
    case ErrorCode::CannotStart: return withReason(tr("“%1” could not be started.").arg(is.subject));
    case ErrorCode::Internal: break;
    }
    return withReason(tr("Something went wrong inside Sonde (%1). Please report it.").arg(is.subject));
}

QString Words::conditionText(const Condition &condition)
{
    if (!condition.met)
        return errorText(condition.error);
    switch (condition.unmet) {
    case ErrorCode::LiveResponseOff: return tr("Live response is on");
    case ErrorCode::ServersOff: return tr("Live response for servers is on, or this is no server");
    case ErrorCode::OsUnsupported: return tr("The operating system is supported");
    case ErrorCode::AgentTooOld: return tr("The agent is recent enough");
    case ErrorCode::AutomationNone: return tr("The device group has an automation level");
    case ErrorCode::RoleTooLow: return tr("Your role includes live response");
    case ErrorCode::GroupNotCovered: return tr("Your role covers the device group");
    case ErrorCode::DeviceOffline: return tr("The device is online");
    case ErrorCode::DeviceHeld: return tr("Nobody holds a session on it");
    case ErrorCode::TenantSessionLimit: return tr("The tenant has sessions left");
    case ErrorCode::UserSessionLimit: return tr("You have sessions left");
    default: return tr("Met");
    }
}

} // namespace Sonde::Client
