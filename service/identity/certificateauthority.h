// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "service/store/signingkey.h"

#include <QSslCertificate>
#include <QSslKey>

namespace Sonde::Service {

struct ServerCredentials {
    QList<QSslCertificate> chain; ///< the server's, then the CA's
    QSslKey key;
};

struct IssuedCertificate {
    QSslCertificate certificate;
    QByteArray pem;
};

/// The tenant's own certificate authority: one P-256 key and a ten-year certificate, made at the first start. It vouches for the service
/// (server authentication only) and for the agents (client authentication only), so neither can stand in for the other.
class CertificateAuthority final
{
public:
    /// Reads `ca.key` and `ca.pem` in `directory`, makes them when there are none.
    [[nodiscard]] static Result<CertificateAuthority> open(const QString &directory);

    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }
    /// SHA-256 of the DER form, lower-case hexadecimal: what a client pins.
    [[nodiscard]] QString fingerprint() const;
    /// A fresh key and certificate for "sonde-service", localhost, this host and `names` (DNS names or addresses), good for 90 days.
    [[nodiscard]] Result<ServerCredentials> issueServer(const QStringList &names) const;
    /// For the key of a PEM certificate request that proves possession of it; nothing else in the request is believed.
    [[nodiscard]] Result<IssuedCertificate> issueAgent(const DeviceId &device, const QByteArray &request) const;
    /// ECDSA over SHA-256 with the authority's own key, for what devices believe because of it.
    [[nodiscard]] QByteArray sign(const QByteArray &text) const;
    /// 32 bytes that only who has the authority's key can know: others for each purpose, and the same each time.
    [[nodiscard]] QByteArray derive(const QByteArray &purpose) const;

private:
    CertificateAuthority(PrivateKey key, QSslCertificate certificate);

    PrivateKey m_key;
    QSslCertificate m_certificate;
};

} // namespace Sonde::Service
