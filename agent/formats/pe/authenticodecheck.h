// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"
#include "agent/formats/pe/peformat.h"
#include "protocol/digest/digest.h"
#include "protocol/signing/authenticode.h"

namespace Sonde::Agent {

/// The Authenticode signature of a Windows program: makes the digest that it is over while the content goes by — of everything but the
/// header's checksum, the place of the signatures, and the signatures.
class AuthenticodeCheck final
{
    Q_DISABLE_COPY_MOVE(AuthenticodeCheck)

public:
    AuthenticodeCheck(const PeImage &image, ContentPass &pass);

    [[nodiscard]] bool isSigned() const { return m_certificates.size > 0; }
    [[nodiscard]] const PeCertificates &certificates() const { return m_certificates; }
    /// Of several defects the first in the order of verifyPowerShell(). Appended: something stands behind the signature, or in its room.
    [[nodiscard]] SignatureVerdict verdict(const SignatureTerms &terms);
    /// After verdict().
    [[nodiscard]] QCborMap details() const;

private:
    PeCertificates m_certificates;
    bool m_isLast = false; ///< nothing follows the signatures
    std::optional<AuthenticodeSignature> m_signature;
    std::shared_ptr<Digest> m_digest;
    QByteArray m_fileDigest;
    SignatureVerdict m_verdict;
};

} // namespace Sonde::Agent
