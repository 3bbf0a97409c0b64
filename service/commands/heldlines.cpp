// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "protocol/command/actline.h"
#include "protocol/command/rows.h"
#include "service/commands/commandservice.h"

using namespace Qt::StringLiterals;

/// Lines that a second person has to approve: held, decided about, and run as they were shown or not at all.
namespace Sonde::Service {

namespace {

/// Of a plan in one message.
constexpr qsizetype MostPlanBytes = 512 * 1024;
/// Of why somebody approves or denies, in UTF-16 units.
constexpr qsizetype MostWords = 1000;

/// Of the plan that rows tell; empty: they tell none.
QString planIn(const QString &verb, const QByteArray &chunk)
{
    const auto rows = readRows(chunk);
    const qsizetype column = Catalogue::instance().find(verb)->columnIndex(u"plan");
    return rows && !rows->empty() && column >= 0 ? rows->front().at(column).toString() : QString();
}

} // namespace

/// Whoever approves has to see what would be done, so a line that acts names its plan.
Result<void> CommandService::checkHoldable(
    const Subject &subject, const Event::ApprovalRequested &asked, LineOrigin origin) const
{
    const QString &verb = asked.invocation.verb;
    if (origin == LineOrigin::Completion)
        return std::unexpected(errorBecause(Reason::NeedsApproval, ErrorCode::NotPermitted, verb));
    if (qsizetype(m_approvals.of(subject.session).size()) >= Approvals::MostHeld)
        return fail(ErrorCode::LimitReached, verb, Reason::TooManyCommands).with(Fact::Limit, Approvals::MostHeld);
    if (changesDevice(asked.invocation) && !planOf(subject.session, asked.invocation).isValid())
        return fail(ErrorCode::PlanMissing, verb);
    return {};
}

/// The latest command of the session that told the plan which this line approves.
CommandId CommandService::planOf(SessionId session, const Invocation &invocation) const
{
    const QString wanted = invocation.value(u"approve"_s);
    if (wanted.isEmpty())
        return {};
    auto commands = m_sessions.commandsOf(session);
    std::ranges::reverse(commands);
    const auto found = std::ranges::find_if(commands, [&](const CommandRecord *one) {
        if (one->invocation.verb != invocation.verb || !one->invocation.hasFlag(u"plan"_s)
            || one->state != CommandState::Completed)
            return false;
        const auto chunk = m_store.output(one->id, 0);
        return chunk && planIn(invocation.verb, chunk->bytes).compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == commands.end() ? CommandId() : (*found)->id;
}

void CommandService::hold(const Analyst &analyst, const Subject &subject, Event::ApprovalRequested asked)
{
    const QString said = asked.invocation.value(u"reason"_s).trimmed();
    const auto now = QDateTime::currentDateTimeUtc();
    asked.reason = said.isEmpty() ? m_sessions.session(subject.session)->reason : said;
    asked.expires = now.addDuration(std::chrono::minutes(m_settings.number(TenantSetting::ApprovalMinutes)));
    m_journal.append(analyst.name.value(), subject, asked);
    m_approvals.add(heldLine(analyst.name.value(), subject, asked, now));
}

HeldLine CommandService::heldLine(
    const QString &analyst, const Subject &subject, const Event::ApprovalRequested &asked, const QDateTime &time)
{
    // The clock may have been set back since the last entry.
    const QDateTime lastKnown = std::max(m_store.head().time, time);
    return {subject, analyst, asked, time, planOf(subject.session, asked.invocation),
        Deadline(asked.expires, std::chrono::milliseconds(lastKnown.msecsTo(asked.expires)))};
}

void CommandService::takeUpHeld()
{
    for (const auto &[command, session] : m_sessions.held().asKeyValueRange()) {
        for (const JournalEntry &entry : m_store.entriesOf(command)) {
            if (const auto *asked = std::get_if<Event::ApprovalRequested>(&entry.event))
                m_approvals.add(
                    heldLine(entry.actor, {entry.device, entry.session, entry.command}, *asked, entry.time));
        }
    }
}

Result<Message::ApprovalPlan> CommandService::approvalPlan(CommandId command)
{
    const HeldLine *line = m_approvals.find(command);
    if (!line)
        return fail(ErrorCode::ApprovalUnknown, command.toString());
    Message::ApprovalPlan plan{0, line->asked.invocation.verb, {}};
    const quint32 count = line->plan.isValid() ? m_store.outputCount(line->plan) : 0;
    qsizetype bytes = 0;
    for (quint32 at = 0; at < count; ++at) {
        const auto chunk = m_store.output(line->plan, at);
        if (!chunk || chunk->format != ChunkFormat::Rows)
            continue;
        bytes += chunk->bytes.size();
        if (bytes > MostPlanBytes)
            break;
        plan.rows.push_back(chunk->bytes);
    }
    return plan;
}

Result<void> CommandService::decide(
    const Analyst &approver, const Analyst &owner, CommandId command, bool approved, const QString &reason)
{
    const HeldLine *waiting = m_approvals.find(command);
    if (!waiting)
        return fail(ErrorCode::ApprovalUnknown, command.toString());
    if (waiting->analyst == approver.name.value())
        return std::unexpected(errorBecause(Reason::OwnRequest, ErrorCode::NotPermitted, command.toString()));
    const auto allowed =
        requirePermission(approver, Permission::ApproveCommands, m_inventory.groupOf(waiting->subject.device));
    if (!allowed)
        return allowed;
    if (!approved && reason.trimmed().isEmpty())
        return std::unexpected(errorBecause(Reason::ReasonNeeded, ErrorCode::BadValue, u"reason"_s));
    if (reason.size() > MostWords)
        return fail(ErrorCode::BadValue, u"reason"_s, Reason::TooLong).with(Fact::Limit, qint64(MostWords));
    const HeldLine line = *m_approvals.take(command);
    const QString &who = approver.name.value();
    m_journal.append(who, line.subject, Event::ApprovalDecided{approved, reason.trimmed()});
    const auto accepted = approved ? lookAgain(owner, line)
                                   : std::unexpected(Error{ErrorCode::ApprovalDenied, line.asked.line, reason.trimmed(),
                                         {}}.with(Fact::Holder, who));
    if (accepted) {
        accept(owner, line.subject, *accepted);
        return {};
    }
    m_journal.append(
        approved ? ServiceActor : who, line.subject, Event::CommandRejected{line.asked.line, accepted.error()});
    return approved ? std::unexpected(accepted.error()) : Result<void>();
}

/// Role, group, device and library file may be others than when it was shown. Then it is not what was approved.
Result<Event::CommandAccepted> CommandService::lookAgain(const Analyst &owner, const HeldLine &line)
{
    const Event::ApprovalRequested &asked = line.asked;
    if (const auto allowed = m_manager.requireAccess(owner, line.subject.session); !allowed)
        return std::unexpected(allowed.error());
    const auto invocation = check(owner, line.subject.session, asked.line);
    const auto file = invocation.and_then([this](const Invocation &checked) { return m_scripts.admit(checked); });
    if (!file)
        return std::unexpected(file.error());
    if (*invocation != asked.invocation)
        return fail(ErrorCode::ApprovalOutdated, asked.invocation.verb);
    if (*file != asked.file)
        return fail(ErrorCode::ApprovalOutdated, asked.file ? asked.file->name : asked.invocation.verb);
    return Event::CommandAccepted{
        asked.line, asked.invocation, asked.file, {}, goesAlong(asked.invocation, line.subject.device)};
}

void CommandService::withdraw(const QString &actor, CommandId command, const Error &error)
{
    if (const auto line = m_approvals.take(command))
        m_journal.append(actor, line->subject, Event::CommandRejected{line->asked.line, error});
}

} // namespace Sonde::Service
