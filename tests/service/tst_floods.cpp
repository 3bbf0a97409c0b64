// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/password.h"
#include "service/net/handshakequeue.h"
#include "service/net/peeradmission.h"
#include "service/net/tlsserver.h"
#include "service/transfers/bulkport.h"
#include "tests/service/rawpeer.h"
#include "tests/service/servicefixture.h"
#include "transport/bulk/bulkstream.h"
#include "transport/tls/tlsclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whoever asks for more than anybody needs, or does not read the answers, costs nobody else time or memory.
class TestFloods final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup() { tearDown(); }

    void whoDoesNotReadIsNotReadFrom();
    void aUserHasSoManyConnections();
    void strangersTakeNoPlacesOfTransfers();
    void onePlaceDoesNotTakeAllConnections();
    void placesShakeHandsInTurn();
    void whoWaitsForAHandshakeIsBounded();
    void whoNeedNotWaitFindsTheQueueFull();
    void anOverflowingLengthIsRefused();
    void aConnectionIsClosedAfterItsAnswer();
    void aSecondRequestIsRefused_data();
    void aSecondRequestIsRefused();
    void guessingElsewhereKeepsNobodyOut();
    void guessingFromManyPlacesIsSlow();
    void passwordsDoNotPileUp();
    void aDeviceDoesNotComeAllDay();

private:
    QByteArray bearer() const { return "Authorization: Bearer " + m_token.toLatin1() + "\r\n"; }
    void fillJournal(int entries, qsizetype bytes);
    qint64 roundTrip(TestPeer &honest);
    /// As bob; the status.
    int signInFrom(const QByteArray &address, const QString &password);

    QString m_token;
    quint32 m_request = 0;
};

void TestFloods::init()
{
    setUp();
    m_token = embeddedAccess();
}

void TestFloods::fillJournal(int entries, qsizetype bytes)
{
    for (int i = 0; i < entries; ++i)
        m_service->tenant().journal.append(ServiceActor, {}, Event::PeerRefused{{}, QString(bytes, u'x')});
    m_service->tenant().turn.finish();
}

qint64 TestFloods::roundTrip(TestPeer &honest)
{
    QElapsedTimer clock;
    clock.start();
    honest.send(Message::FetchSettings{++m_request});
    const bool answered =
        QTest::qWaitFor([&] { return honest.reply<Message::Settings>(m_request).has_value(); }, 30'000);
    return answered ? clock.elapsed() : -1;
}

void TestFloods::whoDoesNotReadIsNotReadFrom()
{
    fillJournal(600, 2000);
    const auto honest = m_client.openWorkstation(m_token);
    QVERIFY(honest);
    QVERIFY(roundTrip(*honest) >= 0);
    RawPeer hostile(m_client, u"/workstation"_s, m_client.tls(), bearer());
    QVERIFY(hostile.isOpen());
    hostile.stopReading();
    const qint64 before = residentBytes();
    std::vector<AnyMessage> requests;
    for (quint32 i = 1; i <= 5000; ++i)
        requests.push_back(Message::FetchJournal{i, 0, 0, {}});
    hostile.send(requests);
    qint64 longest = 0;
    for (int i = 0; i < 50; ++i) {
        const qint64 took = roundTrip(*honest);
        QVERIFY(took >= 0);
        longest = std::max(longest, took);
    }
    // Of the answers there are 2.5 GB.
    QVERIFY2(longest < 2000, qPrintable(QString::number(longest)));
    const qint64 grown = residentBytes() - before;
    QVERIFY2(grown < 64 * 1024 * 1024, qPrintable(QString::number(grown)));
}

void TestFloods::aUserHasSoManyConnections()
{
    std::vector<std::unique_ptr<TestPeer>> peers;
    for (int i = 0; i < MostWorkstationsOfUser; ++i) {
        peers.push_back(m_client.openWorkstation(m_token));
        QVERIFY2(peers.back(), qPrintable(m_client.refusal()));
    }
    QCOMPARE(m_client.upgrade(u"/workstation"_s, m_client.tls(), bearer()).status, 429);
    peers.pop_back();
    QTRY_COMPARE(m_client.upgrade(u"/workstation"_s, m_client.tls(), bearer()).status, 101);
}

void TestFloods::strangersTakeNoPlacesOfTransfers()
{
    // The first bytes of a ClientHello that wants bulk transfer are enough to be counted as a stranger; so many are held, and more refused.
    QSslConfiguration tls = m_client.tls();
    tls.setAllowedNextProtocols({BulkProtocol});
    std::vector<std::unique_ptr<QSslSocket>> strangers;
    int held = 0;
    for (int i = 0; i < 3 * BulkPort::MostUnopenedOfPlace; ++i) {
        auto socket = std::make_unique<QSslSocket>();
        socket->setSslConfiguration(tls);
        socket->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
        socket->connectToHostEncrypted(u"127.0.0.1"_s, m_service->port(), QLatin1StringView(ServiceTlsName));
        QTRY_VERIFY(socket->isEncrypted() || socket->state() == QAbstractSocket::UnconnectedState);
        held += socket->isEncrypted() ? 1 : 0;
        strangers.push_back(std::move(socket));
    }
    QCOMPARE(held, BulkPort::MostUnopenedOfPlace);
    strangers.clear();
    const auto again = [&] {
        auto socket = std::make_unique<QSslSocket>();
        socket->setSslConfiguration(tls);
        socket->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
        socket->connectToHostEncrypted(u"127.0.0.1"_s, m_service->port(), QLatin1StringView(ServiceTlsName));
        return QTest::qWaitFor([&] { return socket->isEncrypted(); }, 1000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(again(), 20'000);
}

void TestFloods::onePlaceDoesNotTakeAllConnections()
{
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < TlsServer::MaxPendingOfPlace + 50; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, m_service->port());
    }
    const auto count = [&](QAbstractSocket::SocketState state) {
        return std::ranges::count_if(silent, [&](const auto &socket) { return socket->state() == state; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(QAbstractSocket::UnconnectedState), 50, 8'000);
    QCOMPARE(count(QAbstractSocket::ConnectedState), TlsServer::MaxPendingOfPlace);
    silent.clear();
    QTRY_COMPARE(m_client.get(u"/healthz"_s).status, 200);
}

void TestFloods::placesShakeHandsInTurn()
{
    HandshakeQueue queue({.underWay = 4, .underWayOfPlace = 2, .waiting = 100, .waitingOfPlace = 50});
    for (int i = 0; i < 10; ++i)
        QVERIFY(queue.add(i, u"crowd"_s));
    QVERIFY(queue.add(100, u"one"_s));
    QVERIFY(queue.add(200, u"two"_s));
    QVERIFY(queue.add(201, u"two"_s));
    const auto begun = [&queue] {
        QList<qintptr> descriptors;
        while (const auto turn = queue.next())
            descriptors.append(turn->descriptor);
        return descriptors;
    };
    QCOMPARE(begun(), (QList<qintptr>{0, 100, 200, 1}));
    QCOMPARE(queue.waiting(), 9);
    queue.end(u"one"_s);
    QCOMPARE(begun(), QList<qintptr>{201});
    // The crowd has all that it may have.
    queue.end(u"two"_s);
    QCOMPARE(begun(), QList<qintptr>());
    queue.end(u"crowd"_s);
    QCOMPARE(begun(), QList<qintptr>{2});
}

void TestFloods::whoWaitsForAHandshakeIsBounded()
{
    HandshakeQueue queue({.underWay = 1, .underWayOfPlace = 1, .waiting = 5, .waitingOfPlace = 3});
    const auto now = HandshakeQueue::Clock::now();
    QVERIFY(queue.add(99, u"first"_s, now));
    QCOMPARE(queue.next()->descriptor, qintptr(99));
    for (int i = 0; i < 3; ++i)
        QVERIFY(queue.add(i, u"crowd"_s, now + i * 1s));
    QVERIFY(!queue.add(3, u"crowd"_s, now));
    QVERIFY(queue.add(10, u"one"_s, now + 1s));
    QVERIFY(queue.add(20, u"two"_s, now + 2s));
    QVERIFY(!queue.add(30, u"three"_s, now + 2s));
    QCOMPARE(queue.takeOlderThan(now + 2s), (std::vector<qintptr>{0, 1, 10}));
    QCOMPARE(queue.waiting(), 2);
    QVERIFY(queue.add(30, u"three"_s, now + 3s));
    QVERIFY(!queue.next());
    queue.end(u"first"_s);
    QCOMPARE(queue.next()->place, u"crowd"_s);
    QVERIFY(!queue.next());
}

/// All room to wait is taken; who need not wait comes in all the same.
void TestFloods::whoNeedNotWaitFindsTheQueueFull()
{
    HandshakeQueue queue({.underWay = 2, .underWayOfPlace = 1, .waiting = 2, .waitingOfPlace = 2});
    QVERIFY(queue.add(0, u"crowd"_s));
    QVERIFY(queue.next());
    QVERIFY(queue.add(1, u"crowd"_s) && queue.add(2, u"crowd"_s) && !queue.add(3, u"crowd"_s));
    QVERIFY(queue.add(10, u"one"_s));
    QCOMPARE(queue.next()->descriptor, qintptr(10));
    QVERIFY(!queue.add(20, u"two"_s));
}

void TestFloods::anOverflowingLengthIsRefused()
{
    const auto socket = m_client.connectRaw(m_client.tls());
    QVERIFY(socket);
    QByteArray answer;
    connect(socket.get(), &QSslSocket::readyRead, this, [&] { answer += socket->readAll(); });
    socket->write("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 9223372036854775807\r\n\r\n{}");
    QTRY_VERIFY(answer.startsWith("HTTP/1.1 413"));
}

void TestFloods::aConnectionIsClosedAfterItsAnswer()
{
    const auto socket = m_client.connectRaw(m_client.tls());
    QVERIFY(socket);
    QElapsedTimer clock;
    clock.start();
    socket->write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 5'000);
    QVERIFY(socket->readAll().startsWith("HTTP/1.1 200"));
}

void TestFloods::aSecondRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addRow("behind one without a body") << QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::addRow("behind one with a body")
        << QByteArray("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
    QTest::addRow("behind an upgrade") << QByteArray(
        "GET /workstation HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
}

/// In one packet, so that both are there before the first is served.
void TestFloods::aSecondRequestIsRefused()
{
    QFETCH(QByteArray, first);
    const auto socket = m_client.connectRaw(m_client.tls());
    QVERIFY(socket);
    socket->write(first + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 5'000);
    const QByteArray answer = socket->readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.left(200).constData());
    QCOMPARE(answer.count("HTTP/1.1"), 1);
}

int TestFloods::signInFrom(const QByteArray &address, const QString &password)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(m_client.tls());
    socket->setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    socket->bind(QHostAddress(QString::fromLatin1(address)));
    socket->connectToHostEncrypted(u"127.0.0.1"_s, m_service->port(), QLatin1StringView(ServiceTlsName));
    QByteArray answer;
    if (!QTest::qWaitFor([&] { return socket->isEncrypted(); }, 20'000))
        return 0;
    const QByteArray body = QJsonDocument(QJsonObject{{u"user"_s, u"bob"_s}, {u"password"_s, password}}).toJson();
    socket->write("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body);
    std::ignore = QTest::qWaitFor(
        [&] {
            answer += socket->readAll();
            return answer.contains("\r\n");
        },
        20'000);
    return answer.split(' ').value(1).toInt();
}

void TestFloods::guessingElsewhereKeepsNobodyOut()
{
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"bob"_s), hashPassword(u"correct horse"_s), QStringList{Role::Analyst}));
    int refused = 0;
    for (int i = 0; i < 12; ++i)
        refused += signInFrom("127.0.0.2", u"guess"_s) == 429 ? 1 : 0;
    QVERIFY(refused > 0);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(signInFrom("127.0.1." + QByteArray::number(i + 1), u"guess"_s), 401);
    QCOMPARE(signInFrom("127.0.0.3", u"another guess"_s), 401);
    QCOMPARE(signInFrom("127.0.0.3", u"correct horse"_s), 200);
}

/// Each place by itself is slow enough; many of them are not.
void TestFloods::guessingFromManyPlacesIsSlow()
{
    QVERIFY(m_service->tenant().addUser(
        ServiceActor, UserName(u"bob"_s), hashPassword(u"correct horse"_s), QStringList{Role::Analyst}));
    QCOMPARE(signInFrom("127.0.0.3", u"correct horse"_s), 200);
    constexpr int Places = 20;
    constexpr int Attempts = 5;
    int compared = 0;
    for (int i = 0; i < Attempts; ++i) {
        for (int place = 1; place <= Places; ++place)
            compared += signInFrom("127.0.1." + QByteArray::number(place), u"guess"_s) == 401 ? 1 : 0;
    }
    // Twenty, two of each place, and a few that come with time.
    QVERIFY2(compared < Places * Attempts * 8 / 10, qPrintable(QString::number(compared)));
    // Where bob comes from he may mistype as ever, and on a journey once.
    QCOMPARE(signInFrom("127.0.0.3", u"a guess"_s), 401);
    QCOMPARE(signInFrom("127.0.0.3", u"another guess"_s), 401);
    QCOMPARE(signInFrom("127.0.0.3", u"a third"_s), 401);
    QCOMPARE(signInFrom("127.0.0.3", u"correct horse"_s), 200);
    QCOMPARE(signInFrom("127.0.2.1", u"mistyped"_s), 401);
    QCOMPARE(signInFrom("127.0.2.1", u"correct horse"_s), 200);
    // A new place has no more than the others.
    int strangers = 0;
    while (strangers < Attempts && signInFrom("127.0.2.2", u"guess"_s) == 401)
        ++strangers;
    QVERIFY2(strangers < Attempts, qPrintable(QString::number(strangers)));
}

void TestFloods::passwordsDoNotPileUp()
{
    PasswordPool &pool = m_service->tenant().passwords;
    // Nothing becomes free before the event loop turns.
    const auto fill = [&] {
        Result<void> asked;
        for (int i = 0; i <= PasswordPool::MostWaiting && asked; ++i)
            asked = pool.hash(this, u"guess"_s, [](const QByteArray &) {});
        return asked;
    };
    QByteArray answer;
    for (int attempts = 0; attempts < 5 && !answer.startsWith("HTTP/1.1 429"); ++attempts) {
        const auto socket = m_client.connectRaw(m_client.tls());
        QVERIFY(socket);
        const auto full = fill();
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::RateLimited);
        const QByteArray body = R"({"user":"ada","password":"guess"})";
        socket->write("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body);
        QTRY_COMPARE_WITH_TIMEOUT(socket->state(), QAbstractSocket::UnconnectedState, 30'000);
        answer = socket->readAll();
    }
    QVERIFY2(answer.startsWith("HTTP/1.1 429") && answer.toLower().contains("retry-after"), answer.constData());
    const auto takesOne = [&] { return pool.hash(this, u"later"_s, [](const QByteArray &) {}).has_value(); };
    QVERIFY(QTest::qWaitFor(takesOne, 30'000));
}

void TestFloods::aDeviceDoesNotComeAllDay()
{
    const auto device = m_client.enrol(ready("enrolment_token"_L1));
    HttpAnswer answer;
    int comings = 0;
    do
        answer = m_client.upgrade(u"/agent"_s, device.tls);
    while (answer.status == 101 && ++comings < 400);
    QCOMPARE(answer.status, 429);
    QVERIFY2(comings >= 100, qPrintable(QString::number(comings)));
    // Another one does.
    const QString token = m_service->tenant().makeEnrolmentToken(ServiceActor, {}, std::chrono::hours(1)).secret;
    QCOMPARE(m_client.upgrade(u"/agent"_s, m_client.enrol(token).tls).status, 101);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestFloods>(argc, argv);
}
#include "tst_floods.moc"
