// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/devicepath.h"
#include "protocol/command/row.h"
#include "protocol/command/rows.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;

class TestRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsInTheOrderOfTheCatalogue();
    void rowsTravel();
    void writerStartsAgain();
    void refuses_data();
    void refuses();
    void jsonHasTheFieldsOfTheReference();
    void jsonKeepsInvalidPaths();
    void jsonKeepsAShortRow();
    void timesAreIso_data();
    void timesAreIso();
    void manyProcesses();
};

namespace {

/// A row as a device sends it for `processes`.
QCborArray processRow(int pid)
{
    return {u"worker-%1"_s.arg(pid % 100), pid, pid / 7, u"www-data"_s, u"sleeping"_s, u"2026-01-02T03:04:05.678Z"_s,
        u"/usr/lib/service/worker --config /etc/service/%1.conf --verbose"_s.arg(pid), u"/usr/lib/service/worker"_s,
        double(pid) / 100, qint64(pid) * 4096, qint64(pid) * 1024, pid % 5};
}

template<const Verb &Of, typename... Cells> concept Compiles = requires(Cells... cells) { rowOf<Of>(cells...); };

// Each column once: none misspelt, none left out, none twice, none of another verb.
static_assert(Compiles<Verbs::Putfile, Cell<"kept">, Cell<"sha256">, Cell<"size">, Cell<"path">>);
static_assert(!Compiles<Verbs::Putfile, Cell<"kept">, Cell<"sha256">, Cell<"size">, Cell<"pathx">>);
static_assert(!Compiles<Verbs::Putfile, Cell<"kept">, Cell<"sha256">, Cell<"size">>);
static_assert(!Compiles<Verbs::Putfile, Cell<"kept">, Cell<"sha256">, Cell<"size">, Cell<"path">, Cell<"path">>);
static_assert(!Compiles<Verbs::Putfile, Cell<"kept">, Cell<"kept">, Cell<"size">, Cell<"path">>);
static_assert(!Compiles<Verbs::Putfile, Cell<"kept">, Cell<"sha256">, Cell<"size">, Cell<"path">, Cell<"mode">>);
static_assert(!Compiles<Verbs::Cd, Cell<"path">>);

} // namespace

void TestRows::aRowIsInTheOrderOfTheCatalogue()
{
    const QCborArray row =
        rowOf<Verbs::Putfile>(cell<"kept">(true), cell<"sha256">(u"ab"_s), cell<"size">(7), cell<"path">(nullptr));
    QCOMPARE(row, QCborArray({nullptr, 7, u"ab"_s, true}));
    QCOMPARE(rowToJson(Catalogue::instance().of(Verbs::Putfile), row)[u"size"].toInteger(), 7);
}

void TestRows::rowsTravel()
{
    const QCborArray row{
        nullptr, true, 1, -2, 2.5, u"text"_s, QByteArray("\xff"), QCborArray{1, u"two"_s}, QCborMap{{u"a"_s, 1}}};
    RowWriter writer;
    writer.addRow(row);
    writer.addRow({});
    QCOMPARE(writer.rowCount(), 2);
    const auto rows = readRows(writer.take());
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(2));
    QCOMPARE(rows->at(0), row);
    QCOMPARE(rows->at(1), QCborArray());
}

void TestRows::writerStartsAgain()
{
    RowWriter writer;
    writer.addRow({1});
    const qsizetype bytes = writer.byteCount();
    QVERIFY(bytes > 0);
    (void)writer.take();
    QCOMPARE(writer.rowCount(), 0);
    QVERIFY(writer.byteCount() < bytes);
    QCOMPARE(readRows(writer.take())->size(), size_t(0));
}

void TestRows::refuses_data()
{
    QTest::addColumn<QByteArray>("chunk");
    const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray::fromHex(hex); };
    row("nothing", "");
    row("no array", "a0");
    row("a row that is no array", "81 01");
    row("a row that is a map", "81 a0");
    row("not ended", "9f 81 01");
    row("cut in a row", "9f 82 01");
    row("bytes after the end", "9f 81 01 ff 00");
    row("a huge chunk announced", "9b 7fffffffffffffff");
    row("a huge row announced", "81 9b 7fffffffffffffff");
    row("a huge text announced", "81 81 7b 7fffffffffffffff");
    row("2 GiB of bytes announced", "81 81 5a 80000000 00");
    row("text that is not UTF-8", "81 81 62 c3 28");
    QTest::newRow("deep") << QByteArray(1'000'000, '\x81');
}

void TestRows::refuses()
{
    QFETCH(QByteArray, chunk);
    const auto rows = readRows(chunk);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, ErrorCode::ProtocolViolation);
    QVERIFY(!rows.error().reason.isEmpty());
}

void TestRows::jsonHasTheFieldsOfTheReference()
{
    const auto &processes = *Catalogue::instance().find(u"processes");
    // Fields that are ours may stand beside them.
    const QJsonObject json = rowToJson(processes, processRow(700));
    const QJsonObject expected{{u"name"_s, u"worker-0"_s}, {u"pid"_s, 700}, {u"parent_id"_s, 100},
        {u"user_name"_s, u"www-data"_s}, {u"status"_s, u"sleeping"_s},
        {u"creation_time"_s, u"2026-01-02T03:04:05.678Z"_s},
        {u"command_line"_s, u"/usr/lib/service/worker --config /etc/service/700.conf --verbose"_s},
        {u"image_path"_s, u"/usr/lib/service/worker"_s}, {u"cpu_time"_s, 7.0},
        {u"memory_usage"_s, QJsonObject{{u"working_set"_s, 700 * 4096}, {u"private_bytes"_s, 700 * 1024}}},
        {u"session_id"_s, 0}};
    for (const QString &field : expected.keys())
        QCOMPARE(json.value(field), expected.value(field));
}

void TestRows::jsonKeepsInvalidPaths()
{
    const auto &findfile = *Catalogue::instance().find(u"findfile");
    const DevicePath path("/tmp/caf\xe9"_ba);
    const QJsonObject json = rowToJson(findfile, {path.toCbor(), false, 3, nullptr});
    QCOMPARE(json.value(u"path"_s).toString(), uR"(bytes:/tmp/caf\xE9)"_s);
    QCOMPARE(QByteArray::fromBase64(json.value(u"path_raw"_s).toString().toLatin1()), path.bytes());
    QVERIFY(json.value(u"modified"_s).isNull());
}

void TestRows::jsonKeepsAShortRow()
{
    const QJsonObject json = rowToJson(*Catalogue::instance().find(u"findfile"), {u"/tmp"_s});
    QCOMPARE(json.keys(), QStringList({u"isDirectory"_s, u"modified"_s, u"path"_s, u"size"_s, u"type"_s}));
    QVERIFY(json.value(u"size"_s).isNull());
}

void TestRows::timesAreIso_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("the epoch") << qint64(0) << u"1970-01-01T00:00:00.000Z"_s;
    QTest::newRow("a time") << qint64(1'763'000'000'123'456'789) << u"2025-11-13T02:13:20.123Z"_s;
    QTest::newRow("before the epoch") << qint64(-1) << u"1969-12-31T23:59:59.999Z"_s;
}

void TestRows::timesAreIso()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, text);
    QCOMPARE(isoTime(nanoseconds), text);
}

/// 14,500 process records, rows → bytes → rows (28 ms where it was measured).
void TestRows::manyProcesses()
{
    constexpr int Count = 14'500;
    std::vector<QCborArray> rows;
    for (int pid = 1; pid <= Count; ++pid)
        rows.push_back(processRow(pid));
    size_t read = 0;
    QBENCHMARK
    {
        RowWriter writer;
        for (const auto &row : rows)
            writer.addRow(row);
        read = readRows(writer.take())->size();
    }
    QCOMPARE(read, size_t(Count));
}

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
