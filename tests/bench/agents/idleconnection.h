// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/agents/population.h"
#include "transport/base/backoff.h"

#include <QByteArray>
#include <chrono>
#include <netinet/in.h>
#include <openssl/types.h>

namespace Sonde::Bench {

/// One agent that has nothing to do: a TLS socket that says hello, answers pings and sends its own, and comes back when it is cut off, with
/// the deadlines and waits of the real agent. Raw, because Qt's sockets take 140 KiB each.
class IdleConnection final
{
    Q_DISABLE_COPY_MOVE(IdleConnection)

public:
    using Clock = std::chrono::steady_clock;
    IdleConnection(const IdleDevice &device, SSL_CTX &tls, const sockaddr_in &service);
    ~IdleConnection();

    /// Opens the socket; to be called when it has none.
    void open();
    /// Goes on with what the socket is ready for.
    void proceed();
    /// What is due at dueAt(): the next attempt, giving up on this one, or a ping.
    void timePassed();

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] bool isUnderWay() const { return m_state != State::Away && m_state != State::Open; }
    [[nodiscard]] int descriptor() const { return m_socket; }
    [[nodiscard]] bool wantsToWrite() const { return m_state == State::Connecting || !m_unsent.isEmpty(); }
    [[nodiscard]] Clock::time_point dueAt() const { return m_due; }

private:
    enum class State { Away, Connecting, Handshaking, Upgrading, Open };

    [[nodiscard]] bool finishConnecting();
    [[nodiscard]] bool shakeHands();
    [[nodiscard]] bool sendRest();
    [[nodiscard]] bool readMore();
    [[nodiscard]] bool takeUpgrade();
    [[nodiscard]] bool takeFrames();
    [[nodiscard]] bool takeFrame(int opcode, QByteArrayView payload);
    [[nodiscard]] bool isBlocked(int result) const;
    void queueFrame(int opcode, QByteArrayView payload);
    void lose();

    const IdleDevice &m_device;
    SSL_CTX &m_tls;
    const sockaddr_in &m_service;
    State m_state = State::Away;
    int m_socket = -1;
    SSL *m_ssl = nullptr;
    QByteArray m_unsent;
    QByteArray m_unread;
    Backoff m_backoff;
    Clock::time_point m_due;
    Clock::time_point m_openedAt;
};

} // namespace Sonde::Bench
