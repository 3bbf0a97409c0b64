// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/signedmessage.h"

#include "protocol/signing/countersignature.h"

#include <openssl/x509v3.h>

namespace Sonde {

namespace {

using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

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

bool isApples(const ASN1_OBJECT *name)
{
    std::array<char, 64> dotted{};
    OBJ_obj2txt(dotted.data(), int(dotted.size()), name, 1);
    return QByteArrayView(dotted.data()).startsWith("1.2.840.113635.100.6.");
}

/// Apple marks what its certificates are for by critical extensions of its own, which OpenSSL does not know. They narrow nothing that is
/// asked here.
int acceptApplesExtensions(int isGood, X509_STORE_CTX *search)
{
    if (isGood || X509_STORE_CTX_get_error(search) != X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION)
        return isGood;
    const X509 *certificate = X509_STORE_CTX_get_current_cert(search);
    for (int i = 0; i < X509_get_ext_count(certificate); ++i) {
        X509_EXTENSION *extension = X509_get_ext(certificate, i);
        if (X509_EXTENSION_get_critical(extension) && !X509_supported_extension(extension)
            && !isApples(X509_EXTENSION_get_object(extension)))
            return 0;
    }
    return 1;
}

/// The certificates from the signer's to a trusted one; none when there is no such way.
using Chain =
    std::unique_ptr<STACK_OF(X509), decltype([](STACK_OF(X509) * chain) { sk_X509_pop_free(chain, X509_free); })>;
Chain chainTo(X509_STORE &roots, X509 *signer, STACK_OF(X509) * others)
{
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> search(
        X509_STORE_CTX_new(), &X509_STORE_CTX_free);
    if (!X509_STORE_CTX_init(search.get(), &roots, signer, others))
        return {};
    // Usage and time are questions of their own, with answers of their own.
    X509_STORE_CTX_set_flags(search.get(), X509_V_FLAG_NO_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(X509_STORE_CTX_get0_param(search.get()), X509_PURPOSE_ANY);
    X509_STORE_CTX_set_verify_cb(search.get(), &acceptApplesExtensions);
    if (X509_verify_cert(search.get()) != 1)
        return {};
    return Chain(X509_STORE_CTX_get1_chain(search.get()));
}

QSslCertificate toCertificate(const X509 &certificate)
{
    uchar *der = nullptr;
    const int size = i2d_X509(&certificate, &der);
    const QSslCertificate parsed(QByteArray(reinterpret_cast<const char *>(der), std::max(0, size)), QSsl::Der);
    OPENSSL_free(der);
    return parsed;
}

} // namespace

std::optional<SignedMessage> SignedMessage::parse(QByteArrayView der)
{
    const auto *at = reinterpret_cast<const uchar *>(der.data());
    const auto *end = at + der.size();
    Message message(d2i_PKCS7(nullptr, &at, long(der.size())), &PKCS7_free);
    if (!message || at != end || !PKCS7_type_is_signed(message.get()) || !message->d.sign
        || sk_PKCS7_SIGNER_INFO_num(PKCS7_get_signer_info(message.get())) != 1)
        return {};
    const PKCS7_SIGNER_INFO *info = sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(message.get()), 0);
    X509 *signer = X509_find_by_issuer_and_serial(
        message->d.sign->cert, info->issuer_and_serial->issuer, info->issuer_and_serial->serial);
    if (!signer)
        return {};
    return SignedMessage(std::move(message), signer);
}

QString SignedMessage::signerName() const
{
    return toCertificate(*m_signer).subjectDisplayName();
}

QList<QSslCertificate> SignedMessage::certificates() const
{
    QList<QSslCertificate> all{toCertificate(*m_signer)};
    for (int i = 0; i < sk_X509_num(m_message->d.sign->cert); ++i) {
        const X509 *certificate = sk_X509_value(m_message->d.sign->cert, i);
        if (certificate != m_signer)
            all.append(toCertificate(*certificate));
    }
    return all;
}

QList<QByteArray> SignedMessage::nestedMessages() const
{
    constexpr auto nestedSignature = "1.3.6.1.4.1.311.2.4.1"; // szOID_NESTED_SIGNATURE
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> wanted(
        OBJ_txt2obj(nestedSignature, 1), &ASN1_OBJECT_free);
    QList<QByteArray> messages;
    const auto *attributes = signature().unauth_attr;
    for (int place = X509at_get_attr_by_OBJ(attributes, wanted.get(), -1); place >= 0;
        place = X509at_get_attr_by_OBJ(attributes, wanted.get(), place)) {
        X509_ATTRIBUTE *attribute = X509at_get_attr(attributes, place);
        for (int i = 0; i < X509_ATTRIBUTE_count(attribute); ++i) {
            const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, i);
            if (value && value->type == V_ASN1_SEQUENCE)
                messages.append(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value->value.sequence)),
                    ASN1_STRING_length(value->value.sequence)));
        }
    }
    return messages;
}

bool SignedMessage::isOver(QByteArrayView octets) const
{
    // CMS_verify() does not take Authenticode's content.
    const Memory content(BIO_new_mem_buf(octets.data(), int(octets.size())), &BIO_free);
    return PKCS7_verify(m_message.get(), nullptr, nullptr, content.get(), nullptr, PKCS7_NOVERIFY) == 1;
}

SignatureState SignedMessage::judgeSigner(const TrustedRoots &roots, const QDateTime &at) const
{
    const TrustStore trusted = trustStore(roots);
    const Chain chain = chainTo(*trusted, m_signer, m_message->d.sign->cert);
    if (!chain)
        return SignatureState::UnknownPublisher;
    if (!mayAllSignCode(chain.get()))
        return SignatureState::WrongUsage;
    if (areAllGoodAt(chain.get(), at))
        return SignatureState::Valid;
    const auto signedAt = countersignedAt(signature(), *trusted, at);
    return signedAt && areAllGoodAt(chain.get(), *signedAt) ? SignatureState::Valid : SignatureState::Expired;
}

std::optional<QDateTime> SignedMessage::claimedTime() const
{
    const ASN1_TYPE *time = PKCS7_get_signed_attribute(&signature(), NID_pkcs9_signingTime);
    if (!time || (time->type != V_ASN1_UTCTIME && time->type != V_ASN1_GENERALIZEDTIME))
        return {};
    return toDateTime(*time->value.asn1_string);
}

const PKCS7_SIGNER_INFO &SignedMessage::signature() const
{
    return *sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(m_message.get()), 0);
}

} // namespace Sonde
