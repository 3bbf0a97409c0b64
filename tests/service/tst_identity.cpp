// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "service/identity/password.h"
#include "service/identity/sealedsecret.h"
#include "service/identity/tokens.h"
#include "service/identity/totp.h"
#include "service/rates/addresskey.h"
#include "service/rates/ratelimit.h"
#include "service/store/securefile.h"
#include "service/store/sqlitestore.h"
#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Secrets, passwords and certificates.
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passwordsFitOnlyTheirHash();
    void noCopyOfAPasswordIsLeft();
    void weakPasswordsAreRefused();
    void codesAreThoseOfTheStandard_data();
    void codesAreThoseOfTheStandard();
    void secretsAreWrittenAsLetters();
    void secretsAreSealed();
    void accessTokens();
    void enrolmentTokensAreGoodOnce();
    void secretsOfOneKindAreNotGoodForAnother();
    void ratesAreLimitedPerKey();
    void whatIsGivenBackIsNoMoreThanWasTaken();
    void inventedKeysShutNobodyOut();
    void placesAreNetworks();
    void foldersOfOthersAreRefused();
    void foldersBelowThoseOfOthersAreRefused_data();
    void foldersBelowThoseOfOthersAreRefused();
    void theAuthorityIsKept();
    void theServerIsCalledSondeService();
    void badRequestsGetNoCertificate();
};

void TestIdentity::initTestCase()
{
    startTls();
}

void TestIdentity::passwordsFitOnlyTheirHash()
{
    const QByteArray hash = hashPassword(u"correct horse battery"_s);
    QVERIFY(passwordFits(u"correct horse battery"_s, hash));
    QVERIFY(!passwordFits(u"correct horse batterz"_s, hash));
    QVERIFY(!passwordFits({}, hash));
    QVERIFY(!passwordFits(u"correct horse battery"_s, {}));
    QVERIFY(hash != hashPassword(u"correct horse battery"_s));
    QVERIFY(!hash.contains("correct"));
    // Composed and decomposed forms of one word are one password.
    QVERIFY(passwordFits(u"cafe\u0301 cafe\u0301!"_s, hashPassword(u"caf\u00e9 caf\u00e9!"_s)));
}

/// Of the bytes that are hashed; the text of it belongs to whoever asks.
void TestIdentity::noCopyOfAPasswordIsLeft()
{
#ifndef Q_OS_LINUX
    QSKIP("only where a process reads its own memory");
#else
    // Never in one piece here: what is looked for is made letter by letter.
    const auto letter = [](int i) { return char('a' + (i * 7 + i / 5) % 26); };
    constexpr int Length = 100;
    QString password;
    for (int i = 0; i < Length; ++i)
        password += QLatin1Char(letter(i));
    QVERIFY(!passwordFits(password, hashPassword(password + u"x"_s)));

    QFile maps(u"/proc/self/maps"_s);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    QVERIFY(maps.open(QFile::ReadOnly) && memory >= 0);
    int found = 0;
    for (const QByteArray &line : maps.readAll().split('\n')) {
        if (!line.endsWith("[heap]"))
            continue;
        const auto ends = line.left(line.indexOf(' ')).split('-');
        const qint64 first = ends.at(0).toLongLong(nullptr, 16);
        QByteArray bytes(ends.at(1).toLongLong(nullptr, 16) - first, Qt::Uninitialized);
        const ssize_t got = ::pread(memory, bytes.data(), size_t(bytes.size()), first);
        // The allocator writes into the first bytes of what it got back.
        for (ssize_t at = 0; at + Length < got; ++at) {
            int same = Length / 2;
            while (same < Length && bytes.at(at + same) == letter(same))
                ++same;
            found += same == Length ? 1 : 0;
        }
    }
    ::close(memory);
    QCOMPARE(found, 0);
#endif
}

void TestIdentity::weakPasswordsAreRefused()
{
    QCOMPARE(checkPassword(u"short"_s).error().code, ErrorCode::WeakPassword);
    QVERIFY(checkPassword(u"long enough!"_s));
}

/// RFC 6238, appendix B, for SHA-1: eight digits there, of which ours are the last six.
void TestIdentity::codesAreThoseOfTheStandard_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("1970") << qint64(59) << u"94287082"_s;
    QTest::newRow("2005, before") << qint64(1'111'111'109) << u"07081804"_s;
    QTest::newRow("2005, after") << qint64(1'111'111'111) << u"14050471"_s;
    QTest::newRow("2009") << qint64(1'234'567'890) << u"89005924"_s;
    QTest::newRow("2033") << qint64(2'000'000'000) << u"69279037"_s;
    QTest::newRow("2603") << qint64(20'000'000'000) << u"65353130"_s;
}

void TestIdentity::codesAreThoseOfTheStandard()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, code);
    const QByteArray secret("12345678901234567890");
    const auto time = QDateTime::fromSecsSinceEpoch(seconds);
    const qint64 step = Totp::stepAt(time);
    QCOMPARE(Totp::codeOf(secret, step), code.last(6));
    QCOMPARE(Totp::stepOf(secret, code.last(6), time, 0), std::optional(step));
    QCOMPARE(Totp::stepOf(secret, code.sliced(2, 3) + u' ' + code.last(3), time, 0), std::optional(step));
    QVERIFY(!Totp::stepOf(secret, code.last(6), time, step));
    QVERIFY(!Totp::stepOf(secret, code, time, 0));
    QVERIFY(!Totp::stepOf(secret, {}, time, 0));
}

/// RFC 4648, chapter 10.
void TestIdentity::secretsAreWrittenAsLetters()
{
    const QStringList letters{u""_s, u"MY"_s, u"MZXQ"_s, u"MZXW6"_s, u"MZXW6YQ"_s, u"MZXW6YTB"_s, u"MZXW6YTBOI"_s};
    for (qsizetype length = 0; length < letters.size(); ++length)
        QCOMPARE(Totp::toBase32(QByteArray("foobar").first(length)), letters.at(length));
    QCOMPARE(Totp::makeSecret().size(), 20);
    QVERIFY(Totp::makeSecret() != Totp::makeSecret());
}

void TestIdentity::secretsAreSealed()
{
    const QByteArray key(32, 'k');
    const QByteArray sealed = sealSecret(key, "a secret", "ada");
    QVERIFY(!sealed.contains("secret"));
    QVERIFY(sealSecret(key, "a secret", "ada") != sealed);
    QCOMPARE(openSecret(key, sealed, "ada"), std::optional(QByteArray("a secret")));
    QVERIFY(!openSecret(key, sealed, "eve"));
    QVERIFY(!openSecret(QByteArray(32, 'l'), sealed, "ada"));
    QVERIFY(!openSecret(key, {}, "ada"));
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray other = sealed;
        other[at] = char(other[at] ^ 1);
        QVERIFY(!openSecret(key, other, "ada"));
    }
}

void TestIdentity::accessTokens()
{
    QTemporaryDir directory;
    const auto store = SqliteStore::open(directory.filePath(u"t.db"_s)).value();
    Tokens tokens(*store);
    const auto made = tokens.makeAccess(UserName(u"ada"_s), u"127.0.0.1"_s);
    QCOMPARE(tokens.useAccess(made.secret, u"127.0.0.1"_s).value(), UserName(u"ada"_s));
    QCOMPARE(tokens.useAccess(made.secret, u"192.0.2.1"_s).error().code, ErrorCode::TokenInvalid);
    QCOMPARE(tokens.useAccess(made.secret + u"x"_s, u"127.0.0.1"_s).error().code, ErrorCode::TokenInvalid);
    QVERIFY(!tokens.revokeAccess(made.secret, u"192.0.2.1"_s));
    QCOMPARE(tokens.revokeAccess(made.secret, u"127.0.0.1"_s).value(), UserName(u"ada"_s));
    QVERIFY(!tokens.useAccess(made.secret, u"127.0.0.1"_s));
    store->saveToken(
        SecretKind::Access, {secretHash(u"old"_s), u"ada"_s, {}, QDateTime::currentDateTimeUtc().addSecs(-1)});
    QVERIFY(!tokens.useAccess(u"old"_s, {}));
}

void TestIdentity::enrolmentTokensAreGoodOnce()
{
    QTemporaryDir directory;
    const auto store = SqliteStore::open(directory.filePath(u"t.db"_s)).value();
    Tokens tokens(*store);
    const auto made = tokens.makeEnrolment(u"servers"_s, std::chrono::hours(1));
    QCOMPARE(tokens.redeemEnrolment(made.secret).value(), u"servers"_s);
    QCOMPARE(tokens.redeemEnrolment(made.secret).error().code, ErrorCode::TokenInvalid);
}

void TestIdentity::secretsOfOneKindAreNotGoodForAnother()
{
    QTemporaryDir directory;
    const auto store = SqliteStore::open(directory.filePath(u"t.db"_s)).value();
    Tokens tokens(*store);
    QVERIFY(!tokens.useAccess(tokens.makeEnrolment({}, std::chrono::hours(1)).secret, {}));
    QVERIFY(!tokens.redeemEnrolment(tokens.makeAccess(UserName(u"ada"_s), {}).secret));
}

void TestIdentity::ratesAreLimitedPerKey()
{
    RateLimit limit({3, 1.0 / 3600});
    for (int i = 0; i < 3; ++i)
        QVERIFY(limit.allow(u"a"_s));
    QVERIFY(!limit.allow(u"a"_s));
    QVERIFY(limit.allow(u"b"_s));
    limit.forgive(u"a"_s);
    QVERIFY(limit.allow(u"a"_s));
}

void TestIdentity::whatIsGivenBackIsNoMoreThanWasTaken()
{
    RateLimit limit({3, 1.0 / 3600});
    limit.giveBack(u"a"_s); // it has taken nothing yet
    for (int i = 0; i < 10; ++i) {
        QVERIFY(limit.allow(u"a"_s));
        limit.giveBack(u"a"_s);
    }
    for (int i = 0; i < 3; ++i)
        QVERIFY(limit.allow(u"a"_s));
    QVERIFY(!limit.allow(u"a"_s));
    limit.giveBack(u"a"_s);
    QVERIFY(limit.allow(u"a"_s));
    QVERIFY(!limit.allow(u"a"_s));
}

void TestIdentity::inventedKeysShutNobodyOut()
{
    RateLimit limit({3, 1.0 / 3600});
    for (int i = 0; i < 12'000; ++i)
        QVERIFY(limit.allow(u"invented %1"_s.arg(i)));
    QVERIFY(limit.allow(u"honest"_s));
}

void TestIdentity::placesAreNetworks()
{
    const auto place = [](const char *address) { return placeOf(QHostAddress(QString::fromLatin1(address))); };
    QCOMPARE(place("192.0.2.1"), place("::ffff:192.0.2.1"));
    QVERIFY(place("192.0.2.1") != place("192.0.2.2"));
    QCOMPARE(place("2001:db8:1:2::1"), place("2001:db8:1:2:ffff::9"));
    QVERIFY(place("2001:db8:1:2::1") != place("2001:db8:1:3::1"));
}

void TestIdentity::foldersOfOthersAreRefused()
{
#ifndef Q_OS_UNIX
    QSKIP("folders are closed otherwise here");
#else
    QTemporaryDir directory;
    const QString own = directory.filePath(u"own"_s);
    QVERIFY(makePrivateDirectory(own));
    QVERIFY(makePrivateDirectory(own));
    const QString link = directory.filePath(u"link"_s);
    QVERIFY(QFile::link(own, link));
    QCOMPARE(makePrivateDirectory(link).error().code, ErrorCode::CannotStart);
    const QString open = directory.filePath(u"open"_s);
    QVERIFY(QDir().mkpath(open + u"/within"_s));
    QVERIFY(QFile::setPermissions(open, QFileDevice::Permissions(0x7777)));
    QCOMPARE(makePrivateDirectory(open + u"/within"_s).error().code, ErrorCode::CannotStart);
    if (::geteuid() != 0)
        QSKIP("only root gives folders away");
    constexpr uid_t Nobody = 65534;
    QCOMPARE(::chown(QFile::encodeName(own).constData(), Nobody, Nobody), 0);
    QCOMPARE(makePrivateDirectory(own).error().code, ErrorCode::CannotStart);
#endif
}

void TestIdentity::foldersBelowThoseOfOthersAreRefused_data()
{
    QTest::addColumn<int>("owner");
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("refused");
    constexpr int Other = 65534;
    QTest::newRow("ours") << 0 << 0 << 0755 << false;
    QTest::newRow("ours, its group writes") << 0 << 0 << 0775 << false;
    QTest::newRow("ours, another group writes") << 0 << Other << 0775 << true;
    QTest::newRow("ours, another group writes, sticky") << 0 << Other << 01775 << false;
    QTest::newRow("another's") << Other << 0 << 0755 << true;
    QTest::newRow("another's, sticky") << Other << 0 << 01777 << true;
}

/// Whoever may change a folder above ours may put another one in its place between two of our steps.
void TestIdentity::foldersBelowThoseOfOthersAreRefused()
{
#ifndef Q_OS_UNIX
    QSKIP("folders are closed otherwise here");
#else
    if (::geteuid() != 0)
        QSKIP("only root gives folders away");
    QFETCH(int, owner);
    QFETCH(int, group);
    QFETCH(int, mode);
    QFETCH(bool, refused);
    QTemporaryDir directory;
    const QString parent = directory.filePath(u"parent"_s);
    QVERIFY(QDir().mkpath(parent + u"/between"_s));
    const QByteArray name = QFile::encodeName(parent);
    QVERIFY(::chown(name.constData(), uid_t(owner), gid_t(group)) == 0 && ::chmod(name.constData(), mode_t(mode)) == 0);
    const auto isRefused = [&](const QString &folder) {
        const auto made = makePrivateDirectory(folder + u"/between/data"_s);
        return !made && made.error().code == ErrorCode::CannotStart && made.error().reason.contains(folder);
    };
    QCOMPARE(isRefused(parent), refused);
    // By another way, too: it is the same place.
    const QString link = directory.filePath(u"link"_s);
    QVERIFY(QFile::link(parent, link));
    QCOMPARE(isRefused(link), refused);
    if (refused)
        return;
    QCOMPARE(::lchown(QFile::encodeName(link).constData(), 65534, 65534), 0);
    QVERIFY(isRefused(link));
    // What is missing above it is made so that it is good the next time.
    const mode_t before = ::umask(0);
    QVERIFY(makePrivateDirectory(parent + u"/made/by/us"_s));
    ::umask(before);
    QVERIFY(makePrivateDirectory(parent + u"/made/by/us"_s));
#endif
}

void TestIdentity::theAuthorityIsKept()
{
    QTemporaryDir directory;
    const QString fingerprint = CertificateAuthority::open(directory.path()).value().fingerprint();
    QCOMPARE(fingerprint.size(), 64);
    QCOMPARE(CertificateAuthority::open(directory.path()).value().fingerprint(), fingerprint);
    const auto permissions = QFileInfo(directory.filePath(u"ca.key"_s)).permissions();
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void TestIdentity::theServerIsCalledSondeService()
{
    QTemporaryDir directory;
    const auto authority = CertificateAuthority::open(directory.path()).value();
    const auto server = authority.issueServer({u"soc.example"_s, u"192.0.2.7"_s}).value();
    const auto names = server.chain.first().subjectAlternativeNames();
    for (const auto &name : {u"sonde-service"_s, u"localhost"_s, u"soc.example"_s})
        QVERIFY2(names.values(QSsl::DnsEntry).contains(name), qPrintable(name));
    QVERIFY(names.values(QSsl::IpAddressEntry).contains(u"192.0.2.7"_s));
    QCOMPARE(server.chain.last(), authority.certificate());
    QVERIFY(QSslCertificate::verify(server.chain, u"sonde-service"_s).size()
        <= 1); // at most: this root is not in the system's store
    QVERIFY(!authority.issueServer({u"evil,DNS:other"_s}));
}

void TestIdentity::badRequestsGetNoCertificate()
{
    QTemporaryDir directory;
    const auto authority = CertificateAuthority::open(directory.path()).value();
    QCOMPARE(authority.issueAgent(DeviceId(u"d"_s), "nonsense").error().code, ErrorCode::BadValue);
    QCOMPARE(authority.issueAgent(DeviceId(u"d"_s), {}).error().code, ErrorCode::BadValue);
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
