// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls/tlsclient.h"

#include "protocol/base/reason.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSslCipher>
#include <QSslError>
#include <QTemporaryDir>
#include <openssl/crypto.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde {

QSslConfiguration clientTls(const QSslCertificate &authority)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setCaCertificates({authority});
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

QSslConfiguration clientTls(const QSslCertificate &authority, const QSslCertificate &own, const QSslKey &key)
{
    QSslConfiguration configuration = clientTls(authority);
    configuration.setLocalCertificate(own);
    configuration.setPrivateKey(key);
    return configuration;
}

namespace {
/// Each connection here names whom it trusts; two megabytes of the system's authorities would stay in memory.
void trustNobodyByDefault()
{
    auto streams = QSslConfiguration::defaultConfiguration();
    streams.setCaCertificates({});
    QSslConfiguration::setDefaultConfiguration(streams);
#if QT_CONFIG(dtls)
    auto datagrams = QSslConfiguration::defaultDtlsConfiguration();
    datagrams.setCaCertificates({});
    QSslConfiguration::setDefaultDtlsConfiguration(datagrams);
#endif
}
} // namespace

void startTls()
{
    // The end of a QThread can be waited for, but not that of what a thread has left at its very end. OpenSSL frees its part of that then,
    // and all threads' parts when the process ends: both at once are a double free (openssl/openssl#6214). The system takes all of it.
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
    const QTemporaryDir empty;
    const QString before = QDir::currentPath();
    QDir::setCurrent(empty.path());
    const QSslSocket first;
    [[maybe_unused]] const auto ciphers = QSslConfiguration::supportedCiphers();
    QDir::setCurrent(before);
    trustNobodyByDefault();
}

QString fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

QString plainFingerprint(const QString &written)
{
    QString plain = written.toLower();
    plain.removeIf([](QChar c) { return c == u':' || c == u'-' || c.isSpace(); });
    return plain;
}

QString groupedFingerprint(const QString &fingerprint)
{
    constexpr qsizetype group = 4;
    QStringList groups;
    for (qsizetype i = 0; i < fingerprint.size(); i += group)
        groups += fingerprint.sliced(i, std::min(group, fingerprint.size() - i));
    return groups.join(u':');
}

AuthorityFetcher::AuthorityFetcher(const QUrl &service, const QString &wantedFingerprint, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_wanted(plainFingerprint(wantedFingerprint))
{
    connect(&m_socket, &QSslSocket::sslErrors, this, &AuthorityFetcher::inspectChain);
    connect(&m_socket, &QSslSocket::encrypted, this, &AuthorityFetcher::inspectChain);
    connect(&m_socket, &QSslSocket::errorOccurred, this,
        [this] { report(fail(ErrorCode::CannotConnect, m_service.toString(), m_socket.errorString())); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { report(fail(ErrorCode::TimedOut, m_service.toString(), Reason::HandshakeTimedOut)); });
}

void AuthorityFetcher::start()
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setCaCertificates({});
    m_socket.setSslConfiguration(configuration);
    m_deadline.start(10s);
    m_socket.connectToHostEncrypted(m_service.host(), quint16(m_service.port(443)));
}

void AuthorityFetcher::inspectChain()
{
    const auto chain = m_socket.peerCertificateChain();
    for (const QSslCertificate &certificate : chain) {
        if (fingerprint(certificate) == m_wanted) {
            report(certificate);
            return;
        }
    }
    const QString shown = chain.isEmpty() ? QString() : fingerprint(chain.last());
    report(fail(ErrorCode::CertificateRefused, m_service.toString(),
        u"no certificate of its chain has the fingerprint %1"_s.arg(m_wanted))
            .with(Fact::Fingerprint, shown));
}

void AuthorityFetcher::report(const Result<QSslCertificate> &result)
{
    if (std::exchange(m_reported, true))
        return;
    m_deadline.stop();
    // Not from inside the socket's own signal: it is aborted on the next turn, then the result is told.
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            m_socket.abort();
            Q_EMIT finished(result);
        },
        Qt::QueuedConnection);
}

} // namespace Sonde

#include "moc_tlsclient.cpp"
