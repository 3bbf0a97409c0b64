// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channel.h"

#include <QDateTime>
#include <QPointer>
#include <QSslSocket>
#include <QTimer>
#include <QWebSocket>
#include <deque>

namespace Sonde {

/// Messages over one open WebSocket, one binary frame each. Sets the frame limits, answers what is not a message with ProtocolError and
/// closes, sends pings and closes when nothing has been heard for three of them.
class WebSocketChannel final : public Channel
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds PingInterval{20};
    /// A sign of life that came not so long after the last one is overdue.
    static constexpr std::chrono::seconds SilenceLimit{25};

    /// Takes the socket, which must be connected, or connecting (then send() only after its connected()).
    explicit WebSocketChannel(std::unique_ptr<QWebSocket> socket, QObject *parent = nullptr);
    ~WebSocketChannel() override;

    void send(const AnyMessage &message) override;
    /// For bytes that are a message already (relay without parsing).
    void sendEncoded(const QByteArray &message);
    [[nodiscard]] qint64 bytesPending() const override;
    void setReading(bool reading) override;
    /// The socket below, with a limited read buffer: while nothing is read, nothing is taken from it either. Without it what arrives
    /// meanwhile is held here.
    void setTransport(QSslSocket *transport);
    void close(const Error &reason) override;
    [[nodiscard]] QString peerAddress() const override;
    [[nodiscard]] QWebSocket &socket() { return *m_socket; }

private:
    void receive(const QByteArray &bytes);
    void deliverHeld();
    void deliver(const QByteArray &bytes);
    void lookAtTransport();
    void setTransportReading(bool reading);
    void refuse(const Error &error);
    void ping();
    void hear();
    void lookForSilence();
    void finish(const Error &reason);

    std::unique_ptr<QWebSocket> m_socket;
    QPointer<QSslSocket> m_transport;
    QTimer m_pingTimer;
    QTimer m_transportTimer;
    QTimer m_answerTimer; ///< between a ping and the next that is heard
    QDateTime m_heard = QDateTime::currentDateTimeUtc();
    bool m_isSilent = false;
    bool m_reading = true;
    std::deque<QByteArray> m_held;
    int m_unanswered = 0;
    bool m_closing = false;
    bool m_closed = false;
    Error m_reason;
};

} // namespace Sonde
