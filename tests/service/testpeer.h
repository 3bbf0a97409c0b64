// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"

#include <QTest>
#include <algorithm>
#include <deque>

namespace Sonde::Service {

/// The other end of a service's channel, as a test plays it: remembers everything it is told.
class TestPeer final
{
public:
    explicit TestPeer(std::unique_ptr<Channel> channel)
        : m_channel(std::move(channel))
    {
        QObject::connect(m_channel.get(), &Channel::received, m_channel.get(),
            [this](const AnyMessage &message) { m_received.push_back(message); });
        QObject::connect(m_channel.get(), &Channel::closed, m_channel.get(), [this] { m_closed = true; });
        m_channel->send(Message::Hello{ProtocolVersion, ProtocolVersion, QStringLiteral("test"), {}});
    }

    void send(const AnyMessage &message) { m_channel->send(message); }
    [[nodiscard]] Channel &channel() { return *m_channel; }
    [[nodiscard]] bool isClosed() const { return m_closed; }

    template<typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const AnyMessage &message : m_received) {
            if (const auto *wanted = std::get_if<T>(&message))
                found.push_back(*wanted);
        }
        return found;
    }
    template<typename T>
    [[nodiscard]] qsizetype count() const
    {
        return qsizetype(all<T>().size());
    }
    template<typename T>
    [[nodiscard]] T last() const
    {
        const auto found = all<T>();
        return found.empty() ? T{} : found.back();
    }
    template<typename T>
    [[nodiscard]] std::optional<T> reply(quint32 request) const
    {
        for (const T &candidate : all<T>()) {
            if (candidate.request == request)
                return candidate;
        }
        return {};
    }
    /// Whatever was said to a request.
    [[nodiscard]] std::optional<AnyMessage> answer(quint32 request) const
    {
        const auto answers = [request](const AnyMessage &message) {
            return std::visit(
                [request]<typename T>(const T &said) {
                    if constexpr (requires { said.request; })
                        return said.request == request;
                    else
                        return false;
                },
                message);
        };
        const auto found = std::ranges::find_if(m_received, answers);
        return found == m_received.end() ? std::nullopt : std::optional(*found);
    }
    /// Of the events of one type in everything watched.
    template<typename E>
    [[nodiscard]] std::vector<JournalEntry> entries() const
    {
        std::vector<JournalEntry> found;
        for (const auto &batch : all<Message::JournalEntries>()) {
            for (const JournalEntry &entry : batch.entries) {
                if (std::holds_alternative<E>(entry.event))
                    found.push_back(entry);
            }
        }
        return found;
    }
    void forget() { m_received.clear(); }
    /// The number of a request that nothing else was asked by.
    [[nodiscard]] quint32 nextRequest() { return ++m_request; }

private:
    quint32 m_request = 1'000'000; ///< others count from 1
    std::deque<AnyMessage> m_received;
    bool m_closed = false;
    std::unique_ptr<Channel> m_channel;
};

/// What a request was answered with; nullopt when that is something else, or does not come.
template<typename Reply, typename Request>
[[nodiscard]] std::optional<Reply> ask(TestPeer &peer, Request request)
{
    const quint32 number = request.request = peer.nextRequest();
    peer.send(request);
    return QTest::qWaitFor([&] { return peer.answer(number).has_value(); }) ? peer.reply<Reply>(number) : std::nullopt;
}

/// Whether what was asked for was done.
template<typename Request>
[[nodiscard]] bool done(TestPeer &peer, Request request)
{
    return ask<Message::Done>(peer, std::move(request)).has_value();
}

/// Why it was not.
template<typename Request>
[[nodiscard]] std::optional<Error> refusal(TestPeer &peer, Request request)
{
    const auto refused = ask<Message::Refused>(peer, std::move(request));
    return refused ? std::optional(refused->error) : std::nullopt;
}

inline DeviceFacts linuxFacts(const QString &name = QStringLiteral("desk-1"))
{
    DeviceFacts facts;
    facts.name = name;
    facts.platform = Platform::Linux;
    facts.osName = QStringLiteral("Debian GNU/Linux 13");
    facts.agentVersion = QStringLiteral("0.1.0");
    return facts;
}

} // namespace Sonde::Service
