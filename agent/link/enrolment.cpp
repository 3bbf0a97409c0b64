// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/enrolment.h"

#include "agent/link/certificaterequest.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

Enrolment::Enrolment(EnrolmentOrder order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_fetcher(m_order.service, m_order.fingerprint)
{
    connect(&m_fetcher, &AuthorityFetcher::finished, this, &Enrolment::requestCertificate);
}

void Enrolment::start()
{
    m_fetcher.start();
}

void Enrolment::requestCertificate(const Result<QSslCertificate> &authority)
{
    const auto request = makeCertificateRequest(m_order.name);
    if (!authority || !request) {
        Q_EMIT finished(std::unexpected(authority ? request.error() : authority.error()));
        return;
    }
    m_authority = *authority;
    m_key = request->key;
    m_post = std::make_unique<JsonPost>(m_order.service, clientTls(m_authority));
    connect(m_post.get(), &JsonPost::finished, this, &Enrolment::read);
    m_post->send(u"/api/enrol"_s,
        {{u"token"_s, m_order.token}, {u"name"_s, m_order.name}, {u"csr"_s, QString::fromLatin1(request->request)}});
}

void Enrolment::read(const Result<QJsonObject> &reply)
{
    // What is refused is this service, whatever it names itself.
    const auto refusal = [this](Error error) {
        error.subject = m_order.service.toString();
        return error;
    };
    Q_EMIT finished(
        reply.and_then([this](const QJsonObject &fields) { return identityFrom(fields); }).transform_error(refusal));
}

Result<AgentIdentity> Enrolment::identityFrom(const QJsonObject &reply) const
{
    const AgentIdentity identity{m_order.service, DeviceId(reply.value("device"_L1).toString()),
        QSslCertificate(reply.value("certificate"_L1).toString().toLatin1()), m_authority, QSslKey(m_key, QSsl::Ec)};
    if (!identity.device.isValid() || identity.certificate.isNull())
        return fail(ErrorCode::ProtocolViolation, m_order.service.toString(), u"the reply holds no identity"_s);
    return identity;
}

} // namespace Sonde::Agent

#include "moc_enrolment.cpp"
