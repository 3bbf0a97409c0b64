// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalverifier.h"
#include "service/store/journalwriter.h"
#include "service/store/signingkey.h"
#include "service/store/sqliteschema.h"
#include "service/store/sqlitestore.h"
#include "service/store/turn.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// The journal on disk: whole, append-only, and honest about damage.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theChainContinuesAcrossRestarts();
    void nothingLeavesBeforeItIsCommitted();
    void whatWasNotCommittedIsNotThere();
    void theJournalRefusesChanges();
    void aWholeJournalVerifies();
    void damageIsNamed_data();
    void damageIsNamed();
    void aCutTailIsSeen();
    void changedOutputIsNamed();
    void aForgedCheckpointIsSeen();
    void onlyRowsThatFitAreRead();

private:
    void open();
    void writeEntries(int count);
    Message::JournalVerdict verify() { return JournalVerifier(path(), m_key).run(); }
    /// As somebody with the file but without our rules.
    void tamper(const QString &sql, const QVariantList &values = {});
    QString path() const { return m_directory->filePath(u"sonde.db"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
    SigningKey m_key{std::move(makeKey().value())};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Turn> m_turn;
    std::unique_ptr<JournalWriter> m_journal;
};

void TestStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    open();
}

void TestStore::cleanup()
{
    m_journal.reset();
    m_turn.reset();
    m_store.reset();
}

void TestStore::open()
{
    cleanup();
    m_store = std::move(SqliteStore::open(path()).value());
    m_turn = std::make_unique<Turn>(*m_store);
    m_journal = std::make_unique<JournalWriter>(*m_store, m_key);
}

void TestStore::writeEntries(int count)
{
    for (int i = 0; i < count; ++i)
        m_journal->append(u"ada"_s, {}, Event::SignedIn{u"192.0.2.%1"_s.arg(i)});
    m_turn->finish();
}

void TestStore::tamper(const QString &sql, const QVariantList &values)
{
    m_store->synchronize();
    {
        auto database = openSqlite(path(), u"tamper"_s, false).value();
        for (const auto *trigger : {"journal_update", "journal_delete", "output_change", "output_delete"})
            QSqlQuery(database).exec(u"DROP TRIGGER IF EXISTS %1"_s.arg(QLatin1StringView(trigger)));
        QSqlQuery query(database);
        QVERIFY(query.prepare(sql));
        for (const QVariant &value : values)
            query.addBindValue(value);
        QVERIFY(query.exec());
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

void TestStore::theChainContinuesAcrossRestarts()
{
    writeEntries(3);
    const QByteArray before = m_store->entries(2, 1).front().hash;
    open();
    writeEntries(1);
    const auto entries = m_store->entries(0, 10);
    QCOMPARE(qsizetype(entries.size()), 4);
    QCOMPARE(entries.back().number, 4U);
    QCOMPARE(entries.back().previous, before);
    QCOMPARE(entries.back().hash, entryHash(entries.back()));
    QVERIFY(verify().whole);
}

void TestStore::nothingLeavesBeforeItIsCommitted()
{
    QStringList order;
    m_turn->afterCommit([&] { order.append(u"nothing open"_s); });
    QCOMPARE(order.size(), 1);
    m_journal->append(ServiceActor, {}, Event::ServiceStarted{});
    m_turn->afterCommit([&] {
        QVERIFY(!m_store->hasUncommitted());
        order.append(u"committed"_s);
    });
    QCOMPARE(order.size(), 1);
    QTRY_COMPARE(order.size(), 2);
}

void TestStore::whatWasNotCommittedIsNotThere()
{
    writeEntries(2);
    m_journal->append(ServiceActor, {}, Event::ServiceStarted{});
    open();
    QCOMPARE(m_store->head().number, 2U);
}

void TestStore::theJournalRefusesChanges()
{
    writeEntries(2);
    {
        auto database = openSqlite(path(), u"second"_s, false).value();
        QVERIFY(!QSqlQuery(database).exec(u"UPDATE journal SET actor='eve' WHERE number=1"_s));
        QVERIFY(!QSqlQuery(database).exec(u"DELETE FROM journal WHERE number=2"_s));
    }
    QSqlDatabase::removeDatabase(u"second"_s);
    QVERIFY(verify().whole);
}

void TestStore::aWholeJournalVerifies()
{
    writeEntries(int(JournalWriter::CheckpointEvery) * 5);
    const auto verdict = verify();
    QVERIFY2(verdict.whole, qPrintable(verdict.reason));
    QCOMPARE(verdict.entries, JournalWriter::CheckpointEvery * 5);
}

void TestStore::damageIsNamed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("actor") << u"UPDATE journal SET actor='eve' WHERE number=7"_s;
    QTest::newRow("time") << u"UPDATE journal SET time=time+1 WHERE number=7"_s;
    QTest::newRow("one byte of the event")
        << u"UPDATE journal SET event=CAST(replace(event, '192.0.2.6', '192.0.2.5') AS BLOB) WHERE number=7"_s;
    QTest::newRow("no event at all") << u"UPDATE journal SET event=x'00' WHERE number=7"_s;
    QTest::newRow("hash") << u"UPDATE journal SET hash=zeroblob(32) WHERE number=7"_s;
    QTest::newRow("gone") << u"DELETE FROM journal WHERE number=7"_s;
}

void TestStore::damageIsNamed()
{
    QFETCH(QString, sql);
    writeEntries(20);
    tamper(sql);
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QCOMPARE(verdict.brokenAt, 7U);
    QVERIFY(!verdict.reason.isEmpty());
}

void TestStore::aCutTailIsSeen()
{
    writeEntries(10);
    m_journal->signCheckpoint();
    m_turn->finish();
    tamper(u"DELETE FROM journal WHERE number=10"_s);
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QCOMPARE(verdict.brokenAt, 10U);
}

void TestStore::changedOutputIsNamed()
{
    const Subject subject{DeviceId(u"d"_s), SessionId(1), CommandId(1)};
    const QByteArray bytes = "what the device said";
    m_store->addOutput({CommandId(1), 0, ChunkFormat::Text, 1, bytes});
    m_journal->append(AgentActor, subject,
        Event::CommandFinished{CommandState::Completed, {}, 1, 1, quint64(bytes.size()),
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), {}, {}, {}});
    writeEntries(3);
    QVERIFY(verify().whole);
    tamper(u"UPDATE output SET bytes=? WHERE command=1"_s, {QByteArray("what the device said.")});
    QCOMPARE(verify().brokenAt, 1U);
}

/// A command may have printed more than anybody has memory for: its size comes first, and other output is not read with it.
void TestStore::onlyRowsThatFitAreRead()
{
    const CommandId command(1);
    m_store->addOutput({command, 0, ChunkFormat::Rows, 1, "one"});
    m_store->addOutput({command, 1, ChunkFormat::ErrorText, 0, QByteArray(1000, 'e')});
    m_store->addOutput({command, 2, ChunkFormat::Rows, 1, "three"});
    m_store->addOutput({CommandId(2), 0, ChunkFormat::Rows, 1, "another's"});
    m_turn->finish();
    const auto rows = readRowChunks(path(), command, 8);
    QVERIFY(rows);
    QCOMPARE(*rows, (std::vector<QByteArray>{"one", "three"}));
    const auto refused = readRowChunks(path(), command, 7);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    QCOMPARE(refused.error().facts.number(Fact::Limit), 7);
    QCOMPARE(refused.error().facts.number(Fact::Actual), 8);
    QVERIFY(readRowChunks(path(), CommandId(3), 0)->empty());
}

void TestStore::aForgedCheckpointIsSeen()
{
    writeEntries(3);
    m_journal->signCheckpoint();
    m_turn->finish();
    tamper(u"UPDATE checkpoints SET hash=zeroblob(32)"_s);
    QCOMPARE(verify().brokenAt, 3U);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
