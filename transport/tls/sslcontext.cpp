// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tls/sslcontext.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;
using KeyPointer = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

X509Pointer toX509(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return {d2i_X509(nullptr, &at, long(der.size())), &X509_free};
}

KeyPointer toKey(const QSslKey &key)
{
    const QByteArray pem = key.toPem();
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free);
    return {PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

/// A list of one, as ALPN writes it.
QByteArray protocolList(const char *protocol)
{
    return char(qstrlen(protocol)) + QByteArray(protocol);
}

int chooseProtocol(SSL *, const unsigned char **chosen, unsigned char *size, const unsigned char *offered,
    unsigned int offeredSize, void *protocol)
{
    const QByteArray ours = protocolList(static_cast<const char *>(protocol));
    unsigned char *found = nullptr;
    const int result = SSL_select_next_proto(&found, size, reinterpret_cast<const unsigned char *>(ours.constData()),
        unsigned(ours.size()), offered, offeredSize);
    if (result != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *chosen = static_cast<const unsigned char *>(protocol); // `found` is in our list, which goes
    return SSL_TLSEXT_ERR_OK;
}

bool useOwn(SSL_CTX *context, const OwnCertificate &own)
{
    for (qsizetype i = 0; i < own.chain.size(); ++i) {
        const auto certificate = toX509(own.chain.at(i));
        const bool used = certificate
            && (i == 0 ? SSL_CTX_use_certificate(context, certificate.get())
                       : int(SSL_CTX_add1_chain_cert(context, certificate.get())))
                == 1;
        if (!used)
            return false;
    }
    return own.key.isNull()
        || (SSL_CTX_use_PrivateKey(context, toKey(own.key).get()) == 1 && SSL_CTX_check_private_key(context) == 1);
}

bool setProtocol(SSL_CTX *context, TlsSide side, const char *protocol)
{
    const QByteArray list = protocolList(protocol);
    if (side == TlsSide::Client)
        return SSL_CTX_set_alpn_protos(
                   context, reinterpret_cast<const unsigned char *>(list.constData()), unsigned(list.size()))
            == 0;
    SSL_CTX_set_alpn_select_cb(context, &chooseProtocol, const_cast<char *>(protocol));
    return true;
}

} // namespace

void SslContextFree::operator()(SSL_CTX *context) const
{
    SSL_CTX_free(context);
}

QString takeSslReason()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    const char *text = code ? ERR_reason_error_string(code) : nullptr;
    return QString::fromLatin1(text ? text : "");
}

Result<SslContext> makeSslContext(
    TlsSide side, const QSslCertificate &authority, const OwnCertificate &own, const char *protocol)
{
    SslContext context(SSL_CTX_new(side == TlsSide::Server ? TLS_server_method() : TLS_client_method()));
    const auto trusted = toX509(authority);
    const bool good = context && trusted
        && SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) == 1
        // The fastest first: all three are good enough for anything.
        && SSL_CTX_set_ciphersuites(
               context.get(), "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256")
            == 1
        && X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()), trusted.get()) == 1 && useOwn(context.get(), own)
        && setProtocol(context.get(), side, protocol);
    if (!good)
        return fail(ErrorCode::CannotStart, u"TLS"_s, takeSslReason());
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    return context;
}

} // namespace Sonde
