// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/signaturedetails.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/details.h"
#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QCborMap certificateDetails(const QSslCertificate &certificate)
{
    QCborMap map{{u"subject"_s, certificate.subjectDisplayName()}, {u"issuer"_s, certificate.issuerDisplayName()},
        {u"serial"_s, QString::fromLatin1(certificate.serialNumber())},
        {u"sha1"_s, QString::fromLatin1(certificate.digest(QCryptographicHash::Sha1).toHex())}};
    insertTime(map, u"not_before"_s, certificate.effectiveDate());
    insertTime(map, u"not_after"_s, certificate.expiryDate());
    return map;
}

} // namespace

QCborMap signatureDetails(const SignatureVerdict &verdict, const SignedMessage *message)
{
    QCborMap map{{u"state"_s, Codec::wireName(verdict.state)}};
    insertText(map, u"signer"_s, verdict.signer);
    if (!message)
        return map;
    insertTime(map, u"claimed_time"_s, message->claimedTime().value_or(QDateTime()));
    QCborArray certificates;
    for (const QSslCertificate &certificate : message->certificates()) {
        if (certificates.size() < MostListed)
            certificates.append(certificateDetails(certificate));
    }
    map.insert(u"certificates"_s, certificates);
    return map;
}

} // namespace Sonde::Agent
