// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/agents/population.h"

#include "agent/link/certificaterequest.h"
#include "service/identity/certificateauthority.h"
#include "service/store/sqlitestore.h"

#include <QDir>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace Sonde::Bench {

namespace {

std::unique_ptr<X509, X509Free> parsed(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    return std::unique_ptr<X509, X509Free>(d2i_X509(nullptr, &bytes, long(der.size())));
}

std::unique_ptr<EVP_PKEY, X509Free> parsedKey(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(
        BIO_new_mem_buf(pem.constData(), int(pem.size())), &BIO_free);
    return std::unique_ptr<EVP_PKEY, X509Free>(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

DeviceFacts factsOf(const DeviceId &device)
{
    DeviceFacts facts;
    facts.name = u"idle-"_s + device.value().right(6);
    facts.platform = Platform::Linux;
    facts.osName = u"Debian GNU/Linux 13 (trixie)"_s;
    facts.osVersion = u"13"_s;
    facts.architecture = u"x86_64"_s;
    facts.agentVersion = QStringLiteral(SONDE_VERSION);
    facts.addresses = {u"192.0.2.7"_s};
    return facts;
}

} // namespace

void X509Free::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

void X509Free::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

Result<Population> enrolDevices(const QString &data, int count)
{
    const auto authority = Service::CertificateAuthority::open(data);
    const auto store = Service::SqliteStore::open(QDir(data).filePath(u"sonde.db"_s));
    const auto request = Agent::makeCertificateRequest(u"idle"_s);
    if (!authority || !store || !request)
        return std::unexpected(!authority ? authority.error() : !store ? store.error() : request.error());

    Population population{parsed(authority->certificate()), parsedKey(request->key), {}};
    const auto now = QDateTime::currentDateTimeUtc();
    for (int i = 1; i <= count; ++i) {
        const DeviceId id(QString::number(i, 16).rightJustified(32, u'0'));
        const auto issued = authority->issueAgent(id, request->request);
        if (!issued)
            return std::unexpected(issued.error());
        (*store)->saveDevice(
            {id, issued->certificate.digest(QCryptographicHash::Sha256), u"default"_s, {}, factsOf(id), now, now});
        population.devices.push_back({id, parsed(issued->certificate)});
    }
    if (const auto committed = (*store)->commit(); !committed)
        return std::unexpected(committed.error());
    return population;
}

std::vector<QByteArray> greetingOf(const DeviceId &device)
{
    return {encode(Message::Hello{.program = u"sonde-agent"_s, .programVersion = QStringLiteral(SONDE_VERSION)}),
        encode(Message::AgentState{factsOf(device), u"idle"_s, {}})};
}

} // namespace Sonde::Bench
