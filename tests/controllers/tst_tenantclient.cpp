// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/inventorycontroller.h"
#include "models/session/sessionstanding.h"
#include "tests/controllers/scriptedtenant.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;
using State = TenantClient::State;

namespace {

std::unique_ptr<TenantClient> clientOf(ScriptedTenant &tenant)
{
    return std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(tenant));
}

DeviceRecord device(int number)
{
    DeviceRecord record;
    record.id = DeviceId(u"%1"_s.arg(number, 32, 16, QLatin1Char('0')));
    record.facts.name = u"device-%1"_s.arg(number);
    return record;
}

} // namespace

class TenantClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInAndOut()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        QCOMPARE(client->state(), State::SignedOut);
        client->signIn({});
        QCOMPARE(client->state(), State::SigningIn);
        QTRY_COMPARE(client->state(), State::Online);
        QCOMPARE(client->welcome().tenant, u"Test"_s);
        QVERIFY(std::holds_alternative<Message::Hello>(tenant.asked.front()));
        client->signOut();
        QCOMPARE(client->state(), State::SignedOut);
    }

    void followsTheSettingsOfTheTenant()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        QSignalSpy changes(client.get(), &TenantClient::settingsChanged);
        client->signIn({});
        QTRY_COMPARE(client->state(), State::Online);
        const qint64 usual = client->settings().number(TenantSetting::UserSessionLimit);
        tenant.push(Message::Settings{0,
            {{settingKey(TenantSetting::UserSessionLimit), u"3"_s},
                {settingKey(TenantSetting::AllowPythonScripts), u"false"_s},
                {settingKey(TenantSetting::OutputRows), u"many"_s}, {u"of-a-later-version"_s, u"1"_s}}});
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(client->settings().number(TenantSetting::UserSessionLimit), 3);
        QVERIFY(!client->settings().isOn(TenantSetting::AllowPythonScripts));
        QCOMPARE(client->settings().text(TenantSetting::OutputRows), settingSpec(TenantSetting::OutputRows).fallback);
        client->signOut();
        QCOMPARE(client->settings().number(TenantSetting::UserSessionLimit), usual);
    }

    void aRefusalAtTheDoorIsFinal()
    {
        ScriptedTenant tenant;
        tenant.signInRefusal = Error{ErrorCode::SignInFailed, u"mia"_s, {}, {}};
        const auto client = clientOf(tenant);
        std::optional<Error> answered;
        client->signIn({});
        client->request<Message::Settings>(
            Message::FetchSettings{}, this, [&](const auto &reply) { answered = reply.error(); });
        QTRY_COMPARE(client->state(), State::Refused);
        QCOMPARE(client->lastError().code, ErrorCode::SignInFailed);
        QCOMPARE(answered->code, ErrorCode::SignInFailed);
        // The next try may be right.
        tenant.signInRefusal.reset();
        client->signIn({});
        QTRY_COMPARE(client->state(), State::Online);
    }

    void aServiceThatIsNotThereIsSaidAtOnce()
    {
        ScriptedTenant tenant;
        tenant.up = false;
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_COMPARE(client->state(), State::Refused);
        QCOMPARE(client->lastError().code, ErrorCode::CannotConnect);
    }

    /// The connection is not lost yet, and not certain any more.
    void whenTheServiceFallsSilentIsKnown()
    {
        ScriptedTenant tenant;
        auto owned = std::make_unique<LoopbackLink>(tenant);
        LoopbackLink &link = *owned;
        TenantClient client(std::move(owned));
        client.signIn({});
        QTRY_VERIFY(client.isOnline());
        QVERIFY(!client.silentSince().isValid());
        const QDateTime heard = QDateTime::currentDateTimeUtc().addSecs(-25);
        Q_EMIT link.fellSilent(heard);
        QVERIFY(client.isOnline());
        QCOMPARE(client.silentSince(), heard);
        SessionRecord session;
        session.state = SessionState::Connected;
        QCOMPARE(standingOf(session, nullptr, client.isOnline(), client.silentSince()).kind,
            SessionStanding::Kind::ServiceSilent);
        Q_EMIT link.fellSilent({});
        QVERIFY(!client.silentSince().isValid());
        QCOMPARE(standingOf(session, nullptr, client.isOnline(), client.silentSince()).kind,
            SessionStanding::Kind::Connected);
    }

    void comesBackByItself()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        tenant.up = false;
        tenant.drop();
        QTRY_COMPARE(client->state(), State::Reconnecting);
        QTRY_VERIFY(client->retryIn().count() > 0 || client->lastError().code == ErrorCode::CannotConnect);
        tenant.up = true;
        QTRY_COMPARE(client->state(), State::Online);
        QCOMPARE(tenant.connections, 2);
    }

    void aTokenRefusedLaterIsFinal()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        client->signIn({.user = UserName(u"mia"_s)});
        QTRY_VERIFY(client->isOnline());
        tenant.signInRefusal = Error{ErrorCode::TokenInvalid, {}, {}, {}};
        tenant.drop();
        QTRY_COMPARE(client->state(), State::Refused);
        QCOMPARE(client->lastError().code, ErrorCode::TokenInvalid);
    }

    void anEmbeddedTenantBringsNewCredentials()
    {
        ScriptedTenant tenant;
        auto owned = std::make_unique<LoopbackLink>(tenant);
        LoopbackLink &link = *owned;
        TenantClient client(std::move(owned));
        client.signIn({.embeddedToken = u"first"_s});
        QTRY_VERIFY(client.isOnline());
        tenant.signInRefusal = Error{ErrorCode::TokenInvalid, {}, {}, {}};
        tenant.drop();
        QTRY_COMPARE(client.lastError().code, ErrorCode::TokenInvalid);
        QCOMPARE(client.state(), State::Reconnecting);
        tenant.signInRefusal.reset();
        client.signIn({.embeddedToken = u"second"_s});
        QTRY_VERIFY(client.isOnline());
        QCOMPARE(link.lastCredentials.embeddedToken, u"second"_s);
    }

    void answersReachWhoAsked()
    {
        ScriptedTenant tenant;
        tenant.startRefusal = Error{ErrorCode::DeviceHeld, {}, {}, {}}.with(Fact::Holder, u"aiko"_s);
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        std::optional<Error> held;
        bool done = false;
        client->request<Message::SessionStarted>(
            Message::StartSession{}, this, [&](const auto &reply) { held = reply.error(); });
        client->request<Message::Done>(
            Message::WatchTenant{}, this, [&](const auto &reply) { done = reply.has_value(); });
        QTRY_VERIFY(done);
        QCOMPARE(held->facts.value(Fact::Holder).toString(), u"aiko"_s);

        // An answer of another kind is the service's mistake, not a crash.
        std::optional<Error> wrong;
        client->request<Message::Settings>(
            Message::FetchSettings{}, this, [&](const auto &reply) { wrong = reply.error(); });
        QTRY_VERIFY(wrong);
        QCOMPARE(wrong->code, ErrorCode::ProtocolViolation);
    }

    void whoAskedMayBeGone()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        auto asker = std::make_unique<QObject>();
        client->request<Message::Done>(
            Message::WatchTenant{}, asker.get(), [](const auto &) { QFAIL("nobody is there"); });
        asker.reset();
        bool done = false;
        client->request<Message::Done>(Message::WatchTenant{}, this, [&](const auto &) { done = true; });
        QTRY_VERIFY(done);
    }

    void withoutATenantEveryRequestFails()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        std::optional<Error> error;
        client->request<Message::Settings>(
            Message::FetchSettings{}, this, [&](const auto &reply) { error = reply.error(); });
        QVERIFY(!error); // never before request() returned
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::NotSignedIn);
    }

    /// What is refused here before the service is asked names the same way out.
    void knowsWhatElseOneMayTake()
    {
        ScriptedTenant tenant;
        tenant.roles = {Role::Analyst};
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        QSignalSpy changed(client.get(), &TenantClient::grantsChanged);
        tenant.push(Message::Elevations{0, {}, {Role::Responder}, {}});
        QTRY_COMPARE(changed.size(), 1);
        const Error refused =
            notGranted(ErrorCode::RoleTooLow, u"run"_s, Permission::AdvancedLiveResponse, client->grants(), {});
        QCOMPARE(refused.facts.text(Fact::Eligible), Role::Responder);
        tenant.push(Message::GrantsChanged{builtInGrants({Role::Analyst}).all()});
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(client->grants().eligible().size(), 1U);
    }

    void openRequestsAreRepeatedOrFailTruthfully()
    {
        ScriptedTenant tenant;
        tenant.answersSubmissions = false;
        const SessionId session = tenant.openSession();
        const auto client = clientOf(tenant);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        std::optional<CommandId> taken;
        client->request<Message::LineTaken>(
            Message::SubmitLine{.session = session, .line = u"jobs"_s, .submission = u"one"_s}, this,
            [&](const auto &reply) { taken = reply->command; });
        QTRY_COMPARE(tenant.askedFor<Message::SubmitLine>().size(), 1u);

        // Its fate is unknown when the connection goes; asked again it might be two sessions.
        std::optional<Error> lost;
        client->request<Message::SessionStarted>(
            Message::StartSession{}, this, [&](const auto &reply) { lost = reply.error(); });
        tenant.drop();
        tenant.answersSubmissions = true;
        QTRY_VERIFY(taken);
        QTRY_VERIFY(lost);
        QCOMPARE(lost->code, ErrorCode::Interrupted);
        const auto submitted = tenant.askedFor<Message::SubmitLine>();
        QCOMPARE(submitted.size(), 2u);
        QCOMPARE(submitted[0].submission, submitted[1].submission);
        QVERIFY(tenant.askedFor<Message::StartSession>().empty());
    }

    void theInventoryIsWatchedAgain()
    {
        ScriptedTenant tenant;
        for (int i = 1; i <= 250; ++i)
            tenant.devices.push_back(device(i));
        SessionRecord session;
        session.id = SessionId(7);
        tenant.sessions = {session};
        const auto client = clientOf(tenant);
        DeviceModel devices;
        SessionListModel sessions;
        InventoryController inventory(*client, devices, sessions);
        QSignalSpy completed(&inventory, &InventoryController::completed);
        int sessionsWhenComplete = -1;
        connect(&devices, &DeviceModel::countChanged, this, [&] {
            if (inventory.isComplete() && sessionsWhenComplete < 0)
                sessionsWhenComplete = sessions.rowCount();
        });
        client->signIn({});
        QTRY_COMPARE(completed.size(), 1);
        QCOMPARE(sessionsWhenComplete, 1);
        QCOMPARE(devices.rowCount(), 250);
        QCOMPARE(sessions.rowCount(), 1);

        // A change is shown; what changed while we were away, too.
        tenant.devices[0].online = true;
        tenant.push(Message::Devices{{tenant.devices[0]}, false});
        QTRY_COMPARE(devices.onlineCount(), 1);
        tenant.devices[1].online = true;
        tenant.drop();
        QTRY_COMPARE(devices.onlineCount(), 2);
        QCOMPARE(devices.rowCount(), 250);
        QCOMPARE(tenant.askedFor<Message::WatchTenant>().size(), 2u);

        client->signOut();
        QCOMPARE(devices.rowCount(), 0);
    }

    void startsSessions()
    {
        ScriptedTenant tenant;
        const auto client = clientOf(tenant);
        DeviceModel devices;
        SessionListModel sessions;
        InventoryController inventory(*client, devices, sessions);
        client->signIn({});
        QTRY_VERIFY(client->isOnline());
        std::optional<SessionRecord> started;
        inventory.startSession(
            device(3).id, this, [&](const Result<SessionRecord> &session) { started = *session; }, u"case 12"_s);
        QTRY_VERIFY(started);
        QCOMPARE(started->device, device(3).id);
        QCOMPARE(tenant.askedFor<Message::StartSession>().front().reason, u"case 12"_s);
    }
};

QTEST_GUILESS_MAIN(TenantClientTest)
#include "tst_tenantclient.moc"
