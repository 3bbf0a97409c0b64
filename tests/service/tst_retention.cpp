// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalverifier.h"
#include "service/store/sqliteschema.h"
#include "tests/service/retentionfixture.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// What a tenant keeps for some days is removed then, and said to be; nothing else is.
class TestRetention final : public QObject, private RetentionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void everythingIsKeptUnlessSomebodySaysOtherwise();
    void outputIsRemovedWhenItsTimeIsOver();
    void aSessionThatStillBringsAFileIsLeft();
    void removedOutputIsRefusedWithItsReason();
    void whoPrintedNothingHasNothingRemoved();
    void whatIsRemovedStaysListed();
    void evidenceThatAnotherSessionBroughtStays();
    void removedEvidenceMakesRoom();
    void whatACrashLeftIsRemovedLater();
    void largeOutputGoesInParts();
    void theJournalIsWholeAfterIt();
    void outputOfAnEarlierVersionGoesToo();
    void outputThatIsGoneWithoutAWordIsFound();
    void whatIsLeftOfOutputCannotBeChanged();
    void nobodyElseChangesOutput();

private:
    std::optional<Error> refusal(const AnyMessage &message, quint32 request);
    [[nodiscard]] bool execute(const QString &statement);
};

std::optional<Error> TestRetention::refusal(const AnyMessage &message, quint32 request)
{
    m_analyst->send(message);
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::Refused>(request).has_value(); }))
        return {};
    return m_analyst->reply<Message::Refused>(request)->error;
}

bool TestRetention::execute(const QString &statement)
{
    bool isDone = false;
    {
        auto database = openSqlite(m_bench->databasePath(), u"tamper"_s, false).value();
        isDone = QSqlQuery(database).exec(statement);
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
    return isDone;
}

void TestRetention::everythingIsKeptUnlessSomebodySaysOtherwise()
{
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    const CommandId file = brought(session, "content");
    const QDateTime closed = close(session);
    runAsOf(closed.addDays(4000));
    QVERIFY(isThere(command));
    QVERIFY(file.isValid() && m_bench->tenant().evidenceBlobs.contains(hashOf("content")));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 0);
}

void TestRetention::outputIsRemovedWhenItsTimeIsOver()
{
    set(u"output-days"_s, Days);
    const SessionId old = live();
    const CommandId first = printed(old, {"one\n", "two\n"});
    const CommandId second = printed(old, {"three\n"});
    const CommandId file = brought(old, "content");
    const SessionId open = live();
    const CommandId running = printed(open, {"four\n"});
    const QDateTime closed = close(old);
    const SessionId young = live();
    const CommandId later = printed(young, {"five\n"});
    close(young);

    runAsOf(overFor(closed).addMSecs(-1));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 0);
    runAsOf(overFor(closed));
    QVERIFY(!isThere(first) && !isThere(second));
    QVERIFY(isThere(running) && isThere(later));
    // Files have a setting of their own.
    QVERIFY(file.isValid() && m_bench->tenant().evidenceBlobs.contains(hashOf("content")));
    const auto said = events<Event::ContentRemoved>();
    QCOMPARE(said.size(), 1U);
    QCOMPARE(said.front().what, ContentKind::Output);
    QCOMPARE(said.front().count, 2U);
    QCOMPARE(said.front().bytes, 14U);
    QCOMPARE(said.front().setting, u"output-days"_s);
    QCOMPARE(said.front().days, quint32(Days));
    // Once.
    runAsOf(overFor(closed));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
    QVERIFY(store().removalsUnderway().empty());
}

void TestRetention::aSessionThatStillBringsAFileIsLeft()
{
    set(u"evidence-days"_s, Days);
    const SessionId session = live();
    const CommandId coming = brought(session, "content", false);
    const QDateTime closed = close(session);
    runAsOf(overFor(closed));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 0);
    finish(session, coming);
    runAsOf(overFor(closed));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
}

void TestRetention::removedOutputIsRefusedWithItsReason()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    runAsOf(overFor(close(session)));
    const auto refused = refusal(Message::FetchOutput{11, command, 0, 0}, 11);
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::ContentRemoved);
    QCOMPARE(refused->facts.text(Fact::Why), u"output"_s);
    QCOMPARE(refused->facts.number(Fact::Limit), Days);
    QVERIFY(QDateTime::fromString(refused->facts.text(Fact::Since), Qt::ISODateWithMs).isValid());
    QVERIFY(m_analyst->all<Message::CommandOutput>().empty());
}

void TestRetention::whoPrintedNothingHasNothingRemoved()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    printed(session, {"one\n"});
    const CommandId silent = printed(session, {});
    const SessionId empty = live();
    printed(empty, {});
    close(session);
    runAsOf(overFor(close(empty)));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
    m_analyst->send(Message::FetchOutput{12, silent, 0, 0});
    QTRY_VERIFY(m_analyst->reply<Message::Done>(12));
}

void TestRetention::whatIsRemovedStaysListed()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    // No longer in memory.
    const QDateTime closed = close(session);
    for (quint32 i = 0; i < SessionRegister::KeptClosed; ++i) {
        const Subject other{DeviceId(u"elsewhere"_s), m_bench->tenant().sessions.nextSession(), {}};
        m_bench->tenant().journal.append(u"ada"_s, other, Event::SessionCreated{});
        m_bench->tenant().journal.append(u"ada"_s, other, Event::SessionDisconnected{EndReason::User, {}});
    }
    QVERIFY(!m_bench->tenant().sessions.session(session));
    runAsOf(overFor(closed));
    const auto check = [&] {
        const auto known = m_bench->tenant().sessions.recallSession(session);
        QVERIFY(known && known->outputRemoved && !known->evidenceRemoved);
        QCOMPARE(known->outputRemoved->days, quint32(Days));
        const auto recalled = m_bench->tenant().sessions.recall(command);
        QVERIFY(recalled);
        QCOMPARE(recalled->command.line, u"processes"_s);
        QCOMPARE(recalled->command.bytes, 4U);
        QCOMPARE(recalled->command.outputSha256.value_or(QByteArray()), hashOf("one\n"));
    };
    check();
    m_bench->crash();
    check();
}

void TestRetention::evidenceThatAnotherSessionBroughtStays()
{
    set(u"evidence-days"_s, Days);
    const QByteArray shared = hashOf("content");
    const QByteArray alone = hashOf("other content");
    const SessionId old = live();
    const CommandId file = brought(old, "content");
    brought(old, "other content");
    const SessionId open = live();
    brought(open, "content");
    const QDateTime closed = close(old);
    Tenant &tenant = m_bench->tenant();
    // The library has the same, and is not asked.
    QVERIFY(tenant.libraryBlobs.makePlaceFor(alone));
    QFile kept(tenant.libraryBlobs.path(alone));
    QVERIFY(kept.open(QFile::WriteOnly));

    runAsOf(overFor(closed));
    QVERIFY(tenant.evidenceBlobs.contains(shared));
    QVERIFY(!tenant.evidenceBlobs.contains(alone));
    QVERIFY(tenant.libraryBlobs.contains(alone));
    const auto said = events<Event::ContentRemoved>();
    QCOMPARE(said.size(), 1U);
    QCOMPARE(said.front().what, ContentKind::Evidence);
    QCOMPARE(said.front().count, 2U);
    QCOMPARE(said.front().bytes, 20U);
    // It is not that session's any more, all the same.
    const auto refused = refusal(Message::OpenEvidence{.request = 21, .command = file}, 21);
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::ContentRemoved);
    QCOMPARE(refused->facts.text(Fact::Why), u"evidence"_s);

    runAsOf(overFor(close(open)));
    QVERIFY(!tenant.evidenceBlobs.contains(shared));
    QTRY_VERIFY(tenant.evidenceBlobs.partials().isEmpty());
}

void TestRetention::removedEvidenceMakesRoom()
{
    set(u"evidence-days"_s, Days);
    const SessionId session = live();
    brought(session, QByteArray(1000, 'x'));
    const QDateTime closed = close(session);
    QCOMPARE(m_bench->tenant().evidenceBlobs.totalSize(), 1000);
    runAsOf(overFor(closed));
    QCOMPARE(m_bench->tenant().evidenceBlobs.totalSize(), 0);
}

void TestRetention::whatACrashLeftIsRemovedLater()
{
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n", "two\n"});
    brought(session, "content");
    close(session);
    // As the service was killed between what it said and what it did.
    for (const ContentKind what : {ContentKind::Output, ContentKind::Evidence})
        m_bench->tenant().journal.append(
            ServiceActor, {m_device, session, {}}, Event::ContentRemoved{what, 1, 8, u"output-days"_s, Days});
    m_bench->tenant().turn.finish();
    m_bench->crash();
    QVERIFY(isThere(command));
    QVERIFY(m_bench->tenant().evidenceBlobs.contains(hashOf("content")));
    QVERIFY2(verify().whole, qPrintable(verify().reason));
    m_analyst = m_bench->connectAnalyst(u"ada"_s);
    QCOMPARE(refusal(Message::FetchOutput{31, command, 0, 0}, 31).value_or(Error{}).code, ErrorCode::ContentRemoved);

    runAsOf(QDateTime::currentDateTimeUtc());
    QVERIFY(!isThere(command));
    QVERIFY(!m_bench->tenant().evidenceBlobs.contains(hashOf("content")));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 2);
    QVERIFY(store().removalsUnderway().empty());
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

void TestRetention::largeOutputGoesInParts()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    const QByteArray line = QByteArray(ChunkBytes - 1, 'x') + '\n';
    std::vector<CommandId> commands;
    for (int i = 0; i < 5; ++i)
        commands.push_back(printed(session, QByteArrayList(10, line)));
    for (int i = 0; i < 300; ++i)
        commands.push_back(printed(session, {"one\n"}));
    const QDateTime closed = close(session);
    OutputRemoval removal(store(), session);
    int parts = 1;
    while (!removal.removeSome())
        ++parts;
    QVERIFY2(parts > 4, qPrintable(QString::number(parts)));
    m_bench->tenant().journal.append(ServiceActor, {m_device, session, {}},
        Event::ContentRemoved{ContentKind::Output, 305, 0, u"output-days"_s, Days});
    for (const CommandId command : commands) {
        for (quint32 index = 0; index < store().outputCount(command); ++index)
            QVERIFY(!store().output(command, index));
    }
    runAsOf(overFor(closed));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

void TestRetention::theJournalIsWholeAfterIt()
{
    set(u"output-days"_s, Days);
    set(u"evidence-days"_s, Days);
    const SessionId first = live();
    const SessionId second = live();
    for (int i = 0; i < 20; ++i) {
        printed(first, {"first\n", QByteArray::number(i)});
        printed(second, {"second\n", QByteArray::number(i)});
    }
    brought(first, "content");
    const QDateTime closed = close(first);
    runAsOf(overFor(closed));
    const auto there = verify();
    QVERIFY2(there.whole, qPrintable(there.reason));
    QCOMPARE(there.removed.value_or(0), 1U);
    // The chain goes on from what is left.
    printed(second, {"third\n"});
    runAsOf(overFor(close(second)));
    const auto gone = verify();
    QVERIFY2(gone.whole, qPrintable(gone.reason));
    QCOMPARE(gone.removed.value_or(0), 2U);
    m_bench->crash();
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

/// As it was signed before digests went into the chain.
void TestRetention::outputOfAnEarlierVersionGoesToo()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n", "two\n"});
    const QDateTime closed = close(session);
    SignedHead head = store().signedHead().value();
    OutputChain earlier{.after = head.outputs.after, .ofDigests = false};
    for (quint32 index = 0; index < store().outputCount(command); ++index)
        earlier.add(store().output(command, index).value());
    head.outputs = earlier;
    head.signature = m_bench->key().sign(headText(head));
    store().saveSignedHead(head);
    QVERIFY2(verify().whole, qPrintable(verify().reason));
    m_bench->crash();
    QVERIFY2(verify().whole, qPrintable(verify().reason));
    QVERIFY(store().outputChain().ofDigests);
    printed(live(), {"three\n"});
    runAsOf(overFor(closed));
    QVERIFY(!isThere(command));
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

/// Somebody with the file makes output look as if its time were over.
void TestRetention::outputThatIsGoneWithoutAWordIsFound()
{
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    close(session);
    m_bench->stop();
    QVERIFY(execute(u"UPDATE output SET removed=4, bytes=x'%1' WHERE command=%2"_s.arg(
        QString::fromLatin1(hashOf("one\n").toHex()), command.toString())));
    const auto verdict = JournalVerifier(m_bench->databasePath(), m_bench->key()).run();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(u"no entry says so"_s), qPrintable(verdict.reason));
    QVERIFY2(verdict.reason.contains(command.toString()), qPrintable(verdict.reason));
    m_bench->goOn();
}

void TestRetention::whatIsLeftOfOutputCannotBeChanged()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    printed(session, {"one\n"});
    runAsOf(overFor(close(session)));
    QVERIFY(verify().whole);
    m_bench->stop();
    QVERIFY(execute(u"DROP TRIGGER output_change"_s));
    QVERIFY(execute(u"UPDATE output SET bytes=zeroblob(32)"_s));
    const auto verdict = JournalVerifier(m_bench->databasePath(), m_bench->key()).run();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(u"output"_s), qPrintable(verdict.reason));
    m_bench->goOn();
}

void TestRetention::nobodyElseChangesOutput()
{
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    close(session);
    m_bench->stop();
    for (const QString &change : {u"format=2"_s, u"rows=7"_s, u"bytes=x'00'"_s, u"removed=4"_s, u"idx=9"_s,
             u"bytes=zeroblob(32)"_s, u"removed=5, bytes=zeroblob(32)"_s})
        QVERIFY2(
            !execute(u"UPDATE output SET %1 WHERE command=%2"_s.arg(change, command.toString())), qPrintable(change));
    QVERIFY(!execute(u"DELETE FROM output"_s));
    m_bench->goOn();
    QVERIFY(isThere(command));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
