// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/administration/byteamount.h"
#include "models/administration/recordtable.h"
#include "models/administration/settingrow.h"
#include "models/administration/taguse.h"
#include "models/administration/typedlist.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

struct Item {
    QString name;
    int value = 0;

    bool operator==(const Item &) const = default;
};

using Items = RecordTable<Item>;

QString keyOfItem(const Item &item)
{
    return item.name;
}

/// Some of ten names, each once, in any order.
std::vector<Item> randomItems(QRandomGenerator &random)
{
    std::vector<Item> items;
    for (int name = 0; name < 10; ++name) {
        if (random.bounded(2))
            items.push_back({QString::number(name), int(random.bounded(3))});
    }
    std::shuffle(items.begin(), items.end(), random);
    return items;
}

} // namespace

/// What administrators see, before there are words for it.
class AdministrationModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatStaysKeepsItsRow()
    {
        Items items(2, keyOfItem);
        items.assign({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        const QPersistentModelIndex chosen = items.index(1, 0);
        QSignalSpy changes(&items, &QAbstractItemModel::dataChanged);
        QSignalSpy moves(&items, &QAbstractItemModel::rowsMoved);
        items.assign({{u"a"_s, 1}, {u"b"_s, 2}, {u"c"_s, 3}});
        QCOMPARE(changes.size() + moves.size(), 0); // nothing differs
        items.assign({{u"c"_s, 3}, {u"x"_s, 9}, {u"b"_s, 7}});
        QCOMPARE(chosen.row(), 2);
        QCOMPARE(items.record(2)->value, 7);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(items.find(u"x"_s)->value, 9);
        QVERIFY(!items.find(u"a"_s));
        QCOMPARE(items.rowOf(u"a"_s), -1);
    }

    void twiceTheSameIsOne()
    {
        Items items(1, keyOfItem);
        items.assign({{u"a"_s, 1}, {u"a"_s, 2}});
        QCOMPARE(items.rowCount(), 1);
        QCOMPARE(items.record(0)->value, 1);
    }

    void anyListBecomesAnyOther()
    {
        QRandomGenerator random(7);
        Items items(3, keyOfItem);
        const QAbstractItemModelTester tester(&items);
        for (int round = 0; round < 300; ++round) {
            QHash<QString, QPersistentModelIndex> rows;
            for (const Item &item : items.records())
                rows.insert(item.name, items.index(items.rowOf(item.name), 0));
            const std::vector<Item> wanted = randomItems(random);
            items.assign(wanted);
            QCOMPARE(items.records(), wanted);
            for (const auto &[name, index] : rows.asKeyValueRange())
                QCOMPARE(index.row(), items.rowOf(name));
        }
    }

    void settingsStandInTheirOrder()
    {
        const SettingChange change{u"user-session-limit"_s, u"aya"_s, QDateTime::currentDateTimeUtc(), u"10"_s};
        const auto rows = settingRows(
            {{u"from-the-future"_s, u"7"_s}, {u"user-session-limit"_s, u"4"_s}, {u"live-response"_s, u"true"_s}},
            {change});
        QCOMPARE(rows.size(), size_t(3));
        QCOMPARE(rows.at(0).key, u"live-response"_s);
        QVERIFY(!rows.at(0).change);
        QCOMPARE(rows.at(1).change->by, u"aya"_s);
        QCOMPARE(rows.at(2).key, u"from-the-future"_s);
        QVERIFY(!rows.at(2).spec());
    }

    void bytesLoseNothing_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<int>("unit");
        QTest::newRow("none") << qint64(0) << qint64(0) << 0;
        QTest::newRow("odd") << qint64(1025) << qint64(1025) << 0;
        QTest::newRow("KiB") << qint64(1536) * 1024 << qint64(1536) << 1;
        QTest::newRow("GiB") << qint64(10) * 1024 * 1024 * 1024 << qint64(10) << 3;
        QTest::newRow("beyond the last unit") << (qint64(1) << 50) << qint64(1024) << 4;
    }
    void bytesLoseNothing()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, number);
        QFETCH(int, unit);
        QCOMPARE(byteAmount(bytes), (ByteAmount{number, unit}));
        QCOMPARE(bytesOf({number, unit}), bytes);
    }

    void tooManyBytesAreNone()
    {
        QVERIFY(!bytesOf({std::numeric_limits<qint64>::max() / 1024 + 1, 1}));
        QVERIFY(!bytesOf({-1, 2}));
        QVERIFY(bytesOf({1024, 4}));
    }

    void tagsAreCounted()
    {
        DeviceRecord one;
        one.tags = {u"server"_s, u"berlin"_s};
        DeviceRecord other;
        other.tags = {u"server"_s};
        QCOMPARE(tagUses({one, other}), (std::vector<TagUse>{{u"berlin"_s, 1}, {u"server"_s, 2}}));
        QVERIFY(tagUses({}).empty());
    }

    void listsAreTypedInAnyScript()
    {
        QCOMPARE(typedValues(u" a , b b ,,a"_s), (QStringList{u"a"_s, u"b b"_s}));
        QCOMPARE(typedValues(u"経理、総務，営業"_s), (QStringList{u"経理"_s, u"総務"_s, u"営業"_s}));
        QCOMPARE(typedValues({}), QStringList());
        QCOMPARE(typedList({u"a"_s, u"b"_s}), u"a, b"_s);
    }
};

QTEST_GUILESS_MAIN(AdministrationModelsTest)

#include "tst_administrationmodels.moc"
