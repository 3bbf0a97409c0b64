// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/tlsstream.h"

#include "protocol/base/reason.h"
#include "transport/stream/streamtls_p.h"
#include "transport/tls/tlsclient.h"

#include <openssl/err.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

QString commonNameOf(const X509 *certificate)
{
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    const X509_NAME_ENTRY *entry = at < 0 ? nullptr : X509_NAME_get_entry(subject, at);
    uchar *text = nullptr;
    const int size = entry ? ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry)) : -1;
    const QString name = size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(text), size);
    OPENSSL_free(text);
    return name;
}

QByteArray sha256Of(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    X509_digest(certificate, EVP_sha256(), reinterpret_cast<uchar *>(digest.data()), &size);
    digest.truncate(size);
    return digest;
}

/// OpenSSL keeps what the other side sent to agree on keys for as long as the connection lasts. Of ML-KEM that is 6 KiB, and once there are
/// keys it is good for nothing: an empty key takes its place.
void emptyKeyShare(SSL *ssl)
{
    EVP_PKEY *share = nullptr;
    if (SSL_get_peer_tmp_key(ssl, &share) != 1)
        return;
    EVP_PKEY_set_type(share, EVP_PKEY_EC);
    EVP_PKEY_free(share);
}

} // namespace

void TlsStream::SslFree::operator()(SSL *ssl) const
{
    SSL_free(ssl);
}

TlsStream::TlsStream(TlsSide side, std::unique_ptr<Wire> wire, std::shared_ptr<StreamTls> tls)
    : m_side(side)
    , m_wire(std::move(wire))
    , m_tls(std::move(tls))
    , m_ssl(SSL_new(m_tls->d->context.get()))
{
    // A copy: who is called may want to have another one called from now on.
    m_wire->ready = [this] {
        const auto now = ready;
        now();
    };
    BIO *bio = m_wire->makeBio();
    SSL_set_bio(m_ssl.get(), bio, bio);
    if (m_side == TlsSide::Server) {
        SSL_set_accept_state(m_ssl.get());
        return;
    }
    SSL_set_connect_state(m_ssl.get());
    SSL_set1_host(m_ssl.get(), ServiceTlsName);
    if (SSL_SESSION *session = m_tls->d->session.get(); session && SSL_SESSION_is_resumable(session))
        SSL_set_session(m_ssl.get(), session);
}

TlsStream::~TlsStream()
{
    m_wire->watch(false, false);
    // A session is as good after a connection that broke: without this OpenSSL forgets it.
    SSL_set_shutdown(m_ssl.get(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
}

bool TlsStream::hasToWait(int kind)
{
    m_wantsToWrite = m_wantsToWrite || kind == SSL_ERROR_WANT_WRITE;
    return kind == SSL_ERROR_WANT_WRITE || kind == SSL_ERROR_WANT_READ;
}

Result<bool> TlsStream::shakeHands()
{
    ERR_clear_error();
    m_wantsToWrite = false;
    const int result = SSL_do_handshake(m_ssl.get());
    const int kind = SSL_get_error(m_ssl.get(), result);
    if (hasToWait(kind))
        return false;
    if (result != 1)
        return std::unexpected(handshakeError(kind));
    const uchar *protocol = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &protocol, &size);
    if (size == 0)
        return fail(ErrorCode::NotSupported, {}, u"the protocol was not agreed on"_s);
    emptyKeyShare(m_ssl.get());
    return true;
}

Error TlsStream::handshakeError(int kind) const
{
    const unsigned long code = ERR_peek_error();
    const long verdict = SSL_get_verify_result(m_ssl.get());
    if (verdict != X509_V_OK)
        return {ErrorCode::CertificateRefused, {}, QString::fromLatin1(X509_verify_cert_error_string(verdict)), {}};
    if (ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL)
        return {ErrorCode::NotSupported, {}, takeSslReason(), {}};
    Error lost = errorOf(kind);
    if (lost.code == ErrorCode::Interrupted && lost.reason.isEmpty())
        lost = errorBecause(Reason::NoTlsHandshake, ErrorCode::Interrupted, {});
    return lost;
}

Error TlsStream::errorOf(int kind) const
{
    Error lost = errorBecause(Reason::ConnectionClosed, ErrorCode::Interrupted, {});
    if (const QString words = takeSslReason(); kind == SSL_ERROR_SSL && !words.isEmpty())
        lost.reason += u": "_s + words; // for the log
    return lost;
}

Result<size_t> TlsStream::read(std::span<char> space)
{
    ERR_clear_error();
    size_t count = 0;
    const int result = SSL_read_ex(m_ssl.get(), space.data(), space.size(), &count);
    if (result == 1)
        return count;
    const int kind = SSL_get_error(m_ssl.get(), result);
    return hasToWait(kind) ? Result<size_t>(0) : std::unexpected(errorOf(kind));
}

Result<size_t> TlsStream::write(QByteArrayView bytes)
{
    ERR_clear_error();
    m_wantsToWrite = false;
    size_t count = 0;
    const int result = SSL_write_ex(m_ssl.get(), bytes.data(), size_t(bytes.size()), &count);
    if (result == 1)
        return count;
    const int kind = SSL_get_error(m_ssl.get(), result);
    return hasToWait(kind) ? Result<size_t>(0) : std::unexpected(errorOf(kind));
}

bool TlsStream::hasInput() const
{
    return SSL_has_pending(m_ssl.get()) == 1;
}

void TlsStream::watch(bool reading)
{
    m_wire->watch(reading, m_wantsToWrite);
}

void TlsStream::stopWatching()
{
    m_wire->watch(false, false);
}

void TlsStream::sayGoodbye()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    m_wire->endWriting();
}

std::optional<ShownCertificate> TlsStream::shown() const
{
    const X509 *certificate = SSL_get0_peer_certificate(m_ssl.get());
    if (!certificate)
        return std::nullopt;
    const bool isCurrent = X509_cmp_current_time(X509_get0_notBefore(certificate)) < 0
        && X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0;
    return ShownCertificate{commonNameOf(certificate), sha256Of(certificate), isCurrent};
}

bool TlsStream::isResumed() const
{
    return SSL_session_reused(m_ssl.get()) == 1;
}

} // namespace Sonde
