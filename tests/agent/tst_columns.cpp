// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolation.h"
#include "protocol/artifacts/artifacts.h"
#include "protocol/baseline/baseline.h"
#include "tests/agent/actdevice.h"
#include "tests/agent/columnchecks.h"
#include "tests/agent/fakesystemd.h"
#include "tests/agent/librarydevice.h"
#include "tests/agent/plantedstarts.h"
#include "tests/service/evidencereceiver.h"
#include "tests/service/testtenantbench.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Service;
using namespace std::chrono_literals;

namespace {

using Rows = std::vector<QJsonObject>;

/// What a verb printed, and the columns that nothing here can fill, by the reason.
struct Printed {
    Rows rows;
    QMap<QString, QString> empty;

    void add(const CommandProbe &probe) { rows.insert(rows.end(), probe.rows.begin(), probe.rows.end()); }
};

void plantDrivers(const DeviceTree &tree)
{
    tree.write(u"/proc/sys/kernel/osrelease"_s, "6.12.0-test\n");
    tree.write(u"/proc/modules"_s, "sample 16384 1 other, Live 0x0000000000000000 (OE)\nother 4096 0 - Live 0x0\n");
    tree.write(u"/lib/modules/6.12.0-test/modules.dep"_s, "updates/sample.ko.xz:\nkernel/lazy.ko:\n");
    tree.folder(u"/lib/modules/6.12.0-test/updates"_s);
    QFile::copy(QStringLiteral(TEST_DATA_DIR "/modules/sample.ko.xz"),
        tree.place(u"/lib/modules/6.12.0-test/updates/sample.ko.xz"_s));
}

/// A saved /proc, in which one process belongs to a service.
void plantProcesses(const DeviceTree &tree)
{
    std::filesystem::copy(TEST_DATA_DIR "/proc", tree.place(u"/proc"_s).toStdString(),
        std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
    tree.write(u"/proc/77/cgroup"_s, "0::/system.slice/ssh.service\n");
}

bool setAttribute(const QByteArray &path, const char *name, const QByteArray &value)
{
    return ::setxattr(path.constData(), name, value.constData(), size_t(value.size()), 0) == 0;
}

/// False where the file system, or who runs this, may not.
bool setAppendOnly(const QByteArray &path, bool on)
{
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    int flags = 0;
    const bool known = file >= 0 && ::ioctl(file, FS_IOC_GETFLAGS, &flags) == 0;
    flags = on ? flags | FS_APPEND_FL : flags & ~FS_APPEND_FL;
    const bool done = known && ::ioctl(file, FS_IOC_SETFLAGS, &flags) == 0;
    ::close(file);
    return done;
}

bool isFilled(const QJsonValue &value)
{
    return !value.isNull() && value != QJsonValue(QString()) && value != QJsonValue(QJsonArray())
        && value != QJsonValue(QJsonObject());
}

QJsonValue cellAt(const QJsonObject &row, const QString &column)
{
    QJsonValue value = row;
    for (const QString &step : column.split(u'.'))
        value = value[step];
    return value;
}

/// What JSON has of a cell of this type, whatever the column.
bool suits(ValueType type, const QJsonValue &value)
{
    switch (type) {
    case ValueType::Boolean: return value.isBool();
    case ValueType::Integer:
    case ValueType::Size:
    case ValueType::Pid:
    case ValueType::CommandNumber: return value.isDouble() && value.toDouble() == double(value.toInteger());
    case ValueType::Duration: return value.isDouble();
    case ValueType::Object: return value.isObject() || value.isArray();
    default: return value.isString();
    }
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

/// Every verb that prints rows, on a device or a tenant made for it: each cell has the type and form that its column promises, and each
/// column is filled somewhere. A verb that is added to the catalogue is asked for here.
class ColumnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnHasItsCheck_data() { verbs(); }
    void everyColumnHasItsCheck()
    {
        QFETCH(QString, verb);
        QStringList columns;
        for (const ColumnSpec &column : Catalogue::instance().find(verb)->columns)
            columns += column.ofBaseline ? QStringList() : QStringList{column.id};
        columns.sort();
        QCOMPARE(columnChecks().value(verb).keys(), columns);
    }

    void everyColumnIsWhatItPromises_data() { verbs(); }
    void everyColumnIsWhatItPromises()
    {
        QFETCH(QString, verb);
        const CommandSpec &command = *Catalogue::instance().find(verb);
        if (command.runs == Runs::Device && !command.platforms.testFlag(Platform::Linux))
            QSKIP("this platform does not have it");
        const auto print = m_printers.value(verb);
        QVERIFY2(print, "a verb of the catalogue that this test does not run");
        const Printed printed = (this->*print)();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!printed.rows.empty());
        for (const ColumnSpec &column : command.columns) {
            if (!column.ofBaseline) // tst_baseline looks at these
                check(column, columnChecks()[verb][column.id], printed);
        }
    }

private:
    using Printer = Printed (ColumnsTest::*)();

    static void verbs()
    {
        QTest::addColumn<QString>("verb");
        for (const CommandSpec &command : Catalogue::instance().commands()) {
            if (!command.columns.isEmpty())
                QTest::newRow(qPrintable(command.verb)) << command.verb;
        }
    }

    static void check(const ColumnSpec &column, const CellCheck &accepts, const Printed &printed)
    {
        bool filled = false;
        for (const QJsonObject &row : printed.rows) {
            const QJsonValue value = cellAt(row, column.id);
            QVERIFY2(!value.isUndefined(), qPrintable(column.id));
            QVERIFY2(value.isNull() || (suits(column.type, value) && accepts(value)),
                qPrintable(column.id + u": "_s + shown(value)));
            filled = filled || isFilled(value);
        }
        if (!printed.empty.contains(column.id))
            QVERIFY2(filled, qPrintable(column.id + u" is filled nowhere"_s));
    }

    // ---- a device that has something of everything

    Printed onTree(const QStringList &lines, const DeviceTree &tree)
    {
        Printed printed;
        for (const QString &line : lines) {
            CommandProbe probe;
            probe.around.root = tree.root();
            const Outcome outcome = probe.run(line);
            if (outcome.failure)
                QTest::qFail(qPrintable(debugText(*outcome.failure)), __FILE__, __LINE__);
            printed.add(probe);
        }
        return printed;
    }

    Printed connect() { return onTree({u"connect"_s}, DeviceTree()); }

    Printed processes()
    {
        const DeviceTree tree;
        plantProcesses(tree);
        return onTree({u"processes"_s}, tree);
    }

    Printed connections()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        QTcpSocket remote;
        remote.connectToHost(server.serverAddress(), server.serverPort());
        if (!remote.waitForConnected())
            qWarning("no connection of our own: %s", qPrintable(remote.errorString()));
        QLocalServer local;
        const QTemporaryDir folder;
        local.listen(folder.filePath(u"a.sock"_s));
        Printed printed = onTree({u"connections"_s}, DeviceTree());
        printed.empty = {{u"network_namespace"_s, u"it takes another network namespace (tst_systemcommands)"_s}};
        return printed;
    }

    Printed services()
    {
        const DeviceTree tree;
        plantUnits(tree);
        return withSystemd(tree, u"services"_s, {u"current_state"_s, u"sub_state"_s, u"process_id"_s});
    }

    Printed scheduledtasks()
    {
        const DeviceTree tree;
        plantUnits(tree);
        plantCron(tree);
        plantPeople(tree);
        tree.write(u"/etc/cron.d/zone"_s, "CRON_TZ=Asia/Tokyo\n0 1 * * * root /opt/zone\n");
        return withSystemd(tree, u"scheduledtasks"_s, {u"last_run"_s});
    }

    /// `asked`: the columns that only a systemd that runs can fill.
    Printed withSystemd(const DeviceTree &tree, const QString &line, const QStringList &asked)
    {
        tree.folder(u"/run/systemd/system"_s);
        tree.folder(u"/run/dbus"_s);
        const QList<FakeUnit> units{{u"on.service"_s, u"active"_s, u"running"_s, {{u"MainPID"_s, 4242U}}},
            {u"off.timer"_s, u"active"_s, u"waiting"_s,
                {{u"NextElapseUSecRealtime"_s, quint64(1'800'000'000'000'000)},
                    {u"LastTriggerUSec"_s, quint64(1'700'000'000'000'000)}}}};
        FakeSystemd systemd;
        const QString problem = systemd.start(tree.place(u"/run/dbus/system_bus_socket"_s), units, {});
        Printed printed = onTree({line}, tree);
        for (const QString &column : asked) {
            if (!problem.isEmpty())
                printed.empty.insert(column, problem);
        }
        return printed;
    }

    Printed drivers()
    {
        const DeviceTree tree;
        plantDrivers(tree);
        Printed printed = onTree({u"drivers"_s}, tree);
        printed.empty = {{u"service_name"_s, u"only Windows registers drivers as services"_s}};
        return printed;
    }

    Printed startupfolders()
    {
        const DeviceTree tree;
        plantPeople(tree);
        plantDesktop(tree);
        return onTree({u"startupfolders"_s}, tree);
    }

    Printed persistence()
    {
        const DeviceTree tree;
        plantUnits(tree);
        plantCron(tree);
        plantPeople(tree);
        plantDesktop(tree);
        tree.write(u"/var/lib/dpkg/status"_s, "Package: sysstat\n");
        tree.write(u"/var/lib/dpkg/info/sysstat.list"_s, "/etc/cron.d/sysstat\n");
        Printed printed = onTree({u"persistence"_s}, tree);
        excuseBirthTimes(printed);
        return printed;
    }

    // ---- files

    /// Two files, a folder and a link.
    [[nodiscard]] DeviceTree plantFiles() const
    {
        DeviceTree tree;
        tree.write(u"/files/.hidden"_s, "content");
        tree.write(u"/files/folder/plain"_s, "content");
        tree.link(u"/files/link"_s, "folder/plain");
        return tree;
    }

    /// Not every file system knows when a file was made.
    static void excuseBirthTimes(Printed &printed)
    {
        const QTemporaryDir folder;
        if (!QFileInfo(folder.path()).birthTime().isValid())
            printed.empty.insert(u"created"_s, u"this file system keeps no birth times"_s);
    }

    Printed dir()
    {
        const DeviceTree tree = plantFiles();
        Printed printed = onTree(
            {u"dir %1"_s.arg(tree.place(u"/files"_s)), u"dir %1 -full_path"_s.arg(tree.place(u"/files"_s))}, tree);
        excuseBirthTimes(printed);
        return printed;
    }

    Printed findfile()
    {
        const DeviceTree tree = plantFiles();
        return onTree({u"findfile * -path %1 -everywhere"_s.arg(tree.place({}))}, tree);
    }

    Printed fileinfo()
    {
        const DeviceTree tree = plantFiles();
        const QString file = tree.place(u"/files/folder/plain"_s);
        const QByteArray path = QFile::encodeName(file);
        QMap<QString, QString> empty;
        const auto excuse = [&empty](bool planted, const QString &column, const QString &why) {
            if (!planted)
                empty.insert(column, why);
        };
        // One more user may read it: version 2, then tag, permissions and id of each entry.
        const auto acl = QByteArray::fromHex("02000000"
                                             "01000600ffffffff"
                                             "0200040001000000"
                                             "04000400ffffffff"
                                             "10000400ffffffff"
                                             "20000000ffffffff");
        excuse(setAttribute(path, "system.posix_acl_access", acl), u"acl"_s, u"no access control lists here"_s);
        const auto netRaw = QByteArray::fromHex("0100000200200000000000000000000000000000");
        excuse(setAttribute(path, "security.capability", netRaw), u"capabilities"_s, u"only root may give them"_s);
        excuse(setAttribute(path, "user.origin", "here"), u"extended_attributes"_s, u"this file system has none"_s);
        const bool appendOnly = setAppendOnly(path, true);
        excuse(appendOnly, u"file_flags"_s, u"only root may set them, and not everywhere"_s);
        const auto owner = linesOf(u"dpkg"_s, {u"--search"_s, u"/usr/bin/env"_s});
        excuse(!owner.isEmpty(), u"package"_s, u"no package owns a file here"_s);
        Printed printed = onTree({u"fileinfo %1"_s.arg(tree.place(u"/files/link"_s)), u"fileinfo /usr/bin/env"_s,
                                     u"fileinfo %1"_s.arg(QStringLiteral(TEST_DATA_DIR "/formats/hello.exe"))},
            tree);
        if (appendOnly)
            setAppendOnly(path, false);
        printed.empty = empty;
        excuseBirthTimes(printed);
        return printed;
    }

    Printed getfile()
    {
        const DeviceTree tree = plantFiles();
        EvidenceReceiver receiver;
        const QTemporaryDir agentFolder;
        Printed printed;
        for (const QString &path : {tree.place(u"/files/folder/plain"_s), tree.place(u"/files"_s)}) {
            CommandProbe probe;
            probe.around.bulk = receiver.endpoint();
            probe.around.folder = agentFolder.path();
            probe.ticket = [&receiver] { return receiver.ticket(); };
            // The test's own thread has to accept the connection.
            auto outcome = std::async(std::launch::async, [&] { return probe.run(u"getfile "_s + path); });
            if (!QTest::qWaitFor([&] { return outcome.wait_for(0s) == std::future_status::ready; }, 30'000))
                QTest::qFail("the file does not come", __FILE__, __LINE__);
            printed.add(probe);
        }
        excuseBirthTimes(printed);
        return printed;
    }

    Printed collect()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\n");
        EvidenceReceiver receiver;
        LibraryDevice device;
        CommandProbe probe;
        const ArtifactSet set{
            {{u"Accounts"_s, {{{"/etc/passwd", "/etc/pipe"}, false}}, {}}}, {u"Accounts"_s}, {u"test"_s}};
        if (::mkfifo(QFile::encodeName(tree.place(u"/etc/pipe"_s)).constData(), 0600) != 0)
            QTest::qFail("no pipe", __FILE__, __LINE__);
        device.bringExamination(probe, ArtifactSetName, toBytes(set));
        probe.around.bulk = receiver.endpoint();
        probe.around.root = tree.root();
        probe.ticket = [&receiver] { return receiver.ticket(); };
        auto outcome = std::async(std::launch::async, [&] { return probe.run(u"collect"_s); });
        if (!QTest::qWaitFor([&] { return outcome.wait_for(0s) == std::future_status::ready; }, 60'000))
            QTest::qFail("the package does not come", __FILE__, __LINE__);
        Printed printed;
        printed.add(probe);
        return printed;
    }

    Printed putfile()
    {
        LibraryDevice device;
        CommandProbe probe;
        device.bring(probe, u"tool.bin"_s, "content");
        const Outcome outcome = probe.run(u"putfile tool.bin -keep"_s);
        if (outcome.failure)
            QTest::qFail(qPrintable(debugText(*outcome.failure)), __FILE__, __LINE__);
        Printed printed;
        printed.add(probe);
        return printed;
    }

    // ---- acts

    /// The rows of the last of these lines.
    Printed asActs(const QStringList &lines)
    {
        ActDevice device;
        for (const QString &line : lines) {
            if (const QString failure = device.failure(line); !failure.isEmpty())
                QTest::qFail(qPrintable(failure), __FILE__, __LINE__);
        }
        Printed printed;
        printed.add(*device.probe);
        return printed;
    }
    Printed remediate()
    {
        const DeviceTree tree = plantFiles();
        return asActs({u"remediate file %1 -auto -reason why"_s.arg(tree.place(u"/files/.hidden"_s))});
    }
    Printed undo()
    {
        const DeviceTree tree = plantFiles();
        const QString path = tree.place(u"/files/.hidden"_s);
        return asActs({u"remediate file %1 -auto"_s.arg(path), u"undo file %1 -reason why"_s.arg(path)});
    }

    /// Only planned: what is done is the device that the test runs on.
    Printed asPlanned(const QString &line)
    {
        ActDevice device;
        CommandProbe probe;
        probe.around.acts = device.acts;
        probe.around.isolation = std::make_shared<Isolation>(device.folder());
        probe.around.bulk.service = QUrl(u"https://127.0.0.1:8443"_s);
        if (const Outcome outcome = probe.run(line); outcome.failure)
            QTest::qFail(qPrintable(debugText(*outcome.failure)), __FILE__, __LINE__);
        Printed printed;
        printed.add(probe);
        for (const auto &column : {u"act"_s, u"size"_s, u"time"_s, u"user_name"_s, u"reason"_s, u"expires"_s})
            printed.empty.insert(column, u"it is only planned"_s);
        return printed;
    }
    Printed isolate() { return asPlanned(u"isolate -plan"_s); }
    Printed release() { return asPlanned(u"release -plan"_s); }

    // ---- what something is worth

    /// With a rule and a list that find what is planted.
    Printed examined(const QStringList &lines)
    {
        Printed printed;
        for (const QString &line : lines) {
            LibraryDevice device;
            CommandProbe probe;
            device.bringExamination(probe, u"a.yar"_s,
                "rule a { meta: author = \"ada\" license = \"MIT\" description = \"what\" "
                "strings: $a = \"content\" condition: $a }");
            device.bringExamination(probe, u"a.bad.hashes"_s,
                QCryptographicHash::hash("content", QCryptographicHash::Sha256).toHex() + " planted\n");
            probe.around.examiner = SONDE_BIN_DIR "/sonde-agent";
            if (const Outcome outcome = probe.run(line); outcome.failure)
                QTest::qFail(qPrintable(debugText(*outcome.failure)), __FILE__, __LINE__);
            printed.add(probe);
        }
        return printed;
    }
    Printed analyze()
    {
        const DeviceTree tree = plantFiles();
        return examined({u"analyze file %1"_s.arg(tree.place(u"/files/.hidden"_s)),
            u"analyze process %1"_s.arg(QCoreApplication::applicationPid())});
    }
    Printed scan()
    {
        const DeviceTree tree = plantFiles();
        Printed printed = examined({u"scan %1"_s.arg(tree.place(u"/files"_s))});
        printed.empty.insert(u"pid"_s, u"it looks at files"_s);
        return printed;
    }

    // ---- a tenant

    Printed library()
    {
        TenantBench bench;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        bench.tenant().store.saveLibraryFile({.name = u"triage.ps1"_s,
            .version = 2,
            .sha256 = QByteArray(32, 'x'),
            .size = 7,
            .description = u"looks around"_s,
            .hasParameters = true,
            .parametersDescription = u"-deep"_s,
            .signature = SignatureState::Unsigned,
            .signer = {},
            .created = now,
            .createdBy = u"ada"_s,
            .updated = now,
            .updatedBy = u"ada"_s,
            .uses = 3});
        bench.tenant().turn.finish();
        bench.crash(); // the library is read when the service starts
        return asTyped(bench, {u"library"_s});
    }
    Printed baseline()
    {
        TenantBench bench;
        const BaselineHead head{.verb = u"drivers"_s,
            .device = u"desk-1"_s,
            .taken = QDateTime::currentDateTimeUtc(),
            .command = CommandId(7),
            .savedBy = u"ada"_s,
            .columns = {u"driver_name"_s},
            .rows = 0};
        const auto stored =
            bench.tenant()
                .libraryBlobs.prepare()
                .and_then([&] { return LibraryService::keepContent(bench.tenant().libraryBlobs, toBytes(head, {})); })
                .and_then([&](const LibraryService::Content &content) {
                    return bench.tenant().library.store({UserName(u"ada"_s), {Role::SecurityAdministrator}},
                        u"golden.drivers.baseline"_s, content, u"for a test"_s);
                });
        if (!stored)
            QTest::qFail(qPrintable(debugText(stored.error())), __FILE__, __LINE__);
        return asTyped(bench, {u"baseline"_s});
    }
    Printed jobs()
    {
        TenantBench bench;
        return asTyped(bench, {u"findfile x &"_s, u"jobs"_s});
    }
    Printed status()
    {
        TenantBench bench;
        return asTyped(bench, {u"proceses"_s, u"status 2"_s});
    }

    /// What the last line of a session prints. The device has begun with those before it.
    Printed asTyped(TenantBench &bench, const QStringList &lines)
    {
        const DeviceId device = bench.addDevice();
        const auto agent = bench.connectAgent(device);
        const auto analyst = bench.connectAnalyst();
        analyst->send(Message::StartSession{1, device, {}, false});
        const auto waitFor = [](const auto &condition) {
            if (!QTest::qWaitFor(condition))
                QTest::qFail("nothing happened", __FILE__, __LINE__);
        };
        waitFor([&] { return analyst->reply<Message::SessionStarted>(1) && agent->count<Message::RunCommand>() == 1; });
        const SessionId session = analyst->reply<Message::SessionStarted>(1)->session.id;
        agent->send(Message::CommandEnded{
            agent->last<Message::RunCommand>().command, CommandState::Completed, {}, 0, {}, {}, {}});
        CommandId last;
        quint32 request = 1;
        for (const QString &line : lines) {
            analyst->send(Message::SubmitLine{++request, session, line, {}});
            waitFor([&] { return analyst->reply<Message::LineTaken>(request).has_value(); });
            last = analyst->reply<Message::LineTaken>(request)->command;
            const CommandRecord &typed = *bench.tenant().sessions.command(last);
            const CommandSpec *spec = Catalogue::instance().find(typed.invocation.verb);
            if (spec && spec->runs == Runs::Service) // which may do it on another thread
                waitFor([&] { return isFinal(bench.tenant().sessions.command(last)->state); });
            if (isFinal(bench.tenant().sessions.command(last)->state))
                continue;
            waitFor([&] { return agent->last<Message::RunCommand>().command == last; });
            agent->send(Message::CommandStarted{last, QDateTime::currentDateTimeUtc()});
            agent->send(Message::CommandProgress{last, 42, 100, {}});
            waitFor([&] { return !bench.tenant().dispatcher.progress(last).isEmpty(); });
        }
        Printed printed;
        const auto chunk = bench.tenant().store.output(last, 0);
        if (!chunk)
            return printed;
        const CommandRecord &command = *bench.tenant().sessions.command(last);
        const auto rows = readRows(chunk->bytes).value();
        for (const QCborArray &row : rows)
            printed.rows.push_back(rowToJson(*Catalogue::instance().find(command.invocation.verb), row));
        return printed;
    }

    const QMap<QString, Printer> m_printers{{u"connect"_s, &ColumnsTest::connect},
        {u"baseline"_s, &ColumnsTest::baseline}, {u"collect"_s, &ColumnsTest::collect},
        {u"connections"_s, &ColumnsTest::connections}, {u"dir"_s, &ColumnsTest::dir},
        {u"drivers"_s, &ColumnsTest::drivers}, {u"fileinfo"_s, &ColumnsTest::fileinfo},
        {u"findfile"_s, &ColumnsTest::findfile}, {u"getfile"_s, &ColumnsTest::getfile}, {u"jobs"_s, &ColumnsTest::jobs},
        {u"library"_s, &ColumnsTest::library}, {u"persistence"_s, &ColumnsTest::persistence},
        {u"processes"_s, &ColumnsTest::processes}, {u"putfile"_s, &ColumnsTest::putfile},
        {u"scheduledtasks"_s, &ColumnsTest::scheduledtasks}, {u"services"_s, &ColumnsTest::services},
        {u"startupfolders"_s, &ColumnsTest::startupfolders}, {u"status"_s, &ColumnsTest::status},
        {u"remediate"_s, &ColumnsTest::remediate}, {u"undo"_s, &ColumnsTest::undo},
        {u"isolate"_s, &ColumnsTest::isolate}, {u"release"_s, &ColumnsTest::release},
        {u"analyze"_s, &ColumnsTest::analyze}, {u"scan"_s, &ColumnsTest::scan}};
};

QTEST_GUILESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
