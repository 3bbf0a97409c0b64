// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/moduleparser.h"
#include "agent/system/services/otherinits.h"
#include "agent/system/systemd/busrefusal.h"
#include "protocol/base/reason.h"
#include "tests/agent/fakesystemd.h"
#include "tests/agent/plantedunits.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using Sonde::Agent::Linux::busRefusal;

/// services and drivers on devices made for them, with systemd and without.
class ServicesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- services

    void servicesSayWhatTheFilesSay()
    {
        DeviceTree tree;
        plantUnits(tree);
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        const auto state = [&probe](const QString &name) {
            return rowWhere(probe, u"service_name"_s, name)[u"start_type"].toString();
        };
        QCOMPARE(state(u"on.service"_s), u"enabled"_s);
        QCOMPARE(state(u"off.service"_s), u"disabled"_s);
        QCOMPARE(state(u"static.service"_s), u"static"_s);
        QCOMPARE(state(u"hidden.service"_s), u"masked"_s);
        QCOMPARE(state(u"also.service"_s), u"indirect"_s);
        QCOMPARE(state(u"named.service"_s), u"enabled"_s);
        QCOMPARE(state(u"many@one.service"_s), u"enabled"_s);
        QCOMPARE(state(u"linked.service"_s), u"linked"_s);
        QVERIFY(!column(probe, u"service_name"_s).contains(u"other.service"_s)); // only another name

        const QJsonObject on = rowWhere(probe, u"service_name"_s, u"on.service"_s);
        QCOMPARE(on[u"binary_path"].toString(), u"/usr/sbin/on"_s);
        QCOMPARE(on[u"command_line"].toString(), u"/usr/sbin/on -D"_s);
        QCOMPARE(on[u"service_start_name"].toString(), u"daemon"_s);
        QCOMPARE(on[u"path"].toString(), u"/usr/lib/systemd/system/on.service"_s);
        QCOMPARE(on[u"dependencies"].toArray().at(0).toString(), u"network.target"_s);
        QVERIFY(on[u"current_state"].isNull());
        QCOMPARE(rowWhere(probe, u"service_name"_s, u"many@one.service"_s)[u"command_line"].toString(),
            u"/usr/sbin/many one"_s);
        QCOMPARE(rowWhere(probe, u"service_name"_s, u"changed.service"_s)[u"binary_path"].toString(),
            u"/tmp/.hidden/miner"_s);
        // Nobody knows the states, which is no error.
        QCOMPARE(probe.errors.size(), 1U);
        QVERIFY(isNote(probe.errors.front().code));
    }

    void servicesAgreeWithSystemctl()
    {
        DeviceTree tree;
        plantUnits(tree);
        const auto lines = linesOf(u"systemctl"_s,
            {u"--root="_s + tree.place({}), u"list-unit-files"_s, u"--type=service"_s, u"--no-legend"_s,
                u"--no-pager"_s});
        if (lines.isEmpty())
            QSKIP("no systemctl that reads another root");
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        int compared = 0;
        for (const QByteArray &line : lines) {
            const QStringList fields = QString::fromUtf8(line).simplified().split(u' ');
            if (fields.at(1) == u"alias")
                continue; // we show the service once, under its own name
            const QJsonObject row = rowWhere(probe, u"service_name"_s, fields.at(0));
            QVERIFY2(!row.isEmpty(), line.constData());
            QVERIFY2(row[u"start_type"].toString() == fields.at(1),
                qPrintable(u"%1: we say %2"_s.arg(QString::fromUtf8(line), row[u"start_type"].toString())));
            ++compared;
        }
        QVERIFY(compared >= 9);
    }

    void servicesMatchByName()
    {
        DeviceTree tree;
        plantUnits(tree);
        CommandProbe probe;
        runOn(tree, probe, u"services on"_s);
        QCOMPARE(column(probe, u"service_name"_s), QSet<QString>{u"on.service"_s});
        CommandProbe several;
        runOn(tree, several, u"services o*"_s);
        QCOMPARE(column(several, u"service_name"_s), (QSet<QString>{u"on.service"_s, u"off.service"_s}));
    }

    void servicesReadScriptsOfOlderSystems()
    {
        DeviceTree tree;
        tree.script(u"/etc/init.d/ssh"_s,
            "#!/bin/sh\n### BEGIN INIT INFO\n# Short-Description: Secure Shell\n### END INIT "
            "INFO\nDAEMON=/usr/sbin/sshd\n");
        tree.link(u"/etc/rc2.d/S01ssh"_s, "../init.d/ssh");
        tree.script(u"/etc/init.d/crond"_s, "#!/sbin/openrc-run\ncommand=/usr/sbin/crond\n");
        tree.link(u"/run/openrc/started/crond"_s, "/etc/init.d/crond");
        tree.link(u"/etc/runlevels/default/crond"_s, "/etc/init.d/crond");
        tree.script(u"/etc/init.d/off"_s);
        tree.write(u"/etc/init.d/README"_s);
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QCOMPARE(probe.rows.size(), 3U);
        const QJsonObject ssh = rowWhere(probe, u"service_name"_s, u"ssh"_s);
        QCOMPARE(ssh[u"start_type"].toString(), u"enabled"_s);
        QCOMPARE(ssh[u"service_type"].toString(), u"sysv"_s);
        QCOMPARE(ssh[u"binary_path"].toString(), u"/usr/sbin/sshd"_s);
        const QJsonObject cron = rowWhere(probe, u"service_name"_s, u"crond"_s);
        QCOMPARE(cron[u"service_type"].toString(), u"openrc"_s);
        QCOMPARE(cron[u"current_state"].toString(), u"active"_s);
        QCOMPARE(rowWhere(probe, u"service_name"_s, u"off"_s)[u"start_type"].toString(), u"disabled"_s);
        // A unit of the same name takes a script's place.
        tree.write(u"/usr/lib/systemd/system/ssh.service"_s, unit("/usr/sbin/sshd -D"));
        CommandProbe again;
        runOn(tree, again, u"services ssh*"_s);
        QCOMPARE(column(again, u"service_name"_s), QSet<QString>{u"ssh.service"_s});
    }

    /// A name can be linked to one script in one level, and to another in the next.
    void everyLinkOfALevelCounts()
    {
        DeviceTree tree;
        tree.script(u"/etc/init.d/ssh"_s);
        tree.link(u"/etc/rc5.d/S01ssh"_s, "../init.d/ssh");
        tree.script(u"/opt/evil"_s);
        tree.link(u"/etc/rc2.d/S99ssh"_s, "/opt/evil");
        tree.link(u"/etc/rc3.d/S99ssh"_s, "/opt/evil");
        tree.script(u"/etc/init.d/one"_s);
        tree.link(u"/etc/rc2.d/S50other"_s, "../init.d/one"); // by another name
        tree.script(u"/etc/init.d/replaced"_s);
        tree.script(u"/etc/rc2.d/S50replaced"_s);
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QStringList told;
        for (const QJsonObject &row : probe.rows)
            told += row[u"path"].toString() + u' ' + row[u"start_type"].toString();
        told.sort();
        QCOMPARE(told,
            (QStringList{u"/etc/init.d/one enabled"_s, u"/etc/init.d/replaced disabled"_s, u"/etc/init.d/ssh enabled"_s,
                u"/etc/rc2.d/S50replaced enabled"_s, u"/etc/rc2.d/S99ssh enabled"_s}));
    }

    /// A unit stands for a script in init.d, and for nothing that another init starts.
    void aUnitHidesNoServiceOfAnotherInit()
    {
        DeviceTree tree;
        tree.write(u"/usr/lib/systemd/system/cron.service"_s, unit("/usr/sbin/cron -f"));
        tree.script(u"/etc/init.d/cron"_s);
        tree.script(u"/etc/service/cron/run"_s);
        tree.write(u"/etc/init/cron.conf"_s, "exec /tmp/a\n");
        tree.write(u"/etc/dinit.d/cron"_s, "command = /tmp/b\n");
        tree.script(u"/etc/user/init.d/cron"_s, "#!/sbin/openrc-run\ncommand=/tmp/c\n");
        tree.script(u"/opt/evil"_s);
        tree.link(u"/etc/rc2.d/S99cron"_s, "/opt/evil");
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QCOMPARE(column(probe, u"path"_s),
            (QSet<QString>{u"/usr/lib/systemd/system/cron.service"_s, u"/etc/service/cron/run"_s,
                u"/etc/init/cron.conf"_s, u"/etc/dinit.d/cron"_s, u"/etc/user/init.d/cron"_s,
                u"/etc/rc2.d/S99cron"_s}));
    }

    void otherInitsSayWhoStartsWhat()
    {
        DeviceTree tree;
        tree.script(u"/etc/s6-rc/sv/bundled/run"_s);
        tree.write(u"/etc/dinit.d/boot"_s, "type = internal\ndepends-on: first\nwaits-for.d: wanted\n");
        tree.write(u"/etc/dinit.d/first"_s, "command = /tmp/first\ncommand += -x\n waits-for = second\n");
        tree.write(u"/usr/lib/dinit.d/second"_s, "command = /tmp/second\nrun-as = ada\n");
        tree.write(u"/etc/dinit.d/wanted/third"_s);
        tree.write(u"/etc/dinit.d/third"_s, "command = /tmp/third\n");
        tree.write(u"/etc/dinit.d/alone"_s, "command = /tmp/alone\ndepends-on: first\n");
        tree.write(u"/etc/dinit.d/user/everybodys"_s, "command = /tmp/u\n");
        tree.write(u"/etc/init/job.conf"_s, "setuid ada\nexec /tmp/job\n");
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        const auto cell = [&probe](const QString &name, const QString &column) {
            return rowWhere(probe, u"service_name"_s, name)[column].toString();
        };
        QVERIFY(
            rowWhere(probe, u"service_name"_s, u"bundled"_s)[u"start_type"].isNull()); // only a compiled database knows
        for (const QString &name : {u"first"_s, u"second"_s, u"third"_s})
            QCOMPARE(cell(name, u"start_type"_s), u"enabled"_s);
        QCOMPARE(cell(u"alone"_s, u"start_type"_s), u"disabled"_s);
        QCOMPARE(cell(u"first"_s, u"command_line"_s), u"/tmp/first -x"_s);
        QCOMPARE(cell(u"first"_s, u"service_start_name"_s), u"root"_s);
        QCOMPARE(cell(u"second"_s, u"service_start_name"_s), u"ada"_s);
        QCOMPARE(cell(u"job"_s, u"service_start_name"_s), u"ada"_s);
        const QJsonObject users = rowWhere(probe, u"service_name"_s, u"everybodys"_s);
        QCOMPARE(users[u"path"].toString(), u"/etc/dinit.d/user/everybodys"_s);
        QVERIFY(users[u"service_start_name"].isNull());
    }

    /// What ends in the middle.
    void unfinishedJobsOfUpstart()
    {
        const auto command = [](const QByteArray &job, const QByteArray &override = {}) {
            return Linux::parseUpstartJob(job, override).command;
        };
        QCOMPARE(command("exec /tmp/a \\"), "/tmp/a");
        QCOMPARE(command("exec /tmp/a", "exec /tmp/b \\"), "/tmp/b");
        QCOMPARE(command("script\n/tmp/a\n", "exec /tmp/b\n"), "/tmp/b");
        QCOMPARE(command("script\n/tmp/a\n"), "/tmp/a");
    }

    void servicesAskARunningSystemd()
    {
        DeviceTree tree;
        plantUnits(tree);
        tree.folder(u"/run/systemd/system"_s);
        tree.folder(u"/run/dbus"_s);
        const auto exec = [](const QStringList &arguments) {
            return QVariant::fromValue(QList<FakeCommand>{{arguments}});
        };
        const QList<FakeUnit> units{{u"on.service"_s, u"active"_s, u"running"_s,
                                        {{u"MainPID"_s, 4242U}, {u"ExecStart"_s, exec({u"/usr/sbin/on"_s, u"--old"_s})},
                                            {u"FragmentPath"_s, u"/usr/lib/systemd/system/on.service"_s}}},
            {u"gone.service"_s, u"active"_s, u"running"_s,
                {{u"MainPID"_s, 666U}, {u"ExecStart"_s, exec({u"/tmp/x"_s})}, {u"FragmentPath"_s, QString()}}},
            {u"mentioned.service"_s, u"inactive"_s, u"dead"_s, {}},
            {u"broken.service"_s, u"active"_s, u"exited"_s, {}}, // answers nothing when asked
            {u"off.timer"_s, u"active"_s, u"waiting"_s,
                {{u"NextElapseUSecRealtime"_s, quint64(1'800'000'000'000'000)},
                    {u"NextElapseUSecMonotonic"_s, quint64(0)},
                    {u"LastTriggerUSec"_s, quint64(1'700'000'000'000'000)}}}};
        FakeSystemd systemd;
        const QString problem = systemd.start(tree.place(u"/run/dbus/system_bus_socket"_s), units,
            {{u"/usr/lib/systemd/system/off.service"_s, u"enabled-runtime"_s}});
        if (!problem.isEmpty())
            QSKIP(qPrintable(problem));

        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QCOMPARE(probe.errors.size(), 0U);
        const QJsonObject on = rowWhere(probe, u"service_name"_s, u"on.service"_s);
        QCOMPARE(on[u"current_state"].toString(), u"active"_s);
        QCOMPARE(on[u"sub_state"].toString(), u"running"_s);
        QCOMPARE(on[u"process_id"].toInteger(), 4242);
        QCOMPARE(on[u"command_line"].toString(), u"/usr/sbin/on --old"_s); // what runs, not what the file says by now
        QCOMPARE(on[u"display_name"].toString(), u"described by the bus"_s);
        const QJsonObject gone = rowWhere(probe, u"service_name"_s, u"gone.service"_s);
        QCOMPARE(gone[u"process_id"].toInteger(), 666);
        QVERIFY(gone[u"path"].isNull());
        QVERIFY(!column(probe, u"service_name"_s).contains(u"mentioned.service"_s));
        QCOMPARE(rowWhere(probe, u"service_name"_s, u"broken.service"_s)[u"sub_state"].toString(), u"exited"_s);
        const QJsonObject off = rowWhere(probe, u"service_name"_s, u"off.service"_s);
        QCOMPARE(off[u"current_state"].toString(), u"inactive"_s);
        QCOMPARE(off[u"start_type"].toString(), u"enabled-runtime"_s);

        CommandProbe tasks;
        runOn(tree, tasks, u"scheduledtasks off.timer"_s);
        QCOMPARE(tasks.rows.at(0)[u"next_run"].toString(), u"2027-01-15T08:00:00.000Z"_s);
        QCOMPARE(tasks.rows.at(0)[u"last_run"].toString(), u"2023-11-14T22:13:20.000Z"_s);
    }

    void servicesSayWhenTheBusDoesNotAnswer()
    {
        DeviceTree tree;
        plantUnits(tree);
        tree.folder(u"/run/systemd/system"_s);
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QVERIFY(probe.rows.size() > 5);
        QCOMPARE(probe.errors.front().code, ErrorCode::CannotConnect);
        QCOMPARE(reasonOf(probe.errors.front()), Reason::NotFound);
        QVERIFY(probe.errors.front().facts.contains(Fact::Why)); // and not the bus's words
    }

    /// Each language has words for why; only what systemd itself says stays as it is.
    void reasonsOfTheBusHaveCodes()
    {
        const auto reason = [](QDBusError::ErrorType type, const QString &words) {
            return busRefusal(QDBusError(QDBusMessage::createError(type, words)));
        };
        QCOMPARE(reasonOf(reason(QDBusError::AccessDenied, u"Rejected send message, 2 matched rules"_s)),
            Reason::PermissionDenied);
        QCOMPARE(reasonOf(reason(QDBusError::NoReply, u"Did not receive a reply."_s)), Reason::NoAnswerInTime);
        QCOMPARE(
            reasonOf(reason(QDBusError::Disconnected, u"Not connected to D-Bus server"_s)), Reason::ConnectionClosed);
        QCOMPARE(reasonOf(reason(QDBusError::NoServer, u"Failed to connect to socket /x: Connection refused"_s)),
            Reason::ConnectionRefused);
        const Error own = reason(QDBusError::Other, u"Unit evil.service is masked."_s);
        QCOMPARE(own.reason, u"Unit evil.service is masked."_s);
        QVERIFY(!own.facts.contains(Fact::Why));
    }

    // ---- drivers

    void driversAreReadFromTheKernelsFiles()
    {
        DeviceTree tree;
        tree.write(u"/proc/sys/kernel/osrelease"_s, "6.12.0-test\n");
        tree.write(u"/proc/modules"_s, "sample 16384 1 other, Live 0x0000000000000000 (OE)\nother 4096 0 - Live 0x0\n");
        tree.write(u"/sys/module/hiding/initstate"_s, "live\n");
        tree.write(u"/sys/module/hiding/coresize"_s, "8192\n");
        tree.folder(u"/sys/module/printk"_s);
        tree.write(u"/lib/modules/6.12.0-test/modules.dep"_s, "updates/sample.ko.xz:\nkernel/lazy.ko:\n");
        tree.write(u"/lib/modules/6.12.0-test/modules.builtin"_s, "kernel/fs/ext4/ext4.ko\n");
        tree.write(u"/lib/modules/6.12.0-test/modules.builtin.modinfo"_s, QByteArray("ext4.description=Fourth\0", 24));
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/modules/sample.ko.xz"), [&] {
            tree.folder(u"/lib/modules/6.12.0-test/updates"_s);
            return tree.place(u"/lib/modules/6.12.0-test/updates/sample.ko.xz"_s);
        }()));
        CommandProbe probe;
        runOn(tree, probe, u"drivers"_s);
        QCOMPARE(probe.errors.size(), 0U);
        const auto row = [&probe](const QString &name) { return rowWhere(probe, u"driver_name"_s, name); };
        const QJsonObject sample = row(u"sample"_s);
        QCOMPARE(sample[u"driver_loaded"].toBool(), true);
        QCOMPARE(sample[u"path"].toString(), u"/lib/modules/6.12.0-test/updates/sample.ko.xz"_s);
        QCOMPARE(sample[u"description"].toString(), u"A sample for tests"_s);
        QCOMPARE(sample[u"signature"].toString(), u"Sonde test kernel key (sha256)"_s);
        QCOMPARE(sample[u"size"].toInteger(), 16384);
        QCOMPARE(sample[u"used_by"][0].toString(), u"other"_s);
        QCOMPARE(sample[u"taints"][0].toString(), u"out-of-tree"_s);
        QVERIFY(row(u"other"_s)[u"path"].isNull()); // loaded, and no file is installed for it
        QCOMPARE(row(u"other"_s)[u"driver_loaded"].toBool(), true);
        QCOMPARE(row(u"hiding"_s)[u"size"].toInteger(), 8192);
        QCOMPARE(row(u"ext4"_s)[u"service_state"].toString(), u"built-in"_s);
        QCOMPARE(row(u"ext4"_s)[u"description"].toString(), u"Fourth"_s);
        QCOMPARE(row(u"printk"_s)[u"service_state"].toString(), u"built-in"_s);
        QCOMPARE(row(u"lazy"_s)[u"driver_loaded"].toBool(true), false);
    }

    /// Nothing hides from a list that nobody read.
    void withoutTheListNoModuleHides()
    {
        DeviceTree tree;
        tree.folder(u"/proc/modules"_s);
        tree.write(u"/sys/module/good/initstate"_s, "live\n");
        CommandProbe probe;
        runOn(tree, probe, u"drivers"_s);
        const QJsonObject good = rowWhere(probe, u"driver_name"_s, u"good"_s);
        QCOMPARE(good[u"driver_loaded"].toBool(), true);
        QCOMPARE(good[u"service_type"].toString(), u"kernel module"_s);
    }

    /// One that was loaded after the list was read is in it when it is read again.
    void aModuleThatIsLoadedMeanwhileDoesNotHide()
    {
        std::vector<Linux::LoadedModule> modules{{.name = "a"}, {.name = "new", .size = 1}, {.name = "hidden"}};
        QSet<QByteArray> hidden{"new", "hidden"};
        Linux::dropListed(modules, hidden, {{.name = "a"}, {.name = "new", .size = 2, .users = {"a"}}});
        QCOMPARE(hidden, QSet<QByteArray>{"hidden"});
        QCOMPARE(modules.at(1).users, QByteArrayList{"a"});
        QCOMPARE(modules.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(ServicesTest)
#include "tst_services.moc"
