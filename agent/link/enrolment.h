// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/link/identity.h"
#include "transport/https/jsonpost.h"
#include "transport/tls/tlsclient.h"

namespace Sonde::Agent {

struct EnrolmentOrder {
    QUrl service;
    QString token;
    QString fingerprint; ///< of the tenant's CA
    QString name;        ///< of this device
};

/// Makes this device one of a tenant: learns the tenant's CA by its fingerprint, makes a key, has it certified for a token. Reports once.
class Enrolment final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Enrolment)

public:
    explicit Enrolment(EnrolmentOrder order, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// TokenInvalid, RateLimited, CertificateRefused, CannotConnect… when it is refused.
    void finished(const Sonde::Result<Sonde::Agent::AgentIdentity> &identity);

private:
    void requestCertificate(const Result<QSslCertificate> &authority);
    void read(const Result<QJsonObject> &reply);
    [[nodiscard]] Result<AgentIdentity> identityFrom(const QJsonObject &reply) const;

    EnrolmentOrder m_order;
    AuthorityFetcher m_fetcher;
    std::unique_ptr<JsonPost> m_post;
    QSslCertificate m_authority;
    QByteArray m_key;
};

} // namespace Sonde::Agent
