// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "service/net/tlsserver.h"
#include "service/store/securefile.h"
#include "tests/service/rawagent.h"
#include "tests/service/rawpeer.h"
#include "tests/service/servicefixture.h"
#include "transport/framed/framedopening.h"
#include "transport/stream/socketwire.h"
#include "transport/tls/tlsclient.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTest>
#include <QtEndian>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray headOf(quint32 length, quint8 kind)
{
    QByteArray head(4, '\0');
    qToBigEndian(length, head.data());
    return head + char(kind);
}

} // namespace

/// The agents' own channel on the service's real port, as honest agents, strangers and hostile devices meet it.
class TestAgentChannel final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup();

    void anAgentIsOnline();
    void aSessionIsTakenUpAgain();
    void aSessionIsTakenUpAfterARestart();
    void aSessionOutlivesAServiceThatSaysNoGoodbye();
    void withoutAGoodCertificateItIsRefused_data();
    void withoutAGoodCertificateItIsRefused();
    void theCertificateBeforeIsGoodNoMore();
    void aRemovedDeviceIsGoneAtOnce();
    void whoComesTooOftenIsTold();
    void olderTlsIsRefused();
    void anotherProtocolIsNotOurs();
    void framesThatAreNoneAreRefused_data();
    void framesThatAreNoneAreRefused();
    void messagesThatAreNoneAreRefused_data();
    void messagesThatAreNoneAreRefused();
    void aFrameMayComeAByteAtATime();
    void aFrameThatDoesNotEndIsCutOff();
    void whoDoesNotIntroduceItselfIsCutOff();
    void aHandshakeThatDoesNotEndIsCutOff();
    void whoSaidHelloWaitsForItsTurn();
    void hangingUpInAFrameHarmsNobody_data();
    void hangingUpInAFrameHarmsNobody();
    void whoDoesNotReadIsNotReadFrom();
    void thousandsOfMutatedFrames();

private:
    std::shared_ptr<StreamTls> streamTls(const DeviceIdentity &device) const;
    std::unique_ptr<Channel> open(const std::shared_ptr<StreamTls> &tls, bool &resumed);
    /// The first bytes of an honest agent.
    QByteArray helloOf(const DeviceIdentity &device) const;
    bool isOnline() { return m_service->tenant().router.isOnline(m_device.id); }

    DeviceIdentity m_device;
};

void TestAgentChannel::init()
{
    setUp();
    m_device = m_client.enrol(ready("enrolment_token"_L1));
    QVERIFY(m_device.id.isValid());
}

void TestAgentChannel::cleanup()
{
    tearDown();
}

std::shared_ptr<StreamTls> TestAgentChannel::streamTls(const DeviceIdentity &device) const
{
    return StreamTls::client(m_client.tls().caCertificates().constFirst(),
        {{device.tls.localCertificate()}, device.tls.privateKey()}, AgentProtocol)
        .value();
}

std::unique_ptr<Channel> TestAgentChannel::open(const std::shared_ptr<StreamTls> &tls, bool &resumed)
{
    FramedOpening opening(QUrl(ready("url"_L1)), tls, 20s);
    std::unique_ptr<Channel> channel;
    bool failed = false;
    connect(&opening, &FramedOpening::opened, this, [&] { channel = opening.takeChannel(); });
    connect(&opening, &FramedOpening::failed, this, [&](const Error &reason) {
        failed = true;
        qWarning("%s", qPrintable(debugText(reason)));
    });
    opening.start();
    if (!QTest::qWaitFor([&] { return channel || failed; }, 20'000) || failed)
        return nullptr;
    resumed = static_cast<FramedChannel &>(*channel).stream().isResumed();
    return channel;
}

void TestAgentChannel::anAgentIsOnline()
{
    bool resumed = true;
    auto channel = open(streamTls(m_device), resumed);
    QVERIFY(channel);
    QVERIFY(!resumed);
    TestPeer agent(std::move(channel));
    agent.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
    QTRY_COMPARE(inJournal<Event::DeviceOnline>(), 1);
    QTRY_COMPARE(agent.count<Message::Hello>(), 1);
    QVERIFY(isOnline());
    QCOMPARE(inJournal<Event::PeerRefused>(), 0);
    // Said goodbye to, it is gone, and the service knows why.
    agent.channel().close({ErrorCode::Interrupted, {}, u"the test ends"_s, {}});
    QTRY_COMPARE(inJournal<Event::DeviceOffline>(), 1);
    QVERIFY(std::get<Event::DeviceOffline>(entries<Event::DeviceOffline>().front().event)
            .reason.contains(u"the test ends"));
    QTRY_VERIFY(agent.isClosed());
}

void TestAgentChannel::aSessionIsTakenUpAgain()
{
    const auto tls = streamTls(m_device);
    for (const bool again : {false, true, true}) {
        bool resumed = !again;
        auto channel = open(tls, resumed);
        QVERIFY(channel);
        QCOMPARE(resumed, again);
        TestPeer agent(std::move(channel));
        agent.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
        QTRY_COMPARE(agent.count<Message::Hello>(), 1);
        QTRY_VERIFY(isOnline());
    }
    // Another device with a session of its own is another device.
    tls->forgetSession();
    bool resumed = true;
    QVERIFY(open(tls, resumed));
    QVERIFY(!resumed);
}

void TestAgentChannel::aSessionIsTakenUpAfterARestart()
{
    const auto tls = streamTls(m_device);
    bool resumed = true;
    {
        TestPeer agent(open(tls, resumed));
        QTRY_COMPARE(agent.count<Message::Hello>(), 1);
    }
    restart(true);
    TestPeer agent(open(tls, resumed));
    QVERIFY(resumed);
    agent.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
    QTRY_VERIFY(isOnline());
}

/// That all come back at once is when it counts.
void TestAgentChannel::aSessionOutlivesAServiceThatSaysNoGoodbye()
{
    const auto tls = streamTls(m_device);
    bool resumed = true;
    TestPeer before(open(tls, resumed));
    QTRY_COMPARE(before.count<Message::Hello>(), 1);
    restart(true);
    QTRY_VERIFY(before.isClosed());
    TestPeer agent(open(tls, resumed));
    QVERIFY(resumed);
}

void TestAgentChannel::withoutAGoodCertificateItIsRefused_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<bool>("isTold"); // a certificate that nobody vouches for ends the handshake
    QTest::newRow("none") << u"none"_s << true;
    QTest::newRow("self-signed") << u"self-signed"_s << false;
    QTest::newRow("another authority") << u"another authority"_s << false;
    QTest::newRow("expired") << u"expired"_s << false;
    QTest::newRow("not the one issued") << u"not the one issued"_s << true;
    QTest::newRow("the service's own kind") << u"the service's own kind"_s << false;
}

void TestAgentChannel::withoutAGoodCertificateItIsRefused()
{
    QFETCH(QString, which);
    QFETCH(bool, isTold);
    const auto made = makeRequest();
    const QSslKey key(made.key, QSsl::Ec);
    const QString data = m_directory->filePath(u"data"_s);
    const QSslCertificate ca = m_client.tls().caCertificates().first();
    QTemporaryDir other;
    const auto stranger = CertificateAuthority::open(other.path()).value();
    const auto ours = CertificateAuthority::open(data).value();
    QSslConfiguration tls = m_client.tls();
    if (which == u"self-signed")
        tls = clientTls(
            ca, stranger.certificate(), QSslKey(readWholeFile(other.filePath(u"ca.key"_s)).value(), QSsl::Ec));
    else if (which == u"another authority")
        tls = clientTls(ca, stranger.issueAgent(m_device.id, made.request).value().certificate, key);
    else if (which == u"expired")
        tls = clientTls(ca, expiredCertificate(data, m_device.id, made.key), key);
    else if (which == u"not the one issued")
        tls = clientTls(ca, ours.issueAgent(m_device.id, made.request).value().certificate, key);
    else if (which == u"the service's own kind") {
        const auto server = ours.issueServer({}).value();
        tls = clientTls(ca, server.chain.first(), server.key);
    }
    // The client's side of the handshake is done before the service has looked.
    RawAgent agent(m_client, tls);
    if (agent.isOpen())
        agent.introduce();
    QTRY_COMPARE(inJournal<Event::PeerRefused>(), 1);
    QTRY_VERIFY(agent.isCut());
    QCOMPARE(agent.last<Message::ProtocolError>().has_value(), isTold);
    if (isTold)
        QCOMPARE(agent.last<Message::ProtocolError>()->error.code, ErrorCode::CertificateRefused);
    QVERIFY(!isOnline());
}

void TestAgentChannel::theCertificateBeforeIsGoodNoMore()
{
    const auto tls = streamTls(m_device);
    bool resumed = true;
    {
        TestPeer agent(open(tls, resumed));
        QTRY_COMPARE(agent.count<Message::Hello>(), 1);
    }
    const auto made = makeRequest();
    const auto ours = CertificateAuthority::open(m_directory->filePath(u"data"_s)).value();
    const auto next = ours.issueAgent(m_device.id, made.request).value();
    m_service->tenant().inventory.renewCertificate(m_device.id, next.certificate.digest(QCryptographicHash::Sha256));
    const DeviceIdentity renewed{m_device.id,
        clientTls(m_client.tls().caCertificates().constFirst(), next.certificate, QSslKey(made.key, QSsl::Ec))};
    {
        TestPeer agent(open(streamTls(renewed), resumed));
        agent.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
        QTRY_VERIFY(isOnline());
    }
    // The session is still good as such, but it is that of the certificate before.
    TestPeer agent(open(tls, resumed));
    QVERIFY(resumed);
    QTRY_VERIFY(agent.isClosed());
    QCOMPARE(agent.last<Message::ProtocolError>().error.code, ErrorCode::CertificateRefused);
}

void TestAgentChannel::aRemovedDeviceIsGoneAtOnce()
{
    const auto tls = streamTls(m_device);
    bool resumed = true;
    TestPeer agent(open(tls, resumed));
    agent.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
    QTRY_VERIFY(isOnline());
    const auto root = m_client.openWorkstation(embeddedAccess());
    root->send(Message::RemoveDevice{7, m_device.id});
    QTRY_VERIFY(root->reply<Message::Done>(7));
    QTRY_VERIFY(agent.isClosed());
    TestPeer again(open(tls, resumed));
    QVERIFY(resumed);
    QTRY_VERIFY(again.isClosed());
    QCOMPARE(again.last<Message::ProtocolError>().error.code, ErrorCode::CertificateRefused);
}

void TestAgentChannel::whoComesTooOftenIsTold()
{
    const auto tls = streamTls(m_device);
    std::optional<Error> told;
    for (int i = 0; i < 150 && !told; ++i) {
        bool resumed = false;
        TestPeer agent(open(tls, resumed));
        QTRY_VERIFY(agent.count<Message::Hello>() > 0 || agent.count<Message::ProtocolError>() > 0);
        if (agent.count<Message::ProtocolError>() > 0)
            told = agent.last<Message::ProtocolError>().error;
    }
    QVERIFY(told);
    QCOMPARE(told->code, ErrorCode::RateLimited);
}

void TestAgentChannel::olderTlsIsRefused()
{
    QSslConfiguration tls = m_device.tls;
    tls.setProtocol(QSsl::TlsV1_2);
    tls.setAllowedNextProtocols({AgentProtocol});
    QSslSocket socket;
    socket.setSslConfiguration(tls);
    socket.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_service->port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!socket.isEncrypted());
}

void TestAgentChannel::anotherProtocolIsNotOurs()
{
    QSslConfiguration tls = m_device.tls;
    tls.setAllowedNextProtocols({"sonde-agent/2", "h2"});
    const auto socket = m_client.connectRaw(tls);
    QVERIFY(socket);
    QVERIFY(socket->sslConfiguration().nextNegotiatedProtocol().isEmpty());
    socket->write(frameBytes(FrameKind::Message, encode(Message::Hello{})) + "\r\n\r\n");
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!isOnline());
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
}

void TestAgentChannel::framesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a byte more than a message has") << headOf(MaxMessageBytes + 1, 0);
    QTest::newRow("4 GiB") << headOf(0xFFFFFFFF, 0);
    QTest::newRow("2 GiB") << headOf(0x80000000, 0);
    QTest::newRow("a message of nothing") << headOf(0, 0);
    QTest::newRow("a kind that there is not") << headOf(3, 7) + "abc";
    QTest::newRow("a sign of life with something in it") << headOf(3, 1) + "abc";
    QTest::newRow("a long farewell") << headOf(100'000, 2);
    QTest::newRow("HTTP") << QByteArray("GET /agent HTTP/1.1\r\nHost: sonde-service\r\n\r\n");
    QTest::newRow("many signs of life") << headOf(0, 1).repeated(200);
}

void TestAgentChannel::framesThatAreNoneAreRefused()
{
    QFETCH(QByteArray, bytes);
    RawAgent agent(m_client, m_device.tls);
    QVERIFY(agent.isOpen());
    agent.introduce();
    QTRY_VERIFY(isOnline());
    const qint64 before = residentBytes();
    agent.write(bytes);
    QTRY_VERIFY(agent.last<Message::ProtocolError>());
    QCOMPARE(agent.last<Message::ProtocolError>()->error.code, ErrorCode::ProtocolViolation);
    QCOMPARE(agent.frames().back().kind, FrameKind::Farewell);
    QTRY_VERIFY(agent.isCut());
    QTRY_VERIFY(!isOnline());
    QVERIFY(residentBytes() - before < 16 * 1024 * 1024);
    QCOMPARE(inJournal<Event::PeerRefused>(), 1);
}

void TestAgentChannel::messagesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no CBOR") << QByteArray("\xff\xff\xff nonsense");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("nothing of ours") << QByteArray::fromHex("8263666f6fa0");
    QTest::newRow("a control message of more than 64 KiB")
        << encode(Message::SubmitLine{1, SessionId(1), QString(MaxControlBytes + 1, u'x'), {}});
    QTest::newRow("nothing that an agent says") << encode(Message::FetchSettings{1});
    QTest::newRow("another hello") << encode(Message::Hello{});
}

void TestAgentChannel::messagesThatAreNoneAreRefused()
{
    QFETCH(QByteArray, message);
    RawAgent agent(m_client, m_device.tls);
    agent.introduce();
    QTRY_VERIFY(isOnline());
    agent.write(frameBytes(FrameKind::Message, message));
    QTRY_VERIFY(agent.last<Message::ProtocolError>());
    QTRY_VERIFY(agent.isCut());
    QTRY_VERIFY(!isOnline());
}

void TestAgentChannel::aFrameMayComeAByteAtATime()
{
    RawAgent agent(m_client, m_device.tls);
    const QByteArray bytes =
        frameBytes(FrameKind::Message, encode(Message::Hello{ProtocolVersion, ProtocolVersion, u"raw"_s, {}}))
        + frameBytes(FrameKind::Message, encode(Message::AgentState{linuxFacts(), u"instance"_s, {}}));
    for (const char byte : bytes) {
        agent.write(QByteArray(1, byte));
        agent.socket().flush();
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(isOnline());
}

void TestAgentChannel::aFrameThatDoesNotEndIsCutOff()
{
    RawAgent agent(m_client, m_device.tls);
    agent.introduce();
    QTRY_VERIFY(isOnline());
    QElapsedTimer clock;
    clock.start();
    agent.write(headOf(4000, 0));
    QTimer drip;
    connect(&drip, &QTimer::timeout, &agent.socket(), [&] { agent.write("x"); });
    drip.start(500ms);
    QTRY_VERIFY_WITH_TIMEOUT(agent.isCut(), 20'000);
    QVERIFY2(clock.elapsed() > 8'000 && clock.elapsed() < 18'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(agent.last<Message::ProtocolError>()->error.code, ErrorCode::TimedOut);
    QTRY_VERIFY(!isOnline());
}

void TestAgentChannel::whoDoesNotIntroduceItselfIsCutOff()
{
    RawAgent silent(m_client, m_device.tls);
    RawAgent slow(m_client, m_device.tls);
    QVERIFY(silent.isOpen() && slow.isOpen());
    const QByteArray hello = frameBytes(FrameKind::Message, encode(Message::Hello{}));
    qsizetype at = 0;
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow.socket(), [&] { slow.write(hello.mid(at++, 1)); });
    drip.start(1s);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY_WITH_TIMEOUT(silent.isCut() && slow.isCut(), 20'000);
    QVERIFY2(clock.elapsed() < 18'000, qPrintable(QString::number(clock.elapsed())));
}

QByteArray TestAgentChannel::helloOf(const DeviceIdentity &device) const
{
    QTcpServer ear;
    QByteArray hello;
    const auto hear = [&] {
        QVERIFY(ear.listen(QHostAddress::LocalHost));
        auto speaking = std::make_unique<QTcpSocket>();
        speaking->connectToHost(QHostAddress::LocalHost, ear.serverPort());
        QTRY_VERIFY(speaking->state() == QAbstractSocket::ConnectedState && ear.hasPendingConnections());
        TlsStream stream(TlsSide::Client, std::make_unique<SocketWire>(std::move(speaking)), streamTls(device));
        QVERIFY(stream.shakeHands());
        QTcpSocket &heard = *ear.nextPendingConnection();
        QTRY_VERIFY(heard.bytesAvailable() > 0);
        hello = heard.readAll();
    };
    hear();
    return hello;
}

void TestAgentChannel::aHandshakeThatDoesNotEndIsCutOff()
{
    // A good ClientHello, and nothing more.
    const QByteArray hello = helloOf(m_device);
    QVERIFY(!hello.isEmpty());
    QTcpSocket half;
    QTcpSocket silent;
    for (QTcpSocket *socket : {&half, &silent}) {
        socket->connectToHost(QHostAddress::LocalHost, m_service->port());
        QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    }
    half.write(hello.first(hello.size() / 2));
    silent.write(hello);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(silent.bytesAvailable() > 0); // the service has answered
    QTRY_COMPARE_WITH_TIMEOUT(half.state(), QAbstractSocket::UnconnectedState, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(silent.state(), QAbstractSocket::UnconnectedState, 20'000);
    QVERIFY2(clock.elapsed() > 8'000 && clock.elapsed() < 18'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
}

/// More of one place than may shake hands at once, as a building full of devices is after a power cut; and none of them goes on. None is
/// refused, each has its turn, and nobody elsewhere waits.
void TestAgentChannel::whoSaidHelloWaitsForItsTurn()
{
    constexpr int AtOnce = TlsServer::AgentLimits.underWayOfPlace;
    constexpr int Batch = 100;
    const QByteArray hello = helloOf(m_device);
    QVERIFY(!hello.isEmpty());
    std::vector<std::unique_ptr<QTcpSocket>> agents;
    const auto count = [&](const auto &holds) { return int(std::ranges::count_if(agents, holds)); };
    const auto isAnswered = [](const auto &socket) { return socket->bytesAvailable() > 0; };
    const auto isGone = [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; };
    const auto hasSpoken = [](const auto &socket) {
        return socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() == 0;
    };
    while (int(agents.size()) < TlsServer::MaxPendingOfPlace + 2 * Batch) {
        for (int i = 0; i < Batch; ++i) {
            agents.push_back(std::make_unique<QTcpSocket>());
            QVERIFY(agents.back()->bind(QHostAddress(u"127.0.0.9"_s)));
            agents.back()->connectToHost(QHostAddress::LocalHost, m_service->port());
            agents.back()->write(hello);
        }
        QTRY_COMPARE(count(hasSpoken), int(agents.size()));
    }
    QTRY_COMPARE(count(isAnswered), AtOnce);
    bool resumed = false;
    TestPeer elsewhere(open(streamTls(m_device), resumed));
    elsewhere.send(Message::AgentState{linuxFacts(), u"instance"_s, {}});
    QTRY_VERIFY(isOnline());
    QCOMPARE(count(isAnswered), AtOnce);
    QCOMPARE(count(isGone), 0);
    // Those who do not go on make room.
    QTRY_COMPARE_WITH_TIMEOUT(count(isAnswered), 2 * AtOnce, 20'000);
}

enum class End { Goodbye, HalfClosed, Reset, Close };

void TestAgentChannel::hangingUpInAFrameHarmsNobody_data()
{
    QTest::addColumn<End>("how");
    QTest::addColumn<qsizetype>("bytes");
    for (const qsizetype bytes : {0, 3, 5, 5000}) {
        QTest::addRow("goodbye after %lld", qlonglong(bytes)) << End::Goodbye << bytes;
        QTest::addRow("close after %lld", qlonglong(bytes)) << End::Close << bytes;
#ifdef Q_OS_UNIX
        QTest::addRow("half closed after %lld", qlonglong(bytes)) << End::HalfClosed << bytes;
        QTest::addRow("reset after %lld", qlonglong(bytes)) << End::Reset << bytes;
#endif
    }
}

void TestAgentChannel::hangingUpInAFrameHarmsNobody()
{
    QFETCH(End, how);
    QFETCH(qsizetype, bytes);
    RawAgent agent(m_client, m_device.tls);
    agent.introduce();
    QTRY_VERIFY(isOnline());
    QSslSocket &socket = agent.socket();
    const QByteArray frame = headOf(10'000, 0) + QByteArray(10'000, 'x');
    socket.write(frame.first(bytes));
    QTRY_VERIFY(socket.bytesToWrite() + socket.encryptedBytesToWrite() == 0);
    switch (how) {
    case End::Goodbye: socket.disconnectFromHost(); break;
    case End::Close: socket.abort(); break;
    case End::HalfClosed:
#ifdef Q_OS_UNIX
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#endif
        break;
    case End::Reset: {
#ifdef Q_OS_UNIX
        const linger none{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
        socket.abort();
        break;
    }
    }
    QTRY_VERIFY(!isOnline());
    QTRY_VERIFY(agent.isCut());
    RawAgent again(m_client, m_device.tls);
    again.introduce();
    QTRY_VERIFY(isOnline());
}

void TestAgentChannel::whoDoesNotReadIsNotReadFrom()
{
    RawAgent agent(m_client, m_device.tls);
    agent.introduce();
    QTRY_VERIFY(isOnline());
    agent.stopReading();
    // What it is told without having asked is not kept without end.
    const qint64 before = residentBytes();
    for (int i = 0; i < 2'000 && isOnline(); ++i) {
        m_service->tenant().router.send(m_device.id,
            Message::RunCommand{CommandId(quint64(i) + 1), SessionId(1), {}, QString(50'000, u'x'), 1s, {}, {}});
        if (i % 20 == 0)
            QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!isOnline());
    QVERIFY2(residentBytes() - before < 96 * 1024 * 1024, qPrintable(QString::number(residentBytes() - before)));
}

void TestAgentChannel::thousandsOfMutatedFrames()
{
    const auto before = entries<Event::PeerRefused>().size();
    const std::vector<AnyMessage> originals{Message::Hello{}, Message::AgentState{linuxFacts(), u"instance"_s, {}},
        Message::CommandStarted{CommandId(7), QDateTime::currentDateTimeUtc()},
        Message::CommandOutput{CommandId(7), 0, ChunkFormat::Rows, 3, "rows"}};
    QRandomGenerator random(20261127);
    std::unique_ptr<RawAgent> agent;
    int connections = 0;
    for (int sent = 0; sent < 3'000 && connections < 100; ++sent) {
        if (!agent || agent->isCut()) {
            agent = std::make_unique<RawAgent>(m_client, m_device.tls);
            QVERIFY(agent->isOpen());
            ++connections;
        }
        QByteArray bytes =
            frameBytes(FrameKind::Message, encode(originals.at(size_t(random.bounded(int(originals.size()))))));
        for (int change = random.bounded(0, 3); change > 0; --change)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        agent->write(bytes);
        if (sent % 8 == 7)
            QTRY_VERIFY(agent->isCut() || agent->socket().bytesToWrite() == 0);
    }
    QCOMPARE(m_client.get(u"/healthz"_s).status, 200);
    QTRY_VERIFY(entries<Event::PeerRefused>().size() > before);
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestAgentChannel>(argc, argv);
}
#include "tst_agentchannel.moc"
