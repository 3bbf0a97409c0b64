// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/https/jsonpost.h"

#include "protocol/base/codec.h"
#include "transport/tls/tlsclient.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde {

JsonPost::JsonPost(
    const QUrl &service, const QSslConfiguration &tls, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_tls(tls)
    , m_patience(patience)
{
}

JsonPost::~JsonPost()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void JsonPost::send(const QString &path, const QJsonObject &body)
{
    QUrl url = m_service;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setSslConfiguration(m_tls);
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(m_patience);
    m_reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(m_reply, &QNetworkReply::readyRead, this, &JsonPost::checkSize);
    connect(m_reply, &QNetworkReply::finished, this, &JsonPost::read);
}

void JsonPost::checkSize()
{
    if (m_tooLarge || m_reply->bytesAvailable() <= MostReplyBytes)
        return;
    m_tooLarge = true;
    m_reply->abort(); // finished() follows
}

void JsonPost::read()
{
    // Whoever hears it may well delete us.
    m_reply->disconnect(this);
    Q_EMIT finished(result());
}

Result<QJsonObject> JsonPost::result() const
{
    if (m_tooLarge)
        return fail(ErrorCode::ProtocolViolation, m_service.toString(), u"more than a service replies"_s);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body =
        m_reply->isOpen() ? m_reply->read(MostReplyBytes) : QByteArray(); // a reply timed out is closed
    QJsonObject reply = QJsonDocument::fromJson(body).object();
    if (m_reply->error() == QNetworkReply::NoError && status >= 200 && status < 300)
        return reply;
    return std::unexpected(refusal(status, reply));
}

Error JsonPost::refusal(int status, const QJsonObject &reply) const
{
    const QString service = m_service.toString();
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return {ErrorCode::CertificateRefused, service, m_reply->errorString(), {}};
    const QJsonObject named = reply.value("error"_L1).toObject();
    const auto code = Codec::fromWireName<ErrorCode>(named.value("code"_L1).toString());
    if (!code)
        return {
            ErrorCode::CannotConnect, service, status ? u"HTTP status %1"_s.arg(status) : m_reply->errorString(), {}};
    Error error{*code, named.value("subject"_L1).toString(), named.value("reason"_L1).toString(), {}};
    if (*code == ErrorCode::RateLimited)
        error.facts.set(Fact::RetryAfter, m_reply->rawHeader("Retry-After").toInt());
    return error;
}

} // namespace Sonde

#include "moc_jsonpost.cpp"
