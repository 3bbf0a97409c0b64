// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/proof/entrytree.h"
#include "protocol/proof/proofkey.h"
#include "protocol/proof/statements.h"
#include "service/store/journalverifier.h"
#include "service/store/sqliteschema.h"
#include "tests/service/tenantfixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

/// What the service says of a part of its journal, so that somebody can show it to others.
class TestCaseProof final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aSessionIsProved();
    void theWholeJournalIsProved();
    void whatItWasIsProved();
    void othersSessionsAreNot();
    void moreThanThereIsIsNot();
    void nobodyKeepsOthersFromProofs();
    void theHeadHasItsTree();
    void aDatabaseOfAnEarlierVersionGetsItsTree();
    void aTreeOfOtherEntriesIsFound();

private:
    void fill();
    std::optional<Message::CaseProof> proof(TestPeer &peer, SessionId session, quint64 size = 0);
    [[nodiscard]] std::vector<TreeEntry> entries(SessionId session, quint64 size);
    void compare(const Message::CaseProof &proof);
    void runSql(const QString &statement);
};

void TestCaseProof::fill()
{
    QVERIFY(openSession().isValid());
    for (int i = 0; i < 40; ++i) {
        m_bench->tenant().journal.append(u"ben"_s, {}, Event::SignedOut{u"192.0.2.1"_s});
        m_bench->tenant().journal.append(u"ada"_s, {.session = m_session}, Event::CommandRejected{u"ls"_s, {}});
    }
    m_bench->tenant().turn.finish();
}

std::optional<Message::CaseProof> TestCaseProof::proof(TestPeer &peer, SessionId session, quint64 size)
{
    const quint32 number = ++m_request;
    peer.send(Message::FetchCaseProof{number, session, size, 0});
    if (!QTest::qWaitFor(
            [&] { return peer.reply<Message::CaseProof>(number) || peer.reply<Message::Refused>(number); }))
        return {};
    return peer.reply<Message::CaseProof>(number);
}

std::vector<TreeEntry> TestCaseProof::entries(SessionId session, quint64 size)
{
    std::vector<TreeEntry> found;
    for (const JournalEntry &entry : m_bench->journal()) {
        if (entry.number > size || (session.isValid() && entry.session != session))
            continue;
        TreeEntry made{entry.number, {}};
        std::ranges::copy(entry.hash, made.hash.begin());
        found.push_back(made);
    }
    return found;
}

void TestCaseProof::compare(const Message::CaseProof &proof)
{
    const auto ofSession = entries(proof.session, proof.size);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const TreeEntry &entry : ofSession)
        digest.addData(QByteArrayView(entry.hash.data(), HashSize));
    QCOMPARE(proof.entries, quint64(ofSession.size()));
    QCOMPARE(proof.digest, digest.result());
    QCOMPARE(rootOf(proof.size, ofSession, proof.beside), proof.root);
    QCOMPARE(proof.hash, m_bench->journal().at(size_t(proof.size) - 1).hash);
    const CaseStatement said{proof.session, {proof.size, proof.hash, proof.root}, proof.entries, proof.digest};
    QVERIFY(proofVerify(proof.key, caseText(said), proof.signature));
    QCOMPARE(proof.key, m_bench->key().point());
}

void TestCaseProof::runSql(const QString &statement)
{
    {
        auto database = openSqlite(m_bench->databasePath(), u"tamper"_s, false).value();
        QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

void TestCaseProof::aSessionIsProved()
{
    fill();
    const auto told = proof(*m_analyst, m_session);
    QVERIFY(told);
    QVERIFY(told->entries > 40 && told->entries < told->size);
    compare(*told);
}

void TestCaseProof::theWholeJournalIsProved()
{
    fill();
    const auto admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
    const auto told = proof(*admin, {});
    QVERIFY(told);
    QCOMPARE(told->entries, told->size);
    QVERIFY(told->beside.isEmpty());
    compare(*told);
}

void TestCaseProof::whatItWasIsProved()
{
    fill();
    const auto told = proof(*m_analyst, m_session, 30);
    QVERIFY(told);
    QCOMPARE(told->size, 30ULL);
    compare(*told);
}

void TestCaseProof::othersSessionsAreNot()
{
    fill();
    const auto eve = m_bench->connectAnalyst(u"eve"_s, {Role::Analyst});
    QVERIFY(!proof(*eve, m_session));
    QCOMPARE(eve->last<Message::Refused>().error.code, ErrorCode::NotPermitted);
    QVERIFY(!proof(*eve, {}));
    QVERIFY(!proof(*m_analyst, {}));
    QVERIFY(!proof(*m_analyst, SessionId(4711)));
    QCOMPARE(m_analyst->last<Message::Refused>().error.code, ErrorCode::SessionUnknown);
}

void TestCaseProof::moreThanThereIsIsNot()
{
    fill();
    QVERIFY(!proof(*m_analyst, m_session, 100'000));
    QCOMPARE(m_analyst->last<Message::Refused>().error.code, ErrorCode::JournalBroken);
}

void TestCaseProof::nobodyKeepsOthersFromProofs()
{
    fill();
    CaseProofs &proofs = m_bench->tenant().proofs;
    QObject greedy;
    int answered = 0;
    std::optional<ErrorCode> refused;
    for (int i = 0; i < 10; ++i) {
        const auto begun = proofs.prove(&greedy, m_session, 0, [&answered](const auto &) { ++answered; });
        if (!begun)
            refused = begun.error().code;
    }
    QCOMPARE(refused, ErrorCode::RateLimited);
    QVERIFY(proof(*m_analyst, m_session));
    QTRY_COMPARE(answered, 2);
    QVERIFY(proofs.prove(&greedy, m_session, 0, [](const auto &) {}));
}

void TestCaseProof::theHeadHasItsTree()
{
    fill();
    m_analyst->send(Message::FetchHead{900, 0});
    QTRY_VERIFY(m_analyst->reply<Message::JournalHead>(900));
    const auto head = *m_analyst->reply<Message::JournalHead>(900);
    QVERIFY(head.root && head.rootSignature && head.key);
    EntryTree tree;
    for (const JournalEntry &entry : m_bench->journal()) {
        if (entry.number <= head.number)
            tree.add(entry.hash);
    }
    QCOMPARE(*head.root, tree.root());
    QVERIFY(proofVerify(*head.key, pointText({head.number, head.hash, *head.root}), *head.rootSignature));
}

void TestCaseProof::aDatabaseOfAnEarlierVersionGetsItsTree()
{
    fill();
    m_bench->stop();
    runSql(u"ALTER TABLE head DROP COLUMN peaks"_s);
    m_bench->goOn();
    m_bench->tenant().turn.finish();
    EntryTree tree;
    for (const JournalEntry &entry : m_bench->journal())
        tree.add(entry.hash);
    QCOMPARE(m_bench->tenant().store.signedHead()->peaks, tree.peaks());
    const auto verdict = JournalVerifier(m_bench->databasePath(), m_bench->key()).run();
    QVERIFY2(verdict.whole, qPrintable(verdict.reason));
}

void TestCaseProof::aTreeOfOtherEntriesIsFound()
{
    fill();
    m_bench->stop();
    runSql(u"UPDATE head SET peaks = x'00' || substr(peaks, 2)"_s);
    const auto verdict = JournalVerifier(m_bench->databasePath(), m_bench->key()).run();
    QVERIFY(!verdict.whole);
    QVERIFY2(verdict.reason.contains(u"tree"), qPrintable(verdict.reason));
    m_bench->goOn();
}

QTEST_GUILESS_MAIN(TestCaseProof)
#include "tst_caseproof.moc"
