// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/proof/entrytree.h"
#include "protocol/proof/proofkey.h"
#include "protocol/proof/statements.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Sonde;
using namespace Qt::StringLiterals;

/// The tree over a journal's entries, and the signatures beside it.
class TestEntryTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreThoseOfTheStandard_data();
    void rootsAreThoseOfTheStandard();
    void aTreeGoesOnFromItsPeaks();
    void peaksOfAnotherSizeAreNone();
    void anyEntriesLeadToTheRoot();
    void nothingElseLeadsToTheRoot();
    void signaturesAreThoseOfTheKey();
};

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray entry(int number)
{
    return sha256(QByteArray::number(number));
}

/// RFC 6962, 2.1, word for word.
QByteArray standardRoot(int first, int count)
{
    if (count == 0)
        return sha256({});
    if (count == 1)
        return sha256(QByteArray(1, '\0') + entry(first));
    int left = 1;
    while (2 * left < count)
        left *= 2;
    return sha256(QByteArray(1, '\1') + standardRoot(first, left) + standardRoot(first + left, count - left));
}

EntryTree treeOf(int size)
{
    EntryTree tree;
    for (int number = 1; number <= size; ++number)
        tree.add(entry(number));
    return tree;
}

QByteArray hashesOf(int size)
{
    QByteArray hashes;
    for (int number = 1; number <= size; ++number)
        hashes += entry(number);
    return hashes;
}

TreeEntry treeEntry(quint64 number)
{
    TreeEntry made{number, {}};
    std::ranges::copy(entry(int(number)), made.hash.begin());
    return made;
}

std::vector<TreeEntry> entriesOf(const std::vector<quint64> &numbers)
{
    std::vector<TreeEntry> entries;
    for (const quint64 number : numbers)
        entries.push_back(treeEntry(number));
    return entries;
}

} // namespace

void TestEntryTree::rootsAreThoseOfTheStandard_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100, 255, 256, 257})
        QTest::addRow("%d", size) << size;
}

void TestEntryTree::rootsAreThoseOfTheStandard()
{
    QFETCH(int, size);
    QCOMPARE(treeOf(size).root(), standardRoot(1, size));
    QCOMPARE(proveEntries(hashesOf(size), {}).root, standardRoot(1, size));
}

void TestEntryTree::aTreeGoesOnFromItsPeaks()
{
    const EntryTree before = treeOf(77);
    auto after = EntryTree::fromPeaks(77, before.peaks());
    QVERIFY(after);
    for (int number = 78; number <= 130; ++number)
        after->add(entry(number));
    QCOMPARE(after->root(), standardRoot(1, 130));
}

void TestEntryTree::peaksOfAnotherSizeAreNone()
{
    QVERIFY(!EntryTree::fromPeaks(8, treeOf(7).peaks()));
    QVERIFY(!EntryTree::fromPeaks(3, {}));
    QVERIFY(EntryTree::fromPeaks(0, {}));
}

void TestEntryTree::anyEntriesLeadToTheRoot()
{
    QRandomGenerator random(7);
    for (int run = 0; run < 500; ++run) {
        const int size = random.bounded(1, 300);
        const int share = random.bounded(0, 101);
        std::vector<quint64> numbers;
        for (int number = 1; number <= size; ++number) {
            if (random.bounded(100) < share)
                numbers.push_back(quint64(number));
        }
        const TreeProof proof = proveEntries(hashesOf(size), numbers);
        QCOMPARE(proof.root, standardRoot(1, size));
        QCOMPARE(rootOf(quint64(size), entriesOf(numbers), proof.beside), proof.root);
    }
}

void TestEntryTree::nothingElseLeadsToTheRoot()
{
    const std::vector<quint64> numbers{3, 4, 17, 90};
    const TreeProof proof = proveEntries(hashesOf(100), numbers);
    const auto entries = entriesOf(numbers);
    QVERIFY(!rootOf(100, entries, proof.beside.chopped(HashSize)));
    const QByteArray longer = proof.beside + QByteArray(HashSize, 'x');
    QVERIFY(!rootOf(100, entries, longer));
    QVERIFY(!rootOf(80, entries, proof.beside)); // one is above
    QVERIFY(!rootOf(100, entriesOf({4, 3, 17, 90}), proof.beside));
    QVERIFY(!rootOf(100, entriesOf({0, 3, 4, 17}), proof.beside));
    QVERIFY(rootOf(100, entriesOf({3, 4, 17}), proof.beside) != proof.root);
    auto changed = entries;
    changed[2].hash[5] ^= 1;
    QVERIFY(rootOf(100, changed, proof.beside) != proof.root);
    QVERIFY(rootOf(95, entries, proof.beside) != proof.root);
}

void TestEntryTree::signaturesAreThoseOfTheKey()
{
    const ProofKey key = ProofKey::make().value();
    const ProofKey other = ProofKey::make().value();
    QCOMPARE(key.point().size(), ProofKeySize);
    const QByteArray text = pointText({12, entry(12), entry(13)});
    for (int run = 0; run < 50; ++run) { // also those whose numbers begin with zeros
        const QByteArray signature = key.sign(text);
        QCOMPARE(signature.size(), ProofSignatureSize);
        QVERIFY(proofVerify(key.point(), text, signature));
        QVERIFY(!proofVerify(other.point(), text, signature));
        QVERIFY(!proofVerify(key.point(), text + ' ', signature));
        QByteArray bent = signature;
        bent[run] = char(bent.at(run) ^ 1);
        QVERIFY(!proofVerify(key.point(), text, bent));
    }
    QVERIFY(!proofVerify({}, text, key.sign(text)));
    QVERIFY(!proofVerify(QByteArray(ProofKeySize, '\4'), text, key.sign(text)));
    QVERIFY(!proofVerify(key.point(), text, {}));
    const auto again = ProofKey::fromPem(key.toPem());
    QVERIFY(again);
    QCOMPARE(again->point(), key.point());
    QVERIFY(!ProofKey::fromPem("nonsense"));
}

QTEST_GUILESS_MAIN(TestEntryTree)
#include "tst_entrytree.moc"
