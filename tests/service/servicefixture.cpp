// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/servicefixture.h"

#include "transport/tls/tlsclient.h"

using namespace Qt::StringLiterals;

namespace Sonde::Service {

QString serviceProgram()
{
    return QStringLiteral(SONDE_BIN_DIR) + u"/sonde-service"_s;
}

void ServiceFixture::setUp()
{
    m_directory = std::make_unique<QTemporaryDir>();
    restart(true);
}

void ServiceFixture::tearDown()
{
    m_client = {};
    m_service.reset();
}

void ServiceFixture::restart(bool embedded)
{
    m_service.reset();
    ServiceOptions options;
    options.data = m_directory->filePath(u"data"_s);
    options.address = QHostAddress::LocalHost;
    options.embedded = embedded;
    auto service = ServiceProgram::start(options);
    QVERIFY2(service, service ? "" : qPrintable(debugText(service.error())));
    m_service = *std::move(service);
    m_service->tenant().library.setFileCheck(FileCheck(serviceProgram()));
    const auto authority = QSslCertificate::fromPath(options.data + u"/ca.pem"_s).value(0);
    QCOMPARE(groupedFingerprint(fingerprint(authority)), ready("fingerprint"_L1));
    m_client = NetworkClient(QUrl(ready("url"_L1)), authority);
}

void ServiceFixture::startAfresh()
{
    tearDown();
    m_directory = std::make_unique<QTemporaryDir>();
    restart(false);
}

QString ServiceFixture::embeddedAccess()
{
    return m_client.post(u"/api/sign-in"_s, {{u"embedded_token"_s, ready("embedded_token"_L1)}})
        .body.value("token"_L1)
        .toString();
}

} // namespace Sonde::Service
