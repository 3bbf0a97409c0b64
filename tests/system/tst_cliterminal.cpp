// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/embeddedcli.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <cstdlib>
#include <fcntl.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// An escape sequence, a control of ISO 6429 in one character, text that runs backwards, and a line that somebody else wrote.
QString hostileText()
{
    return u"\u001b]52;c;aGk=\u0007\u009b2J\u202etxt.exe\nforged"_s;
}

/// Nothing in it that a terminal obeys.
bool harmless(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto obeyed = {u'\u001b', u'\u009b', u'\u202e', u'\u0007'};
    return std::ranges::none_of(obeyed, [&](char16_t character) { return text.contains(QChar(character)); });
}

/// sonde-cli at a terminal of its own, at which the test types.
class TypingTerminal final
{
public:
    explicit TypingTerminal(const QStringList &arguments)
    {
        const std::string program = TestTenant::program(u"sonde-cli"_s).toStdString();
        std::vector<std::string> words{program};
        for (const QString &argument : arguments)
            words.push_back(argument.toStdString());
        std::vector<char *> pointers;
        for (std::string &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        m_pid = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_pid == 0) {
            ::execv(program.c_str(), pointers.data());
            ::_exit(127);
        }
        ::fcntl(m_terminal, F_SETFL, O_NONBLOCK);
    }
    ~TypingTerminal()
    {
        if (!hasEnded()) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        ::close(m_terminal);
    }
    Q_DISABLE_COPY_MOVE(TypingTerminal)

    [[nodiscard]] bool isOpen() const { return m_pid > 0; }
    void type(const QByteArray &keys) { std::ignore = ::write(m_terminal, keys.constData(), size_t(keys.size())); }
    /// All that stands on it so far.
    [[nodiscard]] QByteArray shown()
    {
        char bytes[4096];
        for (ssize_t count = 0; (count = ::read(m_terminal, bytes, sizeof bytes)) > 0;)
            m_shown.append(bytes, count);
        return m_shown;
    }
    [[nodiscard]] bool isEchoing() const
    {
        termios modes{};
        return ::tcgetattr(m_terminal, &modes) == 0 && (modes.c_lflag & ECHO);
    }
    [[nodiscard]] bool hasEnded() { return m_ended || (m_ended = ::waitpid(m_pid, &m_status, WNOHANG) == m_pid); }
    [[nodiscard]] int exitCode() const { return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1; }

private:
    int m_terminal = -1;
    pid_t m_pid = -1;
    QByteArray m_shown;
    int m_status = 0;
    bool m_ended = false;
};

} // namespace

/// sonde-cli at a terminal, which what comes from elsewhere must not command, and where passwords are typed.
class TestCliTerminal final : public QObject, private EmbeddedCli
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeTenant(); }
    void terminalIsNotCommanded();
    void jsonKeepsWhatIsHostile();
    void scriptCannotCommandATerminal();
    void passwordsAreNotShown_data();
    void passwordsAreNotShown();
    void whoeverInterruptsSeesTheirTyping();
    void passwordFilesAreLookedAt_data();
    void passwordFilesAreLookedAt();
    void itLeavesNoCore();
};

/// What a device or another analyst wrote is shown with marks: nothing of it reaches a terminal as a command.
void TestCliTerminal::terminalIsNotCommanded()
{
    const QString script = writeFile(u"hostile.sh"_s, "#!/bin/sh\nprintf '\\033[31mred\\n'\n");
    const auto uploaded = cli({u"library"_s, u"upload"_s, script, u"--description"_s, hostileText()});
    QVERIFY2(uploaded.status == 0, uploaded.errors.constData());
    const QString file = m_directory.filePath(hostileText());
    const QStringList session{u"exec"_s, u"this"_s, u"library"_s, u"fileinfo '%1'"_s.arg(file), hostileText()};
    for (const QStringList &verb : {session, QStringList{u"library"_s}, {u"journal"_s}, {u"devices"_s, hostileText()},
             {u"library"_s, u"delete"_s, hostileText()}, {u"exec"_s, hostileText(), u"dir"_s}, {hostileText()}}) {
        const auto run = cli(verb);
        QVERIFY2(harmless(run.output), run.output.constData());
        QVERIFY2(harmless(run.errors), run.errors.constData());
        // What was said of it stays one line.
        QVERIFY2(!run.errors.contains("\nforged") && !run.output.contains("\nforged"), run.errors.constData());
    }
}

void TestCliTerminal::jsonKeepsWhatIsHostile()
{
    const auto list = cli({u"--output"_s, u"json"_s, u"library"_s, u"list"_s});
    QVERIFY2(harmless(list.output), list.output.constData());
    QCOMPARE(jsonLines(list.output).value(0).value("description"_L1).toString(), hostileText());
    const auto rows = cli({u"exec"_s, u"this"_s, u"library -output json"_s});
    QVERIFY2(harmless(rows.output), rows.output.constData());
    QCOMPARE(QJsonDocument::fromJson(rows.output).array().first().toObject().value("description"_L1).toString(),
        hostileText());
}

/// To a pipe or a file a script's output goes as it is; to a terminal it does not.
void TestCliTerminal::scriptCannotCommandATerminal()
{
    const QStringList verb{u"exec"_s, u"this"_s, u"run hostile.sh"_s};
    const auto piped = cli(verb);
    QVERIFY2(piped.status == 0, piped.errors.constData());
    QCOMPARE(piped.output, QByteArray("\x1b[31mred\n"));

    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
    QProcess process;
    process.setStandardOutputFile(QString::fromLocal8Bit(ptsname(terminal)));
    process.start(TestTenant::program(u"sonde-cli"_s), arguments(verb));
    QVERIFY(process.waitForStarted());
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    QByteArray shown(4096, '\0');
    shown.resize(std::max<ssize_t>(0, ::read(terminal, shown.data(), size_t(shown.size()))));
    ::close(terminal);
    QVERIFY2(shown.contains("[U+001B][31mred"), shown.constData());
    QVERIFY(!shown.contains('\x1b'));
}

void TestCliTerminal::passwordsAreNotShown_data()
{
    QTest::addColumn<QList<QByteArray>>("answers");
    QTest::addColumn<int>("status");
    QTest::newRow("the same twice") << QList<QByteArray>{"open sesame, please", "open sesame, please"} << 0;
    QTest::newRow("two that differ") << QList<QByteArray>{"open sesame, please", "open sesame, thanks"} << 2;
}

void TestCliTerminal::passwordsAreNotShown()
{
    QFETCH(QList<QByteArray>, answers);
    QFETCH(int, status);
    const QString name = u"typist-%1"_s.arg(status);
    TypingTerminal terminal(arguments({u"users"_s, u"add"_s, name}));
    QVERIFY(terminal.isOpen());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(terminal.shown().count(':'), i + 1, 60'000);
        QVERIFY(!terminal.isEchoing());
        terminal.type(answers.at(i) + '\n');
    }
    QTRY_VERIFY_WITH_TIMEOUT(terminal.hasEnded(), 60'000);
    QCOMPARE(terminal.exitCode(), status);
    QVERIFY2(!terminal.shown().contains("sesame"), terminal.shown().constData());
    QVERIFY(terminal.isEchoing());
    const auto users = cli({u"--output"_s, u"json"_s, u"users"_s, u"list"_s});
    QCOMPARE(users.output.contains(name.toLatin1()), status == 0);
}

void TestCliTerminal::whoeverInterruptsSeesTheirTyping()
{
    TypingTerminal terminal(arguments({u"users"_s, u"add"_s, u"nobody"_s}));
    QVERIFY(terminal.isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.isEchoing() && terminal.shown().contains(':'), 60'000);
    terminal.type("\x03"); // Ctrl+C
    QTRY_VERIFY_WITH_TIMEOUT(terminal.hasEnded(), 60'000);
    QVERIFY(terminal.isEchoing());
}

void TestCliTerminal::passwordFilesAreLookedAt_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QFile::Permissions>("permissions");
    QTest::addColumn<QByteArray>("says");
    constexpr QFile::Permissions Own = QFile::ReadOwner | QFile::WriteOwner;
    QTest::newRow("a folder") << QByteArray() << QFile::Permissions() << QByteArray("directory");
    QTest::newRow("others read it") << QByteArray("secret\n") << (Own | QFile::ReadOther) << QByteArray("chmod 600");
    QTest::newRow("a group reads it") << QByteArray("secret\n") << (Own | QFile::ReadGroup) << QByteArray("chmod 600");
    QTest::newRow("empty") << QByteArray("\nsecret\n") << Own << QByteArray("empty");
}

void TestCliTerminal::passwordFilesAreLookedAt()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QFile::Permissions, permissions);
    QFETCH(const QByteArray, says);
    const QString file = content.isEmpty() ? m_directory.path() : writeFile(u"password"_s, content);
    QVERIFY(content.isEmpty() || QFile::setPermissions(file, permissions));
    QTcpServer tenant;
    QVERIFY(tenant.listen(QHostAddress::LocalHost));
    const auto run = TestTenant::run(TestTenant::program(u"sonde-cli"_s),
        {u"--tenant"_s, u"https://127.0.0.1:%1"_s.arg(tenant.serverPort()), u"--fingerprint"_s, QString(64, u'a'),
            u"--user"_s, u"ada"_s, u"--password-file"_s, file, u"--language"_s, u"en"_s, u"devices"_s});
    QCOMPARE(run.status, 2);
    QVERIFY2(run.errors.contains(says) && !run.errors.contains("secret"), run.errors.constData());
    QVERIFY(!tenant.waitForNewConnection(0));
}

/// There is a password in its memory.
void TestCliTerminal::itLeavesNoCore()
{
    const QString file = writeFile(u"password"_s, "secret\n");
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    QTcpServer tenant;
    QVERIFY(tenant.listen(QHostAddress::LocalHost));
    QProcess process;
    process.setChildProcessModifier([] {
        const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &any);
    });
    process.start(TestTenant::program(u"sonde-cli"_s),
        {u"--tenant"_s, u"https://127.0.0.1:%1"_s.arg(tenant.serverPort()), u"--fingerprint"_s, QString(64, u'a'),
            u"--user"_s, u"ada"_s, u"--password-file"_s, file, u"devices"_s});
    // From here on it waits for a tenant that says nothing.
    QTRY_VERIFY_WITH_TIMEOUT(tenant.hasPendingConnections(), 20'000);
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    QVERIFY(limits.open(QFile::ReadOnly));
    QVERIFY(limits.readAll().simplified().contains("Max core file size 1 1 bytes"));
    process.kill();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cliterminal.moc"
