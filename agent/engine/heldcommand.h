// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/commands/commandtable.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace Sonde::Agent {

/// A command from the moment it is accepted until the service has stored its end: runs it, and keeps everything the service has not
/// acknowledged, to be sent again on another connection. run(), put() and showProgress() belong to a worker's thread, the rest to the
/// runner's.
class HeldCommand final : private OutputSink
{
    Q_DISABLE_COPY_MOVE(HeldCommand)

public:
    /// `news` is called from any thread whenever nextMessage() may have something.
    HeldCommand(Message::RunCommand order, const DeviceVerb &verb, const AgentSurroundings &surroundings,
        std::function<void()> news);

    [[nodiscard]] CommandId id() const { return m_order.command; }

    /// Does the work, on the calling thread.
    void run();

    /// Asks the work to stop. The answer comes by nextMessage(), when it has ended.
    void cancel();
    /// Its time is up.
    void expire() { stop(StopCause::Deadline); }
    /// The service wants nothing more of it: stops it if it still runs, keeps nothing.
    void abandon();
    /// As abandon(), because the agent itself stops.
    void shutDown();
    /// The service's answer to what the command asked.
    void answer(Result<QString> ticket);
    /// Ended, and nothing is left to be sent or acknowledged.
    [[nodiscard]] bool isDone() const;

    /// What to send next on this connection, in order: started, output, answer to a cancel, end.
    [[nodiscard]] std::optional<AnyMessage> nextMessage();
    /// Chunks below `next` are stored.
    void acknowledge(quint32 next);
    /// A new connection: nothing of what is still kept has been sent on it.
    void rewind();

private:
    enum class StopCause { None, Cancel, Deadline, Shutdown };

    bool put(ChunkFormat format, quint32 rows, const QByteArray &bytes) override;
    void showProgress(const Progress &progress) override;
    [[nodiscard]] Result<QString> askTicket(const AnyMessage &ask) override;
    [[nodiscard]] const AgentSurroundings &surroundings() const override { return m_surroundings; }
    [[nodiscard]] bool isShuttingDown() const override { return m_stopCause == StopCause::Shutdown; }

    /// True for the first who takes the command up: a worker that runs it, or a stop that comes before any.
    [[nodiscard]] bool claim() { return !m_claimed.exchange(true); }
    void stop(StopCause cause);
    [[nodiscard]] Outcome execute(CommandContext &context);
    void end(const Outcome &outcome, std::vector<Error> errors);
    [[nodiscard]] std::optional<AnyMessage> nextChunk();

    const Message::RunCommand m_order;
    const DeviceVerb &m_verb;
    const AgentSurroundings &m_surroundings;
    const std::function<void()> m_news;
    std::stop_source m_stop;
    std::atomic<bool> m_claimed = false;
    std::atomic<StopCause> m_stopCause = StopCause::None;
    QElapsedTimer m_clock;

    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable_any m_room;
    std::condition_variable_any m_answered;
    std::optional<AnyMessage> m_question; ///< not yet answered
    std::optional<Result<QString>> m_ticket;
    std::optional<Message::CommandStarted> m_started;
    std::deque<Message::CommandOutput> m_chunks; ///< not acknowledged
    quint32 m_chunkCount = 0;                    ///< made so far
    qsizetype m_keptBytes = 0;
    std::optional<Message::CommandProgress> m_progress;
    std::optional<Message::CommandEnded> m_end;
    bool m_abandoned = false;
    bool m_answerDue = false;
    // On this connection:
    bool m_startSent = false;
    quint32 m_nextToSend = 0;
    bool m_questionSent = false;
    bool m_endSent = false;
};

} // namespace Sonde::Agent
