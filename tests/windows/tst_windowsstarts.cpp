// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/connections.h"
#include "agent/system/persistence/persistence.h"
#include "agent/system/services/services.h"
#include "agent/system/startup/startupfolders.h"
#include "agent/system/tasks/scheduledtasks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

/// A value that is taken away with the test.
class PlantedValue final
{
    Q_DISABLE_COPY_MOVE(PlantedValue)

public:
    PlantedValue(HKEY hive, QString key, QString name, const QString &text, REGSAM view)
        : m_hive(hive)
        , m_key(std::move(key))
        , m_name(std::move(name))
        , m_view(view)
    {
        HKEY open = nullptr;
        m_planted = ::RegCreateKeyExW(hive, wide(m_key), 0, nullptr, 0, KEY_ALL_ACCESS | view, nullptr, &open, nullptr)
                == ERROR_SUCCESS
            && ::RegSetValueExW(open, wide(m_name), 0, REG_SZ, reinterpret_cast<const BYTE *>(text.utf16()),
                   DWORD((text.size() + 1) * 2))
                == ERROR_SUCCESS;
        ::RegCloseKey(open);
    }
    ~PlantedValue()
    {
        HKEY open = nullptr;
        ::RegOpenKeyExW(m_hive, wide(m_key), 0, KEY_ALL_ACCESS | m_view, &open);
        ::RegDeleteValueW(open, wide(m_name));
        ::RegCloseKey(open);
    }

    [[nodiscard]] bool isPlanted() const { return m_planted; }

private:
    static const wchar_t *wide(const QString &text) { return reinterpret_cast<const wchar_t *>(text.utf16()); }

    HKEY m_hive;
    QString m_key;
    QString m_name;
    REGSAM m_view;
    bool m_planted = false;
};

/// All that a method found of one command.
std::vector<PersistenceEntry> entriesWith(const PersistenceList &list, const QByteArray &command)
{
    std::vector<PersistenceEntry> found;
    std::ranges::copy_if(list.entries, std::back_inserter(found),
        [&](const PersistenceEntry &entry) { return entry.command.contains(command); });
    return found;
}

} // namespace

/// What starts on Windows, planted, and as its own programs list it.
class TestWindowsStarts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servicesAreThoseOfSc();
    void aServiceWithALibrary();
    void aTask();
    void aStartupItem();
    void aListeningSocket();
    void persistence_data();
    void persistence();
};

void TestWindowsStarts::servicesAreThoseOfSc()
{
    const auto list = listServices("/", {});
    QVERIFY(list);
    QVERIFY(list->services.size() > 5);
    QSet<QByteArray> known;
    for (const Service &service : list->services) {
        known += service.name.toLower();
        const QByteArray said = outputOf(u"sc.exe"_s, {u"query"_s, QString::fromUtf8(service.name)});
        const bool isRunning = said.contains("RUNNING");
        if (said.contains("STATE"))
            QCOMPARE(service.state == u"running", isRunning);
        QVERIFY2(!service.commandLine.isEmpty() || service.state.isEmpty(), service.name.constData());
    }
    QCOMPARE(known.size(), qsizetype(list->services.size()));
    QVERIFY(known.contains("eventlog") || known.contains("plugplay"));
}

void TestWindowsStarts::aServiceWithALibrary()
{
    const SC_HANDLE manager = ::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_ALL_ACCESS);
    const SC_HANDLE made = ::CreateServiceW(manager, L"SondeTest", L"Sonde's test", SERVICE_ALL_ACCESS,
        SERVICE_WIN32_SHARE_PROCESS, SERVICE_AUTO_START, SERVICE_ERROR_NORMAL,
        LR"(%SystemRoot%\system32\svchost.exe -k netsvcs)", nullptr, nullptr, L"RpcSs\0", nullptr, nullptr);
    QVERIFY(made);
    Service found;
    PersistenceEntry entry;
    {
        const PlantedValue library(HKEY_LOCAL_MACHINE, uR"(SYSTEM\CurrentControlSet\Services\SondeTest\Parameters)"_s,
            u"ServiceDll"_s, uR"(C:\evil\x.dll)"_s, 0);
        const auto list = listServices("/", {});
        QVERIFY(list);
        const auto place = std::ranges::find(list->services, "SondeTest", &Service::name);
        found = place == list->services.end() ? Service() : *place;
        const auto entries = entriesWith(listPersistence("/", {}).value_or(PersistenceList()), "x.dll");
        entry = entries.empty() ? PersistenceEntry() : entries.front();
    }
    ::DeleteService(made);
    ::CloseServiceHandle(made);
    ::CloseServiceHandle(manager);
    QCOMPARE(found.displayName, "Sonde's test");
    QCOMPARE(found.binary, R"(C:\evil\x.dll)");
    QCOMPARE(found.commandLine, R"(%SystemRoot%\system32\svchost.exe -k netsvcs)");
    QCOMPARE(found.startType, u"automatic"_s);
    QCOMPARE(found.type, u"shared process"_s);
    QCOMPARE(found.state, u"stopped"_s);
    QCOMPARE(found.dependencies, QByteArrayList{"RpcSs"});
    QCOMPARE(entry.method, u"service_dlls"_s);
}

void TestWindowsStarts::aTask()
{
    const QString xml =
        uR"(<?xml version="1.0"?><Task xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task" version="1.2">
<RegistrationInfo><Author>anna</Author></RegistrationInfo>
<Triggers><LogonTrigger/><CalendarTrigger><StartBoundary>2026-01-01T03:00:00</StartBoundary><ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>
<Principals><Principal id="Author"><LogonType>InteractiveToken</LogonType></Principal></Principals>
<Settings/><Actions Context="Author"><Exec><Command>C:\evil\x.exe</Command><Arguments>-a "b c"</Arguments></Exec></Actions></Task>)"_s;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"task.xml"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("\xff\xfe" + QByteArray(reinterpret_cast<const char *>(xml.utf16()), xml.size() * 2));
    file.close();
    const QByteArray said = outputOf(u"schtasks.exe"_s,
        {u"/create"_s, u"/tn"_s, uR"(\SondeTest)"_s, u"/xml"_s, QDir::toNativeSeparators(file.fileName()), u"/f"_s});
    const auto list = listScheduledTasks("/", QDateTime::currentSecsSinceEpoch(), {});
    QFile kept(uR"(C:\windows\system32\Tasks\SondeTest)"_s);
    const QByteArray definition =
        kept.open(QFile::ReadOnly) ? kept.readAll().replace('\0', QByteArray()) : QByteArray();
    kept.close();
    outputOf(u"schtasks.exe"_s, {u"/delete"_s, u"/tn"_s, uR"(\SondeTest)"_s, u"/f"_s});
    QVERIFY(list);
    const auto found = std::ranges::find(list->tasks, R"(\SondeTest)", &ScheduledTask::id);
    QVERIFY2(found != list->tasks.end(), said.constData());
    QCOMPARE(found->author, "anna");
    // Wine's scheduler does not list tasks, and that is said.
    QCOMPARE(found->kind, list->errors.empty() ? u"task scheduler"_s : u"file only"_s);
    QVERIFY(found->enabled);
    QCOMPARE(found->actions.size(), 1U);
    if (!definition.contains("x.exe"))
        QSKIP("Wine's scheduler does not keep what a task does");
    QCOMPARE(found->actions[0].command, R"(C:\evil\x.exe)");
    QCOMPARE(found->actions[0].arguments, R"(-a "b c")");
    QCOMPARE(found->triggers.size(), 2U);
    QCOMPARE(found->triggers[0].type, u"logon"_s);
    QCOMPARE(found->triggers[1].type, u"calendar"_s);
    QVERIFY2(found->triggers[1].schedule.contains("2026-01-01T03:00:00"), found->triggers[1].schedule.constData());
}

void TestWindowsStarts::aStartupItem()
{
    const QString folder = QDir::fromNativeSeparators(qEnvironmentVariable("APPDATA"))
        + u"/Microsoft/Windows/Start Menu/Programs/Startup"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + u"/sondetest.cmd"_s);
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    const auto list = listStartupItems("/", {});
    file.remove();
    QVERIFY(list);
    const auto found = std::ranges::find(list->items, "sondetest.cmd", &StartupItem::name);
    QVERIFY(found != list->items.end());
    QCOMPARE(QDir::fromNativeSeparators(QString::fromUtf8(found->path)).toLower(), file.fileName().toLower());
    QVERIFY(found->enabled);
    QVERIFY2(found->user.endsWith(qEnvironmentVariable("USERNAME").toUtf8()), found->user.constData());
}

void TestWindowsStarts::aListeningSocket()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto list = listConnections({});
    QVERIFY(list);
    const auto found = std::ranges::find_if(list->connections,
        [&](const Connection &one) { return one.transport == Transport::Tcp && one.localPort == server.serverPort(); });
    QVERIFY(found != list->connections.end());
    QCOMPARE(found->status, u"LISTENING"_s);
    QCOMPARE(found->localAddress, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(found->remotePort, 0U);
    QCOMPARE(found->pid, QCoreApplication::applicationPid());
}

void TestWindowsStarts::persistence_data()
{
    QTest::addColumn<bool>("ofMachine");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("in32Bits");
    QTest::addColumn<QString>("method");
    const auto row = [](const char *title, bool ofMachine, const QString &key, const QString &name, bool in32Bits,
                         const QString &method) {
        QTest::newRow(title) << ofMachine << key << name << in32Bits << method;
    };
    const QString run = uR"(Software\Microsoft\Windows\CurrentVersion\Run)"_s;
    const QString nt = uR"(Software\Microsoft\Windows NT\CurrentVersion)"_s;
    const QString control = uR"(SYSTEM\CurrentControlSet\Control)"_s;
    row("run, everybody's", true, run, u"x"_s, false, u"run_keys"_s);
    row("run, everybody's, 32 bits", true, run, u"x"_s, true, u"run_keys"_s);
    row("run, one's own", false, run, u"x"_s, false, u"run_keys"_s);
    row("run once", true, run + u"Once"_s, u"x"_s, false, u"run_keys"_s);
    row("run by policy", false, uR"(Software\Microsoft\Windows\CurrentVersion\Policies\Explorer\Run)"_s, u"x"_s, false,
        u"run_keys"_s);
    row("shell of winlogon", true, nt + uR"(\Winlogon)"_s, u"Taskman"_s, false, u"winlogon"_s);
    row("debugger of a program", true, nt + uR"(\Image File Execution Options\sethc.exe)"_s, u"Debugger"_s, false,
        u"image_file_execution_options"_s);
    row("monitor of a program", true, nt + uR"(\SilentProcessExit\notepad.exe)"_s, u"MonitorProcess"_s, false,
        u"silent_process_exit"_s);
    row("every program's library", true, nt + uR"(\Windows)"_s, u"AppInit_DLLs"_s, false, u"appinit_dlls"_s);
    row("every program's library, 32 bits", true, nt + uR"(\Windows)"_s, u"AppInit_DLLs"_s, true, u"appinit_dlls"_s);
    row("library of who starts others", true, control + uR"(\Session Manager\AppCertDlls)"_s, u"x"_s, false,
        u"appcert_dlls"_s);
    row("at boot", true, control + uR"(\Session Manager)"_s, u"SetupExecute"_s, false, u"boot_execute"_s);
    row("print monitor", true, control + uR"(\Print\Monitors\SondeTest)"_s, u"Driver"_s, false, u"print_monitors"_s);
    row("time provider", true, uR"(SYSTEM\CurrentControlSet\Services\W32Time\TimeProviders\SondeTest)"_s, u"DllName"_s,
        false, u"time_providers"_s);
    row("netsh", true, uR"(Software\Microsoft\NetSh)"_s, u"x"_s, false, u"netsh_helpers"_s);
    row("logon script", false, u"Environment"_s, u"UserInitMprLogonScript"_s, false, u"logon_script"_s);
    row("screen saver", false, uR"(Control Panel\Desktop)"_s, u"SCRNSAVE.EXE"_s, false, u"screensaver"_s);
    row("command processor", false, uR"(Software\Microsoft\Command Processor)"_s, u"AutoRun"_s, false,
        u"command_processor"_s);
    row("a class of one's own", false,
        uR"(Software\Classes\CLSID\{11111111-2222-3333-4444-555555555555}\InprocServer32)"_s, QString(), false,
        u"com_hijack"_s);
    row("active setup", true, uR"(Software\Microsoft\Active Setup\Installed Components\SondeTest)"_s, u"StubPath"_s,
        false, u"active_setup"_s);
    row("Office", false, uR"(Software\Microsoft\Office test\Special\Perf)"_s, QString(), false, u"office"_s);
}

void TestWindowsStarts::persistence()
{
    QFETCH(const bool, ofMachine);
    QFETCH(const QString, key);
    QFETCH(const QString, name);
    QFETCH(const bool, in32Bits);
    // One that an earlier test, which was ended, has not left behind.
    const QString command = uR"(C:\evil\sondetest%1.exe)"_s.arg(QCoreApplication::applicationPid());
    const PlantedValue value(ofMachine ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER, key, name, command,
        in32Bits ? KEY_WOW64_32KEY : KEY_WOW64_64KEY);
    QVERIFY(value.isPlanted());
    const auto list = listPersistence("/", {});
    QVERIFY(list);
    const auto found = entriesWith(*list, command.toUtf8());
    QCOMPARE(found.size(), 1U);
    QTEST(found[0].method, "method");
    QVERIFY(found[0].modified.value_or(0) > 0);
    QVERIFY2(found[0].attack.startsWith(u'T'), qPrintable(found[0].attack));
    QCOMPARE(found[0].details.value(u"registry_view"_s).toInteger(64), in32Bits ? 32 : 64);
    QVERIFY2(
        found[0].path.startsWith(ofMachine ? R"(HKEY_LOCAL_MACHINE\)" : R"(HKEY_USERS\)"), found[0].path.constData());
}

QTEST_GUILESS_MAIN(TestWindowsStarts)

#include "tst_windowsstarts.moc"
