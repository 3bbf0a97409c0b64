// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"
#include "tests/agent/actdevice.h"
#include "tests/windows/plantedfile_windows.h"

#include <QProcess>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// Processes of Windows are ended, and what they run is taken away and comes back.
class TestWindowsActsProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endsOneAndTakesItsImage();
    void endsATree();
    void isAnotherByNow();
    void leavesTheSystemAlone();

private:
    /// A copy of this program, which sleeps.
    void start(const QStringList &arguments);
    [[nodiscard]] static bool runs(qint64 pid) { return ProcessTable().facts(pid).has_value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ActDevice> m_device;
    QString m_program;
    QProcess m_process;
};

void TestWindowsActsProcesses::init()
{
    m_device = std::make_unique<ActDevice>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_program = m_folder->filePath(u"sleeper.exe"_s);
    QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), m_program));
    // It finds its libraries as this process did.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s,
        QDir::toNativeSeparators(QCoreApplication::applicationDirPath()) + u';' + environment.value(u"PATH"_s));
    m_process.setProcessEnvironment(environment);
}

void TestWindowsActsProcesses::cleanup()
{
    m_process.kill();
    m_process.waitForFinished();
}

void TestWindowsActsProcesses::start(const QStringList &arguments)
{
    m_process.start(m_program, arguments);
    QVERIFY(m_process.waitForStarted());
    QVERIFY(m_process.waitForReadyRead()); // its first line
}

void TestWindowsActsProcesses::endsOneAndTakesItsImage()
{
    start({u"sleep"_s});
    const QByteArray image = nativeBytes(m_program);
    QCOMPARE(m_device->failure(u"processes %1"_s.arg(m_process.processId())), QString());
    QCOMPARE(m_device->failure(u"remediate process %1"_s.arg(m_process.processId())), QString());
    QVERIFY(m_process.waitForFinished());
    QVERIFY(!isThere(image));
    QCOMPARE(m_device->failure(u"remediate list"_s), QString());
    const QString act = QString::number(m_device->probe->rows.at(0).value(u"act"_s).toInt());
    QCOMPARE(m_device->failure(u"undo process "_s + act), QString());
    QVERIFY(isThere(image));
    m_process.start(m_program, {u"sleep"_s});
    QVERIFY(m_process.waitForStarted());
}

void TestWindowsActsProcesses::endsATree()
{
    start({u"parent"_s});
    const qint64 child = m_process.readLine().trimmed().toLongLong();
    QVERIFY(child > 0 && runs(child));
    QCOMPARE(m_device->failure(u"remediate process %1 -auto -tree"_s.arg(m_process.processId())), QString());
    QVERIFY(m_process.waitForFinished());
    QTRY_VERIFY(!runs(child));
}

void TestWindowsActsProcesses::isAnotherByNow()
{
    start({u"sleep"_s});
    const qint64 pid = m_process.processId();
    QCOMPARE(m_device->failure(u"processes %1"_s.arg(pid)), QString());
    m_process.kill();
    QVERIFY(m_process.waitForFinished());
    QCOMPARE(
        m_device->run(u"remediate process %1"_s.arg(pid)).failure.value_or(Error()).code, ErrorCode::NoSuchProcess);
    QVERIFY(isThere(nativeBytes(m_program)));
}

void TestWindowsActsProcesses::leavesTheSystemAlone()
{
    const ProcessTable table;
    const auto ids = table.ids();
    QVERIFY(ids);
    QList<qint64> needed{QCoreApplication::applicationPid()};
    for (const qint64 pid : *ids) {
        const QByteArray name = table.facts(pid).value_or(ProcessFacts()).name.toLower();
        if (name == "services.exe" || name == "csrss.exe" || name == "lsass.exe" || name == "wininit.exe" || pid == 4)
            needed += pid;
    }
    QVERIFY(needed.size() > 1);
    for (const qint64 pid : needed)
        QCOMPARE(m_device->run(u"remediate process %1 -auto"_s.arg(pid)).failure.value_or(Error()).code,
            ErrorCode::Protected);
}

/// What the program is when the test starts it.
static int play(const QStringList &arguments)
{
    QProcess child;
    if (arguments.value(1) == u"parent") {
        child.start(QCoreApplication::applicationFilePath(), {u"sleep"_s});
        child.waitForStarted();
    }
    QFile out;
    std::ignore = out.open(stdout, QFile::WriteOnly);
    out.write(QByteArray::number(child.processId()) + '\n');
    out.flush();
    QThread::sleep(60);
    return 0;
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString part = QCoreApplication::arguments().value(1);
    if (part == u"sleep" || part == u"parent")
        return play(QCoreApplication::arguments());
    TestWindowsActsProcesses test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowsactsprocesses.moc"
