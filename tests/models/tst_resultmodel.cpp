// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/cellformat.h"
#include "models/result/jsontext.h"
#include "models/result/resultsort.h"
#include "models/session/commandoutput.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// One column of every type, the first one a name.
const CommandSpec &testCommand()
{
    static const CommandSpec command{.verb = u"test"_s,
        .needs = {Scope::Self, {}},
        .columns = {{u"name"_s}, {u"size"_s, ValueType::Size}, {u"time"_s, ValueType::Time},
            {u"address"_s, ValueType::Address}, {u"inner.detail"_s, ValueType::Path, false}}};
    return command;
}

QCborArray row(const QCborValue &name, const QCborValue &size = nullptr, const QCborValue &time = nullptr,
    const QCborValue &address = nullptr, const QCborValue &detail = nullptr)
{
    return {name, size, time, address, detail};
}

ResultRows column(std::initializer_list<QCborValue> cells)
{
    ResultRows rows;
    for (const QCborValue &cell : cells)
        rows.push_back({cell});
    return rows;
}

ResultRows randomRows(int count)
{
    QRandomGenerator random(11);
    ResultRows rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(
            row(QString::number(random.generate(), 36), random.bounded(1'000'000), nullptr, nullptr, u"/p"_s));
    return rows;
}

QStringList names(const ResultModel &model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all.append(model.index(i, 0).data().toString());
    return all;
}

} // namespace

class ResultModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sorts_data()
    {
        QTest::addColumn<ResultRows>("rows");
        QTest::addColumn<int>("type");
        QTest::addColumn<std::vector<int>>("ascending");
        QTest::addColumn<std::vector<int>>("descending");
        using Order = std::vector<int>;
        const QCborValue null = nullptr;

        QTest::newRow("integers, nulls last")
            << column({30, null, -5, 4}) << int(ValueType::Integer) << Order{2, 3, 0, 1} << Order{0, 3, 2, 1};
        QTest::newRow("large integers exactly") << column({9007199254740993LL, 9007199254740992LL, 9007199254740994LL})
                                                << int(ValueType::Size) << Order{1, 0, 2} << Order{2, 0, 1};
        QTest::newRow("doubles with integers")
            << column({2, 1.5, -0.25, 1}) << int(ValueType::Duration) << Order{2, 3, 1, 0} << Order{0, 1, 3, 2};
        QTest::newRow("booleans") << column({true, false, null, true}) << int(ValueType::Boolean) << Order{1, 0, 3, 2}
                                  << Order{0, 3, 1, 2};
        QTest::newRow("text, any case") << column({u"b"_s, u"A"_s, u"C"_s, u""_s}) << int(ValueType::Text)
                                        << Order{3, 1, 0, 2} << Order{2, 0, 1, 3};
        QTest::newRow("text beyond the prefix") << column({u"/usr/share/b"_s, u"/usr/share/a"_s, u"/usr"_s})
                                                << int(ValueType::Path) << Order{2, 1, 0} << Order{0, 1, 2};
        QTest::newRow("equal rows keep their order")
            << column({u"x"_s, u"x"_s, u"x"_s}) << int(ValueType::Text) << Order{0, 1, 2} << Order{0, 1, 2};
        QTest::newRow("times") << column({u"2026-02-01T00:00:00.000Z"_s, u"2025-12-31T23:59:59.999Z"_s, null})
                               << int(ValueType::Time) << Order{1, 0, 2} << Order{0, 1, 2};
        QTest::newRow("addresses by number")
            << column({u"10.0.0.10"_s, u"::1"_s, u"9.9.9.9"_s, u"10.0.0.9"_s, u"fe80::1%eth0"_s, u"*"_s})
            << int(ValueType::Address) << Order{2, 3, 0, 1, 4, 5} << Order{5, 4, 1, 0, 3, 2};
        QTest::newRow("mixed types: numbers first")
            << column({u"text"_s, 5, null, u"also"_s, 1}) << int(ValueType::Text) << Order{4, 1, 3, 0, 2}
            << Order{0, 3, 1, 4, 2};
        QTest::newRow("bytes that are not UTF-8") << column({QByteArray("/b\xff"), u"/a"_s, u"/c"_s})
                                                  << int(ValueType::Path) << Order{1, 2, 0} << Order{0, 2, 1};
        QTest::newRow("arrays and maps") << column({QCborArray{u"b"_s}, QCborArray{u"a"_s}, QCborMap{{u"k"_s, 1}}})
                                         << int(ValueType::Object) << Order{1, 0, 2} << Order{2, 0, 1};
    }

    void sorts()
    {
        QFETCH(ResultRows, rows);
        QFETCH(int, type);
        const CommandSpec command{.verb = u"t"_s, .needs = {Scope::Self, {}}, .columns = {{u"c"_s, ValueType(type)}}};
        const ResultSnapshot snapshot(command, rows);
        QTEST(sortedRows(snapshot, {{0, Qt::AscendingOrder}}), "ascending");
        QTEST(sortedRows(snapshot, {{0, Qt::DescendingOrder}}), "descending");
    }

    void showsMainColumnsOrAll()
    {
        ResultTable table(testCommand());
        ResultModel model(table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.appendRows({row(u"a"_s, 1024, u"2026-11-21T10:00:00.000Z"_s, u"10.0.0.1"_s, u"/x y"_s)});
        QCOMPARE(model.columnCount(), 4);
        model.setAllColumns(true);
        QCOMPARE(model.columnCount(), 5);
        QCOMPARE(model.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), u"inner.detail"_s);
        QCOMPARE(model.index(0, 4).data(ResultModel::CommandTextRole).toString(), u"\"/x y\""_s);
        QCOMPARE(model.index(0, 1).data(ResultModel::PlainTextRole).toString(), u"1024"_s);
        QCOMPARE(model.index(0, 1).data(ResultModel::ValueTypeRole).toInt(), int(ValueType::Size));
    }

    void sortsWhileRowsCome()
    {
        ResultTable table(testCommand());
        ResultModel model(table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.appendRows({row(u"c"_s), row(u"a"_s)});
        model.sort(0, Qt::AscendingOrder);
        const QPersistentModelIndex selected = model.index(1, 0);
        table.appendRows({row(u"b"_s), row(u"d"_s)});
        QTRY_COMPARE(names(model), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(selected.data().toString(), u"c"_s);
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(names(model), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s}));
    }

    void sortsALargeResultOffThisThread()
    {
        ResultTable table(testCommand());
        ResultModel model(table);
        QSignalSpy busy(&model, &ResultModel::busyChanged);
        table.appendRows(randomRows(100'000));
        QElapsedTimer timer;
        timer.start();
        model.sort(1, Qt::AscendingOrder);
        QVERIFY(model.isBusy());
        table.appendRows({row(u"late"_s, -1)}); // came while sorting: found in its place in the end
        QTRY_VERIFY_WITH_TIMEOUT(!model.isBusy(), 60'000);
        qInfo("sorted in %lld ms", timer.elapsed());
        QCOMPARE(model.row(0).at(0).toString(), u"late"_s);
        for (int i = 1; i < model.rowCount(); ++i)
            QVERIFY(model.row(i - 1).at(1).toInteger() <= model.row(i).at(1).toInteger());
        QCOMPARE(busy.last().at(0).toBool(), false);
    }

    void aModelMayGoWhileItSorts()
    {
        ResultTable table(testCommand());
        table.appendRows(randomRows(50'000));
        auto model = std::make_unique<ResultModel>(table);
        model->sort(0, Qt::AscendingOrder);
        QVERIFY(model->isBusy());
        model.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCoreApplication::sendPostedEvents();
    }

    void neutralisesFormulas_data()
    {
        QTest::addColumn<QCborValue>("cell");
        QTest::addColumn<QString>("csv");

        QTest::newRow("formula") << QCborValue(u"=cmd|'/c calc'!A1"_s) << u"'=cmd|'/c calc'!A1"_s;
        QTest::newRow("plus") << QCborValue(u"+1+1"_s) << u"'+1+1"_s;
        QTest::newRow("minus in text") << QCborValue(u"-x"_s) << u"'-x"_s;
        QTest::newRow("at") << QCborValue(u"@SUM(A1)"_s) << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << QCborValue(u"\t=1"_s) << u"'\t=1"_s;
        QTest::newRow("carriage return") << QCborValue(u"\r=1"_s) << u"\"'\r=1\""_s;
        QTest::newRow("full-width equals") << QCborValue(u"＝1"_s) << u"'＝1"_s;
        QTest::newRow("full-width at") << QCborValue(u"＠x"_s) << u"'＠x"_s;
        QTest::newRow("a number is a number") << QCborValue(-5) << u"-5"_s;
        QTest::newRow("equals inside") << QCborValue(u"a=b"_s) << u"a=b"_s;
        QTest::newRow("quotes and commas") << QCborValue(u"say \"hi\", you"_s) << u"\"say \"\"hi\"\", you\""_s;
        QTest::newRow("line break") << QCborValue(u"a\nb"_s) << u"\"a\nb\""_s;
        QTest::newRow("null") << QCborValue(nullptr) << QString();
    }

    void neutralisesFormulas()
    {
        QFETCH(QCborValue, cell);
        QFETCH(QString, csv);
        const CommandSpec command{.verb = u"t"_s, .needs = {Scope::Self, {}}, .columns = {{u"c"_s}}};
        QCOMPARE(rowsToCsv(command, {{cell}}, false), u"c\r\n"_s + csv + u"\r\n"_s);
    }

    void jsonKeepsTheCataloguesOrder()
    {
        const QJsonObject object{{u"a_raw"_s, u"x"_s}, {u"a"_s, 1.5}, {u"z"_s, QJsonObject{{u"y"_s, 2}, {u"b"_s, 3}}},
            {u"m"_s, QJsonArray{QJsonObject{}, u"tab\t\u0001\"\\é"_s}}, {u"later"_s, true}, {u"none"_s, QJsonValue()}};
        const QByteArray text = jsonText(object, {u"none"_s, u"z.y"_s, u"z.b"_s, u"m"_s, u"a"_s});
        QCOMPARE(text,
            "{\n    \"none\": null,\n    \"z\": {\n        \"y\": 2,\n        \"b\": 3\n    },\n"
            "    \"m\": [\n        {},\n        \"tab\\t\\u0001\\\"\\\\é\"\n    ],\n"
            "    \"a\": 1.5,\n    \"a_raw\": \"x\",\n    \"later\": true\n}\n");
        QCOMPARE(QJsonDocument::fromJson(text).object(), object);
        const QString half = u"x\xD800y"_s;
        QCOMPARE(jsonText(QJsonArray{half}, {}), QJsonDocument(QJsonArray{half}).toJson());
        QCOMPARE(jsonText(QJsonArray{qint64(1) << 60, -0.1, 1e300}, {}),
            QJsonDocument(QJsonArray{qint64(1) << 60, -0.1, 1e300}).toJson());
        QCOMPARE(jsonText(QJsonArray(), {}), "[]\n");
    }

    void alignsText()
    {
        const ResultRows rows{
            row(u"日本"_s, 5, nullptr, u"::1"_s), row(u"evil\u202Ename"_s, 12'345, u"2026-11-26T17:12:06.004Z"_s)};
        QCOMPARE(rowsToText(testCommand(), rows),
            u"name               size  time (UTC)           address\n"
            u"日本                  5                       ::1\n"
            u"evil[U+202E]name  12345  2026-11-26 17:12:06\n"_s);
        CommandSpec record = testCommand();
        record.singleRow = true;
        QCOMPARE(rowsToText(record, {rows.front()}), u"name     日本\nsize     5\ntime\naddress  ::1\n"_s);
    }

    void makesJson()
    {
        const ResultRows rows{row(u"a"_s, 1, nullptr, nullptr, QByteArray("/b\xff"))};
        const QJsonObject object = rowsToJson(testCommand(), rows).toArray().at(0).toObject();
        QCOMPARE(object.value("size"_L1).toInt(), 1);
        QVERIFY(object.value("time"_L1).isNull());
        const QJsonObject inner = object.value("inner"_L1).toObject();
        QCOMPARE(inner.value("detail"_L1).toString(), u"bytes:/b\\xFF"_s);
        QCOMPARE(QByteArray::fromBase64(inner.value("detail_raw"_L1).toString().toLatin1()), QByteArray("/b\xff"));
        CommandSpec record = testCommand();
        record.singleRow = true;
        QVERIFY(rowsToJson(record, rows).isObject());
    }

    void showsValuesToPeople()
    {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale french(QLocale::French, QLocale::France);
        QCOMPARE(displayText(2048, ValueType::Size, english, {}), english.formattedDataSize(2048));
        QCOMPARE(displayText(1.5, ValueType::Duration, french, {}), u"1,50 s"_s);
        QCOMPARE(displayText(0.05, ValueType::Duration, english, {}), u"0.05 s"_s);
        QCOMPARE(displayText(0.0012, ValueType::Duration, english, {}), u"1.2 ms"_s);
        QCOMPARE(displayText(1, ValueType::Size, english, {}), u"1 byte"_s);
        QCOMPARE(displayText(3723.4, ValueType::Duration, english, {}), u"1:02:03"_s);
        QCOMPARE(displayText(nullptr, ValueType::Text, english, {}), QString());
        const QString iso = u"2026-11-21T10:00:00.004Z"_s;
        QCOMPARE(displayText(iso, ValueType::Time, french, {}), u"2026-11-21 10:00:00"_s);
        QCOMPARE(displayText(iso, ValueType::Object, french, {}), u"2026-11-21 10:00:00"_s);
        QCOMPARE(displayText(iso, ValueType::Text, french, {}), iso); // a file may be called so
        const TimeText tokyo(QTimeZone("Asia/Tokyo"));
        QCOMPARE(displayText(iso, ValueType::Time, french, tokyo), u"2026-11-21 19:00:00"_s);
        QCOMPARE(displayText(u"not a time"_s, ValueType::Time, english, {}), u"not a time"_s);
        QCOMPARE(displayText(qint64(4294967296), ValueType::Pid, french, {}), u"4294967296"_s);
    }

    void findsCells()
    {
        ResultTable table(testCommand());
        ResultModel model(table);
        table.appendRows({row(u"alpha"_s), row(u"beta"_s, nullptr, nullptr, u"10.0.0.1"_s), row(u"ALPHA two"_s)});
        QCOMPARE(model.findNext(u"alpha"_s), model.index(0, 0));
        QCOMPARE(model.findNext(u"alpha"_s, 0, 0), model.index(2, 0));
        QCOMPARE(model.findNext(u"alpha"_s, 2, 0), model.index(0, 0));
        QCOMPARE(model.findPrevious(u"alpha"_s, 0, 0), model.index(2, 0));
        QCOMPARE(model.findNext(u"10.0"_s), model.index(1, 3));
        QVERIFY(!model.findNext(u"gamma"_s).isValid());
    }

    void anOutputBecomesWhatCame()
    {
        CommandOutput table(&testCommand(), OutputType::Table);
        QCOMPARE(table.kind(), CommandOutput::Kind::None);
        table.appendRows({row(u"a"_s)}, 10);
        QCOMPARE(table.kind(), CommandOutput::Kind::Table);
        CommandOutput text(nullptr, OutputType::Text);
        text.appendText("hello\n");
        QCOMPARE(text.kind(), CommandOutput::Kind::Text);

        CommandOutput json(&testCommand(), OutputType::Json);
        json.appendRows({row(u"a"_s, 3)}, 10);
        QCOMPARE(json.kind(), CommandOutput::Kind::Json);
        QSignalSpy ready(&json, &CommandOutput::jsonReady);
        json.prepareJson();
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(json.json()).array().at(0)["size"_L1].toInt(), 3);
        json.appendRows({row(u"b"_s)}, 10);
        json.prepareJson();
        QTRY_COMPARE(QJsonDocument::fromJson(json.json()).array().size(), 2);
    }

    void tellsProgress()
    {
        CommandOutput output(&testCommand(), OutputType::Table);
        QVERIFY(output.progress() < 0);
        output.setProgress(30, 120, u"/etc"_s);
        QCOMPARE(output.progress(), 0.25);
        output.setProgress(31, -1, u"/var"_s);
        QVERIFY(output.progress() < 0);
        QCOMPARE(output.progressText(), u"/var"_s);
    }
};

QTEST_GUILESS_MAIN(ResultModelTest)
#include "tst_resultmodel.moc"
