// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"
#include "tests/service/servicefixture.h"
#include "transport/tls/tlsclient.h"

#include <QSslKey>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Whoever has to go is gone at once: users, what they hold, and devices.
class TestRevocation final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup();

    void whoeverIsChangedIsSignedOut_data();
    void whoeverIsChangedIsSignedOut();
    void sessionsOfWhoeverIsChangedEnd();
    void signedOutUsersKeepTheirSessions();
    void whoeverIsEnabledAgainSignsInAgain();
    void ticketsOfWhoeverIsSignedOutAreGoodForNothing();
    void onlyWhoAdministersUsersChangesThem();
    void theLastAdministratorStays();
    void theBreakGlassAccountIsSeen();
    void theBreakGlassAccountEnds_data();
    void theBreakGlassAccountEnds();
    void theBreakGlassAccountIsArmedOnlyAtTheConsole();
    void aRemovedDeviceIsAStranger();
    void aRemovedDeviceIsNotInTheInventory();
    void aWithdrawnTokenEnrolsNobody();
    void certificatesAreOfMonths();
    void aCertificateIsRenewedOverTheConnection();
    void theCertificateBeforeIsGoodUntilTheNextIsShown();
    void certificatesAreNotMadeWithoutEnd();
    void aRequestThatIsNoneIsRefused();

private:
    void addUser(const QString &name, const QString &role);
    HttpAnswer signIn(const QString &name, const QString &password = u"correct horse"_s);
    std::unique_ptr<TestPeer> workstationOf(const QString &name);
    std::unique_ptr<TestPeer> device();
    SessionId openSession(TestPeer &analyst);
    DeviceIdentity renewed(const DeviceIdentity &before, const QByteArray &key) const;

    std::unique_ptr<TestPeer> m_root;
    DeviceIdentity m_device;
    std::unique_ptr<TestPeer> m_agent;
};

void TestRevocation::init()
{
    setUp();
    m_root = m_client.openWorkstation(embeddedAccess());
    QVERIFY(m_root);
}

void TestRevocation::cleanup()
{
    m_agent.reset();
    m_root.reset();
    tearDown();
}

void TestRevocation::addUser(const QString &name, const QString &role)
{
    QVERIFY(
        m_service->tenant().addUser(ServiceActor, UserName(name), hashPassword(u"correct horse"_s), QStringList{role}));
}

HttpAnswer TestRevocation::signIn(const QString &name, const QString &password)
{
    return m_client.post(u"/api/sign-in"_s, {{u"user"_s, name}, {u"password"_s, password}});
}

std::unique_ptr<TestPeer> TestRevocation::workstationOf(const QString &name)
{
    return m_client.openWorkstation(signIn(name).body.value("token"_L1).toString());
}

std::unique_ptr<TestPeer> TestRevocation::device()
{
    m_device = m_client.enrol(ready("enrolment_token"_L1));
    auto agent = m_client.openAgent(m_device);
    return agent && QTest::qWaitFor([this] { return inJournal<Event::DeviceOnline>() == 1; }) ? std::move(agent)
                                                                                              : nullptr;
}

SessionId TestRevocation::openSession(TestPeer &analyst)
{
    analyst.send(Message::StartSession{50, m_device.id, u"a look"_s, false});
    const auto isOpen = [&] { return analyst.reply<Message::SessionStarted>(50).has_value(); };
    return QTest::qWaitFor(isOpen) ? analyst.reply<Message::SessionStarted>(50)->session.id : SessionId();
}

void TestRevocation::whoeverIsChangedIsSignedOut_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"disabled", "roles", "password", "signed out"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestRevocation::whoeverIsChangedIsSignedOut()
{
    QFETCH(QString, what);
    addUser(u"ada"_s, Role::GlobalAdministrator);
    const QString token = signIn(u"ada"_s).body.value("token"_L1).toString();
    const auto ada = m_client.openWorkstation(token);
    QVERIFY(ada);
    Message::ChangeUser change{.request = 7, .user = UserName(u"ada"_s)};
    if (what == u"disabled")
        change.disabled = true;
    else if (what == u"roles")
        change.roles = QStringList{Role::Analyst};
    else if (what == u"password")
        change.password = u"another horse"_s;
    if (what == u"signed out")
        m_root->send(Message::SignOutUser{7, UserName(u"ada"_s)});
    else
        m_root->send(change);
    QTRY_VERIFY(m_root->reply<Message::Done>(7));
    QTRY_VERIFY(ada->isClosed());
    QVERIFY(!m_client.openWorkstation(token));
    QVERIFY(!m_root->isClosed());
    const bool canSignIn = what == u"roles" || what == u"signed out";
    QCOMPARE(signIn(u"ada"_s).status, canSignIn ? 200 : 401);
    if (what == u"password")
        QCOMPARE(signIn(u"ada"_s, u"another horse"_s).status, 200);
    QCOMPARE(inJournal<Event::UserChanged>(), what == u"signed out" ? 0 : 1);
    QCOMPARE(inJournal<Event::UserSignedOut>(), what == u"signed out" ? 1 : 0);
}

void TestRevocation::sessionsOfWhoeverIsChangedEnd()
{
    addUser(u"ada"_s, Role::Responder);
    m_agent = device();
    QVERIFY(m_agent);
    const auto ada = workstationOf(u"ada"_s);
    QVERIFY(ada && openSession(*ada).isValid());
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 1);
    m_root->send(Message::ChangeUser{.request = 7, .user = UserName(u"ada"_s), .disabled = true});
    QTRY_VERIFY(m_root->reply<Message::Done>(7));
    QVERIFY(m_service->tenant().sessions.live().isEmpty());
    QCOMPARE(inJournal<Event::SessionDisconnected>(), 1);
    QCOMPARE(entries<Event::SessionDisconnected>().front().actor, m_root->last<Message::Welcome>().user.value());
    // What ran is stopped on the device.
    QTRY_COMPARE(m_agent->count<Message::CancelCommand>(), 1);
}

void TestRevocation::signedOutUsersKeepTheirSessions()
{
    addUser(u"ada"_s, Role::Responder);
    m_agent = device();
    QVERIFY(m_agent);
    const auto ada = workstationOf(u"ada"_s);
    QVERIFY(ada && openSession(*ada).isValid());
    m_root->send(Message::SignOutUser{7, UserName(u"ada"_s)});
    QTRY_VERIFY(ada->isClosed());
    QCOMPARE(m_service->tenant().sessions.live().size(), 1);
}

void TestRevocation::whoeverIsEnabledAgainSignsInAgain()
{
    addUser(u"ada"_s, Role::Analyst);
    m_root->send(Message::ChangeUser{.request = 7, .user = UserName(u"ada"_s), .disabled = true});
    QTRY_VERIFY(m_root->reply<Message::Done>(7));
    QCOMPARE(signIn(u"ada"_s).status, 401);
    m_root->send(Message::FetchUsers{8});
    QTRY_VERIFY(m_root->reply<Message::Users>(8));
    const auto users = m_root->reply<Message::Users>(8)->users;
    QVERIFY(std::ranges::any_of(
        users, [](const UserRecord &user) { return user.name.value() == u"ada" && user.disabled; }));
    m_root->send(Message::ChangeUser{.request = 9, .user = UserName(u"ada"_s), .disabled = false});
    QTRY_VERIFY(m_root->reply<Message::Done>(9));
    QCOMPARE(signIn(u"ada"_s).status, 200);
}

void TestRevocation::ticketsOfWhoeverIsSignedOutAreGoodForNothing()
{
    addUser(u"ada"_s, Role::Analyst);
    TransferTickets &tickets = m_service->tenant().tickets;
    const QString theirs = tickets.issue([](BulkStream &) {}, {}, u"ada"_s);
    const QString others = tickets.issue([](BulkStream &) {}, {}, u"bob"_s);
    m_root->send(Message::SignOutUser{7, UserName(u"ada"_s)});
    QTRY_VERIFY(m_root->reply<Message::Done>(7));
    QVERIFY(!tickets.redeem(theirs, {}, std::stop_source(std::nostopstate)));
    QVERIFY(tickets.redeem(others, {}, std::stop_source(std::nostopstate)));
}

void TestRevocation::onlyWhoAdministersUsersChangesThem()
{
    addUser(u"ada"_s, Role::Responder);
    addUser(u"sec"_s, Role::SecurityAdministrator);
    const auto change = [](quint32 request) {
        return Message::ChangeUser{.request = request, .user = UserName(u"ada"_s), .disabled = true};
    };
    for (const auto &name : {u"ada"_s, u"sec"_s}) {
        const auto peer = workstationOf(name);
        QVERIFY(peer);
        peer->send(change(1));
        peer->send(Message::SignOutUser{2, UserName(u"root"_s)});
        peer->send(Message::FetchUsers{3});
        QTRY_VERIFY(peer->reply<Message::Refused>(3));
        for (const quint32 request : {1U, 2U, 3U})
            QCOMPARE(peer->reply<Message::Refused>(request)->error.code, ErrorCode::NotPermitted);
    }
    const auto ada = workstationOf(u"ada"_s);
    ada->send(Message::RemoveDevice{4, DeviceId(u"any"_s)});
    QTRY_VERIFY(ada->reply<Message::Refused>(4));
    QCOMPARE(ada->reply<Message::Refused>(4)->error.code, ErrorCode::NotPermitted);
    QCOMPARE(inJournal<Event::UserChanged>(), 0);
}

void TestRevocation::theLastAdministratorStays()
{
    const auto refused = [this](const Message::ChangeUser &change) {
        m_root->send(change);
        return QTest::qWaitFor([&] { return m_root->reply<Message::Refused>(change.request).has_value(); })
            && m_root->reply<Message::Refused>(change.request)->error.code == ErrorCode::NotPermitted;
    };
    // Of the embedded tenant it is nobody with a password; here it is the one that was added.
    addUser(u"ada"_s, Role::GlobalAdministrator);
    const auto all = m_service->tenant().users();
    for (const UserRecord &user : all) {
        if (user.name.value() != u"ada" && user.roles.contains(Role::GlobalAdministrator))
            m_service->tenant().store.saveUser({user.name, {}, {Role::Analyst}});
    }
    QVERIFY(refused({.request = 20, .user = UserName(u"ada"_s), .disabled = true}));
    QVERIFY(refused({.request = 21, .user = UserName(u"ada"_s), .roles = QStringList{Role::Analyst}}));
    addUser(u"eva"_s, Role::GlobalAdministrator);
    m_root->send(Message::ChangeUser{.request = 22, .user = UserName(u"ada"_s), .disabled = true});
    QTRY_VERIFY(m_root->reply<Message::Done>(22));
}

void TestRevocation::theBreakGlassAccountIsSeen()
{
    addUser(u"ada"_s, Role::SecurityAdministrator);
    const auto ada = workstationOf(u"ada"_s);
    QVERIFY(ada);
    const auto armed = m_service->tenant().armBreakGlass(std::chrono::minutes(10));
    QTRY_COMPARE(m_root->count<Message::BreakGlass>(), 1);
    QCOMPARE(m_root->last<Message::BreakGlass>().until, std::optional(armed.until));
    QCOMPARE(signIn(u"break-glass"_s, u"wrong"_s).status, 401);
    const auto used = signIn(u"break-glass"_s, armed.password);
    QCOMPARE(used.status, 200);
    QTRY_COMPARE(m_root->count<Message::BreakGlass>(), 2);
    QVERIFY(m_root->last<Message::BreakGlass>().address);
    // Whoever comes later is told, too; whoever administers no users is not.
    const auto peer = m_client.openWorkstation(used.body.value("token"_L1).toString());
    QVERIFY(peer);
    QTRY_COMPARE(peer->count<Message::BreakGlass>(), 1);
    QCOMPARE(ada->count<Message::BreakGlass>(), 0);
    peer->send(Message::FetchUsers{5});
    QTRY_VERIFY(peer->reply<Message::Users>(5));
    QCOMPARE(inJournal<Event::BreakGlassArmed>(), 1);
    QCOMPARE(inJournal<Event::BreakGlassUsed>(), 1);
    m_root->send(Message::VerifyJournal{6});
    QTRY_VERIFY(m_root->reply<Message::JournalVerdict>(6));
    QVERIFY2(m_root->reply<Message::JournalVerdict>(6)->whole,
        qPrintable(m_root->reply<Message::JournalVerdict>(6)->reason));
}

void TestRevocation::theBreakGlassAccountEnds_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"by itself", "by an administrator", "with a restart"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestRevocation::theBreakGlassAccountEnds()
{
    QFETCH(QString, how);
    const auto armed = m_service->tenant().armBreakGlass(std::chrono::seconds(how == u"by itself" ? 2 : 600));
    const QString token = signIn(u"break-glass"_s, armed.password).body.value("token"_L1).toString();
    const auto peer = m_client.openWorkstation(token);
    QVERIFY(peer);
    if (how == u"by an administrator") {
        m_root->send(Message::ChangeUser{.request = 7, .user = UserName(u"break-glass"_s), .disabled = true});
        QTRY_VERIFY(m_root->reply<Message::Done>(7));
    } else if (how == u"with a restart") {
        m_root.reset();
        restart(true);
    }
    QTRY_VERIFY(peer->isClosed());
    QVERIFY(!m_client.openWorkstation(token));
    QCOMPARE(signIn(u"break-glass"_s, armed.password).status, 401);
    QCOMPARE(inJournal<Event::BreakGlassEnded>(), 1);
    if (m_root)
        QVERIFY(!m_root->last<Message::BreakGlass>().until);
}

void TestRevocation::theBreakGlassAccountIsArmedOnlyAtTheConsole()
{
    const auto refused = [this](const auto &request) {
        m_root->send(request);
        if (!QTest::qWaitFor([&] { return m_root->answer(request.request).has_value(); }))
            return ErrorCode::TimedOut;
        const auto answer = m_root->reply<Message::Refused>(request.request);
        return answer ? answer->error.code : ErrorCode::Internal;
    };
    const UserName account(u"break-glass"_s);
    QCOMPARE(refused(Message::AddUser{20, account, u"correct horse"_s, {Role::Analyst}}), ErrorCode::BadValue);
    std::ignore = m_service->tenant().armBreakGlass(std::chrono::minutes(10));
    QCOMPARE(refused(Message::ChangeUser{.request = 21, .user = account, .password = u"correct horse"_s}),
        ErrorCode::NotPermitted);
    m_root->send(Message::ChangeUser{.request = 22, .user = account, .disabled = true});
    QTRY_VERIFY(m_root->reply<Message::Done>(22));
    QCOMPARE(refused(Message::ChangeUser{.request = 23, .user = account, .disabled = false}), ErrorCode::NotPermitted);
    // It is nobody who could be left.
    addUser(u"ada"_s, Role::GlobalAdministrator);
    for (const UserRecord &user : m_service->tenant().users()) {
        if (user.name.value() != u"ada" && user.name != account && user.roles.contains(Role::GlobalAdministrator))
            m_service->tenant().store.saveUser({user.name, {}, {Role::Analyst}});
    }
    std::ignore = m_service->tenant().armBreakGlass(std::chrono::minutes(10));
    QCOMPARE(refused(Message::ChangeUser{.request = 24, .user = UserName(u"ada"_s), .disabled = true}),
        ErrorCode::NotPermitted);
}

void TestRevocation::aRemovedDeviceIsAStranger()
{
    m_agent = device();
    QVERIFY(m_agent);
    QVERIFY(openSession(*m_root).isValid());
    m_root->send(Message::RemoveDevice{1, m_device.id});
    QTRY_VERIFY(m_agent->isClosed());
    QVERIFY(m_service->tenant().sessions.live().isEmpty());
    QCOMPARE(m_client.upgrade(u"/agent"_s, m_device.tls).status, 403);
    QCOMPARE(inJournal<Event::DeviceRemoved>(), 1);
    m_root->send(Message::RemoveDevice{2, m_device.id});
    QTRY_VERIFY(m_root->reply<Message::Refused>(2));
    QCOMPARE(m_root->reply<Message::Refused>(2)->error.code, ErrorCode::DeviceUnknown);
    restart(true);
    QCOMPARE(m_client.upgrade(u"/agent"_s, m_device.tls).status, 403);
}

void TestRevocation::aRemovedDeviceIsNotInTheInventory()
{
    m_agent = device();
    QVERIFY(m_agent);
    m_root->send(Message::WatchTenant{1});
    QTRY_VERIFY(m_root->last<Message::Devices>().complete);
    m_root->send(Message::RemoveDevice{2, m_device.id});
    QTRY_VERIFY(m_root->reply<Message::Done>(2));
    const auto isToldRemoved = [this] {
        const auto devices = m_root->last<Message::Devices>().devices;
        return !devices.empty() && devices.front().id == m_device.id && devices.front().removed == std::optional(true);
    };
    QTRY_VERIFY(isToldRemoved());
    QVERIFY(!m_service->tenant().inventory.contains(m_device.id));
}

void TestRevocation::aWithdrawnTokenEnrolsNobody()
{
    m_root->send(Message::MakeEnrolmentToken{1, u"servers"_s, std::chrono::hours(1)});
    m_root->send(Message::MakeEnrolmentToken{2, u"laptops"_s, std::chrono::hours(2)});
    QTRY_VERIFY(m_root->reply<Message::EnrolmentToken>(1) && m_root->reply<Message::EnrolmentToken>(2));
    const auto lost = *m_root->reply<Message::EnrolmentToken>(1);
    const auto kept = *m_root->reply<Message::EnrolmentToken>(2);
    const auto listed = [this](quint32 request) {
        m_root->send(Message::FetchEnrolmentTokens{request});
        const bool isThere =
            QTest::qWaitFor([&] { return m_root->reply<Message::EnrolmentTokens>(request).has_value(); });
        auto tokens =
            isThere ? m_root->reply<Message::EnrolmentTokens>(request)->tokens : std::vector<EnrolmentTokenRecord>();
        // That of the start is the service's own.
        std::erase_if(tokens, [](const auto &token) { return token.madeBy == ServiceActor; });
        return tokens;
    };
    const QString root = m_root->last<Message::Welcome>().user.value();
    const EnrolmentTokenRecord other{secretHash(kept.token), u"laptops"_s, root, kept.expires};
    QCOMPARE(listed(3),
        (std::vector<EnrolmentTokenRecord>{other, {secretHash(lost.token), u"servers"_s, root, lost.expires}}));
    m_root->send(Message::WithdrawEnrolmentToken{4, secretHash(lost.token)});
    QTRY_VERIFY(m_root->reply<Message::Done>(4));
    QCOMPARE(inJournal<Event::EnrolmentTokenWithdrawn>(), 1);
    QCOMPARE(entries<Event::EnrolmentTokenWithdrawn>().front().actor, root);
    QCOMPARE(listed(5), std::vector<EnrolmentTokenRecord>{other});
    // Not a second time, and nobody whom it does not know.
    m_root->send(Message::WithdrawEnrolmentToken{6, secretHash(lost.token)});
    QTRY_VERIFY(m_root->reply<Message::Refused>(6));
    QCOMPARE(m_root->reply<Message::Refused>(6)->error.code, ErrorCode::TokenInvalid);
    QVERIFY(!m_client.enrol(lost.token).id.isValid());
    QVERIFY(m_client.enrol(kept.token).id.isValid());
    // Who has enrolled has used its token up.
    QVERIFY(listed(7).empty());
}

void TestRevocation::certificatesAreOfMonths()
{
    const auto device = m_client.enrol(ready("enrolment_token"_L1));
    const auto certificate = device.tls.localCertificate();
    QVERIFY(certificate.expiryDate() < QDateTime::currentDateTimeUtc().addDays(200));
}

DeviceIdentity TestRevocation::renewed(const DeviceIdentity &before, const QByteArray &key) const
{
    DeviceIdentity after = before;
    after.tls.setLocalCertificate(QSslCertificate(m_agent->last<Message::RenewedCertificate>().certificate.toLatin1()));
    after.tls.setPrivateKey(QSslKey(key, QSsl::Ec));
    return after;
}

void TestRevocation::aCertificateIsRenewedOverTheConnection()
{
    m_agent = device();
    QVERIFY(m_agent);
    const auto made = makeRequest();
    m_agent->send(Message::RenewCertificate{QString::fromLatin1(made.request)});
    QTRY_COMPARE(m_agent->count<Message::RenewedCertificate>(), 1);
    QCOMPARE(inJournal<Event::CertificateRenewed>(), 1);
    const auto next = renewed(m_device, made.key);
    const auto names = next.tls.localCertificate().subjectInfo(QSslCertificate::CommonName);
    QCOMPARE(names, QStringList{m_device.id.value()});
    QVERIFY(m_client.openAgent(next));
}

void TestRevocation::theCertificateBeforeIsGoodUntilTheNextIsShown()
{
    m_agent = device();
    QVERIFY(m_agent);
    const auto made = makeRequest();
    m_agent->send(Message::RenewCertificate{QString::fromLatin1(made.request)});
    QTRY_COMPARE(m_agent->count<Message::RenewedCertificate>(), 1);
    const auto next = renewed(m_device, made.key);
    // It may not have got it.
    QVERIFY(m_client.openAgent(m_device));
    QVERIFY(m_client.openAgent(next));
    QCOMPARE(m_client.upgrade(u"/agent"_s, m_device.tls).status, 403);
    restart(true);
    QCOMPARE(m_client.upgrade(u"/agent"_s, m_device.tls).status, 403);
    QVERIFY(m_client.openAgent(next));
}

void TestRevocation::certificatesAreNotMadeWithoutEnd()
{
    m_agent = device();
    QVERIFY(m_agent);
    const QString request = QString::fromLatin1(makeRequest().request);
    for (int i = 0; i < 50; ++i)
        m_agent->send(Message::RenewCertificate{request});
    QTRY_VERIFY(m_agent->count<Message::RenewedCertificate>() > 0);
    m_root->send(Message::FetchUsers{1});
    QTRY_VERIFY(m_root->reply<Message::Users>(1));
    QVERIFY(inJournal<Event::CertificateRenewed>() < 5);
}

void TestRevocation::aRequestThatIsNoneIsRefused()
{
    m_agent = device();
    QVERIFY(m_agent);
    m_agent->send(Message::RenewCertificate{u"-----BEGIN CERTIFICATE REQUEST-----"_s});
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(inJournal<Event::CertificateRenewed>(), 0);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestRevocation>(argc, argv);
}

#include "tst_revocation.moc"
