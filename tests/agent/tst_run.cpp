// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/engine/heldcommand.h"
#include "agent/system/scripts/scriptprocess.h"
#include "tests/agent/librarydevice.h"

#include <QStandardPaths>
#include <QStringDecoder>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// Processes with the mark of this command in the environment they were started with, however they were detached.
QList<qint64> processesOf(CommandId command)
{
    const QByteArray mark = "SONDE_COMMAND=" + command.toString().toLatin1() + '\0';
    QList<qint64> found;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile environment(u"/proc/%1/environ"_s.arg(name));
        if (name.front().isDigit() && environment.open(QFile::ReadOnly) && environment.readAll().contains(mark))
            found.append(name.toLongLong());
    }
    return found;
}

QString argumentsLine(const QString &name)
{
    return u"run "_s + name + uR"( -parameters '; & | ! $ ( ) "a b" * "" -x')"_s;
}

} // namespace

class RunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_device = std::make_unique<LibraryDevice>();
        m_probe = std::make_unique<CommandProbe>();
        m_probe->order.command = CommandId(m_nextCommand++);
    }
    void cleanup()
    {
        for (const qint64 id : processesOf(m_probe->order.command))
            ::kill(pid_t(id), SIGKILL);
        m_probe.reset();
        m_device.reset();
    }

    // ---- what a script is given

    void argumentsArriveAsTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("sh") << u"a.sh"_s << QByteArray("for a; do printf '[%s]\\n' \"$a\"; done");
        QTest::newRow("bash") << u"a"_s << QByteArray("#!/usr/bin/env bash\nprintf '[%s]\\n' \"$@\"\n");
        QTest::newRow("python") << u"a.py"_s
                                << QByteArray("import sys\nfor a in sys.argv[1:]:\n    print('[' + a + ']')\n");
    }
    void argumentsArriveAsTyped()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, script);
        const Outcome outcome = run(name, script, argumentsLine(name));
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), "[;]\n[&]\n[|]\n[!]\n[$]\n[(]\n[)]\n[a b]\n[*]\n[]\n[-x]\n");
    }

    void surroundingsAreMinimal()
    {
        qputenv("SONDE_TEST_SECRET", "not for scripts");
        m_probe->order.workingDirectory = u"/usr"_s;
        const Outcome outcome =
            run(u"a.sh"_s, "pwd; cat; env | sed 's/=.*//' | sort | tr '\\n' ' '; umask; ls /proc/self/fd | wc -l");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(),
            "/usr\nHOME LANG LOGNAME NO_COLOR PATH POWERSHELL_TELEMETRY_OPTOUT POWERSHELL_UPDATECHECK PWD "
            "PYTHONUNBUFFERED "
            "SHELL SONDE_COMMAND TERM USER 0022\n4\n");
    }

    /// Who spares the agent when memory runs out has not spared its scripts.
    void nobodyIsSparedForIt()
    {
        QFile mine(u"/proc/self/oom_score_adj"_s);
        QVERIFY(mine.open(QFile::ReadWrite | QFile::Unbuffered));
        const QByteArray before = mine.readLine().trimmed();
        QVERIFY(mine.write("300") == 3);
        const Outcome outcome = run(u"a.sh"_s, "cat /proc/self/oom_score_adj");
        mine.write(before);
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), "0\n");
    }

    void namesMayBeAnything()
    {
        const QString name = u"-日本 é'$(id).sh"_s;
        const Outcome outcome = run(name, "basename \"$0\"", u"run \"%1\""_s.arg(name));
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), name.toUtf8() + '\n');
    }

    void nothingIsLeftOfIt()
    {
        QVERIFY(!run(u"a.sh"_s, "exit 0").failure);
        QVERIFY(QDir(m_device->working->scratch()).isEmpty());
    }

    // ---- what it says

    void streamsAreKeptApart()
    {
        const Outcome outcome = run(u"a.sh"_s, "echo out; echo wrong >&2; echo more");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), "out\nmore\n");
        QCOMPARE(m_probe->text(ChunkFormat::ErrorText), "wrong\n");
        QCOMPARE(outcome.exitStatus, 0);
    }

    void outputComesWhileItRuns()
    {
        // It ends only when what it said was seen.
        const QString seen = m_device->folder.filePath(u"seen"_s);
        m_probe->onNews = [&] {
            QFile file(seen);
            QVERIFY(file.open(QFile::WriteOnly));
        };
        const Outcome outcome = run(u"a.py"_s,
            "import os, time\nprint('first')\nwhile not os.path.exists('" + seen.toUtf8()
                + "'):\n    time.sleep(0.01)\n");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), "first\n");
    }

    void muchOutputArrivesWhole()
    {
        const Outcome outcome = run(u"a.sh"_s, "head -c 10485760 /dev/zero | tr '\\0' x; echo end >&2");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text().size(), 10 * 1024 * 1024);
        QCOMPARE(m_probe->text().count('x'), 10 * 1024 * 1024);
        QCOMPARE(m_probe->text(ChunkFormat::ErrorText), "end\n");
        for (const QByteArray &chunk : m_probe->texts[ChunkFormat::Text])
            QVERIFY(chunk.size() < MaxMessageBytes / 2);
    }

    void charactersAreNotCut()
    {
        const QByteArray script = "import sys\nfor i in range(5000):\n    sys.stdout.buffer.write('é日😀'.encode())\n"
                                  "    sys.stdout.flush()\n";
        QVERIFY(!run(u"a.py"_s, script).failure);
        QCOMPARE(m_probe->text(), QByteArray("é日😀").repeated(5000));
        for (const QByteArray &chunk : m_probe->texts[ChunkFormat::Text])
            QVERIFY(chunk.isValidUtf8());
    }

    void anyBytesArrive()
    {
        const Outcome outcome = run(u"a.sh"_s, "printf 'caf\\351 \\000 \\377\\376 \\303'");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->text(), QByteArray("caf\xE9 \0 \xFF\xFE \xC3", 11));
    }

    void aChildThatHoldsTheOutputIsHeard()
    {
        QVERIFY(!run(u"a.sh"_s, "(sleep 0.2; echo late) & echo early").failure);
        QCOMPARE(m_probe->text(), "early\nlate\n");
    }

    // ---- how it ends

    void exitStatusIsTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("status");
        QTest::newRow("3") << QByteArray("exit 3") << 3;
        QTest::newRow("255") << QByteArray("exit 255") << 255;
        QTest::newRow("a signal") << QByteArray("kill -KILL $$") << 128 + SIGKILL;
        QTest::newRow("a pipe without reader") << QByteArray("yes | head -n 1 >&2; exit 7") << 7;
    }
    void exitStatusIsTold()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, status);
        const Outcome outcome = run(u"a.sh"_s, script);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::ExitStatus);
        QCOMPARE(outcome.failure->facts.value(Fact::Actual).toInteger(), status);
        QCOMPARE(outcome.exitStatus, status);
    }

    void whatItLeavesRunningIsNamed()
    {
        const Outcome outcome = run(u"a.sh"_s, "setsid sleep 1000 > /dev/null 2>&1 & echo $!");
        QVERIFY(!outcome.failure);
        QCOMPARE(m_probe->errors.size(), 1);
        QCOMPARE(m_probe->errors.front().code, ErrorCode::ProcessesRemain);
        const auto names = m_probe->errors.front().facts.value(Fact::Processes).toArray();
        QCOMPARE(names.size(), 1);
        const auto id = QString::fromLatin1(m_probe->text().trimmed());
        QVERIFY(names.at(0).toString().endsWith(u" (%1)"_s.arg(id))); // "sleep", or still "setsid"
        QCOMPARE(processesOf(m_probe->order.command).size(), 1);
    }

    // ---- stopping it

    void cancelEndsEveryProcess_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("processes");
        QTest::newRow("itself") << QByteArray("echo ready; sleep 1000; sleep 1000") << 2;
        QTest::newRow("children") << QByteArray("sleep 1000 & sleep 1000 & echo ready; wait") << 3;
        QTest::newRow("a session of its own") << QByteArray("setsid sleep 1000 & echo ready; wait") << 2;
        QTest::newRow("orphans") << QByteArray(
            "(setsid sh -c '(sleep 1000 & sleep 1000 & wait) &' &); sleep 0.2; echo ready; sleep 1000")
                                 << 5;
        QTest::newRow("deaf to SIGTERM") << QByteArray(
            "trap '' TERM; (trap '' TERM; sleep 1000) & echo ready; sleep 1000")
                                         << 4;
        QTest::newRow("forks while it is ended")
            << QByteArray("trap 'setsid sleep 1000 & sleep 1000' TERM; echo ready; while :; do sleep 0.05; done") << 2;
    }
    void cancelEndsEveryProcess()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, processes);
        m_probe->onNews = [this] {
            if (m_probe->text().contains("ready"))
                m_probe->stop.request_stop();
        };
        const Outcome outcome = run(u"a.sh"_s, script);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
        QCOMPARE(processesOf(m_probe->order.command), QList<qint64>());
        QCOMPARE(m_probe->errors.size(), 1);
        QCOMPARE(m_probe->errors.front().code, ErrorCode::Cancelled);
        QVERIFY(m_probe->errors.front().facts.value(Fact::Processes).toInteger() >= processes - 1);
    }

    void doubleForksOfADaemonEnd()
    {
        const QByteArray script = "import os, time\n"
                                  "if os.fork() == 0:\n    os.setsid()\n    if os.fork():\n        os._exit(0)\n"
                                  "    for i in range(3, 64):\n        try: os.close(i)\n        except OSError: pass\n"
                                  "    print('ready')\n    os.chdir('/')\n    time.sleep(1000)\n"
                                  "time.sleep(1000)\n";
        m_probe->onNews = [this] { m_probe->stop.request_stop(); };
        QCOMPARE(run(u"a.py"_s, script).failure->code, ErrorCode::Cancelled);
        QCOMPARE(processesOf(m_probe->order.command), QList<qint64>());
    }

    void whatItSaysAtTheEndIsHeard()
    {
        m_probe->onNews = [this] { m_probe->stop.request_stop(); };
        const Outcome outcome =
            run(u"a.sh"_s, "trap 'echo cleaned; exit 1' TERM; echo ready; while :; do sleep 0.05; done");
        QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
        QCOMPARE(m_probe->text(), "ready\ncleaned\n");
    }

    void theTimeLimitEndsEveryProcess()
    {
        m_device->bring(*m_probe, u"a.sh"_s, "setsid sleep 1000 & sleep 1000");
        Message::RunCommand order = m_probe->order;
        order.invocation = parseLine(u"run a.sh"_s).value();
        HeldCommand command(order, *findCommand(u"run"), m_probe->around, [] {});
        const std::jthread worker([&command] { command.run(); });
        QTRY_COMPARE(processesOf(order.command).size(), 3);
        command.expire();
        std::optional<Message::CommandEnded> end;
        const auto ended = [&] {
            while (const auto message = command.nextMessage()) {
                if (const auto *said = std::get_if<Message::CommandEnded>(&*message))
                    end = *said;
            }
            return end.has_value();
        };
        QTRY_VERIFY(ended());
        QCOMPARE(end->state, CommandState::Expired);
        QCOMPARE(processesOf(order.command), QList<qint64>());
    }

    /// As when the agent is killed: nobody ends the script, its supervisor sees that nobody is there.
    void aScriptWithoutAgentEnds()
    {
        const pid_t agent = ::fork();
        if (agent == 0) {
            const auto script = ScriptProcess::start(
                {{"/bin/sh", "-c", "setsid sleep 1000 & sleep 1000"}, "/", scriptEnvironment(m_probe->order.command)});
            ::pause();
            ::_exit(script ? 0 : 1);
        }
        QTRY_COMPARE(processesOf(m_probe->order.command).size(), 3);
        ::kill(agent, SIGKILL);
        ::waitpid(agent, nullptr, 0);
        QTRY_COMPARE(processesOf(m_probe->order.command), QList<qint64>());
    }

    // ---- what is refused

    void windowsLineEndsAreNamed()
    {
        const Outcome outcome = run(u"a.sh"_s, "#!/bin/sh\necho 1\r\necho 2\r\n");
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::WindowsLineEnds);
        QCOMPARE(outcome.failure->facts.value(Fact::Line).toInteger(), 2);
        QVERIFY(m_probe->texts.empty());
        QVERIFY(!run(u"a.py"_s, "print(1)\r\nprint(2)\r\n").failure);
        QCOMPARE(m_probe->text(), "1\n2\n");
    }

    void aMissingInterpreterIsNamed()
    {
        if (!QStandardPaths::findExecutable(u"pwsh"_s, programFolders()).isEmpty())
            QSKIP("pwsh is installed");
        const Outcome outcome = run(u"a.ps1"_s, "Write-Output 1");
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::NoInterpreter);
        QCOMPARE(outcome.failure->facts.value(Fact::Interpreter).toString(), u"pwsh"_s);
    }

    void whatCannotStartSaysWhy()
    {
        m_probe->order.workingDirectory = u"/nowhere"_s;
        const Outcome outcome = run(u"a.sh"_s, "exit 0");
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
        QCOMPARE(outcome.failure->subject, u"/nowhere"_s);
        const auto script = ScriptProcess::start({{"/nothing/here"}, "/", {}});
        QVERIFY(!script);
        QCOMPARE(script.error().subject, u"/nothing/here"_s);
    }

    void anOpenQuoteRunsNothing()
    {
        const Outcome outcome = run(u"a.sh"_s, "echo run", u"run a.sh -parameters \"it's\""_s);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::UnclosedQuote);
        QVERIFY(m_probe->texts.empty());
    }

private:
    Outcome run(const QString &name, const QByteArray &script, const QString &line = {})
    {
        m_device->bring(*m_probe, name, script);
        return m_probe->run(line.isEmpty() ? u"run "_s + name : line);
    }

    std::unique_ptr<LibraryDevice> m_device;
    std::unique_ptr<CommandProbe> m_probe;
    quint64 m_nextCommand = 7'000'000 + quint64(::getpid()) * 100;
};

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
