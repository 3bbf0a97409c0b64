// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/signingkey.h"

#include "protocol/proof/proofkey.h"
#include "service/store/securefile.h"

#include <QFile>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

namespace Sonde::Service {

namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

} // namespace

void OpenSslFree::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

QString openSslReason()
{
    std::array<char, 256> words{};
    ERR_error_string_n(ERR_get_error(), words.data(), words.size());
    return QString::fromLatin1(words.data());
}

Result<PrivateKey> makeKey()
{
    if (PrivateKey key(EVP_EC_gen("P-256")); key)
        return key;
    return fail(ErrorCode::CannotStart, {}, openSslReason());
}

QByteArray toPem(const EVP_PKEY *key)
{
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

Result<PrivateKey> loadOrMakeKey(const QString &path)
{
    if (!QFile::exists(path)) {
        auto key = makeKey();
        if (key) {
            if (const auto written = writePrivateFile(path, toPem(key->get())); !written)
                return std::unexpected(written.error());
        }
        return key;
    }
    const auto pem = readWholeFile(path);
    if (!pem)
        return std::unexpected(pem.error());
    const Memory memory(BIO_new_mem_buf(pem->constData(), int(pem->size())), &BIO_free);
    PrivateKey key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
    if (!key)
        return fail(ErrorCode::CannotStart, path, openSslReason());
    return key;
}

QByteArray SigningKey::sign(const QByteArray &text) const
{
    return Service::sign(m_key.get(), text);
}

QByteArray SigningKey::signProof(const QByteArray &text) const
{
    return proofSign(m_key.get(), text);
}

QByteArray SigningKey::point() const
{
    return proofPoint(m_key.get());
}

QByteArray sign(EVP_PKEY *key, const QByteArray &text)
{
    const Digest context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const uchar *>(text.constData());
    size_t length = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key);
    EVP_DigestSign(context.get(), nullptr, &length, bytes, size_t(text.size()));
    QByteArray signature(qsizetype(length), Qt::Uninitialized);
    EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &length, bytes, size_t(text.size()));
    signature.truncate(qsizetype(length));
    return signature;
}

QByteArray SigningKey::derive(const QByteArray &purpose) const
{
    constexpr int size = 32;
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number);
    std::array<uchar, size> secret{};
    BN_bn2binpad(number, secret.data(), size);
    BN_clear_free(number);
    QByteArray derived(size, '\0');
    HMAC(EVP_sha256(), secret.data(), size, reinterpret_cast<const uchar *>(purpose.constData()),
        size_t(purpose.size()), reinterpret_cast<uchar *>(derived.data()), nullptr);
    OPENSSL_cleanse(secret.data(), size);
    return derived;
}

bool SigningKey::verify(const QByteArray &text, const QByteArray &signature) const
{
    const Digest context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    return EVP_DigestVerify(context.get(), reinterpret_cast<const uchar *>(signature.constData()),
               size_t(signature.size()), reinterpret_cast<const uchar *>(text.constData()), size_t(text.size()))
        == 1;
}

QByteArray checkpointText(quint64 number, const QByteArray &hash)
{
    return "sonde journal checkpoint " + QByteArray::number(number) + ' ' + hash.toHex();
}

QByteArray headText(const SignedHead &head)
{
    const QByteArray outputs = head.outputs.ofDigests ? " output digests " : " output ";
    return "sonde journal head " + QByteArray::number(head.number) + ' ' + head.hash.toHex() + outputs
        + QByteArray::number(head.outputs.count) + ' ' + head.outputs.hash.toHex() + " after "
        + QByteArray::number(head.outputs.after) + " since " + QByteArray::number(head.since);
}

} // namespace Sonde::Service
