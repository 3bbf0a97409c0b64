// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/access/needs.h"
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
    /// Whom a route is for. Asked here, before it is served.
    enum class Audience {
        Anybody, ///< what it says, everybody may know; what it takes, says who they are: a password, a token
        Machine, ///< who is on this machine, or has signed in
        SignedIn,
    };
    /// What a route says of itself; one that does not say it does not compile. `needs`: of who comes with an access token.
    struct RouteRule {
        Audience audience;
        Needs needs;
    };

    /// `numbers`: who may see how much there is of what.
    HttpApi(
        Tenant &tenant, SignInService &signIn, const PeerAdmission &peers, Audience numbers, QObject *parent = nullptr);

    /// The server is listening; takes it.
    [[nodiscard]] bool bind(TlsServer *server);

private:
    using Answer = QFuture<QHttpServerResponse>;
    using Post = std::function<void(const QJsonObject &body, const QString &address, SignInService::Reply reply)>;

    using Get = std::function<QHttpServerResponse()>;

    void get(const QString &path, const RouteRule &rule, Get handler);
    void post(const QString &path, const RouteRule &rule, Post handler);
    [[nodiscard]] Result<void> require(const RouteRule &rule, const QHttpServerRequest &request);
    [[nodiscard]] QHttpServerResponse health() const;
    [[nodiscard]] QHttpServerResponse metrics();

    Tenant &m_tenant;
    SignInService &m_signIn;
    const PeerAdmission &m_peers;
    TlsServer *m_tlsServer = nullptr;
    QHttpServer m_server;
};

} // namespace Sonde::Service
