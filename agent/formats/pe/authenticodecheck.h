// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"
#include "agent/formats/pe/peformat.h"
#include "protocol/digest/digest.h"
#include "protocol/signing/authenticode.h"

#include <map>
#include <vector>

namespace Sonde::Agent {

/// The Authenticode signatures of a Windows program: makes the digests that they are over while the content goes by — of everything but the
/// header's checksum, the place of the signatures, and the signatures.
class AuthenticodeCheck final
{
    Q_DISABLE_COPY_MOVE(AuthenticodeCheck)

public:
    AuthenticodeCheck(const PeImage &image, ContentPass &pass);

    [[nodiscard]] bool isSigned() const { return m_certificates.size > 0; }
    [[nodiscard]] const PeCertificates &certificates() const { return m_certificates; }
    /// Of the first one, by which Windows goes; of several defects the first in the order of verifyPowerShell(). Appended: something stands
    /// behind the signatures, or in the room of one. Judges the others, too.
    [[nodiscard]] SignatureVerdict verdict(const SignatureTerms &terms);
    /// After verdict().
    [[nodiscard]] QCborMap details() const;

private:
    /// One that the file carries: in its table, or nested in another one.
    struct Carried {
        std::optional<AuthenticodeSignature> signature; ///< none: it cannot be read
        bool isNested = false;
        QByteArray fileDigest = {};
        SignatureVerdict verdict = {};
    };

    void carry(const QByteArray &message, int depth);
    void watch(const PeImage &image, ContentPass &pass);
    [[nodiscard]] static QCborMap detailsOf(const Carried &carried);

    PeCertificates m_certificates;
    bool m_isLast = false; ///< nothing follows the signatures
    std::vector<Carried> m_carried;
    bool m_hasMoreNested = false;
    std::map<const EVP_MD *, Digest> m_digests; ///< of the file, by what they are made with
};

} // namespace Sonde::Agent
