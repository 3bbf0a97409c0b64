// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/engine/heldcommand.h"

#include "agent/system/device/device.h"
#include "protocol/base/reason.h"

#include <exception>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Only text needs to say how it is written: rows are CBOR.
std::optional<QString> encodingOf(const QString &verb)
{
    const CommandSpec *spec = Catalogue::instance().find(verb);
    return spec && spec->output == OutputType::Text ? std::optional(textEncoding()) : std::nullopt;
}

} // namespace

HeldCommand::HeldCommand(Message::RunCommand order, const DeviceVerb &verb, const AgentSurroundings &surroundings,
    std::function<void()> news)
    : m_order(std::move(order))
    , m_verb(verb)
    , m_surroundings(surroundings)
    , m_news(std::move(news))
{
}

// ---- the worker's side

void HeldCommand::run()
{
    if (!claim())
        return;
    m_clock.start();
    {
        const std::lock_guard lock(m_mutex);
        m_started = Message::CommandStarted{id(), QDateTime::currentDateTimeUtc(), encodingOf(m_order.invocation.verb)};
    }
    m_news();
    CommandContext context(m_order, m_stop.get_token(), *this);
    const Outcome outcome = execute(context);
    end(outcome, context.errors());
}

Outcome HeldCommand::execute(CommandContext &context)
{
    try {
        Outcome outcome = runCommand(m_verb, context);
        // What came before a failure or a stop is part of the answer too.
        const bool allTaken = context.finish();
        return outcome.failure || allTaken || outcome.stands ? outcome : Outcome(fail(ErrorCode::Cancelled));
    } catch (const std::exception &exception) { // out of memory, at the worst: this command's end, not the agent's
        return fail(ErrorCode::Internal, m_order.invocation.verb, QString::fromUtf8(exception.what()));
    }
}

void HeldCommand::end(const Outcome &outcome, std::vector<Error> errors)
{
    auto state = CommandState::Completed;
    // It was to go on where it was, and does not know any more where that is: what it sent before stands.
    const bool isLost = outcome.failure && m_order.again && outcome.failure->code == ErrorCode::Interrupted
        && reasonOf(*outcome.failure) == Reason::SeenBeforeRestart;
    if (isLost) {
        state = CommandState::Interrupted;
        errors = {*outcome.failure};
    } else if (outcome.failure && outcome.failure->code != ErrorCode::Cancelled) {
        state = CommandState::Failed;
        errors.insert(errors.begin(), *outcome.failure);
    } else if (outcome.failure && m_stopCause == StopCause::Deadline) {
        state = CommandState::Expired;
        errors.push_back(Error{ErrorCode::Expired, m_order.invocation.verb, {}, {}}.with(
            Fact::Limit, qint64(m_order.timeLimit.count())));
    } else if (outcome.failure) {
        state = CommandState::Cancelled;
    }
    const auto duration = m_clock.isValid() ? m_clock.durationElapsed() : std::chrono::nanoseconds(0);
    {
        const std::lock_guard lock(m_mutex);
        m_end = Message::CommandEnded{id(), state, std::move(errors), m_chunkCount,
            std::chrono::duration_cast<std::chrono::microseconds>(duration), outcome.workingDirectory,
            outcome.exitStatus};
    }
    m_news();
}

bool HeldCommand::put(ChunkFormat format, quint32 rows, const QByteArray &bytes)
{
    {
        std::unique_lock lock(m_mutex);
        const auto hasRoom = [this, &bytes] {
            return m_abandoned || m_chunks.empty() || m_keptBytes + bytes.size() <= OutputWindowBytes;
        };
        if (!m_room.wait(lock, m_stop.get_token(), hasRoom))
            return false;
        if (!m_abandoned) {
            m_keptBytes += bytes.size();
            m_chunks.push_back({id(), m_chunkCount++, format, rows, bytes});
        }
    }
    m_news();
    return !m_stop.stop_requested();
}

void HeldCommand::showProgress(const Progress &progress)
{
    {
        const std::lock_guard lock(m_mutex);
        m_progress = Message::CommandProgress{id(), progress.done, progress.total, progress.what,
            progress.unit.isEmpty() ? std::nullopt : std::optional(progress.unit), progress.bytes};
    }
    m_news();
}

Result<QString> HeldCommand::askTicket(const AnyMessage &ask)
{
    {
        const std::lock_guard lock(m_mutex);
        m_question = ask;
        m_questionSent = false;
        m_ticket.reset();
    }
    m_news();
    std::unique_lock lock(m_mutex);
    if (!m_answered.wait(lock, m_stop.get_token(), [this] { return m_ticket.has_value(); }))
        return fail(ErrorCode::Cancelled);
    return *std::exchange(m_ticket, {});
}

// ---- the connection's side

void HeldCommand::stop(StopCause cause)
{
    auto none = StopCause::None;
    m_stopCause.compare_exchange_strong(none, cause);
    m_stop.request_stop();
    if (claim()) // no worker has taken it up, and now none will
        end(fail(ErrorCode::Cancelled), {});
}

void HeldCommand::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_answerDue = true;
    }
    stop(StopCause::Cancel);
    m_news();
}

void HeldCommand::abandon()
{
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
        m_chunks.clear();
    }
    stop(StopCause::Cancel);
}

void HeldCommand::shutDown()
{
    auto none = StopCause::None;
    m_stopCause.compare_exchange_strong(none, StopCause::Shutdown);
    abandon();
}

void HeldCommand::answer(Result<QString> ticket)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_question)
            return;
        m_question.reset();
        m_ticket = std::move(ticket);
    }
    m_answered.notify_all();
}

bool HeldCommand::isDone() const
{
    const std::lock_guard lock(m_mutex);
    return m_end && m_abandoned;
}

std::optional<AnyMessage> HeldCommand::nextMessage()
{
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return {};
    if (m_started && !std::exchange(m_startSent, true))
        return *m_started;
    if (auto chunk = nextChunk())
        return chunk;
    if (m_question && !std::exchange(m_questionSent, true))
        return m_question;
    if (!m_end) {
        const auto progress = std::exchange(m_progress, {});
        return progress ? std::optional<AnyMessage>(*progress) : std::nullopt;
    }
    if (std::exchange(m_answerDue, false)) {
        const bool stopped = m_end->state == CommandState::Cancelled;
        return Message::CancelAnswer{id(), stopped ? CancelResult::Stopped : CancelResult::TooLate};
    }
    if (!std::exchange(m_endSent, true))
        return *m_end;
    return {};
}

std::optional<AnyMessage> HeldCommand::nextChunk()
{
    if (m_nextToSend == m_chunkCount)
        return {};
    const quint32 firstKept = m_chunkCount - quint32(m_chunks.size());
    return m_chunks.at(m_nextToSend++ - firstKept);
}

void HeldCommand::acknowledge(quint32 next)
{
    {
        const std::lock_guard lock(m_mutex);
        while (!m_chunks.empty() && m_chunks.front().index < next) {
            m_keptBytes -= m_chunks.front().bytes.size();
            m_chunks.pop_front();
        }
        m_nextToSend = std::max(m_nextToSend, m_chunkCount - quint32(m_chunks.size()));
    }
    m_room.notify_all();
}

void HeldCommand::rewind()
{
    const std::lock_guard lock(m_mutex);
    m_nextToSend = m_chunkCount - quint32(m_chunks.size());
    m_startSent = m_nextToSend > 0; // stored output says that it has started
    m_questionSent = false;
    m_endSent = false;
}

} // namespace Sonde::Agent
