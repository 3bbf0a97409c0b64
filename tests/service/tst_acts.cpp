// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Acts as the service sees them: who may, one at a time, and in the journal what the device says it did.
class ServiceActsTest final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { tearDown(); }

    void planStepsAndEndAreInTheJournal();
    void actsAreListedAndFollowed();
    void processesAreListedByTheirNames();
    void theListIsThereAgainAfterACrash();
    void aListOfManyActsComesInParts();
    void aReportTwiceIsOneEntry();
    void aReportThatCannotBeReadIsRefused();
    void twoActsNeverOverlap();
    void whatIsNoActGoesOnMeanwhile();
    void aReasonIsAskedForWhereThePolicyWantsOne();
    void anActNeedsItsThing();
    void onlyAdvancedAnalystsAct();
    void whatIsToldLateIsTold();
    void anAgentThatHoldsAnEndedActMayTellIt();

private:
    void finish(CommandId command, quint32 chunks = 0);
    void report(CommandId command, quint32 index, const ActReport &report);
    /// A whole act, as a device tells it.
    CommandId act(const QString &line, quint64 number, const ActPlan &plan, StepState state = StepState::Done);
    std::vector<ActSummary> fetchActs(quint64 after = 0);
};

namespace {

ActPlan somePlan()
{
    return {.kind = ActKind::Remediate,
        .type = EntityType::File,
        .id = u"/tmp/evil"_s,
        .undoes = {},
        .steps = {{StepKind::MoveFile, u"/tmp/evil"_s, {{u"size"_s, 7}}}},
        .notes = {}};
}

} // namespace

void ServiceActsTest::init()
{
    setUp({Role::Responder, Role::SecurityAdministrator});
    QVERIFY(openConnecting().isValid());
    m_agent->send(end(m_agent->last<Message::RunCommand>().command));
    QTRY_COMPARE(m_bench->tenant().sessions.session(m_session)->state, SessionState::Connected);
}

void ServiceActsTest::finish(CommandId command, quint32 chunks)
{
    m_agent->send(end(command, chunks));
    QTRY_VERIFY(isFinal(record(command).state));
}

void ServiceActsTest::report(CommandId command, quint32 index, const ActReport &report)
{
    m_agent->send(Message::CommandOutput{command, index, ChunkFormat::Report, 0, Codec::toBytes(report)});
}

void ServiceActsTest::planStepsAndEndAreInTheJournal()
{
    const CommandId command = sent(u"remediate file /tmp/evil -reason 'case 7'"_s);
    const auto run = m_agent->last<Message::RunCommand>();
    QCOMPARE(run.analyst, u"ada"_s);
    QVERIFY(run.limits.contains(u"quarantine-bytes"_s) && run.limits.contains(u"quarantine-days"_s));
    report(command, 0, {.act = 3, .plan = somePlan(), .outcome = {}, .end = {}, .undoes = {}});
    report(command, 1,
        {.act = 3,
            .plan = {},
            .outcome = StepOutcome{.step = 0, .state = StepState::Done, .error = {}, .facts = {}},
            .end = {},
            .undoes = {}});
    report(command, 2, {.act = 3, .plan = {}, .outcome = {}, .end = ActState::Done, .undoes = {}});
    finish(command, 3);
    const auto planned = events<Event::ActPlanned>();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned[0].act, 3);
    QCOMPARE(planned[0].plan, somePlan());
    QCOMPARE(planned[0].hash, planHash(somePlan()));
    QCOMPARE(planned[0].reason, u"case 7"_s);
    QCOMPARE(events<Event::ActStepped>().at(0).outcome.state, StepState::Done);
    QCOMPARE(events<Event::ActEnded>().at(0).state, ActState::Done);
}

CommandId ServiceActsTest::act(const QString &line, quint64 number, const ActPlan &plan, StepState state)
{
    const CommandId command = sent(line);
    const QDateTime expires = QDateTime::currentDateTimeUtc().addDays(30);
    report(command, 0, {.act = number, .plan = plan, .outcome = {}, .end = {}, .undoes = {}, .expires = expires});
    const StepOutcome outcome{.step = 0, .state = state, .error = {}, .facts = {}};
    report(command, 1, {.act = number, .plan = {}, .outcome = outcome, .end = {}, .undoes = {}});
    report(command, 2, {.act = number, .plan = {}, .outcome = {}, .end = stateOf({outcome}), .undoes = plan.undoes});
    finish(command, 3);
    return command;
}

std::vector<ActSummary> ServiceActsTest::fetchActs(quint64 after)
{
    std::vector<ActSummary> acts;
    for (bool complete = false; !complete;) {
        const quint32 request = ++m_request;
        m_analyst->send(Message::FetchActs{request, after});
        if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::Acts>(request).has_value(); }))
            return {};
        const auto page = *m_analyst->reply<Message::Acts>(request);
        acts.insert(acts.end(), page.acts.begin(), page.acts.end());
        complete = page.complete || page.acts.empty();
        after = acts.empty() ? after : acts.back().changed;
    }
    return acts;
}

void ServiceActsTest::actsAreListedAndFollowed()
{
    QCOMPARE(fetchActs().size(), 0);
    act(u"remediate file /tmp/evil -reason 'case 7'"_s, 3, somePlan());
    QTRY_VERIFY(m_analyst->count<Message::ActsChanged>() > 0);
    const auto acts = fetchActs();
    QCOMPARE(acts.size(), 1);
    QCOMPARE(acts[0].device, m_device);
    QCOMPARE(acts[0].act, 3);
    QCOMPARE(acts[0].analyst, u"ada"_s);
    QCOMPARE(acts[0].reason, u"case 7"_s);
    QCOMPARE(acts[0].id, u"/tmp/evil"_s);
    QCOMPARE(acts[0].state, ActState::Done);
    QCOMPARE(acts[0].size, 7);
    QVERIFY(canBeUndone(acts[0], QDateTime::currentDateTimeUtc()));
    QVERIFY(!canBeUndone(acts[0], QDateTime::currentDateTimeUtc().addDays(31)));
    QCOMPARE(fetchActs(acts[0].changed).size(), 0);
    // What takes it back changes both.
    ActPlan undo = somePlan();
    undo.kind = ActKind::Undo;
    undo.undoes = 3;
    undo.steps[0].kind = StepKind::RestoreFile;
    act(u"undo file /tmp/evil"_s, 4, undo);
    const auto changed = fetchActs(acts[0].changed);
    QCOMPARE(changed.size(), 2);
    const auto &first = changed[0].act == 3 ? changed[0] : changed[1];
    QCOMPARE(first.state, ActState::Undone);
    QCOMPARE(first.undoneBy, 4);
    QVERIFY(!canBeUndone(first, QDateTime::currentDateTimeUtc()));
}

/// Weeks later their numbers say nothing to anybody.
void ServiceActsTest::processesAreListedByTheirNames()
{
    const QCborArray known{QCborMap{{u"pid"_s, 4711}, {u"name"_s, u"evil"_s}}};
    ActPlan plan = somePlan();
    plan.type = EntityType::Process;
    plan.id = u"4711"_s;
    plan.steps = {
        {StepKind::KillProcesses, u"4711"_s, {{u"known_as"_s, known}}}, {StepKind::MoveFile, u"/tmp/evil"_s, {}}};
    act(u"remediate process 4711"_s, 3, plan);
    plan.type = EntityType::Several;
    plan.id = u"process 4711 file /tmp/evil"_s;
    plan.things =
        std::vector{ActThing{EntityType::Process, u"4711"_s, {0}}, ActThing{EntityType::File, u"/tmp/evil"_s, {0}}};
    act(u"remediate process 4711 file /tmp/evil"_s, 4, plan);
    QTRY_COMPARE(fetchActs().size(), 2);
    const auto acts = fetchActs();
    QCOMPARE(acts[0].id, u"evil (4711)"_s);
    QCOMPARE(
        acts[0].besides.value_or(QStringList()), QStringList{u"/tmp/evil"_s}); // what of it went is found in the list
    QVERIFY(!acts[1].besides);
    QVERIFY(!canBeUndone(acts[0], QDateTime::currentDateTimeUtc())); // nobody brings a process back
    QCOMPARE(acts[1].id, u"process \"evil (4711)\" file /tmp/evil"_s);
}

void ServiceActsTest::theListIsThereAgainAfterACrash()
{
    act(u"remediate file /tmp/evil"_s, 3, somePlan());
    act(u"remediate file /tmp/other"_s, 4, somePlan(), StepState::Refused);
    const auto before = fetchActs();
    QCOMPARE(before.size(), 2);
    QCOMPARE(before[1].state, ActState::Untouched);
    QCOMPARE(before[1].size, 0);
    m_agent.reset();
    m_analyst.reset();
    m_bench->crash();
    m_analyst = m_bench->connectAnalyst(u"ada"_s);
    QCOMPARE(fetchActs(), before);
}

void ServiceActsTest::aListOfManyActsComesInParts()
{
    constexpr int many = 1200;
    for (int i = 1; i <= many; ++i)
        m_bench->tenant().journal.append(u"agent"_s, {m_device, m_session, CommandId(10'000 + quint64(i))},
            Event::ActPlanned{quint64(i), planHash(somePlan()), somePlan(), {}, {}, {}});
    const auto acts = fetchActs();
    QCOMPARE(acts.size(), many);
    QCOMPARE(acts.front().act, 1);
    QCOMPARE(acts.back().act, many);
    QCOMPARE(acts.back().state, ActState::Begun);
    QVERIFY(m_analyst->count<Message::Acts>() > 1);
}

void ServiceActsTest::aReportTwiceIsOneEntry()
{
    const CommandId command = sent(u"remediate file /tmp/evil"_s);
    for (int i = 0; i < 3; ++i)
        report(command, 0, {.act = 3, .plan = somePlan(), .outcome = {}, .end = {}, .undoes = {}});
    finish(command, 1);
    QCOMPARE(events<Event::ActPlanned>().size(), 1);
}

void ServiceActsTest::aReportThatCannotBeReadIsRefused()
{
    const CommandId command = sent(u"remediate file /tmp/evil"_s);
    m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Report, 0, "nonsense"});
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(events<Event::ActPlanned>().size(), 0);
}

void ServiceActsTest::twoActsNeverOverlap()
{
    const CommandId first = sent(u"remediate file /tmp/one &"_s);
    const CommandId second = submit(u"undo file /tmp/two &"_s);
    const CommandId third = submit(u"remediate process 7 &"_s);
    QVERIFY(first.isValid());
    QCOMPARE(m_agent->last<Message::RunCommand>().command, first);
    QCOMPARE(record(second).state, CommandState::Created);
    finish(first);
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, second);
    QCOMPARE(record(third).state, CommandState::Created);
    finish(second);
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, third);
}

void ServiceActsTest::whatIsNoActGoesOnMeanwhile()
{
    QVERIFY(sent(u"remediate file /tmp/one &"_s).isValid());
    QVERIFY(sent(u"processes"_s).isValid());
}

void ServiceActsTest::aReasonIsAskedForWhereThePolicyWantsOne()
{
    m_analyst->send(Message::ChangeSetting{2, settingKey(TenantSetting::ActReason), u"true"_s});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(2));
    for (const QString &line : {u"remediate file /tmp/evil"_s, u"undo file /tmp/evil"_s,
             u"remediate file /tmp/evil -reason ' '"_s, u"isolate"_s, u"isolate -reason ''"_s, u"release"_s}) {
        const CommandRecord &refused = record(submit(line));
        QCOMPARE(refused.state, CommandState::Rejected);
        QCOMPARE(refused.errors.at(0).code, ErrorCode::ReasonMissing);
    }
    for (const QString &line :
        {u"remediate file /tmp/evil -plan"_s, u"remediate list"_s, u"remediate file /tmp/evil -reason why"_s,
            u"isolate -plan"_s, u"isolate -reason why"_s, u"release -reason why"_s})
        finish(sent(line));
}

void ServiceActsTest::anActNeedsItsThing()
{
    const CommandRecord &refused = record(submit(u"remediate file"_s));
    QCOMPARE(refused.state, CommandState::Rejected);
    QCOMPARE(refused.errors.at(0).code, ErrorCode::MissingParameter);
    QCOMPARE(refused.errors.at(0).subject, u"id"_s);
}

void ServiceActsTest::onlyAdvancedAnalystsAct()
{
    const DeviceId device = m_bench->addDevice(u"desk-2"_s);
    const auto agent = m_bench->connectAgent(device);
    const auto basic = m_bench->connectAnalyst(u"bob"_s, {Role::Analyst});
    basic->send(Message::StartSession{1, device, {}, false});
    QTRY_VERIFY(basic->reply<Message::SessionStarted>(1));
    basic->send(Message::SubmitLine{2, basic->reply<Message::SessionStarted>(1)->session.id, u"remediate list"_s, {}});
    QTRY_VERIFY(basic->reply<Message::LineTaken>(2));
    const CommandRecord &refused = record(basic->reply<Message::LineTaken>(2)->command);
    QCOMPARE(refused.state, CommandState::Rejected);
    QCOMPARE(refused.errors.at(0).code, ErrorCode::RoleTooLow);
}

/// An act goes on while its device is away, and its command has ended for the service.
void ServiceActsTest::whatIsToldLateIsTold()
{
    const CommandId command = sent(u"remediate file /tmp/evil"_s);
    report(command, 0, {.act = 3, .plan = somePlan(), .outcome = {}, .end = {}, .undoes = {}});
    finish(command, 1);
    for (int i = 0; i < 2; ++i)
        report(command, 1, {.act = 3, .plan = {}, .outcome = {}, .end = ActState::Done, .undoes = {}});
    QTRY_COMPARE(events<Event::ActEnded>().size(), 1);
    m_agent->send(end(command, 2));
    QTRY_VERIFY(m_agent->last<Message::EndStored>().command == command);
    QCOMPARE(events<Event::ActEnded>().size(), 1);
    QVERIFY(!m_agent->isClosed());
}

void ServiceActsTest::anAgentThatHoldsAnEndedActMayTellIt()
{
    const CommandId act = sent(u"remediate file /tmp/evil"_s);
    finish(act);
    const CommandId other = sent(u"processes"_s);
    finish(other);
    m_agent = m_bench->connectAgent(m_device, {act, other});
    // What may still run is not wanted; but the act is listened to.
    QTRY_COMPARE(m_agent->count<Message::CancelCommand>(), 2);
    QTRY_COMPARE(m_agent->count<Message::EndStored>(), 1);
    QCOMPARE(m_agent->last<Message::EndStored>().command, other);
    report(act, 0, {.act = 3, .plan = somePlan(), .outcome = {}, .end = {}, .undoes = {}});
    report(act, 1, {.act = 3, .plan = {}, .outcome = {}, .end = ActState::Done, .undoes = {}});
    m_agent->send(end(act, 2));
    QTRY_COMPARE(m_agent->last<Message::EndStored>().command, act);
    QCOMPARE(events<Event::ActPlanned>().size(), 1);
    QCOMPARE(events<Event::ActEnded>().size(), 1);
}

QTEST_GUILESS_MAIN(ServiceActsTest)
#include "tst_acts.moc"
