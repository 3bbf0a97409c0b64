// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/engine/commandrunner.h"

#include "agent/acts/acts.h"
#include "agent/system/device/device.h"
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "transport/base/freememory.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {
constexpr auto RestAfter = 3s; ///< the next command of an analyst who reads does not wait for it
}

CommandRunner::CommandRunner(CommandLog &log, AgentSurroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_surroundings(std::move(surroundings))
{
    m_pool.setMaxThreadCount(MostAtOnce);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestAfter);
    m_rest.callOnTimeout(this, [this] {
        if (m_held.empty())
            returnFreeMemory();
    });
    m_rest.start(); // what starting took
    tellWhatWasDone();
}

CommandRunner::~CommandRunner()
{
    for (const auto &[id, held] : m_held)
        held.command->shutDown();
    m_pool.waitForDone();
}

// ---- what the service says

void CommandRunner::receive(const Message::RunCommand &order)
{
    if (m_held.contains(order.command))
        return;
    const CommandSpec *spec = Catalogue::instance().find(order.invocation.verb);
    const bool seen = m_log.contains(order.command) || (order.again && !m_log.isCertain());
    // A command that acts says again what it has done, from the agent's ledger.
    if (seen && !(spec && (spec->resumable || spec->has(Trait::Acts))))
        return answer(Message::CommandEnded{order.command, CommandState::Interrupted,
            {errorBecause(Reason::SeenBeforeRestart, ErrorCode::Interrupted, order.invocation.verb)}, 0, {}, {}, {}});
    const auto verb = check(order);
    if (!verb)
        return answer(Message::CommandEnded{order.command, CommandState::Failed, {verb.error()}, 0, {}, {}, {}});
    if (const auto logged = seen ? Result<void>() : m_log.add(order); !logged)
        return answer(Message::CommandEnded{order.command, CommandState::Failed, {logged.error()}, 0, {}, {}, {}});
    Message::RunCommand marked = order;
    marked.again = seen;
    start(marked, **verb);
}

void CommandRunner::receive(const Message::CancelCommand &cancel)
{
    const auto found = m_held.find(cancel.command);
    if (found == m_held.end())
        return answer(Message::CancelAnswer{cancel.command, CancelResult::NotConfirmed});
    found->second.command->cancel();
}

void CommandRunner::receive(const Message::TransferTicket &ticket)
{
    if (const auto found = m_held.find(ticket.command); found != m_held.end())
        found->second.command->answer(ticket.ticket);
}

void CommandRunner::receive(const Message::TransferRefused &refusal)
{
    if (const auto found = m_held.find(refusal.command); found != m_held.end())
        found->second.command->answer(std::unexpected(refusal.error));
}

void CommandRunner::receive(const Message::OutputStored &stored)
{
    if (const auto found = m_held.find(stored.command); found != m_held.end())
        found->second.command->acknowledge(stored.next);
}

void CommandRunner::receive(const Message::EndStored &stored)
{
    if (m_surroundings.acts)
        m_surroundings.acts->setTold(stored.command);
    if (const auto found = m_held.find(stored.command); found != m_held.end()) {
        found->second.command->abandon();
        forgetDone();
    }
}

Result<const DeviceVerb *> CommandRunner::check(const Message::RunCommand &order) const
{
    if (const auto valid = validate(order.invocation); !valid)
        return std::unexpected(valid.error());
    const CommandSpec &spec = *Catalogue::instance().find(order.invocation.verb);
    if (spec.verb != order.invocation.verb || spec.runs != Runs::Device)
        return fail(ErrorCode::UnknownVerb, order.invocation.verb);
    const DeviceVerb *verb = findCommand(spec.verb);
    if (!spec.platforms.testFlag(thisPlatform()) || !verb)
        return fail(ErrorCode::PlatformNotOffered, spec.verb);
    if (m_surroundings.never.contains(spec.verb))
        return fail(ErrorCode::DeviceForbids, spec.verb);
    return verb;
}

/// Of acts that the service has not heard the end of: the agent was ended in between, and the service may have given up their commands.
void CommandRunner::tellWhatWasDone()
{
    for (const ActRecord &record : m_surroundings.acts ? m_surroundings.acts->all() : std::vector<ActRecord>()) {
        const ActPlan &plan = record.intent.plan;
        const Verb &verb = plan.kind == ActKind::Undo ? Verbs::Undo : Verbs::Remediate;
        if (record.told || !record.intent.command.isValid())
            continue;
        Message::RunCommand order{.command = record.intent.command,
            .session = record.intent.session,
            .invocation = {.verb = verb.name,
                .values = {{u"type"_s, Codec::wireName(plan.type)}, {u"id"_s, plan.id}},
                .flags = {},
                .toFile = {}},
            .workingDirectory = {},
            .timeLimit = {},
            .limits = {},
            .blob = {},
            .again = true};
        start(order, *findCommand(order.invocation.verb));
    }
}

void CommandRunner::start(const Message::RunCommand &order, const DeviceVerb &verb)
{
    const auto command = std::make_shared<HeldCommand>(order, verb, m_surroundings, [this] { announceNews(); });
    auto deadline = std::make_unique<QTimer>();
    deadline->setSingleShot(true);
    connect(deadline.get(), &QTimer::timeout, this, [command = command.get()] { command->expire(); });
    // What is resumable may take long while it moves, which the service sees: there its time is counted.
    const bool timed = !Catalogue::instance().find(order.invocation.verb)->resumable;
    if (timed && order.timeLimit.count() > 0)
        deadline->start(order.timeLimit);
    m_held.emplace(order.command, Held{command, std::move(deadline)});
    m_pool.start([command] { command->run(); });
}

void CommandRunner::answer(const AnyMessage &message)
{
    m_answers.push_back(message);
    announceNews();
}

// ---- what the service is told

std::vector<CommandId> CommandRunner::beginConnection()
{
    m_answers.clear();
    forgetDone();
    std::vector<CommandId> held;
    for (const auto &[id, entry] : m_held) {
        entry.command->rewind();
        held.push_back(id);
    }
    announceNews();
    return held;
}

std::optional<AnyMessage> CommandRunner::takeMessage()
{
    if (!m_answers.empty()) {
        const AnyMessage message = std::move(m_answers.front());
        m_answers.pop_front();
        return message;
    }
    auto next = m_held.upper_bound(m_lastServed);
    for (size_t i = 0; i < m_held.size(); ++i, ++next) {
        if (next == m_held.end())
            next = m_held.begin();
        if (auto message = next->second.command->nextMessage()) {
            m_lastServed = next->first;
            return message;
        }
    }
    return {};
}

void CommandRunner::announceNews()
{
    // From any thread; many at once are one.
    if (!m_newsAnnounced.exchange(true))
        QMetaObject::invokeMethod(this, &CommandRunner::handleNews, Qt::QueuedConnection);
}

void CommandRunner::handleNews()
{
    m_newsAnnounced = false;
    forgetDone();
    Q_EMIT messagesReady();
}

void CommandRunner::forgetDone()
{
    std::erase_if(m_held, [](const auto &entry) { return entry.second.command->isDone(); });
    if (m_held.empty())
        m_rest.start();
}

bool CommandRunner::shutDown(std::chrono::milliseconds patience)
{
    for (const auto &[id, held] : m_held)
        held.command->shutDown();
    return m_pool.waitForDone(QDeadlineTimer(patience));
}

} // namespace Sonde::Agent

#include "moc_commandrunner.cpp"
