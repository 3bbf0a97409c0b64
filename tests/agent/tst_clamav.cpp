// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/clamd/clamdconfig.h"
#include "agent/examination/clamd/clamdsession.h"
#include "tests/agent/clamdaemon.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/examineddevice.h"

#include <QLocalSocket>
#include <QTest>
#include <fcntl.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

const QString TestFiles = u"/usr/share/clamav-testfiles"_s;

}

/// ClamAV as an engine: its daemon with a database of our own, well, away and broken.
class ClamavTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Behind a socket that systemd holds.
    void clamdIsFoundByItsName()
    {
        const DeviceTree tree;
        tree.write(u"/proc/9/comm"_s, "clamd\n");
        tree.write(u"/proc/77/comm"_s, "clamd\n");
        tree.write(u"/proc/1/comm"_s, "systemd\n");
        tree.write(u"/proc/self/comm"_s, "clamd\n");
        QCOMPARE(processNamed("clamd", tree.root() + "/proc"), 9);
        QCOMPARE(processNamed("freshclam", tree.root() + "/proc"), 0);
        QCOMPARE(processNamed("clamd", tree.root() + "/nowhere"), 0);
    }
    void clamdReplies()
    {
        QVERIFY(!parseClamdReply("3: fd[9]: OK").answer->isInfected);
        QCOMPARE(parseClamdReply("3: fd[9]: OK").id, 3);
        QCOMPARE(parseClamdReply("1: fd[9]: Win.Test.EICAR_HDB-1 FOUND").answer->signature, u"Win.Test.EICAR_HDB-1"_s);
        for (const char *reply : {"1: fd[9]: Can't allocate memory ERROR", "COMMAND READ TIMED OUT", "",
                 "UNKNOWN COMMAND", "1: fd[9]: ", "x: fd[9]: OK", "1: FOUND"})
            QVERIFY2(!parseClamdReply(reply).answer, reply);
    }
    void clamdLimits()
    {
        const ClamdConfig config =
            parseClamdConfig("# x\nLocalSocket /run/a b\nMaxFileSize 50M\nMaxScanSize 0\nAlertExceedsMax yes\n");
        QCOMPARE(config.socket, "/run/a b");
        QCOMPARE(config.mostFileBytes, 50LL * 1024 * 1024);
        QVERIFY(config.mostScanBytes > 1LL << 60);
        QVERIFY(config.saysLimits);
        QCOMPARE(parseClamdConfig("TemporaryDirectory /var/tmp\n").temporary, "/var/tmp");
        QVERIFY(!findClamd(QFile::encodeName(QTemporaryDir().path())));
    }

    void aCorruptedDatabaseMakesNothingClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        const QTemporaryDir folder;
        QFile bad(folder.filePath(u"bad"_s));
        QVERIFY(bad.open(QFile::ReadWrite) && bad.write(ClamDaemon::eicar()) > 0 && bad.flush());
        ClamdSession session(QFile::encodeName(clamd.socket()));
        QVERIFY(session.scan(bad.handle(), std::chrono::seconds(30), {})->isInfected);
        clamd.setSignatures("this is no signature\n");
        QLocalSocket reload;
        reload.connectToServer(clamd.socket());
        QVERIFY(reload.waitForConnected());
        reload.write("zRELOAD\0", 8);
        QVERIFY(reload.waitForReadyRead());
        // It goes on with what it had, or is gone: it never takes the file for a good one.
        for (int i = 0; i < 20; ++i) {
            const auto answer = session.scan(bad.handle(), std::chrono::seconds(30), {});
            QVERIFY(!answer || answer->isInfected);
        }
    }

    void clamavFinds()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        const QString bad = device.write(u"bad"_s, ClamDaemon::eicar());
        const QString good = device.write(u"good"_s, "harmless");
        QCOMPARE(device.run(u"analyze file "_s + bad), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        QCOMPARE(device.verdict().value(u"confidence"_s), u"high"_s);
        QVERIFY(!device.finding(u"Test.Eicar.UNOFFICIAL"_s).isEmpty());
        QCOMPARE(device.run(u"analyze file "_s + good), QString());
        QCOMPARE(device.verdictWord(), u"clean"_s);
        QCOMPARE(device.verdict().value(u"engine"_s), u"clamav"_s);

        const QString large = device.write(u"large"_s, QByteArray(2 * 1024 * 1024, 'x'));
        QCOMPARE(device.run(u"analyze file "_s + large), QString());
        QCOMPARE(device.verdictWord(), u"not-scanned"_s); // clamd would say OK without having looked

        QCOMPARE(device.run(u"scan "_s + device.files.path()), QString());
        QCOMPARE(device.verdictWord(), u"malicious"_s);
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), 3);
        QCOMPARE(counts.value(u"malicious"_s), 1);
        QCOMPARE(counts.value(u"clean"_s), 1);
        QCOMPARE(counts.value(u"not_scanned"_s), 1);
        QCOMPARE(rowWhere(device.probe, u"path"_s, bad).value(u"finding"_s), u"Test.Eicar.UNOFFICIAL"_s);
    }
    /// The package's files: one program in every kind of archive and packer.
    void testFilesAreFound()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        const QFileInfoList files = QDir(TestFiles).entryInfoList(QDir::Files);
        if (files.isEmpty())
            QSKIP("the package clamav-testfiles is not installed");
        ClamDaemon clamd;
        clamd.knowTestFiles();
        QVERIFY(clamd.start());
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        QCOMPARE(device.run(u"scan "_s + TestFiles), QString());
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), files.size());
        // All but what is larger than this daemon looks at.
        const auto large =
            std::ranges::count_if(files, [](const QFileInfo &file) { return file.size() > 1024 * 1024; });
        QCOMPARE(counts.value(u"malicious"_s), files.size() - large);
        QCOMPARE(counts.value(u"not_scanned"_s), large);
    }
    /// clamd says OK to what it has no room to unpack.
    void withoutRoomNothingIsClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        const QFileInfoList files = QDir(TestFiles).entryInfoList(QDir::Files);
        if (files.isEmpty())
            QSKIP("the package clamav-testfiles is not installed");
        ClamDaemon clamd;
        clamd.knowTestFiles();
        if (!clamd.startOnFullDisk())
            QSKIP("nothing may be mounted here");
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        QCOMPARE(device.run(u"scan "_s + TestFiles), QString());
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), files.size());
        QCOMPARE(counts.value(u"clean"_s).toInt(), 0);
        QVERIFY(counts.value(u"malicious"_s).toInt() > 0); // what needs no unpacking
        QCOMPARE(counts.value(u"malicious"_s).toInt() + counts.value(u"not_scanned"_s).toInt(), files.size());
    }
    /// There, away, and there again, while files are scanned.
    void aRestartDuringAScanMakesNothingClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        for (int i = 0; i < 400; ++i)
            device.write(u"file%1"_s.arg(i), i % 2 == 0 ? ClamDaemon::eicar() : QByteArray(20'000, char('a' + i % 26)));
        bool isRestarted = false;
        device.probe.onNews = [&] {
            if (device.probe.progressTold > 20 && !std::exchange(isRestarted, true)) {
                clamd.stop();
                QVERIFY(clamd.start());
            }
        };
        QCOMPARE(device.run(u"scan "_s + device.files.path()), QString());
        QVERIFY(isRestarted);
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), 400);
        QVERIFY(counts.value(u"clean"_s).toInt() <= 200 && counts.value(u"malicious"_s).toInt() <= 200);
        QCOMPARE(counts.value(u"clean"_s).toInt() + counts.value(u"malicious"_s).toInt()
                + counts.value(u"not_scanned"_s).toInt(),
            400);
        // It is asked again when it is there again.
        QVERIFY(counts.value(u"clean"_s).toInt() + counts.value(u"malicious"_s).toInt() > 0);
    }
    void clamavThatGoesAwayMakesNothingClean()
    {
        if (ClamDaemon::program().isEmpty())
            QSKIP("clamd is not installed");
        ClamDaemon clamd;
        QVERIFY(clamd.start());
        ClamdSession session(QFile::encodeName(clamd.socket()));
        QVERIFY(session.version({}));
        const QTemporaryDir folder;
        const Linux::Descriptor file(::open("/usr/bin/env", O_RDONLY | O_CLOEXEC));
        QVERIFY(!session.scan(file.number(), std::chrono::seconds(30), {})->isInfected);
        clamd.stop();
        QCOMPARE(session.scan(file.number(), std::chrono::seconds(30), {}).error().code, ErrorCode::EngineFailed);
        QVERIFY(clamd.start());
        QVERIFY(session.scan(file.number(), std::chrono::seconds(30), {}));

        // While many files are scanned.
        ExaminedDevice device;
        device.probe.around.root = clamd.root();
        for (int i = 0; i < 400; ++i)
            device.write(u"file%1"_s.arg(i), QByteArray(20'000, char('a' + i % 26)));
        device.probe.onNews = [&] {
            if (device.probe.progressTold > 20 && clamd.daemon.state() == QProcess::Running)
                clamd.stop();
        };
        QCOMPARE(device.run(u"scan "_s + device.files.path()), QString());
        const QJsonObject counts = device.verdict().value(u"details"_s).toObject();
        QCOMPARE(counts.value(u"files"_s), 400);
        QCOMPARE(counts.value(u"clean"_s).toInt() + counts.value(u"not_scanned"_s).toInt(), 400);
    }
};

QTEST_GUILESS_MAIN(ClamavTest)
#include "tst_clamav.moc"
