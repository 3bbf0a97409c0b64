// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/releasecode.h"

#include "protocol/base/codec.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// What is handed over.
struct SignedRelease {
    QByteArray text;
    QByteArray signature;
};

constexpr QByteArrayView ReleaseTitle("sonde release code\n");
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
/// A code has about 250 characters.
constexpr qsizetype MostCharacters = 4096;

using CertificateHandle = std::unique_ptr<X509, decltype(&X509_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

bool isSignedBy(const QSslCertificate &authority, const SignedRelease &release)
{
    const QByteArray der = authority.toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const CertificateHandle certificate(d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
    EVP_PKEY *key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), reinterpret_cast<const uchar *>(release.signature.constData()),
               size_t(release.signature.size()), reinterpret_cast<const uchar *>(release.text.constData()),
               size_t(release.text.size()))
        == 1;
}

} // namespace

QByteArray releaseText(const ReleaseCode &code)
{
    return ReleaseTitle.toByteArray() + Codec::toBytes(code);
}

QString toText(const ReleaseCode &code, const QByteArray &signature)
{
    return QString::fromLatin1(Codec::toBytes(SignedRelease{releaseText(code), signature}).toBase64(Encoding));
}

Result<ReleaseCode> readReleaseCode(
    const QString &text, const QSslCertificate &authority, const DeviceId &device, const QDateTime &now)
{
    const auto invalid = [](const QString &reason) { return fail(ErrorCode::TokenInvalid, u"release code"_s, reason); };
    const auto decoded = QByteArray::fromBase64Encoding(text.left(MostCharacters).simplified().remove(u' ').toLatin1(),
        Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto release = decoded ? Codec::fromBytes<SignedRelease>(decoded.decoded) : fail(ErrorCode::TokenInvalid);
    if (!release || !release->text.startsWith(ReleaseTitle))
        return invalid(u"not a release code"_s);
    if (!isSignedBy(authority, *release))
        return invalid(u"not signed by this device's tenant"_s);
    const auto code = Codec::fromBytes<ReleaseCode>(release->text.sliced(ReleaseTitle.size()));
    if (!code || code->device != device)
        return invalid(u"made for another device"_s);
    if (code->expires <= now)
        return invalid(u"expired at "_s + code->expires.toString(Qt::ISODate));
    return *code;
}

} // namespace Sonde
