// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/identity.h"
#include "agent/link/untoldchanges.h"
#include "tests/agent/fakeservice.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// The program itself, with its input open.
class AgentProcess final
{
public:
    explicit AgentProcess(const QStringList &arguments, const QByteArray &input = {})
    {
        process.start(QStringLiteral(SONDE_BIN_DIR "/sonde-agent"), arguments);
        process.waitForStarted();
        process.write(input);
    }
    ~AgentProcess()
    {
        process.kill();
        process.waitForFinished();
    }

    /// Its line on standard output; empty: not yet.
    QJsonObject readyLine()
    {
        return process.canReadLine() ? QJsonDocument::fromJson(process.readLine()).object() : QJsonObject();
    }
    [[nodiscard]] bool hasEnded() const { return process.state() == QProcess::NotRunning; }

    QProcess process;
};

} // namespace

class AgentProcessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt's first use of TLS walks the current folder where /etc/ssl/certs holds a dangling link.
    void initTestCase() { QVERIFY(QDir::setCurrent(m_empty.path())); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<FakeService>();
        QVERIFY(m_service->prepare());
        QVERIFY(m_service->listen());
    }

    void enrolsAndConnects()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        QJsonObject line;
        QVERIFY(QTest::qWaitFor([&] { return !(line = agent.readyLine()).isEmpty(); }));
        QCOMPARE(line.value("url"_L1).toString(), m_service->url().toString());
        QCOMPARE(line.value("device"_L1).toString(), m_service->devices.constFirst());
        QCOMPARE(m_service->enrolledNames, QStringList(QSysInfo::machineHostName()));
        QTRY_VERIFY(m_service->agents.front()->last<Message::AgentState>());

        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(dataFolder()).permissions() & others));
        QVERIFY(!(QFileInfo(dataFolder() + u"/identity.json"_s).permissions() & others));
        QFile limits(u"/proc/%1/limits"_s.arg(agent.process.processId()));
        QVERIFY(limits.open(QFile::ReadOnly));
        QVERIFY(limits.readAll().simplified().contains("Max core file size 1 1 bytes"));

        m_service->agents.front()->run(1, u"processes %1"_s.arg(agent.process.processId()));
        QTRY_VERIFY(m_service->agents.front()->has<Message::CommandEnded>(1));
        const auto rows = readRows(m_service->agents.front()->all<Message::CommandOutput>(1).front().bytes);
        QCOMPARE(rows->front().first().toString(), u"sonde-agent"_s);
    }

    /// On Windows the program itself does that.
    void packagesMakeItAService_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("install") << u"--install"_s;
        QTest::newRow("uninstall") << u"--uninstall"_s;
    }

    void packagesMakeItAService()
    {
        QFETCH(const QString, option);
        AgentProcess agent({option, u"--data"_s, dataFolder()});
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 1);
        QVERIFY(agent.process.readAllStandardError().contains("systemctl enable --now sonde-agent"));
        QVERIFY(!QFileInfo::exists(dataFolder()));
    }

    void endsWhenItIsEnrolled()
    {
        AgentProcess agent(enrolArguments() + QStringList{u"--enrol-only"_s}, "good\n");
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 0);
        QCOMPARE(agent.readyLine().value("device"_L1).toString(), m_service->devices.constFirst());
        QVERIFY(QFile::exists(dataFolder() + u"/identity.json"_s));
    }

    void isKnownTheNextTime()
    {
        enrolOnce();
        AgentProcess agent({u"--data"_s, dataFolder()});
        QVERIFY(hasConnections(2));
        QCOMPARE(m_service->devices.at(0), m_service->devices.at(1));
    }

    /// Its own configuration is stronger than any service, which is told so.
    void refusesWhatItNeverDoes()
    {
        enrolOnce();
        configure(R"({"never": ["run", "getfile", "ls"]})");
        AgentProcess agent({u"--data"_s, dataFolder()});
        QVERIFY(hasConnections(2));
        ServiceScript &script = *m_service->agents.back();
        QTRY_VERIFY(script.last<Message::AgentState>());
        QCOMPARE(script.last<Message::AgentState>()->facts.never, (QStringList{u"run"_s, u"getfile"_s, u"dir"_s}));
        script.run(1, u"getfile /etc/hosts"_s);
        script.run(2, u"dir /"_s);
        script.run(3, u"processes 1"_s);
        for (const quint64 id : {1, 2, 3})
            QTRY_VERIFY(script.has<Message::CommandEnded>(id));
        QCOMPARE(script.all<Message::CommandEnded>(1).front().errors.front().code, ErrorCode::DeviceForbids);
        QCOMPARE(script.all<Message::CommandEnded>(2).front().errors.front().code, ErrorCode::DeviceForbids);
        QVERIFY(script.all<Message::CommandEnded>(3).front().state == CommandState::Completed);
        QVERIFY(!script.last<Message::OfferEvidence>());
    }

    /// What it cannot understand might have forbidden something.
    void doesNotStartWithAConfigurationItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("never: run");
        QTest::newRow("no verb") << QByteArray(R"({"never": ["rum"]})");
        QTest::newRow("no list") << QByteArray(R"({"never": "run"})");
        QTest::newRow("another key") << QByteArray(R"({"Never": ["run"]})");
        QTest::newRow("not of devices") << QByteArray(R"({"never": ["jobs"]})");
        QTest::newRow("empty") << QByteArray();
    }
    void doesNotStartWithAConfigurationItCannotRead()
    {
        QFETCH(const QByteArray, text);
        enrolOnce();
        configure(text);
        AgentProcess agent({u"--data"_s, dataFolder()});
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 1);
    }

    void renewsACertificateThatEndsSoon()
    {
        m_service->certificatesEndSoon = true;
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        ServiceScript &script = *m_service->agents.front();
        QTRY_VERIFY(script.last<Message::RenewCertificate>());
        m_service->certificatesEndSoon = false;
        const QByteArray next = m_service->certify(
            script.last<Message::RenewCertificate>()->csr.toLatin1(), m_service->devices.constFirst());
        QVERIFY(!next.isEmpty());
        script.send(Message::RenewedCertificate{QString::fromLatin1(next)});
        // It comes again, with the new one, and asks for no other.
        QVERIFY(hasConnections(2));
        QCOMPARE(m_service->devices.at(0), m_service->devices.at(1));
        QTRY_VERIFY(m_service->agents.back()->last<Message::AgentState>());
        QVERIFY(!m_service->agents.back()->last<Message::RenewCertificate>());
        const auto kept = AgentFolder(dataFolder()).loadIdentity();
        QVERIFY(kept);
        QCOMPARE(kept->certificate, QSslCertificate(next));
    }

    void keepsItsCertificateWhileItIsGood()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        m_service->agents.front()->run(1, u"processes"_s);
        QTRY_VERIFY(m_service->agents.front()->has<Message::CommandEnded>(1));
        QVERIFY(!m_service->agents.front()->last<Message::RenewCertificate>());
    }

    void followsTheServiceToANewAddress()
    {
        enrolOnce();
        m_service->stopListening();
        QVERIFY(m_service->listen());
        AgentProcess agent(enrolArguments(), "not needed\n"); // enrolled already: the token is not used
        QVERIFY(hasConnections(2));
        QCOMPARE(m_service->devices.at(0), m_service->devices.at(1));
        QCOMPARE(m_service->enrolledNames.size(), 1);
    }

    void refusesToEnrol_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("fingerprint");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("token") << QByteArray("bad\n") << QString() << QByteArray("token-invalid");
        QTest::newRow("another CA") << QByteArray("good\n") << QString(64, u'a') << QByteArray("certificate-refused");
    }
    void refusesToEnrol()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, fingerprint);
        QFETCH(QByteArray, words);
        AgentProcess agent(enrolArguments(fingerprint), token);
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 1);
        QVERIFY(agent.process.readAllStandardError().contains(words));
        QVERIFY(agent.readyLine().isEmpty());
        QVERIFY(!QFileInfo::exists(dataFolder() + u"/identity.json"_s));
    }

    void doesNotTalkToAnImpostor()
    {
        enrolOnce();
        const quint16 port = m_service->port();
        m_service->stopListening();
        FakeService impostor;
        QVERIFY(impostor.prepare());
        QVERIFY(impostor.listen(port));
        AgentProcess agent({u"--data"_s, dataFolder()});
        agent.process.setReadChannel(QProcess::StandardError);
        QByteArray words;
        const auto triedTwice = [&] {
            words += agent.process.readAllStandardError();
            return words.count("not connected") >= 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(triedTwice(), StartPatience);
        QVERIFY(impostor.agents.empty());
        QVERIFY(agent.process.readAllStandardOutput().isEmpty());
    }

    void comesBackAfterTheServiceWentAway()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        const quint16 port = m_service->port();
        m_service->stopListening();
        QTRY_VERIFY(m_service->agents.front()->closed);
        QVERIFY(m_service->listen(port));
        QVERIFY(hasConnections(2));
        QTRY_VERIFY(m_service->agents.back()->last<Message::AgentState>());
    }

    void knowsWhatWasInterruptedByAKill()
    {
        QString instance;
        {
            AgentProcess agent(enrolArguments(), "good\n");
            QVERIFY(hasConnections(1));
            auto &service = *m_service->agents.front();
            service.storesOutput = false; // so it cannot end
            service.run(1, u"findfile * -path /"_s);
            QTRY_VERIFY(service.has<Message::CommandOutput>(1));
            instance = service.last<Message::AgentState>()->instance;
            ::kill(pid_t(agent.process.processId()), SIGKILL);
            QVERIFY(ends(agent));
        }
        AgentProcess agent({u"--data"_s, dataFolder()});
        QVERIFY(hasConnections(2));
        auto &service = *m_service->agents.back();
        QTRY_VERIFY(service.last<Message::AgentState>());
        QVERIFY(service.last<Message::AgentState>()->held.empty());
        QVERIFY(service.last<Message::AgentState>()->instance != instance);
        service.run(1, u"findfile * -path /"_s);
        QTRY_VERIFY(service.has<Message::CommandEnded>(1));
        QCOMPARE(service.all<Message::CommandEnded>(1).front().state, CommandState::Interrupted);
        QVERIFY(!service.has<Message::CommandStarted>(1));
    }

    void tellsOnceWhatBecameOfTheIsolation()
    {
        enrolOnce();
        UntoldChanges untold(dataFolder() + u"/untold"_s); // by an agent that was killed before its service was there
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC);
        QVERIFY(untold.add({{.state = IsolationState::Partly}, IsolationCause::RulesChanged, u"nft (7)"_s, at}));
        const auto isTold = [this] {
            return std::ranges::any_of(m_service->agents.back()->heard, [](const AnyMessage &message) {
                const auto *change = std::get_if<Message::DeviceIsolation>(&message);
                return change && change->by == u"nft (7)";
            });
        };
        {
            AgentProcess agent({u"--data"_s, dataFolder()});
            QVERIFY(hasConnections(2));
            QTRY_VERIFY(isTold());
        }
        AgentProcess agent({u"--data"_s, dataFolder()});
        QVERIFY(hasConnections(3));
        QTRY_VERIFY(m_service->agents.back()->last<Message::AgentState>());
        m_service->agents.back()->run(1, u"processes"_s);
        QTRY_VERIFY(m_service->agents.back()->has<Message::CommandEnded>(1)); // later than it would have been told
        QVERIFY(!isTold());
    }

    void oneAgentPerFolder()
    {
        AgentProcess first(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        AgentProcess second({u"--data"_s, dataFolder()});
        QVERIFY(ends(second));
        QCOMPARE(second.process.exitCode(), 1);
        QVERIFY(second.process.readAllStandardError().contains("already-running"));
    }

    void embeddedEndsWithItsParent()
    {
        AgentProcess agent(enrolArguments() + QStringList(u"--embedded"_s), "good\n");
        QVERIFY(hasConnections(1));
        agent.process.closeWriteChannel();
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 0);
        QTRY_VERIFY(m_service->agents.front()->closed);
    }

    void endsWhenAskedAlsoWithWorkInHand()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        m_service->agents.front()->storesOutput = false;
        m_service->agents.front()->run(1, u"findfile * -path /"_s);
        QTRY_VERIFY(m_service->agents.front()->has<Message::CommandOutput>(1));
        agent.process.terminate();
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(agent.process.exitCode(), 0);
    }

    void staysSmall()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
        m_service->agents.front()->run(1, u"processes"_s);
        QTRY_VERIFY(m_service->agents.front()->has<Message::CommandEnded>(1));
        QFile status(u"/proc/%1/status"_s.arg(agent.process.processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        // What is this process's alone: libraries are shared with other programs of the system.
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("RssAnon:");
        const qint64 kilobytes = text.sliced(at + 8, text.indexOf("kB", at) - at - 8).trimmed().toLongLong();
        QVERIFY2(kilobytes > 0 && kilobytes < 25 * 1024, QByteArray::number(kilobytes).constData());
    }

    void refusesAFolderOfAnother()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"own"_s)));
        const QString link = m_folder->filePath(u"link"_s);
        QVERIFY(QFile::link(m_folder->filePath(u"own"_s), link));
        const auto isRefused = [this](const QString &folder) {
            QStringList arguments = enrolArguments();
            arguments[arguments.indexOf(u"--data"_s) + 1] = folder;
            AgentProcess agent(arguments, "good\n");
            return ends(agent) && agent.process.exitCode() == 1
                && agent.process.readAllStandardError().contains(QFile::encodeName(folder));
        };
        QVERIFY(isRefused(link));
        QVERIFY(m_service->enrolledNames.isEmpty());
        if (::geteuid() != 0)
            QSKIP("only root gives folders away");
        constexpr uid_t Nobody = 65534;
        const QString given = m_folder->filePath(u"given"_s);
        QVERIFY(QDir().mkpath(given));
        QCOMPARE(::chown(QFile::encodeName(given).constData(), Nobody, Nobody), 0);
        QVERIFY(isRefused(given));
        QVERIFY(m_service->enrolledNames.isEmpty());
    }

    void refusesAWrongCommandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown") << QStringList{u"--data"_s, u"x"_s, u"--insecure"_s};
        QTest::newRow("nothing to enrol") << QStringList{u"--data"_s, u"x"_s, u"--enrol-only"_s};
        QTest::newRow("no token") << QStringList{u"--data"_s, u"x"_s, u"--enrol"_s, u"https://localhost:1"_s};
        QTest::newRow("no fingerprint") << QStringList{
            u"--data"_s, u"x"_s, u"--enrol"_s, u"https://localhost:1"_s, u"--token"_s, u"-"_s};
        QTest::newRow("a token that everybody sees") << QStringList{u"--data"_s, u"x"_s, u"--enrol"_s,
            u"https://localhost:1"_s, u"--token"_s, u"secret"_s, u"--fingerprint"_s, QString(64, u'a')};
        QTest::newRow("not https") << QStringList{u"--data"_s, u"x"_s, u"--enrol"_s, u"http://localhost:1"_s,
            u"--token"_s, u"-"_s, u"--fingerprint"_s, QString(64, u'a')};
    }
    void refusesAWrongCommandLine()
    {
        QFETCH(QStringList, arguments);
        AgentProcess agent(arguments);
        QVERIFY(ends(agent));
        QCOMPARE(agent.process.exitCode(), 2);
        QVERIFY(agent.process.readAllStandardError().contains("--data DIR"));
    }

private:
    void configure(const QByteArray &text)
    {
        QFile file(dataFolder() + u"/agent.json"_s);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
    }

    static constexpr int StartPatience = 30'000; ///< a program starts slowly on a busy machine

    bool hasConnections(size_t count) const
    {
        return QTest::qWaitFor([&] { return m_service->agents.size() == count; }, StartPatience);
    }
    static bool ends(const AgentProcess &agent)
    {
        return QTest::qWaitFor([&] { return agent.hasEnded(); }, StartPatience);
    }

    QString dataFolder() const { return m_folder->filePath(u"agent"_s); }

    QStringList enrolArguments(const QString &fingerprint = {}) const
    {
        return {u"--data"_s, dataFolder(), u"--enrol"_s, m_service->url().toString(), u"--token"_s, u"-"_s,
            u"--fingerprint"_s, fingerprint.isEmpty() ? m_service->fingerprint() : fingerprint};
    }

    void enrolOnce()
    {
        AgentProcess agent(enrolArguments(), "good\n");
        QVERIFY(hasConnections(1));
    }

    QTemporaryDir m_empty;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeService> m_service;
};

QTEST_GUILESS_MAIN(AgentProcessTest)
#include "tst_agentprocess.moc"
