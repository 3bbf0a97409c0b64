// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/httpapi.h"

#include "protocol/base/codec.h"
#include "service/net/metrics.h"
#include "service/net/peeradmission.h"
#include "service/net/tlsserver.h"

#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// What it says, everybody may know; what it takes, says who they are.
constexpr HttpApi::RouteRule Public{HttpApi::Audience::Anybody, {Scope::Self, {}}};

QHttpServerResponse errorResponse(const Error &error)
{
    QHttpServerResponse response(
        "application/json", errorJson(error), QHttpServerResponse::StatusCode(httpStatus(error.code)));
    if (error.code == ErrorCode::RateLimited) {
        QHttpHeaders headers = response.headers();
        headers.append(
            QHttpHeaders::WellKnownHeader::RetryAfter, QString::number(error.facts.number(Fact::RetryAfter)));
        response.setHeaders(std::move(headers));
    }
    return response;
}

QHttpServerResponse responseOf(const Result<QJsonObject> &result)
{
    return result ? QHttpServerResponse(*result) : errorResponse(result.error());
}

QString text(const QJsonObject &body, QLatin1StringView name)
{
    return body.value(name).toString();
}

} // namespace

HttpApi::HttpApi(Tenant &tenant, SignInService &signIn, const PeerAdmission &peers, Audience numbers, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_signIn(signIn)
    , m_peers(peers)
{
    get(u"/healthz"_s, Public, [this] { return health(); });
    get(u"/metrics"_s, {numbers, {Scope::Tenant, {Permission::ActivityRead}}}, [this] { return metrics(); });
    post(u"/api/setup"_s, Public, [this](const QJsonObject &body, const QString &address, SignInService::Reply reply) {
        m_signIn.setUp(
            text(body, "token"_L1), text(body, "user"_L1), text(body, "password"_L1), address, std::move(reply));
    });
    post(
        u"/api/sign-in"_s, Public, [this](const QJsonObject &body, const QString &address, SignInService::Reply reply) {
            if (body.contains("embedded_token"_L1))
                m_signIn.signInEmbedded(text(body, "embedded_token"_L1), address, std::move(reply));
            else
                m_signIn.signIn(text(body, "user"_L1), text(body, "password"_L1), address, std::move(reply));
        });
    post(u"/api/sign-out"_s, Public,
        [this](const QJsonObject &body, const QString &address, SignInService::Reply reply) {
            m_signIn.signOut(text(body, "token"_L1), address, std::move(reply));
        });
    post(u"/api/enrol"_s, Public, [this](const QJsonObject &body, const QString &address, SignInService::Reply reply) {
        m_signIn.enrol(
            text(body, "token"_L1), text(body, "name"_L1), text(body, "csr"_L1).toUtf8(), address, std::move(reply));
    });
    m_server.setMissingHandler(this, [](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        responder.sendResponse(errorResponse({ErrorCode::NotFound, request.url().path(), {}, {}}));
    });
    // TlsServer serves one request per connection; the client must know.
    m_server.addAfterRequestHandler(this, [](const QHttpServerRequest &, QHttpServerResponse &response) {
        QHttpHeaders headers = response.headers();
        headers.append(QHttpHeaders::WellKnownHeader::Connection, "close");
        response.setHeaders(std::move(headers));
    });
}

bool HttpApi::bind(TlsServer *server)
{
    m_tlsServer = server;
    return m_server.bind(server);
}

void HttpApi::get(const QString &path, const RouteRule &rule, Get handler)
{
    m_server.route(path, QHttpServerRequest::Method::Get, this,
        [this, rule, handler = std::move(handler)](const QHttpServerRequest &request) {
            const auto allowed = require(rule, request);
            return allowed ? handler() : errorResponse(allowed.error());
        });
}

void HttpApi::post(const QString &path, const RouteRule &rule, Post handler)
{
    m_server.route(path, QHttpServerRequest::Method::Post, this,
        [this, rule, handler = std::move(handler)](const QHttpServerRequest &request) -> Answer {
            auto promise = std::make_shared<QPromise<QHttpServerResponse>>();
            promise->start();
            const Answer answer = promise->future();
            const auto reply = [promise](const Result<QJsonObject> &result) {
                promise->addResult(responseOf(result));
                promise->finish();
            };
            const auto body = QJsonDocument::fromJson(request.body());
            if (const auto allowed = require(rule, request); !allowed)
                reply(std::unexpected(allowed.error()));
            else if (!body.isObject())
                reply(fail(ErrorCode::BadValue, {}, u"the body is not a JSON object"_s));
            else
                handler(body.object(), request.remoteAddress().toString(), reply);
            return answer;
        });
}

Result<void> HttpApi::require(const RouteRule &rule, const QHttpServerRequest &request)
{
    if (request.headers().contains("origin"))
        return fail(ErrorCode::NotPermitted, {}, u"web pages may not connect (Origin header)"_s);
    const bool isNear = rule.audience == Audience::Machine && request.remoteAddress().isLoopback();
    if (rule.audience == Audience::Anybody || isNear)
        return {};
    const QByteArray authorization = request.headers().value("authorization").toByteArray();
    if (!authorization.startsWith("Bearer "))
        return fail(ErrorCode::NotSignedIn, {}, u"this is for who has signed in"_s);
    const auto name =
        m_tenant.tokens.useAccess(QString::fromLatin1(authorization.sliced(7)), request.remoteAddress().toString());
    const auto user = name ? m_tenant.store.user(*name) : std::nullopt;
    if (!user || user->disabled)
        return fail(ErrorCode::NotSignedIn, {}, u"this is for who has signed in"_s);
    // Nothing that is asked for here shows a second factor.
    const Analyst analyst(user->name, user->roles, m_tenant.grantsOf(user->name, user->roles));
    const auto lacking = analyst.grants.onTenant().firstMissing(rule.needs.permissions());
    return lacking ? requirePermission(analyst, *lacking) : Result<void>();
}

QHttpServerResponse HttpApi::health() const
{
    return QHttpServerResponse(QJsonObject{{u"status"_s, u"ok"_s}, {u"version"_s, QStringLiteral(SONDE_VERSION)}});
}

QHttpServerResponse HttpApi::metrics()
{
    return QHttpServerResponse("text/plain; version=0.0.4",
        metricsText(m_tenant, {m_peers.workstationCount(), m_tlsServer->pendingCount(), m_tlsServer->refusedCount()}));
}

} // namespace Sonde::Service

#include "moc_httpapi.cpp"
