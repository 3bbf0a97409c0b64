// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "protocol/command/approvalrule.h"
#include "protocol/command/rows.h"
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Four eyes: a line waits for a second person, and runs as it was shown to them or not at all.
class TestApprovals final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_sec.reset();
        tearDown();
    }

    void rulesAreRead_data();
    void rulesAreRead();
    void whatIsNoRuleIsRefused();
    void theLineWaits();
    void approvedItRuns();
    void deniedItDoesNot();
    void aDenialHasAReason();
    void nobodyApprovesTheirOwn();
    void onlyWhoMayApproves();
    void aGroupWantsItBesides();
    void nobodyAnswers();
    void aRestartForgetsNothing();
    void whatMayNotBeDoneAnyMoreIsNotDone();
    void withItsSessionItEnds();
    void whoeverTypedItGivesItUp();
    void itIsDecidedOnce();
    void anActShowsItsPlan();
    void aSessionStaysWhileItsLineWaits();
    void soManyWait();
    void whatNobodyTypedDoesNotWait();

private:
    bool want(const QString &verbs)
    {
        return done(*m_sec, Message::ChangeSetting{.key = u"approval-verbs"_s, .value = verbs});
    }
    CommandId held(const QString &line = u"getfile /etc/hosts"_s)
    {
        const CommandId command = submit(line);
        return command.isValid() && record(command).state == CommandState::Held ? command : CommandId();
    }
    static Message::DecideApproval decision(CommandId command, bool approved, const QString &reason = u"seen"_s)
    {
        return {.command = command, .approved = approved, .reason = reason};
    }
    qsizetype sentRuns() { return m_agent->count<Message::RunCommand>(); }
    /// As a device answers `isolate -plan`.
    QString plan()
    {
        const CommandId command = started(u"isolate -plan"_s);
        const CommandSpec &isolate = *Catalogue::instance().find(u"isolate");
        QCborArray row;
        for (qsizetype i = 0; i < isolate.columns.size(); ++i)
            row.append(nullptr);
        const QString hash(64, u'a');
        row[isolate.columnIndex(u"plan")] = hash;
        RowWriter rows;
        rows.addRow(row);
        m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Rows, 1, rows.take()});
        m_agent->send(end(command, 1));
        const auto isDone = [&] { return record(command).state == CommandState::Completed; };
        return QTest::qWaitFor(isDone) ? hash : QString();
    }

    std::unique_ptr<TestPeer> m_sec;
};

void TestApprovals::init()
{
    setUp({Role::Responder});
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"ada"_s), {}, {Role::Responder}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"sec"_s), {}, {Role::SecurityAdministrator}));
    m_sec = m_bench->connectAnalyst(u"sec"_s, {Role::SecurityAdministrator});
}

void TestApprovals::rulesAreRead_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("needed");
    QTest::newRow("none") << QString() << u"getfile /a"_s << false;
    QTest::newRow("the verb") << u"getfile"_s << u"getfile /a"_s << true;
    QTest::newRow("by another name") << u"Getfile"_s << u"getfile /a"_s << true;
    QTest::newRow("one of several") << u"run , getfile"_s << u"getfile /a"_s << true;
    QTest::newRow("another verb") << u"run"_s << u"getfile /a"_s << false;
    QTest::newRow("with a flag") << u"collect -memory"_s << u"collect -memory"_s << true;
    QTest::newRow("without its flag") << u"collect -memory"_s << u"collect"_s << false;
    QTest::newRow("an act") << u"isolate"_s << u"isolate"_s << true;
    QTest::newRow("its plan") << u"isolate"_s << u"isolate -plan"_s << false;
    QTest::newRow("a list") << u"remediate"_s << u"remediate list"_s << false;
}

void TestApprovals::rulesAreRead()
{
    QFETCH(QString, rules);
    QFETCH(QString, line);
    QFETCH(bool, needed);
    QVERIFY(checkApprovalRules(rules));
    const auto invocation = parseLine(line);
    QVERIFY(invocation);
    QCOMPARE(needsApproval(rules, *invocation), needed);
}

void TestApprovals::whatIsNoRuleIsRefused()
{
    for (const auto &bad : {u"nonsense"_s, u"connect"_s, u"jobs"_s, u"collect -never"_s, u"collect memory"_s}) {
        const auto refused = refusal(*m_sec, Message::ChangeSetting{.key = u"approval-verbs"_s, .value = bad});
        QVERIFY2(refused, qPrintable(bad));
    }
    QVERIFY(want(u"collect -memory, run"_s));
}

void TestApprovals::theLineWaits()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    QTRY_COMPARE(m_bench->tenant().inventory.record(m_device).approval, std::optional(u"getfile"_s));
    const auto runs = sentRuns();
    const CommandId command = held();
    QVERIFY(command.isValid());
    QCOMPARE(sentRuns(), runs);
    QVERIFY(record(command).approvalUntil > QDateTime::currentDateTimeUtc().addDuration(29min));
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->commandCount, 2U);
    // Both are told at once; nobody else is.
    for (TestPeer *peer : {m_sec.get(), m_analyst.get()}) {
        QTRY_COMPARE(peer->last<Message::Approvals>().approvals.size(), size_t(1));
        const ApprovalRecord waiting = peer->last<Message::Approvals>().approvals.front();
        QCOMPARE(waiting.command, command);
        QCOMPARE(waiting.line, u"getfile /etc/hosts"_s);
        QCOMPARE(waiting.analyst, u"ada"_s);
        QCOMPARE(waiting.group, UngroupedDevices);
        QVERIFY(!waiting.hasPlan);
        QVERIFY(waiting.left > 29min && waiting.left <= 30min);
    }
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Responder});
    QVERIFY(ask<Message::Approvals>(*eve, Message::FetchApprovals{})->approvals.empty());
    // What needs none runs meanwhile.
    QVERIFY(sent(u"processes"_s).isValid());
}

void TestApprovals::approvedItRuns()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    QVERIFY(done(*m_sec, decision(command, true)));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
    QCOMPARE(m_agent->last<Message::RunCommand>().invocation, events<Event::ApprovalRequested>().front().invocation);
    QCOMPARE(record(command).approvedBy, std::optional(u"sec"_s));
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->commandCount, 2U);
    QStringList actors;
    for (const JournalEntry &entry : m_bench->tenant().store.entriesOf(command))
        actors << u"%1 %2"_s.arg(eventName(entry.event), entry.actor);
    QCOMPARE(actors.first(3),
        (QStringList{u"approval-requested ada"_s, u"approval-decided sec"_s, u"command-accepted ada"_s}));
    QCOMPARE(events<Event::ApprovalDecided>().front().reason, u"seen"_s);
    QTRY_VERIFY(m_sec->last<Message::Approvals>().approvals.empty());
}

void TestApprovals::deniedItDoesNot()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const auto runs = sentRuns();
    const CommandId command = held();
    QVERIFY(done(*m_sec, decision(command, false, u"not on this one"_s)));
    QVERIFY(record(command).state == CommandState::Rejected);
    const Error error = record(command).errors.front();
    QCOMPARE(error.code, ErrorCode::ApprovalDenied);
    QCOMPARE(error.facts.text(Fact::Holder), u"sec"_s);
    QCOMPARE(error.reason, u"not on this one"_s);
    QCOMPARE(sentRuns(), runs);
}

void TestApprovals::aDenialHasAReason()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    QCOMPARE(refusal(*m_sec, decision(command, false, u" "_s))->code, ErrorCode::BadValue);
    QCOMPARE(refusal(*m_sec, decision(command, true, QString(1001, u'x')))->code, ErrorCode::BadValue);
    QVERIFY(record(command).state == CommandState::Held);
    QCOMPARE(inJournal<Event::ApprovalDecided>(), 0);
}

void TestApprovals::nobodyApprovesTheirOwn()
{
    const auto root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    // In somebody else's session, either.
    QVERIFY(done(*root, Message::WatchSession{.session = m_session, .acts = true}));
    const auto taken = ask<Message::LineTaken>(
        *root, Message::SubmitLine{.session = m_session, .line = u"getfile /etc/hosts"_s, .submission = {}});
    QVERIFY(record(taken->command).state == CommandState::Held);
    const auto refused = refusal(*root, decision(taken->command, true));
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    QVERIFY(reasonOf(*refused) == Reason::OwnRequest);
    const CommandId own = held();
    QCOMPARE(refusal(*m_analyst, decision(own, true))->code, ErrorCode::NotPermitted);
    QVERIFY(record(own).state == CommandState::Held);
    QVERIFY(done(*root, decision(own, true)));
}

void TestApprovals::onlyWhoMayApproves()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Responder});
    const auto refused = refusal(*eve, decision(command, true));
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    QCOMPARE(refused->facts.text(Fact::Permission), u"approve-commands"_s);
    QCOMPARE(refusal(*eve, Message::FetchApprovalPlan{.command = command})->code, ErrorCode::NotPermitted);
    // For devices of another group.
    const auto root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    DeviceGroup servers{.name = u"servers"_s, .description = {}, .rule = {}};
    servers.rule.tags = {u"server"_s};
    QVERIFY(done(*root, Message::AddGroup{.group = servers}));
    QVERIFY(done(*root, Message::AddRole{.role = {u"second"_s, {}, {Permission::ApproveCommands}, {u"servers"_s}}}));
    const auto second = m_bench->connectAnalyst(u"sam"_s, {u"second"_s});
    QCOMPARE(refusal(*second, decision(command, true))->code, ErrorCode::OutOfScope);
    QVERIFY(ask<Message::Approvals>(*second, Message::FetchApprovals{})->approvals.empty());
    QVERIFY(done(*root, Message::ChangeTags{.devices = {m_device}, .add = {u"server"_s}, .remove = {}}));
    QCOMPARE(ask<Message::Approvals>(*second, Message::FetchApprovals{})->approvals.size(), size_t(1));
    QVERIFY(done(*second, decision(command, true)));
}

void TestApprovals::aGroupWantsItBesides()
{
    QVERIFY(openSession().isValid());
    const auto root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    DeviceGroup desks{.name = u"desks"_s, .description = {}, .rule = {}};
    desks.rule.tags = {u"desk"_s};
    desks.approval = u"nonsense"_s;
    QVERIFY(refusal(*root, Message::AddGroup{.group = desks}));
    desks.approval = u"getfile"_s;
    QVERIFY(done(*root, Message::AddGroup{.group = desks}));
    QVERIFY(want(u"collect -memory"_s));
    QVERIFY(!held().isValid());
    QVERIFY(done(*root, Message::ChangeTags{.devices = {m_device}, .add = {u"desk"_s}, .remove = {}}));
    QVERIFY(held().isValid());
    QVERIFY(held(u"collect -memory"_s).isValid());
    desks.approval = {};
    QVERIFY(done(*root, Message::ChangeGroup{.name = u"desks"_s, .group = desks}));
    QVERIFY(!held().isValid());
}

void TestApprovals::nobodyAnswers()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    QVERIFY(done(*m_sec, Message::ChangeSetting{.key = u"approval-minutes"_s, .value = u"5"_s}));
    const CommandId command = held();
    m_bench->tenant().commands.expireHeld(QDateTime::currentDateTimeUtc().addDuration(4min));
    QVERIFY(record(command).state == CommandState::Held);
    m_bench->tenant().commands.expireHeld(QDateTime::currentDateTimeUtc().addDuration(5min));
    QVERIFY(record(command).state == CommandState::Rejected);
    QCOMPARE(record(command).errors.front().code, ErrorCode::ApprovalExpired);
    QCOMPARE(refusal(*m_sec, decision(command, true))->code, ErrorCode::ApprovalUnknown);
}

void TestApprovals::aRestartForgetsNothing()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    const QDateTime until = record(command).approvalUntil.value();
    m_sec.reset();
    m_bench->crash();
    m_agent = m_bench->connectAgent(m_device);
    m_sec = m_bench->connectAnalyst(u"sec"_s, {Role::SecurityAdministrator});
    QTRY_COMPARE(m_sec->last<Message::Approvals>().approvals.size(), size_t(1));
    QCOMPARE(m_sec->last<Message::Approvals>().approvals.front().expires, until);
    QVERIFY(done(*m_sec, decision(command, true)));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
}

void TestApprovals::whatMayNotBeDoneAnyMoreIsNotDone()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const auto runs = sentRuns();
    const CommandId command = held();
    DeviceFacts facts = linuxFacts();
    facts.never = QStringList{u"getfile"_s};
    m_bench->tenant().inventory.setOnline(m_device, facts);
    // Whoever approves is told, too.
    QCOMPARE(refusal(*m_sec, decision(command, true))->code, ErrorCode::DeviceForbids);
    QVERIFY(record(command).state == CommandState::Rejected);
    QCOMPARE(record(command).errors.front().code, ErrorCode::DeviceForbids);
    QCOMPARE(sentRuns(), runs);
    QCOMPARE(inJournal<Event::ApprovalDecided>(), 1);
}

void TestApprovals::withItsSessionItEnds()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    QVERIFY(done(*m_analyst, Message::CloseSession{.session = m_session}));
    QCOMPARE(m_bench->tenant().sessions.recall(command)->command.errors.front().code, ErrorCode::SessionClosed);
    QTRY_VERIFY(m_sec->last<Message::Approvals>().approvals.empty());
}

void TestApprovals::whoeverTypedItGivesItUp()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    QVERIFY(done(*m_analyst, Message::AskCancel{.command = command}));
    QVERIFY(record(command).state == CommandState::Cancelled);
    QCOMPARE(record(command).errors.front().code, ErrorCode::Cancelled);
}

void TestApprovals::itIsDecidedOnce()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    QVERIFY(done(*m_sec, decision(command, true)));
    QCOMPARE(refusal(*m_sec, decision(command, false))->code, ErrorCode::ApprovalUnknown);
    QCOMPARE(inJournal<Event::ApprovalDecided>(), 1);
}

void TestApprovals::anActShowsItsPlan()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"isolate"_s));
    // Nobody could say what it is that they approve.
    const CommandId blind = submit(u"isolate -reason x"_s);
    QCOMPARE(record(blind).errors.front().code, ErrorCode::PlanMissing);
    const CommandId wrong = submit(u"isolate -approve "_s + QString(64, u'b'));
    QCOMPARE(record(wrong).errors.front().code, ErrorCode::PlanMissing);
    const QString hash = plan();
    QVERIFY(!hash.isEmpty());
    const CommandId command = held(u"isolate -reason \"case 7\" -approve "_s + hash);
    QVERIFY(command.isValid());
    QTRY_VERIFY(!m_sec->last<Message::Approvals>().approvals.empty());
    const ApprovalRecord waiting = m_sec->last<Message::Approvals>().approvals.front();
    QVERIFY(waiting.hasPlan);
    QCOMPARE(waiting.reason, u"case 7"_s);
    const auto shown = ask<Message::ApprovalPlan>(*m_sec, Message::FetchApprovalPlan{.command = command});
    QCOMPARE(shown->verb, u"isolate"_s);
    QCOMPARE(shown->rows.size(), size_t(1));
    QCOMPARE(readRows(shown->rows.front())->size(), size_t(1));
    QVERIFY(done(*m_sec, decision(command, true)));
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, command);
    QCOMPARE(m_agent->last<Message::RunCommand>().invocation.value(u"approve"_s), hash);
}

void TestApprovals::aSessionStaysWhileItsLineWaits()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    const CommandId command = held();
    m_bench->tenant().manager.endInactive(QDateTime::currentDateTimeUtc().addDuration(2h));
    QVERIFY(m_bench->tenant().sessions.isLive(m_session));
    QVERIFY(done(*m_sec, decision(command, false)));
    m_bench->tenant().manager.endInactive(QDateTime::currentDateTimeUtc().addDuration(2h));
    QVERIFY(!m_bench->tenant().sessions.isLive(m_session));
}

void TestApprovals::soManyWait()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"getfile"_s));
    for (qsizetype i = 0; i < Approvals::MostHeld; ++i)
        QVERIFY(held().isValid());
    const CommandId oneMore = submit(u"getfile /etc/hosts"_s);
    QCOMPARE(record(oneMore).errors.front().code, ErrorCode::LimitReached);
}

void TestApprovals::whatNobodyTypedDoesNotWait()
{
    QVERIFY(openSession().isValid());
    QVERIFY(want(u"processes"_s));
    const auto taken = ask<Message::LineTaken>(*m_analyst,
        Message::SubmitLine{
            .session = m_session, .line = u"processes"_s, .submission = {}, .origin = LineOrigin::Completion});
    QVERIFY(record(taken->command).state == CommandState::Rejected);
    QVERIFY(reasonOf(record(taken->command).errors.front()) == Reason::NeedsApproval);
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
