// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/certificateauthority.h"
#include "service/transfers/bulkport.h"
#include "service/transfers/growingblob.h"
#include "transport/bulk/bulktransfer.h"
#include "transport/tls/clienthello.h"
#include "transport/tls/tlsclient.h"

#include <QRandomGenerator>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <future>
#include <limits>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Service;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 30s;

/// Bytes in memory that may end the connection when so many of them were sent.
class MemorySource final : public ContentSource
{
public:
    explicit MemorySource(QByteArray content, qint64 cutAt = -1)
        : m_content(std::move(content))
        , m_cutAt(cutAt)
    {
        m_hash.add(m_content);
    }

    Result<std::optional<qint64>> skip(qint64 offset, const QByteArray &) override
    {
        skipped = m_at = offset;
        return std::optional(offset);
    }
    Result<std::optional<qsizetype>> read(std::span<char> buffer) override
    {
        if (m_cutAt >= 0 && m_at >= m_cutAt)
            return fail(cutCode);
        const auto size = std::min<qsizetype>(qsizetype(buffer.size()), m_content.size() - m_at);
        std::copy_n(m_content.constData() + m_at, size, buffer.data());
        m_at += size;
        return size == 0 ? std::optional<qsizetype>() : std::optional(size);
    }
    qint64 size() const override { return m_content.size(); }
    QByteArray sha256() const override { return forged.isEmpty() ? m_hash.soFar() : forged; }

    qint64 skipped = -1;
    ErrorCode cutCode = ErrorCode::Interrupted;
    QByteArray forged;

private:
    QByteArray m_content;
    qint64 m_cutAt;
    qint64 m_at = 0;
    Sha256 m_hash;
};

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes((size + 7) / 8 * 8, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint64 *>(bytes.data()), bytes.size() / 8);
    return bytes.first(size);
}

QByteArray hashOf(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Accepts connections and leaves their descriptors to whoever asks.
class Door final : public QTcpServer
{
public:
    Door() { listen(QHostAddress::LocalHost); }

    [[nodiscard]] qintptr next()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(!m_waiting.isEmpty(), Patience); }();
        return m_waiting.takeFirst();
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_waiting.append(descriptor); }

private:
    QList<qintptr> m_waiting;
};

template<typename T>
T wait(std::future<T> &future)
{
    [&future] { QTRY_VERIFY_WITH_TIMEOUT(future.wait_for(0s) == std::future_status::ready, Patience); }();
    return future.get();
}

} // namespace

/// A bulk connection over real TLS on loopback, both ends in this process.
class TestBulk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helloNamesItsProtocols();
    void helloIsIncompleteUntilItsLastByte();
    void otherBytesAreNoHello();
    void transfersGoOnWhereTheyWereCut();
    void bothHearWhyItFailed();
    void whatCameOfACutFrameIsKept();
    void whatIsNotWholeIsThrownAway();
    void aPartOfSomethingElseIsSeenAtTheStart_data();
    void aPartOfSomethingElseIsSeenAtTheStart();
    void aGrowingBlobComparesWhenItCan();
    void whoHasItAllHearsWhetherItIsTheSame();
    void aStrangersCertificateIsRefused();
    void theClientsCertificateIsKnown();
    void framesThatAreNoneAreRefused();
    void waitingEndsWhenAsked();
    void strangersAreNotWaitedFor();
    void strangersOfManyPlacesTakeNoRoom();
    void whatIsUnderWayEndsWithItsOwner();
    void anOwnerHasSoManyTransfers();
    void fourOwnersLeaveRoomForAFifth();
    void creditThatIsNoneEndsIt_data();
    void creditThatIsNoneEndsIt();
    void whereBlobsLieIsNotTold();

private:
    [[nodiscard]] BulkEndpoint endpoint(const QSslCertificate &authority, const BulkTls::Own &own = {}) const;
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray helloOf(const std::function<void()> &connectTo);
    /// One transfer from the server's end to a file at the client's.
    [[nodiscard]] Result<void> transfer(ContentSource &source, const QString &partial, const QString &target);

    QTemporaryDir m_folder;
    std::optional<CertificateAuthority> m_authority;
    std::shared_ptr<const BulkTls> m_server;
    Door m_door;
    qint64 m_least = 0; ///< of the last transfer's progress
};

void TestBulk::initTestCase()
{
    m_authority = CertificateAuthority::open(m_folder.path()).value();
    const auto credentials = m_authority->issueServer({}).value();
    m_server = BulkTls::server(m_authority->certificate(), {credentials.chain, credentials.key}).value();
}

BulkEndpoint TestBulk::endpoint(const QSslCertificate &authority, const BulkTls::Own &own) const
{
    return {QUrl(u"https://127.0.0.1:%1"_s.arg(m_door.serverPort())), BulkTls::client(authority, own).value()};
}

QString TestBulk::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray TestBulk::helloOf(const std::function<void()> &connectTo)
{
    auto client = std::async(std::launch::async, connectTo);
    const qintptr descriptor = m_door.next();
    QByteArray bytes;
    ClientHello hello;
    const auto isWhole = [&] {
        bytes = peek(descriptor, ClientHello::MaxBytes).value();
        return parseClientHello(bytes, hello) == HelloState::Whole;
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isWhole(), Patience); }();
    closeDescriptor(descriptor);
    client.wait();
    return bytes;
}

void TestBulk::helloNamesItsProtocols()
{
    ClientHello hello;
    const QByteArray ours =
        helloOf([this] { (void)BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {}); });
    QCOMPARE(parseClientHello(ours, hello), HelloState::Whole);
    QCOMPARE(hello.protocols, QByteArrayList{BulkProtocol});
    const QByteArray others = helloOf([port = m_door.serverPort()] {
        QSslSocket socket;
        socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
        socket.waitForEncrypted(5'000);
    });
    QCOMPARE(parseClientHello(others, hello), HelloState::Whole);
    QVERIFY(!hello.protocols.contains(BulkProtocol));
}

void TestBulk::helloIsIncompleteUntilItsLastByte()
{
    const QByteArray whole =
        helloOf([this] { (void)BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {}); });
    ClientHello hello;
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(parseClientHello(whole.first(size), hello), HelloState::Incomplete);
    // Any one byte wrong is some answer, never a read beyond the end.
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray wrong = whole;
        wrong[i] = char(~wrong.at(i));
        (void)parseClientHello(wrong, hello);
    }
}

void TestBulk::otherBytesAreNoHello()
{
    ClientHello hello;
    QCOMPARE(parseClientHello("GET / HTTP/1.1\r\n\r\n", hello), HelloState::NotTls);
    QCOMPARE(parseClientHello(QByteArray(20'000, '\x16'), hello), HelloState::NotTls);
}

Result<void> TestBulk::transfer(ContentSource &source, const QString &partial, const QString &target)
{
    auto received = std::async(std::launch::async, [&]() -> Result<void> {
        PartialFile file(partial);
        if (const auto opened = file.open(); !opened)
            return opened;
        const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {});
        if (!stream)
            return std::unexpected(stream.error());
        ReceiveOptions options;
        options.progress = [this](qint64 done) { m_least = std::min(m_least, done); };
        options.keep = [&target](PartialFile &whole, const QByteArray &) { return whole.renameTo(target); };
        return receiveContent(**stream, file, options);
    });
    auto sent = std::async(std::launch::async, [&, descriptor = m_door.next()]() -> Result<void> {
        const auto accepted = BulkStream::accept(descriptor, *m_server, {});
        return accepted ? sendContent(*accepted->stream, source) : std::unexpected(accepted.error());
    });
    (void)wait(sent);
    return wait(received);
}

void TestBulk::transfersGoOnWhereTheyWereCut()
{
    const QByteArray content = randomBytes(9'000'001);
    const QString partial = m_folder.filePath(u"cut.part"_s);
    const QString target = m_folder.filePath(u"cut"_s);
    qint64 had = 0;
    for (const qint64 cutAt : {qint64(1), qint64(300'000), qint64(5'000'000)}) {
        MemorySource source(content, cutAt);
        QCOMPARE(transfer(source, partial, target).error().code, ErrorCode::Interrupted);
        QCOMPARE(source.skipped, had);
        had = QFileInfo(partial).size();
        QVERIFY(had <= cutAt + BulkChunkBytes);
        QVERIFY(!QFile::exists(target));
    }
    MemorySource source(content);
    const auto whole = transfer(source, partial, target);
    QVERIFY2(whole, whole ? "" : qPrintable(debugText(whole.error())));
    QCOMPARE(source.skipped, had);
    QVERIFY(had > 0);
    QVERIFY(contentOf(target) == content);
    QVERIFY(!QFile::exists(partial));
    QCOMPARE(QFile::permissions(target) & QFile::Permissions(QFile::ReadOther | QFile::ExeOwner | QFile::ReadGroup),
        QFile::Permissions());
}

void TestBulk::bothHearWhyItFailed()
{
    // The one who has the bytes cannot read on, with credit unread: its words arrive all the same.
    MemorySource source(randomBytes(3'000'000), 2'000'000);
    source.cutCode = ErrorCode::ReadFailed;
    const auto received = transfer(source, m_folder.filePath(u"why.part"_s), m_folder.filePath(u"why"_s));
    QCOMPARE(received.error().code, ErrorCode::ReadFailed);
}

/// A link that never holds for a whole chunk gets there all the same.
void TestBulk::whatCameOfACutFrameIsKept()
{
    const QString partial = m_folder.filePath(u"scrap.part"_s);
    auto received = std::async(std::launch::async, [&]() -> Result<void> {
        PartialFile file(partial);
        return file.open().and_then([&] {
            const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {});
            return receiveContent(**stream, file, {});
        });
    });
    // The head of a frame of 100,000 bytes, and some of them.
    QSslSocket sender;
    QSslConfiguration tls;
    tls.setAllowedNextProtocols({BulkProtocol});
    const auto credentials = m_authority->issueServer({}).value();
    tls.setLocalCertificateChain(credentials.chain);
    tls.setPrivateKey(credentials.key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    sender.setSslConfiguration(tls);
    QVERIFY(sender.setSocketDescriptor(m_door.next()));
    sender.startServerEncryption();
    QTRY_VERIFY_WITH_TIMEOUT(sender.isEncrypted() && sender.bytesAvailable() > 0, Patience);
    sender.write(QByteArray("\x00\x01\x86\xa0\x00", 5) + QByteArray(30'000, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(sender.encryptedBytesToWrite(), 0, Patience);
    sender.disconnectFromHost();
    QCOMPARE(wait(received).error().code, ErrorCode::Interrupted);
    QCOMPARE(QFileInfo(partial).size(), 30'000);
}

void TestBulk::whatIsNotWholeIsThrownAway()
{
    MemorySource source(randomBytes(100'000));
    source.forged = QByteArray(32, 'x');
    const QString partial = m_folder.filePath(u"wrong.part"_s);
    QCOMPARE(transfer(source, partial, m_folder.filePath(u"wrong"_s)).error().code, ErrorCode::HashMismatch);
    QVERIFY(!QFile::exists(partial));
    QVERIFY(!QFile::exists(m_folder.filePath(u"wrong"_s)));
}

void TestBulk::aPartOfSomethingElseIsSeenAtTheStart_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("wrongAt");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("right") << qsizetype(2'000'000) << qsizetype(-1) << true;
    QTest::newRow("wrong at first") << qsizetype(2'000'000) << qsizetype(0) << false;
    QTest::newRow("wrong at last") << qsizetype(2'000'000) << qsizetype(1'999'999) << false;
    QTest::newRow("all of it, and right") << qsizetype(3'000'000) << qsizetype(-1) << true;
    QTest::newRow("all of it, and wrong") << qsizetype(3'000'000) << qsizetype(7) << false;
    QTest::newRow("too long") << qsizetype(3'000'001) << qsizetype(3'000'000) << false;
}

void TestBulk::aPartOfSomethingElseIsSeenAtTheStart()
{
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, wrongAt);
    QFETCH(bool, goesOn);
    const QByteArray content = randomBytes(3'000'000);
    const QString blob = writeFile(u"blob"_s, content);
    QByteArray part = content + 'x';
    part.truncate(size);
    if (wrongAt >= 0)
        part[wrongAt] = char(~part.at(wrongAt));
    const QString partial = writeFile(u"part"_s, part);
    const QString target = m_folder.filePath(u"target"_s);
    BlobSource source(blob, hashOf(content));
    m_least = size;
    const auto whole = transfer(source, partial, target);
    QVERIFY2(whole, whole ? "" : qPrintable(debugText(whole.error())));
    QVERIFY(contentOf(target) == content);
    QCOMPARE(m_least, goesOn ? size : 0);
}

/// The service may have less than the analyst for a while, when it was it that lost something.
void TestBulk::aGrowingBlobComparesWhenItCan()
{
    const QByteArray content = randomBytes(3'000'000);
    const QString blob = writeFile(u"growing"_s, content);
    const QString partial = writeFile(u"part"_s, content.first(2'000'000));
    const QString target = m_folder.filePath(u"target"_s);
    const auto growing = std::make_shared<GrowingBlob>(blob);
    growing->grow(1'000'000);
    GrowingSource source(growing);
    auto skipped =
        std::async(std::launch::async, [&] { return source.skip(2'000'000, hashOf(content.first(2'000'000))); });
    growing->grow(2'500'000);
    QCOMPARE(wait(skipped).value(), std::optional<qint64>(2'000'000));
    growing->end(hashOf(content), blob);
    GrowingSource other(growing);
    QCOMPARE(other.skip(2'000'000, hashOf(content)).value(), std::optional<qint64>(0));
    GrowingSource shorter(growing);
    growing->grow(content.size());
    QCOMPARE(shorter.skip(content.size() + 1, hashOf(content)).value(), std::optional<qint64>(0));
    GrowingSource whole(growing);
    const auto received = transfer(whole, partial, target);
    QVERIFY2(received, received ? "" : qPrintable(debugText(received.error())));
    QVERIFY(contentOf(target) == content);
}

void TestBulk::whoHasItAllHearsWhetherItIsTheSame()
{
    const QByteArray content = randomBytes(100'000);
    for (const bool same : {true, false}) {
        auto confirmed = std::async(std::launch::async, [&]() -> Result<void> {
            const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {});
            return confirmContent(**stream, content.size(), hashOf(same ? content : "else"_ba));
        });
        BlobSource source(writeFile(u"blob"_s, content), hashOf(content));
        auto sent = std::async(std::launch::async, [&, descriptor = m_door.next()] {
            const auto accepted = BulkStream::accept(descriptor, *m_server, {});
            return sendContent(*accepted->stream, source);
        });
        const auto heard = wait(sent);
        QCOMPARE(heard.has_value(), same);
        const auto result = wait(confirmed);
        QCOMPARE(result.has_value(), same);
        if (!same)
            QCOMPARE(result.error().code, ErrorCode::HashMismatch);
    }
}

void TestBulk::aStrangersCertificateIsRefused()
{
    QTemporaryDir elsewhere;
    const auto other = CertificateAuthority::open(elsewhere.path()).value();
    auto client = std::async(std::launch::async,
        [&] { return BulkStream::connect(endpoint(other.certificate()), u"ticket"_s, {}).error().code; });
    auto server = std::async(std::launch::async,
        [this, descriptor = m_door.next()] { return BulkStream::accept(descriptor, *m_server, {}).has_value(); });
    QCOMPARE(wait(client), ErrorCode::CertificateRefused);
    QVERIFY(!wait(server));
}

void TestBulk::theClientsCertificateIsKnown()
{
    auto client = std::async(std::launch::async,
        [this] { return BulkStream::connect(endpoint(m_authority->certificate()), u"the ticket"_s, {}); });
    const auto accepted = BulkStream::accept(m_door.next(), *m_server, {});
    QVERIFY(accepted);
    QCOMPARE(accepted->ticket, u"the ticket"_s);
    QVERIFY(accepted->certificate.isEmpty());
    QVERIFY(client.get());
}

void TestBulk::framesThatAreNoneAreRefused()
{
    // A client that is not ours: plain TLS with our protocol, then bytes that are no frame.
    QSslSocket socket;
    QSslConfiguration tls = clientTls(m_authority->certificate());
    tls.setAllowedNextProtocols({BulkProtocol});
    socket.setSslConfiguration(tls);
    socket.setPeerVerifyName(QLatin1StringView(ServiceTlsName));
    socket.connectToHostEncrypted(u"127.0.0.1"_s, m_door.serverPort());
    auto accepted = std::async(std::launch::async,
        [this, descriptor = m_door.next()] { return BulkStream::accept(descriptor, *m_server, {}); });
    QTRY_VERIFY_WITH_TIMEOUT(socket.isEncrypted(), Patience);
    socket.write(QByteArray("\x7f\xff\xff\xff\x00", 5));
    const auto result = wait(accepted);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
}

void TestBulk::waitingEndsWhenAsked()
{
    std::stop_source stop;
    auto client = std::async(std::launch::async, [this, token = stop.get_token()]() -> ErrorCode {
        const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, token);
        return (*stream)->receive().error().code;
    });
    const auto accepted = BulkStream::accept(m_door.next(), *m_server, {});
    QVERIFY(accepted);
    stop.request_stop();
    QCOMPARE(wait(client), ErrorCode::Cancelled);
}

/// A thread is not kept by somebody who says nothing, or not enough, however slowly.
void TestBulk::strangersAreNotWaitedFor()
{
    TransferTickets tickets;
    BulkPort port(tickets, 200ms);
    port.setTls(m_server);
    QTcpSocket silent;
    silent.connectToHost(QHostAddress::LocalHost, m_door.serverPort());
    port.accept(m_door.next());
    QTcpSocket slow;
    slow.connectToHost(QHostAddress::LocalHost, m_door.serverPort());
    port.accept(m_door.next());
    QTimer trickle;
    connect(&trickle, &QTimer::timeout, &slow, [&slow] { slow.write("\x16"); });
    trickle.start(20ms);
    QCOMPARE(port.count(), 2U);
    QTRY_COMPARE_WITH_TIMEOUT(port.count(), 0U, 5s); // OpeningPatience alone would take longer
}

/// All places of those without a ticket are taken, from as many addresses: whoever has a ticket comes through.
void TestBulk::strangersOfManyPlacesTakeNoRoom()
{
    TransferTickets tickets;
    BulkPort port(tickets, Patience);
    port.setTls(m_server);
    std::vector<std::unique_ptr<QTcpSocket>> strangers;
    for (int i = 0; i < BulkPort::MostUnopened; ++i) {
        strangers.push_back(std::make_unique<QTcpSocket>());
        QVERIFY(strangers.back()->bind(QHostAddress(0x7f000500U + quint32(i) + 1)));
        strangers.back()->connectToHost(QHostAddress::LocalHost, m_door.serverPort());
        port.accept(m_door.next());
    }
    QCOMPARE(port.count(), size_t(BulkPort::MostUnopened));
    const QString ticket = tickets.issue(
        [](BulkStream &stream) { std::ignore = stream.send(Bulk::Failed{{ErrorCode::NotFound, {}, {}, {}}}); });
    auto client = std::async(std::launch::async, [&]() -> ErrorCode {
        const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), ticket, {});
        if (!stream)
            return stream.error().code;
        const auto frame = (*stream)->receive();
        return frame ? ErrorCode::NotFound : frame.error().code;
    });
    port.accept(m_door.next());
    QCOMPARE(wait(client), ErrorCode::NotFound);
    const auto closed = [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; };
    QTRY_VERIFY(closed(strangers.front()));
    QCOMPARE(std::ranges::count_if(strangers, closed), 1);
}

void TestBulk::whatIsUnderWayEndsWithItsOwner()
{
    TransferTickets tickets;
    BulkPort port(tickets, Patience);
    port.setTls(m_server);
    std::atomic<int> running = 0;
    const auto receive = [&running](BulkStream &stream) {
        ++running;
        while (stream.receive()) {}
        --running;
    };
    const auto connectAs = [&](const QString &owner) {
        auto client = std::async(std::launch::async, [this, ticket = tickets.issue(receive, {}, owner)] {
            return BulkStream::connect(endpoint(m_authority->certificate()), ticket, {});
        });
        port.accept(m_door.next());
        return wait(client);
    };
    const auto theirs = connectAs(u"ada"_s);
    const auto others = connectAs(u"bob"_s);
    QVERIFY(theirs && others);
    QTRY_COMPARE(running.load(), 2);
    tickets.revoke(u"ada"_s);
    QTRY_COMPARE(running.load(), 1);
    QTRY_COMPARE(port.count(), 1U);
    auto rest = std::async(std::launch::async, [&theirs] { return (*theirs)->receive().has_value(); });
    QVERIFY(!wait(rest));
}

void TestBulk::anOwnerHasSoManyTransfers()
{
    TransferTickets tickets;
    const auto serve = [](BulkStream &) {};
    const auto redeem = [&](const QString &owner) {
        return tickets.redeem(tickets.issue(serve, {}, owner), {}, std::stop_source());
    };
    std::vector<TransferTickets::Serve> underWay;
    for (int i = 0; i < TransferTickets::MostUnderWay; ++i) {
        auto redeemed = redeem(u"ada"_s);
        QVERIFY(redeemed);
        underWay.push_back(*std::move(redeemed));
    }
    const auto refused = redeem(u"ada"_s);
    QVERIFY(!refused);
    // It tries again later, and meanwhile others go on.
    QCOMPARE(refused.error().code, ErrorCode::Interrupted);
    QVERIFY(redeem(u"bob"_s));
    underWay.pop_back();
    QVERIFY(redeem(u"ada"_s));
}

/// Each of them has all that one owner may have, and together they have every place.
void TestBulk::fourOwnersLeaveRoomForAFifth()
{
    std::map<QString, std::atomic<int>> running; // to the end of what is served
    TransferTickets tickets;
    BulkPort port(tickets, 10min); // none of them says anything
    port.setTls(m_server);
    const auto all = [&running] {
        return std::accumulate(
            running.begin(), running.end(), 0, [](int sum, const auto &one) { return sum + one.second.load(); });
    };
    const auto connectAs = [&](const QString &owner) {
        const auto serve = [&count = running[owner]](BulkStream &stream) {
            ++count;
            while (stream.receive()) {}
            --count;
        };
        auto client = std::async(std::launch::async, [this, ticket = tickets.issue(serve, {}, owner)] {
            return BulkStream::connect(endpoint(m_authority->certificate()), ticket, {});
        });
        port.accept(m_door.next());
        return wait(client).value();
    };
    std::vector<std::unique_ptr<BulkStream>> streams;
    const QStringList four{u"ada"_s, u"bob"_s, u"cleo"_s, u"dan"_s};
    for (const QString &owner : four) {
        for (int i = 0; i < TransferTickets::MostUnderWay; ++i) {
            streams.push_back(connectAs(owner));
            QTRY_COMPARE(all(), int(streams.size()));
        }
    }
    QCOMPARE(all(), TransferTickets::MostAtOnce);
    constexpr int fifths = TransferTickets::MostAtOnce / 5;
    for (int i = 1; i <= fifths; ++i) {
        streams.push_back(connectAs(u"eve"_s));
        QTRY_COMPARE(running[u"eve"_s].load(), i);
    }
    // No more than the others, whose connections were ended for it.
    const auto refused = connectAs(u"eve"_s);
    auto heard = std::async(std::launch::async, [&refused] { return refused->receive().error().code; });
    QCOMPARE(wait(heard), ErrorCode::Interrupted);
    QTRY_COMPARE(all(), TransferTickets::MostAtOnce);
    for (const QString &owner : four)
        QVERIFY(running[owner].load() >= fifths);
}

void TestBulk::creditThatIsNoneEndsIt_data()
{
    QTest::addColumn<qint64>("credit");
    QTest::newRow("nothing") << qint64(0);
    QTest::newRow("less than nothing") << qint64(-1);
    QTest::newRow("more than there is") << std::numeric_limits<qint64>::max();
}

/// Whoever says it again and again would keep a thread for as long as they like.
void TestBulk::creditThatIsNoneEndsIt()
{
    QFETCH(qint64, credit);
    auto receiver = std::async(std::launch::async, [&]() -> ErrorCode {
        const auto stream = BulkStream::connect(endpoint(m_authority->certificate()), u"ticket"_s, {});
        if (!stream || !(*stream)->send(Bulk::Ready{}) || !(*stream)->send(Bulk::Credit{credit}))
            return ErrorCode::Internal;
        const auto frame = (*stream)->receive();
        return frame ? ErrorCode::Internal : frame.error().code;
    });
    MemorySource source(randomBytes(100'000));
    auto sent = std::async(std::launch::async, [&, descriptor = m_door.next()]() -> Result<void> {
        const auto accepted = BulkStream::accept(descriptor, *m_server, {});
        return accepted ? sendContent(*accepted->stream, source) : std::unexpected(accepted.error());
    });
    const auto result = wait(sent);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ProtocolViolation);
    QCOMPARE(wait(receiver), ErrorCode::Interrupted); // it is hung up on
}

void TestBulk::whereBlobsLieIsNotTold()
{
    BlobSource source(m_folder.filePath(u"gone"_s), hashOf("gone"));
    const auto received = transfer(source, m_folder.filePath(u"told.part"_s), m_folder.filePath(u"told"_s));
    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::ReadFailed);
    const QString words = debugText(received.error());
    QVERIFY2(words.contains(u"gone") && !words.contains(m_folder.path()), qPrintable(words));
}

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
