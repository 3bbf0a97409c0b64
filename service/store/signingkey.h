// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/store.h"

#include <memory>
#include <openssl/types.h>

namespace Sonde::Service {

struct OpenSslFree {
    void operator()(EVP_PKEY *key) const;
};
using PrivateKey = std::unique_ptr<EVP_PKEY, OpenSslFree>;

/// A fresh P-256 key; CannotStart with OpenSSL's words.
[[nodiscard]] Result<PrivateKey> makeKey();
/// The key in a PEM file that only its owner may read, made first when there is none.
[[nodiscard]] Result<PrivateKey> loadOrMakeKey(const QString &path);
[[nodiscard]] QByteArray toPem(const EVP_PKEY *key);
/// ECDSA over SHA-256.
[[nodiscard]] QByteArray sign(EVP_PKEY *key, const QByteArray &text);
/// What OpenSSL says went wrong last.
[[nodiscard]] QString openSslReason();

/// ECDSA over SHA-256 with the service's own key. Copies share it: what verifies on another thread has one of its own.
class SigningKey final
{
public:
    explicit SigningKey(PrivateKey key)
        : m_key(std::move(key))
    {
    }

    [[nodiscard]] QByteArray sign(const QByteArray &text) const;
    /// For what leaves the tenant as a proof (proofkey.h).
    [[nodiscard]] QByteArray signProof(const QByteArray &text) const;
    [[nodiscard]] QByteArray point() const;
    /// 32 bytes for another purpose: HMAC-SHA-256 of its name, keyed with the private key. Who has not the key cannot make them.
    [[nodiscard]] QByteArray derive(const QByteArray &purpose) const;
    /// Thread-safe.
    [[nodiscard]] bool verify(const QByteArray &text, const QByteArray &signature) const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
};

/// The text that the signature of a checkpoint covers, and of what is shown to witnesses.
[[nodiscard]] QByteArray checkpointText(quint64 number, const QByteArray &hash);
/// …of the head that is kept at each commit.
[[nodiscard]] QByteArray headText(const SignedHead &head);

} // namespace Sonde::Service
