// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channelopening.h"
#include "transport/framed/framedchannel.h"

#include <QTcpSocket>
#include <QTimer>

namespace Sonde {

/// Opens a framed channel. Fails with CannotConnect, CertificateRefused, TimedOut; with NotSupported when the service does not know our
/// protocol, and with Interrupted when somebody between us cuts the handshake off.
class FramedOpening final : public ChannelOpening
{
    Q_OBJECT

public:
    /// `tls` is for AgentProtocol.
    FramedOpening(
        QUrl service, std::shared_ptr<StreamTls> tls, std::chrono::seconds patience, QObject *parent = nullptr);
    ~FramedOpening() override;

    void start() override;
    [[nodiscard]] std::unique_ptr<Channel> takeChannel() override;
    [[nodiscard]] QHostAddress peerHost() const override { return m_stream->wire().peerHost(); }

private:
    void encrypt();
    void shakeHands();
    void fails(Error reason);

    const QUrl m_service;
    const std::shared_ptr<StreamTls> m_tls;
    const std::chrono::seconds m_patience;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<TlsStream> m_stream;
    QTimer m_deadline;
    bool m_over = false;
};

} // namespace Sonde
