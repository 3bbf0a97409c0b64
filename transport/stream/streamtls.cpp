// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/streamtls.h"

#include "transport/stream/streamtls_p.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace Sonde {

namespace {

/// Of a ticket. Its key lasts as long, or a little longer.
constexpr long SessionSeconds = 24 * 60 * 60;
constexpr auto SessionContext = "sonde";

StreamTls::Private &privateOf(SSL *ssl)
{
    return *static_cast<StreamTls::Private *>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
}

bool setMac(EVP_MAC_CTX *mac, const QByteArray &key)
{
    QByteArray bytes = key;
    char digest[] = "SHA256";
    const std::array parameters{
        OSSL_PARAM_construct_octet_string(OSSL_MAC_PARAM_KEY, bytes.data(), size_t(bytes.size())),
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    return EVP_MAC_CTX_set_params(mac, parameters.data()) == 1;
}

const uchar *bytesOf(const QByteArray &key)
{
    return reinterpret_cast<const uchar *>(key.constData());
}

/// What OpenSSL asks when it seals a ticket, or opens one (SSL_CTX_set_tlsext_ticket_key_evp_cb(3)).
int sealTicket(SSL *ssl, uchar *name, uchar *vector, EVP_CIPHER_CTX *cipher, EVP_MAC_CTX *mac, int sealing)
{
    // A ticket is taken up once: with Sealed for an answer the peer would not get another one.
    enum { Failed = -1, Unknown = 0, Sealed = 1, Renewed = 2 };
    TicketKeys &tickets = *privateOf(ssl).tickets;
    if (sealing) {
        const TicketKeys::Keys &keys = tickets.newest();
        std::ranges::copy(keys.name, name);
        const bool done = RAND_bytes(vector, EVP_CIPHER_get_iv_length(EVP_aes_256_cbc())) == 1
            && EVP_EncryptInit_ex(cipher, EVP_aes_256_cbc(), nullptr, bytesOf(keys.cipher), vector) == 1
            && setMac(mac, keys.mac);
        return done ? Sealed : Failed;
    }
    const TicketKeys::Keys *keys = tickets.find(QByteArrayView(name, TicketKeys::NameBytes));
    if (!keys)
        return Unknown;
    const bool done = setMac(mac, keys->mac)
        && EVP_DecryptInit_ex(cipher, EVP_aes_256_cbc(), nullptr, bytesOf(keys->cipher), vector) == 1;
    return done ? Renewed : Failed;
}

int keepSession(SSL *ssl, SSL_SESSION *session)
{
    privateOf(ssl).session.reset(session);
    return 1; // it is ours now
}

} // namespace

void SslSessionFree::operator()(SSL_SESSION *session) const
{
    SSL_SESSION_free(session);
}

StreamTls::StreamTls(std::unique_ptr<Private> own)
    : d(std::move(own))
{
    SSL_CTX *context = d->context.get();
    SSL_CTX_set_app_data(context, d.get());
    SSL_CTX_set_mode(
        context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_timeout(context, SessionSeconds);
    // Whoever was killed says no goodbye. As an error it would make the session good for nothing, when all come back at once; where a
    // frame ends, it says itself.
    SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
}

StreamTls::~StreamTls() = default;

Result<std::shared_ptr<StreamTls>> StreamTls::client(
    const QSslCertificate &authority, const OwnCertificate &own, const char *protocol)
{
    auto context = makeSslContext(TlsSide::Client, authority, own, protocol);
    if (!context)
        return std::unexpected(context.error());
    SSL_CTX_set_session_cache_mode(context->get(), SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(context->get(), &keepSession);
    return std::shared_ptr<StreamTls>(new StreamTls(std::make_unique<Private>(*std::move(context))));
}

Result<std::shared_ptr<StreamTls>> StreamTls::server(
    const QSslCertificate &authority, const OwnCertificate &own, const char *protocol, const QByteArray &secret)
{
    auto context = makeSslContext(TlsSide::Server, authority, own, protocol);
    if (!context)
        return std::unexpected(context.error());
    SSL_CTX_set_num_tickets(context->get(), 1);
    SSL_CTX_set_session_id_context(
        context->get(), reinterpret_cast<const uchar *>(SessionContext), unsigned(qstrlen(SessionContext)));
    SSL_CTX_set_tlsext_ticket_key_evp_cb(context->get(), &sealTicket);
    auto d = std::make_unique<Private>(*std::move(context));
    d->tickets.emplace(secret);
    return std::shared_ptr<StreamTls>(new StreamTls(std::move(d)));
}

void StreamTls::forgetSession()
{
    d->session.reset();
}

} // namespace Sonde
