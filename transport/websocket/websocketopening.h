// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/channelopening.h"
#include "transport/websocket/websocketchannel.h"

namespace Sonde {

/// Opens a WebSocket. Fails with TokenInvalid, CannotConnect or TimedOut.
class WebSocketOpening final : public ChannelOpening
{
    Q_OBJECT

public:
    /// `path`: from the root, "/agent". `token`: who comes in; empty: the certificate in `order.tls` says so.
    WebSocketOpening(Order order, QString path, QByteArray token = {}, QObject *parent = nullptr);
    ~WebSocketOpening() override;

    void start() override;
    [[nodiscard]] std::unique_ptr<Channel> takeChannel() override { return takeWebSocket(); }
    [[nodiscard]] QHostAddress peerHost() const override { return m_socket->peerAddress(); }
    [[nodiscard]] std::unique_ptr<WebSocketChannel> takeWebSocket();

private:
    void fails(const Error &reason);

    Order m_order;
    QString m_path;
    QByteArray m_token;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_deadline;
};

} // namespace Sonde
