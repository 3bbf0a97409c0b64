// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/retentionfixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// A full disk while content goes: nothing goes that is not said to, nothing stays half removed, and it goes on by itself.
class TestRetentionDisk final : public QObject, private RetentionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void filesMakeRoomAndOutputWaits();
    void aDiskThatFillsMeanwhileLosesNothing();
    void withoutRoomForTheEntryNothingGoes();

private:
    void setFree(qint64 bytes)
    {
        m_bench->tenant().disk->setMeasure([bytes] { return bytes; });
    }
    void setFull() { setFree(DiskSpace::JournalReserve - 1); }
    void setEmpty() { setFree(DiskSpace::TransferReserve * 4); }
    /// Of the database, whose engine makes as few of it as there are.
    [[nodiscard]] bool limitPages(int most);
    [[nodiscard]] Retention &retention() { return m_bench->tenant().retention; }
    [[nodiscard]] bool isKept(const QByteArray &content)
    {
        return m_bench->tenant().evidenceBlobs.contains(hashOf(content));
    }
};

bool TestRetentionDisk::limitPages(int most)
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        const auto database = QSqlDatabase::database(name, false);
        if (!database.isOpen())
            continue;
        QSqlQuery query(database);
        return query.exec(u"PRAGMA max_page_count=%1"_s.arg(most)) && query.next();
    }
    return false;
}

/// That files go is what a full disk needs; output gives way to hashes, for which there has to be room.
void TestRetentionDisk::filesMakeRoomAndOutputWaits()
{
    set(u"output-days"_s, Days);
    set(u"evidence-days"_s, Days);
    const SessionId session = live();
    const CommandId command = printed(session, {"one\n"});
    QVERIFY(brought(session, "content").isValid());
    const QDateTime closed = close(session);
    setFull();
    retention().run(overFor(closed));
    QTRY_VERIFY(!isKept("content"));
    QTRY_VERIFY(store().removalsUnderway().empty());
    QVERIFY(!retention().isIdle());
    QVERIFY(isThere(command));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
    QVERIFY2(verify().whole, qPrintable(verify().reason));

    setEmpty();
    QTRY_VERIFY_WITH_TIMEOUT(retention().isIdle(), 30'000);
    QVERIFY(!isThere(command));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 2);
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

/// What is said to be removed goes on when there is room, also after the service was killed.
void TestRetentionDisk::aDiskThatFillsMeanwhileLosesNothing()
{
    set(u"output-days"_s, Days);
    const SessionId session = live();
    const QByteArray line = QByteArray(ChunkBytes - 1, 'x') + '\n';
    std::vector<CommandId> commands;
    for (int i = 0; i < 60; ++i)
        commands.push_back(printed(session, QByteArrayList(10, line)));
    const QDateTime closed = close(session);
    retention().run(overFor(closed));
    QTRY_VERIFY_WITH_TIMEOUT(!isThere(commands.front()), 30'000);
    setFull();
    QVERIFY(isThere(commands.back()));
    QVERIFY(!retention().isIdle());
    QCOMPARE(store().removalsUnderway().size(), 1U);
    QVERIFY2(verify().whole, qPrintable(verify().reason)); // the entry says that all of it goes

    m_bench->crash();
    QVERIFY(isThere(commands.back()));
    QCOMPARE(store().removalsUnderway().size(), 1U);
    setFull();
    retention().run(overFor(closed));
    QVERIFY(!retention().isIdle());
    QVERIFY(isThere(commands.back()));
    setEmpty();
    QTRY_VERIFY_WITH_TIMEOUT(retention().isIdle(), 60'000);
    for (const CommandId command : commands)
        QVERIFY(!isThere(command));
    QCOMPARE(inJournal<Event::ContentRemoved>(), 1);
    QVERIFY(store().removalsUnderway().empty());
    QVERIFY2(verify().whole, qPrintable(verify().reason));
}

/// The entry first, the file after it.
void TestRetentionDisk::withoutRoomForTheEntryNothingGoes()
{
    constexpr int sessions = 300;
    set(u"evidence-days"_s, Days);
    QDateTime closed;
    for (int i = 0; i < sessions; ++i) {
        const SessionId session = live();
        QVERIFY(brought(session, QByteArray::number(i)).isValid());
        closed = close(session);
    }
    const auto left = [this] {
        int count = 0;
        for (int i = 0; i < sessions; ++i)
            count += isKept(QByteArray::number(i)) ? 1 : 0;
        return count;
    };
    QCOMPARE(left(), sessions);
    Turn &turn = m_bench->tenant().turn;
    QVERIFY(limitPages(1));
    retention().run(overFor(closed));
    QTRY_VERIFY_WITH_TIMEOUT(turn.isStuck(), 30'000);
    const auto committed = verify();
    QVERIFY2(committed.whole, qPrintable(committed.reason));
    const int gone = sessions - left();
    QVERIFY2(gone < sessions && quint64(gone) <= committed.removed.value_or(0), qPrintable(QString::number(gone)));

    QVERIFY(limitPages(1'000'000));
    QTRY_VERIFY(!turn.isStuck());
    QTRY_VERIFY_WITH_TIMEOUT(retention().isIdle(), 60'000);
    turn.finish();
    QCOMPARE(left(), 0);
    QCOMPARE(inJournal<Event::ContentRemoved>(), sessions);
    const auto verdict = verify();
    QVERIFY2(verdict.whole, qPrintable(verdict.reason));
    QCOMPARE(verdict.removed.value_or(0), quint64(sessions));
}

QTEST_GUILESS_MAIN(TestRetentionDisk)
#include "tst_retentiondisk.moc"
