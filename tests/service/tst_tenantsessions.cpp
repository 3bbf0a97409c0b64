// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/sqliteschema.h"
#include "tests/service/tenantfixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Sessions from their begin to what is remembered of them, and what a tenant tells and lets change.
class TestTenantSessions final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aSessionWaitsForItsDevice();
    void disconnectClosesTheSession();
    void sessionLimits();
    void aHeldDeviceNamesItsHolder();
    void takingOver();
    void theNewestConnectionOfADeviceWins();
    void aDeviceThatComesAndGoesIsToldOnce();
    void inactivityEndsASession();
    void onlyOwnersAndAdministratorsMayTouchASession();
    void nobodyActsWhenTheServiceComesBack();
    void settingsAreCheckedAndJournalled();
    void settingsArePublished();
    void theInventoryIsTold();
    void evidenceOfOldSessionsCanBeOpened();
    void aLongSessionIsRememberedToItsEnd();
    void commandsThatEndedAreForgotten();
    void recentSessionsFitIntoAMessage();
    void onlyAdministratorsVerifyTheJournal();

private:
    /// Sessions end until those before are no longer in memory.
    void forgetEndedSessions();
};

void TestTenantSessions::aSessionWaitsForItsDevice()
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

void TestTenantSessions::disconnectClosesTheSession()
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

void TestTenantSessions::sessionLimits()
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

void TestTenantSessions::aHeldDeviceNamesItsHolder()
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

void TestTenantSessions::takingOver()
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

void TestTenantSessions::theNewestConnectionOfADeviceWins()
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

void TestTenantSessions::aDeviceThatComesAndGoesIsToldOnce()
{
    const auto told = [this] {
        return inJournal<Event::DeviceOnline>() + inJournal<Event::DeviceOffline>()
            + inJournal<Event::DeviceReplaced>();
    };
    const auto summaries = [this] { return inJournal<Event::PeerRefused>(); };
    const int comings = 150;
    for (int i = 0; i < comings; ++i) {
        m_agent = m_bench->connectAgent(m_device);
        QTRY_VERIFY(m_bench->tenant().inventory.record(m_device).online);
        m_agent.reset();
        QTRY_VERIFY(!m_bench->tenant().inventory.record(m_device).online);
    }
    const qsizetype single = told();
    QVERIFY2(single >= 10 && single < 60, qPrintable(QString::number(single)));
    QCOMPARE(summaries(), 0);
    auto &router = m_bench->tenant().router;
    router.writeUnsteady();
    QCOMPARE(summaries(), 1);
    const QString words = events<Event::PeerRefused>().front().reason;
    QVERIFY2(words.contains(QString::number(2 * comings - single)) && words.contains(u"offline"), qPrintable(words));
    // It is told once, and of no other device.
    router.writeUnsteady();
    QCOMPARE(summaries(), 1);
    const auto other = m_bench->connectAgent(m_bench->addDevice());
    QTRY_COMPARE(told(), single + 1);
}

void TestTenantSessions::inactivityEndsASession()
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

void TestTenantSessions::onlyOwnersAndAdministratorsMayTouchASession()
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

/// Whoever acted in it before has to say so again.
void TestTenantSessions::nobodyActsWhenTheServiceComesBack()
{
    QVERIFY(openSession().isValid());
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    QVERIFY(done(*admin, Message::WatchSession{.session = m_session, .acts = true}));
    m_bench->tenant().turn.finish();
    QCOMPARE(m_bench->tenant().sessions.session(m_session)->acting, std::optional(QStringList{u"root"_s}));
    m_bench->crash();
    QVERIFY(!m_bench->tenant().sessions.session(m_session)->acting);
    QCOMPARE(inJournal<Event::SteppedBack>(), 1);
    for (const JournalEntry &entry : m_bench->journal()) {
        if (std::holds_alternative<Event::SteppedBack>(entry.event))
            QCOMPARE(entry.actor, u"root"_s);
    }
}

void TestTenantSessions::settingsAreCheckedAndJournalled()
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

void TestTenantSessions::settingsArePublished()
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

void TestTenantSessions::theInventoryIsTold()
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

void TestTenantSessions::evidenceOfOldSessionsCanBeOpened()
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

void TestTenantSessions::forgetEndedSessions()
{
    Tenant &tenant = m_bench->tenant();
    for (quint32 i = 0; i < SessionRegister::KeptClosed; ++i) {
        const Subject later{DeviceId(u"elsewhere"_s), tenant.sessions.nextSession(), {}};
        tenant.journal.append(u"ada"_s, later, Event::SessionCreated{});
        tenant.journal.append(u"ada"_s, later, Event::SessionDisconnected{EndReason::User, {}});
    }
}

void TestTenantSessions::aLongSessionIsRememberedToItsEnd()
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

void TestTenantSessions::commandsThatEndedAreForgotten()
{
    QVERIFY(openSession().isValid());
    Tenant &tenant = m_bench->tenant();
    const CommandId running = started(u"findfile x"_s);
    for (qsizetype i = 0; i < SessionRegister::KeptEnded + 100; ++i)
        tenant.journal.append(u"ada"_s, {m_device, m_session, tenant.sessions.nextCommand()},
            Event::CommandRejected{u"nonsense"_s, {ErrorCode::UnknownVerb, u"nonsense"_s, {}, {}}});
    tenant.turn.finish();
    const auto check = [this, running] {
        const auto kept = m_bench->tenant().sessions.commandsOf(m_session);
        QVERIFY2(kept.size() <= size_t(SessionRegister::KeptEnded + 1), qPrintable(QString::number(kept.size())));
        // What has not ended is not what goes.
        QVERIFY(m_bench->tenant().sessions.command(running));
    };
    check();
    m_bench->crash();
    check();
}

void TestTenantSessions::recentSessionsFitIntoAMessage()
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

void TestTenantSessions::onlyAdministratorsVerifyTheJournal()
{
    m_analyst->send(Message::VerifyJournal{7});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(7));
    QCOMPARE(m_analyst->reply<Message::Refused>(7)->error.code, ErrorCode::NotPermitted);
    const auto administrator = m_bench->connectAnalyst(u"bob"_s, {Role::SecurityAdministrator});
    administrator->send(Message::VerifyJournal{8});
    QTRY_VERIFY(administrator->reply<Message::JournalVerdict>(8));
    QVERIFY(administrator->reply<Message::JournalVerdict>(8)->whole);
}

QTEST_GUILESS_MAIN(TestTenantSessions)
#include "tst_tenantsessions.moc"
