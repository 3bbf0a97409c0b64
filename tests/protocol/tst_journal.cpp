// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

/// What the hash chain stands on.
class TestJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashIsStable();
    void hashChangesWithEachField_data();
    void hashChangesWithEachField();
    void hashChangesWithEachFactOfAnEvent_data();
    void hashChangesWithEachFactOfAnEvent();
    void hashDoesNotDependOnItself();
    void timeZoneDoesNotMatter();
    void jsonTellsEverything();
};

namespace {

JournalEntry accepted()
{
    return {.number = 42,
        .time = QDateTime::fromMSecsSinceEpoch(1'763'000'000'123, QTimeZone::UTC),
        .actor = u"mara"_s,
        .device = DeviceId(u"00112233445566778899aabbccddeeff"_s),
        .session = SessionId(7),
        .command = CommandId(1234),
        .event = Event::CommandAccepted{.line = u"dir /etc json"_s, .invocation = *parseLine(u"dir /etc json"_s)},
        .previous = QByteArray(32, '\x11'),
        .hash = {}};
}

/// Whether an entry's hash changes when this member of its event is its default again.
template<size_t Index, typename T>
bool counts(const T &event)
{
    T changed = event;
    T fresh;
    std::get<Index>(Members::tie(changed)) = std::get<Index>(Members::tie(fresh));
    return entryHash(Samples::entry(changed)) != entryHash(Samples::entry(event));
}

using Change = std::function<void(JournalEntry &)>;

} // namespace

void TestJournal::hashIsStable()
{
    // A journal kept by one version is verified by every later one: when this changes, old journals break.
    QCOMPARE(entryHash(accepted()).toHex(), "a2506d8c9d3d1ec87ad1ee290a8a5990184fd58b17b09e1537f8373d61a2630d"_ba);
}

void TestJournal::hashChangesWithEachField_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("number") << Change([](JournalEntry &entry) { ++entry.number; });
    QTest::newRow("time") << Change([](JournalEntry &entry) { entry.time = entry.time.addMSecs(1); });
    QTest::newRow("actor") << Change([](JournalEntry &entry) { entry.actor = u"nora"_s; });
    QTest::newRow("device") << Change([](JournalEntry &entry) { entry.device = {}; });
    QTest::newRow("session") << Change([](JournalEntry &entry) { entry.session = SessionId(8); });
    QTest::newRow("command") << Change([](JournalEntry &entry) { entry.command = CommandId(1235); });
    QTest::newRow("event") << Change([](JournalEntry &entry) { entry.event = Event::CommandSent{}; });
    QTest::newRow("previous") << Change([](JournalEntry &entry) { entry.previous[31] = '\x10'; });
}

void TestJournal::hashChangesWithEachField()
{
    QFETCH(Change, change);
    JournalEntry entry = accepted();
    const QByteArray before = entryHash(entry);
    change(entry);
    QVERIFY(entryHash(entry) != before);
}

void TestJournal::hashChangesWithEachFactOfAnEvent_data()
{
    QTest::addColumn<size_t>("index");
    const auto events = Samples::events();
    for (size_t i = 0; i < events.size(); ++i)
        QTest::newRow(qPrintable(eventName(events.at(i)))) << i;
}

void TestJournal::hashChangesWithEachFactOfAnEvent()
{
    QFETCH(size_t, index);
    std::visit(
        []<typename T>(const T &event) {
            [&]<size_t... I>(std::index_sequence<I...>) { QVERIFY((counts<I>(event) && ...)); }(
                std::make_index_sequence<Members::count<T>>{});
        },
        Samples::events().at(index));
}

void TestJournal::hashDoesNotDependOnItself()
{
    JournalEntry entry = accepted();
    const QByteArray before = entryHash(entry);
    QCOMPARE(before.size(), 32);
    entry.hash = before;
    QCOMPARE(entryHash(entry), before);
}

void TestJournal::timeZoneDoesNotMatter()
{
    JournalEntry entry = accepted();
    const QByteArray before = entryHash(entry);
    entry.time = entry.time.toOffsetFromUtc(9 * 3600);
    QCOMPARE(entryHash(entry), before);
}

void TestJournal::jsonTellsEverything()
{
    JournalEntry entry = accepted();
    entry.hash = entryHash(entry);
    const QJsonObject json = toJson(entry);
    QCOMPARE(json.value(u"number"_s).toInteger(), 42);
    QCOMPARE(json.value(u"time"_s).toString(), u"2025-11-13T02:13:20.123Z"_s);
    QCOMPARE(json.value(u"actor"_s).toString(), u"mara"_s);
    QCOMPARE(json.value(u"session"_s).toInteger(), 7);
    QCOMPARE(json.value(u"command"_s).toInteger(), 1234);
    QCOMPARE(json.value(u"event"_s).toString(), u"command-accepted"_s);
    QCOMPARE(json.value(u"facts"_s).toObject().value(u"line"_s).toString(), u"dir /etc json"_s);
    QCOMPARE(json.value(u"previous"_s).toString(), u"11"_s.repeated(32));
    QCOMPARE(json.value(u"hash"_s).toString(), QString::fromLatin1(entryHash(entry).toHex()));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
