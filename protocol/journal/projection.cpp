// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/journal/projection.h"

#include "protocol/base/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

template<typename Map, typename Id>
auto *findIn(Map &map, Id id)
{
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &*found;
}

/// As the device measured it. What ended without its word, interrupted, expired or served by the service, took as long as it was open.
std::chrono::microseconds durationOf(
    const Event::CommandFinished &event, const QDateTime &accepted, const QDateTime &finished)
{
    if (event.duration.count() > 0)
        return event.duration;
    return std::max(std::chrono::milliseconds(0), finished - accepted);
}

void finish(CommandRecord &command, CommandState state, const QDateTime &time)
{
    command.state = state;
    command.finished = time;
}

/// Of a held line the first entry counts: it is accepted in the name of who asked, and rejected in that of who denied.
void noteTypist(CommandRecord &command, const QString &actor)
{
    if (!command.typedBy)
        command.typedBy = actor;
}

void noteStep(SessionRecord &session, const QString &user, bool acts)
{
    QStringList acting = session.acting.value_or(QStringList());
    if (acts)
        acting.append(user);
    else
        acting.removeOne(user);
    session.acting = acting.isEmpty() ? std::nullopt : std::optional(acting);
}

void noteEnd(SessionRecord &session, const Event::SessionDisconnected &event, const JournalEntry &entry)
{
    session.state = SessionState::Disconnected;
    session.ended = entry.time;
    session.endReason = event.reason;
    session.endDetail = event.detail;
    session.endedBy = entry.actor;
    session.acting.reset();
}

void noteDecision(CommandRecord &command, const Event::ApprovalDecided &decision, const QString &approver)
{
    if (decision.approved)
        command.approvedBy = approver;
}

} // namespace

bool isPartial(const CommandRecord &command)
{
    if (command.state != CommandState::Completed)
        return isFinal(command.state);
    return std::ranges::any_of(command.errors, [](const Error &error) { return !isNote(error.code); });
}

QString typistOf(const SessionRecord &session, const CommandRecord &command)
{
    return command.typedBy.value_or(session.createdBy);
}

QString otherTypist(const SessionRecord &session, const CommandRecord &command)
{
    const QString typist = typistOf(session, command);
    return typist != session.createdBy && !command.invocation.has(Trait::OpensSession) ? typist : QString();
}

QString otherEnder(const SessionRecord &session)
{
    const QString by = session.endedBy.value_or(QString());
    return by == session.createdBy || by == "service"_L1 ? QString() : by;
}

Error sessionEnded(const SessionRecord &session)
{
    Error closed = Error{ErrorCode::SessionClosed, session.id.toString(), session.endDetail, {}}.with(
        Fact::Since, session.ended.toString(Qt::ISODateWithMs));
    if (const QString by = otherEnder(session); !by.isEmpty() && session.endReason != EndReason::Service)
        closed.facts.set(Fact::Holder, by);
    return closed;
}

void noteRemoval(SessionRecord &session, const Event::ContentRemoved &removed, const QDateTime &time)
{
    auto &removal = removed.what == ContentKind::Output ? session.outputRemoved : session.evidenceRemoved;
    removal = ContentRemoval{time, removed.days};
}

Result<void> requireKept(const SessionRecord &session, ContentKind what, CommandId command)
{
    const auto &removal = what == ContentKind::Output ? session.outputRemoved : session.evidenceRemoved;
    if (!removal)
        return {};
    return fail(ErrorCode::ContentRemoved, command.toString())
        .with(Fact::Why, Codec::wireName(what))
        .with(Fact::Since, removal->at.toString(Qt::ISODateWithMs))
        .with(Fact::Limit, qint64(removal->days));
}

std::vector<Error> removalsOf(const SessionRecord &session, const CommandRecord &command)
{
    std::vector<Error> removals;
    const auto add = [&](ContentKind what) {
        if (const auto kept = requireKept(session, what, command.id); !kept)
            removals.push_back(kept.error());
    };
    if (command.chunks > 0)
        add(ContentKind::Output);
    if (command.evidence && !command.evidence->sha256.isEmpty())
        add(ContentKind::Evidence);
    return removals;
}

void Projection::apply(const JournalEntry &entry)
{
    if (entry.number <= m_lastNumber)
        return;
    m_lastNumber = entry.number;
    if (entry.session.isValid())
        applyToSession(entry);
    if (entry.command.isValid())
        applyToCommand(entry);
}

/// It was counted when it was held.
bool Projection::isHeld(CommandId id) const
{
    const auto *known = command(id);
    return known && known->state == CommandState::Held;
}

void Projection::applyToSession(const JournalEntry &entry)
{
    if (const auto *created = std::get_if<Event::SessionCreated>(&entry.event)) {
        m_sessions.insert(entry.session,
            SessionRecord{.id = entry.session,
                .device = entry.device,
                .createdBy = entry.actor,
                .reason = created->reason,
                .state = SessionState::Created,
                .started = entry.time,
                .ended = {},
                .lastActivity = entry.time,
                .endReason = {},
                .endDetail = {}});
        return;
    }
    SessionRecord *session = findIn(m_sessions, entry.session);
    if (!session)
        return;
    // Who goes does nothing there, and a connection that comes and goes keeps no session open.
    if (session->state != SessionState::Disconnected && !std::holds_alternative<Event::SteppedBack>(entry.event))
        session->lastActivity = entry.time;
    std::visit(Overloaded{
                   [&](const Event::SessionConnecting &) { session->state = SessionState::Connecting; },
                   [&](const Event::SessionConnected &) { session->state = SessionState::Connected; },
                   [&](const Event::SessionDisconnected &event) { noteEnd(*session, event, entry); },
                   [&](const Event::SteppedIn &) { noteStep(*session, entry.actor, true); },
                   [&](const Event::SteppedBack &) { noteStep(*session, entry.actor, false); },
                   [&](const Event::CommandAccepted &) { session->commandCount += isHeld(entry.command) ? 0 : 1; },
                   [&](const Event::CommandRejected &) { session->commandCount += isHeld(entry.command) ? 0 : 1; },
                   [&](const Event::ApprovalRequested &) { ++session->commandCount; },
                   [&](const Event::ContentRemoved &event) { noteRemoval(*session, event, entry.time); },
                   [&](const Event::CommandFinished &event) {
                       if (!event.workingDirectory.isEmpty())
                           session->workingDirectory = event.workingDirectory;
                   },
                   [](const auto &) {},
               },
        entry.event);
}

void Projection::applyToCommand(const JournalEntry &entry)
{
    if (!m_commands.contains(entry.command)) {
        CommandRecord fresh;
        fresh.id = entry.command;
        fresh.session = entry.session;
        fresh.accepted = entry.time;
        m_commands.insert(entry.command, fresh);
    }
    CommandRecord &command = m_commands[entry.command];
    if (isFinal(command.state)) {
        // Only the truth about a cancel may still come in, and who has the evidence.
        if (const auto *confirmed = std::get_if<Event::CancelConfirmed>(&entry.event))
            command.cancelResult = confirmed->result;
        else if (std::holds_alternative<Event::EvidenceDelivered>(entry.event) && command.evidence)
            command.evidence->deliveredTo.append(entry.actor);
        return;
    }
    std::visit(Overloaded{
                   [&](const Event::CommandAccepted &event) {
                       noteTypist(command, entry.actor);
                       command.line = event.line;
                       command.invocation = event.invocation;
                       command.background = event.invocation.background;
                       command.file = event.file;
                       command.examinedBy = event.examinedBy;
                       command.origin = event.origin.value_or(LineOrigin::Analyst);
                       command.state = CommandState::Created;
                   },
                   [&](const Event::CommandRejected &event) {
                       noteTypist(command, entry.actor);
                       command.line = event.line;
                       command.errors = {event.error};
                       finish(command, isGivenUp(event) ? CommandState::Cancelled : CommandState::Rejected, entry.time);
                   },
                   [&](const Event::ApprovalRequested &event) {
                       noteTypist(command, entry.actor);
                       command.line = event.line;
                       command.invocation = event.invocation;
                       command.file = event.file;
                       command.approvalUntil = event.expires;
                       command.state = CommandState::Held;
                   },
                   [&](const Event::ApprovalDecided &event) { noteDecision(command, event, entry.actor); },
                   [&](const Event::CommandSent &) { command.state = CommandState::Pending; },
                   [&](const Event::CommandStarted &event) {
                       command.state = CommandState::Running;
                       command.encoding = event.encoding.value_or(QString());
                   },
                   [&](const Event::CommandBackgrounded &event) { command.background = event.background; },
                   [&](const Event::CancelAsked &) { command.cancelAsked = true; },
                   [&](const Event::CancelConfirmed &event) { command.cancelResult = event.result; },
                   [&](const Event::CommandFinished &event) {
                       finish(command, event.state, entry.time);
                       command.errors = event.errors;
                       command.duration = durationOf(event, command.accepted, entry.time);
                       command.chunks = event.chunks;
                       command.rows = event.rows;
                       command.bytes = event.bytes;
                       command.outputSha256 = event.outputSha256;
                       command.exitStatus = event.exitStatus;
                   },
                   [&](const Event::TransferStarted &event) {
                       command.state = CommandState::Downloading;
                       if (!command.evidence)
                           command.evidence =
                               EvidenceRecord{.file = {}, .sha256 = {}, .since = entry.time, .deliveredTo = {}};
                       command.evidence->file = event.file;
                       command.evidence->stored = event.offset;
                   },
                   [&](const Event::TransferCheckpoint &event) {
                       if (command.evidence)
                           command.evidence->stored = event.offset;
                   },
                   [&](const Event::EvidenceStored &event) {
                       if (command.evidence) {
                           command.evidence->stored = event.size;
                           if (command.evidence->file.growing)
                               command.evidence->file.size = event.size;
                           command.evidence->sha256 = event.sha256;
                       }
                   },
                   [&](const Event::EvidenceDelivered &) {
                       if (command.evidence)
                           command.evidence->deliveredTo.append(entry.actor);
                   },
                   [](const auto &) {},
               },
        entry.event);
}

const SessionRecord *Projection::session(SessionId id) const
{
    return findIn(m_sessions, id);
}

const CommandRecord *Projection::command(CommandId id) const
{
    return findIn(m_commands, id);
}

void Projection::forget(SessionId id)
{
    m_sessions.remove(id);
    m_commands.removeIf([id](const auto &entry) { return entry.value().session == id; });
}

void Projection::forget(CommandId id)
{
    m_commands.remove(id);
}

} // namespace Sonde
