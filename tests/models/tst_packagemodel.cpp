// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/package/packagemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class PackageModelTest final : public QObject
{
    Q_OBJECT

    [[nodiscard]] static std::vector<PackageMember> members(int count)
    {
        std::vector<PackageMember> members;
        for (int i = 0; i < count; ++i) {
            PackageMember member;
            member.path = u"[root]/var/%1/%2.log"_s.arg(i % 7).arg(i);
            member.size = (i * 7919) % 1000;
            members.push_back(member);
        }
        return members;
    }
    [[nodiscard]] static QStringList paths(const PackageModel &model)
    {
        QStringList paths;
        for (int row = 0; row < model.rowCount(); ++row)
            paths += model.at(row).path;
        return paths;
    }

private Q_SLOTS:
    void filtersAndSorts()
    {
        PackageModel model;
        const QAbstractItemModelTester tester(&model);
        model.setMembers(members(10));
        model.setName(u"VAR/1"_s);
        QCOMPARE(paths(model), (QStringList{u"[root]/var/1/1.log"_s, u"[root]/var/1/8.log"_s}));
        model.sort(PackageModel::Size, Qt::DescendingOrder);
        QCOMPARE(paths(model).first(), u"[root]/var/1/1.log"_s); // 919 bytes, 352
        model.setName({});
        PackageMatches matches;
        matches.members = {{3, 5}, {8, 2}, {9, 7}};
        model.setMatches(matches);
        QCOMPARE(model.rowCount(), 3);
        model.sort(PackageModel::Matches, Qt::DescendingOrder);
        QCOMPARE(model.placeOf(0), 9);
        QCOMPARE(model.index(0, PackageModel::Matches).data().toString(), u"7"_s);
        model.setMatches({});
        model.sort(-1);
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.placeOf(9), 9);
    }

    /// An index that is kept stays with its member, or ends with it.
    void indexesStayWithTheirMembers()
    {
        PackageModel model;
        const QAbstractItemModelTester tester(&model);
        model.setMembers(members(10));
        const QPersistentModelIndex kept = model.index(8, 0);
        model.sort(PackageModel::Path, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), u"[root]/var/1/8.log"_s);
        model.setName(u"8.log"_s);
        QCOMPARE(kept.row(), 0);
        model.setName(u"9.log"_s);
        QVERIFY(!kept.isValid());
    }

    /// Many are arranged elsewhere: nobody who types is held up, and what is shown in the end is what was wished last.
    void manyAreArrangedWithoutWaiting()
    {
        constexpr int Many = 500'000;
        PackageModel model;
        model.setMembers(members(Many));
        QTRY_COMPARE(model.rowCount(), Many);
        qint64 longest = 0;
        QElapsedTimer timer;
        for (const QString &typed : {u"9"_s, u"99"_s, u"999"_s, u"9999"_s}) {
            timer.start();
            model.setName(typed);
            longest = std::max(longest, timer.elapsed());
        }
        timer.start();
        model.sort(PackageModel::Path, Qt::DescendingOrder);
        longest = std::max(longest, timer.elapsed());
        QTRY_COMPARE(model.rowCount(), 95); // as many numbers below 500,000 hold 9999
        QTRY_COMPARE(model.at(0).path, u"[root]/var/6/99994.log"_s);
        qInfo("held up for at most %lld ms", longest);
        QCOMPARE_LT(longest, 16);
    }

    /// A new list is not mixed with what was made of the old one.
    void whatIsLateIsLeftOut()
    {
        PackageModel model;
        model.setMembers(members(100'000));
        model.setName(u"1"_s);
        model.setMembers(members(5));
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
        QCoreApplication::processEvents();
        QCOMPARE(paths(model), QStringList{u"[root]/var/1/1.log"_s});
    }
};

QTEST_GUILESS_MAIN(PackageModelTest)
#include "tst_packagemodel.moc"
