// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/vocabulary.h"
#include "protocol/signing/trustedroots.h"

#include <QDateTime>
#include <memory>
#include <openssl/pkcs7.h>
#include <optional>

namespace Sonde {

struct SignatureVerdict {
    SignatureState state = SignatureState::None;
    QString signer; ///< the name in its certificate; also when that is not trusted, empty when it is not known

    bool operator==(const SignatureVerdict &) const = default;
};

/// A PKCS#7 message that one signer signed, its certificate included: what Authenticode and Apple's code signatures are made of.
class SignedMessage final
{
public:
    /// Nothing when `der` is anything else, or more.
    [[nodiscard]] static std::optional<SignedMessage> parse(QByteArrayView der);

    [[nodiscard]] const PKCS7 &message() const { return *m_message; }
    [[nodiscard]] QString signerName() const;
    /// That the signer's key signed these octets; whose key that is comes after.
    [[nodiscard]] bool isOver(QByteArrayView octets) const;
    /// Whose key it is: Valid when its certificate leads to one of `roots`, may sign code, and was good at `at`, or when a countersignature
    /// says that the signature was made, whose authority leads to `roots` too. Else UnknownPublisher, WrongUsage or Expired.
    [[nodiscard]] SignatureState judgeSigner(const TrustedRoots &roots, const QDateTime &at) const;
    /// The signer's first.
    [[nodiscard]] QList<QSslCertificate> certificates() const;
    /// Further signatures of the same thing, which Authenticode keeps in a corner of the first that is not signed; each as DER.
    [[nodiscard]] QList<QByteArray> nestedMessages() const;
    /// When the signer says that it signed; nobody vouches for that.
    [[nodiscard]] std::optional<QDateTime> claimedTime() const;

private:
    using Message = std::unique_ptr<PKCS7, decltype(&PKCS7_free)>;

    SignedMessage(Message message, X509 *signer)
        : m_message(std::move(message))
        , m_signer(signer)
    {
    }
    [[nodiscard]] const PKCS7_SIGNER_INFO &signature() const;

    Message m_message;
    X509 *m_signer; ///< one of the message's certificates
};

} // namespace Sonde
