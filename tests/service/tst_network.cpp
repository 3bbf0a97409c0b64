// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"
#include "service/serviceprogram.h"
#include "tests/service/servicefixture.h"
#include "transport/tls/tlsclient.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// The service's port as those meet it who may: real TLS, real sockets.
class TestNetwork : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aSecondServiceOnTheSameDataIsRefused();
    void filesArePrivate();
    void healthAndMetrics();
    void theFirstUserIsSetUpOnce();
    void signIn();
    void signInIsRateLimited();
    void whoSignsInRightlyMayDoSoAgain();
    void signOutEndsTheTokenAndItsConnections();
    void aTokenEndsHoweverOftenItIsUsed();
    void theEmbeddedTokenIsGoodOnce();
    void badRequestsHaveReasons_data();
    void badRequestsHaveReasons();
    void theWholeWayOverTheWire();
};

void TestNetwork::aSecondServiceOnTheSameDataIsRefused()
{
    ServiceOptions options;
    options.data = m_directory->filePath(u"data"_s);
    options.address = QHostAddress::LocalHost;
    const auto second = ServiceProgram::start(options);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::AlreadyRunning);
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
}

void TestNetwork::filesArePrivate()
{
    const QDir data(m_directory->filePath(u"data"_s));
    constexpr auto Others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(data.path()).permissions() & Others));
    for (const auto &key : {u"ca.key"_s, u"journal.key"_s})
        QVERIFY2(!(QFileInfo(data.filePath(key)).permissions() & Others), qPrintable(key));
}

void TestNetwork::healthAndMetrics()
{
    const auto health = m_client.get(u"/healthz"_s);
    QCOMPARE(health.status, 200);
    QCOMPARE(health.body.value("status"_L1).toString(), u"ok"_s);
    // Other users of this machine learn nothing of an embedded tenant.
    QCOMPARE(m_client.get(u"/metrics"_s).status, 401);
    startAfresh();
    const auto metrics = m_client.get(u"/metrics"_s);
    QCOMPARE(metrics.status, 200);
    QVERIFY(metrics.text.contains("\nsonde_agents_online 0\n"));
    QVERIFY(metrics.text.contains("\nsonde_open_commands{state=\"running\"} 0\n"));
#ifdef Q_OS_LINUX
    QVERIFY(!metrics.text.contains("\nprocess_resident_memory_bytes 0\n"));
#endif
    QCOMPARE(m_client.get(u"/nowhere"_s).status, 404);
}

void TestNetwork::theFirstUserIsSetUpOnce()
{
    startAfresh();
    const QString token = ready("setup_token"_L1);
    QVERIFY(!token.isEmpty());
    const auto setUp = [&](const QString &with, const QString &password, const QString &user = u"Ada"_s) {
        return m_client.post(u"/api/setup"_s, {{u"token"_s, with}, {u"user"_s, user}, {u"password"_s, password}});
    };
    QCOMPARE(errorCode(setUp(u"guess"_s, u"correct horse"_s)), u"token-invalid"_s);
    QCOMPARE(errorCode(setUp(token, u"short"_s)), u"weak-password"_s);
    for (const QString &imitating : {u"Service"_s, u"a\nb"_s, u"\u202eada"_s})
        QCOMPARE(errorCode(setUp(token, u"correct horse"_s, imitating)), u"bad-value"_s);
    const auto made = setUp(token, u"correct horse"_s);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.body.value("user"_L1).toString(), u"ada"_s);
    QCOMPARE(setUp(token, u"correct horse"_s).status, 401);
    restart(false);
    QVERIFY(ready("setup_token"_L1).isEmpty());
    QCOMPARE(m_service->tenant().store.user(UserName(u"ada"_s))->roles, QStringList{Role::GlobalAdministrator});
}

void TestNetwork::signIn()
{
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"ada"_s), hashPassword(u"correct horse"_s), {Role::Analyst}));
    const auto right = m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ADA"_s}, {u"password"_s, u"correct horse"_s}});
    QCOMPARE(right.status, 200);
    QVERIFY(!right.body.value("token"_L1).toString().isEmpty());
    QVERIFY(QDateTime::fromString(right.body.value("expires"_L1).toString(), Qt::ISODate)
        > QDateTime::currentDateTimeUtc());
    QCOMPARE(right.body.value("roles"_L1).toArray().first().toString(), Role::Analyst);
    const auto wrong = m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, u"wrong"_s}});
    const auto nobody = m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"eve"_s}, {u"password"_s, u"wrong"_s}});
    QCOMPARE(wrong.status, 401);
    QCOMPARE(errorCode(wrong), u"sign-in-failed"_s);
    QCOMPARE(errorCode(nobody), errorCode(wrong));
    QCOMPARE(inJournal<Event::SignedIn>(), 1);
    QCOMPARE(inJournal<Event::SignInRefused>(), 2);
    // What was typed for a name that nobody has may be a password.
    const auto refused = entries<Event::SignInRefused>();
    QCOMPARE(std::get<Event::SignInRefused>(refused.at(0).event).user, u"ada"_s);
    QCOMPARE(std::get<Event::SignInRefused>(refused.at(1).event).user, QString());
    // The embedded user has no password to guess.
    const auto embedded =
        m_client.post(u"/api/sign-in"_s, {{u"user"_s, ready("embedded_user"_L1)}, {u"password"_s, QString()}});
    QCOMPARE(embedded.status, 401);
    const auto workstation = m_client.openWorkstation(right.body.value("token"_L1).toString());
    QVERIFY2(workstation, qPrintable(m_client.refusal()));
    QTRY_COMPARE(workstation->last<Message::Welcome>().user, UserName(u"ada"_s));
    QCOMPARE(workstation->last<Message::Welcome>().level, Level::Basic);
}

void TestNetwork::signOutEndsTheTokenAndItsConnections()
{
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"ada"_s), hashPassword(u"correct horse"_s), {Role::Analyst}));
    const auto signIn = [this] {
        return m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, u"correct horse"_s}})
            .body.value("token"_L1)
            .toString();
    };
    const QString token = signIn();
    const QString other = signIn();
    const auto first = m_client.openWorkstation(token);
    const auto second = m_client.openWorkstation(token);
    const auto stays = m_client.openWorkstation(other);
    QVERIFY(first && second && stays);

    QCOMPARE(errorCode(m_client.post(u"/api/sign-out"_s, {{u"token"_s, u"a guess"_s}})), u"token-invalid"_s);
    QCOMPARE(m_client.post(u"/api/sign-out"_s, {{u"token"_s, token}}).status, 200);
    QTRY_VERIFY(first->isClosed() && second->isClosed());
    QVERIFY(!m_client.openWorkstation(token));
    QCOMPARE(errorCode(m_client.post(u"/api/sign-out"_s, {{u"token"_s, token}})), u"token-invalid"_s);
    QCOMPARE(inJournal<Event::SignedOut>(), 1);
    QVERIFY(!stays->isClosed());
    QVERIFY(m_client.openWorkstation(other));
}

void TestNetwork::signInIsRateLimited()
{
    const auto guess = [&] {
        return m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, u"guess"_s}});
    };
    // On a slow machine some of what is used up comes back meanwhile.
    HttpAnswer answer = guess();
    for (int attempts = 1; attempts < 40 && answer.status == 401; ++attempts)
        answer = guess();
    QCOMPARE(answer.status, 429);
    QCOMPARE(errorCode(answer), u"rate-limited"_s);
    // Another user's name is not spent by it.
    QCOMPARE(m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"bob"_s}, {u"password"_s, u"guess"_s}}).status, 401);
}

/// As a script does that calls sonde-cli for one thing after the other.
void TestNetwork::whoSignsInRightlyMayDoSoAgain()
{
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"ada"_s), hashPassword(u"correct horse"_s), {Role::Analyst}));
    const auto statusOf = [this](const QString &user, const QString &password) {
        return m_client.post(u"/api/sign-in"_s, {{u"user"_s, user}, {u"password"_s, password}}).status;
    };
    for (int i = 0; i < 40; ++i)
        QCOMPARE(statusOf(u"ada"_s, u"correct horse"_s), 200);
    // Who guesses for others in between has no more tries than without.
    int refused = 0;
    for (int i = 0; i < 40; ++i) {
        QCOMPARE_LT(statusOf(u"ada"_s, u"correct horse"_s), 500);
        refused += statusOf(u"user %1"_s.arg(i), u"guess"_s) == 429 ? 1 : 0;
    }
    QVERIFY(refused > 0);
}

void TestNetwork::aTokenEndsHoweverOftenItIsUsed()
{
    const QString token = embeddedAccess();
    auto stored = m_service->tenant().store.token(SecretKind::Access, secretHash(token)).value();
    const auto now = QDateTime::currentDateTimeUtc();
    QVERIFY(stored.last > now.addDays(6) && stored.last < now.addDays(8));
    // A week later: used all the time, its end does not move any more.
    stored.last = stored.expires = now.addSecs(60);
    m_service->tenant().store.saveToken(SecretKind::Access, stored);
    QVERIFY(m_client.openWorkstation(token));
    QCOMPARE(m_service->tenant().store.token(SecretKind::Access, secretHash(token))->expires.toSecsSinceEpoch(),
        stored.expires.toSecsSinceEpoch());
}

void TestNetwork::theEmbeddedTokenIsGoodOnce()
{
    QVERIFY(!embeddedAccess().isEmpty());
    QVERIFY(embeddedAccess().isEmpty());
}

void TestNetwork::badRequestsHaveReasons_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("enrol without a token")
        << u"/api/enrol"_s << QJsonObject{{u"name"_s, u"x"_s}, {u"csr"_s, QString::fromLatin1(makeRequest().request)}}
        << 401;
    QTest::newRow("enrol without a request") << u"/api/enrol"_s << QJsonObject{{u"name"_s, u"x"_s}} << 400;
    QTest::newRow("set up an embedded service") << u"/api/setup"_s << QJsonObject{{u"token"_s, QString()}} << 401;
    QTest::newRow("no such path") << u"/api/nothing"_s << QJsonObject{} << 404;
}

void TestNetwork::badRequestsHaveReasons()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    const auto answer = m_client.post(path, body);
    QTEST(answer.status, "status");
    QVERIFY(!errorCode(answer).isEmpty());
}

void TestNetwork::theWholeWayOverTheWire()
{
    const auto device = m_client.enrol(ready("enrolment_token"_L1));
    QCOMPARE(device.id.value().size(), 32);
    const auto agent = m_client.openAgent(device);
    QVERIFY2(agent, qPrintable(m_client.refusal()));
    const auto analyst = m_client.openWorkstation(embeddedAccess());
    QVERIFY2(analyst, qPrintable(m_client.refusal()));
    QTRY_COMPARE(analyst->count<Message::Welcome>(), 1);
    analyst->send(Message::StartSession{1, device.id, {}, false});
    QTRY_COMPARE(agent->last<Message::RunCommand>().invocation.verb, u"connect"_s);
    agent->send(
        Message::CommandEnded{agent->last<Message::RunCommand>().command, CommandState::Completed, {}, 0, {}, {}, {}});
    QTRY_VERIFY(analyst->reply<Message::SessionStarted>(1));
    const SessionId session = analyst->reply<Message::SessionStarted>(1)->session.id;
    analyst->send(Message::WatchSession{2, session, 0});
    analyst->send(Message::SubmitLine{3, session, u"dir /etc"_s, {}});
    QTRY_COMPARE(agent->last<Message::RunCommand>().invocation.verb, u"dir"_s);
    const CommandId command = agent->last<Message::RunCommand>().command;
    const QByteArray large(ChunkBytes, 'x');
    for (quint32 i = 0; i < 40; ++i)
        agent->send(Message::CommandOutput{command, i, ChunkFormat::Text, 1, large});
    agent->send(Message::CommandEnded{command, CommandState::Completed, {}, 40, {}, {}, {}});
    QTRY_COMPARE(agent->last<Message::EndStored>().command, command);
    QTRY_COMPARE(qsizetype(analyst->entries<Event::CommandFinished>().size()), 2);
    analyst->send(Message::VerifyJournal{9});
    QTRY_VERIFY(analyst->reply<Message::JournalVerdict>(9));
    QVERIFY2(analyst->reply<Message::JournalVerdict>(9)->whole,
        qPrintable(analyst->reply<Message::JournalVerdict>(9)->reason));
    analyst->forget();
    analyst->send(Message::FetchOutput{10, command, 0, 0});
    QTRY_VERIFY(analyst->reply<Message::Done>(10));
    QCOMPARE(analyst->count<Message::CommandOutput>(), 40);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestNetwork>(argc, argv);
}
#include "tst_network.moc"
