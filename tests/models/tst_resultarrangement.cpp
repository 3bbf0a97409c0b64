// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/filtervalue.h"
#include "models/result/objecttext.h"
#include "models/result/resultmodel.h"
#include "models/result/resulttree.h"
#include "models/result/valuecounts.h"

#include <QAbstractItemModelTester>
#include <QCborMap>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

const CommandSpec &processSpec()
{
    return *Catalogue::instance().find(u"processes");
}

int columnOf(const CommandSpec &command, const char *id)
{
    return int(command.columnIndex(QString::fromLatin1(id)));
}

QCborArray row(const CommandSpec &command, const QMap<QString, QCborValue> &cells)
{
    QCborArray row;
    for (const ColumnSpec &column : command.columns)
        row.append(cells.value(column.id, QCborValue(nullptr)));
    return row;
}

/// A process that began so many minutes after midnight.
QCborArray process(
    qint64 pid, qint64 parent, const QString &name, int minute = 0, const QString &user = u"root"_s, qint64 memory = 0)
{
    const QDateTime began(QDate(2026, 11, 21), QTime(0, 0), QTimeZone::UTC);
    return row(processSpec(),
        {{u"pid"_s, pid}, {u"parent_id"_s, parent}, {u"name"_s, name}, {u"user_name"_s, user},
            {u"creation_time"_s, began.addSecs(60 * minute).toString(Qt::ISODateWithMs)},
            {u"memory_usage.working_set"_s, memory}, {u"command_line"_s, QString(u"/usr/bin/"_s + name)},
            {u"cpu_time"_s, 0.5}});
}

const ResultRows &someProcesses()
{
    static const ResultRows rows{process(1, 0, u"systemd"_s, 0, u"root"_s, 14 << 20),
        process(80, 1, u"sshd"_s, 1, u"root"_s, 9 << 20), process(90, 80, u"bash"_s, 60, u"aya"_s, 5 << 20),
        process(91, 90, u"curl -O"_s, 61, u"aya"_s, 700'000), process(50, 1, u"Postgres"_s, 2, u"postgres"_s, 64 << 20),
        process(51, 50, u"postgres"_s, 2, u"postgres"_s, 20 << 20)};
    return rows;
}

QList<int> mainColumns(const CommandSpec &command)
{
    return shownColumns(command, false);
}

/// The names of the lines shown, each a step to the right for its depth; groups as "value: count".
QStringList shown(const ResultModel &model)
{
    QStringList lines;
    for (int line = 0; line < model.rowCount(); ++line) {
        const QModelIndex first = model.index(line, 0);
        const QString text = first.data().toString();
        lines += model.isGroup(line) ? u"%1: %2"_s.arg(text).arg(first.data(ResultModel::GroupCountRole).toInt())
                                     : QString(QString(first.data(ResultModel::DepthRole).toInt(), u'>') % text
                                           % (first.data(ResultModel::ContextRole).toBool() ? u"~"_s : QString()));
    }
    return lines;
}

QStringList namesAccepted(const QString &filter)
{
    const ResultSnapshot rows(processSpec(), someProcesses());
    const auto accepted = ResultFilter::parse(filter, processSpec()).accepted(rows, mainColumns(processSpec()));
    QStringList names;
    for (int i = 0; i < rows.rowCount(); ++i) {
        if (accepted[size_t(i)])
            names += rows.row(i).at(0).toString();
    }
    return names;
}

} // namespace

class ResultArrangementTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- filters

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("names");
        const auto all = u"systemd,sshd,bash,curl -O,Postgres,postgres"_s;

        QTest::newRow("nothing") << u""_s << all;
        QTest::newRow("a word anywhere shown") << u"aya"_s << u"bash,curl -O"_s;
        QTest::newRow("any case") << u"POST"_s << u"Postgres,postgres"_s;
        QTest::newRow("two words must both occur") << u"root ssh"_s << u"sshd"_s;
        QTest::newRow("not") << u"-root"_s << u"bash,curl -O,Postgres,postgres"_s;
        QTest::newRow("a column contains") << u"name:s"_s << u"systemd,sshd,bash,Postgres,postgres"_s;
        QTest::newRow("a column is") << u"name=postgres"_s << u"Postgres,postgres"_s;
        QTest::newRow("a column is not") << u"-user_name=root"_s << u"bash,curl -O,Postgres,postgres"_s;
        QTest::newRow("one of") << u"user_name=aya|postgres"_s << u"bash,curl -O,Postgres,postgres"_s;
        QTest::newRow("quoted") << u"name=\"curl -O\""_s << u"curl -O"_s;
        QTest::newRow("still being typed") << u"name:"_s << all;
        QTest::newRow("a size") << u"working_set>10M"_s << u"systemd,Postgres,postgres"_s;
        QTest::newRow("a range of sizes") << u"working_set>=5M working_set<15M"_s << u"systemd,sshd,bash"_s;
        QTest::newRow("a whole id") << u"memory_usage.working_set<1M"_s << u"curl -O"_s;
        QTest::newRow("a number") << u"pid>50 pid<=80"_s << u"sshd,postgres"_s;
        QTest::newRow("a number is") << u"pid=50"_s << u"Postgres"_s;
        QTest::newRow("numbers") << u"pid=50|91"_s << u"curl -O,Postgres"_s;
        QTest::newRow("digits in a number") << u"pid:9"_s << u"bash,curl -O"_s;
        QTest::newRow("no value") << u"status=\"\""_s << all;
        QTest::newRow("some value") << u"-status=\"\""_s << u""_s;
        QTest::newRow("a day") << u"creation_time>2026-12"_s << u""_s;
        QTest::newRow("names of no column are words") << u"/usr/bin/:x"_s << u""_s;
        QTest::newRow("a hidden column by its name") << u"image_path=\"\""_s << all;
    }

    void filters()
    {
        QFETCH(QString, filter);
        QTEST(namesAccepted(filter).join(u','), "names");
    }

    void filtersTimesAsPeopleWriteThem()
    {
        const QDateTime midnight(QDate(2026, 11, 21), QTime(0, 0), QTimeZone::UTC);
        const QString minute = TimeText().text(midnight.addSecs(60)).chopped(3);
        QCOMPARE(namesAccepted(u"creation_time=\"%1\""_s.arg(minute)), QStringList{u"sshd"_s});
        QCOMPARE(namesAccepted(u"creation_time>\"%1\""_s.arg(minute)).size(), 4);
        QCOMPARE(namesAccepted(u"creation_time<\"%1\""_s.arg(minute)), QStringList{u"systemd"_s});
        const ResultSnapshot rows(processSpec(), someProcesses());
        const auto recent = ResultFilter::parse(u"creation_time>30m", processSpec(), midnight.addSecs(75 * 60));
        QCOMPARE(recent.accepted(rows, {}), (std::vector<char>{0, 0, 1, 1, 0, 0}));
        // By the clock that the rows are read by.
        const QTimeZone tokyo("Asia/Tokyo");
        const QString there = TimeText(tokyo).text(midnight.addSecs(60)).chopped(3);
        QVERIFY(there != minute);
        const auto same =
            ResultFilter::parse(u"creation_time=\"%1\""_s.arg(there), processSpec(), midnight.toTimeZone(tokyo));
        QCOMPARE(same.terms(), ResultFilter::parse(u"creation_time=\"%1\""_s.arg(minute), processSpec()).terms());
    }

    void readsNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("number"); // -1: none
        QTest::newRow("plain") << u"42"_s << int(ValueType::Integer) << 42.0;
        QTest::newRow("kibibytes") << u"10K"_s << int(ValueType::Size) << 10240.0;
        QTest::newRow("mebibytes, written out") << u"1.5 MiB"_s << int(ValueType::Size) << 1572864.0;
        QTest::newRow("bytes") << u"512"_s << int(ValueType::Size) << 512.0;
        QTest::newRow("comma") << u"1,5G"_s << int(ValueType::Size) << 1610612736.0;
        QTest::newRow("minutes and seconds") << u"1:30"_s << int(ValueType::Duration) << 90.0;
        QTest::newRow("hours") << u"2h"_s << int(ValueType::Duration) << 7200.0;
        QTest::newRow("nonsense") << u"big"_s << int(ValueType::Size) << -1.0;
        QTest::newRow("only a unit") << u"M"_s << int(ValueType::Size) << -1.0;
    }

    void readsNumbers()
    {
        QFETCH(QString, text);
        QFETCH(int, type);
        QTEST(FilterValue::number(text, ValueType(type)).value_or(-1), "number");
    }

    void saysWhatItDoesNotUnderstand()
    {
        const ResultFilter filter = ResultFilter::parse(u"ssh working_set>lots", processSpec());
        QCOMPARE(filter.terms().size(), 1);
        QVERIFY(filter.error());
        QCOMPARE(filter.error()->subject, u"working_set>lots"_s);
        QVERIFY(!ResultFilter::parse(u"ssh", processSpec()).error());
    }

    void writesTerms()
    {
        const CommandSpec &spec = processSpec();
        const int user = columnOf(spec, "user_name");
        const int memory = columnOf(spec, "memory_usage.working_set");
        QCOMPARE(ResultFilter::term(spec, user, u"=", {u"aya"_s, u"a b"_s, u"say \"x\""_s, QString()}),
            uR"(user_name=aya|"a b"|"say ""x"""|"")"_s);
        QCOMPARE(ResultFilter::term(spec, memory, u">=", {u"10M"_s}), u"working_set>=10M"_s);
        const QString text = u"ssh user_name=root -user_name:x working_set>1M"_s;
        QCOMPARE(ResultFilter::replaced(text, spec, user, u"user_name=aya"_s), u"ssh user_name=aya working_set>1M"_s);
        QCOMPARE(ResultFilter::replaced(text, spec, memory, {}), u"ssh user_name=root -user_name:x"_s);
        QCOMPARE(ResultFilter::replaced(u"", spec, user, u"user_name=aya"_s), u"user_name=aya"_s);
        const QStringList values{u"a b"_s, u"say \"x\""_s, QString()};
        QCOMPARE(ResultFilter::values(ResultFilter::term(spec, user, u"=", values), spec, user), values);
    }

    // ---- rows

    void rowsInManyPartsAreOneResult()
    {
        QRandomGenerator random(5);
        ResultSnapshot parts(processSpec());
        ResultRows whole;
        for (int i = 0; i < 40; ++i) {
            ResultRows some;
            for (int j = 0; j < 1 + int(random.bounded(1500)); ++j)
                some.push_back(process(random.bounded(100'000), 1, QString::number(random.bounded(900), 36)));
            whole.insert(whole.end(), some.begin(), some.end());
            parts.append(std::move(some));
        }
        QCOMPARE(parts.rows(), whole);
        const ResultSnapshot one(processSpec(), whole);
        const QList<SortColumn> by{{0, Qt::DescendingOrder}, {columnOf(processSpec(), "pid"), Qt::AscendingOrder}};
        QCOMPARE(sortedRows(parts, by), sortedRows(one, by));
        const ResultFilter filter = ResultFilter::parse(u"name:a pid>500", processSpec());
        QCOMPARE(filter.accepted(parts, {}), filter.accepted(one, {}));
    }

    void sortsByColumnAfterColumn()
    {
        const ResultSnapshot rows(processSpec(), someProcesses());
        const int user = columnOf(processSpec(), "user_name");
        const int pid = columnOf(processSpec(), "pid");
        QCOMPARE(sortedRows(rows, {{user, Qt::AscendingOrder}, {pid, Qt::DescendingOrder}}),
            (std::vector<int>{3, 2, 5, 4, 1, 0}));
        QCOMPARE(sortedRows(rows, {{user, Qt::DescendingOrder}, {pid, Qt::AscendingOrder}}),
            (std::vector<int>{0, 1, 4, 5, 2, 3}));
    }

    void countsValues()
    {
        const ResultSnapshot rows(processSpec(), someProcesses());
        const int user = columnOf(processSpec(), "user_name");
        const auto counts = valueCounts(rows, user, 10);
        QCOMPARE(counts.size(), size_t(3));
        QVERIFY(std::ranges::all_of(counts, [](const ValueCount &one) { return one.count == 2; }));
        QCOMPARE(valueCounts(rows, columnOf(processSpec(), "status"), 10), (std::vector<ValueCount>{{QString(), 6}}));
        QVERIFY(valueCounts(rows, columnOf(processSpec(), "pid"), 5).empty());
    }

    // ---- groups and trees

    void groupsOpenAndClose()
    {
        ResultTable table(processSpec());
        table.appendRows(someProcesses());
        ResultModel model(table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGroupBy(columnOf(processSpec(), "user_name"));
        QCOMPARE(shown(model), (QStringList{u"aya: 2"_s, u"postgres: 2"_s, u"root: 2"_s}));
        const QPersistentModelIndex root = model.index(2, 0);
        model.toggle(0);
        QCOMPARE(shown(model), (QStringList{u"aya: 2"_s, u">bash"_s, u">curl -O"_s, u"postgres: 2"_s, u"root: 2"_s}));
        QCOMPARE(root.row(), 4);
        QCOMPARE(model.parentLine(2), 0);
        model.setSort({{0, Qt::DescendingOrder}}); // inside the groups; what is open stays so
        QCOMPARE(shown(model), (QStringList{u"aya: 2"_s, u">curl -O"_s, u">bash"_s, u"postgres: 2"_s, u"root: 2"_s}));
        model.setFilterText(u"curl"_s);
        QCOMPARE(model.acceptedCount(), 1);
        model.setFilterText({});
        model.setAllOpen(true);
        QCOMPARE(model.rowCount(), 9);
        model.setAllOpen(false);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.shownPart().rows.size(), size_t(6)); // closed or not
        model.setGroupBy(-1);
        QCOMPARE(model.rowCount(), 6);
    }

    void aReusedPidIsNoParent()
    {
        // 90 ended, and another 90 began after its children.
        const ResultSnapshot rows(processSpec(),
            {process(1, 0, u"init"_s, 0), process(90, 1, u"new"_s, 50), process(91, 90, u"orphan"_s, 10),
                process(92, 90, u"child"_s, 55), process(90, 1, u"old"_s, 5)});
        QCOMPARE(parentRows(rows), (std::vector<int>{-1, 0, 4, 1, 0}));
        const ResultSnapshot without(processSpec(),
            {process(1, 0, u"init"_s, 0), process(90, 1, u"new"_s, 50), process(91, 90, u"orphan"_s, 10)});
        QCOMPARE(parentRows(without), (std::vector<int>{-1, 0, -1}));
    }

    void showsATreeWithTheAncestorsOfWhatIsFound()
    {
        ResultTable table(processSpec());
        table.appendRows(someProcesses());
        ResultModel model(table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(true);
        QCOMPARE(shown(model),
            (QStringList{
                u">systemd"_s, u">>sshd"_s, u">>>bash"_s, u">>>>curl -O"_s, u">>Postgres"_s, u">>>postgres"_s}));
        model.setOpen(1, false);
        QCOMPARE(shown(model), (QStringList{u">systemd"_s, u">>sshd"_s, u">>Postgres"_s, u">>>postgres"_s}));
        model.setFilterText(u"curl"_s); // opens what was closed
        QCOMPARE(shown(model), (QStringList{u">systemd~"_s, u">>sshd~"_s, u">>>bash~"_s, u">>>>curl -O"_s}));
        QCOMPARE(model.acceptedCount(), 1);
        QCOMPARE(model.shownPart().rows.size(), size_t(1));
    }

    void aRingOfParentsIsShownOnce()
    {
        ResultTable table(processSpec());
        table.appendRows({process(5, 6, u"a"_s), process(6, 5, u"b"_s), process(7, 7, u"own"_s)});
        ResultModel model(table);
        model.setTree(true);
        QStringList names = shown(model);
        QCOMPARE(names.size(), 3);
        names.removeDuplicates();
        QCOMPARE(names.size(), 3);
    }

    void aLongChainIsNoMatter()
    {
        ResultRows rows;
        for (int pid = 1; pid <= 20'000; ++pid)
            rows.push_back(process(pid, pid - 1, u"p"_s));
        const ResultSnapshot snapshot(processSpec(), rows);
        const auto lines = arranged(snapshot, {.filter = {}, .searched = {}, .sort = {}, .tree = true});
        QCOMPARE(lines.size(), rows.size());
        QCOMPARE(lines.front().below, 19'999);
    }

    // ---- comparisons

    void comparesByIdentity()
    {
        const ResultRows now = someProcesses();
        ResultRows before = now;
        before[1] = process(80, 1, u"sshd"_s, 0, u"root"_s, 9 << 20); // another process with the same id
        before[2][columnOf(processSpec(), "command_line")] = u"/bin/bash"_s;
        before[4][columnOf(processSpec(), "cpu_time")] = 99.0; // only measured
        before[4][columnOf(processSpec(), "memory_usage.working_set")] = 1;
        before.erase(before.begin() + 3);
        const ResultComparison found(ResultSnapshot(processSpec(), now), ResultSnapshot(processSpec(), before));
        using enum ResultComparison::Change;
        QCOMPARE(found.rows().rowCount(), 7);
        QCOMPARE(found.change(0), None);
        QCOMPARE(found.change(1), New);
        QCOMPARE(found.change(2), Changed);
        QCOMPARE(found.change(3), New);
        QCOMPARE(found.change(4), None);
        QCOMPARE(found.change(6), Gone);
        QCOMPARE(found.rows().row(6), before[1]);
        QVERIFY(found.isChanged(2, columnOf(processSpec(), "command_line")));
        QVERIFY(!found.isChanged(2, columnOf(processSpec(), "name")));
        QCOMPARE(found.was(2, columnOf(processSpec(), "command_line")).toString(), u"/bin/bash"_s);
        QCOMPARE(found.count(New), 2);
        QCOMPARE(found.count(Gone), 1);
        QCOMPARE(found.count(Changed), 1);
    }

    void rowsThatCannotBeToldApartArePairedInOrder()
    {
        const CommandSpec &connections = *Catalogue::instance().find(u"connections");
        const QCborArray same = row(connections, {{u"protocol"_s, u"unix"_s}, {u"path"_s, u"/run/x"_s}});
        const ResultComparison found(
            ResultSnapshot(connections, {same, same, same}), ResultSnapshot(connections, {same, same}));
        QCOMPARE(found.count(ResultComparison::Change::None), 2);
        QCOMPARE(found.count(ResultComparison::Change::New), 1);
        QCOMPARE(found.count(ResultComparison::Change::Gone), 0);
    }

    void everyCommandIsComparedByColumnsItHas()
    {
        for (const CommandSpec &command : Catalogue::instance().commands()) {
            for (const QString &id : command.identity)
                QVERIFY2(command.columnIndex(id) >= 0, qPrintable(QString(command.verb + u' ' + id)));
            QVERIFY2(
                command.groupedBy.isEmpty() || command.columnIndex(command.groupedBy) >= 0, qPrintable(command.verb));
        }
    }

    void showsWhatBecameOfRows()
    {
        ResultTable table(processSpec());
        table.appendRows({process(1, 0, u"init"_s), process(2, 1, u"new"_s)});
        ResultRows before{process(1, 0, u"init"_s), process(3, 1, u"gone"_s)};
        before[0][columnOf(processSpec(), "user_name")] = u"idle"_s;
        ResultModel model(table);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChangeWords(u"nouveau"_s, u"disparu"_s, u"modifié"_s);
        model.compareWith(ResultSnapshot(processSpec(), before), u"1041"_s);
        QCOMPARE(model.comparedWith(), u"1041"_s);
        QCOMPARE(model.column(0).id, u"change"_s);
        QCOMPARE(shown(model), (QStringList{u"modifié"_s, u"nouveau"_s, u"disparu"_s}));
        const int user = int(model.columns().indexOf(columnOf(processSpec(), "user_name")));
        QCOMPARE(model.index(0, user).data().toString(), u"idle → root"_s);
        QVERIFY(model.index(0, user).data(ResultModel::ChangedRole).toBool());
        table.appendRows({process(4, 1, u"later"_s)}); // rows that come are compared, too
        QCOMPARE(shown(model), (QStringList{u"modifié"_s, u"nouveau"_s, u"nouveau"_s, u"disparu"_s}));
        model.setSort({{model.commandColumn(0), Qt::AscendingOrder}});
        QCOMPARE(shown(model), (QStringList{u"modifié"_s, u"disparu"_s, u"nouveau"_s, u"nouveau"_s}));
        model.setGroupBy(model.commandColumn(0));
        QCOMPARE(shown(model), (QStringList{u"modifié: 1"_s, u"disparu: 1"_s, u"nouveau: 2"_s}));
        model.stopComparing();
        QCOMPARE(model.columns(), mainColumns(processSpec()));
        QCOMPARE(shown(model), (QStringList{u"init"_s, u"new"_s, u"later"_s}));
    }

    void whatFlipsAllTheTimeIsNoChange()
    {
        ResultRows before{process(1, 0, u"init"_s), process(2, 1, u"kworker"_s)};
        before[1][columnOf(processSpec(), "status")] = u"idle"_s;
        before[1][columnOf(processSpec(), "cpu_time")] = 77.0;
        ResultTable table(processSpec());
        table.appendRows({process(1, 0, u"init"_s), process(2, 1, u"kworker"_s)});
        ResultModel model(table);
        model.compareWith(ResultSnapshot(processSpec(), before), u"1041"_s);
        QCOMPARE(model.comparison()->count(ResultComparison::Change::Changed), 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void writesDifferencesToFiles()
    {
        ResultTable table(processSpec());
        table.appendRows({process(1, 0, u"init"_s), process(2, 1, u"same"_s)});
        ResultRows before{process(1, 0, u"init"_s), process(2, 1, u"same"_s)};
        before[0][columnOf(processSpec(), "user_name")] = u"idle"_s;
        ResultModel model(table);
        model.compareWith(ResultSnapshot(processSpec(), before), u"1041"_s);
        QVERIFY(model.onlyChanges()); // what one compares for
        const ResultPart part = model.shownPart();
        QCOMPARE(part.rows.size(), size_t(1));
        QVERIFY(toCsv(part).startsWith(u"change,name,"_s));
        QVERIFY(toCsv(part).contains(u"\r\nchanged,init,"_s));
        const QJsonObject object = rowsToJson(part.command, part.rows).toArray().at(0).toObject();
        QCOMPARE(object.value("change"_L1).toString(), u"changed"_s);
        QCOMPARE(object.value("was"_L1).toObject(), (QJsonObject{{u"user_name"_s, u"idle"_s}}));
        QCOMPARE(model.wholePart().rows.size(), size_t(2));
        QVERIFY(!toCsv(model.wholePart()).contains(u"change"_s));
    }

    // ---- large results

    void arrangesALargeResultOffThisThread()
    {
        ResultRows rows;
        for (int i = 0; i < 30'000; ++i)
            rows.push_back(process(i + 1, i / 7, u"p%1"_s.arg(i % 50), i % 1000, i % 3 ? u"root"_s : u"aya"_s));
        ResultTable table(processSpec());
        table.appendRows(rows);
        ResultModel model(table);
        model.setFilterText(u"name=p7"_s);
        QVERIFY(model.isBusy());
        QCOMPARE(model.rowCount(), 30'000); // as it was until it is there
        model.setFilterText(u"name=p8 user_name=aya"_s);
        table.appendRows({process(99'999, 1, u"p8"_s, 0, u"aya"_s)}); // comes meanwhile
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.acceptedCount(), 201);
        model.setGroupBy(columnOf(processSpec(), "user_name"));
        model.compareWith(ResultSnapshot(processSpec(), rows), u"1041"_s);
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(model.comparison()->count(ResultComparison::Change::New), 1);
        model.stopComparing();
        model.setFilterText({});
        QTRY_VERIFY(!model.isBusy());
        QCOMPARE(shown(model), (QStringList{u"aya: 10001"_s, u"root: 20000"_s}));
    }

    // ---- lists and fields in a cell

    void readsObjects_data()
    {
        QTest::addColumn<QCborValue>("value");
        QTest::addColumn<QString>("line");
        QTest::newRow("list") << QCborValue(QCborArray{u"a"_s, u"b"_s, 3}) << u"a, b, 3"_s;
        QTest::newRow("fields") << QCborValue(QCborMap{{u"net"_s, 4026}, {u"none"_s, nullptr}, {u"on"_s, true}})
                                << u"net: 4026, on: true"_s;
        QTest::newRow("commands") << QCborValue(QCborArray{
            QCborMap{{u"command"_s, u"/bin/x"_s}, {u"arguments"_s, u"-a b"_s}}, QCborMap{{u"command"_s, u"/bin/y"_s}}})
                                  << u"/bin/x -a b; /bin/y"_s;
        QTest::newRow("nested") << QCborValue(
            QCborMap{{u"run"_s, QCborMap{{u"at"_s, u"6:00"_s}}}, {u"days"_s, QCborArray{1, 2}}})
                                << u"run: (at: 6:00), days: 1, 2"_s;
        QTest::newRow("schedules") << QCborValue(
            QCborArray{QCborMap{{u"type"_s, u"calendar"_s}, {u"schedule"_s, u"*-*-* 06:00"_s}},
                QCborMap{{u"type"_s, u"event"_s}, {u"schedule"_s, u"OnBootSec=15min"_s}}})
                                   << u"*-*-* 06:00 (calendar); OnBootSec=15min (event)"_s;
        QTest::newRow("empty") << QCborValue(QCborArray()) << QString();
    }

    void readsObjects()
    {
        QFETCH(QCborValue, value);
        QTEST(objectLine(value), "line");
    }

    void putsLongObjectsIntoATree()
    {
        const QCborMap section{{u"name"_s, u".text"_s}, {u"size"_s, 80112}};
        const QCborMap details{
            {u"format"_s, u"ELF"_s}, {u"sections"_s, QCborArray{section, section, section, section}}};
        const auto lines = objectLines(u"details"_s, details);
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines.at(0), (ObjectLine{0, u"details"_s, QCborValue(QCborValue::Undefined)}));
        QCOMPARE(lines.at(1), (ObjectLine{1, u"format"_s, u"ELF"_s}));
        QCOMPARE(lines.at(3), (ObjectLine{2, u"1"_s, section}));
        QCOMPARE(objectLines(u"short"_s, QCborArray{1, 2}).size(), 1);
    }

    void groupsJsonByItsColumn()
    {
        const CommandSpec &persistence = *Catalogue::instance().find(u"persistence");
        const ResultRows rows{row(persistence, {{u"method"_s, u"cron"_s}, {u"name"_s, u"a"_s}}),
            row(persistence, {{u"method"_s, u"systemd"_s}, {u"name"_s, u"b"_s}}),
            row(persistence, {{u"method"_s, u"cron"_s}, {u"name"_s, u"c"_s}})};
        const QJsonObject object = rowsToJson(persistence, rows).toObject();
        QCOMPARE(object.keys(), (QStringList{u"cron"_s, u"systemd"_s}));
        QCOMPARE(object.value("cron"_L1).toArray().size(), 2);
        QCOMPARE(object.value("cron"_L1).toArray().at(1).toObject().value("name"_L1).toString(), u"c"_s);
        QVERIFY(rowsToJson(persistence, {}).toObject().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ResultArrangementTest)
#include "tst_resultarrangement.moc"
