// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/signingworkshop.h"
#include "tests/service/libraryfixture.h"
#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

struct Workshop final : SigningWorkshop {
    using SigningWorkshop::issue;
    using SigningWorkshop::makeAuthority;
    using SigningWorkshop::path;
    using SigningWorkshop::sign;
};

} // namespace

/// What the library says of the signatures of scripts, and of whom the tenant trusts.
class TestLibrarySignatures final : public QObject, private LibraryFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void scriptsHaveASignature();
    void signaturesFollowThePublishers();
};

void TestLibrarySignatures::scriptsHaveASignature()
{
    QVERIFY(upload(u"plain.PS1"_s, "Write-Host 1\n"_ba));
    QVERIFY(upload(
        u"broken.psm1"_s, "1\r\n# SIG # Begin signature block\r\n# nonsense\r\n# SIG # End signature block\r\n"_ba));
    QVERIFY(upload(u"tool.sh"_s, "# SIG # Begin signature block\n"_ba));
    const auto files = listed();
    QCOMPARE(files[0].signature, SignatureState::Malformed);
    QCOMPARE(files[1].signature, SignatureState::Unsigned);
    QCOMPARE(files[2].signature, SignatureState::None);
}

void TestLibrarySignatures::signaturesFollowThePublishers()
{
    if (QStandardPaths::findExecutable(u"osslsigncode"_s).isEmpty())
        QSKIP("osslsigncode is not installed");
    const Workshop workshop;
    workshop.makeAuthority(u"ca"_s, u"/CN=Publishers of the tenant"_s);
    workshop.issue(u"signer"_s, u"/CN=Aya's scripts"_s, u"ca"_s, u"signer"_s);
    QVERIFY(upload(u"a.ps1"_s, workshop.sign("Write-Output 1\r\n", u"signer"_s)));
    QCOMPARE(listed()[0].signature, SignatureState::UnknownPublisher);
    const QString publishers = m_directory->filePath(u"data/publishers"_s);
    QVERIFY(QDir().mkpath(publishers));
    QVERIFY(QFile::copy(workshop.path(u"ca.pem"_s), publishers + u"/ca.pem"_s));
    QTRY_COMPARE(listed()[0].signature, SignatureState::Valid);
    m_service.reset();
    QVERIFY(QFile::remove(publishers + u"/ca.pem"_s));
    startService();
    QTRY_COMPARE(listed()[0].signature, SignatureState::UnknownPublisher);
}

QTEST_MAIN(TestLibrarySignatures)
#include "tst_librarysignatures.moc"
