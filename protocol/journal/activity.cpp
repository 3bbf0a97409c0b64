// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/journal/activity.h"

#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/actline.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

template<typename... Ts> struct Told : Ts... {
    using Ts::operator()...;
};

/// Who took it over is who did it.
QString endOf(const Event::SessionDisconnected &ended)
{
    const QString reason = Codec::wireName(ended.reason);
    const bool isSaid = ended.detail.isEmpty() || ended.reason == EndReason::TakenOver;
    return isSaid ? reason : u"%1 (%2)"_s.arg(reason, ended.detail);
}

/// Empty where the kind says all.
QString whatOf(const JournalEvent &event)
{
    return std::visit(
        Told{
            [](const Event::CommandAccepted &that) { return that.line; },
            [](const Event::CommandRejected &that) { return that.line; },
            [](const Event::ApprovalRequested &that) { return that.line; },
            [](const Event::RoleElevated &that) {
                return u"%1: %2 (%3)"_s.arg(that.user.value(), that.role, that.reason);
            },
            [](const Event::ElevationEnded &that) { return u"%1: %2"_s.arg(that.user.value(), that.role); },
            [](const Event::BreakGlassArmed &that) { return that.user.value(); },
            [](const Event::BreakGlassEnded &that) { return that.user.value(); },
            [](const Event::SessionCreated &that) { return that.reason; },
            [](const Event::SessionDisconnected &that) { return endOf(that); },
            [](const Event::SettingChanged &that) { return u"%1: %2 → %3"_s.arg(that.key, that.from, that.to); },
            [](const Event::RoleChanged &that) { return that.name; },
            [](const Event::GroupChanged &that) { return that.name; },
            [](const Event::TagsChanged &that) {
                return u"%1 → %2"_s.arg(that.from.join(u", "_s), that.to.join(u", "_s));
            },
            [](const Event::PublisherChanged &that) { return that.name; },
            [](const Event::UserAdded &that) { return u"%1 (%2)"_s.arg(that.user.value(), that.roles.join(u", "_s)); },
            [](const Event::UserChanged &that) { return that.user.value(); },
            [](const Event::UserSignedOut &that) { return that.user.value(); },
            [](const Event::SignInRefused &that) { return u"%1 %2"_s.arg(that.user, that.address); },
            [](const Event::SecondFactorMade &that) { return that.user.value(); },
            [](const Event::SecondFactorConfirmed &that) { return that.user.value(); },
            [](const Event::SecondFactorRemoved &that) { return that.user.value(); },
            [](const Event::SecondFactorShown &that) { return u"%1 %2"_s.arg(that.user.value(), that.address); },
            [](const Event::SecondFactorRefused &that) { return u"%1 %2"_s.arg(that.user.value(), that.address); },
            [](const Event::PeerRefused &that) { return u"%1 %2"_s.arg(that.address, that.reason); },
            [](const Event::EnrolmentTokenMade &that) { return that.group; },
            [](const Event::EnrolmentTokenWithdrawn &that) { return that.group; },
            [](const Event::DeviceEnrolled &that) { return that.name; },
            [](const Event::ServiceStarted &that) { return that.version; },
            [](const Event::TransferStarted &that) { return DevicePath(that.file.path).typed(); },
            [](const Event::EvidenceStored &that) { return QString::fromLatin1(that.sha256.toHex()); },
            [](const Event::EvidenceDelivered &that) { return QString::fromLatin1(that.sha256.toHex()); },
            [](const Event::LibraryFileStored &that) { return that.file.name; },
            [](const Event::LibraryFileDeleted &that) { return that.name; },
            [](const Event::ContentRemoved &that) {
                return u"%1: %2 (%3: %4)"_s.arg(
                    Codec::wireName(that.what), QString::number(that.count), that.setting, QString::number(that.days));
            },
            [](const Event::ActPlanned &that) {
                return u"%1 %2 %3"_s.arg(
                    Codec::wireName(that.plan.kind), Codec::wireName(that.plan.type), that.plan.id);
            },
            []<typename T>(const T &that) {
                if constexpr (requires {
                                  { that.address } -> std::convertible_to<QString>;
                              })
                    return that.address;
                else if constexpr (requires {
                                       { that.reason } -> std::convertible_to<QString>;
                                   })
                    return that.reason;
                else
                    return QString();
            },
        },
        event);
}

template<typename T> constexpr bool isOnTheWay = false;
template<> constexpr bool isOnTheWay<Event::SessionConnecting> = true;
template<> constexpr bool isOnTheWay<Event::SessionConnected> = true;
template<> constexpr bool isOnTheWay<Event::CommandSent> = true;
template<> constexpr bool isOnTheWay<Event::CommandStarted> = true;
template<> constexpr bool isOnTheWay<Event::OutputAvailable> = true;
template<> constexpr bool isOnTheWay<Event::CommandBackgrounded> = true;
template<> constexpr bool isOnTheWay<Event::CancelConfirmed> = true;
template<> constexpr bool isOnTheWay<Event::CommandFinished> = true;
template<> constexpr bool isOnTheWay<Event::TransferCheckpoint> = true;
template<> constexpr bool isOnTheWay<Event::ActStepped> = true;

ActivityOutcome outcomeOfAct(ActState state)
{
    switch (state) {
    case ActState::Planned: return ActivityOutcome::Planned;
    case ActState::Begun: return ActivityOutcome::Underway;
    case ActState::Done:
    case ActState::Undone: return ActivityOutcome::Done;
    case ActState::Partly:
    case ActState::PartlyUndone: return ActivityOutcome::Partly;
    case ActState::Untouched: return ActivityOutcome::Failed;
    case ActState::NotConfirmed: return ActivityOutcome::Interrupted;
    }
    Q_UNREACHABLE_RETURN(ActivityOutcome::Failed);
}

ActivityOutcome firstOutcome(const JournalEvent &event)
{
    return std::visit(Told{
                          [](const Event::CommandAccepted &) { return ActivityOutcome::Underway; },
                          [](const Event::ApprovalRequested &) { return ActivityOutcome::Underway; },
                          [](const Event::CommandRejected &that) {
                              return isGivenUp(that) ? ActivityOutcome::Cancelled : ActivityOutcome::Refused;
                          },
                          [](const Event::SignInRefused &) { return ActivityOutcome::Refused; },
                          [](const Event::PeerRefused &) { return ActivityOutcome::Refused; },
                          [](const Event::SecondFactorRefused &) { return ActivityOutcome::Refused; },
                          [](const Event::ApprovalDecided &that) {
                              return that.approved ? ActivityOutcome::Done : ActivityOutcome::Refused;
                          },
                          [](const Event::ActEnded &that) { return outcomeOfAct(that.state); },
                          [](const Event::DeviceOnline &) { return ActivityOutcome::Happened; },
                          [](const Event::DeviceOffline &) { return ActivityOutcome::Happened; },
                          [](const Event::DeviceReplaced &) { return ActivityOutcome::Happened; },
                          [](const Event::ClockSetBack &) { return ActivityOutcome::Happened; },
                          [](const Event::JournalDiffers &) { return ActivityOutcome::Happened; },
                          [](const auto &) { return ActivityOutcome::Done; },
                      },
        event);
}

/// What an analyst can do something about, and no failure on the way.
bool isRefusal(ErrorCode code)
{
    using enum ErrorCode;
    constexpr std::array refusals{NotLookedAt, FactsChanged, PlanChanged, Protected, NothingToUndo, UndoConflict,
        QuarantineFull, ServiceCutOff, NotSupported, ReasonMissing, NotFound, NoSuchProcess, BadValue};
    return std::ranges::contains(refusals, code);
}

bool onlyPlans(const Invocation &invocation)
{
    return invocation.has(Trait::Acts) && invocation.hasFlag(u"plan"_s);
}

/// The device touched nothing.
bool isRefused(const CommandRecord &command)
{
    const bool acts = onlyPlans(command.invocation) || changesDevice(command.invocation);
    return acts && command.rows == 0 && !command.errors.empty() && isRefusal(command.errors.front().code);
}

ActivityOutcome outcomeOfCompleted(const CommandRecord &command, bool isDelivered)
{
    if (onlyPlans(command.invocation))
        return ActivityOutcome::Planned;
    if (command.evidence && !isDelivered)
        return ActivityOutcome::NotDownloaded;
    return isPartial(command) ? ActivityOutcome::Partly : ActivityOutcome::Done;
}

} // namespace

std::optional<ActivityRecord> activityOf(const JournalEntry &entry)
{
    const bool isStep = std::visit([]<typename T>(const T &) { return isOnTheWay<T>; }, entry.event);
    if (isStep)
        return {};
    return ActivityRecord{entry.number, entry.time, entry.actor, entry.device, entry.session, entry.command,
        eventName(entry.event), whatOf(entry.event), firstOutcome(entry.event)};
}

ActivityOutcome outcomeOf(const CommandRecord &command, bool isDelivered)
{
    switch (command.state) {
    case CommandState::Created:
    case CommandState::Held:
    case CommandState::Pending:
    case CommandState::Running:
    case CommandState::Downloading: return ActivityOutcome::Underway;
    case CommandState::Completed: return outcomeOfCompleted(command, isDelivered);
    case CommandState::Failed: return isRefused(command) ? ActivityOutcome::Refused : ActivityOutcome::Failed;
    case CommandState::Cancelled: return ActivityOutcome::Cancelled;
    case CommandState::Expired: return ActivityOutcome::Expired;
    case CommandState::Rejected: return ActivityOutcome::Refused;
    case CommandState::Interrupted: return ActivityOutcome::Interrupted;
    }
    Q_UNREACHABLE_RETURN(ActivityOutcome::Failed);
}

ActivityOutcome outcomeOf(const CommandRecord &command)
{
    return outcomeOf(command, !command.evidence || !command.evidence->deliveredTo.isEmpty());
}

bool isAboutLine(const JournalEvent &event)
{
    return std::holds_alternative<Event::ApprovalDecided>(event) || std::holds_alternative<Event::CancelAsked>(event);
}

bool isAboutSession(const JournalEvent &event)
{
    return std::holds_alternative<Event::SteppedIn>(event) || std::holds_alternative<Event::SteppedBack>(event)
        || std::holds_alternative<Event::SessionDisconnected>(event);
}

bool decidesOutcome(const JournalEvent &event)
{
    return std::holds_alternative<Event::CommandFinished>(event)
        || std::holds_alternative<Event::EvidenceDelivered>(event);
}

} // namespace Sonde

#include "moc_activity.cpp"
