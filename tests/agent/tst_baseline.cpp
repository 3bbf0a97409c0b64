// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/comparing/baselinedifference.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/librarydevice.h"
#include "tests/agent/processortime.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

using Cells = QMap<QString, QCborValue>;

/// A row as a device sends it: without the columns of a baseline.
QCborArray row(const QString &verb, const Cells &cells)
{
    QCborArray row;
    for (const ColumnSpec &column : Catalogue::instance().find(verb)->columns) {
        if (!column.ofBaseline)
            row.append(cells.value(column.id, QCborValue(nullptr)));
    }
    return row;
}

QCborArray process(qint64 pid, const QString &name, const QString &line, const Cells &more = {})
{
    Cells cells{{u"pid"_s, pid}, {u"name"_s, name}, {u"user_name"_s, u"root"_s}, {u"command_line"_s, line},
        {u"creation_time"_s, u"2026-11-2%1T00:00:00.000Z"_s.arg(pid % 10)}, {u"cpu_time"_s, double(pid)}};
    if (!line.isEmpty())
        cells.insert(u"image_path"_s, QString(u"/usr/bin/"_s + name));
    else
        cells.insert(u"command_line"_s, nullptr);
    cells.insert(more);
    return row(u"processes"_s, cells);
}

Baseline baselineOf(const QString &verb, const std::vector<QCborArray> &rows)
{
    Baseline baseline{{.verb = verb,
                          .device = u"desk-1"_s,
                          .taken = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, QTimeZone::UTC),
                          .command = CommandId(7),
                          .savedBy = u"ada"_s,
                          .columns = {},
                          .rows = quint32(rows.size())},
        rows};
    for (const ColumnSpec &column : Catalogue::instance().find(verb)->columns) {
        if (!column.ofBaseline)
            baseline.head.columns.append(column.id);
    }
    return baseline;
}

QByteArray fileOf(const Baseline &baseline)
{
    RowWriter rows;
    for (const QCborArray &row : baseline.rows)
        rows.addRow(row);
    return toBytes(baseline.head, {rows.take()});
}

/// "new curl", "changed sshd {working_directory: …}": what became of which.
QStringList told(const QString &verb, const QString &column, const std::vector<QCborArray> &now, const Baseline &before,
    bool isWhole = true)
{
    const CommandSpec &command = *Catalogue::instance().find(verb);
    QStringList told;
    for (const QCborArray &row : differences(command, now, before, isWhole)) {
        const QJsonObject json = rowToJson(command, row);
        QString one = json.value(u"since_baseline"_s).toString() + u' ' + json.value(column).toString();
        const QJsonObject was = json.value(u"was_in_baseline"_s).toObject();
        for (const QString &id : was.keys())
            one += u" %1=%2"_s.arg(id, was.value(id).toVariant().toString());
        told += one;
    }
    told.sort();
    return told;
}

} // namespace

/// What differs from a saved run.
class BaselineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A process has another number and another start each time; it is the same one.
    void theSameOnAnotherDayIsNoDifference()
    {
        const auto before = baselineOf(u"processes"_s,
            {process(1, u"systemd"_s, u"/sbin/init"_s), process(20, u"kworker/0:1-events"_s, {}),
                process(30, u"nginx"_s, u"nginx: worker"_s), process(31, u"nginx"_s, u"nginx: worker"_s)});
        const std::vector now{process(1, u"systemd"_s, u"/sbin/init"_s), process(99, u"kworker/u8:3-flush"_s, {}),
            process(400, u"nginx"_s, u"nginx: worker"_s), process(401, u"nginx"_s, u"nginx: worker"_s),
            process(402, u"nginx"_s, u"nginx: worker"_s)};
        QCOMPARE(told(u"processes"_s, u"name"_s, now, before), QStringList());
    }

    void whatIsNewGoneOrChangedIsTold()
    {
        const auto before = baselineOf(u"processes"_s,
            {process(1, u"systemd"_s, u"/sbin/init"_s), process(30, u"cron"_s, u"cron -f"_s),
                process(31, u"sshd"_s, u"sshd -D"_s, {{u"working_directory"_s, u"/"_s}})});
        const std::vector now{process(1, u"systemd"_s, u"/sbin/init"_s), process(77, u"xmrig"_s, u"xmrig -o pool"_s),
            process(40, u"sshd"_s, u"sshd -D"_s, {{u"working_directory"_s, u"/dev/shm/.x"_s}})};
        QCOMPARE(told(u"processes"_s, u"name"_s, now, before),
            (QStringList{u"changed sshd working_directory=/"_s, u"gone cron"_s, u"new xmrig"_s}));
        // Who asked for some only, or could not see all, knows nothing of what is gone.
        QCOMPARE(told(u"processes"_s, u"name"_s, now, before, false),
            (QStringList{u"changed sshd working_directory=/"_s, u"new xmrig"_s}));
    }

    /// Somebody who runs under the name of the system's own is not what the baseline knows.
    void anotherProgramOfThatNameIsNew()
    {
        const auto before = baselineOf(u"processes"_s, {process(31, u"sshd"_s, u"sshd -D"_s)});
        const std::vector now{process(31, u"sshd"_s, u"sshd -D"_s),
            process(32, u"sshd"_s, u"sshd -D"_s, {{u"image_path"_s, u"/tmp/sshd"_s}}),
            process(33, u"kworker/0:0"_s, u"[kworker/0:0]"_s)};
        QCOMPARE(told(u"processes"_s, u"image_path"_s, now, before),
            (QStringList{u"new /tmp/sshd"_s, u"new /usr/bin/kworker/0:0"_s}));
    }

    void portsThatTheSystemChoseAreNotCompared()
    {
        const auto connection = [](const QString &protocol, qint64 local, qint64 remote, const QString &address) {
            return row(u"connections"_s,
                {{u"name"_s, u"curl"_s}, {u"protocol"_s, protocol}, {u"local_ip"_s, u"10.0.0.5"_s},
                    {u"status_display"_s, remote ? u"ESTABLISHED"_s : u"LISTEN"_s}, {u"local_port"_s, local},
                    {u"remote_ip"_s, address}, {u"remote_port"_s, remote ? QCborValue(remote) : QCborValue(nullptr)}});
        };
        const auto before = baselineOf(u"connections"_s,
            {connection(u"tcp"_s, 40001, 443, u"192.0.2.1"_s), connection(u"tcp"_s, 22, 50001, u"192.0.2.2"_s),
                connection(u"tcp"_s, 22, 0, {})});
        QCOMPARE(told(u"connections"_s, u"remote_ip"_s,
                     {connection(u"tcp"_s, 51234, 443, u"192.0.2.1"_s), connection(u"tcp"_s, 22, 61000, u"192.0.2.2"_s),
                         connection(u"tcp"_s, 22, 0, {})},
                     before),
            QStringList());
        QCOMPARE(
            told(u"connections"_s, u"local_port"_s, {connection(u"mptcp"_s, 44444, 0, {})}, before, false).size(), 1);
        // A port that is listened on is a fact, however high it is and by whatever protocol; so is another port of the other side.
        const auto multipath = baselineOf(u"connections"_s, {connection(u"mptcp"_s, 40000, 0, {})});
        QCOMPARE(
            told(u"connections"_s, u"local_port"_s, {connection(u"mptcp"_s, 44444, 0, {})}, multipath, false).size(),
            1);
        QCOMPARE(
            told(u"connections"_s, u"local_port"_s, {connection(u"tcp"_s, 44444, 0, {})}, before, false).size(), 1);
        QCOMPARE(
            told(u"connections"_s, u"remote_ip"_s, {connection(u"tcp"_s, 51234, 8443, u"192.0.2.1"_s)}, before, false),
            QStringList{u"new 192.0.2.1"_s});
    }

    /// A baseline that another version saved knows other columns: what it does not know has not changed.
    void anotherVersionsColumns()
    {
        Baseline before{{.verb = u"services"_s,
                            .device = {},
                            .taken = {},
                            .command = {},
                            .savedBy = {},
                            .columns = {u"start_type"_s, u"invented"_s, u"service_name"_s},
                            .rows = 2},
            {QCborArray{u"enabled"_s, 1, u"ssh"_s}, QCborArray{u"enabled"_s, 1, u"cron"_s}}};
        const auto service = [](const QString &name, const QString &start) {
            return row(u"services"_s,
                {{u"service_name"_s, name}, {u"start_type"_s, start}, {u"current_state"_s, u"running"_s}});
        };
        QCOMPARE(told(u"services"_s, u"service_name"_s,
                     {service(u"ssh"_s, u"enabled"_s), service(u"cron"_s, u"disabled"_s)}, before),
            QStringList{u"changed cron start_type=enabled"_s});
    }

    /// However many there are of one kind, each is compared with few; and who waits for it can stop it.
    void manyOfAKind()
    {
        constexpr int count = 30'000;
        std::vector<QCborArray> earlier;
        std::vector<QCborArray> now;
        for (int i = 0; i < count; ++i) {
            earlier.push_back(process(i, u"x"_s, u"x"_s, {{u"working_directory"_s, u"/old/%1"_s.arg(i)}}));
            now.push_back(process(i, u"x"_s, u"x"_s, {{u"working_directory"_s, u"/new/%1"_s.arg(i)}}));
        }
        now.front() = earlier.back();
        const Baseline before = baselineOf(u"processes"_s, earlier);
        const CommandSpec &command = *Catalogue::instance().find(u"processes"_s);
        const ProcessorTime watch;
        QCOMPARE(differences(command, now, before, true).size(), size_t(count - 1));
        QCOMPARE_LT(watch.elapsed(), 5000);
        std::stop_source source;
        source.request_stop();
        QVERIFY(differences(command, now, before, true, source.get_token()).empty());
    }

    void aFileIsReadAsItWasWritten()
    {
        const Baseline baseline = baselineOf(u"drivers"_s, {row(u"drivers"_s, {{u"driver_name"_s, u"sample"_s}})});
        QByteArray bytes = fileOf(baseline);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QBuffer::ReadOnly));
        const auto read = readBaseline(buffer, u"x"_s);
        QVERIFY2(read, read ? "" : qPrintable(debugText(read.error())));
        QCOMPARE(read->head, baseline.head);
        QCOMPARE(read->rows, baseline.rows);
        QCOMPARE(baselineName(u"golden.drivers.baseline")->verb, u"drivers"_s);
        QCOMPARE(baselineName(u"a.b.processes.baseline")->name, u"a.b"_s);
        QVERIFY(!baselineName(u"golden.dir.baseline") && !baselineName(u".drivers.baseline") && !baselineName(u"x"));
    }

    void whatIsNoBaselineIsRefused()
    {
        const Baseline baseline = baselineOf(u"drivers"_s, {row(u"drivers"_s, {{u"driver_name"_s, u"sample"_s}})});
        const QByteArray whole = fileOf(baseline);
        const auto refused = [](QByteArray bytes) {
            QBuffer buffer(&bytes);
            return buffer.open(QBuffer::ReadOnly) && !readBaseline(buffer, u"x"_s);
        };
        QVERIFY(!refused(whole));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(refused(whole.first(length)), qPrintable(QString::number(length)));
        Baseline other = baseline;
        other.head.rows = 2;
        QVERIFY(refused(fileOf(other)));
        other = baseline;
        other.head.verb = u"dir"_s;
        QVERIFY(refused(fileOf(other)));
        QVERIFY(refused("not CBOR at all"));
        // What its head does not announce: cells, rows, and more of both than there is place for.
        other = baseline;
        other.rows.front().append(1);
        QVERIFY(refused(fileOf(other)));
        QVERIFY(
            refused(toBytes(baseline.head, {QByteArray("\x9a\x00\x0f\x42\x40", 5) + QByteArray(1'000'000, '\x80')})));
        other = baseline;
        other.head.rows = 4'000'000'000;
        QVERIFY(refused(fileOf(other)));
    }

    /// A file of some megabytes is not to become gigabytes.
    void whatWouldTakeMuchMemoryIsRefused()
    {
        const auto isRead = [](const QCborValue &cell, const QByteArray &row = {}) {
            const Baseline baseline = baselineOf(u"drivers"_s, {QCborArray{cell}});
            QByteArray bytes = row.isEmpty() ? fileOf(baseline) : toBytes(baseline.head, {'\x9f' + row + '\xff'});
            QBuffer buffer(&bytes);
            return buffer.open(QBuffer::ReadOnly) && readBaseline(buffer, u"x"_s);
        };
        QVERIFY(isRead(QCborArray{1, QCborMap{{u"a"_s, QCborArray{u"b"_s}}}, QCborArray{}}));
        QVERIFY(isRead({}, "\x81\xc1\x01"));  // a tag is none of the elements
        QVERIFY(!isRead({}, "\x9f\x01\xff")); // a row without a length
        QVERIFY(!isRead({}, "\x81\x9f\x01\xff"));
        QVERIFY(!isRead({}, "\x81\xbf\x01\x01\xff"));
        QVERIFY(!isRead({}, '\x81' + QByteArray(100, '\x81') + '\x01')); // deeper than anything of ours
        const QByteArray many("\x81\x9a\x00\x1e\x84\x80", 6);            // 2,000,000
        QVERIFY(!isRead({}, many + QByteArray("\x81\x00", 2).repeated(2'000'000)));
        QVERIFY(!isRead({}, many + QByteArray("\xa1\x00\x00", 3).repeated(2'000'000)));
        QVERIFY(isRead({}, many + QByteArray(2'000'000, '\x00')));
    }

    // ---- on a device

    void aDeviceComparesAndSaysOnlyWhatDiffers()
    {
        const DeviceTree tree;
        plant(tree, "sample 16384 0 - Live 0x0\nrootkit 4096 0 - Live 0x0 (OE)\n");
        LibraryDevice device;
        CommandProbe probe;
        device.bring(probe, u"golden.drivers.baseline"_s,
            fileOf(baselineOf(u"drivers"_s,
                {row(u"drivers"_s, {{u"driver_name"_s, u"gone"_s}}),
                    row(u"drivers"_s, {{u"driver_name"_s, u"sample"_s}, {u"driver_loaded"_s, false}})})));
        probe.around.root = tree.root();
        const Outcome outcome = probe.run(u"drivers -baseline golden"_s);
        QVERIFY2(!outcome.failure, outcome.failure ? qPrintable(debugText(*outcome.failure)) : "");
        QCOMPARE(column(probe, u"driver_name"_s), (QSet<QString>{u"gone"_s, u"sample"_s, u"rootkit"_s}));
        const QJsonObject changed = rowWhere(probe, u"driver_name"_s, u"sample"_s);
        QCOMPARE(changed.value(u"since_baseline"_s).toString(), u"changed"_s);
        QCOMPARE(changed.value(u"was_in_baseline"_s)[u"driver_loaded"], false);
        QCOMPARE(rowWhere(probe, u"driver_name"_s, u"rootkit"_s).value(u"since_baseline"_s).toString(), u"new"_s);
        QCOMPARE(rowWhere(probe, u"driver_name"_s, u"gone"_s).value(u"since_baseline"_s).toString(), u"gone"_s);
    }

    /// Compared with itself nothing differs, whatever the device has.
    void comparedWithItselfThereIsNothing_data()
    {
        QTest::addColumn<QString>("verb");
        for (const CommandSpec &command : Catalogue::instance().commands()) {
            if (!command.lasting.isEmpty())
                QTest::newRow(qPrintable(command.verb)) << command.verb;
        }
    }
    void comparedWithItselfThereIsNothing()
    {
        QFETCH(const QString, verb);
        const CommandSpec &command = *Catalogue::instance().find(verb);
        for (const QString &id : command.lasting + command.compared)
            QVERIFY2(command.columnIndex(id) >= 0, qPrintable(id));
        QVERIFY(command.parameter(u"baseline"));
        CommandProbe probe;
        std::ignore = probe.run(verb); // for its rows, whatever else it says here
        Baseline baseline = baselineOf(verb, {});
        baseline.rows = probe.cells;
        baseline.head.rows = quint32(baseline.rows.size());
        QCOMPARE(differences(command, baseline.rows, baseline, true).size(), 0U);
    }

    void anotherVerbsBaselineIsRefused()
    {
        const DeviceTree tree;
        plant(tree, "sample 16384 0 - Live 0x0\n");
        LibraryDevice device;
        CommandProbe probe;
        device.bring(probe, u"golden.drivers.baseline"_s, fileOf(baselineOf(u"services"_s, {})));
        probe.around.root = tree.root();
        const Outcome outcome = probe.run(u"drivers -baseline golden"_s);
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::BaselineMalformed);
    }

private:
    static void plant(const DeviceTree &tree, const QByteArray &modules)
    {
        QVERIFY(tree.write(u"/proc/sys/kernel/osrelease"_s, "6.12.0-test\n"));
        QVERIFY(tree.write(u"/proc/modules"_s, modules));
        QVERIFY(tree.write(u"/lib/modules/6.12.0-test/modules.dep"_s, ""));
    }
};

QTEST_GUILESS_MAIN(BaselineTest)
#include "tst_baseline.moc"
