// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/net/signinservice.h"

#include <QFuture>
#include <QHttpServer>

namespace Sonde::Service {

class PeerAdmission;
class TlsServer;

/// The service's HTTPS side: health and metrics, set-up, sign-in and sign-out, enrolment. Answers are JSON, errors too.
class HttpApi final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpApi)

public:
    HttpApi(Tenant &tenant, SignInService &signIn, const PeerAdmission &peers, QObject *parent = nullptr);

    /// The server is listening; takes it.
    [[nodiscard]] bool bind(TlsServer *server);

private:
    using Answer = QFuture<QHttpServerResponse>;
    using Post = std::function<void(const QJsonObject &body, const QString &address, SignInService::Reply reply)>;

    void post(const QString &path, Post handler);
    [[nodiscard]] QHttpServerResponse health() const;
    [[nodiscard]] QHttpServerResponse metrics(const QHttpServerRequest &request);

    Tenant &m_tenant;
    SignInService &m_signIn;
    const PeerAdmission &m_peers;
    TlsServer *m_tlsServer = nullptr;
    QHttpServer m_server;
};

} // namespace Sonde::Service
