// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/proof/proofkey.h"

#include "protocol/digest/digest.h"

#include <array>
#include <cstring>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

namespace Sonde {

namespace {

constexpr auto Curve = "prime256v1";
constexpr int NumberSize = 32;

template<typename T, auto Free> struct Freed {
    void operator()(T *that) const { Free(that); }
};
template<typename T, auto Free> using Owned = std::unique_ptr<T, Freed<T, Free>>;
using OwnedBio = Owned<BIO, &BIO_free>;
using OwnedContext = Owned<EVP_MD_CTX, &EVP_MD_CTX_free>;
using OwnedSignature = Owned<ECDSA_SIG, &ECDSA_SIG_free>;
using OwnedKey = Owned<EVP_PKEY, &EVP_PKEY_free>;
using OwnedKeyContext = Owned<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;

const uchar *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

QString opensslWords()
{
    std::array<char, 256> words{};
    ERR_error_string_n(ERR_get_error(), words.data(), words.size());
    return QString::fromLatin1(words.data());
}

OwnedKey keyFromPoint(const QByteArray &point)
{
    const OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    std::array<char, 16> curve{};
    std::copy_n(Curve, std::strlen(Curve), curve.begin());
    QByteArray bytes = point;
    std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), size_t(bytes.size())),
        OSSL_PARAM_construct_end()};
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.data());
    return OwnedKey(key);
}

/// As OpenSSL has it.
QByteArray asn1Of(const QByteArray &signature)
{
    const OwnedSignature numbers(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(bytesOf(signature), NumberSize, nullptr);
    BIGNUM *s = BN_bin2bn(bytesOf(signature) + NumberSize, NumberSize, nullptr);
    if (ECDSA_SIG_set0(numbers.get(), r, s) != 1)
        return {};
    uchar *bytes = nullptr;
    const int size = i2d_ECDSA_SIG(numbers.get(), &bytes);
    const QByteArray asn1(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    return asn1;
}

QByteArray numbersOf(const QByteArray &asn1)
{
    const uchar *at = bytesOf(asn1);
    const OwnedSignature numbers(d2i_ECDSA_SIG(nullptr, &at, long(asn1.size())));
    if (!numbers)
        return {};
    QByteArray signature(ProofSignatureSize, '\0');
    auto *out = reinterpret_cast<uchar *>(signature.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(numbers.get()), out, NumberSize);
    BN_bn2binpad(ECDSA_SIG_get0_s(numbers.get()), out + NumberSize, NumberSize);
    return signature;
}

} // namespace

QByteArray proofPoint(const EVP_PKEY *key)
{
    QByteArray point(ProofKeySize, '\0');
    size_t size = 0;
    EVP_PKEY_get_octet_string_param(
        key, OSSL_PKEY_PARAM_PUB_KEY, reinterpret_cast<uchar *>(point.data()), size_t(point.size()), &size);
    return point.first(qsizetype(size));
}

QByteArray proofSign(EVP_PKEY *key, const QByteArray &text)
{
    const OwnedContext context(EVP_MD_CTX_new());
    size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key);
    EVP_DigestSign(context.get(), nullptr, &size, bytesOf(text), size_t(text.size()));
    QByteArray asn1(qsizetype(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(asn1.data()), &size, bytesOf(text), size_t(text.size()));
    return numbersOf(asn1.first(qsizetype(size)));
}

bool proofVerify(const QByteArray &point, const QByteArray &text, const QByteArray &signature)
{
    if (point.size() != ProofKeySize || signature.size() != ProofSignatureSize)
        return false;
    const OwnedKey key = keyFromPoint(point);
    if (!key)
        return false;
    const QByteArray asn1 = asn1Of(signature);
    const OwnedContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(asn1), size_t(asn1.size()), bytesOf(text), size_t(text.size())) == 1;
}

QString proofFingerprint(const QByteArray &point)
{
    return QString::fromLatin1(Digest::of(point, *EVP_sha256()).toHex());
}

ProofKey::ProofKey(EVP_PKEY *key)
    : m_key(key, &EVP_PKEY_free)
{
}

Result<ProofKey> ProofKey::make()
{
    if (EVP_PKEY *key = EVP_EC_gen("P-256"))
        return ProofKey(key);
    return fail(ErrorCode::CannotStart, {}, opensslWords());
}

Result<ProofKey> ProofKey::fromPem(const QByteArray &pem)
{
    const OwnedBio memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr);
    if (!key)
        return fail(ErrorCode::BadValue, {}, opensslWords());
    ProofKey made(key);
    if (made.point().size() != ProofKeySize)
        return fail(ErrorCode::BadValue);
    return made;
}

QByteArray ProofKey::toPem() const
{
    const OwnedBio memory(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(memory.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

} // namespace Sonde
