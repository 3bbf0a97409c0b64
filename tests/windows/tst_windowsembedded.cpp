// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/inputend.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <QTimer>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace Sonde;

namespace {

constexpr DWORD Patience = 20'000; ///< milliseconds
constexpr int LongestLife = 60'000;

/// This program again in that part, with standard input and output as they are given.
PROCESS_INFORMATION startSelf(const QString &part, HANDLE input, HANDLE output)
{
    STARTUPINFOW start{};
    start.cb = sizeof(start);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = input;
    start.hStdOutput = output;
    start.hStdError = output;
    PROCESS_INFORMATION made{};
    std::wstring line =
        u"\"%1\" %2"_s.arg(QDir::toNativeSeparators(QCoreApplication::applicationFilePath()), part).toStdWString();
    ::CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &made);
    return made;
}

/// Who starts the agent: says its number and goes on for long.
int playMiddle()
{
    const PROCESS_INFORMATION child =
        startSelf(u"child"_s, ::GetStdHandle(STD_INPUT_HANDLE), ::GetStdHandle(STD_OUTPUT_HANDLE));
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(STD_OUTPUT_HANDLE), &child.dwProcessId, sizeof(child.dwProcessId), &written, nullptr);
    ::Sleep(LongestLife);
    return 0;
}

/// As the embedded agent does.
int playChild()
{
    const InputEnd input;
    QObject::connect(&input, &InputEnd::reached, qApp, &QCoreApplication::quit);
    QTimer::singleShot(LongestLife, qApp, [] { QCoreApplication::exit(1); });
    const char ready = 'r';
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(STD_OUTPUT_HANDLE), &ready, 1, &written, nullptr);
    return QCoreApplication::exec();
}

struct Pipe {
    HANDLE reading = nullptr;
    HANDLE writing = nullptr;
};

/// Both ends are inherited: nobody sees its end while somebody lives.
Pipe openPipe()
{
    SECURITY_ATTRIBUTES inherited{sizeof(inherited), nullptr, TRUE};
    Pipe pipe;
    ::CreatePipe(&pipe.reading, &pipe.writing, &inherited, 0);
    return pipe;
}

QByteArray readBytes(const Pipe &pipe, qsizetype count)
{
    QByteArray bytes;
    DWORD read = 1;
    while (bytes.size() < count && read > 0) {
        QByteArray piece(count - bytes.size(), '\0');
        if (!::ReadFile(pipe.reading, piece.data(), DWORD(piece.size()), &read, nullptr))
            break;
        bytes += piece.first(qsizetype(read));
    }
    return bytes;
}

} // namespace

/// An agent that belongs to a workstation ends with it, however that one went.
class TestWindowsEmbedded final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithItsParent();
    void endsWithItsInput();
};

void TestWindowsEmbedded::endsWithItsParent()
{
    const Pipe input = openPipe();
    const Pipe output = openPipe();
    const PROCESS_INFORMATION middle = startSelf(u"middle"_s, input.reading, output.writing);
    QVERIFY(middle.hProcess);
    QByteArray said = readBytes(output, qsizetype(sizeof(DWORD)) + 1); // the child's 'r' may come first
    said.remove(said.startsWith('r') ? 0 : said.size() - 1, 1);
    DWORD id = 0;
    QCOMPARE(size_t(said.size()), sizeof(id));
    memcpy(&id, said.constData(), sizeof(id));
    const HANDLE child = ::OpenProcess(SYNCHRONIZE, FALSE, id);
    QVERIFY(child);
    QVERIFY(::WaitForSingleObject(child, 500) == WAIT_TIMEOUT);
    QVERIFY(::TerminateProcess(middle.hProcess, 1));
    QVERIFY2(::WaitForSingleObject(child, Patience) == WAIT_OBJECT_0, "it goes on, although its input has not ended");
}

void TestWindowsEmbedded::endsWithItsInput()
{
    const Pipe input = openPipe();
    const Pipe output = openPipe();
    ::SetHandleInformation(input.writing, HANDLE_FLAG_INHERIT, 0);
    const PROCESS_INFORMATION child = startSelf(u"child"_s, input.reading, output.writing);
    QVERIFY(child.hProcess);
    QCOMPARE(readBytes(output, 1), "r");
    QVERIFY(::WaitForSingleObject(child.hProcess, 500) == WAIT_TIMEOUT);
    ::CloseHandle(input.writing);
    QVERIFY(::WaitForSingleObject(child.hProcess, Patience) == WAIT_OBJECT_0);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString part = QCoreApplication::arguments().value(1);
    if (part == u"middle" || part == u"child")
        return part == u"middle" ? playMiddle() : playChild();
    TestWindowsEmbedded test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowsembedded.moc"
