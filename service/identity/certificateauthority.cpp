// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"

#include "service/store/securefile.h"
#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QHostAddress>
#include <QHostInfo>
#include <QMessageAuthenticationCode>
#include <QSysInfo>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Request = std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;
using BigNumber = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

constexpr long Day = 24 * 60 * 60;
constexpr long AuthorityDays = 3652;
/// Renewed over the agent's connection when a third of it is left.
constexpr long AgentDays = 180;
constexpr long ServerDays = 90;
/// Clocks of devices are not always right.
constexpr long BackdateSeconds = Day;

struct Profile {
    QByteArray commonName;
    long days = 0;
    std::vector<std::pair<int, QByteArray>> extensions;
};

QByteArray pemOf(X509 *certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(memory.get(), certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

Certificate parse(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    return {d2i_X509(nullptr, &bytes, long(der.size())), &X509_free};
}

bool setSerial(X509 *certificate)
{
    // RFC 5280 §4.1.2.2: positive, at most 20 octets.
    const BigNumber serial(BN_new(), &BN_free);
    return BN_rand(serial.get(), 159, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY)
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate));
}

bool setName(X509_NAME *name, const QByteArray &commonName)
{
    return X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
        reinterpret_cast<const uchar *>(commonName.constData()), int(commonName.size()), -1, 0);
}

bool addExtensions(X509 *certificate, X509 *issuer, const Profile &profile)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[nid, value] : profile.extensions) {
        const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
            X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()), &X509_EXTENSION_free);
        if (!extension || !X509_add_ext(certificate, extension.get(), -1))
            return false;
    }
    return true;
}

/// Signs `subjectKey` as `profile`; `issuer` null: by itself.
Result<Certificate> issue(const Profile &profile, EVP_PKEY *subjectKey, X509 *issuer, EVP_PKEY *issuerKey)
{
    Certificate certificate(X509_new(), &X509_free);
    X509 *raw = certificate.get();
    X509 *parent = issuer ? issuer : raw;
    const bool made = X509_set_version(raw, X509_VERSION_3) && setSerial(raw)
        && X509_gmtime_adj(X509_getm_notBefore(raw), -BackdateSeconds)
        && X509_gmtime_adj(X509_getm_notAfter(raw), profile.days * Day)
        && setName(X509_get_subject_name(raw), profile.commonName)
        && X509_set_issuer_name(raw, X509_get_subject_name(parent)) && X509_set_pubkey(raw, subjectKey)
        && addExtensions(raw, parent, profile) && X509_sign(raw, issuerKey, EVP_sha256());
    if (!made)
        return fail(ErrorCode::Internal, QString::fromUtf8(profile.commonName), openSslReason());
    return certificate;
}

QByteArray subjectAltName(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names) {
        QHostAddress address;
        parts.append((address.setAddress(name) ? u"IP:"_s : u"DNS:"_s) + name);
    }
    parts.removeDuplicates();
    return parts.join(u',').toLatin1();
}

/// A name OpenSSL's extension syntax cannot misread.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':' || c == u'*');
    });
}

Result<QSslCertificate> makeAuthority(EVP_PKEY *key, const QString &path)
{
    const Profile profile{"Sonde tenant " + QSysInfo::machineHostName().toUtf8().left(40), AuthorityDays,
        {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}, {NID_key_usage, "critical,keyCertSign,cRLSign"},
            {NID_subject_key_identifier, "hash"}}};
    const auto made = issue(profile, key, nullptr, key);
    if (!made)
        return std::unexpected(made.error());
    const QByteArray pem = pemOf(made->get());
    if (const auto written = writePrivateFile(path, pem); !written)
        return std::unexpected(written.error());
    return QSslCertificate(pem);
}

} // namespace

CertificateAuthority::CertificateAuthority(PrivateKey key, QSslCertificate certificate)
    : m_key(std::move(key))
    , m_certificate(std::move(certificate))
{
}

Result<CertificateAuthority> CertificateAuthority::open(const QString &directory)
{
    const QString path = QDir(directory).filePath(u"ca.pem"_s);
    auto key = loadOrMakeKey(QDir(directory).filePath(u"ca.key"_s));
    if (!key)
        return std::unexpected(key.error());
    if (!QFile::exists(path)) {
        auto made = makeAuthority(key->get(), path);
        if (!made)
            return std::unexpected(made.error());
        return CertificateAuthority(*std::move(key), *std::move(made));
    }
    const auto pem = readWholeFile(path);
    if (!pem)
        return std::unexpected(pem.error());
    QSslCertificate certificate(*pem);
    if (certificate.isNull())
        return fail(ErrorCode::CannotStart, path, u"not a certificate"_s);
    return CertificateAuthority(*std::move(key), std::move(certificate));
}

QString CertificateAuthority::fingerprint() const
{
    return Sonde::fingerprint(m_certificate);
}

Result<ServerCredentials> CertificateAuthority::issueServer(const QStringList &names) const
{
    QStringList all{QLatin1StringView(ServiceTlsName), u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    if (const QString host = QHostInfo::localHostName(); isPlainName(host))
        all.append(host);
    for (const QString &name : names) {
        if (!isPlainName(name))
            return fail(ErrorCode::BadValue, name, u"not a DNS name or address"_s);
        all.append(name);
    }
    const auto key = makeKey();
    if (!key)
        return std::unexpected(key.error());
    const Profile profile{ServiceTlsName, ServerDays,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
            {NID_ext_key_usage, "serverAuth"}, {NID_subject_key_identifier, "hash"},
            {NID_authority_key_identifier, "keyid"}, {NID_subject_alt_name, subjectAltName(all)}}};
    const Certificate issuer = parse(m_certificate.toDer());
    const auto issued = issue(profile, key->get(), issuer.get(), m_key.get());
    if (!issued)
        return std::unexpected(issued.error());
    return ServerCredentials{
        {QSslCertificate(pemOf(issued->get())), m_certificate}, QSslKey(toPem(key->get()), QSsl::Ec)};
}

Result<IssuedCertificate> CertificateAuthority::issueAgent(const DeviceId &device, const QByteArray &request) const
{
    const Memory memory(BIO_new_mem_buf(request.constData(), int(request.size())), &BIO_free);
    const Request parsed(PEM_read_bio_X509_REQ(memory.get(), nullptr, nullptr, nullptr), &X509_REQ_free);
    EVP_PKEY *key = parsed ? X509_REQ_get0_pubkey(parsed.get()) : nullptr;
    if (!key || X509_REQ_verify(parsed.get(), key) != 1)
        return fail(ErrorCode::BadValue, u"csr"_s, u"not a certificate request signed by its own key"_s);
    if (EVP_PKEY_get_security_bits(key) < 112)
        return fail(ErrorCode::BadValue, u"csr"_s, u"the key is too weak"_s);
    const Profile profile{device.value().toLatin1(), AgentDays,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
            {NID_ext_key_usage, "clientAuth"}, {NID_subject_key_identifier, "hash"},
            {NID_authority_key_identifier, "keyid"}}};
    const Certificate issuer = parse(m_certificate.toDer());
    const auto issued = issue(profile, key, issuer.get(), m_key.get());
    if (!issued)
        return std::unexpected(issued.error());
    const QByteArray pem = pemOf(issued->get());
    return IssuedCertificate{QSslCertificate(pem), pem};
}

QByteArray CertificateAuthority::sign(const QByteArray &text) const
{
    return Service::sign(m_key.get(), text);
}

QByteArray CertificateAuthority::derive(const QByteArray &purpose) const
{
    uchar *der = nullptr;
    const int size = i2d_PrivateKey(m_key.get(), &der);
    const QByteArray secret(reinterpret_cast<const char *>(der), size);
    OPENSSL_clear_free(der, size_t(size));
    return QMessageAuthenticationCode::hash(purpose, secret, QCryptographicHash::Sha256);
}

} // namespace Sonde::Service
