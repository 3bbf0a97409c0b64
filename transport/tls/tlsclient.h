// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>
#include <functional>

namespace Sonde {

/// The name every sonde-service certificate carries, whatever its address: with the tenant's own CA as the only trusted one, it says
/// "the service of this tenant" and an agent's certificate cannot stand in for it.
inline constexpr auto ServiceTlsName = "sonde-service";

/// TLS 1.3 that trusts `authority` alone. Agents add their certificate and key.
[[nodiscard]] QSslConfiguration clientTls(const QSslCertificate &authority);
[[nodiscard]] QSslConfiguration clientTls(
    const QSslCertificate &authority, const QSslCertificate &own, const QSslKey &key);

/// To be called first in main(). Qt reads the system's certificates at its first use of TLS, and a dangling link among them makes it walk
/// the whole tree below the working directory (QSslCertificate::fromPath("")): so that first use happens here, in an empty directory. And
/// OpenSSL is told not to clean up when the process ends, which it hears only at its own first use.
/// Nobody is trusted by default after it: clientTls() names who is.
void startTls();

/// SHA-256 of a certificate's DER form, lower-case hexadecimal.
[[nodiscard]] QString fingerprint(const QSslCertificate &certificate);
/// As fingerprint() writes it, from what people wrote or pasted: in any case, with or without blanks, colons and line breaks.
[[nodiscard]] QString plainFingerprint(const QString &written);
/// As people compare it: in groups of four with a colon between, "e3b0:c442:98fc…". Every program prints and shows it so, and reads it.
[[nodiscard]] QString groupedFingerprint(const QString &fingerprint);

/// Learns a tenant's CA: opens a TLS connection to `service`, looks in the chain shown for the certificate with the given fingerprint and
/// hangs up without having sent a byte of ours. An attacker can show that public certificate too; the strict connection that follows
/// proves the key. Deletes nothing, reports once: CannotConnect, TimedOut or CertificateRefused (facts: "fingerprint" of what was shown).
class AuthorityFetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuthorityFetcher)

public:
    AuthorityFetcher(const QUrl &service, const QString &wantedFingerprint, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(const Sonde::Result<QSslCertificate> &authority);

private:
    void inspectChain();
    void report(const Result<QSslCertificate> &result);

    QUrl m_service;
    QString m_wanted;
    QSslSocket m_socket;
    QTimer m_deadline;
    bool m_reported = false;
};

} // namespace Sonde
