// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/enrolment.h"

#include "agent/link/certificaterequest.h"
#include "protocol/base/codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

constexpr qint64 MostAnswerBytes = 64 * 1024;

QNetworkRequest requestTo(const QUrl &service, const QSslCertificate &authority)
{
    QUrl url = service;
    url.setPath(u"/api/enrol"_s);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setSslConfiguration(clientTls(authority));
    request.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10s);
    return request;
}

} // namespace

Enrolment::Enrolment(EnrolmentOrder order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_fetcher(m_order.service, m_order.fingerprint)
{
    connect(&m_fetcher, &AuthorityFetcher::finished, this, &Enrolment::ask);
}

void Enrolment::start()
{
    m_fetcher.start();
}

void Enrolment::ask(const Result<QSslCertificate> &authority)
{
    const auto request = makeCertificateRequest(m_order.name);
    if (!authority || !request) {
        Q_EMIT finished(std::unexpected(authority ? request.error() : authority.error()));
        return;
    }
    m_authority = *authority;
    m_key = request->key;
    const QJsonObject body{
        {u"token"_s, m_order.token}, {u"name"_s, m_order.name}, {u"csr"_s, QString::fromLatin1(request->request)}};
    auto *reply =
        m_network.post(requestTo(m_order.service, m_authority), QJsonDocument(body).toJson(QJsonDocument::Compact));
    reply->setParent(this);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { read(*reply); });
}

void Enrolment::read(QNetworkReply &reply)
{
    reply.deleteLater();
    const QByteArray answer = reply.read(MostAnswerBytes);
    if (reply.error() == QNetworkReply::NoError)
        Q_EMIT finished(identityFrom(answer));
    else
        Q_EMIT finished(std::unexpected(refusal(reply, answer)));
}

Result<AgentIdentity> Enrolment::identityFrom(const QByteArray &answer) const
{
    const QJsonObject fields = QJsonDocument::fromJson(answer).object();
    const AgentIdentity identity{m_order.service, DeviceId(fields.value("device"_L1).toString()),
        QSslCertificate(fields.value("certificate"_L1).toString().toLatin1()), m_authority, QSslKey(m_key, QSsl::Ec)};
    if (!identity.device.isValid() || identity.certificate.isNull())
        return fail(ErrorCode::ProtocolViolation, m_order.service.toString(), u"the answer holds no identity"_s);
    return identity;
}

Error Enrolment::refusal(QNetworkReply &reply, const QByteArray &answer) const
{
    const QString service = m_order.service.toString();
    const QJsonObject told = QJsonDocument::fromJson(answer).object().value("error"_L1).toObject();
    if (const auto code = Codec::fromWireName<ErrorCode>(told.value("code"_L1).toString()))
        return {*code, service, told.value("reason"_L1).toString(), {}};
    const bool isTls = reply.error() == QNetworkReply::SslHandshakeFailedError;
    return {isTls ? ErrorCode::CertificateRefused : ErrorCode::CannotConnect, service, reply.errorString(), {}};
}

} // namespace Sonde::Agent

#include "moc_enrolment.cpp"
