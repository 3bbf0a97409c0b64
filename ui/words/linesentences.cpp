// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/sentenceparts.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Sentences {

namespace {

using Reason = ErrorSentence::Reason;

constexpr std::array lineTable{
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
    ErrorSentence{ErrorCode::BadValue, when(Fact::Why, "passwords-differ"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The two passwords differ, and nothing was changed. Give the command again."),
        {}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Why, "pipe"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Output cannot be piped into another program. Filter its rows in the window, or write it to a file with "
            "“>”."),
        {}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Usage),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not fit here. Usage: %2"), {{Subject, text(Fact::Usage)}}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Nearest),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no “%1”. Did you mean: %2?"),
        {{Subject, list(Fact::Nearest)}}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Choices),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” does not fit here. Possible values: %2"),
        {{Subject, list(Fact::Choices)}}},
    ErrorSentence{ErrorCode::BadValue, when(Fact::Most),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” takes a number from %2 to %3."),
        {{Subject, number(Fact::Least), number(Fact::Most)}}},
    ErrorSentence{ErrorCode::BadValue, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” is not a value this parameter takes."), {{Subject}},
        Reason::Said},
    ErrorSentence{ErrorCode::UnclosedQuote, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "A quote is opened before “%1” and never closed. Add the closing quote."),
        {{Subject}}},
    ErrorSentence{ErrorCode::RepeatedParameter, when(Fact::Flag),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "“%1” and “%2” exclude each other. Keep one of them."),
        {{text(Fact::Flag), Subject}}},
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
    ErrorSentence{ErrorCode::RateLimited, when(Fact::RetryAfter),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "That was too much in a short time. Nothing was done. Try again in %1 s."),
        {{number(Fact::RetryAfter)}}},
    ErrorSentence{ErrorCode::RateLimited, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "Too many attempts. Wait a minute, then try again."), {}},
    ErrorSentence{ErrorCode::TokenInvalid, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This token is not valid: it was used already or has expired. Ask an administrator for a new one."),
        {}, Reason::Said},
    ErrorSentence{ErrorCode::RoleTooLow, when(Fact::Eligible),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” needs the permission “%2”, which your role does not give. You may take the role “%3” for a time, "
            "which gives it: under Tools → Take a role for a time, or with “sonde-cli elevate”."),
        {{Subject, permission(Fact::Permission), role(Fact::Eligible)}}},
    ErrorSentence{ErrorCode::RoleTooLow, when(Fact::Permission),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” needs the permission “%2”, which your role does not give. The role “%3” gives it; a global "
            "administrator can change yours."),
        {{Subject, permission(Fact::Permission), role(Fact::Role)}}},
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
    ErrorSentence{ErrorCode::AutomationNone, when(Fact::Group),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device group “%1” has the automation level “No automated response”: there is no live response. "
            "Whoever manages device groups can change it."),
        {{group(Fact::Group)}}},
    ErrorSentence{ErrorCode::DeviceForbids, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This device never does “%1”, whoever asks: its own configuration says so. Only its administrator can "
            "change that, on the device."),
        {{Subject}}},
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
    ErrorSentence{ErrorCode::DeviceHeld, when(Fact::Role),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "%1 has held a session on this device since %2. Ask them to disconnect, or an administrator to close "
            "it."),
        {{text(Fact::Holder), time(Fact::Since)}}},
    ErrorSentence{ErrorCode::DeviceHeld, when(Fact::Holder),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "%1 has held a session on this device since %2. Ask them to disconnect, or open it from the device’s "
            "recent "
            "sessions and disconnect it."),
        {{text(Fact::Holder), time(Fact::Since)}}},
    ErrorSentence{ErrorCode::DeviceHeld, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You have held a session on this device yourself since %1. Go on in that one, in its window or with "
            "“sonde-cli sessions run”, or disconnect it first."),
        {{time(Fact::Since)}}},
    ErrorSentence{ErrorCode::TenantSessionLimit, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The tenant has %1 live sessions, and %2 are allowed. Wait for one to end, or have a security "
            "administrator raise the limit."),
        {{number(Fact::Actual), number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::UserSessionLimit, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You have %1 live sessions, and %2 are allowed. Disconnect one, or have a security administrator raise "
            "the "
            "limit."),
        {{number(Fact::Actual), number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::DeviceUnknown, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "There is no device “%1” in this tenant. Check the name in the device inventory."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SessionUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no session %1 in this tenant, or it is not yours."),
        {{Subject}}},
    ErrorSentence{ErrorCode::SessionClosed, when(Fact::Holder),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "This session was closed by %1. Start a new live response session on the device."),
        {{text(Fact::Holder)}}},
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
    ErrorSentence{ErrorCode::WeakPassword, when(Fact::Why, "too-short"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "This password is too short. Choose one of at least %1 characters."),
        {{number(Fact::Limit)}}},
    ErrorSentence{ErrorCode::WeakPassword, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "This password is too weak. Choose a longer one."), {}, Reason::Said},
    ErrorSentence{ErrorCode::NotPermitted, when(TenantSetting::AllowPythonScripts),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” may not run: Python scripts are switched off for this tenant. A security administrator can allow "
            "them in the settings."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "not-stepped-in"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Nothing was done: this is the session of %1, which you only watch. Open it in the window and choose “Act "
            "in the session of %1…” first."),
        {{text(Fact::Holder)}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "own-request"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You typed the command %1 yourself, so somebody else has to decide about it: whoever else may approve "
            "commands on its device. It still waits."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "needs-approval"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” needs the approval of a second person here, so it is not done by itself. Type it to ask for that."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "only-for-a-time"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was left as it is: a role that you hold for a time grants nothing to others. Somebody who holds it "
            "for good can do it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "only-at-console"_L1),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "“%1” was left as it is: this account is armed only at the service’s own console."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "built-in-role"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This role was left as it is: it is built in, and nobody can change it. Add a role of your own instead."),
        {}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "built-in-group"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This device group was left as it is: it takes the devices that no other group takes, and nobody can "
            "change it. Add a group of your own instead."),
        {}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Eligible),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1”. You may take the role “%2” for a time, which gives it: under Tools → Take "
            "a role for a time, or with “sonde-cli elevate”."),
        {{permission(Fact::Permission), role(Fact::Eligible)}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Holder),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "This is a session of %1. Only they and administrators can read it or work in it."),
        {{text(Fact::Holder)}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Permission),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1”, which the role “%2” gives. A global administrator can give it to you."),
        {{permission(Fact::Permission), role(Fact::Role)}}},
    ErrorSentence{ErrorCode::OutOfScope, when(Fact::Eligible),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1”, which your role does not give here. You may take the role “%2” for a "
            "time, which does: under Tools → Take a role for a time, or with “sonde-cli elevate”."),
        {{permission(Fact::Permission), role(Fact::Eligible)}}},
    ErrorSentence{ErrorCode::OutOfScope, when(Fact::Group),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1”, and your role does not give it for the device group “%2”. A global "
            "administrator can change that."),
        {{permission(Fact::Permission), group(Fact::Group)}}},
    ErrorSentence{ErrorCode::OutOfScope, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1” for the whole tenant; your role gives it for some device groups only. A "
            "global administrator can change that."),
        {{permission(Fact::Permission)}}},
    ErrorSentence{ErrorCode::GroupUnknown, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no device group “%1”."), {{Subject}}},
    ErrorSentence{ErrorCode::GroupExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is already a device group “%1”. Choose another name."),
        {{Subject}}},
    ErrorSentence{ErrorCode::GroupInUse, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The device group “%1” cannot be removed: these roles are for it: %2. Change them first."),
        {{Subject, list(Fact::Choices)}}},
    ErrorSentence{ErrorCode::QuotaReached, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was not taken: %2 are kept already, and the quota of this tenant is %3. A security administrator can "
            "change it in the settings."),
        {{Subject, size(Fact::Actual), size(Fact::Limit)}}},
    ErrorSentence{ErrorCode::RoleUnknown, Always, QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is no role “%1”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::RoleExists, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "There is already a role “%1”. Choose another name."), {{Subject}}},
    ErrorSentence{ErrorCode::RoleInUse, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "The role “%1” cannot be removed: these users have it: %2. Give them another one first."),
        {{Subject, list(Fact::Choices)}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Why, "last-administrator"_L1),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” was left as it is: nobody would be left who administers users. Give somebody else the role “%2” "
            "first."),
        {{Subject, role(Fact::Role)}}},
    ErrorSentence{ErrorCode::NotPermitted, when(Fact::Role),
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "This needs the role “%1”. A global administrator can give it to you."),
        {{role(Fact::Role)}}},
    ErrorSentence{ErrorCode::ReasonMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This tenant wants a reason for whatever changes a device: add -reason \"…\". Nothing was run."),
        {}},
    ErrorSentence{ErrorCode::PlanMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "On this device “%1” needs the approval of a second person, who has to see what would be done: type the "
            "line with -plan first, then with -approve and the number of that plan. Nothing was run."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ApprovalDenied, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "%1 has denied “%2”. Nothing was run."),
        {{text(Fact::Holder), Subject}}, Reason::Said},
    ErrorSentence{ErrorCode::ApprovalExpired, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "Nobody approved “%1” in time, so it was denied. Nothing was run. Type it again when somebody can look at "
            "it."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ApprovalOutdated, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "What was approved is not what would be done now: “%1” has changed meanwhile. Nothing was run. Type the "
            "line again."),
        {{Subject}}},
    ErrorSentence{ErrorCode::ApprovalUnknown, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "The command %1 waits for nobody's approval: it was decided already, or given up."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotEligible, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You cannot take the role “%1” for a time. Whoever manages authorization can make you eligible for it."),
        {{role(Fact::Role)}}},
    ErrorSentence{ErrorCode::SecondFactorNeeded, when(Fact::Permission),
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This needs the permission “%1”, which the role “%2” gives only after a second factor. Nothing was done. "
            "Show "
            "a code under Tools → Second factor, or with --code-file in sonde-cli, then try again."),
        {{permission(Fact::Permission), role(Fact::Role)}}},
    ErrorSentence{ErrorCode::SecondFactorNeeded, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "You have a second factor already. Show a code of it first, then make another one."),
        {}},
    ErrorSentence{ErrorCode::SecondFactorWrong, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "This is not the code of this moment, or it was used already. Wait for the next one; if that is wrong, "
            "too, "
            "look whether the clock of the device that shows it is right."),
        {}},
    ErrorSentence{ErrorCode::SecondFactorMissing, Always,
        QT_TRANSLATE_NOOP("Sonde::Client::Words",
            "“%1” has no second factor. Everybody sets up their own: under Tools → Second factor, or with "
            "“sonde-cli second-factor enrol”."),
        {{Subject}}},
    ErrorSentence{ErrorCode::NotPermitted, Always,
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "You are not allowed to do this. A global administrator can change your role."),
        {}, Reason::Said},
};

} // namespace

std::span<const ErrorSentence> lineSentences()
{
    return lineTable;
}

} // namespace Sonde::Client::Sentences
