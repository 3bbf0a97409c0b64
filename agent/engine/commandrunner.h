// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/engine/commandlog.h"
#include "agent/engine/heldcommand.h"

#include <QThreadPool>
#include <QTimer>
#include <map>

namespace Sonde::Agent {

/// Runs the service's orders on a few threads and answers them. Knows nothing of connections: commands go on without one, and what has
/// not been acknowledged is sent again on the next.
class CommandRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandRunner)

public:
    static constexpr int MostAtOnce = 64; ///< a transfer that waits for its connection has a thread too

    CommandRunner(CommandLog &log, AgentSurroundings surroundings, QObject *parent = nullptr);
    /// Stops what runs, and waits for it.
    ~CommandRunner() override;

    /// What the service says. Each id runs once: one that is held is passed over, one seen before a crash is answered as interrupted unless
    /// its command is resumable.
    void receive(const Message::RunCommand &order);
    void receive(const Message::CancelCommand &cancel);
    void receive(const Message::TransferTicket &ticket);
    void receive(const Message::TransferRefused &refusal);
    void receive(const Message::OutputStored &stored);
    void receive(const Message::EndStored &stored);

    /// A new connection begins: commands to be named in its AgentState. What is kept is due on it from now on.
    [[nodiscard]] std::vector<CommandId> beginConnection();
    /// The next message for the service; the commands take turns.
    [[nodiscard]] std::optional<AnyMessage> takeMessage();

    /// Verbs that it refuses, whoever orders them.
    [[nodiscard]] const QStringList &never() const { return m_surroundings.never; }
    /// Nothing runs, and nothing waits to be acknowledged.
    [[nodiscard]] bool isIdle() const { return m_held.empty(); }
    /// Asks everything to stop and waits so long. False when something cannot be stopped, such as a read from a dead disk.
    [[nodiscard]] bool shutDown(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// takeMessage() has something.
    void messagesReady();

private:
    struct Held {
        std::shared_ptr<HeldCommand> command; ///< shared with the worker
        std::unique_ptr<QTimer> deadline;
    };

    [[nodiscard]] Result<const DeviceVerb *> check(const Message::RunCommand &order) const;
    void tellWhatWasDone();
    void start(const Message::RunCommand &order, const DeviceVerb &verb);
    void answer(const AnyMessage &message);
    void announceNews();
    void handleNews();
    void forgetDone();

    CommandLog &m_log;
    const AgentSurroundings m_surroundings;
    std::map<CommandId, Held> m_held;
    std::deque<AnyMessage> m_answers; ///< to orders that are not held; lost with the connection, the service asks again
    CommandId m_lastServed;
    std::atomic<bool> m_newsAnnounced = false;
    QTimer m_rest; ///< nothing was held for a while when it ends: the memory that it took goes back
    QThreadPool m_pool;
};

} // namespace Sonde::Agent
