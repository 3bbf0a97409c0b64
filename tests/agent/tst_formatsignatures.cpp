// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/formatprobe.h"
#include "tests/protocol/signingworkshop.h"

#include <QCryptographicHash>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Windows programs signed by osslsigncode, which shares no code with ours but OpenSSL's; Mach-O files signed ad hoc by LLVM's linker, and
/// by the test, which puts a message of openssl's into them.
class FormatSignaturesTest final : public QObject, private SigningWorkshop
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"osslsigncode"_s).isEmpty())
            QSKIP("osslsigncode is not installed");
        makeAuthority(u"ca"_s, u"/CN=Publishers of the tenant"_s);
        issue(u"signer"_s, u"/CN=Aya's programs"_s, u"ca"_s, u"signer"_s);
        issue(u"mail"_s, u"/CN=Mail only"_s, u"ca"_s, u"mail"_s);
        issue(u"apple"_s, u"/CN=Developer ID"_s, u"ca"_s, u"apple"_s);
        issue(u"odd"_s, u"/CN=Odd"_s, u"ca"_s, u"odd"_s);
        issue(u"stamper"_s, u"/CN=Stamper"_s, u"ca"_s, u"stamper"_s);
        m_now = QDateTime::currentDateTimeUtc();
        m_program = fixture(u"hello.exe"_s);
        m_signed = signProgram(u"signer"_s);
        m_library = signLibrary(u"signer"_s);
        QVERIFY(m_signed.size() > m_program.size());
    }

    // ---- Windows

    void goodProgramsAreValid_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::newRow("SHA-256") << m_signed;
        QTest::newRow("SHA-1") << signProgram(u"signer"_s, {u"-h"_s, u"sha1"_s});
        QTest::newRow("SHA-384") << signProgram(u"signer"_s, {u"-h"_s, u"sha384"_s});
        QTest::newRow("page hashes") << signProgram(u"signer"_s, {u"-ph"_s});
        QTest::newRow("with a description") << signProgram(u"signer"_s, {u"-n"_s, u"Greeting é"_s});
    }
    void goodProgramsAreValid()
    {
        QFETCH(QByteArray, program);
        const FormatReport report = reportOf(program, terms());
        QCOMPARE(report.signature, (SignatureVerdict{SignatureState::Valid, u"Aya's programs"_s}));
        QCOMPARE(inside(report.details, u"signature.state"_s), u"valid"_s);
        QCOMPARE(inside(report.details, u"signature.certificates.0.issuer"_s), u"Publishers of the tenant"_s);
        QVERIFY(inside(report.details, u"checksum_matches"_s).toBool());
        QVERIFY(inside(report.details, u"overlay"_s).isUndefined());
    }

    void changedProgramsAreTampered_data()
    {
        QTest::addColumn<qsizetype>("place");
        QTest::newRow("the DOS header") << qsizetype(10);
        QTest::newRow("the timestamp") << qsizetype(qFromLittleEndian<quint32>(m_signed.constData() + 0x3c) + 8);
        QTest::newRow("code") << qsizetype(0x400);
        QTest::newRow("the last byte before the signature") << m_program.size() - 1;
    }
    void changedProgramsAreTampered()
    {
        QFETCH(qsizetype, place);
        QByteArray program = m_signed;
        program[place] = char(program.at(place) + 1);
        QCOMPARE(stateOf(program), SignatureState::Tampered);
        QVERIFY(!inside(detailsOf(program), u"checksum_matches"_s).toBool());
    }

    void theChecksumIsNotSigned()
    {
        QByteArray program = m_signed;
        program[qFromLittleEndian<quint32>(program.constData() + 0x3c) + 24 + 64] ^= 1;
        QCOMPARE(stateOf(program), SignatureState::Valid);
        QVERIFY(!inside(detailsOf(program), u"checksum_matches"_s).toBool());
    }

    void whatFollowsASignatureIsAppended()
    {
        QCOMPARE(stateOf(m_signed + "and more"), SignatureState::Appended);
        // In the signature's own room: the way that lets Windows take it still.
        QByteArray program = m_signed + QByteArray("payload!").repeated(4);
        const qsizetype directory = qFromLittleEndian<quint32>(program.constData() + 0x3c) + 24 + 112 + 4 * 8;
        const auto grow = [&](qsizetype at) {
            qToLittleEndian(qFromLittleEndian<quint32>(program.constData() + at) + 32, program.data() + at);
        };
        grow(qFromLittleEndian<quint32>(program.constData() + directory)); // of the entry
        grow(directory + 4);
        QCOMPARE(stateOf(program), SignatureState::Appended);
    }

    void aSignatureOfAnotherProgramIsTampered()
    {
        QByteArray other = m_program;
        other[0x400] ^= 1;
        QByteArray program = sign(other, u"signer"_s, {}, u"exe"_s);
        program[0x400] ^= 1;
        QCOMPARE(stateOf(program), SignatureState::Tampered);
    }

    void othersAreNotValid()
    {
        QCOMPARE(stateOf(m_program), SignatureState::Unsigned);
        QCOMPARE(stateOf(signProgram(u"mail"_s)), SignatureState::WrongUsage);
        QCOMPARE(reportOf(m_signed, {QList<QSslCertificate>(), m_now}).signature,
            (SignatureVerdict{SignatureState::UnknownPublisher, u"Aya's programs"_s}));
        QByteArray broken = m_signed;
        broken[m_program.size() + 8 + 30] ^= 0x55;
        QVERIFY(stateOf(broken) == SignatureState::Malformed || stateOf(broken) == SignatureState::Tampered);
        // A signature of a script is none of a program.
        const QByteArray cut = m_signed.first(m_signed.size() - 200);
        QVERIFY(stateOf(cut) != SignatureState::Valid);
    }

    void aCountersignatureKeepsThemGood()
    {
        const QByteArray stamped =
            signProgram(u"signer"_s, {u"-TSA-certs"_s, path(u"stamper.pem"_s), u"-TSA-key"_s, path(u"stamper.key"_s)});
        QCOMPARE(stateOf(m_signed, 101), SignatureState::Expired);
        QCOMPARE(stateOf(stamped, 101), SignatureState::Valid);
    }

    /// What a second one says counts for nobody who goes by the first; but who looks should see it.
    void everySignatureIsJudged()
    {
        const QByteArray first = signProgram(u"signer"_s, {u"-h"_s, u"sha1"_s});
        const QByteArray nested = sign(first, u"mail"_s, {u"-nest"_s, u"-h"_s, u"sha256"_s}, u"exe"_s);
        const FormatReport report = reportOf(nested, terms());
        QCOMPARE(report.signature.state, SignatureState::Valid);
        QCOMPARE(inside(report.details, u"signature.signature_count"_s), 2);
        QCOMPARE(inside(report.details, u"signature.digest_algorithm"_s), u"sha1"_s);
        QCOMPARE(inside(report.details, u"signature.others.0.nested"_s), true);
        QCOMPARE(inside(report.details, u"signature.others.0.state"_s), u"wrong-usage"_s);
        QCOMPARE(inside(report.details, u"signature.others.0.signer"_s), u"Mail only"_s);
        QCOMPARE(inside(report.details, u"signature.others.0.digest_algorithm"_s), u"sha256"_s);
        QByteArray changed = nested;
        changed[0x400] ^= 1;
        QCOMPARE(inside(reportOf(changed, terms()).details, u"signature.others.0.state"_s), u"tampered"_s);
    }

    // ---- Apple

    void linkersSignAdHoc()
    {
        QByteArray library = fixture(u"libgreet.dylib"_s);
        QCOMPARE(reportOf(library, terms()).signature, (SignatureVerdict{SignatureState::UnknownPublisher, {}}));
        QVERIFY(inside(detailsOf(library), u"architectures.0.code_signature.ad_hoc"_s).toBool());
        library[0x3f00] = 'x';
        QCOMPARE(stateOf(library), SignatureState::Tampered);
        QCOMPARE(stateOf(fixture(u"greeting.macho"_s)), SignatureState::Unsigned);
    }

    void goodLibrariesAreValid()
    {
        const FormatReport report = reportOf(m_library, terms());
        QCOMPARE(report.signature, (SignatureVerdict{SignatureState::Valid, u"Aya's programs"_s}));
        const QString signature = u"architectures.0.code_signature."_s;
        QCOMPARE(inside(report.details, signature + u"identifier"_s), u"org.example.greet"_s);
        QCOMPARE(inside(report.details, signature + u"team_id"_s), u"TEAM123456"_s);
        QCOMPARE(
            inside(report.details, signature + u"entitlements"_s).toMap().value(u"com.apple.security.get-task-allow"_s),
            QCborValue(true));
        QCOMPARE(inside(report.details, signature + u"flags.0"_s), u"runtime"_s);
        QCOMPARE(stateOf(m_library, 101), SignatureState::Expired);
        QCOMPARE(stateOf(signLibrary(u"mail"_s)), SignatureState::WrongUsage);
    }

    void applesExtensionsAreKnown()
    {
        QCOMPARE(stateOf(signLibrary(u"apple"_s)), SignatureState::Valid);
        QCOMPARE(stateOf(signLibrary(u"odd"_s)), SignatureState::UnknownPublisher);
    }

    void changedLibrariesAreTampered_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a load command") << QByteArray("@rpath/libgreet") << QByteArray("@rpath/libgrxet");
        QTest::newRow("entitlements") << QByteArray("<true/>") << QByteArray("<false>");
        QTest::newRow("the identifier") << QByteArray("org.example.greet") << QByteArray("org.example.other");
        QTest::newRow("the team") << QByteArray("TEAM123456") << QByteArray("TEAM123457");
    }
    void changedLibrariesAreTampered()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray library = m_library;
        QVERIFY(library.contains(from));
        library.replace(from, to);
        QCOMPARE(stateOf(library), SignatureState::Tampered);
    }

    void whatFollowsALibraryIsAppended() { QCOMPARE(stateOf(m_library + "more"), SignatureState::Appended); }

    void oneBadMachineSpoilsAll()
    {
        QByteArray tampered = m_library;
        tampered[0x3f00] = 'x';
        QCOMPARE(stateOf(universal(m_library, m_library)), SignatureState::Valid);
        QCOMPARE(stateOf(universal(m_library, tampered)), SignatureState::Tampered);
    }

    // ---- PowerShell, as everything that has a signature

    void signedScriptsAreTold()
    {
        const QByteArray script = sign("Write-Output 1\r\n", u"signer"_s);
        QCOMPARE(reportOf(script, terms()).signature, (SignatureVerdict{SignatureState::Valid, u"Aya's programs"_s}));
        QCOMPARE(reportOf("Write-Output 1\r\n", terms(), u"a.ps1"_s).signature.state, SignatureState::Unsigned);
        QCOMPARE(reportOf("echo 1\n", terms(), u"a.sh"_s).signature.state, SignatureState::None);
    }

private:
    [[nodiscard]] SignatureTerms terms(int days = 0) const
    {
        return {QList{certificate(u"ca"_s)}, m_now.addDays(days)};
    }
    [[nodiscard]] SignatureState stateOf(const QByteArray &bytes, int days = 0) const
    {
        return reportOf(bytes, terms(days)).signature.state;
    }
    [[nodiscard]] QByteArray signProgram(const QString &signer, const QStringList &more = {}) const
    {
        return sign(m_program, signer, more, u"exe"_s);
    }

    static QByteArray big32(quint32 number)
    {
        number = qToBigEndian(number);
        return {reinterpret_cast<const char *>(&number), 4};
    }
    static QByteArray blob(quint32 magic, const QByteArray &content)
    {
        return big32(magic) + big32(quint32(content.size()) + 8) + content;
    }
    static QByteArray sha256(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }

    /// A code directory of version 0x20400 for the first `code` bytes, with the digest of the entitlements in slot 5.
    static QByteArray directory(const QByteArray &code, const QByteArray &entitlements)
    {
        constexpr quint32 headerBytes = 88;
        constexpr quint32 slots5 = 5;
        const QByteArray identifier = QByteArray("org.example.greet") + '\0';
        const QByteArray team = QByteArray("TEAM123456") + '\0';
        const auto digests = quint32(headerBytes + identifier.size() + team.size()) + slots5 * 32;
        const auto pages = quint32((code.size() + 4095) / 4096);
        QByteArray content = big32(0x20400) + big32(0x10000) + big32(digests) + big32(headerBytes) + big32(slots5)
            + big32(pages) + big32(quint32(code.size())) + QByteArray("\x20\x02\0\x0c", 4) + big32(0) + big32(0)
            + big32(quint32(headerBytes + identifier.size())) + QByteArray(36, '\0');
        content += identifier + team + sha256(entitlements) + QByteArray(4 * 32, '\0');
        for (qsizetype at = 0; at < code.size(); at += 4096)
            content += sha256(code.sliced(at, std::min<qsizetype>(4096, code.size() - at)));
        return blob(0xfade0c02, content);
    }

    /// The fixture with a signature of a publisher in the place of its linker's.
    [[nodiscard]] QByteArray signLibrary(const QString &signer) const
    {
        QByteArray library = fixture(u"libgreet.dylib"_s);
        const qsizetype command = signatureCommand(library);
        const auto offset = qFromLittleEndian<quint32>(library.constData() + command + 8);
        constexpr quint32 room = 8192;
        qToLittleEndian(room, library.data() + command + 12);
        library.truncate(offset);
        const QByteArray entitlements = blob(0xfade7171,
            "<plist version=\"1.0\"><dict><key>com.apple.security.get-task-allow</key><true/></dict></plist>");
        const QByteArray pages = directory(library, entitlements);
        write(u"directory"_s, pages);
        run(u"openssl"_s,
            {u"cms"_s, u"-sign"_s, u"-binary"_s, u"-outform"_s, u"DER"_s, u"-nosmimecap"_s, u"-in"_s,
                path(u"directory"_s), u"-signer"_s, path(signer + u".pem"_s), u"-inkey"_s, path(signer + u".key"_s),
                u"-out"_s, path(u"cms"_s)});
        QFile cms(path(u"cms"_s));
        const QByteArray publisher = blob(0xfade0b01, cms.open(QFile::ReadOnly) ? cms.readAll() : QByteArray());
        const quint32 first = 12 + 3 * 8;
        const auto second = quint32(first + pages.size());
        const auto third = quint32(second + entitlements.size());
        const QByteArray index = big32(0) + big32(first) + big32(5) + big32(second) + big32(0x10000) + big32(third);
        const QByteArray signature = blob(0xfade0cc0, big32(3) + index + pages + entitlements + publisher);
        return library + signature + QByteArray(room - signature.size(), '\0');
    }

    /// Where LC_CODE_SIGNATURE stands.
    static qsizetype signatureCommand(const QByteArray &library)
    {
        constexpr quint32 codeSignature = 0x1d;
        qsizetype at = 32;
        while (qFromLittleEndian<quint32>(library.constData() + at) != codeSignature)
            at += qFromLittleEndian<quint32>(library.constData() + at + 4);
        return at;
    }

    static QByteArray universal(const QByteArray &one, const QByteArray &other)
    {
        constexpr quint32 first = 4096;
        const auto second = quint32(first + one.size());
        QByteArray head = big32(0xcafebabe) + big32(2);
        head += big32(0x0100000c) + big32(0) + big32(first) + big32(quint32(one.size())) + big32(12);
        head += big32(0x0100000c) + big32(2) + big32(second) + big32(quint32(other.size())) + big32(12);
        return head + QByteArray(first - head.size(), '\0') + one + other;
    }

    QByteArray m_program;
    QByteArray m_signed;
    QByteArray m_library;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(FormatSignaturesTest)
#include "tst_formatsignatures.moc"
