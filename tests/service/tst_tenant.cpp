// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/row.h"
#include "tests/service/tenantfixture.h"

#include <QCryptographicHash>
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

using Report = std::function<AnyMessage(CommandId)>;

} // namespace

/// Commands and their output, from the request to the journal, with an agent and workstations played by the test.
class TestTenantMessages : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
    void cancelOfACommandNeverSent();
    void cancelAnsweredByTheDevice();
    void cancelWhileTheDeviceIsAway();
    void cancelledWhileAwayNeverRuns();
    void aConnectCancelledWhileAwayEndsItsSession();
    void limitsOfOutputEndACommand();
    void jobsStatusAndForeground();
    void whoWatchesTheJournalOnlyGetsNoOutput();
};

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
    QVERIFY(!output.value(u"whole"_s).toBool()); // it goes on

    // What a script prints is told line by line.
    m_agent->send(Message::CommandOutput{job, 1, ChunkFormat::Text, 0, "one\r\n\ntwo\n"});
    QTRY_COMPARE(m_agent->last<Message::OutputStored>().next, 2U);
    const CommandId again = submit(u"status %1"_s.arg(job.value()));
    QTRY_COMPARE(record(again).state, CommandState::Completed);
    const auto more = readRows(m_bench->tenant().store.output(again, 0)->bytes);
    QVERIFY(more);
    const QCborMap printed = more->front().at(statusSpec.columnIndex(u"output")).toMap();
    QCOMPARE(printed.value(u"lines"_s).toArray(), (QCborArray{u"one"_s, QString(), u"two"_s}));
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

QTEST_GUILESS_MAIN(TestTenantMessages)
#include "tst_tenant.moc"
