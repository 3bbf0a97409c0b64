// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/stream/wire.h"

#include <QTcpSocket>
#include <memory>

namespace Sonde {

/// A connected socket of Qt, with whatever it needed to get there: names, proxies, any platform. What an agent has one of.
class SocketWire final : public Wire
{
public:
    explicit SocketWire(std::unique_ptr<QTcpSocket> socket);
    ~SocketWire() override;

    [[nodiscard]] BIO *makeBio() override;
    void watch(bool reading, bool writing) override;
    [[nodiscard]] qint64 bytesPending() const override { return m_socket->bytesToWrite(); }
    void endWriting() override;
    [[nodiscard]] QHostAddress peerHost() const override { return m_peerHost; }
    [[nodiscard]] quint16 peerPort() const override { return m_peerPort; }

private:
    const std::unique_ptr<QTcpSocket> m_socket;
    const QHostAddress m_peerHost;
    const quint16 m_peerPort;
    bool m_reading = false;
};

} // namespace Sonde
