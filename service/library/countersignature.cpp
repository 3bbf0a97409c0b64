// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "countersignature.h"

#include <QTimeZone>
#include <array>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace Sonde {

namespace {

/// szOID_RFC3161_counterSign: the attribute that carries the authority's token.
constexpr auto CounterSign = "1.3.6.1.4.1.311.3.3.1";

using Token = std::unique_ptr<PKCS7, decltype(&PKCS7_free)>;

Token tokenOf(const PKCS7_SIGNER_INFO &signature)
{
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> wanted(
        OBJ_txt2obj(CounterSign, 1), &ASN1_OBJECT_free);
    const auto *attributes = signature.unauth_attr;
    const int place = X509at_get_attr_by_OBJ(attributes, wanted.get(), -1);
    const ASN1_TYPE *value = place < 0 ? nullptr : X509_ATTRIBUTE_get0_type(X509at_get_attr(attributes, place), 0);
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

std::optional<QDateTime> toDateTime(const ASN1_GENERALIZEDTIME *time)
{
    std::tm parts{};
    if (!time || !ASN1_TIME_to_tm(time, &parts))
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

} // namespace

TrustStore trustStore(const QList<QSslCertificate> &certificates)
{
    TrustStore store(X509_STORE_new(), &X509_STORE_free);
    for (const QSslCertificate &certificate : certificates) {
        const QByteArray der = certificate.toDer();
        const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
        const std::unique_ptr<X509, decltype(&X509_free)> parsed(
            d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
        if (parsed)
            X509_STORE_add_cert(store.get(), parsed.get());
    }
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    return store;
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
    return toDateTime(TS_TST_INFO_get_time(info.get()));
}

} // namespace Sonde
