// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/networkclient.h"
#include "transport/tls/tlsclient.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <functional>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// sonde-service as a process: what it prints, how it ends, and what kill -9 leaves.
class TestServiceProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void usageErrors_data();
    void usageErrors();
    void itRefusesAKeyThatIsNone();
    void itLeavesNoCore();
    void onePlaceLeavesRoomHoweverFewFilesItMayOpen();
    void itEndsWithItsParent();
    void itStopsInOrderWhenAsked();
    void aSecondOneSaysWhy();
    void killedInTheMiddleOfACommand();
    void killedAgainAndAgain();
    void aChangedByteIsFound();

private:
    bool startService(const std::function<void()> &asChild = {});
    void kill();
    bool signIn();
    bool openSession();
    CommandId runOnDevice(const QString &line);
    std::vector<JournalEntry> journal();
    Message::JournalVerdict verify();
    QString data() const { return m_directory->filePath(u"data"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<QProcess> m_process;
    QJsonObject m_ready;
    NetworkClient m_client;
    DeviceIdentity m_device;
    std::unique_ptr<TestPeer> m_agent;
    std::unique_ptr<TestPeer> m_analyst;
    SessionId m_session;
    quint32 m_request = 0;
};

namespace {

QString program()
{
    return QStringLiteral(SONDE_BIN_DIR) + u"/sonde-service"_s;
}

} // namespace

void TestServiceProcess::initTestCase()
{
    startTls();
}

void TestServiceProcess::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_device = {};
    QVERIFY(startService());
}

void TestServiceProcess::cleanup()
{
    m_agent.reset();
    m_analyst.reset();
    m_client = {};
    if (m_process) {
        m_process->closeWriteChannel();
        if (!m_process->waitForFinished(10'000))
            m_process->kill();
        m_process.reset();
    }
}

bool TestServiceProcess::startService(const std::function<void()> &asChild)
{
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_UNIX
    m_process->setChildProcessModifier(asChild);
#endif
    m_process->start(program(), {u"--data"_s, data(), u"--embedded"_s});
    if (!QTest::qWaitFor(
            [this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; }, 20'000))
        return false;
    m_ready = QJsonDocument::fromJson(m_process->readLine()).object();
    const auto authority = QSslCertificate::fromPath(data() + u"/ca.pem"_s).value(0);
    m_client = NetworkClient(QUrl(m_ready.value("url"_L1).toString()), authority);
    return !m_ready.value("url"_L1).toString().isEmpty();
}

void TestServiceProcess::kill()
{
    m_process->kill();
    QVERIFY(m_process->waitForFinished());
    QTRY_VERIFY(!m_agent || m_agent->isClosed());
    m_agent.reset();
    m_analyst.reset();
}

bool TestServiceProcess::signIn()
{
    const auto answer = m_client.post(u"/api/sign-in"_s, {{u"embedded_token"_s, m_ready.value("embedded_token"_L1)}});
    m_analyst = m_client.openWorkstation(answer.body.value("token"_L1).toString());
    return m_analyst && QTest::qWaitFor([this] { return m_analyst->count<Message::Welcome>() == 1; });
}

bool TestServiceProcess::openSession()
{
    m_device = m_client.enrol(m_ready.value("enrolment_token"_L1).toString());
    m_agent = m_client.openAgent(m_device);
    if (!m_agent || !signIn())
        return false;
    m_analyst->send(Message::StartSession{++m_request, m_device.id, {}, false});
    if (!QTest::qWaitFor([this] {
            return m_analyst->count<Message::SessionStarted>() == 1 && m_agent->count<Message::RunCommand>() == 1;
        }))
        return false;
    m_session = m_analyst->last<Message::SessionStarted>().session.id;
    const CommandId connect = m_agent->last<Message::RunCommand>().command;
    m_agent->send(Message::CommandEnded{connect, CommandState::Completed, {}, 0, {}, {}, {}});
    return QTest::qWaitFor([&] { return m_agent->last<Message::EndStored>().command == connect; });
}

CommandId TestServiceProcess::runOnDevice(const QString &line)
{
    const quint32 request = ++m_request;
    m_analyst->send(Message::SubmitLine{request, m_session, line, QString::number(request)});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::LineTaken>(request).has_value(); }))
        return {};
    const CommandId command = m_analyst->reply<Message::LineTaken>(request)->command;
    const bool arrived = QTest::qWaitFor([&] { return m_agent->last<Message::RunCommand>().command == command; });
    return arrived ? command : CommandId();
}

std::vector<JournalEntry> TestServiceProcess::journal()
{
    std::vector<JournalEntry> entries;
    for (quint64 last = 1; entries.size() < last;) {
        const quint32 request = ++m_request;
        m_analyst->send(Message::FetchJournal{request, entries.empty() ? 0 : entries.back().number, 0, {}});
        if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::JournalPage>(request).has_value(); }))
            return {};
        const auto page = *m_analyst->reply<Message::JournalPage>(request);
        last = page.last;
        entries.insert(entries.end(), page.entries.begin(), page.entries.end());
    }
    return entries;
}

Message::JournalVerdict TestServiceProcess::verify()
{
    const quint32 request = ++m_request;
    m_analyst->send(Message::VerifyJournal{request});
    std::ignore =
        QTest::qWaitFor([&] { return m_analyst->reply<Message::JournalVerdict>(request).has_value(); }, 20'000);
    return m_analyst->reply<Message::JournalVerdict>(request).value_or(Message::JournalVerdict{});
}

void TestServiceProcess::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no data") << QStringList{};
    QTest::newRow("bad listen") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"nowhere"_s};
    QTest::newRow("embedded beyond loopback")
        << QStringList{u"--data"_s, u"x"_s, u"--embedded"_s, u"--listen"_s, u"0.0.0.0:0"_s};
    QTest::newRow("no such file") << QStringList{u"--data"_s, u"x"_s, u"--config"_s, u"/no/such/file"_s};
}

void TestServiceProcess::usageErrors()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.setWorkingDirectory(m_directory->path());
    process.start(program(), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(!process.readAllStandardError().isEmpty());
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

/// Whoever misspells a key would find out that it was not set when it matters.
void TestServiceProcess::itRefusesAKeyThatIsNone()
{
    QFile config(m_directory->filePath(u"service.json"_s));
    QVERIFY(config.open(QFile::WriteOnly));
    config.write(R"({"data": "x", "journal_key": "/elsewhere/journal.key"})");
    config.close();
    QProcess process;
    process.start(program(), {u"--config"_s, config.fileName()});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray words = process.readAllStandardError();
    QVERIFY2(words.contains("journal_key") && words.contains("journal-key"), words.constData());
}

/// There are keys in its memory.
void TestServiceProcess::itLeavesNoCore()
{
#ifndef Q_OS_LINUX
    QSKIP("limits are told otherwise here");
#else
    cleanup();
    QVERIFY(startService([] {
        const rlimit any{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &any);
    }));
    QFile limits(u"/proc/%1/limits"_s.arg(m_process->processId()));
    QVERIFY(limits.open(QFile::ReadOnly));
    const QByteArray words = limits.readAll().simplified();
    // One byte is less than any core, and the one limit that holds for a core that goes to a program, too.
    QVERIFY2(words.contains("Max core file size 1 1 bytes"), words.constData());
#ifndef __SANITIZE_ADDRESS__
    // Other programs of the same user do not read it: what tells of it belongs to the system.
    QCOMPARE(QFileInfo(u"/proc/%1/environ"_s.arg(m_process->processId())).ownerId(), 0U);
#endif
#endif
}

void TestServiceProcess::onePlaceLeavesRoomHoweverFewFilesItMayOpen()
{
#ifndef Q_OS_UNIX
    QSKIP("sockets are no files here");
#else
    cleanup();
    constexpr rlim_t Few = 1024;
    QVERIFY(startService([] {
        const rlimit files{Few, Few};
        ::setrlimit(RLIMIT_NOFILE, &files);
    }));
    const quint16 port = quint16(QUrl(m_ready.value("url"_L1).toString()).port());
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    const auto connectFrom = [&](quint32 address, int count) {
        for (int i = 0; i < count; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->bind(QHostAddress(address));
            silent.back()->connectToHost(QHostAddress::LocalHost, port);
        }
    };
    const auto count = [&](QAbstractSocket::SocketState state) {
        return std::ranges::count_if(silent, [&](const auto &socket) { return socket->state() == state; });
    };
    connectFrom(0x7f000002U, 600);
    QTRY_COMPARE_WITH_TIMEOUT(
        count(QAbstractSocket::ConnectedState) + count(QAbstractSocket::UnconnectedState), 600, 8'000);
    connectFrom(0x7f000003U, 300);
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    QVERIFY(count(QAbstractSocket::ConnectedState) > 0);
#endif
}

void TestServiceProcess::itEndsWithItsParent()
{
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished());
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
    QVERIFY(startService());
    QVERIFY2(signIn(), qPrintable(m_client.refusal()));
    const auto entries = journal();
    QVERIFY(std::ranges::any_of(
        entries, [](const JournalEntry &entry) { return std::holds_alternative<Event::ServiceStopped>(entry.event); }));
}

void TestServiceProcess::itStopsInOrderWhenAsked()
{
    QVERIFY2(openSession(), qPrintable(m_client.refusal()));
    m_process->terminate();
    QVERIFY(m_process->waitForFinished());
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    m_agent.reset();
    m_analyst.reset();
    QVERIFY(startService());
    QVERIFY2(signIn(), qPrintable(m_client.refusal()));
    QVERIFY(verify().whole);
}

void TestServiceProcess::aSecondOneSaysWhy()
{
    QProcess second;
    second.start(program(), {u"--data"_s, data(), u"--embedded"_s});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 4);
    QVERIFY(second.readAllStandardError().contains("another sonde-service"));
}

void TestServiceProcess::killedInTheMiddleOfACommand()
{
    QVERIFY2(openSession(), qPrintable(m_client.refusal()));
    const CommandId command = runOnDevice(u"findfile x"_s);
    QVERIFY(command.isValid());
    m_agent->send(Message::CommandStarted{command, QDateTime::currentDateTimeUtc()});
    m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Text, 1, "one\n"});
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 1U);
    kill();

    QVERIFY(startService());
    m_agent = m_client.openAgent(m_device, {command});
    QVERIFY(m_agent);
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 1U);
    m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Text, 1, "one\n"});
    m_agent->send(Message::CommandOutput{command, 1, ChunkFormat::Text, 1, "two\n"});
    m_agent->send(Message::CommandEnded{command, CommandState::Completed, {}, 2, {}, {}, {}});
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, command);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);

    QVERIFY2(signIn(), qPrintable(m_client.refusal()));
    const auto entries = journal();
    const auto of = [&]<typename E>(std::type_identity<E>) {
        return std::ranges::count_if(entries, [&](const JournalEntry &entry) {
            return entry.command == command && std::holds_alternative<E>(entry.event);
        });
    };
    QCOMPARE(of(std::type_identity<Event::CommandAccepted>()), 1);
    QCOMPARE(of(std::type_identity<Event::CommandSent>()), 1);
    QCOMPARE(of(std::type_identity<Event::CommandStarted>()), 1);
    QCOMPARE(of(std::type_identity<Event::OutputAvailable>()), 1);
    QCOMPARE(of(std::type_identity<Event::CommandFinished>()), 1);
    const auto verdict = verify();
    QVERIFY2(verdict.whole, qPrintable(verdict.reason));
    // The session is as it was: the next line runs.
    QVERIFY(runOnDevice(u"dir"_s) > command);
}

void TestServiceProcess::killedAgainAndAgain()
{
    QVERIFY2(openSession(), qPrintable(m_client.refusal()));
    QList<CommandId> commands;
    for (int round = 0; round < 5; ++round) {
        // Killed with requests under way, at no particular moment.
        for (int i = 0; i < 20; ++i)
            m_analyst->send(Message::SubmitLine{++m_request, m_session, u"dir"_s, u"r%1-%2"_s.arg(round).arg(i)});
        const qsizetype wanted = round * 4;
        QTRY_VERIFY(m_analyst->count<Message::LineTaken>() >= wanted);
        const auto taken = m_analyst->all<Message::LineTaken>();
        kill();
        QVERIFY(startService());
        QVERIFY2(signIn(), qPrintable(m_client.refusal()));
        const auto entries = journal();
        // What was answered is there, and nothing is there twice.
        for (const auto &answer : taken) {
            const auto accepted = std::ranges::count_if(entries, [&](const JournalEntry &entry) {
                return entry.command == answer.command && std::holds_alternative<Event::CommandAccepted>(entry.event);
            });
            QCOMPARE(accepted, 1);
        }
        // The same submissions again are the same commands.
        for (int i = 0; i < 20; ++i)
            m_analyst->send(Message::SubmitLine{++m_request, m_session, u"dir"_s, u"r%1-%2"_s.arg(round).arg(i)});
        QTRY_COMPARE(m_analyst->count<Message::LineTaken>(), 20);
        for (const auto &answer : m_analyst->all<Message::LineTaken>()) {
            QVERIFY(!commands.contains(answer.command));
            commands.append(answer.command);
        }
        QVERIFY(verify().whole);
        m_agent = m_client.openAgent(m_device);
        QTRY_VERIFY(m_agent->count<Message::RunCommand>() >= 20);
    }
}

void TestServiceProcess::aChangedByteIsFound()
{
    QVERIFY2(openSession(), qPrintable(m_client.refusal()));
    QVERIFY(runOnDevice(u"dir /a-name-that-is-nowhere-else"_s).isValid());
    const auto entries = journal();
    const auto target = std::ranges::find_if(entries, [](const JournalEntry &entry) {
        const auto *accepted = std::get_if<Event::CommandAccepted>(&entry.event);
        return accepted && accepted->line.contains(u"nowhere-else");
    });
    QVERIFY(target != entries.end());
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished());
    m_agent.reset();
    m_analyst.reset();

    QFile database(data() + u"/sonde.db"_s);
    QVERIFY(database.open(QIODevice::ReadWrite));
    const qsizetype at = database.readAll().indexOf("nowhere-else");
    QVERIFY(at > 0);
    QVERIFY(database.seek(at) && database.write("N") == 1);
    database.close();

    QVERIFY(startService());
    QVERIFY2(signIn(), qPrintable(m_client.refusal()));
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QCOMPARE(verdict.brokenAt, target->number);
    QVERIFY(!verdict.reason.isEmpty());
}

QTEST_GUILESS_MAIN(TestServiceProcess)
#include "tst_serviceprocess.moc"
