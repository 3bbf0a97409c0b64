// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"

#include <algorithm>

namespace Sonde::Agent {

/// The service's end of a channel: keeps what the agent says, in order, and says what a test wants.
class ServiceScript final : public QObject
{
public:
    explicit ServiceScript(std::unique_ptr<Channel> channel)
        : m_channel(std::move(channel))
    {
        connect(m_channel.get(), &Channel::received, this, [this](const AnyMessage &message) {
            heard.push_back(message);
            if (const auto *chunk = std::get_if<Message::CommandOutput>(&message); chunk && storesOutput)
                send(Message::OutputStored{chunk->command, chunk->index + 1});
        });
        connect(m_channel.get(), &Channel::closed, this, [this] { closed = true; });
        send(Message::Hello{.program = QStringLiteral("service"), .programVersion = QStringLiteral("0")});
    }

    void send(const AnyMessage &message) { m_channel->send(message); }
    void close() { m_channel->close(); }

    void run(quint64 id, const QString &line, std::chrono::milliseconds timeLimit = std::chrono::minutes(1))
    {
        send(Message::RunCommand{
            CommandId(id), SessionId(1), parseLine(line).value(), QStringLiteral("/"), timeLimit, {}, {}});
    }

    template<typename T>
    [[nodiscard]] std::vector<T> all(quint64 id) const
    {
        std::vector<T> found;
        for (const AnyMessage &message : heard) {
            if (const auto *one = std::get_if<T>(&message); one && one->command == CommandId(id))
                found.push_back(*one);
        }
        return found;
    }
    template<typename T>
    [[nodiscard]] bool has(quint64 id) const
    {
        return !all<T>(id).empty();
    }
    /// The last of a kind, whatever command it is about.
    template<typename T>
    [[nodiscard]] std::optional<T> last() const
    {
        for (auto message = heard.rbegin(); message != heard.rend(); ++message) {
            if (const auto *one = std::get_if<T>(&*message))
                return *one;
        }
        return {};
    }

    std::vector<AnyMessage> heard;
    bool storesOutput = true;
    bool closed = false;

private:
    std::unique_ptr<Channel> m_channel;
};

} // namespace Sonde::Agent
