// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/libraryfixture.h"
#include "transport/tls/tlsclient.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <future>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// A device that lies about its file, and a disk without room: what may be written is what was offered, and a full disk ends nothing.
class TestFullDisk final : public QObject, private ServiceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startTls(); }
    void init();
    void cleanup();

    void moreThanOfferedIsRefused();
    void lessThanOfferedIsNoEvidence();
    void onlyPackagesGrow();
    void runningTransfersHaveTheirRoom();
    void aTransferEndsWhenTheDiskIsFull();
    void aFullDiskRefusesWritesAndServesReads();
    void aCommitWithoutRoomIsMadeLater();

private:
    static constexpr qint64 MiB = 1024 * 1024;
    CommandId getfile(const QString &path);
    /// It runs in the background.
    CommandId onDevice(const QString &line);
    /// The ticket, or nothing when it was refused.
    QString offer(CommandId command, qint64 size, bool growing = false);
    Result<void> send(const QString &ticket, const QByteArray &bytes);
    void setFree(qint64 bytes)
    {
        m_service->tenant().disk->setMeasure([bytes] { return bytes; });
    }

    DeviceIdentity m_device;
    std::unique_ptr<TestPeer> m_agent;
    std::unique_ptr<TestPeer> m_analyst;
    SessionId m_session;
    quint32 m_request = 100;
};

void TestFullDisk::init()
{
    setUp();
    m_device = m_client.enrol(ready("enrolment_token"_L1));
    m_agent = m_client.openAgent(m_device);
    m_analyst = m_client.openWorkstation(embeddedAccess());
    QVERIFY(m_agent && m_analyst);
    QTRY_COMPARE(m_analyst->count<Message::Welcome>(), 1);
    m_analyst->send(Message::StartSession{1, m_device.id, {}, false});
    QTRY_VERIFY(m_analyst->reply<Message::SessionStarted>(1));
    m_session = m_analyst->reply<Message::SessionStarted>(1)->session.id;
    QTRY_COMPARE(m_agent->count<Message::RunCommand>(), 1);
    m_agent->send(Message::CommandEnded{
        m_agent->last<Message::RunCommand>().command, CommandState::Completed, {}, 0, {}, {}, {}});
    QTRY_COMPARE(inJournal<Event::SessionConnected>(), 1);
}

void TestFullDisk::cleanup()
{
    m_agent.reset();
    m_analyst.reset();
    tearDown();
}

CommandId TestFullDisk::getfile(const QString &path)
{
    return onDevice(u"getfile %1"_s.arg(path));
}

CommandId TestFullDisk::onDevice(const QString &line)
{
    m_analyst->send(Message::SubmitLine{++m_request, m_session, line + u" &", {}});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::LineTaken>(m_request).has_value(); }))
        return {};
    const CommandId command = m_analyst->reply<Message::LineTaken>(m_request)->command;
    const bool sent = QTest::qWaitFor([&] { return m_agent->last<Message::RunCommand>().command == command; });
    return sent ? command : CommandId();
}

QString TestFullDisk::offer(CommandId command, qint64 size, bool growing)
{
    m_agent->forget();
    SourceFile file;
    file.path = "/etc/hosts";
    file.size = size;
    if (growing)
        file.growing = true;
    m_agent->send(Message::OfferEvidence{command, file});
    std::ignore = QTest::qWaitFor(
        [&] { return m_agent->count<Message::TransferTicket>() + m_agent->count<Message::TransferRefused>() > 0; });
    return m_agent->last<Message::TransferTicket>().ticket;
}

Result<void> TestFullDisk::send(const QString &ticket, const QByteArray &bytes)
{
    const BulkEndpoint endpoint{QUrl(ready("url"_L1)),
        BulkTls::client(
            m_client.tls().caCertificates().first(), {m_device.tls.localCertificateChain(), m_device.tls.privateKey()})
            .value()};
    auto done = std::async(std::launch::async, [&]() -> Result<void> {
        const auto stream = BulkStream::connect(endpoint, ticket, {});
        BytesSource source(bytes);
        return stream ? sendContent(**stream, source) : Result<void>(std::unexpected(stream.error()));
    });
    if (!QTest::qWaitFor([&] { return done.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 30'000))
        return fail(ErrorCode::TimedOut);
    return done.get();
}

void TestFullDisk::moreThanOfferedIsRefused()
{
    const CommandId command = getfile(u"/etc/hosts"_s);
    const auto sent = send(offer(command, 100), QByteArray(4 * MiB, 'x'));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::TooLarge);
    QCOMPARE(inJournal<Event::EvidenceStored>(), 0);
}

void TestFullDisk::lessThanOfferedIsNoEvidence()
{
    const CommandId command = getfile(u"/etc/hosts"_s);
    const auto sent = send(offer(command, 100), QByteArray(99, 'x'));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::HashMismatch);
    QCOMPARE(inJournal<Event::EvidenceStored>(), 0);
    QVERIFY(send(offer(command, 100), QByteArray(100, 'x')));
    QCOMPARE(inJournal<Event::EvidenceStored>(), 1);
}

/// Of what grows nobody knows the size, so it may be as large as the tenant allows: a device says so of nothing else.
void TestFullDisk::onlyPackagesGrow()
{
    QVERIFY(offer(getfile(u"/etc/hosts"_s), 100, true).isEmpty());
    QCOMPARE(m_agent->last<Message::TransferRefused>().error.code, ErrorCode::ProtocolViolation);
    QVERIFY(!offer(getfile(u"/etc/hosts"_s), 100).isEmpty());
    QVERIFY(!offer(onDevice(u"collect"_s), 0, true).isEmpty());
}

void TestFullDisk::runningTransfersHaveTheirRoom()
{
    setFree(DiskSpace::TransferReserve + 150 * MiB);
    const CommandId first = getfile(u"/etc/hosts"_s);
    QVERIFY(!offer(first, 100 * MiB).isEmpty());
    const CommandId second = getfile(u"/etc/passwd"_s);
    QVERIFY(offer(second, 100 * MiB).isEmpty());
    QCOMPARE(m_agent->last<Message::TransferRefused>().error.code, ErrorCode::NoSpace);
    // What the first one gives up, the second may have.
    m_agent->send(Message::CommandEnded{first, CommandState::Failed, {}, 0, {}, {}, {}});
    QTRY_VERIFY(!offer(second, 100 * MiB).isEmpty());
}

void TestFullDisk::aTransferEndsWhenTheDiskIsFull()
{
    const CommandId command = getfile(u"/etc/hosts"_s);
    const QString ticket = offer(command, 8 * MiB);
    setFree(DiskSpace::TransferReserve - 1);
    const auto sent = send(ticket, QByteArray(8 * MiB, 'x'));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NoSpace);
}

void TestFullDisk::aFullDiskRefusesWritesAndServesReads()
{
    setFree(DiskSpace::JournalReserve - 1);
    m_analyst->send(Message::SubmitLine{200, m_session, u"processes"_s, {}});
    QTRY_VERIFY(m_analyst->reply<Message::Refused>(200));
    QCOMPARE(m_analyst->reply<Message::Refused>(200)->error.code, ErrorCode::NoSpace);
    m_analyst->send(Message::FetchJournal{201, 0, 0, m_session});
    QTRY_VERIFY(m_analyst->reply<Message::JournalPage>(201));
    // 401: it is served, only the password is wrong.
    QCOMPARE(m_client.post(u"/api/sign-in"_s, {{u"user"_s, u"ada"_s}, {u"password"_s, u"guess"_s}}).status, 401);
    setFree(DiskSpace::TransferReserve * 4);
    m_analyst->send(Message::SubmitLine{202, m_session, u"processes"_s, {}});
    QTRY_VERIFY(m_analyst->reply<Message::LineTaken>(202));
}

void TestFullDisk::aCommitWithoutRoomIsMadeLater()
{
    Tenant &tenant = m_service->tenant();
    tenant.turn.finish();
    QString connection;
    for (const QString &name : QSqlDatabase::connectionNames()) {
        if (QSqlDatabase::database(name, false).isOpen())
            connection = name;
    }
    QVERIFY(!connection.isEmpty());
    const auto limitPages = [&](const QString &most) {
        QSqlQuery query(QSqlDatabase::database(connection, false));
        QVERIFY(query.exec(u"PRAGMA max_page_count=%1"_s.arg(most)));
        QVERIFY(query.next());
    };
    limitPages(u"1"_s); // the engine makes as few of it as there are
    const quint64 before = tenant.journal.lastNumber();
    for (int i = 0; i < 50; ++i)
        tenant.journal.append(ServiceActor, {}, Event::PeerRefused{{}, QString(5000, u'x')});
    QTRY_VERIFY(tenant.turn.isStuck());
    m_analyst->send(Message::FetchSettings{300});
    limitPages(u"1000000"_s);
    QTRY_VERIFY(!tenant.turn.isStuck());
    QTRY_VERIFY(m_analyst->reply<Message::Settings>(300));
    QVERIFY(tenant.store.head().number >= before + 50);
    m_analyst->send(Message::VerifyJournal{301});
    QTRY_VERIFY(m_analyst->reply<Message::JournalVerdict>(301));
    QVERIFY2(m_analyst->reply<Message::JournalVerdict>(301)->whole,
        qPrintable(m_analyst->reply<Message::JournalVerdict>(301)->reason));
}

int main(int argc, char *argv[])
{
    return runInServiceLoop<TestFullDisk>(argc, argv);
}
#include "tst_fulldisk.moc"
