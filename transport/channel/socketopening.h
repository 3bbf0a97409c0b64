// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/channel/websocketchannel.h"

#include <QSslConfiguration>
#include <QUrl>

namespace Sonde {

/// One attempt to open a WebSocket to a service. The certificate there must be the service's own (by ServiceTlsName, whatever its address
/// is) and vouched for by whom the TLS configuration trusts. Reports once: opened() or failed().
class SocketOpening final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SocketOpening)

public:
    struct Order {
        QUrl service;          ///< https://host:port
        QString path;          ///< from the root: "/agent"
        QSslConfiguration tls; ///< clientTls()
        QByteArray token = {}; ///< who comes in; empty: the certificate in `tls` says so
        std::chrono::seconds patience{10};
    };

    explicit SocketOpening(Order order, QObject *parent = nullptr);
    ~SocketOpening() override;

    void start();
    /// In a slot of opened(), so that no message is missed.
    [[nodiscard]] std::unique_ptr<WebSocketChannel> takeChannel();

Q_SIGNALS:
    void opened();
    /// TokenInvalid, CannotConnect, TimedOut. The socket may be what is calling: delete this object later.
    void failed(const Sonde::Error &reason);

private:
    void fails(const Error &reason);

    Order m_order;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_deadline;
};

} // namespace Sonde
