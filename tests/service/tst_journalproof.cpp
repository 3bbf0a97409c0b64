// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/journalverifier.h"
#include "service/store/sqliteschema.h"
#include "tests/service/tenantfixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// Whoever can write the database file, and has not the key, changes nothing unseen.
class TestJournalProof final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void whatNobodyTouchedIsWhole();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void aTailCutWithItsSignaturesIsSeenAtTheNextStart();
    void anOlderCopyIsSeenByWhoWitnessedTheJournal();
    void aLyingWitnessIsNotBelieved();
    void aClockSetBackIsWrittenDown();

private:
    void fill();
    Message::JournalVerdict verify() { return JournalVerifier(m_bench->databasePath(), m_bench->key()).run(); }
    void run(const QStringList &statements);
    void hashAgain(quint64 from);
};

void TestJournalProof::fill()
{
    Tenant &tenant = m_bench->tenant();
    QVERIFY(tenant.addUser(u"ada"_s, UserName(u"ben"_s), "hash of a password", {Role::Analyst}));
    QVERIFY(tenant.addUser(u"ada"_s, UserName(u"cleo"_s), "another", {Role::Analyst}));
    const QString address = u"192.0.2.1"_s;
    const auto bens = tenant.tokens.makeAccess(UserName(u"ben"_s), address);
    tenant.journal.append(u"ben"_s, {}, Event::SignedIn{address, secretHash(bens.secret)});
    tenant.journal.append(u"cleo"_s, {}, Event::SignedIn{address, QByteArray(32, 'c')});
    tenant.journal.append(u"ada"_s, {}, Event::UserSignedOut{UserName(u"cleo"_s)});
    const auto withdrawn = QByteArray(32, 'w');
    tenant.journal.append(
        u"ada"_s, {}, Event::EnrolmentTokenMade{u"default"_s, QDateTime::currentDateTimeUtc(), withdrawn});
    tenant.journal.append(u"ada"_s, {}, Event::EnrolmentTokenWithdrawn{u"default"_s, withdrawn});
    QVERIFY(openSession().isValid());
    const CommandId ended = started(u"processes"_s);
    m_agent->send(chunk(ended, 0, "one\n"));
    m_agent->send(chunk(ended, 1, "two\n"));
    m_agent->send(end(ended, 2));
    QTRY_COMPARE(record(ended).state, CommandState::Completed);
    const CommandId running = started(u"processes"_s);
    m_agent->send(chunk(running, 0, "three\n"));
    QTRY_COMPARE(tenant.store.outputCount(running), 1U);
    for (quint64 i = 0; i < 2 * JournalWriter::CheckpointEvery + 40; ++i)
        tenant.journal.append(u"ada"_s, {}, Event::SignedOut{address});
    tenant.turn.finish();
}

/// As somebody with the file but without our rules.
void TestJournalProof::run(const QStringList &statements)
{
    {
        auto database = openSqlite(m_bench->databasePath(), u"tamper"_s, false).value();
        for (const auto *trigger : {"journal_update", "journal_delete", "output_change", "output_delete"})
            QSqlQuery(database).exec(u"DROP TRIGGER IF EXISTS %1"_s.arg(QLatin1StringView(trigger)));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

/// The chain made anew from an entry on, as if nothing had been.
void TestJournalProof::hashAgain(quint64 from)
{
    {
        auto database = openSqlite(m_bench->databasePath(), u"tamper"_s, false).value();
        QSqlQuery read(database);
        QVERIFY(read.exec(u"SELECT %1 FROM journal ORDER BY number"_s.arg(QLatin1StringView(JournalColumns))));
        std::vector<JournalEntry> entries;
        while (read.next())
            entries.push_back(entryFromRow(read).value());
        QByteArray previous(32, '\0');
        quint64 number = 0;
        QVERIFY(QSqlQuery(database).exec(u"BEGIN"_s));
        for (JournalEntry &entry : entries) {
            const quint64 old = entry.number;
            entry.number = ++number;
            entry.previous = previous;
            entry.hash = old < from ? entry.hash : entryHash(entry);
            previous = entry.hash;
            QSqlQuery write(database);
            QVERIFY(write.prepare(u"UPDATE journal SET number=?, previous=?, hash=? WHERE number=?"_s));
            write.addBindValue(qlonglong(entry.number));
            write.addBindValue(entry.previous);
            write.addBindValue(entry.hash);
            write.addBindValue(qlonglong(old));
            QVERIFY(write.exec());
        }
        QVERIFY(QSqlQuery(database).exec(u"COMMIT"_s));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

void TestJournalProof::whatNobodyTouchedIsWhole()
{
    fill();
    const auto running = verify();
    QVERIFY2(running.whole, qPrintable(running.reason));
    m_bench->crash();
    m_bench->tenant().turn.finish();
    const auto afterCrash = verify();
    QVERIFY2(afterCrash.whole, qPrintable(afterCrash.reason));
    m_bench->stop();
    const auto stopped = verify();
    QVERIFY2(stopped.whole, qPrintable(stopped.reason));
    m_bench->goOn();
}

void TestJournalProof::tamperingIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("hashedAgainFrom");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QStringList &statements, int from, const QString &named) {
        QTest::newRow(name) << statements << from << named;
    };
    const QString last = u"(SELECT MAX(number) FROM journal)"_s;
    row("an actor, hashed again, checkpoints gone",
        {u"UPDATE journal SET actor='eve' WHERE number=40"_s, u"DELETE FROM checkpoints"_s}, 40, u"checkpoint"_s);
    row("an entry gone, renumbered, checkpoints gone",
        {u"DELETE FROM journal WHERE number=21"_s, u"DELETE FROM checkpoints"_s}, 21, u"checkpoint"_s);
    row("the last ten gone with their checkpoint",
        {u"DELETE FROM checkpoints WHERE number>%1-10"_s.arg(last),
            u"DELETE FROM journal WHERE number>%1-10"_s.arg(last)},
        0, u"was signed with entry"_s);
    row("all but fifty gone", {u"DELETE FROM journal WHERE number>50"_s, u"DELETE FROM checkpoints WHERE number>50"_s},
        0, u"was signed with entry"_s);
    row("everything gone", {u"DELETE FROM journal"_s, u"DELETE FROM checkpoints"_s}, 0, u"was signed with entry"_s);
    row("everything gone, its head too",
        {u"DELETE FROM journal"_s, u"DELETE FROM checkpoints"_s, u"DELETE FROM head"_s}, 0, u"head is missing"_s);
    row("everything behind the last checkpoint gone", {u"DELETE FROM journal WHERE number>512"_s}, 0,
        u"was signed with entry"_s);
    row("two entries swapped",
        {u"UPDATE journal SET number=-40 WHERE number=40"_s, u"UPDATE journal SET number=40 WHERE number=41"_s,
            u"UPDATE journal SET number=41 WHERE number=-40"_s},
        0, u"does not follow"_s);
    row("an actor, hashed again, checkpoints left", {u"UPDATE journal SET actor='eve' WHERE number=40"_s}, 40,
        u"signed another entry"_s);
    row("a checkpoint that nobody signed", {u"INSERT INTO checkpoints VALUES(300, x'00', x'00')"_s}, 0,
        u"signature of this checkpoint"_s);
    row("another head", {u"UPDATE head SET number=number-1"_s}, 0, u"signature of the head"_s);
    row("an entry forged at the end",
        {u"INSERT INTO journal SELECT number+1, time, 'bob', device, session, command, event, hash, hash FROM journal "
         "WHERE number=%1"_s.arg(last)},
        1, u"was signed with entry"_s);
    row("the format of a chunk", {u"UPDATE output SET format=2 WHERE idx=1"_s}, 0, u"output"_s);
    row("the rows of a chunk", {u"UPDATE output SET rows=7 WHERE idx=1"_s}, 0, u"output"_s);
    row("output of a command that goes on", {u"UPDATE output SET bytes=x'00' WHERE bytes=CAST('three\n' AS BLOB)"_s}, 0,
        u"output"_s);
    row("output of a command that goes on, gone", {u"DELETE FROM output WHERE bytes=CAST('three\n' AS BLOB)"_s}, 0,
        u"output"_s);
    row("a chunk added", {u"INSERT INTO output(command, idx, format, rows, bytes) VALUES(999, 0, 1, 1, x'00')"_s}, 0,
        u"output"_s);
    row("a user", {u"INSERT INTO users(name, password, roles) VALUES('ghost', x'00', 'global-administrator')"_s}, 0,
        u"ghost"_s);
    row("a role", {u"UPDATE users SET roles='global-administrator' WHERE name='ben'"_s}, 0, u"ben"_s);
    row("a password", {u"UPDATE users SET password=x'00' WHERE name='ben'"_s}, 0, u"ben"_s);
    row("a user gone", {u"DELETE FROM users WHERE name='ben'"_s}, 0, u"ben"_s);
    row("a user who is let in again", {u"UPDATE users SET disabled=1 WHERE name='ben'"_s}, 0, u"ben"_s);
    row("an access token",
        {u"INSERT INTO tokens(kind, hash, owner, bound_to, expires) VALUES(0, x'00', 'ben', '127.0.0.1', 9000000000000)"_s},
        0, u"access token of ben"_s);
    row("an access token that is another's now", {u"UPDATE tokens SET owner='ada' WHERE owner='ben'"_s}, 0,
        u"access token of ada"_s);
    row("an access token that was taken back",
        {u"INSERT INTO tokens(kind, hash, owner, bound_to, expires) VALUES(0, CAST('%1' AS BLOB), 'cleo', '192.0.2.1', 9000000000000)"_s
                .arg(QString(32, u'c'))},
        0, u"access token of cleo"_s);
    row("an enrolment token",
        {u"INSERT INTO tokens(kind, hash, owner, bound_to, expires) VALUES(1, x'00', 'default', '', 9000000000000)"_s},
        0, u"enrolment token"_s);
    row("an enrolment token that was withdrawn",
        {u"INSERT INTO tokens(kind, hash, owner, bound_to, expires) VALUES(1, CAST('%1' AS BLOB), 'default', '', 9000000000000)"_s
                .arg(QString(32, u'w'))},
        0, u"enrolment token"_s);
    row("a group of a device", {u"UPDATE devices SET device_group='others'"_s}, 0, u"group"_s);
    row("a file of the library", {u"INSERT INTO library(name, version, file) VALUES('run.sh', 1, x'00')"_s}, 0,
        u"run.sh"_s);
    row("a device gone", {u"DELETE FROM devices"_s}, 0, u"device"_s);
    row("a device's certificate", {u"UPDATE devices SET certificate=x'00'"_s}, 0, u"certificate"_s);
    row("a setting", {u"INSERT INTO settings(key, value) VALUES('live-response', 'off')"_s}, 0, u"setting"_s);
}

void TestJournalProof::tamperingIsNamed()
{
    QFETCH(QStringList, statements);
    QFETCH(int, hashedAgainFrom);
    QFETCH(QString, named);
    fill();
    m_bench->stop();
    run(statements);
    if (hashedAgainFrom > 0)
        hashAgain(quint64(hashedAgainFrom));
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(named), qPrintable(verdict.reason));
    m_bench->goOn();
}

void TestJournalProof::aTailCutWithItsSignaturesIsSeenAtTheNextStart()
{
    fill();
    m_bench->stop();
    run({u"DELETE FROM checkpoints WHERE number>50"_s, u"DELETE FROM journal WHERE number>50"_s});
    m_bench->goOn();
    m_bench->tenant().turn.finish();
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(u"did not end"_s), qPrintable(verdict.reason));
}

void TestJournalProof::anOlderCopyIsSeenByWhoWitnessedTheJournal()
{
    fill();
    Tenant &tenant = m_bench->tenant();
    tenant.store.synchronize();
    const QString copy = m_bench->databasePath() + u".old"_s;
    run({u"VACUUM INTO '%1'"_s.arg(copy)});
    for (int i = 0; i < 20; ++i)
        tenant.journal.append(u"ada"_s, {}, Event::SignedOut{u"192.0.2.2"_s});
    tenant.turn.finish();
    const quint64 last = tenant.journal.lastNumber();
    const auto isOnDisk = [&] {
        // Each entry takes what is before it along.
        tenant.journal.append(u"ada"_s, {}, Event::SignedOut{u"192.0.2.2"_s});
        tenant.turn.finish();
        return tenant.journal.settled().number >= last;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOnDisk(), 20'000);
    const Checkpoint seen = tenant.journal.settled();
    m_agent.reset();
    m_bench->stop();
    QVERIFY(QFile::remove(m_bench->databasePath()));
    QVERIFY(QFile::copy(copy, m_bench->databasePath()));
    m_bench->goOn();
    // Nobody who has only the files can tell: the copy is as it was.
    QVERIFY(verify().whole);
    m_agent = m_bench->connectAgentThatSaw(m_device, seen);
    QTRY_COMPARE(inJournal<Event::JournalDiffers>(), 1);
    // It says so on each of its connections; once is enough.
    m_agent.reset();
    m_agent = m_bench->connectAgentThatSaw(m_device, seen);
    QTRY_VERIFY(m_agent->count<Message::WitnessHead>() > 0);
    QCOMPARE(inJournal<Event::JournalDiffers>(), 1);
    m_bench->tenant().turn.finish();
    const auto verdict = verify();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(m_device.value()), qPrintable(verdict.reason));
}

void TestJournalProof::aLyingWitnessIsNotBelieved()
{
    fill();
    m_agent.reset();
    m_agent = m_bench->connectAgentThatSaw(m_device, {7, QByteArray(32, 'x'), "no signature"});
    QTRY_VERIFY(m_agent->count<Message::WitnessHead>() > 0);
    QCOMPARE(inJournal<Event::JournalDiffers>(), 0);
    QVERIFY(verify().whole);
}

void TestJournalProof::aClockSetBackIsWrittenDown()
{
    Tenant &tenant = m_bench->tenant();
    tenant.turn.finish();
    // An entry of a clock that was ahead, as the writer finds it at its next start.
    JournalEntry ahead;
    ahead.number = tenant.journal.lastNumber() + 1;
    ahead.time = QDateTime::currentDateTimeUtc().addYears(20);
    ahead.actor = ServiceActor;
    ahead.event = Event::ServiceStopped{};
    ahead.previous = tenant.store.entries(ahead.number - 2, 1).front().hash;
    ahead.hash = entryHash(ahead);
    tenant.store.append(ahead);
    tenant.turn.finish();
    m_bench->crash();
    m_bench->tenant().turn.finish();
    QCOMPARE(inJournal<Event::ClockSetBack>(), 1);
    const auto entries = m_bench->journal();
    QVERIFY(entries.back().time <= QDateTime::currentDateTimeUtc());
}

QTEST_GUILESS_MAIN(TestJournalProof)
#include "tst_journalproof.moc"
