// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/signin.h"

#include "protocol/base/codec.h"
#include "transport/tls/tlsclient.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

QByteArray body(const Credentials &credentials)
{
    const QJsonObject asked = credentials.embeddedToken.isEmpty()
        ? QJsonObject{{u"user"_s, credentials.user.value()}, {u"password"_s, credentials.password}}
        : QJsonObject{{u"embedded_token"_s, credentials.embeddedToken}};
    return QJsonDocument(asked).toJson(QJsonDocument::Compact);
}

} // namespace

SignIn::SignIn(const Credentials &credentials, const QSslConfiguration &tls)
    : m_credentials(credentials)
    , m_tls(tls)
{
}

SignIn::~SignIn()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void SignIn::start()
{
    QUrl url = m_credentials.service;
    url.setPath(u"/api/sign-in"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setSslConfiguration(m_tls);
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10s);
    m_reply = m_network.post(request, body(m_credentials));
    connect(m_reply, &QNetworkReply::finished, this, &SignIn::read);
}

void SignIn::read()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = QJsonDocument::fromJson(m_reply->readAll()).object();
    const AccessToken token{
        answer.value("token"_L1).toString(), QDateTime::fromString(answer.value("expires"_L1).toString(), Qt::ISODate)};
    if (status == 200 && !token.value.isEmpty())
        Q_EMIT finished(token);
    else
        Q_EMIT finished(std::unexpected(refusal(status, answer)));
}

Error SignIn::refusal(int status, const QJsonObject &answer) const
{
    const QString service = m_credentials.service.toString();
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return {ErrorCode::CertificateRefused, service, m_reply->errorString(), {}};
    const QJsonObject told = answer.value("error"_L1).toObject();
    const auto code = Codec::fromWireName<ErrorCode>(told.value("code"_L1).toString());
    if (!code)
        return {
            ErrorCode::CannotConnect, service, status ? u"HTTP status %1"_s.arg(status) : m_reply->errorString(), {}};
    Error error{*code, told.value("subject"_L1).toString(), told.value("reason"_L1).toString(), {}};
    if (*code == ErrorCode::RateLimited)
        error.facts.insert(u"retry_after"_s, m_reply->rawHeader("Retry-After").toInt());
    return error;
}

} // namespace Sonde::Client

#include "moc_signin.cpp"
