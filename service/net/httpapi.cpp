// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/httpapi.h"

#include "protocol/base/codec.h"
#include "service/net/metrics.h"
#include "service/net/peergate.h"
#include "service/net/tlsserver.h"

#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

QHttpServerResponse errorResponse(const Error &error)
{
    QHttpServerResponse response(
        "application/json", errorJson(error), QHttpServerResponse::StatusCode(httpStatus(error.code)));
    if (error.code == ErrorCode::RateLimited) {
        QHttpHeaders headers = response.headers();
        headers.append(QHttpHeaders::WellKnownHeader::RetryAfter,
            QString::number(error.facts.value(u"retry_after"_s).toInteger()));
        response.setHeaders(std::move(headers));
    }
    return response;
}

QHttpServerResponse responseOf(const Result<QJsonObject> &result)
{
    return result ? QHttpServerResponse(*result) : errorResponse(result.error());
}

void send(QHttpServerResponder &responder, QHttpServerResponse response)
{
    // TlsServer serves one request per connection; the client must know.
    QHttpHeaders headers = response.headers();
    headers.append(QHttpHeaders::WellKnownHeader::Connection, "close");
    response.setHeaders(std::move(headers));
    responder.sendResponse(response);
}

QString text(const QJsonObject &body, QLatin1StringView name)
{
    return body.value(name).toString();
}

} // namespace

HttpApi::HttpApi(Tenant &tenant, Reception &reception, const PeerGate &gate, QObject *parent)
    : QObject(parent)
    , m_tenant(tenant)
    , m_reception(reception)
    , m_gate(gate)
{
    m_server.route(u"/healthz"_s, QHttpServerRequest::Method::Get, this,
        [this](QHttpServerResponder &responder) { send(responder, health()); });
    m_server.route(u"/metrics"_s, QHttpServerRequest::Method::Get, this,
        [this](
            const QHttpServerRequest &request, QHttpServerResponder &responder) { send(responder, metrics(request)); });
    post(u"/api/setup"_s, [this](const QJsonObject &body, const QString &address, Reception::Reply reply) {
        m_reception.setUp(
            text(body, "token"_L1), text(body, "user"_L1), text(body, "password"_L1), address, std::move(reply));
    });
    post(u"/api/sign-in"_s, [this](const QJsonObject &body, const QString &address, Reception::Reply reply) {
        if (body.contains("embedded_token"_L1))
            m_reception.signInEmbedded(text(body, "embedded_token"_L1), address, std::move(reply));
        else
            m_reception.signIn(text(body, "user"_L1), text(body, "password"_L1), address, std::move(reply));
    });
    post(u"/api/enrol"_s, [this](const QJsonObject &body, const QString &address, Reception::Reply reply) {
        m_reception.enrol(
            text(body, "token"_L1), text(body, "name"_L1), text(body, "csr"_L1).toUtf8(), address, std::move(reply));
    });
    m_server.setMissingHandler(this, [](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        send(responder, errorResponse({ErrorCode::NotFound, request.url().path(), {}, {}}));
    });
}

bool HttpApi::bind(TlsServer *server)
{
    m_tlsServer = server;
    return m_server.bind(server);
}

void HttpApi::post(const QString &path, Post handler)
{
    m_server.route(path, QHttpServerRequest::Method::Post, this,
        [this, handler = std::move(handler)](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            const Reception::Reply reply = replyLater(std::move(responder));
            const auto body = QJsonDocument::fromJson(request.body());
            if (!request.headers().value("origin").isEmpty())
                reply(fail(ErrorCode::NotPermitted, {}, u"web pages may not connect (Origin header)"_s));
            else if (!body.isObject())
                reply(fail(ErrorCode::BadValue, {}, u"the body is not a JSON object"_s));
            else
                handler(body.object(), request.remoteAddress().toString(), reply);
        });
}

Reception::Reply HttpApi::replyLater(QHttpServerResponder &&responder)
{
    const quint64 number = ++m_lastUnanswered;
    m_unanswered.emplace(number, std::move(responder));
    return [self = QPointer(this), number](const Result<QJsonObject> &result) {
        if (!self)
            return;
        if (auto unanswered = self->m_unanswered.extract(number))
            send(unanswered.mapped(), responseOf(result));
    };
}

QHttpServerResponse HttpApi::health() const
{
    return QHttpServerResponse(QJsonObject{{u"status"_s, u"ok"_s}, {u"version"_s, QStringLiteral(SONDE_VERSION)}});
}

QHttpServerResponse HttpApi::metrics(const QHttpServerRequest &request)
{
    const QString address = request.remoteAddress().toString();
    const QByteArray authorization = request.headers().value("authorization").toByteArray();
    const bool signedIn = authorization.startsWith("Bearer ")
        && m_tenant.tokens.useAccess(QString::fromLatin1(authorization.sliced(7)), address).has_value();
    if (!request.remoteAddress().isLoopback() && !signedIn)
        return errorResponse({ErrorCode::NotSignedIn, {}, u"metrics are for this machine and for who signed in"_s, {}});
    return QHttpServerResponse("text/plain; version=0.0.4",
        metricsText(m_tenant, {m_gate.workstationCount(), m_tlsServer->pendingCount(), m_tlsServer->refusedCount()}));
}

} // namespace Sonde::Service

#include "moc_httpapi.cpp"
