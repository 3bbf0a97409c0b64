// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/tasks/scheduledtasks.h"
#include "tests/agent/plantedstarts.h"

#include <QTest>
#include <QTimeZone>
#include <cstdio>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

QStringList methodsAndNames(const CommandProbe &probe)
{
    QStringList all;
    for (const QJsonObject &row : probe.rows)
        all += row[u"method"].toString() + u' ' + row[u"name"].toString();
    return all;
}

} // namespace

/// The commands that read a device's configuration, on devices made for it.
class ConfigurationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- scheduled tasks

    void tasksOfEveryPlaceAreThere()
    {
        DeviceTree tree;
        plantUnits(tree);
        plantCron(tree);
        plantPeople(tree);
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        const auto byCommand = [&probe](const QString &command) {
            const auto found = std::ranges::find_if(probe.rows, [&](const QJsonObject &row) {
                return row[u"task"][u"actions"][u"exec"][0][u"command"].toString() == command;
            });
            return found == probe.rows.end() ? QJsonObject() : *found;
        };
        const auto user = [](const QJsonObject &row) {
            return row[u"task"][u"principals"][u"principal"][u"userId"].toString();
        };
        QCOMPARE(user(byCommand(u"/usr/lib/sysstat/debian-sa1"_s)), u"root"_s);
        QCOMPARE(user(byCommand(u"/opt/once"_s)), u"daemon"_s);
        QVERIFY(byCommand(u"/opt/once"_s)[u"next_run"].isNull());
        QCOMPARE(byCommand(u"/opt/never"_s)[u"is_enabled"].toBool(true), false);
        QCOMPARE(user(byCommand(u"/home/alice/backup.sh"_s)), u"alice"_s);
        QCOMPARE(user(byCommand(u"/home/bob/backup.sh"_s)), u"bob"_s);
        QCOMPARE(byCommand(u"/etc/cron.daily/logrotate"_s)[u"is_enabled"].toBool(), true);
        QVERIFY(!byCommand(u"/etc/cron.daily/logrotate"_s)[u"next_run"].isNull());
        QCOMPARE(byCommand(u"/etc/cron.daily/notexecutable"_s)[u"is_enabled"].toBool(true), false);
        for (const QString &part :
            {u"/etc/cron.hourly/hourly"_s, u"/etc/cron.weekly/weekly"_s, u"/etc/cron.monthly/monthly"_s})
            QVERIFY2(!byCommand(part).isEmpty(), qPrintable(part));
        QCOMPARE(byCommand(u"/usr/local/bin/report"_s)[u"id"].toString(), u"at:3"_s);
        QVERIFY(column(probe, u"id"_s).contains(u"anacron:cron.daily"_s));

        const QJsonObject masked = rowWhere(probe, u"id"_s, u"hidden.timer"_s);
        QVERIFY(!masked.isEmpty());
        QCOMPARE(masked[u"is_enabled"].toBool(true), false);
        const QJsonObject timer = rowWhere(probe, u"id"_s, u"off.timer"_s);
        QCOMPARE(timer[u"is_enabled"].toBool(), true);
        QCOMPARE(timer[u"task"][u"triggers"].toArray().size(), 2);
        QCOMPARE(timer[u"task"][u"actions"][u"exec"][0][u"command"].toString(), u"/usr/sbin/off"_s);
        QVERIFY(column(probe, u"id"_s).contains(u"/home/alice/.config/systemd/user/tick.timer"_s));
    }

    void taskIdsStayWhenLinesAreAdded()
    {
        DeviceTree tree;
        tree.write(u"/etc/crontab"_s, "1 2 * * * root /a\n1 2 * * * root /a\n");
        CommandProbe before;
        runOn(tree, before, u"scheduledtasks"_s);
        QCOMPARE(column(before, u"id"_s).size(), 2); // twice the same line is two tasks
        tree.write(u"/etc/crontab"_s, "5 5 * * * root /new\n1 2 * * * root /a\n1 2 * * * root /a\n");
        CommandProbe after;
        runOn(tree, after, u"scheduledtasks"_s);
        QVERIFY(column(after, u"id"_s).contains(column(before, u"id"_s)));
    }

    void tasksKnowTheirNextRun()
    {
        DeviceTree tree;
        tree.write(u"/etc/crontab"_s, "CRON_TZ=Asia/Tokyo\n30 6 * * * root /a\n");
        const qint64 now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::UTC).toSecsSinceEpoch();
        const auto list = listScheduledTasks(tree.root(), now, {});
        QVERIFY(list && list->tasks.size() == 1 && list->tasks.front().nextRun);
        QCOMPARE(isoTime(*list->tasks.front().nextRun), u"2026-11-22T21:30:00.000Z"_s);
    }

    // ---- startup folders

    void startupFoldersTellWhatStarts()
    {
        DeviceTree tree;
        plantPeople(tree);
        plantDesktop(tree);
        CommandProbe probe;
        runOn(tree, probe, u"startupfolders"_s);
        const auto row = [&probe](const QString &path) { return rowWhere(probe, u"filePath"_s, path); };
        const QJsonObject everybody = row(u"/etc/xdg/autostart/everybody.desktop"_s);
        QCOMPARE(everybody[u"executablePath"].toString(), u"/usr/bin/it"_s);
        QCOMPARE(everybody[u"category"].toString(), u"all users"_s);
        QCOMPARE(everybody[u"isEnabled"].toBool(), true);
        QCOMPARE(everybody[u"details"][u"only_show_in"][0].toString(), u"GNOME"_s);
        for (const QString &off : {u"/etc/xdg/autostart/hidden.desktop"_s, u"/etc/xdg/autostart/missing.desktop"_s,
                 u"/etc/xdg/autostart/readme.txt"_s, u"/home/alice/.config/autostart/off.desktop"_s}) {
            QVERIFY2(!row(off).isEmpty(), qPrintable(off));
            QCOMPARE(row(off)[u"isEnabled"].toBool(true), false);
            QVERIFY(!row(off)[u"details"][u"disabled_by"].toString().isEmpty());
        }
        const QJsonObject evil = row(u"/home/alice/.config/autostart/everybody.desktop"_s);
        QCOMPARE(evil[u"executablePath"].toString(), u"/tmp/two words"_s);
        QCOMPARE(evil[u"category"].toString(), u"alice"_s);
        QCOMPARE(evil[u"details"][u"overrides"].toString(), u"/etc/xdg/autostart/everybody.desktop"_s);
        QCOMPARE(row(u"/home/bob/.config/autostart-scripts/run.sh"_s)[u"category"].toString(), u"bob"_s);
        QCOMPARE(row(u"/home/bob/.config/plasma-workspace/env/proxy.sh"_s)[u"isEnabled"].toBool(), true);
    }

    // ---- persistence

    void persistenceFindsWhatWasPlanted()
    {
        DeviceTree tree;
        plantUnits(tree);
        plantCron(tree);
        plantPeople(tree);
        plantDesktop(tree);
        tree.write(u"/etc/ld.so.preload"_s, "/usr/local/lib/libhide.so\n");
        tree.write(u"/root/.ssh/authorized_keys"_s,
            "command=\"/opt/back\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEkbTIKv6mtyDAr5QK8GQx8sBtdv2yN2UmvQzN9qGNCR "
            "evil@host\n");
        tree.write(u"/etc/ssh/sshd_config"_s, "AuthorizedKeysFile /etc/keys/%u\nAuthorizedKeysCommand /opt/keys\n");
        tree.write(u"/etc/keys/alice"_s, "ssh-rsa QUJD elsewhere\n");
        tree.write(u"/etc/udev/rules.d/99-x.rules"_s, "ACTION==\"add\", RUN+=\"/opt/udev\"\n");
        tree.write(u"/etc/modules-load.d/x.conf"_s, "# c\nrootkit\n");
        tree.write(u"/etc/modprobe.d/x.conf"_s, "install usb-storage /opt/modprobe\n");
        tree.write(
            u"/etc/pam.d/sshd"_s, "auth optional pam_exec.so expose_authtok /opt/pam\nauth required pam_unix.so\n");
        tree.write(u"/etc/apt/apt.conf.d/99x"_s, "APT::Update::Pre-Invoke {\"/opt/apt\";};\n");
        tree.write(u"/etc/logrotate.d/x"_s, "/var/log/x {\npostrotate\n/opt/rotate\nendscript\n}\n");
        tree.script(u"/etc/rc.local"_s);
        tree.script(u"/etc/update-motd.d/00-x"_s);
        tree.script(u"/etc/network/if-up.d/x"_s);
        tree.script(u"/etc/NetworkManager/dispatcher.d/pre-up.d/x"_s);
        tree.script(u"/etc/initramfs-tools/scripts/init-top/x"_s);
        tree.write(u"/usr/share/dbus-1/system-services/x.service"_s,
            "[D-BUS Service]\nName=org.x\nExec=/opt/dbus\nUser=root\n");
        tree.write(u"/proc/sys/kernel/core_pattern"_s, "|/opt/core %p\n");
        tree.write(u"/etc/binfmt.d/x.conf"_s, ":x:M::MZ::/opt/binfmt:\n");
        tree.script(u"/usr/lib/systemd/system-generators/x"_s);
        tree.script(u"/etc/systemd/system-sleep/x"_s);
        tree.write(u"/etc/profile.d/x.sh"_s, "x\n");
        tree.write(u"/home/alice/.xprofile"_s, "x\n");

        CommandProbe probe;
        runOn(tree, probe, u"persistence"_s);
        const QStringList found = methodsAndNames(probe);
        const auto commandOf = [&](const QString &entry) {
            const qsizetype place = found.indexOf(entry);
            return place < 0 ? u"not found: "_s + entry : probe.rows.at(size_t(place))[u"command"].toString();
        };
        QCOMPARE(commandOf(u"ld_preload /usr/local/lib/libhide.so"_s), QString());
        QCOMPARE(commandOf(u"ssh_keys evil@host"_s), u"/opt/back"_s);
        QCOMPARE(commandOf(u"ssh_keys elsewhere"_s), QString());
        QCOMPARE(commandOf(u"ssh_daemon authorizedkeyscommand"_s), u"/opt/keys"_s);
        QCOMPARE(commandOf(u"udev_rules RUN"_s), u"/opt/udev"_s);
        QCOMPARE(commandOf(u"kernel_modules rootkit"_s), QString());
        QCOMPARE(commandOf(u"kernel_modules install"_s), u"/opt/modprobe"_s);
        QVERIFY(commandOf(u"pam sshd"_s).contains(u"/opt/pam"));
        QCOMPARE(commandOf(u"package_hooks APT::Update::Pre-Invoke"_s), u"/opt/apt"_s);
        QCOMPARE(commandOf(u"logrotate postrotate"_s), u"/opt/rotate"_s);
        QCOMPARE(commandOf(u"rc_local rc.local"_s), u"/etc/rc.local"_s);
        QCOMPARE(commandOf(u"motd_scripts 00-x"_s), u"/etc/update-motd.d/00-x"_s);
        QCOMPARE(commandOf(u"network_hooks x"_s), u"/etc/NetworkManager/dispatcher.d/pre-up.d/x"_s);
        QCOMPARE(commandOf(u"initramfs_hooks x"_s), u"/etc/initramfs-tools/scripts/init-top/x"_s);
        QCOMPARE(commandOf(u"dbus_services org.x"_s), u"/opt/dbus"_s);
        QCOMPARE(commandOf(u"kernel_helpers core_pattern"_s), u"/opt/core %p"_s);
        QCOMPARE(commandOf(u"binfmt interpreter"_s), u"/opt/binfmt"_s);
        QCOMPARE(commandOf(u"systemd_generators x"_s), u"/usr/lib/systemd/system-generators/x"_s);
        QCOMPARE(commandOf(u"power_hooks x"_s), u"/etc/systemd/system-sleep/x"_s);
        QCOMPARE(commandOf(u"shell_profiles x.sh"_s), QString());
        QCOMPARE(commandOf(u"x_sessions .xprofile"_s), QString());
        QCOMPARE(commandOf(u"services changed.service"_s), u"/tmp/.hidden/miner"_s);
        QCOMPARE(commandOf(u"user_services agent.service"_s), u"%h/.cache/agent"_s);
        QCOMPARE(commandOf(u"scheduled_tasks at:3"_s), u"/usr/local/bin/report --weekly\necho done"_s);
        QCOMPARE(commandOf(u"startup_folders Evil"_s), u"\"/tmp/two words\" -x"_s);
        // Which of the two shells' files is the one everybody begins with?
        const auto profile = [&probe](const QString &path) {
            return rowWhere(probe, u"path"_s, path)[u"details"][u"as_in_skel"];
        };
        QCOMPARE(profile(u"/home/alice/.bashrc"_s), QJsonValue(true));
        QCOMPARE(profile(u"/root/.bashrc"_s), QJsonValue(false));
        // Every entry says where and since when.
        for (const QJsonObject &row : probe.rows) {
            QVERIFY2(!row[u"path"].isNull(), qPrintable(row[u"name"].toString()));
            QVERIFY2(!row[u"modified"].isNull(), qPrintable(row[u"path"].toString()));
        }
    }

    // ---- a device that is empty, or out to get us

    void aDeviceWithoutAnythingHasNotes_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"services", "scheduledtasks", "startupfolders", "drivers", "persistence"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void aDeviceWithoutAnythingHasNotes()
    {
        QFETCH(QString, line);
        DeviceTree tree;
        CommandProbe probe;
        runOn(tree, probe, line);
        QCOMPARE(probe.rows.size(), 0U);
        for (const Error &error : probe.errors)
            QVERIFY2(isNote(error.code), qPrintable(debugText(error)));
    }

    void hostileFilesAreNamedAndPassedOver()
    {
        DeviceTree tree;
        plantUnits(tree);
        const auto path = [&tree](const QString &name) { return QFile::encodeName(tree.place(name)); };
        QCOMPARE(::mkfifo(path(u"/etc/systemd/system/pipe.service"_s).constData(), 0600), 0);
        tree.link(u"/etc/systemd/system/loop.service"_s, "loop2.service");
        tree.link(u"/etc/systemd/system/loop2.service"_s, "loop.service");
        tree.folder(u"/etc/systemd/system/folder.service"_s);
        tree.write(u"/etc/systemd/system/huge.service"_s);
        QVERIFY(QFile::resize(tree.place(u"/etc/systemd/system/huge.service"_s), 64 * 1024 * 1024));
        tree.link(u"/etc/systemd/system/out.service"_s, "../../../../../../../../../../../../etc/passwd");
        tree.write(u"/etc/systemd/system/-rf.service"_s, unit("/bin/x"));
        tree.write(u"/etc/systemd/system/new\nline.service"_s, unit("/bin/y"));
        const QByteArray notUtf8 = path(u"/etc/systemd/system/"_s) + "caf\xe9.service";
        FILE *file = std::fopen(notUtf8.constData(), "w");
        QVERIFY(file);
        std::fputs("[Service]\nExecStart=/bin/caf\xe9\n", file);
        std::fclose(file);
        tree.write(u"/etc/systemd/system/"_s + QString(247, u'n') + u".service"_s, unit("/bin/long"));

        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        const auto names = column(probe, u"service_name"_s);
        QVERIFY(names.contains(u"on.service"_s));
        QVERIFY(names.contains(u"-rf.service"_s));
        QVERIFY(names.contains(u"new\nline.service"_s));
        QVERIFY(names.contains(uR"(bytes:caf\xE9.service)"_s));
        QVERIFY(names.contains(QString(247, u'n') + u".service"_s));
        const auto saysOf = [&probe](const QString &name) {
            return std::ranges::any_of(probe.errors, [&](const Error &error) { return error.subject.endsWith(name); });
        };
        QVERIFY(saysOf(u"pipe.service"_s));
        QVERIFY(saysOf(u"folder.service"_s));
        QVERIFY(saysOf(u"huge.service"_s));
        QCOMPARE(::unlink(notUtf8.constData()), 0); // QTemporaryDir cannot name it
    }

    void linksDoNotLeadIntoTheKernel()
    {
        DeviceTree device;
        device.link(u"/keys"_s, "/proc/version");
        Linux::FileTree files("/");
        QVERIFY(files.read("/proc/version"));
        QVERIFY(!files.read(QFile::encodeName(device.place(u"/keys"_s))));
        QCOMPARE(files.errors().size(), 1U);
        QCOMPARE(files.errors().front().code, ErrorCode::NotARegularFile);
    }

    void linksDoNotLeaveTheTree()
    {
        DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "eve:x:1:1::/home/eve:/bin/sh\n");
        tree.link(u"/home/eve"_s, "/srv/eve");
        tree.write(u"/srv/eve/.bashrc"_s, "inside\n");
        tree.link(u"/etc/profile"_s, "/../../../../srv/eve/.bashrc");
        CommandProbe probe;
        runOn(tree, probe, u"persistence"_s);
        QVERIFY(column(probe, u"path"_s).contains(u"/home/eve/.bashrc"_s));
        QVERIFY(column(probe, u"path"_s).contains(u"/etc/profile"_s));
        QVERIFY(!column(probe, u"path"_s).contains(u"/root/.bashrc"_s)); // this machine's own
    }

    void everyCommandStopsWhenAsked_data() { aDeviceWithoutAnythingHasNotes_data(); }
    void everyCommandStopsWhenAsked()
    {
        QFETCH(QString, line);
        const DeviceTree empty; // that nothing was found says nothing when the search was stopped
        DeviceTree full;
        plantUnits(full);
        plantCron(full);
        plantPeople(full);
        plantDesktop(full);
        plantModules(full);
        for (const DeviceTree *tree : {&empty, &std::as_const(full)}) {
            CommandProbe probe;
            probe.around.root = tree->root();
            probe.stop.request_stop();
            const Outcome outcome = probe.run(line);
            QVERIFY(outcome.failure);
            QCOMPARE(outcome.failure->code, ErrorCode::Cancelled);
            QCOMPARE(probe.rows.size(), 0U);
        }
    }
};

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "tst_configuration.moc"
