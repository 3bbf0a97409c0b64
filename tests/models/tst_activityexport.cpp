// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activityexport.h"
#include "models/activity/ocsf.h"
#include "tests/protocol/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

/// What was done, as other programs read it.
class TestActivityExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventIsValid_data();
    void everyEventIsValid();
    void eventsAreOfTheirClass_data();
    void eventsAreOfTheirClass();
    void whoApprovesHasNotDoneIt();
    void formulasAreHarmless();

private:
    QString flawOf(const QJsonObject &object, const QJsonObject &description, const QString &where) const;

    QJsonObject m_schema;
};

namespace {

std::vector<ActivityRecord> recordsOf(const JournalEvent &event)
{
    std::vector<ActivityRecord> records;
    for (const bool isBare : {false, true}) {
        JournalEntry entry{7, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::UTC),
            isBare ? u"service"_s : u"ada"_s, isBare ? DeviceId() : DeviceId(u"d1"_s), SessionId(isBare ? 0 : 3),
            CommandId(isBare ? 0 : 4), event, {}, {}};
        auto record = activityOf(entry);
        for (int outcome = 0; record && outcome <= int(ActivityOutcome::Happened); ++outcome) {
            record->outcome = ActivityOutcome(outcome);
            records.push_back(*record);
        }
    }
    return records;
}

/// Each with its default values, too.
template<typename... Ts>
std::vector<JournalEvent> everyEvent(const std::variant<Ts...> *)
{
    std::vector<JournalEvent> events = Samples::events();
    (events.emplace_back(Ts{}), ...);
    return events;
}

OcsfSource source()
{
    return {u"acme"_s, u"soc.example:8443"_s, [](const DeviceId &) { return u"desk-1"_s; }};
}

} // namespace

void TestActivityExport::initTestCase()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/ocsf-1.8.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_schema = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(m_schema.value("schema"_L1).toString(), u"1.8.0"_s);
}

/// Empty when an object is as the schema says: nothing unknown, nothing missing, and numbers that there are.
QString TestActivityExport::flawOf(
    const QJsonObject &object, const QJsonObject &description, const QString &where) const
{
    const QJsonObject attributes = description.value("attributes"_L1).toObject();
    for (auto at = attributes.begin(); at != attributes.end(); ++at) {
        if (at.value()["required"_L1].toBool() && !object.contains(at.key()))
            return u"%1 lacks %2"_s.arg(where, at.key());
    }
    const QJsonObject constraints = description.value("constraints"_L1).toObject();
    const QJsonArray some = constraints.value("at_least_one"_L1).toArray();
    const auto isThere = [&object](const QJsonValue &name) { return object.contains(name.toString()); };
    if (!some.isEmpty() && std::ranges::none_of(some, isThere))
        return u"%1 has none of what it must have one of"_s.arg(where);
    for (auto at = object.begin(); at != object.end(); ++at) {
        const QJsonObject attribute = attributes.value(at.key()).toObject();
        if (attribute.isEmpty())
            return u"%1 must not have %2"_s.arg(where, at.key());
        const QJsonArray allowed = attribute.value("enum"_L1).toArray();
        if (!allowed.isEmpty() && !allowed.contains(at.value()))
            return u"%1.%2 must not be %3"_s.arg(where, at.key(), at.value().toVariant().toString());
        const QString type = attribute.value("type"_L1).toString();
        const bool isList = attribute.value("array"_L1).toBool();
        const QJsonObject inner = m_schema["objects"_L1][type].toObject();
        const QJsonArray values = isList ? at.value().toArray() : QJsonArray{at.value()};
        for (const QJsonValue value : values) {
            if (attribute.value("object"_L1).toBool() && !value.isObject())
                return u"%1.%2 is no object"_s.arg(where, at.key());
            if (type == "string_t"_L1 && !value.isString())
                return u"%1.%2 is no text"_s.arg(where, at.key());
            if ((type == "integer_t"_L1 || type == "timestamp_t"_L1 || type == "long_t"_L1) && !value.isDouble())
                return u"%1.%2 is no number"_s.arg(where, at.key());
            const QString flaw = inner.isEmpty() ? QString() : flawOf(value.toObject(), inner, where + u'.' + at.key());
            if (!flaw.isEmpty())
                return flaw;
        }
    }
    return {};
}

void TestActivityExport::everyEventIsValid_data()
{
    QTest::addColumn<size_t>("place");
    const auto events = everyEvent(static_cast<const JournalEvent::variant *>(nullptr));
    for (size_t i = 0; i < events.size(); ++i)
        QTest::addRow("%s %zu", qPrintable(eventName(events.at(i))), i) << i;
}

void TestActivityExport::everyEventIsValid()
{
    QFETCH(size_t, place);
    const auto events = everyEvent(static_cast<const JournalEvent::variant *>(nullptr));
    const QJsonObject classes = m_schema.value("classes"_L1).toObject();
    for (const ActivityRecord &record : recordsOf(events.at(place))) {
        const QJsonObject event = toOcsf(record, source());
        const auto isItsClass = [&event](
                                    const QJsonValue &one) { return one["uid"_L1] == event.value("class_uid"_L1); };
        const auto found = std::ranges::find_if(classes, isItsClass);
        QVERIFY2(found != classes.end(), qPrintable(record.kind));
        QCOMPARE(event.value("category_uid"_L1), (*found)["category_uid"_L1]);
        QCOMPARE(event.value("type_uid"_L1).toInt(),
            event.value("class_uid"_L1).toInt() * 100 + event.value("activity_id"_L1).toInt());
        const QString flaw = flawOf(event, found->toObject(), record.kind);
        QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
    }
}

void TestActivityExport::eventsAreOfTheirClass_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("type");
    QTest::newRow("a command") << u"command-accepted"_s << u"processes"_s << 600399;
    QTest::newRow("a sign-in") << u"signed-in"_s << u"192.0.2.1"_s << 300201;
    QTest::newRow("a new user") << u"user-added"_s << u"ben (x)"_s << 300101;
    QTest::newRow("a setting") << u"setting-changed"_s << u"live-response: true → false"_s << 300403;
    QTest::newRow("an upload") << u"library-file-stored"_s << u"a.sh"_s << 600601;
    QTest::newRow("an isolation") << u"act-planned"_s << u"isolate device d1"_s << 700101;
    QTest::newRow("a remediation") << u"act-planned"_s << u"remediate file /x"_s << 700102;
    QTest::newRow("an undo") << u"act-planned"_s << u"undo file /x"_s << 700103;
    QTest::newRow("what a later version knows") << u"something-new"_s << QString() << 600399;
}

void TestActivityExport::eventsAreOfTheirClass()
{
    QFETCH(QString, kind);
    QFETCH(QString, what);
    QFETCH(int, type);
    const ActivityRecord record{
        7, QDateTime::currentDateTimeUtc(), u"ada"_s, DeviceId(u"d1"_s), SessionId(3), CommandId(4), kind, what};
    QCOMPARE(toOcsf(record, source()).value("type_uid"_L1).toInt(), type);
}

void TestActivityExport::whoApprovesHasNotDoneIt()
{
    ActivityRecord record{7, QDateTime::currentDateTimeUtc(), u"sam"_s, DeviceId(u"d1"_s), SessionId(3), CommandId(4),
        u"approval-decided"_s, u"getfile /etc/hosts (seen)"_s};
    const auto operation = [&record] {
        return toOcsf(record, source()).value("api"_L1).toObject().value("operation"_L1).toString();
    };
    QCOMPARE(operation(), u"approval-decided"_s);
    record.kind = u"cancel-asked"_s;
    QCOMPARE(operation(), u"cancel-asked"_s);
    record.kind = u"command-accepted"_s;
    QCOMPARE(operation(), u"getfile"_s);
}

void TestActivityExport::formulasAreHarmless()
{
    const ActivityRecord record{7, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::UTC), u"ada"_s,
        DeviceId(u"d1"_s), SessionId(3), CommandId(4), u"command-rejected"_s, u"=cmd|'/c calc'!A0"_s,
        ActivityOutcome::Refused};
    const auto name = [](const DeviceId &) { return u"+desk"_s; };
    const QString csv = activityCsv({record}, name, true);
    QCOMPARE(csv.count(u'\n'), 2);
    QVERIFY(csv.startsWith(u"entry,time,user"));
    QVERIFY2(csv.contains(u"'=cmd") && csv.contains(u"'+desk"), qPrintable(csv));
    QCOMPARE(activityCsv({record}, name, false), csv.section(u'\n', 1));
}

QTEST_GUILESS_MAIN(TestActivityExport)
#include "tst_activityexport.moc"
