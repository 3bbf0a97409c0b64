// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Roles for a time: who may take them, what they give, and how they end.
class TestElevation final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_root.reset();
        tearDown();
    }

    void whoIsEligibleTakesARole();
    void itReachesWhoIsSignedIn();
    void whoIsNotEligibleTakesNone();
    void refusalsNameTheWay();
    void itHasTerms_data();
    void itHasTerms();
    void anAdministratorGrantsIt();
    void itEndsByItself();
    void whatItGaveEndsWithIt();
    void whoeverHasItGivesItUp();
    void anAdministratorWithdrawsIt();
    void anotherOneTakesItsPlace();
    void aRestartDoesNotEndIt();
    void whatWasOverDuringARestartIsOver();
    void aClockSetBackDoesNotLengthenIt();
    void itGivesNothingToOthers();
    void otherRolesEndIt();
    void whatIsEligibleEndsNoConnection();
    void aRoleThatSomebodyMayTakeStays();
    void theTableIsProved();

private:
    bool makeEligible(const QStringList &roles)
    {
        return done(*m_root, Message::ChangeUser{.user = UserName(u"ada"_s), .eligible = roles});
    }
    static Message::ElevateRole elevation(
        const QString &role = Role::Responder, std::chrono::seconds valid = 10min, const QString &reason = u"case 7"_s)
    {
        return {.user = {}, .role = role, .valid = valid, .reason = reason};
    }
    bool mayRespond()
    {
        return m_bench->tenant().analystNow(UserName(u"ada"_s)).grants.onTenant().contains(Permission::Response);
    }

    std::unique_ptr<TestPeer> m_root;
};

void TestElevation::init()
{
    setUp({Role::Analyst});
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"root"_s), {}, {Role::GlobalAdministrator}));
    QVERIFY(m_bench->tenant().addUser(ServiceActor, UserName(u"ada"_s), {}, {Role::Analyst}));
    m_root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
}

void TestElevation::whoIsEligibleTakesARole()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(!mayRespond());
    const auto before = QDateTime::currentDateTimeUtc();
    QVERIFY(done(*m_analyst, elevation()));
    QVERIFY(mayRespond());
    const auto journalled = events<Event::RoleElevated>();
    QCOMPARE(journalled.size(), size_t(1));
    QCOMPARE(journalled.front().user, UserName(u"ada"_s));
    QCOMPARE(journalled.front().role, Role::Responder);
    QCOMPARE(journalled.front().reason, u"case 7"_s);
    QVERIFY(journalled.front().until >= before.addDuration(10min));
    QVERIFY(journalled.front().until <= QDateTime::currentDateTimeUtc().addDuration(10min));
    // Everybody's are for who administers users.
    QCOMPARE(ask<Message::Elevations>(*m_root, Message::FetchElevations{})->elevations.size(), size_t(1));
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Analyst});
    QVERIFY(ask<Message::Elevations>(*eve, Message::FetchElevations{})->elevations.empty());
}

void TestElevation::itReachesWhoIsSignedIn()
{
    QTRY_COMPARE(m_analyst->count<Message::Elevations>(), 1);
    QVERIFY(makeEligible({Role::Responder}));
    QTRY_COMPARE(m_analyst->last<Message::Elevations>().eligible, QStringList{Role::Responder});
    QVERIFY(done(*m_analyst, elevation()));
    QTRY_COMPARE(m_analyst->last<Message::Elevations>().elevations.size(), size_t(1));
    const ElevationRecord own = m_analyst->last<Message::Elevations>().elevations.front();
    QCOMPARE(own.by, u"ada"_s);
    QVERIFY(own.left > 9min && own.left <= 10min);
    QTRY_COMPARE(m_analyst->count<Message::GrantsChanged>(), 1);
    QVERIFY(Grants(m_analyst->last<Message::GrantsChanged>().grants).onTenant().contains(Permission::Response));
    // Nobody else is told.
    QVERIFY(m_root->last<Message::Elevations>().elevations.empty());
}

void TestElevation::whoIsNotEligibleTakesNone()
{
    QCOMPARE(refusal(*m_analyst, elevation())->code, ErrorCode::NotEligible);
    QVERIFY(makeEligible({Role::Responder}));
    QCOMPARE(refusal(*m_analyst, elevation(Role::GlobalAdministrator))->code, ErrorCode::NotEligible);
    Message::ElevateRole forRoot = elevation();
    forRoot.user = UserName(u"root"_s);
    const auto refused = refusal(*m_analyst, forRoot);
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    QCOMPARE(refused->facts.text(Fact::Permission), u"authorization"_s);
    QCOMPARE(inJournal<Event::RoleElevated>(), 0);
    QCOMPARE(refusal(*m_root, Message::ChangeUser{.user = UserName(u"ada"_s), .eligible = QStringList{u"x"_s}})->code,
        ErrorCode::BadValue);
}

/// Whoever lacks a permission that they may take for a time need not ask anybody.
void TestElevation::refusalsNameTheWay()
{
    const Message::MakeReleaseCode code{.device = m_device, .valid = 60s};
    QVERIFY(!refusal(*m_analyst, code)->facts.contains(Fact::Eligible));
    QVERIFY(makeEligible({Role::Responder}));
    QCOMPARE(refusal(*m_analyst, code)->facts.text(Fact::Eligible), Role::Responder);
    QTRY_COMPARE(m_analyst->last<Message::Elevations>().gives->size(), size_t(1));
    QVERIFY(!refusal(*m_analyst, Message::FetchUsers{})->facts.contains(Fact::Eligible)); // that role gives it neither
}

void TestElevation::itHasTerms_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("subject");
    QTest::newRow("no time") << qint64(0) << u"case 7"_s << u"minutes"_s;
    QTest::newRow("a time before now") << qint64(-60) << u"case 7"_s << u"minutes"_s;
    QTest::newRow("too long") << qint64(3601) << u"case 7"_s << u"minutes"_s;
    QTest::newRow("no reason") << qint64(60) << QString() << u"reason"_s;
    QTest::newRow("a blank reason") << qint64(60) << u"  "_s << u"reason"_s;
    QTest::newRow("a long reason") << qint64(60) << QString(1001, u'x') << u"reason"_s;
}

void TestElevation::itHasTerms()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, reason);
    QFETCH(QString, subject);
    QVERIFY(makeEligible({Role::Responder}));
    const auto refused = refusal(*m_analyst, elevation(Role::Responder, std::chrono::seconds(seconds), reason));
    QCOMPARE(refused->code, ErrorCode::BadValue);
    QCOMPARE(refused->subject, subject);
    QVERIFY(!mayRespond());
}

void TestElevation::anAdministratorGrantsIt()
{
    Message::ElevateRole grant = elevation();
    grant.user = UserName(u"ada"_s);
    QVERIFY(done(*m_root, grant));
    QVERIFY(mayRespond());
    QTRY_COMPARE(m_analyst->last<Message::Elevations>().elevations.front().by, u"root"_s);
    grant.user = UserName(u"nobody"_s);
    QCOMPARE(refusal(*m_root, grant)->code, ErrorCode::UserUnknown);
    grant.user = UserName(u"ada"_s);
    grant.role = u"none"_s;
    QCOMPARE(refusal(*m_root, grant)->code, ErrorCode::BadValue);
}

void TestElevation::itEndsByItself()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation(Role::Responder, 1s)));
    QVERIFY(mayRespond());
    QTRY_COMPARE(inJournal<Event::ElevationEnded>(), 1);
    QVERIFY(!mayRespond());
    QVERIFY(events<Event::ElevationEnded>().front().cause == ElevationEnd::Expired);
    QTRY_VERIFY(m_analyst->last<Message::Elevations>().elevations.empty());
    QVERIFY(!Grants(m_analyst->last<Message::GrantsChanged>().grants).onTenant().contains(Permission::Response));
}

void TestElevation::whatItGaveEndsWithIt()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation(Role::Responder, 30min)));
    QVERIFY(openSession().isValid());
    const CommandId command = sent(u"isolate -plan"_s);
    QVERIFY(command.isValid());
    m_bench->tenant().elevations.sweep(QDateTime::currentDateTimeUtc().addDuration(31min));
    QTRY_COMPARE(m_agent->count<Message::CancelCommand>(), 1);
    QCOMPARE(m_agent->last<Message::CancelCommand>().command, command);
    // What the role that stays gives goes on.
    QVERIFY(m_bench->tenant().sessions.isLive(m_session));
}

void TestElevation::whoeverHasItGivesItUp()
{
    QVERIFY(makeEligible({Role::Responder}));
    QCOMPARE(refusal(*m_analyst, Message::EndElevation{.role = Role::Responder})->code, ErrorCode::RoleUnknown);
    QVERIFY(done(*m_analyst, elevation()));
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Analyst});
    const Message::EndElevation theirs{.user = UserName(u"ada"_s), .role = Role::Responder};
    QCOMPARE(refusal(*eve, theirs)->code, ErrorCode::NotPermitted);
    QVERIFY(mayRespond());
    QVERIFY(done(*m_analyst, Message::EndElevation{.role = Role::Responder}));
    QVERIFY(!mayRespond());
    QVERIFY(events<Event::ElevationEnded>().front().cause == ElevationEnd::GivenUp);
}

void TestElevation::anAdministratorWithdrawsIt()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation()));
    QVERIFY(done(*m_root, Message::EndElevation{.user = UserName(u"ada"_s), .role = Role::Responder}));
    QVERIFY(!mayRespond());
    QVERIFY(events<Event::ElevationEnded>().front().cause == ElevationEnd::Withdrawn);
}

void TestElevation::anotherOneTakesItsPlace()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation(Role::Responder, 30min)));
    QVERIFY(done(*m_analyst, elevation(Role::Responder, 5min, u"case 8"_s)));
    const auto records = m_bench->tenant().elevations.all();
    QCOMPARE(records.size(), size_t(1));
    QCOMPARE(records.front().reason, u"case 8"_s);
    QVERIFY(records.front().left <= 5min);
}

void TestElevation::aRestartDoesNotEndIt()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation()));
    const auto before = m_bench->tenant().elevations.all().front();
    m_root.reset();
    m_bench->crash();
    const auto after = m_bench->tenant().elevations.all();
    QCOMPARE(after.size(), size_t(1));
    QCOMPARE(after.front().until, before.until);
    QVERIFY(after.front().left <= before.left);
    QVERIFY(mayRespond());
    m_bench->tenant().elevations.sweep(before.until);
    QVERIFY(!mayRespond());
}

void TestElevation::whatWasOverDuringARestartIsOver()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation(Role::Responder, 1s)));
    const auto until = m_bench->tenant().elevations.all().front().until;
    m_root.reset();
    m_bench->stop();
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > until);
    m_bench->goOn();
    QVERIFY(!mayRespond());
    QCOMPARE(inJournal<Event::ElevationEnded>(), 1);
}

void TestElevation::aClockSetBackDoesNotLengthenIt()
{
    const auto now = QDateTime::currentDateTimeUtc();
    // While the service runs.
    const Deadline deadline(now.addDuration(10min));
    QVERIFY(deadline.leftAt(now.addDuration(-1h)) <= 10min);
    QVERIFY(deadline.leftAt(now.addDuration(9min)) <= 1min);
    QCOMPARE(deadline.leftAt(now.addDuration(11min)).count(), 0);
    // It was granted for ten minutes, an hour from now by a clock that has been set back since; five of them have passed.
    Store &store = m_bench->tenant().store;
    const ElevationRecord record{
        UserName(u"ada"_s), Role::Responder, u"case 7"_s, u"ada"_s, now.addDuration(1h), now.addDuration(70min), 5min};
    store.saveElevation(record);
    const Elevations kept(store);
    QCOMPARE(kept.all().size(), size_t(1));
    QVERIFY(kept.all().front().left <= 5min);
    // Nor when nobody wrote down how much has passed.
    ElevationRecord fresh = record;
    fresh.left = 10min;
    store.saveElevation(fresh);
    QVERIFY(Elevations(store).all().front().left <= 10min);
}

void TestElevation::itGivesNothingToOthers()
{
    QVERIFY(makeEligible({Role::GlobalAdministrator}));
    QVERIFY(done(*m_analyst, elevation(Role::GlobalAdministrator)));
    Message::ElevateRole grant = elevation();
    grant.user = UserName(u"root"_s);
    const auto refused = refusal(*m_analyst, grant);
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    QVERIFY(reasonOf(*refused) == Reason::OnlyForATime);
    // And somebody has to be left who always may.
    QCOMPARE(refusal(*m_analyst, Message::ChangeUser{.user = UserName(u"root"_s), .roles = QStringList{Role::Analyst}})
                 ->code,
        ErrorCode::NotPermitted);
}

void TestElevation::otherRolesEndIt()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation()));
    QVERIFY(done(*m_root, Message::ChangeUser{.user = UserName(u"ada"_s), .eligible = QStringList()}));
    QVERIFY(!mayRespond());
    QVERIFY(events<Event::ElevationEnded>().front().cause == ElevationEnd::Withdrawn);
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation()));
    QVERIFY(done(*m_root, Message::ChangeUser{.user = UserName(u"ada"_s), .disabled = true}));
    QVERIFY(m_bench->tenant().elevations.all().empty());
}

void TestElevation::whatIsEligibleEndsNoConnection()
{
    QVERIFY(openSession().isValid());
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(m_bench->tenant().sessions.isLive(m_session));
    QCOMPARE(m_bench->tenant().users().front().eligible, std::optional(QStringList{Role::Responder}));
    const auto changed = events<Event::UserChanged>();
    QCOMPARE(changed.front().eligible, std::optional(QStringList{Role::Responder}));
    QCOMPARE(changed.front().eligibleBefore, std::optional(QStringList()));
}

void TestElevation::aRoleThatSomebodyMayTakeStays()
{
    QVERIFY(done(*m_root, Message::AddRole{.role = {u"tier 1"_s, {}, {Permission::Response}, {}}}));
    QVERIFY(makeEligible({u"tier 1"_s}));
    QCOMPARE(refusal(*m_root, Message::RemoveRole{.name = u"tier 1"_s})->code, ErrorCode::RoleInUse);
    QVERIFY(makeEligible({}));
    QVERIFY(done(*m_root, Message::RemoveRole{.name = u"tier 1"_s}));
}

void TestElevation::theTableIsProved()
{
    QVERIFY(makeEligible({Role::Responder}));
    QVERIFY(done(*m_analyst, elevation()));
    const auto whole = ask<Message::JournalVerdict>(*m_root, Message::VerifyJournal{});
    QVERIFY2(whole->whole, qPrintable(whole->reason));
    auto record = m_bench->tenant().elevations.all().front();
    record.until = record.until.addDuration(1h);
    m_bench->tenant().store.saveElevation(record);
    m_bench->tenant().turn.finish();
    const auto longer = ask<Message::JournalVerdict>(*m_root, Message::VerifyJournal{});
    QVERIFY(!longer->whole);
    QVERIFY2(longer->reason.contains(u"ada"), qPrintable(longer->reason));
}

QTEST_GUILESS_MAIN(TestElevation)
#include "tst_elevation.moc"
