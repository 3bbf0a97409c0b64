// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/authenticodecheck.h"

#include "agent/formats/base/details.h"
#include "agent/formats/base/signaturedetails.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

AuthenticodeCheck::AuthenticodeCheck(const PeImage &image, ContentPass &pass)
    : m_certificates(readPeCertificates(image))
{
    if (!isSigned())
        return;
    const qint64 end = image.source().size();
    m_isLast = m_certificates.offset + m_certificates.size == end;
    m_signature = AuthenticodeSignature::parse(m_certificates.first, AuthenticodeSubject::PortableExecutable);
    ERR_clear_error(); // what OpenSSL noted on the way is nobody else's business on this thread
    if (!m_signature)
        return;
    m_digest = std::make_shared<Digest>(m_signature->algorithm());
    const auto watch = [&](qint64 from, qint64 to) {
        pass.watch({from, to - from}, [digest = m_digest](QByteArrayView bytes) { digest->add(bytes); });
    };
    const qint64 checksum = image.checksumOffset();
    const qint64 place = image.directoryOffset(PeImage::Security);
    watch(0, checksum);
    watch(checksum + 4, place);
    watch(place + 8, m_certificates.offset);
    watch(m_certificates.offset + m_certificates.size, end);
}

SignatureVerdict AuthenticodeCheck::verdict(const SignatureTerms &terms)
{
    m_verdict = {SignatureState::Unsigned, {}};
    if (!isSigned())
        return m_verdict;
    if (!m_signature) {
        m_verdict = {SignatureState::Malformed, {}};
        return m_verdict;
    }
    m_fileDigest = m_digest->result();
    m_verdict = m_signature->judge(m_fileDigest, terms.roots, terms.at);
    if (!m_isLast || m_certificates.hasMore)
        m_verdict.state = SignatureState::Appended;
    ERR_clear_error();
    return m_verdict;
}

QCborMap AuthenticodeCheck::details() const
{
    QCborMap map = signatureDetails(m_verdict, m_signature ? &m_signature->message() : nullptr);
    map.insert(u"signature_count"_s, m_certificates.count);
    if (m_signature)
        insertText(map, u"digest_algorithm"_s, QByteArray(EVP_MD_get0_name(&m_signature->algorithm())).toLower());
    insertHex(map, u"digest"_s, m_fileDigest);
    return map;
}

} // namespace Sonde::Agent
