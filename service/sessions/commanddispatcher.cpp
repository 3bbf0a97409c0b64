// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/commanddispatcher.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// Of one command: rows of a table of their own. A few are empty where a script says nothing.
constexpr quint32 MostChunks = 50'000;
constexpr int MostEmptyChunks = 16;
/// Of one device.
constexpr TokenBucket::Rate InventedRate{3, 1.0 / 3600};

template<typename T>
concept AboutCommand = requires(const T &message) {
    { message.command } -> std::same_as<const CommandId &>;
};

/// The command an agent's message is about.
CommandId commandOf(const AnyMessage &message)
{
    return std::visit(Overloaded{
                          [](const AboutCommand auto &about) { return about.command; },
                          [](const auto &) { return CommandId(); },
                      },
        message);
}

QString counted(quint64 count, const QString &unit)
{
    return u"%1 %2"_s.arg(count).arg(unit);
}

/// As the device counts; empty when it has said nothing, or only a number of it does not say what.
QString progressText(const Message::CommandProgress &progress)
{
    const QString unit = progress.unit.value_or(QString());
    if (progress.total > 0) {
        const qint64 percent = std::clamp<qint64>(progress.done * 100 / progress.total, 0, 100);
        const QString part = u"%1 %"_s.arg(percent);
        return unit.isEmpty() ? part : u"%1 of %2"_s.arg(part, counted(quint64(progress.total), unit));
    }
    if (progress.done <= 0 || unit.isEmpty())
        return {};
    const QString count = counted(quint64(progress.done), unit);
    return progress.bytes ? u"%1, %2"_s.arg(count, QLocale::c().formattedDataSize(*progress.bytes)) : count;
}

} // namespace

CommandDispatcher::CommandDispatcher(Store &store, JournalWriter &journal, SessionRegister &sessions,
    AgentRouter &router, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_journal(journal)
    , m_sessions(sessions)
    , m_router(router)
    , m_settings(settings)
    , m_invented(InventedRate)
{
    connect(&m_router, &AgentRouter::agentReady, this, &CommandDispatcher::agentReady);
    connect(&m_router, &AgentRouter::received, this, &CommandDispatcher::receive);
    for (const auto &[command, session] : m_sessions.open().asKeyValueRange()) {
        // What the service itself was doing is none of a device's.
        if (Catalogue::instance().find(m_sessions.command(command)->invocation.verb)->runs != Runs::Device)
            continue;
        DeviceCommand &open = track(command, session);
        open.output.resume(m_store, command);
        if (const QDateTime sent = m_sessions.sentAt(command); sent.isValid()) {
            open.sent = true;
            armDeadline(open, sent);
        }
    }
}

DeviceCommand &CommandDispatcher::track(CommandId command, SessionId session)
{
    auto *open = new DeviceCommand(this);
    m_open.insert_or_assign(command, open);
    open->id = command;
    open->session = session;
    open->device = m_sessions.session(session)->device;
    open->deadline.setSingleShot(true);
    open->cancelPatience.setSingleShot(true);
    connect(&open->deadline, &QTimer::timeout, this, [this, command] { expire(command); });
    connect(&open->cancelPatience, &QTimer::timeout, this, [this, command] {
        if (const auto *waiting = find(command))
            confirmCancel(*waiting, CancelResult::NotConfirmed, ServiceActor);
    });
    return *open;
}

DeviceCommand *CommandDispatcher::find(CommandId command) const
{
    const auto found = m_open.find(command);
    return found == m_open.end() ? nullptr : found->second;
}

std::chrono::milliseconds CommandDispatcher::timeLimit(CommandId command) const
{
    return Catalogue::instance().find(m_sessions.command(command)->invocation.verb)->timeLimit;
}

QString CommandDispatcher::progress(CommandId command) const
{
    const auto *open = find(command);
    if (!open)
        return {};
    QStringList parts{progressText(open->progress)};
    if (open->output.rows() > 0)
        parts += counted(open->output.rows(), u"rows"_s);
    else if (open->output.bytes() > 0)
        parts += counted(open->output.bytes(), u"bytes printed"_s);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

const OutputTally *CommandDispatcher::output(CommandId command) const
{
    const auto *open = find(command);
    return open ? &open->output : nullptr;
}

// ---- to the device

void CommandDispatcher::dispatch(CommandId command)
{
    trySend(track(command, m_sessions.command(command)->session));
}

void CommandDispatcher::dispatchWaiting(SessionId session)
{
    for (const CommandId command : m_sessions.openOf(session)) {
        if (auto *open = find(command); open && !open->sent)
            trySend(*open);
    }
}

void CommandDispatcher::trySend(DeviceCommand &command)
{
    const bool connecting = m_sessions.session(command.session)->state != SessionState::Connected;
    const bool opensSession = m_sessions.command(command.id)->invocation.has(Trait::OpensSession);
    if ((connecting && !opensSession) || !m_router.isOnline(command.device) || mustWaitForAct(command))
        return;
    command.sent = true;
    m_journal.append(ServiceActor, subjectOf(command), Event::CommandSent{});
    armDeadline(command, QDateTime::currentDateTimeUtc());
    sendRun(command, Sending::First);
}

bool CommandDispatcher::mustWaitForAct(const DeviceCommand &command) const
{
    if (!m_sessions.command(command.id)->invocation.has(Trait::Acts))
        return false;
    return std::ranges::any_of(m_open, [this, &command](const auto &entry) {
        const DeviceCommand &other = *entry.second;
        return other.sent && other.id != command.id && other.device == command.device
            && m_sessions.command(other.id)->invocation.has(Trait::Acts);
    });
}

void CommandDispatcher::sendNextAct(const DeviceId &device)
{
    for (const auto &[id, command] : m_open) {
        if (!command->sent && command->device == device && m_sessions.command(id)->invocation.has(Trait::Acts))
            return trySend(*command);
    }
}

QString CommandDispatcher::analystOf(CommandId command) const
{
    for (const JournalEntry &entry : m_store.entriesOf(command)) {
        if (std::holds_alternative<Event::CommandAccepted>(entry.event))
            return entry.actor;
    }
    return {};
}

void CommandDispatcher::sendRun(const DeviceCommand &command, Sending sending)
{
    QCborMap limits;
    for (const auto setting : {TenantSetting::FileinfoBytes, TenantSetting::GetfileBytes,
             TenantSetting::QuarantineBytes, TenantSetting::QuarantineDays})
        limits.insert(settingKey(setting), m_settings.number(setting));
    limits.insert(settingKey(TenantSetting::IsolationPassages), m_settings.text(TenantSetting::IsolationPassages));
    const CommandRecord &record = *m_sessions.command(command.id);
    const bool acts = record.invocation.has(Trait::Acts);
    m_router.send(command.device,
        Message::RunCommand{command.id, command.session, record.invocation,
            m_sessions.session(command.session)->workingDirectory, timeLimit(command.id), limits, record.file,
            sending == Sending::Again, acts ? std::optional(analystOf(command.id)) : std::nullopt, record.examinedBy});
}

void CommandDispatcher::armDeadline(DeviceCommand &command, const QDateTime &sentAt)
{
    const auto due = sentAt.addDuration(timeLimit(command.id) + DeadlineGrace);
    command.deadline.start(
        std::chrono::milliseconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(due))));
}

void CommandDispatcher::touch(CommandId command)
{
    if (auto *open = find(command))
        armDeadline(*open, QDateTime::currentDateTimeUtc());
}

bool CommandDispatcher::isResumable(CommandId command) const
{
    return Catalogue::instance().find(m_sessions.command(command)->invocation.verb)->resumable;
}

void CommandDispatcher::expire(CommandId id)
{
    auto *command = find(id);
    if (!command)
        return;
    m_router.send(command->device, Message::CancelCommand{id});
    confirmCancel(*command, CancelResult::NotConfirmed, ServiceActor);
    const qint64 limit = timeLimit(id).count();
    finishUnheard(*command, CommandState::Expired,
        {errorBecause(Reason::NoWordOfItsEnd, ErrorCode::Expired, {}).with(Fact::Limit, limit)});
}

void CommandDispatcher::cancel(const QString &actor, CommandId id)
{
    auto *command = find(id);
    if (!command || command->cancelPatience.isActive())
        return; // it has ended, or its answer is under way
    m_journal.append(actor, subjectOf(*command), Event::CancelAsked{});
    if (!command->sent) {
        confirmCancel(*command, CancelResult::Stopped, ServiceActor);
        finishUnheard(*command, CommandState::Cancelled, {});
    } else if (m_router.isOnline(command->device)) {
        m_router.send(command->device, Message::CancelCommand{id});
        command->cancelPatience.start(CancelPatience);
    } else {
        confirmCancel(*command, CancelResult::NotConfirmed, ServiceActor);
    }
}

// ---- from the device

void CommandDispatcher::agentReady(const DeviceId &device, const Message::AgentState &state)
{
    for (const CommandId id : state.held) {
        const auto *command = find(id);
        if (command && command->device == device && command->sent) {
            m_router.send(device, Message::OutputStored{id, command->output.next()});
        } else {
            // It has ended for us, or was never sent: what may be running there is not wanted. What an act has done is told all the same.
            m_router.send(device, Message::CancelCommand{id});
            if (!recalledAct(device, id))
                m_router.send(device, Message::EndStored{id});
        }
    }
    std::vector<CommandId> ours;
    for (const auto &[id, command] : m_open) {
        if (command->device == device)
            ours.push_back(id);
    }
    for (const CommandId id : ours) {
        // A connect that ends takes the other commands of its session along.
        if (auto *command = find(id))
            reconcile(*command, std::ranges::contains(state.held, id));
    }
}

std::optional<CommandRecord> CommandDispatcher::recalledAct(const DeviceId &device, CommandId id) const
{
    const auto recalled = m_sessions.recall(id);
    const bool isAct = recalled && recalled->session.device == device && recalled->command.invocation.has(Trait::Acts);
    return isAct ? std::optional(recalled->command) : std::nullopt;
}

void CommandDispatcher::reconcile(DeviceCommand &command, bool held)
{
    const bool cancelAsked = m_sessions.command(command.id)->cancelAsked;
    if (!command.sent) {
        trySend(command);
    } else if (held) {
        if (cancelAsked)
            m_router.send(command.device, Message::CancelCommand{command.id});
    } else if (cancelAsked) {
        // It never arrived, or the agent that ran it is gone: either way it does not run now, and must not start any more.
        confirmCancel(command, CancelResult::Stopped, AgentActor);
        finishUnheard(command, CommandState::Cancelled, {});
    } else {
        sendRun(command, Sending::Again);
    }
}

void CommandDispatcher::receive(const DeviceId &device, const AnyMessage &message)
{
    auto *command = find(commandOf(message));
    if (!command || command->device != device)
        return foreignCommand(device, message);
    if (!command->sent)
        return refuse(*command, u"a report of a command that was not sent"_s);
    std::visit(
        Overloaded{
            [&](const Message::CommandStarted &started) { this->started(*command, started); },
            [&](const Message::CommandOutput &chunk) { output(*command, chunk); },
            [&](const Message::CommandEnded &end) { ended(*command, end); },
            [&](const Message::CancelAnswer &answer) { cancelAnswered(*command, answer); },
            [&](const Message::OfferEvidence &offer) { Q_EMIT evidenceOffered(subjectOf(*command), offer.file); },
            [&](const Message::WantBlob &wanted) {
                Q_EMIT blobWanted(subjectOf(*command), wanted.sha256.value_or(QByteArray()));
            },
            [&](const Message::CommandProgress &progress) {
                if (progress.done != command->progress.done && isResumable(command->id))
                    touch(command->id);
                command->progress = progress;
                Q_EMIT progressed(command->session, progress);
            },
            [](const auto &) {},
        },
        message);
}

void CommandDispatcher::foreignCommand(const DeviceId &device, const AnyMessage &message)
{
    const CommandId id = commandOf(message);
    const auto *record = m_sessions.command(id);
    const auto *session = record ? m_sessions.session(record->session) : nullptr;
    if (id.value() > m_sessions.lastCommand().value())
        noteInvented(device, id);
    if (find(id) || (session && session->device != device)) {
        m_router.refuse(device, {ErrorCode::ProtocolViolation, id.toString(), u"a command of another device"_s, {}});
    } else if (const auto *chunk = std::get_if<Message::CommandOutput>(&message)) {
        lateOutput(device, *chunk);
        m_router.send(device, Message::OutputStored{id, chunk->index + 1});
    } else if (const auto *answer = std::get_if<Message::CancelAnswer>(&message); answer && session
        && record->cancelResult == CancelResult::NotConfirmed && answer->result != CancelResult::NotConfirmed) {
        m_journal.append(AgentActor, {device, record->session, id}, Event::CancelConfirmed{answer->result});
    } else if (std::holds_alternative<Message::CommandEnded>(message)) {
        m_router.send(device, Message::EndStored{id});
    }
}

void CommandDispatcher::noteInvented(const DeviceId &device, CommandId command)
{
    if (m_invented.allow(device.value()))
        m_journal.append(ServiceActor, {.device = device},
            Event::PeerRefused{{}, u"it spoke of the command %1, which nobody gave"_s.arg(command.value())});
}

void CommandDispatcher::refuse(const DeviceCommand &command, const QString &reason)
{
    m_router.refuse(command.device, {ErrorCode::ProtocolViolation, command.id.toString(), reason, {}});
}

void CommandDispatcher::started(DeviceCommand &command, const Message::CommandStarted &message)
{
    if (m_sessions.command(command.id)->state < CommandState::Running)
        m_journal.append(AgentActor, subjectOf(command), Event::CommandStarted{message.at, message.encoding});
}

void CommandDispatcher::output(DeviceCommand &command, const Message::CommandOutput &chunk)
{
    const quint32 expected = command.output.next();
    if (chunk.index > expected && !command.limitHit) {
        refuse(command, u"output %1 came where %2 was due"_s.arg(chunk.index).arg(expected));
        return;
    }
    if (chunk.index == expected && !command.limitHit) {
        if (chunk.bytes.isEmpty() && ++command.emptyChunks > MostEmptyChunks)
            return refuse(command, u"nothing but empty output"_s);
        if (!journalReport(subjectOf(command), *m_sessions.command(command.id), chunk))
            return;
        m_store.addOutput(chunk);
        command.output.add(chunk);
        if (expected == 0)
            m_journal.append(AgentActor, subjectOf(command), Event::OutputAvailable{});
        Q_EMIT outputStored(command.session, chunk);
        enforceLimits(command);
    }
    m_router.send(command.device, Message::OutputStored{command.id, std::max(command.output.next(), chunk.index + 1)});
}

bool CommandDispatcher::journalReport(
    const Subject &subject, const CommandRecord &record, const Message::CommandOutput &chunk)
{
    if (chunk.format != ChunkFormat::Report)
        return true;
    const auto report = Codec::fromPeer<ActReport>(chunk.bytes);
    if (!report) {
        m_router.refuse(subject.device, report.error());
        return false;
    }
    if (report->plan)
        m_journal.append(AgentActor, subject,
            Event::ActPlanned{report->act, planHash(*report->plan), *report->plan, record.invocation.value(u"reason"_s),
                analystOf(record.id), report->expires});
    if (report->outcome)
        m_journal.append(AgentActor, subject, Event::ActStepped{report->act, *report->outcome});
    if (report->end)
        m_journal.append(AgentActor, subject, Event::ActEnded{report->act, *report->end, report->undoes});
    return true;
}

void CommandDispatcher::lateOutput(const DeviceId &device, const Message::CommandOutput &chunk)
{
    // Nobody waits for the rows of a command that has ended, but what an act did is told whenever it comes.
    if (chunk.format != ChunkFormat::Report || chunk.index < m_store.outputCount(chunk.command))
        return;
    const auto record = recalledAct(device, chunk.command);
    if (record && journalReport({device, record->session, chunk.command}, *record, chunk))
        m_store.addOutput(chunk);
}

void CommandDispatcher::enforceLimits(DeviceCommand &command)
{
    const auto check = [this, &command](quint64 actual, TenantSetting setting) {
        const qint64 limit = m_settings.number(setting);
        if (actual > quint64(limit) && !command.limit)
            command.limit = Error{ErrorCode::LimitReached, settingKey(setting), {}, {}}
                                .with(Fact::Limit, limit)
                                .with(Fact::Actual, qint64(actual));
    };
    check(command.output.bytes(), TenantSetting::OutputBytes);
    check(command.output.rows(), TenantSetting::OutputRows);
    if (command.output.next() >= MostChunks && !command.limit)
        command.limit = Error{ErrorCode::LimitReached, u"output"_s, {}, {}}.with(Fact::Limit, qint64(MostChunks));
    if (command.limit && !std::exchange(command.limitHit, true))
        cancel(ServiceActor, command.id);
}

void CommandDispatcher::cancelAnswered(DeviceCommand &command, const Message::CancelAnswer &answer)
{
    if (!m_sessions.command(command.id)->cancelAsked)
        return refuse(command, u"an answer to a cancel that nobody asked for"_s);
    command.cancelPatience.stop();
    confirmCancel(command, answer.result, AgentActor);
}

void CommandDispatcher::confirmCancel(const DeviceCommand &command, CancelResult result, const QString &actor)
{
    const auto known = m_sessions.command(command.id)->cancelResult;
    // "Not confirmed" may become certain later, never the other way round.
    if (!known || (*known == CancelResult::NotConfirmed && result != CancelResult::NotConfirmed))
        m_journal.append(actor, subjectOf(command), Event::CancelConfirmed{result});
}

void CommandDispatcher::ended(DeviceCommand &command, const Message::CommandEnded &message)
{
    const bool withoutFile = message.state == CommandState::Completed
        && m_sessions.command(command.id)->invocation.has(Trait::MakesEvidence)
        && (!m_sessions.command(command.id)->evidence || m_sessions.command(command.id)->evidence->sha256.isEmpty());
    const bool complete = !withoutFile
        && (message.chunks == command.output.next() || command.limitHit || message.state == CommandState::Interrupted);
    if (!isFinal(message.state) || message.state == CommandState::Rejected || !complete) {
        refuse(command, u"an end with %1 chunks after %2"_s.arg(message.chunks).arg(command.output.next()));
        return;
    }
    if (message.state == CommandState::Cancelled && m_sessions.command(command.id)->cancelAsked)
        confirmCancel(command, CancelResult::Stopped, AgentActor);
    m_router.send(command.device, Message::EndStored{command.id});
    finish(command, AgentActor, message);
}

void CommandDispatcher::finishUnheard(DeviceCommand &command, CommandState state, std::vector<Error> errors)
{
    finish(command, ServiceActor, {command.id, state, std::move(errors), 0, {}, {}, {}});
}

void CommandDispatcher::finish(DeviceCommand &command, const QString &actor, const Message::CommandEnded &end)
{
    if (m_open.erase(command.id) == 0)
        return;
    command.deadline.stop();
    command.cancelPatience.stop();
    command.deleteLater();
    auto errors = end.errors;
    auto state = end.state;
    if (command.limit) {
        errors.push_back(*command.limit);
        state = CommandState::Failed;
    }
    m_journal.append(actor, subjectOf(command),
        Event::CommandFinished{state, errors, command.output.next(), command.output.rows(), command.output.bytes(),
            command.output.sha256(), end.duration, end.workingDirectory, end.exitStatus});
    Q_EMIT finished(command.session, command.id, state, errors);
    sendNextAct(command.device);
}

} // namespace Sonde::Service

#include "moc_commanddispatcher.cpp"
