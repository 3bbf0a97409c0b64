// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <memory>
#include <openssl/types.h>

/// ECDSA over SHA-256 with P-256, in the forms that need no ASN.1 to be read: a public key is the point, 0x04 and two numbers of 32 bytes; a
/// signature is two such numbers.
namespace Sonde {

inline constexpr qsizetype ProofKeySize = 65;
inline constexpr qsizetype ProofSignatureSize = 64;

/// The point of a P-256 key.
[[nodiscard]] QByteArray proofPoint(const EVP_PKEY *key);
[[nodiscard]] QByteArray proofSign(EVP_PKEY *key, const QByteArray &text);
/// False also for what is no key or no signature. Thread-safe.
[[nodiscard]] bool proofVerify(const QByteArray &point, const QByteArray &text, const QByteArray &signature);
/// How a key is told from another: SHA-256 of the point, in hexadecimal.
[[nodiscard]] QString proofFingerprint(const QByteArray &point);

/// A key of our own, for what a workstation signs.
class ProofKey final
{
public:
    /// A fresh one. CannotStart with OpenSSL's words.
    [[nodiscard]] static Result<ProofKey> make();
    /// BadValue when it is no private P-256 key.
    [[nodiscard]] static Result<ProofKey> fromPem(const QByteArray &pem);

    /// The private key.
    [[nodiscard]] QByteArray toPem() const;
    [[nodiscard]] QByteArray point() const { return proofPoint(m_key.get()); }
    [[nodiscard]] QByteArray sign(const QByteArray &text) const { return proofSign(m_key.get(), text); }

private:
    explicit ProofKey(EVP_PKEY *key);

    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace Sonde
