// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activityquery.h"

#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

/// What is typed into the search box of the activity.
class TestActivityQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreLookedFor_data();
    void wordsAreLookedFor();
    void partsLimit();
    void whatMeansNothingIsSaid_data();
    void whatMeansNothingIsSaid();

private:
    static ActivityQuery parse(const QString &typed)
    {
        return ActivityQuery::parse(
            typed, [](const QString &name) { return name == "desk-1"_L1 ? DeviceId(u"d1"_s) : DeviceId(); },
            QTimeZone::fromSecondsAheadOfUtc(9 * 3600));
    }
};

void TestActivityQuery::wordsAreLookedFor_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("what");
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("words") << u" two  words "_s << u"two words"_s;
    QTest::newRow("a wide blank") << u"不正な\u3000プログラム"_s << u"不正な プログラム"_s;
    QTest::newRow("beside a limit") << u"user:ada evil"_s << u"evil"_s;
    QTest::newRow("another colon") << u"C:\\Windows http://x"_s << u"C:\\Windows http://x"_s;
    QTest::newRow("a limit that is being typed") << u"user: evil"_s << u"evil"_s;
}

void TestActivityQuery::wordsAreLookedFor()
{
    QFETCH(QString, typed);
    QFETCH(QString, what);
    QCOMPARE(parse(typed).filter.what, what);
    QVERIFY(parse(typed).unclear.isEmpty());
}

void TestActivityQuery::partsLimit()
{
    const auto query = parse(u"User:ada device:desk-1 outcome:failed from:2026-11-26 until:2026-11-26T17:00:00Z"_s);
    QVERIFY(query.unclear.isEmpty());
    QCOMPARE(query.filter.user, u"ada"_s);
    QCOMPARE(query.filter.device, DeviceId(u"d1"_s));
    QCOMPARE(query.filter.outcome, ActivityOutcome::Failed);
    QCOMPARE(query.filter.from, QDateTime(QDate(2026, 11, 25), QTime(15, 0), QTimeZone::UTC));
    QCOMPARE(query.filter.until, QDateTime(QDate(2026, 11, 26), QTime(17, 0), QTimeZone::UTC));
    QVERIFY(query.filter.what.isEmpty());
}

void TestActivityQuery::whatMeansNothingIsSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("unclear");
    QTest::newRow("no device") << u"device:none"_s << QStringList{u"device:none"_s};
    QTest::newRow("no outcome") << u"evil outcome:good"_s << QStringList{u"outcome:good"_s};
    QTest::newRow("no time") << u"from:yesterday"_s << QStringList{u"from:yesterday"_s};
    QTest::newRow("signs") << u"--- \"*\""_s << QStringList{u"---"_s, u"\"*\""_s};
}

void TestActivityQuery::whatMeansNothingIsSaid()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, unclear);
    QCOMPARE(parse(typed).unclear, unclear);
}

QTEST_GUILESS_MAIN(TestActivityQuery)
#include "tst_activityquery.moc"
