// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/journalwitness.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// What a device was told of the service's journal.
class JournalWitnessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void saysNothingBeforeItWasTold() { QVERIFY(!shown().journalNumber); }

    void showsWhatItWasToldLast()
    {
        JournalWitness witness(path());
        QVERIFY(witness.note({7, "hash of 7", "signature"}));
        QVERIFY(witness.note({9, "hash of 9", "signature of 9"}));
        const auto state = shown();
        QCOMPARE(state.journalNumber, std::optional<quint64>(9));
        QCOMPARE(state.journalHash, std::optional<QByteArray>("hash of 9"));
        QCOMPARE(state.journalSignature, std::optional<QByteArray>("signature of 9"));
    }

    void anEarlierEntryDoesNotMakeItForget()
    {
        JournalWitness witness(path());
        QVERIFY(witness.note({9, "hash of 9", "signature"}));
        const auto noted = witness.note({7, "hash of 7", "signature"});
        QVERIFY(!noted);
        QCOMPARE(noted.error().code, ErrorCode::JournalBroken);
        QCOMPARE(shown().journalNumber, std::optional<quint64>(9));
    }

    void isNobodyElsesToRead()
    {
        JournalWitness witness(path());
        QVERIFY(witness.note({9, "hash", "signature"}));
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void aFileThatIsNoneIsNoWitness()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly) && file.write("nonsense") > 0);
        file.close();
        QVERIFY(!shown().journalNumber);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"witness"_s); }
    /// As the next start says it.
    [[nodiscard]] Message::AgentState shown() const
    {
        JournalWitness witness(path());
        witness.load();
        Message::AgentState state;
        witness.addTo(state);
        return state;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(JournalWitnessTest)
#include "tst_journalwitness.moc"
