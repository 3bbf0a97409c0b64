// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/reception.h"

#include <QHttpServer>
#include <QHttpServerResponder>
#include <map>

namespace Sonde::Service {

class PeerGate;
class TlsServer;

/// The service's HTTPS side: health and metrics, set-up, sign-in and enrolment. Answers are JSON, errors too.
class HttpApi final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpApi)

public:
    HttpApi(Tenant &tenant, Reception &reception, const PeerGate &gate, QObject *parent = nullptr);

    /// The server is listening; takes it.
    [[nodiscard]] bool bind(TlsServer *server);

private:
    using Post = std::function<void(const QJsonObject &body, const QString &address, Reception::Reply reply)>;

    void post(const QString &path, Post handler);
    /// For an answer that takes a while. Called too late, when the API is gone, it does nothing.
    [[nodiscard]] Reception::Reply replyLater(QHttpServerResponder &&responder);
    [[nodiscard]] QHttpServerResponse health() const;
    [[nodiscard]] QHttpServerResponse metrics(const QHttpServerRequest &request);

    Tenant &m_tenant;
    Reception &m_reception;
    const PeerGate &m_gate;
    TlsServer *m_tlsServer = nullptr;
    QHttpServer m_server;
    /// Whoever waits for an answer. Here, because the server's connections must not end before what writes to them.
    std::map<quint64, QHttpServerResponder> m_unanswered;
    quint64 m_lastUnanswered = 0;
};

} // namespace Sonde::Service
