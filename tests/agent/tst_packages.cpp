// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/capabilityparser.h"
#include "agent/system/packages/packageparser.h"
#include "agent/system/packages/packages.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

class PackagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- dpkg, in a tree of the test's own

    void dpkgOwnsFiles_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("package");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("plain") << QByteArray("/usr/bin/env") << u"coreutils"_s << QByteArray(16, '\x11');
        QTest::newRow("before the merge of /usr")
            << QByteArray("/usr/bin/ls") << u"coreutils"_s << QByteArray(16, '\x22');
        QTest::newRow("of two architectures") << QByteArray("/usr/lib/libc.so") << u"libc6:amd64"_s << QByteArray();
        QTest::newRow("configuration") << QByteArray("/etc/env conf") << u"coreutils"_s << QByteArray(16, '\x33');
        QTest::newRow("diverted away") << QByteArray("/usr/bin/true.real") << u"coreutils"_s << QByteArray();
        QTest::newRow("diverted to") << QByteArray("/usr/bin/true") << u"othertrue"_s << QByteArray();
        QTest::newRow("a part of a name") << QByteArray("/usr/bin/en") << QString() << QByteArray();
        QTest::newRow("nobody's") << QByteArray("/usr/local/bin/env") << QString() << QByteArray();
    }
    void dpkgOwnsFiles()
    {
        const QTemporaryDir root;
        QDir(root.path()).mkpath(u"usr/bin"_s);
        QVERIFY(::symlink("usr/bin", QFile::encodeName(root.filePath(u"bin"_s)).constData()) == 0);
        const auto info = [](const char *name) { return QString(u"var/lib/dpkg/info/"_s + QLatin1StringView(name)); };
        write(root, info("coreutils.list"), "/.\n/usr/bin/env\n/bin/ls\n/etc/env conf\n/usr/bin/true\n");
        write(root, info("coreutils.md5sums"),
            QByteArray(32, '1') + "  usr/bin/env\n" + QByteArray(32, '2') + "  bin/ls\n");
        write(root, info("libc6:amd64.list"), "/usr/lib/libc.so\n");
        write(root, info("othertrue.list"), "/usr/bin/true\n");
        write(root, u"var/lib/dpkg/diversions"_s, "/usr/bin/true\n/usr/bin/true.real\nothertrue\n");
        write(root, u"var/lib/dpkg/status"_s,
            "Package: libc6\nArchitecture: i386\nVersion: 1\n\nPackage: libc6\nArchitecture: amd64\nVersion: 2\n\n"
            "Package: coreutils\nVersion: 9.1-1\nConffiles:\n /etc/env conf "
                + QByteArray(32, '3') + "\n");
        QFETCH(QByteArray, path);
        QFETCH(QString, package);
        const auto file = packageOf(path, QFile::encodeName(root.path()));
        QCOMPARE(file ? file->package : QString(), package);
        if (!file)
            return;
        QTEST(file->digest, "digest");
        QCOMPARE(file->manager, u"dpkg"_s);
        QCOMPARE(file->isConfiguration, path.startsWith("/etc"));
        if (package.startsWith("libc6"_L1))
            QCOMPARE(file->version, u"2"_s);
    }

    /// A sample of what the machine's own database lists, as dpkg itself answers.
    void agreesWithDpkg()
    {
        if (QStandardPaths::findExecutable(u"dpkg"_s).isEmpty())
            QSKIP("dpkg is not installed");
        QFile list(u"/var/lib/dpkg/info/coreutils.list"_s);
        if (!list.open(QIODevice::ReadOnly))
            QSKIP("dpkg has no packages here");
        const QList<QByteArray> lines = list.readAll().split('\n');
        int asked = 0;
        for (qsizetype i = 0; i < lines.size() && asked < 5; i += 29) {
            if (!lines.at(i).startsWith("/usr/") || lines.at(i).endsWith("/bin"))
                continue;
            QProcess dpkg;
            dpkg.start(u"dpkg"_s, {u"-S"_s, QString::fromUtf8(lines.at(i))});
            QVERIFY(dpkg.waitForFinished());
            const QByteArray answer = dpkg.readAllStandardOutput();
            if (answer.contains(',')) // a folder of many
                continue;
            const auto file = packageOf(lines.at(i));
            QVERIFY2(file, lines.at(i).constData());
            QCOMPARE(file->package.toUtf8(), answer.first(answer.indexOf(": ")));
            ++asked;
        }
        QVERIFY(asked > 0);
    }

    // ---- others

    void apkOwnsFiles()
    {
        const QByteArray installed =
            "C:Q1abc=\nP:musl\nV:1.2.4-r2\nF:lib\nR:libc.musl-x86_64.so.1\na:0:0:777\n"
            "Z:Q1AAECAwQFBgcICQoLDA0ODxAREhM=\nR:ld.so\n\nP:busybox\nV:1.36\nF:bin\nR:busybox\n"
            "Z:Q1AAECAwQFBgcICQoLDA0ODxAREhM=\nF:\nR:rootfile\n";
        const auto library = Linux::apkOwner(installed, "/lib/libc.musl-x86_64.so.1").value();
        QCOMPARE(library.package, u"musl"_s);
        QCOMPARE(library.version, u"1.2.4-r2"_s);
        QCOMPARE(library.digest.toHex(), "000102030405060708090a0b0c0d0e0f10111213");
        QCOMPARE(Linux::apkOwner(installed, "/bin/busybox")->package, u"busybox"_s);
        QCOMPARE(Linux::apkOwner(installed, "/lib/ld.so")->digest, QByteArray());
        QCOMPARE(Linux::apkOwner(installed, "/rootfile")->package, u"busybox"_s);
        QVERIFY(!Linux::apkOwner(installed, "/lib/busybox"));
    }

    void pacmanOwnsFiles()
    {
        const QTemporaryDir root;
        const auto local = u"var/lib/pacman/local/bash-5.2-1/"_s;
        write(root, local + u"desc"_s, "%NAME%\nbash\n\n%VERSION%\n5.2-1\n\n");
        write(root, local + u"files"_s, "%FILES%\nusr/\nusr/bin/\nusr/bin/bash\nusr/share/a b\n");
        const QByteArray mtree = "#mtree\n./usr/bin/bash time=1 size=1 md5digest=00 sha256digest=" + QByteArray(64, 'a')
            + "\n./usr/share/a\\040b sha256digest=" + QByteArray(64, 'b') + " mode=644\n";
        write(root, local + u"mtree"_s, compressed(mtree));
        const auto bash = packageOf("/usr/bin/bash", QFile::encodeName(root.path())).value();
        QCOMPARE(bash.package, u"bash"_s);
        QCOMPARE(bash.version, u"5.2-1"_s);
        QCOMPARE(bash.digest, QByteArray(32, '\xaa'));
        QCOMPARE(packageOf("/usr/share/a b", QFile::encodeName(root.path()))->digest, QByteArray(32, '\xbb'));
        QVERIFY(!packageOf("/usr/bin/bas", QFile::encodeName(root.path())));
    }

    void rpmAnswers()
    {
        const QByteArray answer = "bash\t5.2-1.x86_64\n/usr/bin/sh\tffff\n/usr/bin/bash\t" + QByteArray(64, 'c')
            + "\n\nother\t1\n/usr/bin/bash\t00\n\n";
        const auto file = Linux::rpmOwner(answer, "/usr/bin/bash").value();
        QCOMPARE(file.package, u"bash"_s);
        QCOMPARE(file.digest, QByteArray(32, '\xcc'));
        QVERIFY(!Linux::rpmOwner("file /x is not owned by any package\n", "/x"));
        QVERIFY(!Linux::rpmOwner({}, "/x"));
    }

    // ---- capabilities

    void parsesCapabilities_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *hex, const QString &text) {
            QTest::addRow("%s", hex) << QByteArray::fromHex(hex) << text;
        };
        // As setcap wrote them, and getcap reads them.
        row("0100000200200000000000000000000000000000", u"cap_net_raw=ep"_s);
        row("0000000200240000000000000000000000000000", u"cap_net_bind_service,cap_net_raw=p"_s);
        row("0100000202000000040000000000000080000000", u"cap_dac_read_search,cap_bpf=ei cap_dac_override=ep"_s);
        row("01000003002000000000000000000000000000 00e8030000", u"cap_net_raw=ep [rootid=1000]"_s);
        row("", QString());
        row("0100000200200000", QString());
        row("01000009002000000000000000000000000000 00", QString());
    }
    void parsesCapabilities()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto told = Linux::parseCapabilities(bytes);
        if (text.isEmpty()) {
            QVERIFY(!told);
            return;
        }
        QCOMPARE(told.value(), text);
    }

private:
    static void write(const QTemporaryDir &root, const QString &path, const QByteArray &content)
    {
        const QString whole = root.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    static QByteArray compressed(const QByteArray &bytes)
    {
        QProcess gzip;
        gzip.start(u"gzip"_s, {u"-c"_s});
        gzip.write(bytes);
        gzip.closeWriteChannel();
        gzip.waitForFinished();
        return gzip.readAllStandardOutput();
    }
};

QTEST_GUILESS_MAIN(PackagesTest)
#include "tst_packages.moc"
