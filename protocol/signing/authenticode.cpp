// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/authenticode.h"

namespace Sonde {

namespace {

/// SpcIndirectDataContent, the kind of content that Authenticode signs.
constexpr auto IndirectData = "1.3.6.1.4.1.311.2.1.4";
/// The subject interface package of PowerShell.
constexpr QByteArrayView PowerShellPackage("\x1f\xcc\x3b\x60\x59\x4b\x08\x4e\xb7\x24\xd2\xc6\x29\x7e\xf3\x51", 16);
/// SpcPeImageData, 1.3.6.1.4.1.311.2.1.15, as DER.
constexpr QByteArrayView PeImageData("\x06\x0a\x2b\x06\x01\x04\x01\x82\x37\x02\x01\x0f", 12);

const EVP_MD *acceptable(const ASN1_OBJECT *algorithm)
{
    switch (OBJ_obj2nid(algorithm)) {
    case NID_sha1: return EVP_sha1();
    case NID_sha256: return EVP_sha256();
    case NID_sha384: return EVP_sha384();
    case NID_sha512: return EVP_sha512();
    default: return nullptr;
    }
}

/// The content of the first DER element, and what follows it; nothing when it is not a whole SEQUENCE.
struct Element {
    QByteArrayView content;
    QByteArrayView rest;
};
std::optional<Element> sequence(QByteArrayView der)
{
    const auto *at = reinterpret_cast<const uchar *>(der.data());
    const auto *begin = at;
    long length = 0;
    int tag = 0;
    int tagClass = 0;
    if (ASN1_get_object(&at, &length, &tag, &tagClass, long(der.size())) & 0x81 || tag != V_ASN1_SEQUENCE)
        return {}; // broken, or of indefinite length
    const auto content = der.sliced(at - begin, length);
    return Element{content, der.sliced(at - begin + length)};
}

/// The DER of what the message is about; empty when that is something else than Authenticode's.
QByteArrayView indirectData(const PKCS7 &message)
{
    const PKCS7 *content = message.d.sign->contents;
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> wanted(
        OBJ_txt2obj(IndirectData, 1), &ASN1_OBJECT_free);
    if (!content || OBJ_cmp(content->type, wanted.get()) != 0 || !content->d.other
        || content->d.other->type != V_ASN1_SEQUENCE)
        return {};
    const ASN1_STRING *der = content->d.other->value.sequence;
    return {ASN1_STRING_get0_data(der), ASN1_STRING_length(der)};
}

bool isOfSubject(QByteArrayView package, AuthenticodeSubject subject)
{
    switch (subject) {
    case AuthenticodeSubject::PowerShell: return package.contains(PowerShellPackage);
    case AuthenticodeSubject::PortableExecutable: return package.startsWith(PeImageData);
    }
    return false;
}

} // namespace

AuthenticodeSignature::AuthenticodeSignature(
    SignedMessage message, QByteArray octets, QByteArray digest, const EVP_MD *algorithm)
    : m_message(std::move(message))
    , m_octets(std::move(octets))
    , m_digest(std::move(digest))
    , m_algorithm(algorithm)
{
}

std::optional<AuthenticodeSignature> AuthenticodeSignature::parse(QByteArrayView der, AuthenticodeSubject subject)
{
    auto message = SignedMessage::parse(der);
    const auto whole = message ? sequence(indirectData(message->message())) : std::nullopt;
    const auto package = whole ? sequence(whole->content) : std::nullopt;
    if (!package || !isOfSubject(package->content, subject))
        return {};
    const auto *at = reinterpret_cast<const uchar *>(package->rest.data());
    const std::unique_ptr<X509_SIG, decltype(&X509_SIG_free)> info(
        d2i_X509_SIG(nullptr, &at, long(package->rest.size())), &X509_SIG_free);
    if (!info)
        return {};
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *digest = nullptr;
    X509_SIG_get0(info.get(), &algorithm, &digest);
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    const EVP_MD *accepted = acceptable(name);
    if (!accepted)
        return {};
    return AuthenticodeSignature(std::move(*message), whole->content.toByteArray(),
        QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(digest)), ASN1_STRING_length(digest)),
        accepted);
}

SignatureVerdict AuthenticodeSignature::judge(
    QByteArrayView digest, const TrustedRoots &roots, const QDateTime &at) const
{
    const QString signer = m_message.signerName();
    if (digest != m_digest || !m_message.isOver(m_octets))
        return {SignatureState::Tampered, signer};
    return {m_message.judgeSigner(roots, at), signer};
}

} // namespace Sonde
