// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/drivers.h"
#include "agent/system/persistence/persistence.h"
#include "agent/system/services/otherinits.h"
#include "agent/system/services/services.h"
#include "agent/system/tasks/cronschedule.h"
#include "agent/system/tasks/scheduledtasks.h"
#include "tests/agent/devicetree.h"

#include <QTest>
#include <QTimeZone>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

constexpr qint64 Noon = 1'780'315'200; ///< 2026-06-01 12:00:00 UTC, a Monday

ScheduledTask taskOf(const DeviceTree &tree, const std::function<bool(const ScheduledTask &task)> &isIt)
{
    const auto list = listScheduledTasks(tree.root(), Noon, {});
    const auto found = list ? std::ranges::find_if(list->tasks, isIt) : std::vector<ScheduledTask>::const_iterator();
    return list && found != list->tasks.end() ? *found : ScheduledTask();
}

ScheduledTask taskStarting(const DeviceTree &tree, const QByteArray &program)
{
    return taskOf(tree, [&program](const ScheduledTask &task) {
        return std::ranges::contains(task.actions, program, &TaskAction::command);
    });
}

Service serviceOf(const DeviceTree &tree, const QByteArray &name)
{
    const auto list = listServices(tree.root(), {}).value_or(ServiceList());
    const auto found = std::ranges::find(list.services, name, &Service::name);
    return found == list.services.end() ? Service() : *found;
}

Driver driverOf(const DeviceTree &tree, const QByteArray &name)
{
    const auto list = listDrivers(tree.root(), {}).value_or(DriverList());
    const auto found = std::ranges::find(list.drivers, name, &Driver::name);
    return found == list.drivers.end() ? Driver() : *found;
}

std::vector<PersistenceEntry> rowsOf(const DeviceTree &tree, const QString &method)
{
    auto list = listPersistence(tree.root(), {}).value_or(PersistenceList());
    std::erase_if(list.entries, [&method](const PersistenceEntry &entry) { return entry.method != method; });
    return list.entries;
}

PersistenceEntry rowOf(const DeviceTree &tree, const QString &method, const QByteArray &name)
{
    const auto rows = rowsOf(tree, method);
    const auto found = std::ranges::find(rows, name, &PersistenceEntry::name);
    return found == rows.end() ? PersistenceEntry() : *found;
}

/// Paths of what a row starts.
QStringList startsOf(const PersistenceEntry &entry)
{
    QStringList paths;
    for (const QCborValue &one : entry.starts)
        paths += one.toMap().value("path"_L1).toString();
    return paths;
}

} // namespace

/// Reports about other tools, tried here: drivers, scheduled tasks and services. The report's number stands beside each.
class ReportCasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- scheduled tasks

    /// osquery 1108, 6268: where users' tables lie on Red Hat and SUSE.
    void usersTablesOfOtherDistributions_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/var/spool/cron/crontabs/ada", "/var/spool/cron/ada", "/var/spool/cron/tabs/ada"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void usersTablesOfOtherDistributions()
    {
        QFETCH(QString, path);
        const DeviceTree tree;
        tree.write(path, "* * * * * /tmp/one\n");
        QCOMPARE(taskStarting(tree, "/tmp/one").user, "ada");
    }

    /// osquery 4420: at and batch, in the places of Debian, Red Hat and SUSE.
    void jobsOfAtAndBatch_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/var/spool/cron/atjobs/a0000101c5f8c0", "/var/spool/at/b0000101c5f8c0",
                 "/var/spool/atjobs/a0000101c5f8c0"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void jobsOfAtAndBatch()
    {
        QFETCH(QString, path);
        const DeviceTree tree;
        tree.script(
            path, "#!/bin/sh\n# atrun uid=0 gid=0\n# mail root 0\numask 22\ncd / || {\n\t exit 1\n}\n/tmp/job\n");
        QCOMPARE(taskStarting(tree, "/tmp/job").kind, u"at"_s);
    }

    /// systemd-cron 49, cronie 62: steps and ranges of months and days, by number and by name.
    void stepsAndNames_data()
    {
        QTest::addColumn<QByteArray>("schedule");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *schedule, const char *next) {
            QTest::newRow(schedule) << QByteArray(schedule) << QString::fromLatin1(next);
        };
        row("0 0 1 */3 *", "2026-07-01T00:00:00");
        row("30 13 * * mon-fri", "2026-06-01T13:30:00");
        row("0 12 * * SAT,sun", "2026-06-06T12:00:00");
        row("0 12 2 jan-mar *", "2027-01-02T12:00:00");
        row("0 0 * * 7", "2026-06-07T00:00:00");
    }
    void stepsAndNames()
    {
        QFETCH(QByteArray, schedule);
        const auto parsed = CronSchedule::parse(schedule);
        QVERIFY(parsed);
        const auto next = parsed->next(QDateTime::fromSecsSinceEpoch(Noon, QTimeZone::UTC));
        QVERIFY(next);
        QTEST(next->toString(u"yyyy-MM-ddTHH:mm:ss"), "next");
    }

    /// vixie 20, systemd-cron 91: a line that only another cron understands is a row without a next run, and hides none behind it.
    void linesOfAnotherCron()
    {
        const DeviceTree tree;
        tree.write(u"/etc/cron.d/x"_s, "0 12 $ * * root /tmp/last\nnonsense\n@reboot root /tmp/boot -x; /tmp/more");
        const ScheduledTask last = taskStarting(tree, "/tmp/last");
        QCOMPARE(last.user, "root");
        QVERIFY(!last.nextRun);
        QCOMPARE(taskStarting(tree, "/tmp/boot").triggers.front().type, u"boot"_s);
    }

    /// mise 11128, systemd 27116: another unit is named with its type; a name without one counts for nothing.
    void whatATimerStarts()
    {
        const DeviceTree tree;
        tree.write(u"/etc/systemd/system/a.timer"_s, "[Timer]\nOnCalendar=daily\nUnit=other\n");
        tree.write(u"/etc/systemd/system/a.service"_s, "[Service]\nType=oneshot\nExecStart=/tmp/same\n");
        tree.write(u"/etc/systemd/system/b.timer"_s, "[Timer]\nOnCalendar=daily\nUnit=other.service\n");
        tree.write(u"/etc/systemd/system/other.service"_s,
            "[Service]\nType=oneshot\nExecStartPre=/tmp/before\nExecStart=/tmp/one\nExecStart=/tmp/two\n");
        QCOMPARE(taskStarting(tree, "/tmp/same").id, "a.timer");
        for (const char *program : {"/tmp/before", "/tmp/one", "/tmp/two"})
            QCOMPARE(taskStarting(tree, program).id, "b.timer");
        QCOMPARE(rowOf(tree, u"services"_s, "other.service").command, "/tmp/one ; /tmp/two"); // not the first alone
    }

    /// Yuzu 4154, systemd 38927, uac 247: a user's links enable timers of the distribution, of the administrator, and his own.
    void timersThatAUserEnabled_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("links");
        QTest::addColumn<QByteArray>("user");
        const auto home = u"/home/ada/.config/systemd/user"_s;
        QTest::newRow("his own") << home << home << "ada"_ba;
        QTest::newRow("the distribution's") << u"/usr/lib/systemd/user"_s << home << "ada"_ba;
        QTest::newRow("for everybody") << u"/usr/lib/systemd/user"_s << u"/etc/systemd/user"_s << ""_ba;
        QTest::newRow("in what is kept in memory")
            << u"/usr/lib/systemd/user"_s << u"/run/user/1000/systemd/user"_s << "ada"_ba;
    }
    void timersThatAUserEnabled()
    {
        QFETCH(QString, folder);
        QFETCH(QString, links);
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "ada:x:1000:1000::/home/ada:/bin/sh\n");
        tree.folder(u"/home/ada"_s);
        tree.write(folder + u"/t.timer"_s, "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n");
        tree.write(folder + u"/t.service"_s, "[Service]\nExecStart=/tmp/t\n");
        tree.link(links + u"/timers.target.wants/t.timer"_s, (folder + u"/t.timer"_s).toUtf8());
        const ScheduledTask task = taskOf(tree, [](const ScheduledTask &one) { return one.enabled; });
        QCOMPARE(task.path, (folder + u"/t.timer"_s).toUtf8());
        QTEST(task.user, "user");
    }

    // ---- services of systemd

    /// systemd 13743, 18839, coreos 1124: drop-ins of one, of all whose name begins so, of all of a type, and of a user for one of the
    /// distribution's.
    void dropInsAreStarted_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("method");
        for (const char *folder : {"a-b.service.d", "a-.service.d", "service.d"})
            QTest::newRow(folder) << u"/etc/systemd/system/"_s + QString::fromLatin1(folder) << u"services"_s;
        QTest::newRow("a user's") << u"/home/ada/.config/systemd/user/a-b.service.d"_s << u"user_services"_s;
    }
    void dropInsAreStarted()
    {
        QFETCH(QString, folder);
        QFETCH(QString, method);
        const DeviceTree tree;
        tree.folder(u"/home/ada"_s);
        tree.script(u"/tmp/evil"_s);
        const QString place = method == u"services" ? u"/usr/lib/systemd/system"_s : u"/usr/lib/systemd/user"_s;
        tree.write(place + u"/a-b.service"_s, "[Service]\nExecStart=/usr/bin/good\n");
        tree.write(folder + u"/x.conf"_s, "[Service]\nExecStart=\nExecStart=-/tmp/evil\n");
        const auto rows = rowsOf(tree, method);
        const auto found = std::ranges::find(rows, "/tmp/evil"_ba, &PersistenceEntry::command);
        QVERIFY(found != rows.end());
        QCOMPARE(startsOf(*found), (QStringList{folder + u"/x.conf"_s, u"/tmp/evil"_s}));
    }

    /// systemd 29155: a link among the distribution's own files starts a unit, whatever is-enabled says; and .upholds does what .wants does.
    void linksThatStart_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link :
            {"/usr/lib/systemd/system/multi-user.target.wants", "/etc/systemd/system/x.target.upholds",
                "/etc/systemd/system.attached/multi-user.target.requires", "/run/systemd/transient/y.target.wants"})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void linksThatStart()
    {
        QFETCH(QString, link);
        const DeviceTree tree;
        tree.write(u"/usr/lib/systemd/system/a.service"_s, "[Service]\nExecStart=/tmp/a\n");
        tree.link(link + u"/a.service"_s, "/usr/lib/systemd/system/a.service");
        QCOMPARE(rowOf(tree, u"services"_s, "a.service").enabled, true);
    }

    /// systemd.socket(5): what a socket runs before its service is asked for anything.
    void aSocketRunsPrograms()
    {
        const DeviceTree tree;
        tree.script(u"/tmp/evil"_s);
        tree.write(u"/etc/systemd/system/a.socket"_s, "[Socket]\nListenStream=9\nExecStartPre=/tmp/evil\n");
        const PersistenceEntry row = rowOf(tree, u"services"_s, "a.socket");
        QCOMPARE(startsOf(row), QStringList{u"/tmp/evil"_s});
        QVERIFY(row.details.value(u"commands"_s).toMap().contains("ExecStartPre"_L1));
    }

    /// nixpkgs 3702, systemd 4229: a user's manager that lingers starts his services at boot. What %h stands for is looked at.
    void aUserWhoLingers()
    {
        const DeviceTree tree;
        tree.script(u"/home/ada/.x/evil"_s);
        tree.write(u"/home/ada/.config/systemd/user/a.service"_s, "[Service]\nExecStart=%h/.x/evil\n");
        QVERIFY(!rowOf(tree, u"user_services"_s, "a.service").details.contains("lingers"_L1));
        tree.write(u"/var/lib/systemd/linger/ada"_s);
        const PersistenceEntry row = rowOf(tree, u"user_services"_s, "a.service");
        QVERIFY(row.details.value(u"lingers"_s).toBool());
        QCOMPARE(startsOf(row), QStringList{u"/home/ada/.x/evil"_s});
    }

    // ---- services of other programs

    /// ansible 44409: where a unit has the script's name, the script and its links count for nothing.
    void aUnitStandsForAScript()
    {
        const DeviceTree tree;
        tree.script(u"/etc/init.d/td"_s);
        tree.link(u"/etc/rc3.d/S20td"_s, "../init.d/td");
        tree.write(u"/usr/lib/systemd/system/td.service"_s, "[Service]\nExecStart=/x\n[Install]\nWantedBy=a.target\n");
        QCOMPARE(serviceOf(tree, "td").name, QByteArray());
        QCOMPARE(serviceOf(tree, "td.service").startType, u"disabled"_s);
    }

    /// uac 355: what stands among the links of a runlevel is started, also when it is none of the scripts.
    void whatStandsAmongTheLinks_data()
    {
        QTest::addColumn<bool>("isLink");
        QTest::newRow("a link to elsewhere") << true;
        QTest::newRow("a file of its own") << false;
    }
    void whatStandsAmongTheLinks()
    {
        QFETCH(bool, isLink);
        const DeviceTree tree;
        tree.script(u"/etc/init.d/good"_s);
        tree.link(u"/etc/rc3.d/S10good"_s, "../init.d/good");
        tree.script(isLink ? u"/opt/evil.sh"_s : u"/etc/rc3.d/S99evil"_s);
        if (isLink)
            tree.link(u"/etc/rc3.d/S99evil"_s, "/opt/evil.sh");
        QCOMPARE(serviceOf(tree, "evil").startType, u"enabled"_s);
        QCOMPARE(rowOf(tree, u"init_scripts"_s, "evil").path, "/etc/rc3.d/S99evil");
        QCOMPARE(rowsOf(tree, u"init_scripts"_s).size(), 2U);
    }

    /// blueprint 108, openmandriva 51: whatever its headers say, the links decide.
    void headersEnableNothing()
    {
        const DeviceTree tree;
        tree.script(u"/etc/init.d/a"_s, "#!/bin/sh\n# chkconfig: 2345 90 10\n# description: says so\n");
        tree.script(u"/etc/init.d/b"_s, "#!/bin/sh\n### BEGIN INIT INFO\n# Provides:\n# Default-Start: 2 3\n### END\n");
        tree.link(u"/etc/rc2.d/S20b"_s, "../init.d/b");
        QCOMPARE(serviceOf(tree, "a").startType, u"disabled"_s);
        QCOMPARE(serviceOf(tree, "a").displayName, "says so");
        QCOMPARE(serviceOf(tree, "b").startType, u"enabled"_s);
    }

    /// arch-openrc 1: the interpreter lies elsewhere on some.
    void interpretersOfOpenRc_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
            {"#!/sbin/openrc-run", "#!/usr/bin/openrc-run", "#!/usr/bin/env openrc-run", "#!/sbin/runscript"})
            QTest::newRow(line) << QByteArray(line);
    }
    void interpretersOfOpenRc()
    {
        QFETCH(QByteArray, line);
        const DeviceTree tree;
        tree.script(u"/etc/init.d/a"_s, line + "\ncommand=/tmp/a\ncommand_args=\"-x\"\n");
        tree.link(u"/etc/runlevels/default/a"_s, "/etc/init.d/a");
        QCOMPARE(serviceOf(tree, "a").type, u"openrc"_s);
        QCOMPARE(serviceOf(tree, "a").commandLine, "/tmp/a -x");
    }

    /// OpenRC 808, 1035: services of users.
    void usersScriptsOfOpenRc()
    {
        const DeviceTree tree;
        tree.folder(u"/home/ada"_s);
        tree.script(u"/home/ada/.config/rc/init.d/evil"_s, "#!/sbin/openrc-run\ncommand=/tmp/evil\n");
        QCOMPARE(serviceOf(tree, "evil").startType, u"disabled"_s);
        tree.link(u"/home/ada/.config/rc/runlevels/default/evil"_s, "/home/ada/.config/rc/init.d/evil");
        const PersistenceEntry row = rowOf(tree, u"init_scripts"_s, "evil");
        QCOMPARE(row.enabled, true);
        QCOMPARE(row.command, "/tmp/evil");
        QCOMPARE(row.details.value(u"user"_s).toString(), u"ada"_s);
    }

    /// metasploit 19359: jobs of Upstart.
    void jobsOfUpstart()
    {
        const DeviceTree tree;
        const QByteArray job =
            "description \"A job\"\nstart on (filesystem\n  and started x)\nrespawn\nexec /tmp/main \\\n -a\n";
        tree.write(u"/etc/init/evil.conf"_s, job + "pre-start script\n  # c\n  /tmp/before\nend script\n");
        const Service service = serviceOf(tree, "evil");
        QCOMPARE(service.startType, u"enabled"_s);
        QCOMPARE(service.displayName, "A job");
        QCOMPARE(service.commandLine, "/tmp/main -a\n# c\n/tmp/before");
        tree.write(u"/etc/init/evil.override"_s, "manual\n");
        QCOMPARE(serviceOf(tree, "evil").startType, u"disabled"_s);
        QCOMPARE(parseUpstartJob("exec /a\nscript\nb\nc\nend script\nstart on x\nmanual\nstart on y").command, "b\nc");
        QCOMPARE(parseUpstartJob("executable\nscripts\nexec").command, QByteArray());
        QVERIFY(rowOf(tree, u"init_scripts"_s, "evil").enabled == false);
    }

    /// What runit, s6 and dinit keep running.
    void servicesThatAreSupervised()
    {
        const DeviceTree tree;
        tree.script(u"/etc/sv/on/run"_s);
        tree.link(u"/etc/service/on"_s, "/etc/sv/on");
        tree.script(u"/etc/sv/off/run"_s);
        tree.script(u"/var/service/down/run"_s);
        tree.write(u"/var/service/down/down"_s);
        tree.script(u"/run/service/s/run"_s);
        tree.write(u"/etc/dinit.d/d"_s, "# x\ntype = process\ncommand = /tmp/d -x\nrun-as: ada\n");
        tree.link(u"/etc/dinit.d/boot.d/d"_s, "../d");
        for (const auto &[name, type, start] : {std::tuple("on", "runit", "enabled"),
                 std::tuple("off", "runit", "disabled"), std::tuple("down", "runit", "disabled"),
                 std::tuple("s", "s6", "enabled"), std::tuple("d", "dinit", "enabled")}) {
            const Service service = serviceOf(tree, name);
            QCOMPARE(service.type, QString::fromLatin1(type));
            QCOMPARE(service.startType, QString::fromLatin1(start));
        }
        QCOMPARE(serviceOf(tree, "d").commandLine, "/tmp/d -x");
        QCOMPARE(serviceOf(tree, "d").account, "ada");
        QCOMPARE(rowsOf(tree, u"init_scripts"_s).size(), 5U);
    }

    // ---- what else starts programs

    /// forensicartifacts 531 and others: incron's tables; metasploit 19359: apk's hooks.
    void tablesOfIncron()
    {
        const DeviceTree tree;
        tree.write(u"/etc/incron.d/x"_s, "# c\n/etc/my\\ file IN_CLOSE_WRITE,loopable=true /tmp/evil $@/$#\n");
        tree.write(u"/var/spool/incron/root"_s, "/tmp IN_CREATE /tmp/more\n");
        tree.script(u"/etc/apk/commit_hooks.d/evil"_s);
        const auto rows = rowsOf(tree, u"file_watches"_s);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(rows.front().command, "/tmp/evil $@/$#");
        QCOMPARE(rows.front().details.value(u"for"_s).toString(), u"/etc/my file"_s);
        QVERIFY(rows.front().id.startsWith("/etc/incron.d/x#"));
        QCOMPARE(rowOf(tree, u"package_hooks"_s, "evil").enabled, true);
    }

    // ---- drivers

    /// osquery 389, wazuh 1654: what hides from the list and is still among the kernel's objects is a row of its own kind.
    void aModuleThatHides()
    {
        const DeviceTree tree;
        tree.write(u"/proc/modules"_s, "good 4096 0 - Live 0x0\n");
        for (const char *name : {"good", "diamorphine"}) {
            const QString folder = u"/sys/module/"_s + QString::fromLatin1(name);
            tree.write(folder + u"/initstate"_s, "live\n");
            tree.write(folder + u"/taint"_s, name == "good"_ba ? "\n" : "OE\n");
            tree.write(folder + u"/coresize"_s, "16384\n");
        }
        QCOMPARE(driverOf(tree, "good").type, u"kernel module"_s);
        const Driver hidden = driverOf(tree, "diamorphine");
        QCOMPARE(hidden.type, u"hidden kernel module"_s);
        QCOMPARE(hidden.size.value_or(0), 16384);
        QVERIFY(hidden.loaded);
        QVERIFY(!hidden.taints.isEmpty()); // test-network-function 638
    }

    /// mql 5641, uac 262: the list itself, without lsmod, with what taints the kernel.
    void theListOfModules()
    {
        const DeviceTree tree;
        tree.write(u"/proc/modules"_s, "taint_module 12288 1 user, Loading 0x0000000000000000 (POE)\n");
        const Driver driver = driverOf(tree, "taint_module");
        QCOMPARE(driver.state, u"loading"_s);
        QCOMPARE(driver.usedBy, QByteArrayList{"user"});
        QCOMPARE(driver.taints.size(), 3);
    }
};

QTEST_GUILESS_MAIN(ReportCasesTest)
#include "tst_reportcases.moc"
