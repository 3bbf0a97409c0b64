// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/signing/signedmessage.h"

namespace Sonde {

/// For what kind of file an Authenticode signature stands: one of some other kind is none of this file.
enum class AuthenticodeSubject { PowerShell, PortableExecutable };

/// An Authenticode signature, read before what it is over: which digest that is made with is said in it.
class AuthenticodeSignature final
{
public:
    /// Nothing when `der` is no such signature of this kind of file, or wants another digest than SHA-1 and SHA-2.
    [[nodiscard]] static std::optional<AuthenticodeSignature> parse(QByteArrayView der, AuthenticodeSubject subject);

    /// What the digest of the file is to be made with.
    [[nodiscard]] const EVP_MD &algorithm() const { return *m_algorithm; }
    [[nodiscard]] const SignedMessage &message() const { return m_message; }
    /// Of a file with this digest, at a time: Tampered, or what SignedMessage::judgeSigner() says.
    [[nodiscard]] SignatureVerdict judge(QByteArrayView digest, const TrustedRoots &roots, const QDateTime &at) const;

private:
    AuthenticodeSignature(SignedMessage message, QByteArray octets, QByteArray digest, const EVP_MD *algorithm);

    SignedMessage m_message;
    QByteArray m_octets; ///< what is signed, without tag and length, as Authenticode signs it
    QByteArray m_digest;
    const EVP_MD *m_algorithm;
};

} // namespace Sonde
