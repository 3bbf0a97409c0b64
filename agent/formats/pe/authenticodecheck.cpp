// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/authenticodecheck.h"

#include "agent/formats/base/details.h"
#include "agent/formats/base/signaturedetails.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Nobody signs more often; each is judged.
constexpr size_t MostSignatures = 16;
constexpr int DeepestSignature = 4;

constexpr NamedNumber CertificateTypes[]{
    {1, "X.509"}, {3, "reserved"}, {4, "time stamp"}, {0xef0, "EFI PKCS#1"}, {0xef1, "EFI"}};

} // namespace

AuthenticodeCheck::AuthenticodeCheck(const PeImage &image, ContentPass &pass)
    : m_certificates(readPeCertificates(image))
{
    if (!isSigned())
        return;
    m_isLast = m_certificates.offset + m_certificates.size == image.source().size();
    for (const PeCertificate &certificate : m_certificates.all) {
        if (certificate.type == PeCertificates::SignedData)
            carry(certificate.content, 0);
    }
    ERR_clear_error(); // what OpenSSL noted on the way is nobody else's business on this thread
    watch(image, pass);
}

void AuthenticodeCheck::carry(const QByteArray &message, int depth)
{
    if (m_carried.size() >= MostSignatures || depth > DeepestSignature) {
        m_hasMoreNested = true;
        return;
    }
    auto signature = AuthenticodeSignature::parse(message, AuthenticodeSubject::PortableExecutable);
    const auto nested = signature ? signature->message().nestedMessages() : QList<QByteArray>();
    if (signature)
        m_digests.try_emplace(&signature->algorithm(), signature->algorithm());
    m_carried.push_back({std::move(signature), depth > 0});
    for (const QByteArray &inner : nested)
        carry(inner, depth + 1);
}

void AuthenticodeCheck::watch(const PeImage &image, ContentPass &pass)
{
    const qint64 end = image.source().size();
    const qint64 checksum = image.checksumOffset();
    const qint64 place = image.directoryOffset(PeImage::Security);
    for (auto &[algorithm, digest] : m_digests) {
        const auto add = [&pass, &digest](qint64 from, qint64 to) {
            pass.watch({from, to - from}, [&digest](QByteArrayView bytes) { digest.add(bytes); });
        };
        add(0, checksum);
        add(checksum + 4, place);
        add(place + 8, m_certificates.offset);
        add(m_certificates.offset + m_certificates.size, end);
    }
}

SignatureVerdict AuthenticodeCheck::verdict(const SignatureTerms &terms)
{
    if (!isSigned())
        return {SignatureState::Unsigned, {}};
    for (Carried &carried : m_carried) {
        carried.verdict = {SignatureState::Malformed, {}};
        if (!carried.signature)
            continue;
        carried.fileDigest = m_digests.at(&carried.signature->algorithm()).soFar();
        carried.verdict = carried.signature->judge(carried.fileDigest, terms.roots, terms.at);
    }
    ERR_clear_error();
    if (m_carried.empty())
        return {SignatureState::Malformed, {}};
    SignatureVerdict &first = m_carried.front().verdict;
    if (m_carried.front().signature && (!m_isLast || m_certificates.hasMore))
        first.state = SignatureState::Appended;
    return first;
}

QCborMap AuthenticodeCheck::detailsOf(const Carried &carried)
{
    QCborMap map = signatureDetails(carried.verdict, carried.signature ? &carried.signature->message() : nullptr);
    if (carried.signature)
        insertText(map, u"digest_algorithm"_s, QByteArray(EVP_MD_get0_name(&carried.signature->algorithm())).toLower());
    insertHex(map, u"digest"_s, carried.fileDigest);
    return map;
}

QCborMap AuthenticodeCheck::details() const
{
    QCborMap map =
        m_carried.empty() ? signatureDetails({SignatureState::Malformed, {}}, nullptr) : detailsOf(m_carried.front());
    map.insert(u"signature_count"_s, qint64(m_carried.size()));
    QCborArray others;
    for (size_t i = 1; i < m_carried.size(); ++i) {
        QCborMap other = detailsOf(m_carried[i]);
        other.insert(u"nested"_s, m_carried[i].isNested);
        others.append(other);
    }
    insertList(map, u"others"_s, others);
    QCborArray unread;
    for (const PeCertificate &certificate : m_certificates.all) {
        if (certificate.type != PeCertificates::SignedData)
            unread.append(nameOf(certificate.type, CertificateTypes, u"type"));
    }
    if (m_hasMoreNested || m_certificates.count > m_certificates.all.size())
        unread.append(u"more than are read"_s);
    insertList(map, u"not_judged"_s, unread);
    return map;
}

} // namespace Sonde::Agent
