// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/untoldchanges.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// What became of the isolation while the service was away.
class UntoldChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThereAgainAfterARestart()
    {
        UntoldChanges changes(path());
        QVERIFY(changes.open());
        QVERIFY(changes.add(change(1)));
        QVERIFY(changes.add(change(2)));
        UntoldChanges later(path());
        QVERIFY(later.open());
        QCOMPARE(names(later), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(later.changes().front().facts, change(1).facts);
        QCOMPARE(later.changes().front().at, change(1).at);
        QVERIFY(later.clear());
        UntoldChanges last(path());
        QVERIFY(last.open());
        QVERIFY(last.isEmpty());
    }

    void ofVeryManyTheFirstAndTheLastAreKept()
    {
        UntoldChanges changes(path());
        const int all = int(UntoldChanges::Most) + 10;
        for (int i = 0; i < all; ++i)
            QVERIFY(changes.add(change(i)));
        QCOMPARE(changes.changes().size(), UntoldChanges::Most);
        QCOMPARE(names(changes).first(), u"0"_s);
        QCOMPARE(names(changes).at(UntoldChanges::Most / 2 - 1), QString::number(UntoldChanges::Most / 2 - 1));
        QCOMPARE(names(changes).last(), QString::number(all - 1));
    }

    void aDamagedFileIsPutAside()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly) && file.write("nonsense") > 0);
        file.close();
        UntoldChanges changes(path());
        QCOMPARE(changes.open().error().code, ErrorCode::StorageFailed);
        QVERIFY(QFile::exists(path() + u".damaged"_s));
        QVERIFY(changes.add(change(1)));
        QVERIFY(UntoldChanges(path()).open());
    }

    void whatCannotBeWrittenIsStillTold()
    {
        UntoldChanges changes(m_folder->filePath(u"missing/untold"_s));
        QCOMPARE(changes.add(change(1)).error().code, ErrorCode::StorageFailed);
        QCOMPARE(names(changes), QStringList(u"1"_s));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"untold"_s); }
    static Message::DeviceIsolation change(int number)
    {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'000 + number, QTimeZone::UTC);
        return {{.state = IsolationState::Partly, .shortfalls = {{IsolationGap::Device, u"tun0"_s}}},
            IsolationCause::RulesChanged, QString::number(number), at};
    }
    static QStringList names(const UntoldChanges &changes)
    {
        QStringList list;
        for (const Message::DeviceIsolation &one : changes.changes())
            list += one.by;
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(UntoldChangesTest)
#include "tst_untoldchanges.moc"
