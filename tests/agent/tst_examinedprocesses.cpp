// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/acts.h"
#include "agent/examination/yara/yaraworker.h"
#include "agent/system/processes/mapsparser.h"
#include "protocol/rules/compiledrules.h"
#include "tests/agent/examineddevice.h"

#include <QElapsedTimer>
#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// A process that does what it is told, says so, and waits.
bool startPython(QProcess &process, const QByteArray &script, const QStringList &arguments)
{
    process.start(u"python3"_s,
        QStringList{u"-c"_s, QString::fromUtf8(script + "\nprint('ready',flush=True)\nimport time\ntime.sleep(1000)\n")}
            + arguments);
    return process.waitForStarted() && process.waitForReadyRead(60'000);
}

/// The most memory that it has had, in KiB.
qint64 peakOf(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/// `analyze process`: what is only in memory, and processes that would rather not be looked at.
class ExaminedProcessesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkerThatIsOnlyInMemory()
    {
        const int memfd = ::memfd_create("kworker", 0);
        QFile sleep(u"/usr/bin/sleep"_s);
        QVERIFY(sleep.open(QFile::ReadOnly));
        const QByteArray content = sleep.readAll();
        QCOMPARE(::write(memfd, content.constData(), size_t(content.size())), content.size());
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"HIDDEN"_s, QString::fromLatin1(Marker));
        process.setProcessEnvironment(environment);
        process.start(u"/proc/%1/fd/%2"_s.arg(QCoreApplication::applicationPid()).arg(memfd), {u"1000"_s});
        QVERIFY(process.waitForStarted());
        const qint64 pid = process.processId();
        ::close(memfd);

        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QCOMPARE(device.run(u"analyze process %1"_s.arg(pid)), QString());
        const QJsonObject finding = device.finding(u"marker"_s);
        QCOMPARE(finding.value(u"part"_s), u"process"_s);
        QCOMPARE(finding.value(u"pid"_s), pid);
        QVERIFY(!device.finding(u"memfd-image"_s).isEmpty());
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
        process.kill();
        QVERIFY(process.waitForFinished());
        QVERIFY(!device.run(u"analyze process %1"_s.arg(pid)).isEmpty());
    }

    void whatWasExaminedWasLookedAt()
    {
        const QTemporaryDir agent;
        const auto acts = std::make_shared<Acts>(agent.path());
        QVERIFY(acts->prepare());
        QProcess process;
        process.start(u"/usr/bin/sleep"_s, {u"1000"_s});
        QVERIFY(process.waitForStarted());
        const QString pid = QString::number(process.processId());
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        device.probe.around.acts = acts;
        const auto plan = [&] {
            return acts->planRemedy({.session = SessionId(1), .type = EntityType::Process, .id = pid});
        };
        QCOMPARE(plan().error().code, ErrorCode::NotLookedAt);
        QCOMPARE(device.run(u"analyze process "_s + pid), QString());
        QVERIFY(plan());
        // What it is known by stands beside the verdict.
        const QJsonObject shown = device.verdict().value(u"details"_s).toObject().value(u"process"_s).toObject();
        QCOMPARE(shown.value(u"name"_s).toString(), u"sleep"_s);
        QCOMPARE(shown.value(u"command_line"_s).toString(), u"/usr/bin/sleep 1000"_s);
        QVERIFY(shown.contains(u"creation_time"_s) && shown.contains(u"user_name"_s));
        process.kill();
        process.waitForFinished();
    }

    /// What is true of a process because it is true of its file stands there once.
    void whatItsFileIsIsSaidOnce()
    {
        const QTemporaryDir folder(u"/tmp/sonde-XXXXXX"_s);
        constexpr auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(folder.path(), everybody));
        const QString path = folder.filePath(u"sleeper"_s);
        QVERIFY(QFile::copy(u"/usr/bin/sleep"_s, path));
        QProcess process;
        process.start(path, {u"1000"_s});
        QVERIFY(process.waitForStarted());
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QCOMPARE(device.run(u"analyze process %1"_s.arg(process.processId())), QString());
        QCOMPARE(std::ranges::count_if(device.probe.rows,
                     [](const QJsonObject &row) { return row.value(u"finding"_s) == u"writable-by-all-place"_s; }),
            1);
        process.kill();
        process.waitForFinished();
    }

    void aFifoAtAMappedPathHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mapped"_s);
        QProcess process;
        QVERIFY(startPython(process,
            "import mmap,os,sys\n"
            "path=sys.argv[1]\n"
            "open(path,'wb').write(b'"
                + Marker
                + "'+bytes(8192))\n"
                  "f=os.open(path,os.O_RDONLY)\n"
                  "m=mmap.mmap(f,0,prot=mmap.PROT_READ|mmap.PROT_EXEC)\n"
                  "m[0]\n"
                  "os.close(f); os.unlink(path); os.mkfifo(path)\n",
            {path}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(device.run(u"analyze process %1"_s.arg(process.processId())), QString());
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(!device.finding(u"deleted-code"_s).isEmpty());
        QCOMPARE(device.verdictWord(), u"suspicious"_s);
        process.kill();
        process.waitForFinished();
    }
    void manyRegionsAreNoTrouble()
    {
        QProcess process;
        // As many as the system lets it have, but some; neighbours have other rights, so that they stay apart.
        QVERIFY(startPython(process,
            "import mmap,sys\n"
            "most=int(open('/proc/sys/vm/max_map_count').read())-2000\n"
            "kept=[]\n"
            "for i in range(min(100000,most)):\n"
            "    m=mmap.mmap(-1,4096,flags=mmap.MAP_PRIVATE,prot=mmap.PROT_READ|(mmap.PROT_WRITE if i%2 else 0))\n"
            "    if i%2: m[0]=1\n"
            "    kept.append(m)\n"
            "kept[1].write(b'"
                + Marker + "')\n",
            {}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, markerRule());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(device.run(u"analyze process %1"_s.arg(process.processId())), QString());
        QVERIFY(timer.elapsed() < 60'000);
        QVERIFY(!device.finding(u"marker"_s).isEmpty());
        process.kill();
        process.waitForFinished();
    }
    void aProcessThatEndsMeanwhileIsNotClean()
    {
        QProcess process;
        QVERIFY(
            startPython(process, "kept=bytearray(200*1024*1024)\nfor i in range(0,len(kept),4096): kept[i]=1\n", {}));
        ExaminedDevice device;
        device.bring(u"mine.yar"_s, "rule never { strings: $a = /never[a-z]{3,9}there/ condition: $a }");
        device.probe.onNews = [&process] { process.kill(); };
        const QString failure = device.run(u"analyze process %1"_s.arg(process.processId()));
        QVERIFY(!failure.isEmpty() || device.verdictWord() != u"clean");
        process.waitForFinished();
    }
    void aLargeProcessTakesLittle()
    {
        QProcess process;
        QVERIFY(startPython(process,
            "import os\nkept=bytearray(os.urandom(1024*1024))*256\nkept[200*1024*1024:200*1024*1024+4]=b'abcd'\n", {}));
        auto worker = YaraWorker::start(examinerProgram());
        QVERIFY(worker);
        const auto rules = CompiledRules::compile({{u"a.yar"_s, markerRule()}});
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.filePath(u"rules"_s));
        QFile file(QString::fromUtf8(path));
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(
            rules->save([&file](const char *bytes, size_t size) { return size_t(file.write(bytes, qint64(size))); }));
        file.close();
        QVERIFY((*worker)->load(Linux::Descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC)), {}));
        const qint64 before = peakOf((*worker)->process());
        QElapsedTimer timer;
        timer.start();
        const auto answer = (*worker)->scanMemory(process.processId(), {});
        qInfo("%lld MiB in %lld ms, %lld MiB more memory", answer->bytes / 1024 / 1024, timer.elapsed(),
            (peakOf((*worker)->process()) - before) / 1024);
        QVERIFY2(answer->stopped.isEmpty(), qPrintable(answer->stopped));
        QVERIFY(answer->bytes >= 256LL * 1024 * 1024);
        QVERIFY(peakOf((*worker)->process()) - before < 40 * 1024);
        process.kill();
        process.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(ExaminedProcessesTest)
#include "tst_examinedprocesses.moc"
