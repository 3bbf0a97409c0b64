// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/networkclient.h"

namespace Sonde::Service {

/// A WebSocket spoken by hand, for what no honest client does: it may say whatever it likes and never reads what it is told.
class RawPeer final
{
public:
    RawPeer(const NetworkClient &client, const QString &path, const QSslConfiguration &tls, const QByteArray &headers);

    [[nodiscard]] bool isOpen() const { return m_socket && m_opened; }
    [[nodiscard]] bool isCut() const { return !m_socket || m_socket->state() != QAbstractSocket::ConnectedState; }
    /// As much of them as the other side takes, at once.
    void send(const std::vector<AnyMessage> &messages);
    void send(const AnyMessage &message) { send(std::vector<AnyMessage>{message}); }
    /// In a TLS record of its own.
    void write(const QByteArray &bytes);
    /// Nothing waits to be sent.
    [[nodiscard]] bool hasSent() const;
    /// From now on nothing is read.
    void stopReading();

private:
    std::unique_ptr<QSslSocket> m_socket;
    bool m_opened = false;
};

/// One binary frame as a client masks it.
[[nodiscard]] QByteArray maskedFrame(const QByteArray &payload);
/// Bytes of memory that this process, in which the service runs, has. The address sanitizer keeps what was freed: 0 with it.
[[nodiscard]] qint64 residentBytes();

} // namespace Sonde::Service
