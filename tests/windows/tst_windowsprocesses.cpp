// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTest>
#include <algorithm>

#include <windows.h>

#include <tlhelp32.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// Asked another way.
QMap<qint64, QByteArray> processesByToolhelp()
{
    QMap<qint64, QByteArray> all;
    const HANDLE snapshot = ::CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof(entry);
    for (BOOL more = ::Process32FirstW(snapshot, &entry); more; more = ::Process32NextW(snapshot, &entry))
        all.insert(entry.th32ProcessID, QString::fromWCharArray(entry.szExeFile).toUtf8());
    ::CloseHandle(snapshot);
    return all;
}

QMap<qint64, QByteArray> processesByTasklist()
{
    QProcess tasklist;
    tasklist.start(u"tasklist.exe"_s, {u"/FO"_s, u"csv"_s, u"/nh"_s});
    tasklist.waitForFinished();
    QMap<qint64, QByteArray> all;
    for (const QByteArray &line : tasklist.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> cells = line.trimmed().split(','); // "name","pid",…
        if (cells.size() > 1)
            all.insert(cells[1].sliced(1).chopped(1).toLongLong(), cells[0].sliced(1).chopped(1));
    }
    return all;
}

} // namespace

/// The processes of this Windows, as the agent lists them and as others do.
class TestWindowsProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfToolhelp();
    void areThoseOfTasklist();
    void knowsItself();
    void knowsAChild();
    void whoEndedIsGone();
};

void TestWindowsProcesses::areThoseOfToolhelp()
{
    const ProcessTable table;
    const auto before = processesByToolhelp();
    const auto ids = table.ids();
    const auto after = processesByToolhelp();
    QVERIFY(ids);
    for (const auto &[pid, name] : before.asKeyValueRange()) {
        if (!after.contains(pid) || pid == 0)
            continue;
        QVERIFY2(std::ranges::contains(*ids, pid), name.constData());
        QCOMPARE(table.facts(pid).value_or(ProcessFacts()).name, name);
    }
    for (const qint64 pid : *ids)
        QVERIFY2(before.contains(pid) || after.contains(pid) || pid == 0, QByteArray::number(pid).constData());
}

void TestWindowsProcesses::areThoseOfTasklist()
{
    const ProcessTable table;
    const auto ids = table.ids();
    const auto others = processesByTasklist();
    QVERIFY(ids && others.size() > 3);
    for (const auto &[pid, name] : others.asKeyValueRange()) {
        if (name != "tasklist.exe" && name != "conhost.exe" && pid != 0)
            QCOMPARE(table.facts(pid).value_or(ProcessFacts()).name, name);
    }
}

void TestWindowsProcesses::knowsItself()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    const auto facts = ProcessTable().facts(QCoreApplication::applicationPid());
    QVERIFY(facts);
    QCOMPARE(facts->name, "tst_windowsprocesses.exe");
    QCOMPARE(QDir::fromNativeSeparators(QString::fromUtf8(facts->image)), QCoreApplication::applicationFilePath());
    QCOMPARE(facts->commandLine, QString::fromWCharArray(::GetCommandLineW()).toUtf8());
    QCOMPARE(QDir(QString::fromUtf8(facts->workingDirectory)), QDir::current());
    QVERIFY(facts->user.endsWith(u'\\' + qEnvironmentVariable("USERNAME")));
    QVERIFY(facts->created < now && facts->created > now - 600'000'000'000);
    QVERIFY(facts->threads >= 1);
    QVERIFY(facts->workingSet > 1'000'000);
    QVERIFY(!facts->imageDeleted);
    DWORD session = 0;
    QVERIFY(::ProcessIdToSessionId(::GetCurrentProcessId(), &session));
    QCOMPARE(facts->session, session);
}

void TestWindowsProcesses::knowsAChild()
{
    QProcess child;
    child.start(u"cmd.exe"_s, {u"/k"_s, u"rem \"a b\" 日本"_s});
    QVERIFY(child.waitForStarted());
    const auto facts = ProcessTable().facts(child.processId());
    QVERIFY(facts);
    QCOMPARE(facts->name.toLower(), "cmd.exe");
    QCOMPARE(facts->parent, QCoreApplication::applicationPid());
    QVERIFY2(facts->commandLine.contains(u"日本"_s.toUtf8()), facts->commandLine.constData());
    QVERIFY(facts->image.toLower().endsWith(R"(\system32\cmd.exe)"));
    child.kill();
    child.waitForFinished();
}

void TestWindowsProcesses::whoEndedIsGone()
{
    QProcess child;
    child.start(u"cmd.exe"_s, {u"/c"_s, u"exit"_s});
    QVERIFY(child.waitForStarted());
    const qint64 pid = child.processId();
    QVERIFY(child.waitForFinished());
    const auto facts = ProcessTable().facts(pid);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::NoSuchProcess);
    QCOMPARE(facts.error().subject, QString::number(pid));
}

QTEST_GUILESS_MAIN(TestWindowsProcesses)

#include "tst_windowsprocesses.moc"
