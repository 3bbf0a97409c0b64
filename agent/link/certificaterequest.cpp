// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/certificaterequest.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Request = std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

Memory memory()
{
    return {BIO_new(BIO_s_mem()), &BIO_free};
}

QByteArray content(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return {bytes, size};
}

bool fill(X509_REQ *request, EVP_PKEY *key, const QByteArray &commonName)
{
    return X509_REQ_set_version(request, X509_REQ_VERSION_1)
        && X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request), "CN", MBSTRING_UTF8,
            reinterpret_cast<const unsigned char *>(commonName.constData()), int(commonName.size()), -1, 0)
        && X509_REQ_set_pubkey(request, key) && X509_REQ_sign(request, key, EVP_sha256()) > 0;
}

} // namespace

Result<CertificateRequest> makeCertificateRequest(const QString &commonName)
{
    // ub-common-name of RFC 5280 is 64 characters; the service gives the name that counts.
    constexpr qsizetype longestName = 64;
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Request request(X509_REQ_new(), &X509_REQ_free);
    const Memory keyPem = memory();
    const Memory requestPem = memory();
    if (!key || !request || !keyPem || !requestPem
        || !fill(request.get(), key.get(), commonName.left(longestName).toUtf8())
        || !PEM_write_bio_PrivateKey_traditional(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        || !PEM_write_bio_X509_REQ(requestPem.get(), request.get()))
        return fail(ErrorCode::Internal, {}, u"OpenSSL made no key or no certificate request"_s);
    return CertificateRequest{content(keyPem.get()), content(requestPem.get())};
}

} // namespace Sonde::Agent
