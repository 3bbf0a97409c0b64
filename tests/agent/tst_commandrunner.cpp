// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/serviceconversation.h"
#include "agent/system/device/device.h"
#include "tests/agent/actdevice.h"
#include "tests/agent/servicescript.h"
#include "transport/channel/loopbackchannel.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// An agent without its sockets: a log on disk, a runner, and conversations that can be cut.
struct AgentUnderTest {
    explicit AgentUnderTest(
        const QString &logPath, const QString &boot = u"boot"_s, const std::shared_ptr<Acts> &acts = {})
        : log(logPath)
        , runner(log, {.bulk = {}, .folder = {}, .acts = acts})
    {
        if (!log.open(boot))
            qFatal("no command log");
    }

    std::unique_ptr<ServiceScript> connectService()
    {
        auto [agentEnd, serviceEnd] = LoopbackChannel::makePair();
        auto script = std::make_unique<ServiceScript>(std::move(serviceEnd));
        conversation =
            std::make_unique<ServiceConversation>(std::move(agentEnd), runner, witness, facts, u"instance"_s);
        return script;
    }

    const QTemporaryDir folder;
    JournalWitness witness{folder.filePath(u"witness"_s)};
    CommandLog log;
    CommandRunner runner;
    DeviceFacts facts = deviceFacts();
    std::unique_ptr<ServiceConversation> conversation;
};

qsizetype bytesOf(const std::vector<Message::CommandOutput> &chunks)
{
    qsizetype bytes = 0;
    for (const auto &chunk : chunks)
        bytes += chunk.bytes.size();
    return bytes;
}

Invocation order(const QString &verb, const QMap<QString, QString> &values = {})
{
    Invocation invocation;
    invocation.verb = verb;
    invocation.values = values;
    return invocation;
}

} // namespace

class CommandRunnerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A folder whose listing is larger than what an agent keeps unacknowledged.
    void initTestCase()
    {
        m_large = m_folder.filePath(u"large"_s);
        QVERIFY(QDir().mkdir(m_large));
        const QString filler(200, u'x');
        for (int i = 0; i < LargeCount; ++i) {
            QFile file(u"%1/%2-%3"_s.arg(m_large, QString::number(i), filler));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }
    void init() { m_log = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }

    void saysHelloThenItsState()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        QTRY_COMPARE(service->heard.size(), 2U);
        QVERIFY(std::holds_alternative<Message::Hello>(service->heard.at(0)));
        const auto state = std::get<Message::AgentState>(service->heard.at(1));
        QCOMPARE(state.facts, agent.facts);
        QVERIFY(!state.facts.name.isEmpty() && !state.facts.osName.isEmpty());
        QVERIFY(state.held.empty());
    }

    void leavesAServiceOfAnotherVersion()
    {
        AgentUnderTest agent(m_log);
        auto [agentEnd, serviceEnd] = LoopbackChannel::makePair();
        bool closed = false;
        connect(serviceEnd.get(), &Channel::closed, this, [&] { closed = true; });
        agent.conversation = std::make_unique<ServiceConversation>(
            std::move(agentEnd), agent.runner, agent.witness, agent.facts, u"instance"_s);
        serviceEnd->send(Message::Hello{99, 99, u"service"_s, u"99"_s});
        QTRY_VERIFY(closed);
    }

    void answersACommand()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QCOMPARE(service->all<Message::CommandStarted>(7).size(), 1U);
        const auto output = service->all<Message::CommandOutput>(7);
        QCOMPARE(output.size(), 1U);
        QCOMPARE(output.front().index, 0U);
        QCOMPARE(readRows(output.front().bytes)->size(), 1U);
        const auto end = service->all<Message::CommandEnded>(7).front();
        QCOMPARE(end.state, CommandState::Completed);
        QCOMPARE(end.chunks, 1U);
        QVERIFY(end.duration > 0us);
        QVERIFY(end.errors.empty());
    }

    void answersCdWithTheFolder()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"cd etc"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QCOMPARE(service->all<Message::CommandEnded>(7).front().workingDirectory, u"/etc"_s);
        QCOMPARE(service->all<Message::CommandEnded>(7).front().chunks, 0U);
    }

    void saysWhyACommandFailed()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"dir /nowhere"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        const auto end = service->all<Message::CommandEnded>(7).front();
        QCOMPARE(end.state, CommandState::Failed);
        QCOMPARE(end.errors.front().code, ErrorCode::NotFound);
        QCOMPARE(end.errors.front().subject, u"/nowhere"_s);
    }

    void checksAnOrderAgain_data()
    {
        QTest::addColumn<Invocation>("invocation");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no such verb") << order(u"format"_s) << ErrorCode::UnknownVerb;
        QTest::newRow("not a device's") << order(u"jobs"_s) << ErrorCode::UnknownVerb;
        QTest::newRow("missing") << order(u"cd"_s) << ErrorCode::MissingParameter;
        QTest::newRow("no number") << order(u"processes"_s, {{u"pid"_s, u"x"_s}}) << ErrorCode::BadValue;
    }
    void checksAnOrderAgain()
    {
        QFETCH(Invocation, invocation);
        QFETCH(ErrorCode, code);
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->send(Message::RunCommand{CommandId(7), SessionId(1), invocation, u"/"_s, 1min, {}, {}});
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QVERIFY(!service->has<Message::CommandStarted>(7));
        QCOMPARE(service->all<Message::CommandEnded>(7).front().errors.front().code, code);
    }

    void keepsAWindowUnacknowledged()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->storesOutput = false;
        service->run(7, u"dir "_s + m_large);
        // As much as the window takes, and then no more: a chunk that would not fit waits.
        QTRY_VERIFY(bytesOf(service->all<Message::CommandOutput>(7)) > OutputWindowBytes - 2 * ChunkBytes);
        // Whatever else it is told, it is still waiting.
        service->run(8, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(8));
        QVERIFY(bytesOf(service->all<Message::CommandOutput>(7)) <= OutputWindowBytes);
        QVERIFY(!service->has<Message::CommandEnded>(7));

        service->storesOutput = true;
        service->send(Message::OutputStored{CommandId(7), service->all<Message::CommandOutput>(7).back().index + 1});
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        checkLargeOutput(service->all<Message::CommandOutput>(7), 0);
    }

    void sendsAgainWhatWasNotStored()
    {
        AgentUnderTest agent(m_log);
        auto service = agent.connectService();
        service->storesOutput = false;
        service->run(7, u"dir "_s + m_large);
        QTRY_VERIFY(service->all<Message::CommandOutput>(7).size() >= 5);
        const auto before = service->all<Message::CommandOutput>(7);
        service->send(Message::OutputStored{CommandId(7), 3});
        QTRY_VERIFY(service->all<Message::CommandOutput>(7).size() > before.size()); // the acknowledgement has arrived
        service->close();
        QTRY_VERIFY(service->closed);

        service = agent.connectService();
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QCOMPARE(service->last<Message::AgentState>()->held, std::vector{CommandId(7)});
        QVERIFY(!service->has<Message::CommandStarted>(7));
        const auto again = service->all<Message::CommandOutput>(7);
        QCOMPARE(again.front().index, 3U);
        QCOMPARE(again.front().bytes, before.at(3).bytes);
        checkLargeOutput(again, rowsIn(before, 3));
        service->close();
        QTRY_VERIFY(service->closed);

        // Its end has not been acknowledged either.
        service = agent.connectService();
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        service->send(Message::EndStored{CommandId(7)});
        service->run(8, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(8));
        service->send(Message::EndStored{CommandId(8)});
        service->close();
        QTRY_VERIFY(service->closed);
        service = agent.connectService();
        QTRY_VERIFY(service->last<Message::AgentState>());
        QVERIFY(service->last<Message::AgentState>()->held.empty());
    }

    void goesOnWithoutAConnection()
    {
        AgentUnderTest agent(m_log);
        auto service = agent.connectService();
        service->run(7, u"findfile passwd -path /etc"_s);
        QTRY_VERIFY(agent.log.contains(CommandId(7)));
        agent.conversation.reset();
        service = agent.connectService();
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QCOMPARE(service->all<Message::CommandEnded>(7).front().state, CommandState::Completed);
        QVERIFY(service->has<Message::CommandStarted>(7));
    }

    void runsAnIdOnce()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"connect"_s);
        service->run(7, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        service->send(Message::EndStored{CommandId(7)});
        service->run(8, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(8));
        QCOMPARE(service->all<Message::CommandStarted>(7).size(), 1U);
        QCOMPARE(service->all<Message::CommandEnded>(7).size(), 1U);

        service->run(7, u"connect"_s);
        QTRY_COMPARE(service->all<Message::CommandEnded>(7).size(), 2U);
        QCOMPARE(service->all<Message::CommandEnded>(7).back().state, CommandState::Interrupted);
        QCOMPARE(service->all<Message::CommandStarted>(7).size(), 1U);
    }

    void remembersIdsAcrossStarts()
    {
        {
            AgentUnderTest agent(m_log);
            const auto service = agent.connectService();
            service->run(7, u"connect"_s);
            QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        }
        QFile log(m_log);
        QVERIFY(log.open(QIODevice::ReadWrite | QIODevice::Append));
        QVERIFY(log.seek(0));
        QVERIFY(log.readAll().contains("\"line\":\"connect\""));
        QVERIFY(log.write("{\"command\":\"9\",\"li") > 0); // as a crash leaves it
        log.close();

        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"connect"_s);
        service->run(9, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7) && service->has<Message::CommandEnded>(9));
        QCOMPARE(service->all<Message::CommandEnded>(7).front().state, CommandState::Interrupted);
        QCOMPARE(service->all<Message::CommandEnded>(9).front().state, CommandState::Completed);

        CommandLog again(m_log);
        QVERIFY(again.open(u"boot"_s));
        QVERIFY(again.contains(CommandId(7)) && again.contains(CommandId(9)) && !again.contains(CommandId(10)));
    }

    void trustsItsLogOnlyWithinOneStartOfTheDevice()
    {
        {
            AgentUnderTest before(m_log, u"first"_s);
            const auto service = before.connectService();
            service->run(7, u"connect"_s);
            QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        }
        const auto repeated = [this](const QString &boot, quint64 id) {
            AgentUnderTest agent(m_log, boot);
            const auto service = agent.connectService();
            Message::RunCommand run{CommandId(id), SessionId(1), parseLine(u"connect"_s).value(), u"/"_s, 1min, {}, {}};
            run.again = true;
            service->send(run);
            [&] { QTRY_VERIFY(service->has<Message::CommandEnded>(id)); }();
            return service->all<Message::CommandEnded>(id).front().state;
        };
        QCOMPARE(repeated(u"first"_s, 8), CommandState::Completed);
        // The line that said so may not have reached the disk when the device went down.
        QCOMPARE(repeated(u"second"_s, 9), CommandState::Interrupted);
    }

    void stopsACommandThatWaitsForItsWindow()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->storesOutput = false;
        service->run(7, u"dir "_s + m_large);
        QTRY_VERIFY(bytesOf(service->all<Message::CommandOutput>(7)) > OutputWindowBytes - 2 * ChunkBytes);
        QElapsedTimer sinceCancel;
        sinceCancel.start();
        service->send(Message::CancelCommand{CommandId(7)});
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        QVERIFY(sinceCancel.durationElapsed() < 200ms);
        QCOMPARE(service->all<Message::CommandEnded>(7).front().state, CommandState::Cancelled);
        QCOMPARE(service->all<Message::CommandEnded>(7).front().chunks,
            quint32(service->all<Message::CommandOutput>(7).size()));
        QCOMPARE(service->all<Message::CancelAnswer>(7).size(), 1U);
        QCOMPARE(service->all<Message::CancelAnswer>(7).front().result, CancelResult::Stopped);
    }

    void saysWhenACancelComesTooLate()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->run(7, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        service->send(Message::CancelCommand{CommandId(7)});
        service->send(Message::CancelCommand{CommandId(99)});
        QTRY_VERIFY(service->has<Message::CancelAnswer>(7) && service->has<Message::CancelAnswer>(99));
        QCOMPARE(service->all<Message::CancelAnswer>(7).front().result, CancelResult::TooLate);
        QCOMPARE(service->all<Message::CancelAnswer>(99).front().result, CancelResult::NotConfirmed);
    }

    void stopsAtItsTimeLimit()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        service->storesOutput = false;
        service->run(7, u"dir "_s + m_large, 300ms); // never done while nothing is acknowledged
        QTRY_VERIFY(service->has<Message::CommandEnded>(7));
        const auto end = service->all<Message::CommandEnded>(7).front();
        QCOMPARE(end.state, CommandState::Expired);
        QCOMPARE(end.errors.back().code, ErrorCode::Expired);
        QCOMPARE(end.errors.back().facts.value(Fact::Limit).toInteger(), 300);
    }

    void forgetsWhatTheServiceHasGivenUp()
    {
        AgentUnderTest agent(m_log);
        auto service = agent.connectService();
        service->storesOutput = false;
        service->run(7, u"dir "_s + m_large);
        QTRY_VERIFY(service->has<Message::CommandOutput>(7));
        service->send(Message::EndStored{CommandId(7)});
        service->run(8, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(8));
        service->send(Message::EndStored{CommandId(8)});
        service->run(9, u"connect"_s);
        QTRY_VERIFY(service->has<Message::CommandEnded>(9));
        service = agent.connectService();
        QTRY_VERIFY(service->last<Message::AgentState>());
        QCOMPARE(service->last<Message::AgentState>()->held, std::vector{CommandId(9)});
        QVERIFY(!service->has<Message::CommandEnded>(7));
    }

    /// The agent was ended between the act and the service's having heard of it, and the service may have given up the command.
    void whatAnActDidIsToldUntilItIsHeard()
    {
        const QString evil = m_folder.filePath(u"evil"_s);
        QFile file(evil);
        QVERIFY(file.open(QFile::WriteOnly));
        ActDevice device;
        QCOMPARE(device.failure(u"remediate file %1 -auto"_s.arg(evil)), QString());
        {
            AgentUnderTest agent(m_log, u"boot"_s, device.acts);
            const auto service = agent.connectService();
            QTRY_VERIFY(service->has<Message::CommandEnded>(1));
            QCOMPARE(service->last<Message::AgentState>()->held, std::vector{CommandId(1)});
            const auto chunks = service->all<Message::CommandOutput>(1);
            QCOMPARE(chunks.size(), 4); // plan, outcome, end, and the rows
            QCOMPARE(Codec::fromBytes<ActReport>(chunks.at(2).bytes)->end, ActState::Done);
            QCOMPARE(service->all<Message::CommandEnded>(1).at(0).state, CommandState::Completed);
        }
        device.restart();
        {
            AgentUnderTest agent(m_log, u"boot"_s, device.acts);
            const auto service = agent.connectService();
            QTRY_VERIFY(service->has<Message::CommandEnded>(1));
            service->send(Message::EndStored{CommandId(1)});
            QTRY_VERIFY(device.acts->all().at(0).told);
        }
        device.restart();
        AgentUnderTest agent(m_log, u"boot"_s, device.acts);
        const auto service = agent.connectService();
        QTRY_VERIFY(service->last<Message::AgentState>());
        QVERIFY(service->last<Message::AgentState>()->held.empty());
    }

    void manyAtOnceAllEnd()
    {
        AgentUnderTest agent(m_log);
        const auto service = agent.connectService();
        for (quint64 id = 1; id <= 40; ++id)
            service->run(id, id % 2 ? u"processes"_s : u"dir /etc"_s);
        for (quint64 id = 1; id <= 40; ++id)
            QTRY_VERIFY(service->has<Message::CommandEnded>(id));
        for (quint64 id = 1; id <= 40; ++id)
            QCOMPARE(service->all<Message::CommandEnded>(id).front().state, CommandState::Completed);
    }

private:
    static constexpr int LargeCount = 15000;

    static size_t rowsIn(const std::vector<Message::CommandOutput> &chunks, size_t count)
    {
        size_t rows = 0;
        for (size_t i = 0; i < count; ++i)
            rows += chunks.at(i).rows;
        return rows;
    }

    /// Indexes without holes, and with `before` rows all of the folder.
    static void checkLargeOutput(const std::vector<Message::CommandOutput> &chunks, size_t before)
    {
        for (size_t i = 1; i < chunks.size(); ++i)
            QCOMPARE(chunks.at(i).index, chunks.at(i - 1).index + 1);
        QCOMPARE(before + rowsIn(chunks, chunks.size()), size_t(LargeCount));
    }

    QTemporaryDir m_folder;
    QString m_large;
    QString m_log;
};

QTEST_GUILESS_MAIN(CommandRunnerTest)
#include "tst_commandrunner.moc"
