// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/consolecodepage_windows.h"
#include "agent/system/scripts/scriptprocess.h"
#include "agent/system/windows/servicecontrol_windows.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// This program again, doing what its first argument says.
QByteArray self()
{
    return QDir::toNativeSeparators(QCoreApplication::applicationFilePath()).toUtf8();
}

Result<std::unique_ptr<ScriptProcess>> startSelf(const QByteArrayList &arguments)
{
    // It finds its libraries as this process did, and not as one of the system would.
    QByteArrayList variables = scriptEnvironment(CommandId(7));
    variables.removeIf([](const QByteArray &one) { return one.toLower().startsWith("path="); });
    variables += "PATH=" + qgetenv("PATH");
    return ScriptProcess::start(
        {QByteArrayList{self()} + arguments, QDir::toNativeSeparators(QDir::tempPath()).toUtf8(), variables});
}

ScriptProcess::Output readAll(ScriptProcess &process)
{
    ScriptProcess::Output all;
    QElapsedTimer timer;
    timer.start();
    while (!process.isOver() && !timer.hasExpired(30'000)) {
        const auto piece = process.read(100ms);
        all.text += piece.text;
        all.errors += piece.errors;
    }
    return all;
}

/// What the program is when the test starts it.
int play(const QStringList &arguments)
{
    const QString part = arguments.value(1);
    if (part == u"echo") {
        for (const QString &argument : arguments.sliced(2))
            std::puts(argument.toUtf8().toHex().constData());
        std::fputs("complaint", stderr);
        return 3;
    }
    if (part == u"environment") {
        std::puts(qgetenv("SONDE_COMMAND").constData());
        std::puts(QDir::currentPath().toUtf8().constData());
        return 0;
    }
    if (part == u"page") {
        std::printf("%u\n", ::GetConsoleOutputCP());
        return 0;
    }
    if (part == u"much") {
        const std::string line(1000, 'x');
        for (int i = 0; i < 3000; ++i)
            std::puts(line.c_str());
        return 0;
    }
    if (part == u"parent") { // of one that would go on for long
        STARTUPINFOW start{};
        start.cb = sizeof(start);
        PROCESS_INFORMATION made{};
        std::wstring line = L"\"" + QDir::toNativeSeparators(arguments.value(0)).toStdWString() + L"\" sleep";
        ::CreateProcessW(
            nullptr, line.data(), nullptr, nullptr, FALSE, DETACHED_PROCESS, nullptr, nullptr, &start, &made);
        std::puts("started");
        return 0;
    }
    if (part == u"host") { // an agent, while a script runs
        const auto script = startSelf({"sleep"});
        std::printf("%lld\n", script ? (*script)->running().front() : 0);
        std::fflush(stdout);
        ::Sleep(60'000);
    }
    if (part == u"sleep")
        ::Sleep(60'000);
    return 0;
}

} // namespace

/// Programs with all that they start.
class TestWindowsRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsArrive();
    void environmentAndFolder();
    void codePageIsThatOfTheConsole();
    void batchOfAnotherCodePage();
    void muchOutput();
    void endsEverything();
    void endsWithTheAgent();
    void whatIsNotThere();
};

void TestWindowsRun::argumentsArrive()
{
    const QByteArrayList arguments{
        "", "a b", R"(say "hi")", R"(C:\x\)", R"(\\")", "a;b&c|d$e!(f)%PATH%^", u"日本"_s.toUtf8()};
    const auto process = startSelf(QByteArrayList{"echo"} + arguments);
    QVERIFY2(process, process ? "" : qPrintable(debugText(process.error())));
    const auto output = readAll(**process);
    QByteArrayList arrived;
    const QByteArrayList lines = output.text.split('\n');
    QVERIFY2(lines.size() >= arguments.size(), QByteArray(output.text + output.errors).constData());
    for (const QByteArray &line : lines.first(arguments.size()))
        arrived += QByteArray::fromHex(line.trimmed());
    QCOMPARE(arrived, arguments);
    QCOMPARE(output.errors, "complaint");
    QCOMPARE((*process)->exitStatus(), 3);
    QVERIFY((*process)->running().empty());
}

void TestWindowsRun::environmentAndFolder()
{
    const auto process = startSelf({"environment"});
    QVERIFY(process);
    const QByteArrayList lines = readAll(**process).text.split('\n');
    QCOMPARE(lines.value(0).trimmed(), "7");
    QCOMPARE(QDir(QString::fromUtf8(lines.value(1).trimmed())), QDir::temp());
}

/// What the answer declares is what a program is told that it writes in.
void TestWindowsRun::codePageIsThatOfTheConsole()
{
    const auto process = startSelf({"page"});
    QVERIFY(process);
    QCOMPARE(readAll(**process).text.trimmed(), QByteArray::number(Windows::consoleCodePage()));
    const QByteArrayList variables = scriptEnvironment(CommandId(7));
    QVERIFY(std::ranges::any_of(variables,
        [](const QByteArray &one) { return one.startsWith("PYTHONIOENCODING=") && one.endsWith("replace"); }));
}

/// A script in Shift_JIS, as people in Japan write them: its bytes come as they are.
void TestWindowsRun::batchOfAnotherCodePage()
{
    constexpr UINT japanese = 932;
    const QByteArray said = "\x93\xfa\x96\x7b\x8c\xea"; // "Japanese", in Japanese
    const QTemporaryDir folder;
    QFile script(folder.filePath(u"say.cmd"_s));
    QVERIFY(script.open(QFile::WriteOnly));
    script.write("@echo off\r\nchcp 932 >nul\r\necho " + said + "\r\n");
    script.close();
    const QString interpreter = Windows::withoutVariables(uR"(%SystemRoot%\System32\cmd.exe)"_s);
    const auto process = ScriptProcess::start({{interpreter.toUtf8(), "/d", "/e:on", "/v:off", "/s", "/c",
                                                   QDir::toNativeSeparators(script.fileName()).toUtf8()},
        R"(C:\)", scriptEnvironment(CommandId(7))});
    QVERIFY2(process, process ? "" : qPrintable(debugText(process.error())));
    const auto output = readAll(**process);
    if (::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr)
        QSKIP("Wine's interpreter goes on reading a script in the page that it began with");
    QCOMPARE(output.text.trimmed().toHex(), said.toHex());
    std::array<wchar_t, 8> text{};
    const int length =
        ::MultiByteToWideChar(japanese, 0, output.text.trimmed().constData(), -1, text.data(), int(text.size()));
    QCOMPARE(QString::fromWCharArray(text.data(), length - 1), u"\u65e5\u672c\u8a9e"_s);
}

void TestWindowsRun::muchOutput()
{
    const auto process = startSelf({"much"});
    QVERIFY(process);
    const auto output = readAll(**process);
    QCOMPARE(output.text.count('x'), 3'000'000);
    QCOMPARE((*process)->exitStatus(), 0);
}

void TestWindowsRun::endsEverything()
{
    const auto process = startSelf({"parent"});
    QVERIFY(process);
    QTRY_VERIFY_WITH_TIMEOUT((*process)->exitStatus().has_value(), 30'000);
    QCOMPARE((*process)->running().size(), 1U); // the child, although its parent is gone
    QVERIFY((*process)->endAll());
    QVERIFY((*process)->running().empty());
}

/// Also with one that is killed: its last hold of the job goes with it.
void TestWindowsRun::endsWithTheAgent()
{
    QProcess host;
    host.start(QCoreApplication::applicationFilePath(), {u"host"_s});
    QVERIFY(host.waitForReadyRead(30'000));
    const auto id = DWORD(host.readLine().trimmed().toULongLong());
    const HANDLE script = ::OpenProcess(SYNCHRONIZE, FALSE, id);
    QVERIFY2(script, "no script was started");
    QVERIFY(::WaitForSingleObject(script, 200) == WAIT_TIMEOUT);
    host.kill();
    QVERIFY(::WaitForSingleObject(script, 20'000) == WAIT_OBJECT_0);
    ::CloseHandle(script);
}

void TestWindowsRun::whatIsNotThere()
{
    const auto process = ScriptProcess::start({{R"(C:\nowhere\x.exe)"}, R"(C:\)", scriptEnvironment(CommandId(1))});
    QVERIFY(!process);
    QCOMPARE(process.error().code, ErrorCode::NotFound);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        QStringList{u"echo"_s, u"environment"_s, u"page"_s, u"much"_s, u"parent"_s, u"host"_s, u"sleep"_s}.contains(
            arguments.value(1)))
        return play(arguments);
    TestWindowsRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowsrun.moc"
