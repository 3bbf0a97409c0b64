// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "transport/framed/framedchannel.h"
#include "transport/stream/descriptorwire.h"
#include "transport/stream/socketwire.h"
#include "transport/stream/ticketkeys.h"
#include "transport/tls/tlsclient.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Door final : public QTcpServer
{
public:
    std::vector<qintptr> arrived;

protected:
    void incomingConnection(qintptr descriptor) override { arrived.push_back(descriptor); }
};

/// Whole frames out of these bytes, put in so many at a time.
Result<std::vector<Frame>> framesIn(QByteArrayView bytes, qsizetype piece, qsizetype most = 100'000)
{
    FrameReader reader(most);
    std::vector<Frame> frames;
    while (!bytes.isEmpty()) {
        const auto space = reader.space();
        const qsizetype count = std::min({piece, qsizetype(space.size()), bytes.size()});
        std::ranges::copy(bytes.first(count), space.begin());
        bytes = bytes.sliced(count);
        auto frame = reader.added(size_t(count));
        if (!frame)
            return std::unexpected(frame.error());
        if (*frame)
            frames.push_back(**std::move(frame));
    }
    return frames;
}

} // namespace

/// The agents' channel without a service: frames, time, and what waits.
class TestFramedChannel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void framesInAnyPieces_data();
    void framesInAnyPieces();
    void nothingIsTakenForAFrameThatHasNotCome();
    void ticketKeysAreOfTwoDays();
    void messagesPassBothWays();
    void theOtherProtocolIsNotAgreedOn();
    void whatIsNotReadWaits();
    void signsOfLifeKeepItOpen();
    void whoIsSilentIsGivenUp();
    void whoFallsSilentIsNamedBefore();
    void whoTakesNothingIsGivenUp();
    void whoHangsUpIsGoneAtOnce();

private:
    void join(const char *protocol = AgentProtocol);

    QTemporaryDir m_folder;
    std::optional<CertificateAuthority> m_authority;
    std::shared_ptr<StreamTls> m_serverTls;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<TlsStream> m_server;
    std::unique_ptr<TlsStream> m_client;
    Result<bool> m_clientIsReady = false;
    Result<bool> m_serverIsReady = false;
};

void TestFramedChannel::initTestCase()
{
    startTls();
    m_authority = CertificateAuthority::open(m_folder.path()).value();
    const auto own = m_authority->issueServer({}).value();
    m_serverTls =
        StreamTls::server(m_authority->certificate(), {own.chain, own.key}, AgentProtocol, "a secret").value();
}

void TestFramedChannel::init()
{
    m_door = std::make_unique<Door>();
    QVERIFY(m_door->listen(QHostAddress::LocalHost));
    m_clientIsReady = m_serverIsReady = false;
}

void TestFramedChannel::cleanup()
{
    m_server.reset();
    m_client.reset();
    m_door.reset();
}

void TestFramedChannel::join(const char *protocol)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, m_door->serverPort());
    QTRY_VERIFY(socket->state() == QAbstractSocket::ConnectedState && !m_door->arrived.empty());
    const auto tls = StreamTls::client(m_authority->certificate(), {}, protocol).value();
    m_client = std::make_unique<TlsStream>(TlsSide::Client, std::make_unique<SocketWire>(std::move(socket)), tls);
    m_server = std::make_unique<TlsStream>(
        TlsSide::Server, std::make_unique<DescriptorWire>(m_door->arrived.back()), m_serverTls);
    const auto shake = [](TlsStream &stream, Result<bool> &done) {
        if (done && !*done)
            done = stream.shakeHands();
        stream.watch(done && !*done);
    };
    m_client->ready = [&, shake] { shake(*m_client, m_clientIsReady); };
    m_server->ready = [&, shake] { shake(*m_server, m_serverIsReady); };
    m_server->ready();
    m_client->ready();
    QTRY_VERIFY((!m_clientIsReady || *m_clientIsReady) && (!m_serverIsReady || *m_serverIsReady));
}

void TestFramedChannel::framesInAnyPieces_data()
{
    QTest::addColumn<qsizetype>("piece");
    for (const qsizetype piece : {1, 2, 3, 4, 5, 6, 7, 100, 16'384, 100'000})
        QTest::addRow("%lld", qlonglong(piece)) << piece;
}

void TestFramedChannel::framesInAnyPieces()
{
    QFETCH(qsizetype, piece);
    const QByteArray large(70'000, 'l');
    const QByteArray all = frameBytes(FrameKind::Message, "m") + frameBytes(FrameKind::SignOfLife, {})
        + frameBytes(FrameKind::Message, large) + frameBytes(FrameKind::Farewell, "bye")
        + frameBytes(FrameKind::Farewell, {});
    const auto frames = framesIn(all, piece);
    QVERIFY(frames);
    QCOMPARE(frames->size(), size_t(5));
    QCOMPARE(frames->at(0).content, "m");
    QCOMPARE(frames->at(1).kind, FrameKind::SignOfLife);
    QVERIFY(frames->at(2).content == large);
    QCOMPARE(frames->at(3).content, "bye");
    QCOMPARE(frames->at(4).kind, FrameKind::Farewell);
    // Its head is enough to refuse one.
    QVERIFY(!framesIn(frameBytes(FrameKind::Message, large).first(5), piece, 69'999));
    QVERIFY(framesIn(frameBytes(FrameKind::Message, large), piece, 70'000));
}

void TestFramedChannel::nothingIsTakenForAFrameThatHasNotCome()
{
    FrameReader reader(MaxMessageBytes);
    const QByteArray head = frameBytes(FrameKind::Message, QByteArray(MaxMessageBytes, 'x')).first(5);
    std::ranges::copy(head, reader.space().begin());
    QVERIFY(reader.added(5) && reader.isInside());
    QCOMPARE(reader.announced(), MaxMessageBytes);
    qsizetype come = 0;
    while (come < 100'000) {
        const auto space = reader.space();
        QVERIFY(qsizetype(space.size()) <= std::max<qsizetype>(16 * 1024, come));
        QVERIFY(reader.added(1000));
        come += 1000;
    }
}

void TestFramedChannel::ticketKeysAreOfTwoDays()
{
    TicketKeys keys("a secret");
    TicketKeys same("a secret");
    TicketKeys others("another secret");
    const QByteArray first = keys.newest(100).name;
    const QByteArray cipher = keys.newest(100).cipher;
    QCOMPARE(first.size(), TicketKeys::NameBytes);
    QCOMPARE(same.find(first, 101)->cipher, cipher);
    QVERIFY(keys.newest(101).cipher != cipher);
    QVERIFY(!keys.find(first, 102));
    QVERIFY(!others.find(first, 100));
}

void TestFramedChannel::messagesPassBothWays()
{
    join();
    QVERIFY(m_clientIsReady && m_serverIsReady);
    FramedChannel server(std::move(m_server));
    FramedChannel client(std::move(m_client));
    std::vector<AnyMessage> atServer;
    std::vector<AnyMessage> atClient;
    connect(&server, &Channel::received, this, [&](const AnyMessage &message) { atServer.push_back(message); });
    connect(&client, &Channel::received, this, [&](const AnyMessage &message) { atClient.push_back(message); });
    const QByteArray bytes(900'000, 'o');
    client.send(Message::Hello{.program = u"client"_s, .programVersion = {}});
    for (quint32 i = 0; i < 5; ++i)
        client.send(Message::CommandOutput{CommandId(1), i, ChunkFormat::Text, 1, bytes});
    server.send(Message::Hello{.program = u"server"_s, .programVersion = {}});
    QTRY_COMPARE(atServer.size(), size_t(6));
    QTRY_COMPARE(atClient.size(), size_t(1));
    QVERIFY(std::get<Message::CommandOutput>(atServer.back()).bytes == bytes);
    QCOMPARE(std::get<Message::CommandOutput>(atServer.back()).index, 4U);
    QTRY_COMPARE(client.bytesPending(), 0);
    QCOMPARE(client.peerAddress(), u"127.0.0.1:%1"_s.arg(m_door->serverPort()));
    // One says why it goes, and both know.
    QString why;
    bool gone = false;
    connect(&client, &Channel::closed, this, [&](const Error &reason) { why = reason.reason; });
    connect(&server, &Channel::closed, this, [&] { gone = true; });
    server.send(Message::ProtocolError{{ErrorCode::RateLimited, {}, {}, {}}});
    server.close({ErrorCode::RateLimited, {}, u"too often"_s, {}});
    QTRY_VERIFY(gone);
    QTRY_VERIFY(why.contains(u"too often"));
    QCOMPARE(atClient.size(), size_t(2));
}

void TestFramedChannel::theOtherProtocolIsNotAgreedOn()
{
    join("sonde-agent/2");
    QVERIFY(!m_serverIsReady);
    QVERIFY(!m_clientIsReady);
    QCOMPARE(m_clientIsReady.error().code, ErrorCode::NotSupported);
}

void TestFramedChannel::whatIsNotReadWaits()
{
    join();
    FramedChannel server(std::move(m_server));
    FramedChannel client(std::move(m_client));
    int come = 0;
    connect(&server, &Channel::received, this, [&] {
        ++come;
        server.setReading(false);
    });
    QSignalSpy drained(&client, &Channel::drained);
    const Message::CommandOutput chunk{CommandId(1), 0, ChunkFormat::Text, 1, QByteArray(900'000, 'o')};
    for (int i = 0; i < 30; ++i)
        client.send(chunk);
    QTRY_COMPARE(come, 1);
    // More than a kernel keeps for somebody who does not read.
    QVERIFY(client.bytesPending() > 5'000'000);
    for (int i = 2; i <= 30; ++i) {
        server.setReading(true);
        QTRY_COMPARE(come, i);
    }
    QTRY_COMPARE(client.bytesPending(), 0);
    QVERIFY(drained.count() > 0);
}

void TestFramedChannel::signsOfLifeKeepItOpen()
{
    join();
    FramedChannel server(std::move(m_server), 100ms);
    bool closed = false;
    connect(&server, &Channel::closed, this, [&] { closed = true; });
    int signs = 0;
    FrameReader reader(1000);
    m_client->ready = [&] {
        for (;;) {
            const auto got = m_client->read(reader.space());
            if (!got || *got == 0)
                break;
            const auto frame = reader.added(*got);
            if (frame && *frame && (**frame).kind == FrameKind::SignOfLife) {
                ++signs;
                QVERIFY(m_client->write(frameBytes(FrameKind::SignOfLife, {})));
            }
        }
        m_client->watch(true);
    };
    m_client->ready();
    QTRY_VERIFY(signs >= 8);
    QVERIFY(!closed);
}

void TestFramedChannel::whoIsSilentIsGivenUp()
{
    join();
    FramedChannel server(std::move(m_server), 100ms);
    std::optional<Error> why;
    connect(&server, &Channel::closed, this, [&](const Error &reason) { why = reason; });
    QTRY_VERIFY(why);
    QCOMPARE(why->code, ErrorCode::TimedOut);
}

/// Before anybody is given up, it is said that it is not certain whether they are there.
void TestFramedChannel::whoFallsSilentIsNamedBefore()
{
    join();
    FramedChannel server(std::move(m_server), 200ms);
    QDateTime since;
    bool isGone = false;
    connect(&server, &Channel::fellSilent, this, [&](const QDateTime &time) { since = time; });
    connect(&server, &Channel::closed, this, [&] { isGone = true; });
    QTRY_VERIFY(since.isValid());
    QVERIFY(!isGone);
    QVERIFY(since.msecsTo(QDateTime::currentDateTimeUtc()) >= 250);
}

void TestFramedChannel::whoTakesNothingIsGivenUp()
{
    join();
    FramedChannel server(std::move(m_server), 100ms);
    std::optional<Error> why;
    connect(&server, &Channel::closed, this, [&](const Error &reason) { why = reason; });
    // Nobody can be told that they are silent who are not listened to.
    server.setReading(false);
    const Message::CommandOutput chunk{CommandId(1), 0, ChunkFormat::Text, 1, QByteArray(900'000, 'o')};
    for (int i = 0; i < 20; ++i)
        server.send(chunk);
    QVERIFY(server.bytesPending() > 0);
    QTRY_VERIFY(why);
    QCOMPARE(why->code, ErrorCode::TimedOut);
}

void TestFramedChannel::whoHangsUpIsGoneAtOnce()
{
    join();
    FramedChannel server(std::move(m_server));
    std::optional<Error> why;
    connect(&server, &Channel::closed, this, [&](const Error &reason) { why = reason; });
    m_client.reset();
    QTRY_VERIFY(why);
    QCOMPARE(why->code, ErrorCode::Interrupted);
    // It may be used until it is destroyed.
    server.send(Message::Hello{});
    server.setReading(false);
    server.setReading(true);
    server.close({});
}

QTEST_GUILESS_MAIN(TestFramedChannel)
#include "tst_framedchannel.moc"
