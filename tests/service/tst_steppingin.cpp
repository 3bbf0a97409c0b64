// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "service/identity/password.h"
#include "tests/service/servicefixture.h"
#include "transport/tls/tlsclient.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Nobody acts in the session of somebody else by being allowed to: over the real port, whatever the workstation is.
class TestSteppingIn final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup();

    void nothingIsTakenBeforeIt();
    void itHoldsUntilTakenBack();
    void itEndsWithTheConnection();
    void nobodyStepsInWithoutThePermission();
    void itEndsWithThePermission();
    void onesOwnNeedsNone();
    void toCloseOneNeedsNone();
    void whoComesAndGoesIsSlow();

private:
    std::unique_ptr<TestPeer> workstationOf(const QString &user, const QString &role);
    std::unique_ptr<TestPeer> signedIn(const QString &user);
    /// The session of ada, with a command that runs.
    void open();
    template<typename Reply, typename Request>
    std::optional<Reply> ask(TestPeer &peer, Request request)
    {
        const quint32 number = request.request = ++m_request;
        peer.send(request);
        return QTest::qWaitFor([&] { return peer.answer(number).has_value(); }) ? peer.reply<Reply>(number)
                                                                                : std::nullopt;
    }
    template<typename Request>
    std::optional<Error> refusal(TestPeer &peer, const Request &request)
    {
        const auto refused = ask<Message::Refused>(peer, request);
        return refused ? std::optional(refused->error) : std::nullopt;
    }
    bool watches(TestPeer &peer, std::optional<bool> acts)
    {
        return ask<Message::Done>(peer, Message::WatchSession{.session = m_session, .acts = acts}).has_value();
    }
    std::optional<Error> refusalOfLine(TestPeer &peer)
    {
        return refusal(peer, Message::SubmitLine{.session = m_session, .line = u"jobs"_s, .submission = {}});
    }
    /// As the service has it, and tells it.
    [[nodiscard]] QStringList acting() const
    {
        return m_service->tenant().sessions.session(m_session)->acting.value_or(QStringList());
    }
    [[nodiscard]] static bool isForWatching(const std::optional<Error> &error)
    {
        return error && error->code == ErrorCode::NotPermitted && reasonOf(*error) == Reason::NotSteppedIn
            && error->facts.text(Fact::Holder) == u"ada"_s;
    }
    bool changeRole(const std::vector<Permission> &permissions);

    std::unique_ptr<TestPeer> m_agent;
    std::unique_ptr<TestPeer> m_root;
    std::unique_ptr<TestPeer> m_owner;
    SessionId m_session;
    CommandId m_running;
    quint32 m_request = 100;
};

void TestSteppingIn::init()
{
    setUp();
    m_agent = m_client.openAgent(m_client.enrol(ready("enrolment_token"_L1)));
    m_root = m_client.openWorkstation(embeddedAccess());
    m_owner = workstationOf(u"ada"_s, Role::Responder);
    QVERIFY2(m_agent && m_root && m_owner, qPrintable(m_client.refusal()));
    open();
}

void TestSteppingIn::cleanup()
{
    m_owner.reset();
    m_root.reset();
    m_agent.reset();
    tearDown();
}

std::unique_ptr<TestPeer> TestSteppingIn::workstationOf(const QString &user, const QString &role)
{
    const auto added =
        m_service->tenant().addUser(ServiceActor, UserName(user), hashPassword(u"correct horse"_s), {role});
    return added ? signedIn(user) : nullptr;
}

std::unique_ptr<TestPeer> TestSteppingIn::signedIn(const QString &user)
{
    const auto answer = m_client.post(u"/api/sign-in"_s, {{u"user"_s, user}, {u"password"_s, u"correct horse"_s}});
    return m_client.openWorkstation(answer.body.value("token"_L1).toString());
}

void TestSteppingIn::open()
{
    QTRY_COMPARE(inJournal<Event::DeviceOnline>(), 1);
    const DeviceId device = entries<Event::DeviceOnline>().front().device;
    const auto started = ask<Message::SessionStarted>(*m_owner, Message::StartSession{.device = device, .reason = {}});
    QVERIFY(started);
    m_session = started->session.id;
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 1);
    m_agent->send(Message::CommandEnded{
        m_agent->last<Message::RunCommand>().command, CommandState::Completed, {}, 0, {}, {}, {}});
    QTRY_COMPARE(inJournal<Event::SessionConnected>(), 1);
    const auto taken = ask<Message::LineTaken>(
        *m_owner, Message::SubmitLine{.session = m_session, .line = u"findfile x"_s, .submission = {}});
    QVERIFY(taken);
    m_running = taken->command;
    QTRY_COMPARE(m_agent->last<Message::RunCommand>().command, m_running);
}

void TestSteppingIn::nothingIsTakenBeforeIt()
{
    const qsizetype typed = inJournal<Event::CommandAccepted>();
    QVERIFY(isForWatching(refusalOfLine(*m_root)));
    QVERIFY(watches(*m_root, {}));
    QVERIFY(isForWatching(refusalOfLine(*m_root)));
    QVERIFY(isForWatching(refusal(*m_root, Message::AskCancel{.command = m_running})));
    QVERIFY(isForWatching(refusal(*m_root, Message::SetBackground{.command = m_running})));
    QCOMPARE(inJournal<Event::CommandAccepted>(), typed);
    QCOMPARE(inJournal<Event::CommandRejected>(), 0);
    QCOMPARE(inJournal<Event::CancelAsked>(), 0);
    QCOMPARE(inJournal<Event::CommandBackgrounded>(), 0);
    QCOMPARE(inJournal<Event::SteppedIn>(), 0);
}

void TestSteppingIn::itHoldsUntilTakenBack()
{
    QVERIFY(watches(*m_root, true));
    const auto steps = entries<Event::SteppedIn>();
    QCOMPARE(steps.size(), 1U);
    QCOMPARE(steps.front().actor, m_root->last<Message::Welcome>().user.value());
    QCOMPARE(steps.front().session, m_session);
    QCOMPARE(acting(), QStringList{steps.front().actor}); // before anything is typed
    QTRY_COMPARE(m_root->entries<Event::SteppedIn>().size(), 1U);
    QVERIFY(!refusalOfLine(*m_root));
    // Who watches again, for its journal alone, has not taken it back, and is seen.
    const Message::WatchSession quietly{.session = m_session, .journalOnly = true};
    QVERIFY(ask<Message::Done>(*m_root, quietly));
    QVERIFY(!refusalOfLine(*m_root));
    QVERIFY(watches(*m_owner, {}));
    QTRY_COMPARE(m_owner->last<Message::SessionWatchers>().watchers.size(), 1);
    QVERIFY(ask<Message::Done>(*m_root, Message::AskCancel{.command = m_running}));
    QCOMPARE(inJournal<Event::SteppedIn>(), 1);
    QCOMPARE(inJournal<Event::SteppedBack>(), 0);

    QVERIFY(watches(*m_root, false));
    QCOMPARE(inJournal<Event::SteppedBack>(), 1);
    QVERIFY(acting().isEmpty());
    QVERIFY(isForWatching(refusalOfLine(*m_root)));
    QVERIFY(watches(*m_root, true));
    QVERIFY(!refusalOfLine(*m_root));
    QVERIFY(ask<Message::Done>(*m_root, Message::UnwatchSession{.session = m_session}));
    QVERIFY(isForWatching(refusalOfLine(*m_root)));
    QCOMPARE(inJournal<Event::SteppedBack>(), 2);
}

void TestSteppingIn::itEndsWithTheConnection()
{
    auto sam = workstationOf(u"sam"_s, Role::GlobalAdministrator);
    const auto elsewhere = signedIn(u"sam"_s);
    QVERIFY(sam && elsewhere);
    QVERIFY(watches(*sam, true));
    QVERIFY(!refusalOfLine(*sam));
    QVERIFY(isForWatching(refusalOfLine(*elsewhere)));
    QVERIFY(watches(*elsewhere, true));
    QCOMPARE(acting(), (QStringList{u"sam"_s, u"sam"_s}));
    sam.reset();
    QTRY_COMPARE(inJournal<Event::SteppedBack>(), 1);
    QCOMPARE(acting(), QStringList{u"sam"_s}); // from the other place
    QVERIFY(watches(*elsewhere, false));
    QVERIFY(acting().isEmpty());
    sam = signedIn(u"sam"_s);
    QVERIFY(sam);
    QVERIFY(watches(*sam, {}));
    QVERIFY(isForWatching(refusalOfLine(*sam)));
}

void TestSteppingIn::nobodyStepsInWithoutThePermission()
{
    const RoleDefinition reader{.name = u"reader"_s,
        .description = {},
        .permissions = {Permission::SecurityDataRead, Permission::ActivityRead},
        .groups = {}};
    QVERIFY(ask<Message::Done>(*m_root, Message::AddRole{.role = reader}));
    const auto eve = workstationOf(u"eve"_s, u"reader"_s);
    QVERIFY(eve);
    QVERIFY(watches(*eve, {}));
    const auto refused = refusal(*eve, Message::WatchSession{.session = m_session, .acts = true});
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::NotPermitted);
    QCOMPARE(refused->facts.text(Fact::Permission), Codec::wireName(Permission::CoreSecuritySettings));
    QCOMPARE(refusalOfLine(*eve).value_or(Error{}).code, ErrorCode::NotPermitted);
    QCOMPARE(inJournal<Event::SteppedIn>(), 0);
    // What they may, they still do.
    QVERIFY(ask<Message::LineTaken>(
        *m_owner, Message::SubmitLine{.session = m_session, .line = u"jobs"_s, .submission = {}}));
    QTRY_VERIFY(!eve->entries<Event::CommandAccepted>().empty());
}

bool TestSteppingIn::changeRole(const std::vector<Permission> &permissions)
{
    const RoleDefinition role{.name = u"keeper"_s, .description = {}, .permissions = permissions, .groups = {}};
    return ask<Message::Done>(*m_root, Message::ChangeRole{.role = role}).has_value();
}

void TestSteppingIn::itEndsWithThePermission()
{
    const std::vector keeps{Permission::SecurityDataRead, Permission::CoreSecuritySettings, Permission::ActivityRead};
    const std::vector reads{Permission::SecurityDataRead, Permission::ActivityRead};
    const RoleDefinition role{.name = u"keeper"_s, .description = {}, .permissions = keeps, .groups = {}};
    QVERIFY(ask<Message::Done>(*m_root, Message::AddRole{.role = role}));
    const auto sam = workstationOf(u"sam"_s, u"keeper"_s);
    QVERIFY(sam);
    QVERIFY(watches(*sam, true));
    QVERIFY(changeRole(reads));
    QTRY_COMPARE(inJournal<Event::SteppedBack>(), 1);
    QVERIFY(changeRole(keeps));
    QVERIFY(isForWatching(refusalOfLine(*sam)));
}

void TestSteppingIn::onesOwnNeedsNone()
{
    QVERIFY(watches(*m_owner, true));
    QVERIFY(watches(*m_owner, false));
    QVERIFY(!refusalOfLine(*m_owner));
    QCOMPARE(inJournal<Event::SteppedIn>(), 0);
    QCOMPARE(inJournal<Event::SteppedBack>(), 0);
}

/// Nor does it matter for one that has ended.
/// Each time is written down.
void TestSteppingIn::whoComesAndGoesIsSlow()
{
    constexpr int times = 80;
    int taken = 0;
    for (int i = 0; i < times; ++i) {
        if (ask<Message::Done>(*m_root, Message::WatchSession{.session = m_session, .acts = true}))
            ++taken;
        (void)ask<Message::Done>(*m_root, Message::WatchSession{.session = m_session, .acts = false});
    }
    QVERIFY2(taken > times / 2 && taken < times, qPrintable(QString::number(taken)));
    QTRY_COMPARE(inJournal<Event::SteppedIn>(), taken);
}

void TestSteppingIn::toCloseOneNeedsNone()
{
    QVERIFY(ask<Message::Done>(*m_root, Message::CloseSession{.session = m_session}));
    QVERIFY(watches(*m_root, true));
    QCOMPARE(inJournal<Event::SteppedIn>(), 0);
    QCOMPARE(refusalOfLine(*m_root).value_or(Error{}).code, ErrorCode::SessionClosed);
    // Whose it was learns who closed it.
    const QString closer = m_root->last<Message::Welcome>().user.value();
    QCOMPARE(m_service->tenant().sessions.session(m_session)->endedBy, std::optional(closer));
    const auto refused = refusalOfLine(*m_owner);
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::SessionClosed);
    QCOMPARE(refused->facts.text(Fact::Holder), closer);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestSteppingIn>(argc, argv);
}
#include "tst_steppingin.moc"
