// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/powershellsignature.h"
#include "protocol/signing/signatureblock.h"
#include "tests/protocol/signingworkshop.h"

#include <QStandardPaths>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// Scripts signed by osslsigncode, which shares no code with ours but OpenSSL's, with certificates made by openssl.
class SignatureTest final : public QObject, private SigningWorkshop
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"osslsigncode"_s).isEmpty())
            QSKIP("osslsigncode is not installed");
        makeAuthority(u"ca"_s, u"/CN=Publishers of the tenant"_s);
        makeAuthority(u"stranger"_s, u"/CN=Somebody else"_s);
        makeAuthority(u"clock"_s, u"/CN=Clocks"_s);
        issue(u"signer"_s, u"/CN=Aya's scripts"_s, u"ca"_s, u"signer"_s);
        issue(u"mail"_s, u"/CN=Mail only"_s, u"ca"_s, u"mail"_s);
        issue(u"plain"_s, u"/CN=No usage said"_s, u"ca"_s, u"plain"_s);
        issue(u"foreign"_s, u"/CN=Foreign"_s, u"stranger"_s, u"signer"_s);
        issue(u"stamper"_s, u"/CN=Stamper"_s, u"clock"_s, u"stamper"_s);
        now = QDateTime::currentDateTimeUtc();
        publishers = {certificate(u"ca"_s)};
    }

    // ---- good ones

    void whatAPublisherSignedIsValid_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("hash");
        QTest::newRow("Windows lines") << QByteArray(Script) << u"sha256"_s;
        QTest::newRow("Unix lines") << QByteArray("Write-Output 1\nexit 3\n") << u"sha256"_s;
        QTest::newRow("no line end") << QByteArray("Write-Output 1") << u"sha256"_s;
        QTest::newRow("SHA-512") << QByteArray(Script) << u"sha512"_s;
        QTest::newRow("UTF-8 mark") << QByteArray("\xEF\xBB\xBF") + Script << u"sha256"_s;
        QTest::newRow("UTF-16") << utf16(QString::fromUtf8(Script)) << u"sha256"_s;
        QTest::newRow("large") << QByteArray("# a line of comment, é\r\n").repeated(50'000) << u"sha256"_s;
    }
    void whatAPublisherSignedIsValid()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, hash);
        const QByteArray whole = sign(script, u"signer"_s, {u"-h"_s, hash});
        QCOMPARE(
            verifyPowerShell(whole, publishers, now), (SignatureVerdict{SignatureState::Valid, u"Aya's scripts"_s}));
    }

    void theSignersOwnCertificateCanBeAPublishers()
    {
        const QByteArray whole = sign(Script, u"signer"_s);
        QCOMPARE(verifyPowerShell(whole, QList{certificate(u"signer"_s)}, now).state, SignatureState::Valid);
        QCOMPARE(verifyPowerShell(whole, QList{certificate(u"mail"_s)}, now).state, SignatureState::UnknownPublisher);
    }

    // ---- all others

    void unsignedIsUnsigned_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("plain") << QByteArray(Script);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("speaks of it") << QByteArray("Write-Output '# SIG # Begin signature block'\r\n");
        QTest::newRow("not in an encoding") << QByteArray("Write-Output \xE9\r\n");
    }
    void unsignedIsUnsigned()
    {
        QFETCH(QByteArray, script);
        QCOMPARE(verifyPowerShell(script, publishers, now), (SignatureVerdict{SignatureState::Unsigned, {}}));
    }

    void aChangedScriptIsTampered_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a character") << QByteArray("exit 3") << QByteArray("exit 4");
        QTest::newRow("a blank") << QByteArray("exit 3") << QByteArray("exit  3");
        QTest::newRow("a line end") << QByteArray("exit 3\r\n") << QByteArray("exit 3\n");
        QTest::newRow("added before") << QByteArray("Write-Output") << QByteArray("Remove-Item /\r\nWrite-Output");
        QTest::newRow("added at the end")
            << QByteArray("\r\n# SIG # Begin") << QByteArray("\r\nRemove-Item /\r\n# SIG # Begin");
    }
    void aChangedScriptIsTampered()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray whole = sign(Script, u"signer"_s);
        QVERIFY(whole.contains(from));
        whole.replace(from, to);
        QCOMPARE(verifyPowerShell(whole, publishers, now).state, SignatureState::Tampered);
    }

    void aSignatureOfAnotherScriptIsTampered()
    {
        const QByteArray other = sign("Write-Output 'other'\r\n", u"signer"_s);
        const QByteArray whole = QByteArray(Script) + other.sliced(other.indexOf("\r\n# SIG #"));
        QCOMPARE(verifyPowerShell(whole, publishers, now).state, SignatureState::Tampered);
    }

    /// The digest is right, what signs it is not: a bit of the signature's last line.
    void aBrokenSignatureIsNotValid()
    {
        QByteArray whole = sign(Script, u"signer"_s);
        const auto place = whole.lastIndexOf("\r\n# SIG # End") - 40;
        whole[place] = whole.at(place) == 'A' ? 'B' : 'A';
        QCOMPARE(verifyPowerShell(whole, publishers, now).state, SignatureState::Tampered);
    }

    void whatFollowsIsAppended_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::newRow("code") << QByteArray("Remove-Item /\r\n");
        QTest::newRow("a blank line") << QByteArray("\r\n");
        QTest::newRow("a blank") << QByteArray(" ");
        QTest::newRow("behind a lone CR") << QByteArray("\rRemove-Item /");
    }
    void whatFollowsIsAppended()
    {
        QFETCH(QByteArray, tail);
        QCOMPARE(verifyPowerShell(sign(Script, u"signer"_s) + tail, publishers, now).state, SignatureState::Appended);
    }

    void aBlockMayLoseItsLastLineEnd()
    {
        QByteArray whole = sign(Script, u"signer"_s);
        whole.chop(2);
        QCOMPARE(verifyPowerShell(whole, publishers, now).state, SignatureState::Valid);
    }

    void anOddBlockIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("code in it") << QByteArray("\r\n# SIG # End") << QByteArray("\r\nRemove-Item /\r\n# SIG # End");
        QTest::newRow("code behind a lone CR")
            << QByteArray("\r\n# SIG # End") << QByteArray("\r\n# \rRemove-Item /\r\n# SIG # End");
        QTest::newRow("no end") << QByteArray("# SIG # End signature block") << QByteArray("#");
        QTest::newRow("no begin") << QByteArray("# SIG # Begin signature block") << QByteArray("#");
        QTest::newRow("two ends") << QByteArray("# SIG # End signature block")
                                  << QByteArray("# SIG # End signature block\r\n# SIG # End signature block");
        QTest::newRow("base64, but not PKCS#7") << QByteArray("\r\n# SIG # Begin signature block\r\n# MI")
                                                << QByteArray("\r\n# SIG # Begin signature block\r\n# AA");
        QTest::newRow("invalid UTF-8") << QByteArray("\xC3\xA9") << QByteArray("\xE9");
    }
    void anOddBlockIsMalformed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray whole = sign(Script, u"signer"_s);
        QVERIFY(whole.contains(from));
        whole.replace(from, to);
        const auto state = verifyPowerShell(whole, publishers, now).state;
        // Bytes that are no text hide the markers as well: whatever it is called, it is not valid.
        QVERIFY(state == SignatureState::Malformed || (to == "\xE9" && state == SignatureState::Unsigned));
    }

    void twoBlocksAreMalformed()
    {
        const QByteArray whole = sign(Script, u"signer"_s);
        QCOMPARE(verifyPowerShell(whole + whole.sliced(whole.indexOf("\r\n# SIG #")), publishers, now).state,
            SignatureState::Malformed);
    }

    void strangersAreUnknown()
    {
        const QByteArray whole = sign(Script, u"foreign"_s);
        QCOMPARE(verifyPowerShell(whole, publishers, now),
            (SignatureVerdict{SignatureState::UnknownPublisher, u"Foreign"_s}));
        QCOMPARE(verifyPowerShell(whole, QList<QSslCertificate>{}, now).state, SignatureState::UnknownPublisher);
        QCOMPARE(verifyPowerShell(whole, QList{certificate(u"stranger"_s)}, now).state, SignatureState::Valid);
    }

    void certificatesForOtherUsesAreRefused()
    {
        for (const QString &name : {u"mail"_s, u"plain"_s}) {
            const QByteArray whole = sign(Script, name);
            QCOMPARE(verifyPowerShell(whole, publishers, now).state, SignatureState::WrongUsage);
        }
    }

    void certificatesExpire()
    {
        const QByteArray whole = sign(Script, u"signer"_s);
        QCOMPARE(verifyPowerShell(whole, publishers, now.addDays(99)).state, SignatureState::Valid);
        QCOMPARE(verifyPowerShell(whole, publishers, now.addDays(101)),
            (SignatureVerdict{SignatureState::Expired, u"Aya's scripts"_s}));
        QCOMPARE(verifyPowerShell(whole, publishers, now.addDays(-1)).state, SignatureState::Expired);
    }

    void aCountersignatureKeepsThemGood()
    {
        const QByteArray whole =
            sign(Script, u"signer"_s, {u"-TSA-certs"_s, path(u"stamper.pem"_s), u"-TSA-key"_s, path(u"stamper.key"_s)});
        const QList<QSslCertificate> withClock{certificate(u"ca"_s), certificate(u"clock"_s)};
        const auto later = now.addDays(200);
        QCOMPARE(verifyPowerShell(whole, withClock, later).state, SignatureState::Valid);
        // A clock nobody trusts says nothing…
        QCOMPARE(verifyPowerShell(whole, publishers, later).state, SignatureState::Expired);
        // …and one that was not good itself neither.
        QCOMPARE(verifyPowerShell(whole, withClock, now.addDays(5000)).state, SignatureState::Expired);
    }

private:
    static constexpr auto Script = "Write-Output \"caf\xC3\xA9\"\r\nexit 3\r\n";
    static QByteArray utf16(const QString &text)
    {
        QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        return encoder(text);
    }

    QList<QSslCertificate> publishers;
    QDateTime now;
};

QTEST_GUILESS_MAIN(SignatureTest)
#include "tst_signature.moc"
