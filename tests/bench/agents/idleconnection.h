// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/agents/population.h"
#include "transport/base/backoff.h"

#include <QByteArray>
#include <chrono>
#include <netinet/in.h>
#include <openssl/ssl.h>

namespace Sonde::Bench {

/// How an agent reaches its service.
enum class Way { Direct, WebSocket };

struct SessionFree {
    void operator()(SSL_SESSION *session) const;
};

/// One agent that has nothing to do: a TLS socket that says hello and gives signs of life, and comes back when it is cut off, with the
/// deadlines and waits of the real agent, and with the session that it had. Raw, because Qt's sockets take 140 KiB each.
class IdleConnection final
{
    Q_DISABLE_COPY_MOVE(IdleConnection)

public:
    using Clock = std::chrono::steady_clock;
    /// `place`: the address of this machine that it comes from, in network order.
    IdleConnection(const IdleDevice &device, SSL_CTX &tls, const sockaddr_in &service, in_addr_t place, Way way);
    ~IdleConnection();

    /// Opens the socket; to be called when it has none.
    void open();
    /// Goes on with what the socket is ready for.
    void proceed();
    /// What is due at dueAt(): the next attempt, giving up on this one, or a sign of life.
    void timePassed();
    /// For the next time.
    void keep(SSL_SESSION *session) { m_session.reset(session); }

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] bool isUnderWay() const { return m_state != State::Away && m_state != State::Open; }
    /// The last handshake took up the session before.
    [[nodiscard]] bool isResumed() const { return m_isResumed; }
    /// So far.
    [[nodiscard]] int attempts() const { return m_attempts; }
    [[nodiscard]] int descriptor() const { return m_socket; }
    [[nodiscard]] bool wantsToWrite() const { return m_state == State::Connecting || !m_unsent.isEmpty(); }
    [[nodiscard]] Clock::time_point dueAt() const { return m_due; }

private:
    enum class State { Away, Connecting, Handshaking, Upgrading, Greeting, Open };

    [[nodiscard]] bool finishConnecting();
    [[nodiscard]] bool shakeHands();
    [[nodiscard]] bool sendRest();
    [[nodiscard]] bool readMore();
    [[nodiscard]] bool takeUpgrade();
    void greet();
    [[nodiscard]] bool takeFrames();
    [[nodiscard]] bool takeWebSocketFrames();
    [[nodiscard]] bool takeFrame(int opcode, QByteArrayView payload);
    void isGreeted();
    [[nodiscard]] bool isBlocked(int result) const;
    void queueFrame(int opcode, QByteArrayView payload);
    void lose();

    const IdleDevice &m_device;
    SSL_CTX &m_tls;
    const sockaddr_in &m_service;
    const in_addr_t m_place;
    const Way m_way;
    State m_state = State::Away;
    int m_socket = -1;
    SSL *m_ssl = nullptr;
    std::unique_ptr<SSL_SESSION, SessionFree> m_session;
    bool m_isResumed = false;
    int m_attempts = 0;
    QByteArray m_unsent;
    QByteArray m_unread;
    Backoff m_backoff;
    Clock::time_point m_due;
    Clock::time_point m_openedAt;
};

} // namespace Sonde::Bench
