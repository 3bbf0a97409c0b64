// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/access/devicegroup.h"
#include "protocol/base/codec.h"
#include "protocol/command/offering.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace Sonde::Client {

QString Words::commandStateText(
    CommandState state, bool background, bool cancelAsked, std::optional<CancelResult> cancel)
{
    if (!isFinal(state) && cancel == CancelResult::NotConfirmed)
        return tr("cancel not confirmed, may still be running");
    if (!isFinal(state) && cancelAsked)
        return tr("cancelling");
    if (isFinal(state) && cancel == CancelResult::TooLate)
        return tr("too late to cancel: finished");
    switch (state) {
    case CommandState::Held:
        //: State of a command: a second person has to approve it
        return tr("waiting for approval");
    case CommandState::Created:
    case CommandState::Pending:
        //: State of a command that waits for the device
        return tr("pending");
    case CommandState::Running:
        //: State of a command
        return background ? tr("in background") : tr("running");
    case CommandState::Downloading:
        //: State of a command
        return background ? tr("in background") : tr("downloading");
    case CommandState::Completed: return outcomeText(ActivityOutcome::Done);
    case CommandState::Failed: return outcomeText(ActivityOutcome::Failed);
    case CommandState::Cancelled:
        if (cancel == CancelResult::Stopped)
            return tr("cancelled, stopped on the device");
        if (cancel == CancelResult::NotConfirmed)
            return tr("cancelled, not confirmed by the device");
        return outcomeText(ActivityOutcome::Cancelled);
    case CommandState::Expired: return outcomeText(ActivityOutcome::Expired);
    case CommandState::Rejected: return outcomeText(ActivityOutcome::Refused);
    case CommandState::Interrupted: return outcomeText(ActivityOutcome::Interrupted);
    }
    return {};
}

QString Words::approvalNote()
{
    return tr("This will wait for approval by a second person.");
}

QString Words::commandStateText(const CommandRecord &command)
{
    return commandStateText(command, outcomeOf(command));
}

QString Words::commandStateText(const CommandRecord &command, ActivityOutcome outcome)
{
    const QString state = isFinal(command.state) && !command.cancelResult
        ? outcomeText(outcome)
        : commandStateText(command.state, command.background, command.cancelAsked, command.cancelResult);
    //: %1: the state of a script ("completed", "failed"), %2: a number
    return command.exitStatus ? tr("%1, exit status %2").arg(state, QLocale().toString(*command.exitStatus)) : state;
}

QString Words::sessionStateText(SessionState state)
{
    switch (state) {
    case SessionState::Created:
        //: State of a session
        return tr("created");
    case SessionState::Connecting:
        //: State of a session
        return tr("connecting");
    case SessionState::Connected:
        //: State of a session
        return tr("connected");
    case SessionState::Disconnected:
        //: State of a session
        return tr("disconnected");
    }
    return {};
}

QString Words::endReasonText(EndReason reason)
{
    switch (reason) {
    case EndReason::User: return tr("disconnected by the user");
    case EndReason::Inactivity: return tr("closed because of inactivity");
    case EndReason::Service: return tr("closed by the service");
    case EndReason::DeviceLost: return tr("the device was lost");
    case EndReason::TakenOver: return tr("taken over by another user");
    case EndReason::ConnectFailed: return tr("the device could not be connected");
    }
    return {};
}

QString Words::endText(const SessionRecord &session)
{
    if (!session.endReason)
        return {};
    const QString by = otherEnder(session);
    if (session.endReason == EndReason::TakenOver && !session.endDetail.isEmpty())
        //: How a session ended; %1 a user
        return tr("taken over by %1").arg(session.endDetail);
    if (session.endReason == EndReason::User && !by.isEmpty())
        //: How a session ended; %1 a user, who is not the one who opened it
        return tr("closed by %1").arg(by);
    if (session.endReason == EndReason::Service && !by.isEmpty())
        //: How a session ended; %1 a user, who changed what its owner may do, or removed the device
        return tr("closed by the service, after a change by %1").arg(by);
    return endReasonText(*session.endReason);
}

/// Those of the tenant are called as it calls them.
QString Words::roleText(const QString &role)
{
    if (role == "global-administrator"_L1)
        return tr("global administrator");
    if (role == "security-administrator"_L1)
        return tr("security administrator");
    if (role == "responder"_L1)
        //: a role
        return tr("responder");
    if (role == "analyst"_L1)
        //: a role
        return tr("analyst");
    return role;
}

QString Words::groupText(const QString &group)
{
    return group == UngroupedDevices ? tr("Ungrouped devices") : group;
}

QString Words::remediationLevelText(const QString &level)
{
    if (level == "semi"_L1) // as an earlier version says it
        return remediationLevelText(Codec::wireName(RemediationLevel::SemiAllFolders));
    const auto known = Codec::fromWireName<RemediationLevel>(level);
    if (!known)
        return level;
    switch (*known) {
    case RemediationLevel::None: return tr("No automated response");
    case RemediationLevel::SemiAllFolders: return tr("Semi – require approval for all folders");
    case RemediationLevel::SemiCoreFolders: return tr("Semi – require approval for core folders");
    case RemediationLevel::SemiNonTempFolders: return tr("Semi – require approval for non-temp folders");
    case RemediationLevel::Full: return tr("Full – remediate threats automatically");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::permissionText(Permission permission)
{
    switch (permission) {
    case Permission::SecurityDataRead: return tr("read security data");
    case Permission::BasicLiveResponse: return tr("basic live response");
    case Permission::AdvancedLiveResponse: return tr("advanced live response");
    //: a permission: to isolate, remediate and undo
    case Permission::Response: return tr("response");
    case Permission::FileCollection: return tr("file collection");
    case Permission::CoreSecuritySettings: return tr("manage core security settings");
    //: a permission: users, roles and device groups
    case Permission::Authorization: return tr("manage authorization");
    case Permission::ActivityRead: return tr("read activity");
    case Permission::LibraryUse: return tr("use the library");
    case Permission::LibraryManage: return tr("manage the library");
    //: a permission: to be the second person whom what others type needs
    case Permission::ApproveCommands: return tr("approve commands");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::permissionsText(PermissionSet permissions)
{
    QStringList words;
    for (const Permission one : permissions.list())
        words << permissionText(one);
    return listText(words);
}

QString Words::durationText(microseconds duration)
{
    const QLocale locale;
    if (duration > 0us && duration < 1s)
        return tr("%1 ms").arg(locale.toString(ceil<milliseconds>(duration).count())); // never nothing
    if (duration < 1min)
        return tr("%1 s").arg(
            locale.toString(duration_cast<milliseconds>(duration).count() / 1000.0, 'f', duration < 10s ? 2 : 1));
    const auto minutesLeft = duration_cast<minutes>(duration).count();
    const auto secondsLeft = duration_cast<seconds>(duration).count() % 60;
    if (minutesLeft < 60 && secondsLeft == 0)
        return tr("%1 min").arg(minutesLeft);
    if (minutesLeft < 60)
        return tr("%1 min %2 s").arg(minutesLeft).arg(secondsLeft);
    return tr("%1 h %2 min").arg(minutesLeft / 60).arg(minutesLeft % 60);
}

QString Words::signatureText(SignatureState state, const QString &signer)
{
    switch (state) {
    case SignatureState::None: break;
    case SignatureState::Unsigned:
        //: Of a script
        return tr("not signed");
    case SignatureState::Valid: return tr("valid: %1").arg(signer);
    case SignatureState::Tampered: return tr("invalid: changed after signing");
    case SignatureState::Appended: return tr("invalid: something follows the signature");
    case SignatureState::Expired: return tr("invalid: the certificate has expired");
    case SignatureState::WrongUsage: return tr("invalid: the certificate may not sign code");
    case SignatureState::UnknownPublisher: return tr("invalid: unknown publisher %1").arg(signer);
    case SignatureState::Malformed: return tr("invalid: not a signature block");
    }
    return {};
}

QString Words::platformsText(Platforms platforms)
{
    return listText(platformNames(platforms));
}

QString Words::listText(const QStringList &parts)
{
    //: between the parts of a list: "a, b, c"
    return parts.join(tr(", ", "list"));
}

} // namespace Sonde::Client
