// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "powershellsignature.h"

#include "countersignature.h"
#include "signatureblock.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace Sonde {

namespace {

using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Object = std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)>;
using Message = std::unique_ptr<PKCS7, decltype(&PKCS7_free)>;

/// SpcIndirectDataContent, the kind of content that Authenticode signs.
constexpr auto IndirectData = "1.3.6.1.4.1.311.2.1.4";
/// The subject interface package of PowerShell: a signature of some other kind of file is none of a script.
constexpr QByteArrayView PowerShellPackage("\x1f\xcc\x3b\x60\x59\x4b\x08\x4e\xb7\x24\xd2\xc6\x29\x7e\xf3\x51", 16);

/// What is signed: a digest of the text, and for what kind of file it stands.
struct Statement {
    QByteArray octets; ///< without tag and length, as Authenticode signs them
    QByteArray digest;
    const EVP_MD *algorithm = nullptr;
};

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

/// The content of the first DER element, and where it ends; nothing when it is not a whole SEQUENCE.
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

Message parseMessage(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const uchar *>(der.constData());
    const auto *end = at + der.size();
    Message message(d2i_PKCS7(nullptr, &at, long(der.size())), &PKCS7_free);
    const bool usable = message && at == end && PKCS7_type_is_signed(message.get()) && message->d.sign
        && sk_PKCS7_SIGNER_INFO_num(PKCS7_get_signer_info(message.get())) == 1;
    return usable ? std::move(message) : Message(nullptr, &PKCS7_free);
}

std::optional<Statement> statementOf(const PKCS7 &message)
{
    const PKCS7 *content = message.d.sign->contents;
    const Object indirectData(OBJ_txt2obj(IndirectData, 1), &ASN1_OBJECT_free);
    if (!content || OBJ_cmp(content->type, indirectData.get()) != 0 || !content->d.other
        || content->d.other->type != V_ASN1_SEQUENCE)
        return {};
    const ASN1_STRING *der = content->d.other->value.sequence;
    const auto whole = sequence(QByteArrayView(ASN1_STRING_get0_data(der), ASN1_STRING_length(der)));
    const auto package = whole ? sequence(whole->content) : std::nullopt;
    if (!package || !package->content.contains(PowerShellPackage))
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
    return Statement{whole->content.toByteArray(),
        QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(digest)), ASN1_STRING_length(digest)),
        accepted};
}

bool isOf(const Statement &statement, const QByteArray &text)
{
    std::array<uchar, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    return EVP_Digest(text.constData(), size_t(text.size()), digest.data(), &size, statement.algorithm, nullptr)
        && QByteArrayView(digest.data(), size) == QByteArrayView(statement.digest);
}

/// That the signer's key signed this statement; whose key that is comes after. (CMS_verify() does not take Authenticode's content.)
bool isSigned(PKCS7 &message, const Statement &statement)
{
    const Memory octets(BIO_new_mem_buf(statement.octets.constData(), int(statement.octets.size())), &BIO_free);
    return PKCS7_verify(&message, nullptr, nullptr, octets.get(), nullptr, PKCS7_NOVERIFY) == 1;
}

X509 *signerOf(PKCS7 &message)
{
    const PKCS7_SIGNER_INFO *info = sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(&message), 0);
    return X509_find_by_issuer_and_serial(
        message.d.sign->cert, info->issuer_and_serial->issuer, info->issuer_and_serial->serial);
}

QString nameOf(const X509 &certificate)
{
    uchar *der = nullptr;
    const int size = i2d_X509(&certificate, &der);
    const QSslCertificate parsed(QByteArray(reinterpret_cast<const char *>(der), std::max(0, size)), QSsl::Der);
    OPENSSL_free(der);
    return parsed.subjectDisplayName();
}

/// The signer says that it signs code, and nobody above it says that what is below does not.
bool mayAllSignCode(STACK_OF(X509) * chain)
{
    constexpr auto unlimited = std::numeric_limits<uint32_t>::max();
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        X509 *certificate = sk_X509_value(chain, i);
        const uint32_t usages = X509_get_extended_key_usage(certificate);
        const bool silent = usages == unlimited && i > 0;
        if (!silent && (usages == unlimited || !(usages & XKU_CODE_SIGN)))
            return false;
    }
    return X509_get_key_usage(sk_X509_value(chain, 0)) & KU_DIGITAL_SIGNATURE;
}

bool areAllGoodAt(STACK_OF(X509) * chain, const QDateTime &at)
{
    time_t when = at.toSecsSinceEpoch();
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        const X509 *certificate = sk_X509_value(chain, i);
        if (X509_cmp_time(X509_get0_notBefore(certificate), &when) > 0
            || X509_cmp_time(X509_get0_notAfter(certificate), &when) < 0)
            return false;
    }
    return true;
}

/// The certificates from the signer's to a trusted one; none when there is no such way.
using Chain =
    std::unique_ptr<STACK_OF(X509), decltype([](STACK_OF(X509) * chain) { sk_X509_pop_free(chain, X509_free); })>;
Chain chainTo(X509_STORE &publishers, X509 *signer, STACK_OF(X509) * others)
{
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> search(
        X509_STORE_CTX_new(), &X509_STORE_CTX_free);
    if (!X509_STORE_CTX_init(search.get(), &publishers, signer, others))
        return {};
    // Usage and time are questions of their own, with answers of their own.
    X509_STORE_CTX_set_flags(search.get(), X509_V_FLAG_NO_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(X509_STORE_CTX_get0_param(search.get()), X509_PURPOSE_ANY);
    if (X509_verify_cert(search.get()) != 1)
        return {};
    return Chain(X509_STORE_CTX_get1_chain(search.get()));
}

SignatureState judge(PKCS7 &message, X509 *signer, const QList<QSslCertificate> &publishers, const QDateTime &at)
{
    const TrustStore trusted = trustStore(publishers);
    const Chain chain = chainTo(*trusted, signer, message.d.sign->cert);
    if (!chain)
        return SignatureState::UnknownPublisher;
    if (!mayAllSignCode(chain.get()))
        return SignatureState::WrongUsage;
    if (areAllGoodAt(chain.get(), at))
        return SignatureState::Valid;
    const auto signedAt =
        countersignedAt(*sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(&message), 0), *trusted, at);
    return signedAt && areAllGoodAt(chain.get(), *signedAt) ? SignatureState::Valid : SignatureState::Expired;
}

SignatureVerdict verify(const SignedScript &script, const QList<QSslCertificate> &publishers, const QDateTime &at)
{
    const Message message = parseMessage(script.signature);
    const auto statement = message ? statementOf(*message) : std::nullopt;
    X509 *signer = statement ? signerOf(*message) : nullptr;
    if (!signer)
        return {SignatureState::Malformed, {}};
    if (!isOf(*statement, script.text) || !isSigned(*message, *statement))
        return {SignatureState::Tampered, nameOf(*signer)};
    return {judge(*message, signer, publishers, at), nameOf(*signer)};
}

} // namespace

SignatureVerdict verifyPowerShell(
    const QByteArray &script, const QList<QSslCertificate> &publishers, const QDateTime &at)
{
    const auto parts = readSignatureBlock(script);
    if (!parts)
        return {parts.error(), {}};
    const SignatureVerdict verdict = verify(*parts, publishers, at);
    ERR_clear_error(); // what OpenSSL noted on the way is nobody else's business on this thread
    return verdict;
}

} // namespace Sonde
