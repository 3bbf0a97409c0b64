// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/row.h"
#include "service/store/sqliteschema.h"
#include "tests/service/testtenantbench.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

/// What a findfile found.
Message::CommandOutput foundFiles(CommandId command, quint32 index, const QStringList &paths)
{
    RowWriter rows;
    for (const QString &path : paths)
        rows.addRow(rowOf<Verbs::Findfile>(cell<"path">(path), cell<"isDirectory">(false), cell<"size">(qint64(1)),
            cell<"modified">(nullptr), cell<"type">(u"file"_s)));
    return {command, index, ChunkFormat::Rows, quint32(paths.size()), rows.take()};
}

Message::CommandOutput chunk(CommandId command, quint32 index, const QByteArray &text = "text\n")
{
    return {command, index, ChunkFormat::Text, 1, text};
}

Message::CommandEnded end(CommandId command, quint32 chunks = 0, CommandState state = CommandState::Completed)
{
    return {command, state, {}, chunks, std::chrono::milliseconds(3), {}, {}};
}

using Report = std::function<AnyMessage(CommandId)>;

} // namespace

/// Sessions and commands, from the request to the journal, with an agent and workstations played by the test.
class TestTenantMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aCommandRunsEndToEnd();
    void outputIsStoredOnceWhateverIsRepeated();
    void onlyAListingCompletesALine();
    void aGapInTheOutputIsRefused();
    void anEndBeforeItsOutputIsRefused();
    void theCommandOfAnotherDeviceIsRefused();
    void reportsOfACommandNeverSentAreRefused_data();
    void reportsOfACommandNeverSentAreRefused();
    void aCommandNeverSentIsHeldByNobody();
    void aSubmissionTwiceIsOneCommand();
    void whatCannotRunIsJournalledAsRejected_data();
    void whatCannotRunIsJournalledAsRejected();
    void aSessionWaitsForItsDevice();
    void cancelOfACommandNeverSent();
    void cancelAnsweredByTheDevice();
    void cancelWhileTheDeviceIsAway();
    void cancelledWhileAwayNeverRuns();
    void aConnectCancelledWhileAwayEndsItsSession();
    void limitsOfOutputEndACommand();
    void jobsStatusAndForeground();
    void whoWatchesTheJournalOnlyGetsNoOutput();
    void disconnectClosesTheSession();
    void sessionLimits();
    void aHeldDeviceNamesItsHolder();
    void takingOver();
    void theNewestConnectionOfADeviceWins();
    void inactivityEndsASession();
    void onlyOwnersAndAdministratorsMayTouchASession();
    void settingsAreCheckedAndJournalled();
    void settingsArePublished();
    void theInventoryIsTold();
    void aCrashLosesAndDoublesNothing();
    void anAgentThatHoldsNothingIsAskedAgain();
    void whatEndedWithoutTheDeviceIsCalledOff();
    void evidenceGetsItsNameAfterACrash();
    void onlyEvidenceThatIsWaitedForStaysHalf();
    void evidenceOfOldSessionsCanBeOpened();
    void aLongSessionIsRememberedToItsEnd();
    void recentSessionsFitIntoAMessage();
    void onlyAdministratorsVerifyTheJournal();

private:
    /// Sessions end until those before are no longer in memory.
    void forgetEndedSessions();
    /// A getfile whose file the agent has offered.
    CommandId offered();
    [[nodiscard]] QString evidencePath(const QString &name) const
    {
        return QFileInfo(m_bench->databasePath()).path() + u"/evidence/"_s + name;
    }
    QString makePartial(CommandId command, const QByteArray &content);
    SessionId openSession();
    /// Its device is online and has not answered the connect: whatever is typed waits.
    SessionId openConnecting();
    CommandId submit(const QString &line);
    CommandId started(const QString &line);
    template<typename E>
    qsizetype inJournal()
    {
        const auto entries = m_bench->journal();
        return std::ranges::count_if(
            entries, [](const JournalEntry &entry) { return std::holds_alternative<E>(entry.event); });
    }
    const CommandRecord &record(CommandId id) { return *m_bench->tenant().sessions.command(id); }

    std::unique_ptr<TenantBench> m_bench;
    std::unique_ptr<TestPeer> m_agent;
    std::unique_ptr<TestPeer> m_analyst;
    DeviceId m_device;
    SessionId m_session;
    quint32 m_request = 100;
};

void TestTenantMessages::init()
{
    m_bench = std::make_unique<TenantBench>();
    m_device = m_bench->addDevice();
    m_analyst = m_bench->connectAnalyst();
}

void TestTenantMessages::cleanup()
{
    m_agent.reset();
    m_analyst.reset();
    m_bench.reset();
}

SessionId TestTenantMessages::openSession()
{
    if (!openConnecting().isValid())
        return {};
    m_analyst->send(Message::WatchSession{2, m_session, 0});
    m_agent->send(end(m_agent->last<Message::RunCommand>().command));
    const bool connected = QTest::qWaitFor([&] { return !m_analyst->entries<Event::SessionConnected>().empty(); });
    return connected ? m_session : SessionId();
}

SessionId TestTenantMessages::openConnecting()
{
    m_agent = m_bench->connectAgent(m_device);
    m_analyst->send(Message::StartSession{1, m_device, {}, false});
    if (!QTest::qWaitFor(
            [&] { return m_agent->count<Message::RunCommand>() == 1 && m_analyst->reply<Message::SessionStarted>(1); }))
        return {};
    return m_session = m_analyst->reply<Message::SessionStarted>(1)->session.id;
}

CommandId TestTenantMessages::submit(const QString &line)
{
    const quint32 request = ++m_request;
    m_analyst->send(Message::SubmitLine{request, m_session, line, {}});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::LineTaken>(request).has_value(); }))
        return {};
    return m_analyst->reply<Message::LineTaken>(request)->command;
}

CommandId TestTenantMessages::started(const QString &line)
{
    const CommandId command = submit(line);
    if (!QTest::qWaitFor([&] { return m_agent->last<Message::RunCommand>().command == command; }))
        return {};
    m_agent->send(Message::CommandStarted{command, QDateTime::currentDateTimeUtc()});
    const bool running = QTest::qWaitFor([&] { return record(command).state == CommandState::Running; });
    return running ? command : CommandId();
}

CommandId TestTenantMessages::offered()
{
    const CommandId command = started(u"getfile /etc/hosts &"_s);
    SourceFile file;
    file.path = "/etc/hosts";
    file.size = 7;
    m_agent->send(Message::OfferEvidence{command, file});
    const bool known = QTest::qWaitFor([&] { return record(command).evidence.has_value(); });
    return known ? command : CommandId();
}

QString TestTenantMessages::makePartial(CommandId command, const QByteArray &content)
{
    const QString path = evidencePath(u"partial/evidence-"_s + command.toString());
    QFile file(path);
    if (!QDir().mkpath(evidencePath(u"partial"_s)) || !file.open(QFile::WriteOnly)
        || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

void TestTenantMessages::aCommandRunsEndToEnd()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir /etc"_s);
    QVERIFY(command.isValid());
    const auto run = m_agent->last<Message::RunCommand>();
    QCOMPARE(run.invocation.verb, u"dir"_s);
    QCOMPARE(run.invocation.value(u"path"_s), u"/etc"_s);
    QVERIFY(run.timeLimit.count() > 0);
    QVERIFY(run.limits.contains(u"fileinfo-bytes"_s));

    m_agent->send(chunk(command, 0, "one\n"));
    m_agent->send(chunk(command, 1, "two\n"));
    m_agent->send(end(command, 2));
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, command);
    QTRY_COMPARE(m_analyst->count<Message::CommandOutput>(), 2);
    QTRY_COMPARE(qsizetype(m_analyst->entries<Event::CommandFinished>().size()), 2); // connect's, and this one's
    const auto finished = std::get<Event::CommandFinished>(m_analyst->entries<Event::CommandFinished>().back().event);
    QCOMPARE(finished.state, CommandState::Completed);
    QCOMPARE(finished.chunks, 2U);
    QCOMPARE(finished.bytes, 8U);
    QCOMPARE(finished.outputSha256, QCryptographicHash::hash("one\ntwo\n", QCryptographicHash::Sha256));

    m_analyst->forget();
    m_analyst->send(Message::FetchOutput{9, command, 1, 0});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(9));
    QCOMPARE(m_analyst->count<Message::CommandOutput>(), 1);
    QCOMPARE(m_analyst->last<Message::CommandOutput>().bytes, "two\n");
}

void TestTenantMessages::outputIsStoredOnceWhateverIsRepeated()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir"_s);
    for (int i = 0; i < 3; ++i)
        m_agent->send(chunk(command, 0));
    m_agent->send(chunk(command, 1));
    m_agent->send(chunk(command, 0));
    m_agent->send(end(command, 2));
    m_agent->send(end(command, 2));
    QTRY_COMPARE(m_agent->count<Message::EndStored>(), 3); // connect's, and this one's twice
    QCOMPARE(m_bench->tenant().store.outputCount(command), 2U);
    QCOMPARE(inJournal<Event::CommandFinished>(), 2);
    QCOMPARE(record(command).rows, 2U);
    QVERIFY(!m_agent->isClosed());
}

void TestTenantMessages::onlyAListingCompletesALine()
{
    QVERIFY(openSession().isValid());
    const auto originOf = [this](const QString &line) {
        const quint32 request = ++m_request;
        m_analyst->send(Message::SubmitLine{request, m_session, line, {}, LineOrigin::Completion});
        [&] { QTRY_VERIFY(m_analyst->reply<Message::LineTaken>(request)); }();
        return record(m_analyst->reply<Message::LineTaken>(request)->command).origin;
    };
    QCOMPARE(originOf(u"dir /etc"_s), LineOrigin::Completion);
    QCOMPARE(originOf(u"processes"_s), LineOrigin::Completion);
    // Whatever the front end says, these are seen.
    QCOMPARE(originOf(u"cd /etc"_s), LineOrigin::Analyst);
    QCOMPARE(originOf(u"getfile /etc/shadow"_s), LineOrigin::Analyst);
    QCOMPARE(originOf(u"library"_s), LineOrigin::Analyst);
}

void TestTenantMessages::aGapInTheOutputIsRefused()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir"_s);
    m_agent->send(chunk(command, 1));
    QTRY_COMPARE(m_agent->last<Message::ProtocolError>().error.code, ErrorCode::ProtocolViolation);
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(m_bench->tenant().store.outputCount(command), 0U);
    QCOMPARE(record(command).state, CommandState::Running);
    QTRY_COMPARE(inJournal<Event::PeerRefused>(), 1);
}

void TestTenantMessages::anEndBeforeItsOutputIsRefused()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir"_s);
    m_agent->send(end(command, 3));
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(record(command).state, CommandState::Running);
}

void TestTenantMessages::theCommandOfAnotherDeviceIsRefused()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir"_s);
    const auto stranger = m_bench->connectAgent(m_bench->addDevice(u"desk-2"_s));
    QTRY_COMPARE(m_bench->tenant().router.onlineCount(), 2);
    stranger->send(chunk(command, 0));
    QTRY_VERIFY(stranger->isClosed());
    QCOMPARE(m_bench->tenant().store.outputCount(command), 0U);
    QVERIFY(!m_agent->isClosed());
}

void TestTenantMessages::reportsOfACommandNeverSentAreRefused_data()
{
    QTest::addColumn<Report>("report");
    QTest::newRow("started") << Report([](CommandId id) { return Message::CommandStarted{id, {}}; });
    QTest::newRow("output") << Report([](CommandId id) { return chunk(id, 0); });
    QTest::newRow("output beyond the limit of rows")
        << Report([](CommandId id) { return Message::CommandOutput{id, 0, ChunkFormat::Text, 1001, "x"}; });
    QTest::newRow("progress") << Report([](CommandId id) { return Message::CommandProgress{id, 1, 2, {}}; });
    QTest::newRow("failed") << Report([](CommandId id) { return end(id, 0, CommandState::Failed); });
    QTest::newRow("cancelled") << Report([](CommandId id) { return end(id, 0, CommandState::Cancelled); });
    QTest::newRow("cancel answered") << Report(
        [](CommandId id) { return Message::CancelAnswer{id, CancelResult::Stopped}; });
    QTest::newRow("evidence") << Report([](CommandId id) { return Message::OfferEvidence{id, {}}; });
    QTest::newRow("blob") << Report([](CommandId id) { return Message::WantBlob{id}; });
}

void TestTenantMessages::reportsOfACommandNeverSentAreRefused()
{
    QFETCH(Report, report);
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(m_bench->tenant().changeSetting(admin, u"output-rows"_s, u"1000"_s));
    QVERIFY(openConnecting().isValid());
    const CommandId waiting = submit(u"getfile /etc/hosts"_s);
    QVERIFY(waiting.isValid());
    const auto told = [&] {
        const auto entries = m_bench->journal();
        return std::ranges::count(entries, waiting, &JournalEntry::command);
    };
    const auto before = told();
    m_agent->send(report(waiting));
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(m_agent->last<Message::ProtocolError>().error.code, ErrorCode::ProtocolViolation);
    QTRY_COMPARE(inJournal<Event::PeerRefused>(), 1);
    QCOMPARE(told(), before);
    QCOMPARE(m_bench->tenant().store.outputCount(waiting), 0U);
    QCOMPARE(m_agent->count<Message::OutputStored>() + m_agent->count<Message::EndStored>(), 0);
    QCOMPARE(m_bench->tenant().dispatcher.progress(waiting), QString());
    // The command is as it was: an agent that behaves gets it, in its turn.
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 1);
    m_agent->send(end(m_agent->last<Message::RunCommand>().command));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, waiting);
}

void TestTenantMessages::aCommandNeverSentIsHeldByNobody()
{
    QVERIFY(openConnecting().isValid());
    const CommandId connect = m_agent->last<Message::RunCommand>().command;
    const CommandId waiting = submit(u"dir"_s);
    m_agent = m_bench->connectAgent(m_device, {connect, waiting});
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, waiting);
    QCOMPARE(m_agent->last<Message::CancelCommand>().command, waiting);
    QCOMPARE(m_agent->last<Message::OutputStored>().command, connect);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
}

void TestTenantMessages::aSubmissionTwiceIsOneCommand()
{
    QVERIFY(openSession().isValid());
    m_analyst->send(Message::SubmitLine{10, m_session, u"dir"_s, u"s-1"_s});
    m_analyst->send(Message::SubmitLine{11, m_session, u"dir"_s, u"s-1"_s});
    QTRY_VERIFY(m_analyst->reply<Message::LineTaken>(11));
    QCOMPARE(m_analyst->reply<Message::LineTaken>(11)->command, m_analyst->reply<Message::LineTaken>(10)->command);
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 2); // connect and one dir
    QCOMPARE(inJournal<Event::CommandAccepted>(), 2);
}

void TestTenantMessages::whatCannotRunIsJournalledAsRejected_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no such verb") << u"frobnicate"_s << ErrorCode::UnknownVerb;
    QTest::newRow("missing parameter") << u"fileinfo"_s << ErrorCode::MissingParameter;
    QTest::newRow("open quote") << u"dir \"/etc"_s << ErrorCode::UnclosedQuote;
}

void TestTenantMessages::whatCannotRunIsJournalledAsRejected()
{
    QFETCH(QString, line);
    QFETCH(ErrorCode, code);
    QVERIFY(openSession().isValid());
    const CommandId command = submit(line);
    QVERIFY(command.isValid());
    QTRY_COMPARE(qsizetype(m_analyst->entries<Event::CommandRejected>().size()), 1);
    const auto rejected = std::get<Event::CommandRejected>(m_analyst->entries<Event::CommandRejected>().front().event);
    QCOMPARE(rejected.line, line);
    QCOMPARE(rejected.error.code, code);
    QCOMPARE(record(command).state, CommandState::Rejected);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 1);
}

void TestTenantMessages::aSessionWaitsForItsDevice()
{
    m_analyst->send(Message::StartSession{1, m_device, {}, false});
    QTRY_VERIFY(m_analyst->reply<Message::SessionStarted>(1));
    m_session = m_analyst->reply<Message::SessionStarted>(1)->session.id;
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Connecting);
    const CommandId early = submit(u"dir"_s);
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 1);
    QCOMPARE(m_agent->last<Message::RunCommand>().invocation.verb, u"connect"_s);
    m_agent->send(end(m_agent->last<Message::RunCommand>().command));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, early);
}

void TestTenantMessages::cancelOfACommandNeverSent()
{
    QVERIFY(openSession().isValid());
    m_agent.reset();
    QTRY_COMPARE(m_bench->tenant().router.onlineCount(), 0);
    const CommandId command = submit(u"dir"_s);
    m_analyst->send(Message::AskCancel{20, command});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(20));
    QCOMPARE(record(command).state, CommandState::Cancelled);
    QCOMPARE(record(command).cancelResult, CancelResult::Stopped);
}

void TestTenantMessages::cancelAnsweredByTheDevice()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_analyst->send(Message::AskCancel{20, command});
    QTRY_COMPARE(m_agent->last<Message::CancelCommand>().command, command);
    m_agent->send(Message::CancelAnswer{command, CancelResult::Stopped});
    m_agent->send(end(command, 0, CommandState::Cancelled));
    QTRY_COMPARE(record(command).state, CommandState::Cancelled);
    QCOMPARE(record(command).cancelResult, CancelResult::Stopped);
    QCOMPARE(inJournal<Event::CancelConfirmed>(), 1);
    m_analyst->send(Message::AskCancel{21, command});
    QTRY_COMPARE(m_analyst->last<Message::Refused>().error.code, ErrorCode::CommandNotRunning);
}

void TestTenantMessages::cancelWhileTheDeviceIsAway()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent.reset();
    QTRY_COMPARE(m_bench->tenant().router.onlineCount(), 0);
    m_analyst->send(Message::AskCancel{20, command});
    QTRY_COMPARE(record(command).cancelResult, CancelResult::NotConfirmed);
    QCOMPARE(record(command).state, CommandState::Running);
    // When it is back the wish still stands, and its answer is worth more than "not confirmed".
    m_agent = m_bench->connectAgent(m_device, {command});
    QTRY_COMPARE(m_agent->last<Message::CancelCommand>().command, command);
    m_agent->send(Message::CancelAnswer{command, CancelResult::Stopped});
    m_agent->send(end(command, 0, CommandState::Cancelled));
    QTRY_COMPARE(record(command).cancelResult, CancelResult::Stopped);
    QTRY_COMPARE(record(command).state, CommandState::Cancelled);
}

void TestTenantMessages::cancelledWhileAwayNeverRuns()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent.reset();
    QTRY_COMPARE(m_bench->tenant().router.onlineCount(), 0);
    m_analyst->send(Message::AskCancel{20, command});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(20));
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(record(command).state, CommandState::Cancelled);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
}

void TestTenantMessages::aConnectCancelledWhileAwayEndsItsSession()
{
    QVERIFY(openConnecting().isValid());
    const CommandId connect = m_agent->last<Message::RunCommand>().command;
    const CommandId waiting = submit(u"dir"_s);
    m_agent.reset();
    QTRY_COMPARE(m_bench->tenant().router.onlineCount(), 0);
    m_analyst->send(Message::AskCancel{20, connect});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(20));
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(record(connect).state, CommandState::Cancelled);
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Disconnected);
    QCOMPARE(record(waiting).state, CommandState::Cancelled);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
}

void TestTenantMessages::limitsOfOutputEndACommand()
{
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(m_bench->tenant().changeSetting(admin, u"output-rows"_s, u"1000"_s));
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"dir"_s);
    m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Text, 1001, "x"});
    QTRY_COMPARE(m_agent->last<Message::CancelCommand>().command, command);
    m_agent->send(chunk(command, 1));
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 2U);
    m_agent->send(end(command, 2, CommandState::Cancelled));
    QTRY_COMPARE(record(command).state, CommandState::Failed);
    QCOMPARE(record(command).errors.back().code, ErrorCode::LimitReached);
    QCOMPARE(record(command).errors.back().facts.value(Fact::Limit).toInteger(), 1000);
    QCOMPARE(record(command).chunks, 1U);
}

void TestTenantMessages::jobsStatusAndForeground()
{
    QVERIFY(openSession().isValid());
    const CommandId job = started(u"findfile x &"_s);
    QVERIFY(record(job).background);
    m_agent->send(Message::CommandProgress{job, 42, -1, u"/usr/bin"_s, u"folders"_s});
    QTRY_COMPARE(m_analyst->count<Message::CommandProgress>(), 1);
    m_agent->send(foundFiles(job, 0, {u"/usr/x"_s, u"/usr/bin/x"_s}));
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 1U);

    const CommandId jobs = submit(u"jobs"_s);
    QTRY_COMPARE(record(jobs).state, CommandState::Completed);
    const auto rows = readRows(m_bench->tenant().store.output(jobs, 0)->bytes);
    QVERIFY(rows);
    QCOMPARE(qsizetype(rows->size()), 1);
    const CommandSpec &spec = *Catalogue::instance().find(u"jobs");
    QCOMPARE(rows->front().at(spec.columnIndex(u"command_id")).toInteger(), qint64(job.value()));
    QCOMPARE(rows->front().at(spec.columnIndex(u"progress")).toString(), u"42 folders, 2 rows"_s);

    const CommandId status = submit(u"status %1"_s.arg(job.value()));
    QTRY_COMPARE(record(status).state, CommandState::Completed);
    const auto told = readRows(m_bench->tenant().store.output(status, 0)->bytes);
    QVERIFY(told);
    const CommandSpec &statusSpec = *Catalogue::instance().find(u"status");
    const QCborMap output = told->front().at(statusSpec.columnIndex(u"output")).toMap();
    QCOMPARE(output.value(u"rows"_s).toInteger(), 2);
    QCOMPARE(output.value(u"first_rows"_s).toArray().at(1).toMap().value(u"path"_s).toString(), u"/usr/bin/x"_s);
    QVERIFY(output.value(u"whole"_s).toBool());
    const CommandId front = submit(u"fg %1"_s.arg(job.value()));
    QTRY_COMPARE(record(front).state, CommandState::Completed);
    QVERIFY(!record(job).background);
    const CommandId wrong = submit(u"fg 99999"_s);
    QTRY_COMPARE(record(wrong).state, CommandState::Failed);
    QCOMPARE(record(wrong).errors.front().code, ErrorCode::CommandUnknown);
}

void TestTenantMessages::whoWatchesTheJournalOnlyGetsNoOutput()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent->send(foundFiles(command, 0, {u"/x"_s}));
    QTRY_COMPARE(m_analyst->count<Message::CommandOutput>(), 1);
    m_analyst->send(Message::WatchSession{51, m_session, m_bench->tenant().journal.lastNumber(), true});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(51));
    m_agent->send(foundFiles(command, 1, {u"/y"_s}));
    m_agent->send(Message::CommandProgress{command, 1, 2, {}});
    m_agent->send(end(command, 2));
    QTRY_COMPARE(m_analyst->entries<Event::CommandFinished>().size(), 2U); // of the connect too
    QCOMPARE(m_analyst->count<Message::CommandOutput>(), 1);
    QCOMPARE(m_analyst->count<Message::CommandProgress>(), 0);
}

void TestTenantMessages::disconnectClosesTheSession()
{
    QVERIFY(openSession().isValid());
    const CommandId running = started(u"findfile x"_s);
    submit(u"disconnect"_s);
    QTRY_COMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Disconnected);
    QTRY_COMPARE(m_agent->last<Message::CancelCommand>().command, running);
    m_agent->send(end(running, 0, CommandState::Cancelled));
    QTRY_COMPARE(record(running).state, CommandState::Cancelled);
    m_analyst->send(Message::SubmitLine{50, m_session, u"dir"_s, {}});
    QTRY_COMPARE(
        m_analyst->reply<Message::Refused>(50).value_or(Message::Refused{}).error.code, ErrorCode::SessionClosed);
}

void TestTenantMessages::sessionLimits()
{
    const Analyst admin{UserName(u"root"_s), {Role::GlobalAdministrator}};
    QVERIFY(m_bench->tenant().changeSetting(admin, u"user-session-limit"_s, u"2"_s));
    for (quint32 i = 1; i <= 3; ++i)
        m_analyst->send(Message::StartSession{i, m_bench->addDevice(), {}, false});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(3));
    const Error refused = m_analyst->reply<Message::Refused>(3)->error;
    QCOMPARE(refused.code, ErrorCode::UserSessionLimit);
    QCOMPARE(refused.facts.value(Fact::Limit).toInteger(), 2);
    QCOMPARE(refused.facts.value(Fact::Actual).toInteger(), 2);
    QVERIFY(!refused.facts.value(Fact::Role).toString().isEmpty());
}

void TestTenantMessages::aHeldDeviceNamesItsHolder()
{
    QVERIFY(openSession().isValid());
    const auto other = m_bench->connectAnalyst(u"bob"_s);
    other->send(Message::StartSession{1, m_device, {}, false});
    QTRY_VERIFY(other->reply<Message::Refused>(1));
    const Error refused = other->reply<Message::Refused>(1)->error;
    QCOMPARE(refused.code, ErrorCode::DeviceHeld);
    QCOMPARE(refused.facts.value(Fact::Holder).toString(), u"ada"_s);
    QVERIFY(!refused.facts.value(Fact::Since).toString().isEmpty());
    // Nor may he take it over: he administers nothing.
    other->send(Message::StartSession{2, m_device, {}, true});
    QTRY_VERIFY(other->reply<Message::Refused>(2));
}

void TestTenantMessages::takingOver()
{
    QVERIFY(openSession().isValid());
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    admin->send(Message::StartSession{1, m_device, {}, true});
    QTRY_VERIFY(admin->reply<Message::SessionStarted>(1));
    const auto *old = m_bench->tenant().sessions.session(m_session);
    QCOMPARE(old->state, SessionState::Disconnected);
    QCOMPARE(old->endReason, EndReason::TakenOver);
    QCOMPARE(m_bench->tenant().inventory.record(m_device).holder, u"root"_s);
}

void TestTenantMessages::theNewestConnectionOfADeviceWins()
{
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(inJournal<Event::DeviceOnline>(), 1);
    const auto newer = m_bench->connectAgent(m_device);
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(inJournal<Event::DeviceReplaced>(), 1);
    QVERIFY(!newer->isClosed());
    QVERIFY(m_bench->tenant().inventory.record(m_device).online);
    QCOMPARE(inJournal<Event::DeviceOffline>(), 0);
}

void TestTenantMessages::inactivityEndsASession()
{
    QVERIFY(openSession().isValid());
    const CommandId running = started(u"findfile x"_s);
    auto &manager = m_bench->tenant().manager;
    const auto muchLater = QDateTime::currentDateTimeUtc().addSecs(3600);
    manager.endInactive(muchLater);
    QCOMPARE(
        m_bench->tenant().sessions.session(m_session)->state, SessionState::Connected); // a running command is activity
    m_agent->send(end(running));
    QTRY_COMPARE(record(running).state, CommandState::Completed);
    manager.endInactive(QDateTime::currentDateTimeUtc().addSecs(29 * 60));
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Connected);
    manager.endInactive(muchLater);
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->endReason, EndReason::Inactivity);
}

void TestTenantMessages::onlyOwnersAndAdministratorsMayTouchASession()
{
    QVERIFY(openSession().isValid());
    const CommandId running = started(u"findfile x"_s);
    const auto other = m_bench->connectAnalyst(u"bob"_s);
    other->send(Message::SubmitLine{1, m_session, u"dir"_s, {}});
    other->send(Message::AskCancel{2, running});
    other->send(Message::CloseSession{3, m_session});
    QTRY_VERIFY(other->reply<Message::Refused>(3));
    for (quint32 request = 1; request <= 3; ++request)
        QCOMPARE(other->reply<Message::Refused>(request)->error.code, ErrorCode::NotPermitted);
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::SecurityAdministrator});
    admin->send(Message::CloseSession{1, m_session});
    QTRY_VERIFY(admin->reply<Message::Done>(1));
}

void TestTenantMessages::settingsAreCheckedAndJournalled()
{
    m_analyst->send(Message::ChangeSetting{1, u"live-response"_s, u"false"_s});
    QTRY_COMPARE(m_analyst->last<Message::Refused>().error.code, ErrorCode::NotPermitted);
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::SecurityAdministrator});
    admin->send(Message::ChangeSetting{1, u"tenant-session-limit"_s, u"0"_s});
    admin->send(Message::ChangeSetting{2, u"no-such"_s, u"1"_s});
    admin->send(Message::ChangeSetting{3, u"live-response"_s, u"false"_s});
    QTRY_VERIFY(admin->reply<Message::Done>(3));
    QCOMPARE(admin->reply<Message::Refused>(1)->error.facts.value(Fact::Least).toInteger(), 1);
    QVERIFY(admin->reply<Message::Refused>(2));
    QCOMPARE(inJournal<Event::SettingChanged>(), 1);
    m_analyst->send(Message::StartSession{4, m_device, {}, false});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(4));
    QCOMPARE(m_analyst->reply<Message::Refused>(4)->error.code, ErrorCode::LiveResponseOff);
    m_bench->crash();
    QCOMPARE(m_bench->tenant().settings.text(TenantSetting::LiveResponse), u"false"_s);
}

void TestTenantMessages::settingsArePublished()
{
    const QString key = settingKey(TenantSetting::UserSessionLimit);
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::SecurityAdministrator});
    QTRY_COMPARE(m_analyst->count<Message::Settings>(), 1); // of their own accord, when somebody connects
    QTRY_COMPARE(
        admin->last<Message::Settings>().values.value(key), settingSpec(TenantSetting::UserSessionLimit).fallback);
    admin->send(Message::ChangeSetting{1, key, u"0"_s});
    admin->send(Message::ChangeSetting{2, key, u"2"_s});
    for (const auto &peer : {admin.get(), m_analyst.get()}) {
        QTRY_COMPARE(peer->last<Message::Settings>().values.value(key), u"2"_s);
        QCOMPARE(peer->last<Message::Settings>().request, 0U);
        QCOMPARE(peer->count<Message::Settings>(), 2); // what is refused changes nothing
    }
}

void TestTenantMessages::theInventoryIsTold()
{
    for (int i = 0; i < 1200; ++i)
        m_bench->addDevice();
    m_analyst->send(Message::WatchTenant{1});
    QTRY_VERIFY(m_analyst->last<Message::Devices>().complete);
    QTRY_VERIFY(m_analyst->last<Message::Sessions>().complete);
    size_t devices = 0;
    for (const auto &batch : m_analyst->all<Message::Devices>()) {
        QVERIFY(batch.devices.size() <= 500);
        devices += batch.devices.size();
    }
    QVERIFY(devices >= 1201);
    m_analyst->forget();
    m_agent = m_bench->connectAgent(m_device);
    QTRY_VERIFY(m_analyst->count<Message::Devices>() == 1);
    QVERIFY(m_analyst->last<Message::Devices>().devices.front().online);
    m_analyst->send(Message::FetchEligibility{2, m_device});
    QTRY_VERIFY(m_analyst->reply<Message::Eligibility>(2));
    QVERIFY(std::ranges::all_of(m_analyst->reply<Message::Eligibility>(2)->conditions, &Condition::met));
}

void TestTenantMessages::aCrashLosesAndDoublesNothing()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent->send(chunk(command, 0, "one\n"));
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().command, command);
    m_agent.reset();
    m_analyst.reset();
    m_bench->crash();

    QCOMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Connected);
    QCOMPARE(record(command).state, CommandState::Running);
    m_agent = m_bench->connectAgent(m_device, {command});
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 1U);
    m_agent->send(chunk(command, 0, "one\n")); // its acknowledgement was lost
    m_agent->send(chunk(command, 1, "two\n"));
    m_agent->send(end(command, 2));
    QTRY_COMPARE(record(command).state, CommandState::Completed);
    QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
    QCOMPARE(m_bench->tenant().store.outputCount(command), 2U);
    const auto journal = m_bench->journal();
    const auto finished = std::get<Event::CommandFinished>(journal.back().event);
    QCOMPARE(finished.outputSha256, QCryptographicHash::hash("one\ntwo\n", QCryptographicHash::Sha256));
    QCOMPARE(inJournal<Event::CommandSent>(), 2);
    for (size_t i = 0; i < journal.size(); ++i)
        QCOMPARE(journal.at(i).number, quint64(i + 1));
    m_analyst = m_bench->connectAnalyst();
    QVERIFY(submit(u"dir"_s) > command);
}

void TestTenantMessages::anAgentThatHoldsNothingIsAskedAgain()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    m_agent = m_bench->connectAgent(m_device);
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
    // It remembers the id from before its restart, and does not run it twice.
    m_agent->send(end(command, 0, CommandState::Interrupted));
    QTRY_COMPARE(record(command).state, CommandState::Interrupted);
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, command);
}

void TestTenantMessages::whatEndedWithoutTheDeviceIsCalledOff()
{
    QVERIFY(openSession().isValid());
    m_agent = m_bench->connectAgent(m_device, {CommandId(4711)});
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, CommandId(4711));
    QCOMPARE(m_agent->last<Message::CancelCommand>().command, CommandId(4711));
}

/// The service died after it had journalled evidence, before that got its blob's name.
void TestTenantMessages::evidenceGetsItsNameAfterACrash()
{
    QVERIFY(openSession().isValid());
    const CommandId command = offered();
    QVERIFY(command.isValid());
    const QByteArray sha256 = QCryptographicHash::hash("content"_ba, QCryptographicHash::Sha256);
    const QString partial = makePartial(command, "content");
    m_bench->tenant().journal.append(AgentActor, {m_device, m_session, command}, Event::EvidenceStored{7, sha256});
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QVERIFY(!QFile::exists(partial));
    QFile blob(m_bench->tenant().evidenceBlobs.path(sha256));
    QVERIFY(blob.open(QFile::ReadOnly));
    QCOMPARE(blob.readAll(), "content");
}

void TestTenantMessages::onlyEvidenceThatIsWaitedForStaysHalf()
{
    QVERIFY(openSession().isValid());
    const CommandId waiting = offered();
    const CommandId over = offered();
    m_agent->send(end(over, 0, CommandState::Failed));
    QTRY_VERIFY(isFinal(record(over).state));
    const QString kept = makePartial(waiting, "half");
    const QString removed = makePartial(over, "half");
    const QString unknown = makePartial(CommandId(4711), "half");
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QVERIFY(QFile::exists(kept));
    QVERIFY(!QFile::exists(removed));
    QVERIFY(!QFile::exists(unknown));
}

void TestTenantMessages::evidenceOfOldSessionsCanBeOpened()
{
    QVERIFY(openSession().isValid());
    const CommandId command = offered();
    const QByteArray sha256 = QCryptographicHash::hash("content"_ba, QCryptographicHash::Sha256);
    Tenant &tenant = m_bench->tenant();
    QVERIFY(tenant.evidenceBlobs.makePlaceFor(sha256));
    QFile blob(tenant.evidenceBlobs.path(sha256));
    QVERIFY(blob.open(QFile::WriteOnly) && blob.write("content") == 7);
    blob.close();
    tenant.journal.append(AgentActor, {m_device, m_session, command}, Event::EvidenceStored{7, sha256});
    m_agent->send(end(command));
    QTRY_VERIFY(isFinal(record(command).state));
    tenant.manager.end(u"ada"_s, m_session, EndReason::User);
    forgetEndedSessions();
    QVERIFY(!tenant.sessions.command(command));

    m_analyst->send(Message::OpenEvidence{.request = 11, .command = command});
    QTRY_VERIFY(m_analyst->reply<Message::Ticket>(11));
    QCOMPARE(m_analyst->reply<Message::Ticket>(11)->sha256, sha256);
    const auto other = m_bench->connectAnalyst(u"bob"_s);
    other->send(Message::OpenEvidence{.request = 12, .command = command});
    QTRY_VERIFY(other->reply<Message::Refused>(12));
    QCOMPARE(other->reply<Message::Refused>(12)->error.code, ErrorCode::NotPermitted);
}

void TestTenantMessages::forgetEndedSessions()
{
    Tenant &tenant = m_bench->tenant();
    for (quint32 i = 0; i < SessionRegister::KeptClosed; ++i) {
        const Subject later{DeviceId(u"elsewhere"_s), tenant.sessions.nextSession(), {}};
        tenant.journal.append(u"ada"_s, later, Event::SessionCreated{});
        tenant.journal.append(u"ada"_s, later, Event::SessionDisconnected{EndReason::User, {}});
    }
}

void TestTenantMessages::aLongSessionIsRememberedToItsEnd()
{
    QVERIFY(openSession().isValid());
    for (int i = 0; i < 10'000; ++i)
        m_bench->tenant().journal.append(AgentActor, {m_device, m_session, {}}, Event::OutputAvailable{});
    m_bench->tenant().manager.end(u"ada"_s, m_session, EndReason::Inactivity);
    forgetEndedSessions();
    m_bench->tenant().turn.finish();
    QVERIFY(!m_bench->tenant().sessions.session(m_session));
    const auto check = [this] {
        const auto recent = m_bench->tenant().sessions.recentOn(m_device, 20, MaxMessageBytes);
        QCOMPARE(recent.size(), 1U);
        QCOMPARE(recent.front().state, SessionState::Disconnected);
        QCOMPARE(recent.front().endReason, EndReason::Inactivity);
        QVERIFY(recent.front().ended.isValid());
    };
    check();
    // As an earlier version left it.
    {
        auto database = openSqlite(m_bench->databasePath(), u"earlier"_s, false);
        QVERIFY(database);
        QVERIFY(QSqlQuery(*database).exec(u"DELETE FROM session_records"_s));
    }
    QSqlDatabase::removeDatabase(u"earlier"_s);
    m_bench->crash();
    check();
}

void TestTenantMessages::recentSessionsFitIntoAMessage()
{
    Tenant &tenant = m_bench->tenant();
    for (int i = 0; i < 20; ++i) {
        const Subject session{m_device, tenant.sessions.nextSession(), {}};
        tenant.journal.append(u"ada"_s, session, Event::SessionCreated{QString(60'000, u'x')});
        tenant.journal.append(u"ada"_s, session, Event::SessionDisconnected{EndReason::User, {}});
    }
    m_analyst->send(Message::FetchEligibility{5, m_device});
    QTRY_VERIFY(m_analyst->reply<Message::Eligibility>(5));
    const auto answer = *m_analyst->reply<Message::Eligibility>(5);
    QVERIFY(!answer.recent.empty());
    QCOMPARE(answer.recent.front().id, tenant.store.lastSession());
    QVERIFY(encode(answer).size() <= MaxMessageBytes);
}

void TestTenantMessages::onlyAdministratorsVerifyTheJournal()
{
    m_analyst->send(Message::VerifyJournal{7});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(7));
    QCOMPARE(m_analyst->reply<Message::Refused>(7)->error.code, ErrorCode::NotPermitted);
    const auto administrator = m_bench->connectAnalyst(u"bob"_s, {Role::SecurityAdministrator});
    administrator->send(Message::VerifyJournal{8});
    QTRY_VERIFY(administrator->reply<Message::JournalVerdict>(8));
    QVERIFY(administrator->reply<Message::JournalVerdict>(8)->whole);
}

QTEST_GUILESS_MAIN(TestTenantMessages)
#include "tst_tenant.moc"
