// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/devicerecord.h"
#include "protocol/time/timetext.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// One moment reads the same wherever it is shown.
class TestTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { TimeText::setShownZone(ShownZone::Utc); }

    void isShownInUtcUntilSomebodyChooses()
    {
        QCOMPARE(TimeText().text(Moment), u"2026-11-26 17:12:06"_s);
        QCOMPARE(TimeText().withZone(Moment), u"2026-11-26 17:12:06 UTC"_s);
        QCOMPARE(TimeText().exact(Moment), u"2026-11-26 17:12:06.004 UTC"_s);
        QCOMPARE(TimeText().clock(Moment), u"17:12:06.004 UTC"_s);
        QCOMPARE(TimeText(deviceIn(u"Asia/Tokyo"_s)).text(Moment), u"2026-11-26 17:12:06"_s);
    }

    void isTheDevicesWhenThatIsChosen()
    {
        TimeText::setShownZone(ShownZone::Device);
        QCOMPARE(TimeText(deviceIn(u"Asia/Tokyo"_s)).withZone(Moment), u"2026-11-27 02:12:06 Asia/Tokyo"_s);
        QCOMPARE(TimeText().withZone(Moment), u"2026-11-26 17:12:06 UTC"_s); // about no device
        QCOMPARE(TimeText(DeviceFacts{}).zoneName(), u"UTC"_s);              // an agent of an earlier version
    }

    void fallsBackToTheOffsetOfAZoneNobodyKnows()
    {
        TimeText::setShownZone(ShownZone::Device);
        DeviceFacts device = deviceIn(u"Mars/Olympus"_s);
        QCOMPARE(TimeText(device).zoneName(), u"UTC"_s);
        device.utcOffset = 9 * 3600;
        QCOMPARE(TimeText(device).withZone(Moment), u"2026-11-27 02:12:06 UTC+09:00"_s);
        device.utcOffset = 99 * 3600; // nonsense
        QCOMPARE(TimeText(device).zoneName(), u"UTC"_s);
    }

    void isOfThisMachineWhenThatIsChosen()
    {
#ifdef Q_OS_WIN
        QSKIP("TZ does not choose the zone of Windows");
#endif
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        TimeText::setShownZone(ShownZone::Local);
        QCOMPARE(TimeText().withZone(Moment), u"2026-11-26 12:12:06 America/New_York"_s);
        QCOMPARE(TimeText().withZone(Moment.addMonths(-5)), u"2026-06-26 13:12:06 America/New_York"_s);
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    }

    void namesTheOtherZonesOnce()
    {
#ifdef Q_OS_WIN
        QSKIP("TZ does not choose the zone of Windows");
#endif
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Europe/Paris");
        QStringList names;
        for (const TimeText &other : TimeText(deviceIn(u"Asia/Tokyo"_s)).others())
            names += other.zoneName();
        QCOMPARE(names, (QStringList{u"Europe/Paris"_s, u"Asia/Tokyo"_s}));
        qputenv("TZ", "UTC");
        QVERIFY(TimeText(deviceIn(u"Etc/UTC"_s)).others().isEmpty());
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    }

    void readsWhatADeviceWrote_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("shown");
        QTest::newRow("usual") << u"2026-11-26T17:12:06.004Z"_s << u"2026-11-26 17:12:06"_s;
        QTest::newRow("without milliseconds") << u"2026-11-26T17:12:06Z"_s << u"2026-11-26 17:12:06"_s;
        QTest::newRow("in a zone") << u"2026-11-27T02:12:06.004+09:00"_s << u"2026-11-26 17:12:06"_s;
        QTest::newRow("before the epoch") << u"1969-12-31T23:59:59.999Z"_s << u"1969-12-31 23:59:59"_s;
        QTest::newRow("no time") << u"yesterday"_s << u"yesterday"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void readsWhatADeviceWrote()
    {
        QFETCH(QString, written);
        QFETCH(QString, shown);
        QCOMPARE(TimeText().text(written), shown);
        TimeText::setShownZone(ShownZone::Device);
        const TimeText tokyo(deviceIn(u"Asia/Tokyo"_s));
        QCOMPARE(tokyo.text(written),
            tokyo.text(QDateTime::fromString(written, Qt::ISODateWithMs)) == u"—"_s
                ? written
                : tokyo.text(QDateTime::fromString(written, Qt::ISODateWithMs)));
    }

    /// A kernel that counts in hundredths knows no milliseconds.
    void saysNoMoreDigitsThanAreKnown()
    {
        const TimeText utc(QTimeZone::UTC);
        const QString told = u"2026-11-26T17:12:06.04Z"_s;
        QVERIFY(TimeText::isIso(told));
        QVERIFY(!TimeText::isIso(u"2026-11-26T17:12:06.4Z"_s));
        QCOMPARE(utc.text(told), u"2026-11-26 17:12:06"_s);
        const auto time = QDateTime::fromString(told, Qt::ISODateWithMs);
        QCOMPARE(utc.exact(time, TimeText::digitsOf(told)), u"2026-11-26 17:12:06.04 UTC"_s);
        QCOMPARE(utc.exact(Moment, TimeText::digitsOf(TimeText::iso(Moment))), u"2026-11-26 17:12:06.004 UTC"_s);
    }

    void saysWhenThereIsNoTime()
    {
        for (const QString &text : {TimeText().text(QDateTime()), TimeText().withZone({}), TimeText().exact({})})
            QCOMPARE(text, u"—"_s);
        QCOMPARE(TimeText::iso({}), QString());
        QCOMPARE(TimeText::iso(Moment), u"2026-11-26T17:12:06.004Z"_s);
    }

    void onlyOnePlaceMakesTextsOfTimes();

private:
    static DeviceFacts deviceIn(const QString &zone)
    {
        DeviceFacts facts;
        facts.timeZone = zone;
        return facts;
    }

    const QDateTime Moment = QDateTime(QDate(2026, 11, 26), QTime(17, 12, 6, 4), QTimeZone::UTC);
};

void TestTimes::onlyOnePlaceMakesTextsOfTimes()
{
    // The ways in which Qt makes a text of a time, or a time of another zone for one.
    static const QRegularExpression ways(
        uR"(\b(Short|Long|Narrow)Format\b|toString\([^()]*(ISODate|RFC2822Date|TextDate|[yH]{2}|[h]{1,2}:)|toLocalTime\(|toOffsetFromUtc\(|QTimeZone::LocalTime)"_s);
    // A zip's directory has the local time of who packs it, by its specification.
    static const QStringList exempt{u"controllers/downloads/encryptedzip.cpp"_s};
    const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
    QStringList found;
    int files = 0;
    for (const auto &layer : {u"models"_s, u"controllers"_s, u"ui"_s}) {
        QDirIterator sources(root.filePath(layer), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            const QString path = root.relativeFilePath(file.fileName());
            QVERIFY(file.open(QFile::ReadOnly));
            ++files;
            if (const auto match = ways.match(QString::fromUtf8(file.readAll()));
                match.hasMatch() && !exempt.contains(path))
                found += path + u": "_s + match.captured();
        }
    }
    QVERIFY(files > 300);
    QVERIFY2(found.isEmpty(), qPrintable(u"use protocol/time/timetext.h instead:\n"_s + found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTimes)

#include "tst_times.moc"
