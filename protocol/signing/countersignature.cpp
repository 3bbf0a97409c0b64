// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/countersignature.h"

#include <QTimeZone>
#include <array>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace Sonde {

namespace {

/// The attributes that carry an authority's token: szOID_RFC3161_counterSign of Authenticode, id-aa-timeStampToken (RFC 3161, appendix A)
/// of everybody else.
constexpr std::array TokenAttributes{"1.3.6.1.4.1.311.3.3.1", "1.2.840.113549.1.9.16.2.14"};

using Token = std::unique_ptr<PKCS7, decltype(&PKCS7_free)>;

const ASN1_TYPE *attributeOf(const PKCS7_SIGNER_INFO &signature, const char *name)
{
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> wanted(OBJ_txt2obj(name, 1), &ASN1_OBJECT_free);
    const auto *attributes = signature.unauth_attr;
    const int place = X509at_get_attr_by_OBJ(attributes, wanted.get(), -1);
    return place < 0 ? nullptr : X509_ATTRIBUTE_get0_type(X509at_get_attr(attributes, place), 0);
}

Token tokenOf(const PKCS7_SIGNER_INFO &signature)
{
    const ASN1_TYPE *value = nullptr;
    for (const char *name : TokenAttributes) {
        if (!value)
            value = attributeOf(signature, name);
    }
    if (!value || value->type != V_ASN1_SEQUENCE)
        return {nullptr, &PKCS7_free};
    const uchar *at = ASN1_STRING_get0_data(value->value.sequence);
    return {d2i_PKCS7(nullptr, &at, ASN1_STRING_length(value->value.sequence)), &PKCS7_free};
}

/// The token is about this signature and no other.
bool isAbout(TS_TST_INFO &info, const ASN1_OCTET_STRING &signature)
{
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(&info);
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const EVP_MD *algorithm = EVP_get_digestbyobj(name);
    const ASN1_OCTET_STRING *claimed = TS_MSG_IMPRINT_get_msg(imprint);
    std::array<uchar, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    return algorithm
        && EVP_Digest(ASN1_STRING_get0_data(&signature), size_t(ASN1_STRING_length(&signature)), digest.data(), &size,
            algorithm, nullptr)
        && QByteArrayView(digest.data(), size)
        == QByteArrayView(ASN1_STRING_get0_data(claimed), ASN1_STRING_length(claimed));
}

} // namespace

std::optional<QDateTime> toDateTime(const ASN1_TIME &time)
{
    std::tm parts{};
    if (!ASN1_TIME_to_tm(&time, &parts))
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

std::optional<QDateTime> countersignedAt(const PKCS7_SIGNER_INFO &signature, X509_STORE &trusted, const QDateTime &at)
{
    const Token token = tokenOf(signature);
    if (!token || !PKCS7_type_is_signed(token.get()))
        return {};
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(&trusted), at.toSecsSinceEpoch());
    if (TS_RESP_verify_signature(token.get(), nullptr, &trusted, nullptr) != 1)
        return {};
    const std::unique_ptr<TS_TST_INFO, decltype(&TS_TST_INFO_free)> info(
        PKCS7_to_TS_TST_INFO(token.get()), &TS_TST_INFO_free);
    if (!info || !isAbout(*info, *signature.enc_digest))
        return {};
    const ASN1_GENERALIZEDTIME *time = TS_TST_INFO_get_time(info.get());
    return time ? toDateTime(*time) : std::nullopt;
}

} // namespace Sonde
