// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/sealedsecret.h"

#include "service/identity/randombytes.h"

#include <QString>
#include <memory>
#include <openssl/evp.h>

namespace Sonde::Service {

namespace {

constexpr qsizetype NonceBytes = 12;
constexpr qsizetype TagBytes = 16;
using SealCipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

uchar *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<uchar *>(bytes.data());
}
const uchar *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const uchar *>(bytes.constData());
}

SealCipher cipherWith(const QByteArray &key, const QByteArray &nonce, const QByteArray &about, bool seals)
{
    SealCipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    EVP_CipherInit_ex2(cipher.get(), EVP_aes_256_gcm(), bytesOf(key), bytesOf(nonce), seals ? 1 : 0, nullptr);
    EVP_CipherUpdate(cipher.get(), nullptr, &length, bytesOf(about), int(about.size()));
    return cipher;
}

} // namespace

QByteArray sealSecret(const QByteArray &key, const QByteArray &secret, const QByteArray &about)
{
    const QByteArray nonce = randomBytes(NonceBytes);
    const SealCipher cipher = cipherWith(key, nonce, about, true);
    QByteArray sealed(secret.size(), '\0');
    QByteArray tag(TagBytes, '\0');
    int length = 0;
    EVP_CipherUpdate(cipher.get(), bytesOf(sealed), &length, bytesOf(secret), int(secret.size()));
    EVP_CipherFinal_ex(cipher.get(), bytesOf(sealed) + length, &length);
    EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, int(tag.size()), tag.data());
    return nonce + tag + sealed;
}

std::optional<QByteArray> openSecret(const QByteArray &key, const QByteArray &sealed, const QByteArray &about)
{
    if (sealed.size() <= NonceBytes + TagBytes)
        return {};
    const SealCipher cipher = cipherWith(key, sealed.first(NonceBytes), about, false);
    QByteArray tag = sealed.sliced(NonceBytes, TagBytes);
    const QByteArray content = sealed.sliced(NonceBytes + TagBytes);
    QByteArray secret(content.size(), '\0');
    int length = 0;
    EVP_CipherUpdate(cipher.get(), bytesOf(secret), &length, bytesOf(content), int(content.size()));
    EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, int(tag.size()), tag.data());
    return EVP_CipherFinal_ex(cipher.get(), bytesOf(secret) + length, &length) == 1 ? std::optional(secret)
                                                                                    : std::nullopt;
}

} // namespace Sonde::Service
