// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/workstationpeer.h"
#include "tests/service/tenantfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

/// The way to somebody who stopped reading.
class StuckChannel final : public Channel
{
public:
    void send(const AnyMessage &message) override { m_sent.push_back(message); }
    [[nodiscard]] qint64 bytesPending() const override { return m_pending; }
    void setReading(bool) override {}
    void close(const Error &) override {}
    [[nodiscard]] QString peerAddress() const override { return {}; }

    void fill(qint64 bytes) { m_pending = bytes; }
    template<typename T>
    [[nodiscard]] qsizetype count() const
    {
        return std::ranges::count_if(
            m_sent, [](const AnyMessage &message) { return std::holds_alternative<T>(message); });
    }

private:
    std::deque<AnyMessage> m_sent;
    qint64 m_pending = 0;
};

} // namespace

/// What signed-in analysts may ask for that is not theirs, and how much of it; what devices may say that nobody asked for.
class TestPermissions final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void othersReadNothing();
    void administratorsRead();
    void sessionsOfOthersAreShownWithoutWhatTheyAreAbout();
    void aReasonIsAReason();
    void numbersDoNotTurnNegative();
    void unknownSessionsAreNotWatched();
    void nobodyReadsAlongUnseen();
    void listsFitIntoMessages();
    void longReasonsFitIntoMessages();
    void soManySessionsAreWatched();
    void linesHaveARate();
    void sessionsHaveARate();
    void namesThatImitateAreRefused_data();
    void namesThatImitateAreRefused();
    void aDeviceOffersOneFile();
    void aCancelNobodyAskedForIsRefused();
    void aCancelIsAnsweredOnce();
    void aCancelIsOnceNotConfirmed();
    void whoDoesNotReadMissesProgress();
    void endlessEmptyOutputIsRefused();
    void whatNobodyAskedForIsWrittenDown();
    void aVersionIsNothingButAVersion();

private:
    template<typename Request>
    std::optional<ErrorCode> refusal(TestPeer &peer, Request request)
    {
        request.request = ++m_request;
        peer.send(request);
        const quint32 number = m_request;
        const auto refused = [&] { return peer.reply<Message::Refused>(number).has_value(); };
        const auto done = [&] {
            return peer.reply<Message::Done>(number) || peer.reply<Message::JournalPage>(number)
                || peer.reply<Message::Library>(number) || peer.reply<Message::LineTaken>(number)
                || peer.reply<Message::SessionStarted>(number);
        };
        if (!QTest::qWaitFor([&] { return refused() || done(); }))
            return ErrorCode::TimedOut;
        return refused() ? std::optional(peer.reply<Message::Refused>(number)->error.code) : std::nullopt;
    }
};

void TestPermissions::othersReadNothing()
{
    QVERIFY(openSession().isValid());
    const CommandId command = submit(u"processes"_s);
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Analyst});
    QCOMPARE(refusal(*eve, Message::WatchSession{0, m_session, 0}), ErrorCode::NotPermitted);
    QCOMPARE(refusal(*eve, Message::FetchOutput{0, command, 0, 0}), ErrorCode::NotPermitted);
    QCOMPARE(refusal(*eve, Message::FetchJournal{0, 0, 0, m_session}), ErrorCode::NotPermitted);
    QCOMPARE(refusal(*eve, Message::FetchJournal{0, 0, 0, {}}), ErrorCode::NotPermitted);
    QCOMPARE(refusal(*eve, Message::FetchLibrary{0, {}, 0}), std::nullopt);
    QCOMPARE(refusal(*eve, Message::OpenLibraryFile{}), ErrorCode::NotPermitted);
    // Their own they do.
    QCOMPARE(refusal(*m_analyst, Message::FetchJournal{0, 0, 0, m_session}), std::nullopt);
    QCOMPARE(refusal(*m_analyst, Message::FetchOutput{0, command, 0, 0}), std::nullopt);
    QCOMPARE(refusal(*m_analyst, Message::FetchLibrary{0, {}, 0}), std::nullopt);
    QCOMPARE(refusal(*m_analyst, Message::FetchJournal{0, 0, 0, {}}), ErrorCode::NotPermitted);
}

void TestPermissions::administratorsRead()
{
    QVERIFY(openSession().isValid());
    const auto sec = m_bench->connectAnalyst(u"sec"_s, {Role::SecurityAdministrator});
    QCOMPARE(refusal(*sec, Message::WatchSession{0, m_session, 0}), std::nullopt);
    QCOMPARE(refusal(*sec, Message::FetchJournal{0, 0, 0, {}}), std::nullopt);
}

void TestPermissions::sessionsOfOthersAreShownWithoutWhatTheyAreAbout()
{
    m_analyst->send(Message::StartSession{1, m_device, u"somebody's secret"_s, false});
    QTRY_VERIFY(m_analyst->reply<Message::SessionStarted>(1));
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Analyst});
    eve->send(Message::WatchTenant{1});
    QTRY_VERIFY(eve->last<Message::Sessions>().complete);
    const SessionRecord seen = eve->last<Message::Sessions>().sessions.front();
    QCOMPARE(seen.createdBy, u"ada"_s);
    QCOMPARE(seen.reason, QString());
    m_analyst->send(Message::WatchTenant{2});
    QTRY_VERIFY(m_analyst->last<Message::Sessions>().complete);
    QCOMPARE(m_analyst->last<Message::Sessions>().sessions.front().reason, u"somebody's secret"_s);
}

void TestPermissions::aReasonIsAReason()
{
    QCOMPARE(refusal(*m_analyst, Message::StartSession{0, m_device, QString(2000, u'x'), false}), ErrorCode::BadValue);
    QVERIFY(m_bench->tenant().sessions.live().isEmpty());
}

void TestPermissions::nobodyReadsAlongUnseen()
{
    QVERIFY(openSession().isValid());
    QCOMPARE(m_analyst->count<Message::SessionWatchers>(), 0);
    auto sec = m_bench->connectAnalyst(u"sec"_s, {Role::SecurityAdministrator});
    QCOMPARE(refusal(*sec, Message::WatchSession{0, m_session, 0}), std::nullopt);
    QTRY_COMPARE(m_analyst->last<Message::SessionWatchers>().watchers, QStringList{u"sec"_s});
    QCOMPARE(m_analyst->last<Message::SessionWatchers>().session, m_session);
    const auto root = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    QCOMPARE(refusal(*root, Message::WatchSession{0, m_session, 0}), std::nullopt);
    const QStringList both{u"root"_s, u"sec"_s};
    for (const TestPeer *peer : {m_analyst.get(), sec.get(), root.get()})
        QTRY_COMPARE(peer->last<Message::SessionWatchers>().watchers, both);
    QCOMPARE(refusal(*root, Message::UnwatchSession{0, m_session}), std::nullopt);
    QTRY_COMPARE(m_analyst->last<Message::SessionWatchers>().watchers, QStringList{u"sec"_s});
    // Also whose connection is gone.
    sec.reset();
    QTRY_COMPARE(m_analyst->last<Message::SessionWatchers>().watchers, QStringList());
}

void TestPermissions::unknownSessionsAreNotWatched()
{
    QCOMPARE(refusal(*m_analyst, Message::WatchSession{0, SessionId(4711), 0}), ErrorCode::SessionUnknown);
    QCOMPARE(refusal(*m_analyst, Message::FetchOutput{0, CommandId(4711), 0, 0}), ErrorCode::CommandUnknown);
}

void TestPermissions::numbersDoNotTurnNegative()
{
    QVERIFY(openSession().isValid());
    // The largest that are let in (protocol/base/limits.h).
    m_analyst->send(Message::FetchJournal{900, (quint64(1) << 53) - 1, 0, m_session});
    m_analyst->send(Message::FetchJournal{901, quint64(1) << 53, 0, m_session});
    QTRY_VERIFY(m_analyst->reply<Message::JournalPage>(901));
    QVERIFY(m_analyst->reply<Message::JournalPage>(900)->entries.empty());
    QVERIFY(m_analyst->reply<Message::JournalPage>(901)->entries.empty());
}

void TestPermissions::listsFitIntoMessages()
{
    DeviceFacts facts = linuxFacts(QString(255, u'n'));
    for (int i = 0; i < 64; ++i)
        facts.addresses << QString(64, u'a');
    for (int i = 0; i < 400; ++i)
        m_bench->tenant().inventory.setOnline(m_bench->addDevice(), facts);
    m_bench->tenant().turn.finish();
    m_analyst->send(Message::WatchTenant{1});
    QTRY_VERIFY(m_analyst->last<Message::Devices>().complete);
    qsizetype devices = 0;
    for (const auto &batch : m_analyst->all<Message::Devices>()) {
        QVERIFY(encode(batch).size() < MaxMessageBytes);
        devices += qsizetype(batch.devices.size());
    }
    QCOMPARE(devices, 401);
    m_analyst->forget();
    m_bench->tenant().inventory.touchAll();
    m_bench->tenant().turn.finish();
    QTRY_VERIFY(m_analyst->count<Message::Devices>() > 1);
    for (const auto &batch : m_analyst->all<Message::Devices>())
        QVERIFY(encode(batch).size() < MaxMessageBytes);
}

/// As earlier versions took them, which had no limit.
void TestPermissions::longReasonsFitIntoMessages()
{
    constexpr size_t Sessions = 40;
    for (size_t i = 0; i < Sessions; ++i)
        m_bench->tenant().journal.append(u"ada"_s, {m_device, m_bench->tenant().sessions.nextSession(), {}},
            Event::SessionCreated{QString(60'000, u'x')});
    m_bench->tenant().turn.finish();
    const auto check = [this, Sessions](const QString &name) {
        const auto analyst = m_bench->connectAnalyst(name);
        analyst->send(Message::WatchTenant{1});
        QTRY_VERIFY(analyst->last<Message::Sessions>().complete);
        size_t sessions = 0;
        for (const auto &batch : analyst->all<Message::Sessions>()) {
            QVERIFY(encode(batch).size() < MaxMessageBytes);
            sessions += batch.sessions.size();
        }
        QCOMPARE(sessions, Sessions);
    };
    check(u"ada"_s);
    m_bench->crash();
    check(u"ada"_s);
}

void TestPermissions::soManySessionsAreWatched()
{
    Tenant &tenant = m_bench->tenant();
    std::optional<ErrorCode> code;
    int watched = 0;
    for (; watched < 500 && !code; ++watched) {
        const SessionId session = tenant.sessions.nextSession();
        tenant.journal.append(u"ada"_s, {m_device, session, {}}, Event::SessionCreated{});
        code = refusal(*m_analyst, Message::WatchSession{0, session, 0, true});
    }
    QCOMPARE(code, ErrorCode::LimitReached);
    QVERIFY2(watched > 200, qPrintable(QString::number(watched)));
}

void TestPermissions::linesHaveARate()
{
    QVERIFY(openSession().isValid());
    const QString line(15'000, u'x');
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        const auto code = refusal(*m_analyst, Message::SubmitLine{0, m_session, line, {}});
        refused += code == ErrorCode::RateLimited ? 1 : 0;
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
    // Somebody else's are taken.
    const auto bob = m_bench->connectAnalyst(u"bob"_s, {Role::GlobalAdministrator});
    QCOMPARE(refusal(*bob, Message::WatchSession{0, m_session, 0, {}, true}), std::nullopt);
    QCOMPARE(refusal(*bob, Message::SubmitLine{0, m_session, u"processes"_s, {}}), std::nullopt);
}

void TestPermissions::sessionsHaveARate()
{
    std::optional<ErrorCode> code;
    int started = 0;
    for (; started < 500 && !code; ++started)
        code = refusal(*m_analyst, Message::StartSession{0, m_device, {}, true});
    QCOMPARE(code, ErrorCode::RateLimited);
    QVERIFY(m_bench->tenant().sessions.live().size() == 1);
}

void TestPermissions::namesThatImitateAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << u"ben.o-neil_2@soc"_s << true;
    QTest::newRow("Japanese") << u"\u5c71\u7530\u3055\u304f\u3089"_s << true;
    QTest::newRow("the service") << u"service"_s << false;
    QTest::newRow("an agent") << u"Agent"_s << false;
    QTest::newRow("escape") << u"a\u001b]0;x\u0007b"_s << false;
    QTest::newRow("line break") << u"a\nb"_s << false;
    QTest::newRow("bidirectional") << u"\u202eadmin"_s << false;
    QTest::newRow("two scripts") << u"\u0430dmin"_s << false;
    QTest::newRow("blank") << u"a b"_s << false;
    QTest::newRow("long") << QString(65, u'a') << false;
}

void TestPermissions::namesThatImitateAreRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    const auto code = refusal(*admin, Message::AddUser{0, UserName(name), u"correct horse battery"_s, {Role::Analyst}});
    QCOMPARE(code, good ? std::nullopt : std::optional(ErrorCode::BadValue));
}

void TestPermissions::aDeviceOffersOneFile()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"getfile /etc/hosts &"_s);
    SourceFile file;
    file.path = "/etc/hosts";
    for (int i = 1; i <= 200; ++i) {
        file.size = i;
        m_agent->send(Message::OfferEvidence{command, file});
    }
    QTRY_VERIFY(m_agent->isClosed());
    QVERIFY(inJournal<Event::TransferStarted>() < 50);
}

void TestPermissions::aCancelNobodyAskedForIsRefused()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"processes"_s);
    m_agent->send(Message::CancelAnswer{command, CancelResult::Stopped});
    QTRY_VERIFY(m_agent->isClosed());
    QCOMPARE(inJournal<Event::CancelConfirmed>(), 0);
}

void TestPermissions::aCancelIsAnsweredOnce()
{
    QVERIFY(openSession().isValid());
    const auto answerOften = [this](CommandId command, CancelResult result) {
        for (int i = 0; i < 50; ++i)
            m_agent->send(Message::CancelAnswer{command, result});
        // Messages of a device are served in order.
        m_agent->forget();
        m_agent->send(end(command));
        QVERIFY(QTest::qWaitFor([&] { return m_agent->count<Message::EndStored>() == 1; }));
    };
    const CommandId command = started(u"findfile x"_s);
    QCOMPARE(refusal(*m_analyst, Message::AskCancel{0, command}), std::nullopt);
    m_agent->send(end(command, 0, CommandState::Cancelled));
    QTRY_VERIFY(isFinal(record(command).state));
    const qsizetype confirmed = inJournal<Event::CancelConfirmed>();
    QVERIFY(confirmed <= 1);
    answerOften(command, CancelResult::NotConfirmed);
    QCOMPARE(inJournal<Event::CancelConfirmed>(), confirmed);
    answerOften(command, CancelResult::Stopped);
    QVERIFY(inJournal<Event::CancelConfirmed>() <= 1);
    // Nor is it for a command that was never to be stopped.
    const CommandId other = started(u"processes"_s);
    m_agent->send(end(other));
    QTRY_VERIFY(isFinal(record(other).state));
    answerOften(other, CancelResult::NotConfirmed);
    answerOften(other, CancelResult::Stopped);
    QVERIFY(inJournal<Event::CancelConfirmed>() <= 1);
    QVERIFY(!m_agent->isClosed());
}

void TestPermissions::aCancelIsOnceNotConfirmed()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    QCOMPARE(refusal(*m_analyst, Message::AskCancel{0, command}), std::nullopt);
    const auto answerOften = [&](CancelResult result) {
        for (int i = 0; i < 50; ++i)
            m_agent->send(Message::CancelAnswer{command, result});
    };
    answerOften(CancelResult::NotConfirmed);
    m_agent->send(end(command));
    QTRY_VERIFY(isFinal(record(command).state));
    QCOMPARE(inJournal<Event::CancelConfirmed>(), 1);
    QCOMPARE(record(command).cancelResult, CancelResult::NotConfirmed);
    // It has ended, and what became of the cancel is still open: said again, it is nothing new.
    answerOften(CancelResult::NotConfirmed);
    answerOften(CancelResult::Stopped);
    m_agent->forget();
    m_agent->send(end(command));
    QTRY_COMPARE(m_agent->count<Message::EndStored>(), 1);
    QCOMPARE(inJournal<Event::CancelConfirmed>(), 2);
    QCOMPARE(record(command).cancelResult, CancelResult::Stopped);
    QVERIFY(!m_agent->isClosed());
}

void TestPermissions::whoDoesNotReadMissesProgress()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"findfile x"_s);
    auto channel = std::make_unique<StuckChannel>();
    StuckChannel &stuck = *channel;
    const WorkstationPeer watcher({UserName(u"ada"_s), {Role::Responder}}, std::move(channel), m_bench->tenant());
    Q_EMIT stuck.received(Message::Hello{ProtocolVersion, ProtocolVersion, u"test"_s, {}});
    Q_EMIT stuck.received(Message::WatchSession{1, m_session, 0});
    QTRY_VERIFY(stuck.count<Message::JournalEntries>() > 0);
    const auto report = [&](qint64 done) { m_agent->send(Message::CommandProgress{command, done, 100, u"/usr"_s}); };
    QTRY_VERIFY((report(1), stuck.count<Message::CommandProgress>() > 0));
    const qsizetype before = stuck.count<Message::CommandProgress>();
    m_analyst->forget();
    stuck.fill(Peer::MostUnread);
    for (qint64 done = 2; done <= 50; ++done)
        report(done);
    QTRY_COMPARE(m_analyst->last<Message::CommandProgress>().done, 50);
    QCOMPARE(stuck.count<Message::CommandProgress>(), before);
    // Whoever reads again hears of the next one.
    stuck.fill(0);
    report(51);
    QTRY_COMPARE(stuck.count<Message::CommandProgress>(), before + 1);
}

void TestPermissions::endlessEmptyOutputIsRefused()
{
    QVERIFY(openSession().isValid());
    const CommandId command = started(u"processes"_s);
    for (quint32 i = 0; i < 100; ++i)
        m_agent->send(chunk(command, i, {}));
    QTRY_VERIFY(m_agent->isClosed());
    QVERIFY(m_bench->tenant().store.outputCount(command) < 50);
}

void TestPermissions::aVersionIsNothingButAVersion()
{
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    for (const QString &value : {u"999\u001b[2J"_s, u"1.2\n"_s, u"1..2"_s, u"9999999999"_s, QString()})
        QCOMPARE(refusal(*admin, Message::ChangeSetting{0, u"minimum-agent-version"_s, value}), ErrorCode::BadValue);
    QCOMPARE(refusal(*admin, Message::ChangeSetting{0, u"minimum-agent-version"_s, u"0.2.10"_s}), std::nullopt);
}

void TestPermissions::whatNobodyAskedForIsWrittenDown()
{
    QVERIFY(openSession().isValid());
    for (int i = 0; i < 50; ++i)
        m_agent->send(chunk(CommandId(4711), 0));
    // Acknowledged all the same: an agent that has more to say than a restored service knows would never stop.
    QTRY_COMPARE(m_agent->count<Message::OutputStored>(), 50);
    QCOMPARE(m_bench->tenant().store.outputCount(CommandId(4711)), 0U);
    const auto refused = events<Event::PeerRefused>();
    QVERIFY(!refused.empty() && refused.size() < 5);
    QVERIFY(refused.front().reason.contains(u"4711"));
}

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
