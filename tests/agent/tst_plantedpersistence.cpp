// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistence.h"
#include "tests/agent/devicetree.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// A Debian of a few files, and dpkg's word for each of them.
class CleanDevice final
{
public:
    CleanDevice()
    {
        own("base-files", u"/usr/share/base-files/profile"_s, "umask 022\n");
        tree.write(u"/etc/profile"_s, "umask 022\n"); // its postinst makes the copy
        own("base-passwd", u"/usr/share/base-passwd/passwd.master"_s,
            "root:*:0:0:root:/root:/bin/bash\nnews:*:9:9:news:/var/spool/news:/usr/sbin/nologin\n");
        tree.write(u"/etc/passwd"_s,
            "root:x:0:0:root:/root:/bin/bash\nnews:x:9:9:news:/var/spool/news:/usr/sbin/nologin\n"
            "alice:x:1000:1000::/home/alice:/bin/bash\n");
        tree.write(
            u"/etc/shadow"_s, "root:*:20000:0:99999:7:::\nnews:*:20000:0:99999:7:::\nalice:$y$x:20000:0:99999:7:::\n");
        tree.write(u"/etc/group"_s, "root:x:0:\nsudo:x:27:\nalice:x:1000:\n");
        own("bash", u"/etc/skel/.bashrc"_s, "# skel\n");
        tree.write(u"/home/alice/.bashrc"_s, "# skel\n");
        tree.folder(u"/root"_s);
        script("bash", u"/bin/bash"_s);
        script("coreutils", u"/usr/bin/cat"_s);
        script("findutils", u"/usr/bin/find"_s);
        script("perl-base", u"/usr/bin/perl"_s);
        script("passwd", u"/usr/bin/passwd"_s);
        ::chmod(QFile::encodeName(tree.place(u"/usr/bin/passwd"_s)).constData(), 04755);
        script("openssh-server", u"/usr/sbin/sshd"_s);
        own("openssh-server", u"/usr/lib/systemd/system/ssh.service"_s, "[Service]\nExecStart=/usr/sbin/sshd -D\n");
        own("libpam-modules", u"/usr/lib/x86_64-linux-gnu/security/pam_unix.so"_s, "module");
        own("openssh-server", u"/etc/pam.d/sshd"_s, "auth required pam_unix.so\n");
        own("sudo", u"/etc/sudoers"_s, "root ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n");
        own("cron", u"/etc/crontab"_s, "SHELL=/bin/sh\n17 * * * * root cd / && run-parts /etc/cron.hourly\n");
        own("kmod", u"/lib/modules/6.12/modules.dep"_s, "kernel/drivers/good.ko:\n");
        own("linux-image", u"/lib/modules/6.12/kernel/drivers/good.ko"_s, "good");
        own("dracut-core", u"/usr/lib/dracut/modules.d/01base/module-setup.sh"_s, "install() { :; }\n");
        own("grub-common", u"/etc/default/grub"_s, "GRUB_DEFAULT=0\n");
        writeDatabase();
    }

    void own(const QByteArray &package, const QString &path, const QByteArray &content)
    {
        tree.write(path, content);
        m_files[package].append({path.toUtf8(), content});
    }
    void script(const QByteArray &package, const QString &path)
    {
        const QByteArray content = "#!/bin/sh\n# " + path.toUtf8() + "\ntrue\n";
        tree.script(path, content);
        m_files[package].append({path.toUtf8(), content});
    }

    const DeviceTree tree;

private:
    void writeDatabase()
    {
        QByteArray status;
        for (const auto &[package, files] : m_files.asKeyValueRange()) {
            QByteArray list = "/.\n";
            QByteArray sums;
            for (const auto &[path, content] : files) {
                list += path + '\n';
                sums +=
                    QCryptographicHash::hash(content, QCryptographicHash::Md5).toHex() + "  " + path.sliced(1) + '\n';
            }
            const QString info = u"/var/lib/dpkg/info/"_s + QString::fromLatin1(package);
            tree.write(info + u".list"_s, list);
            tree.write(info + u".md5sums"_s, sums);
            status += "Package: " + package + "\nStatus: install ok installed\n\n";
        }
        tree.write(u"/var/lib/dpkg/status"_s, status);
    }

    QMap<QByteArray, QList<std::pair<QByteArray, QByteArray>>> m_files;
};

using Plant = std::function<void(const DeviceTree &)>;

/// Whether the file system took the one that was planted.
bool keepsCapabilities = false;

/// Everything that says something of an entry.
QByteArray contentOf(const PersistenceEntry &entry)
{
    return entry.method.toUtf8() + entry.name + entry.command + entry.path + QCborValue(entry.details).toCbor()
        + QCborValue(entry.starts).toCbor() + (entry.explained == true ? "yes" : "no");
}

} // namespace

/// The mechanisms that PANIX (github.com/Aegrah/PANIX) sets up, each planted alone on a clean device: what `persistence` shows more.
class PlantedPersistenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanDeviceIsExplained()
    {
        const CleanDevice device;
        const auto list = listPersistence(device.tree.root(), {});
        QVERIFY(list);
        QByteArrayList unexplained;
        for (const PersistenceEntry &entry : list->entries) {
            QVERIFY2(!entry.attack.isEmpty(), entry.path.constData());
            if (entry.explained != true)
                unexplained += entry.method.toUtf8() + ' ' + entry.name + ' ' + entry.path;
        }
        QCOMPARE(unexplained, QByteArrayList{"accounts alice /etc/passwd"}); // people are no package's
    }

    void seesEveryMechanism_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("attack");
        QTest::addColumn<QByteArray>("told"); ///< somewhere in the row: what is started, or who is let in
        QTest::addColumn<Plant>("plant");
        const auto row = [](const char *name, const QString &method, const QString &attack, const char *told,
                             Plant plant) { QTest::newRow(name) << method << attack << QByteArray(told) << plant; };
        row("at", u"scheduled_tasks"_s, u"T1053.002"_s, "/tmp/at.sh", [](const DeviceTree &tree) {
            tree.script(u"/var/spool/cron/atjobs/a0000301c9c3f1"_s,
                "#!/bin/sh\ncd /root || {\n\t echo 'x' >&2\n\t exit 1\n}\n/tmp/at.sh\n");
        });
        row("authorized keys", u"ssh_keys"_s, u"T1098.004"_s, "planted",
            [](const DeviceTree &tree) { tree.write(u"/root/.ssh/authorized_keys"_s, "ssh-rsa QUJD planted\n"); });
        row("back door of a system's account", u"accounts"_s, u"T1136.001"_s, "/usr/sbin/nologin ",
            [](const DeviceTree &tree) {
                tree.write(u"/etc/passwd"_s,
                    "root:x:0:0:root:/root:/bin/bash\nnews:x:9:9:news:/var/spool/news:/usr/sbin/nologin \n"
                    "alice:x:1000:1000::/home/alice:/bin/bash\n");
            });
        row("a program with a blank", u"system_programs"_s, u"T1554"_s, "/usr/sbin/nologin ",
            [](const DeviceTree &tree) { tree.script(u"/usr/sbin/nologin "_s, "#!/bin/sh\nevil\n"); });
        row("back door of a user", u"accounts"_s, u"T1098"_s, "alice", [](const DeviceTree &tree) {
            tree.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\nalice:x:0:1000::/home/alice:/bin/bash\n");
        });
        row("capabilities", u"capabilities"_s, u"T1548.001"_s, "cap_setuid=ep", [](const DeviceTree &tree) {
            const QByteArray path = QFile::encodeName(tree.place(u"/usr/bin/perl"_s));
            const QByteArray value = QByteArray::fromHex("0100000280000000000000000000000000000000");
            keepsCapabilities =
                ::setxattr(path.constData(), "security.capability", value.constData(), size_t(value.size()), 0) == 0;
        });
        row("a new user", u"accounts"_s, u"T1136.001"_s, "panixuser", [](const DeviceTree &tree) {
            tree.write(u"/etc/passwd"_s,
                "root:x:0:0:root:/root:/bin/bash\nalice:x:1000:1000::/home/alice:/bin/bash\n"
                "panixuser:x:1001:1001::/home/panixuser:/bin/sh\n");
        });
        row("cron", u"scheduled_tasks"_s, u"T1053.003"_s, "/tmp/cron.sh", [](const DeviceTree &tree) {
            tree.write(u"/etc/cron.d/freedesktop_timesync1"_s, "* * * * * root /tmp/cron.sh\n");
        });
        row("dbus", u"dbus_services"_s, u"T1543"_s, "evil dbus", [](const DeviceTree &tree) {
            tree.write(u"/usr/share/dbus-1/system-services/org.panix.service"_s,
                "[D-BUS Service]\nName=org.panix\nExec=/usr/local/bin/dbus-panix.sh\nUser=root\n");
            tree.script(u"/usr/local/bin/dbus-panix.sh"_s, "#!/bin/sh\nevil dbus\n");
        });
        row("generator", u"systemd_generators"_s, u"T1543.002"_s, "evil generator", [](const DeviceTree &tree) {
            tree.script(u"/usr/lib/systemd/system-generators/makecon"_s, "#!/bin/sh\nevil generator\n");
        });
        row("git hook", u"git_hooks"_s, u"T1546"_s, "evil hook", [](const DeviceTree &tree) {
            tree.script(u"/home/alice/work/.git/hooks/pre-commit"_s, "#!/bin/sh\nevil hook\n");
        });
        row("git pager", u"git_hooks"_s, u"T1546"_s, "/tmp/pager",
            [](const DeviceTree &tree) { tree.write(u"/root/.gitconfig"_s, "[core]\n\tpager = /tmp/pager\n"); });
        row("grub", u"boot_loader"_s, u"T1542"_s, "/grub-panix.sh", [](const DeviceTree &tree) {
            tree.write(u"/boot/grub/grub.cfg"_s, "linux /vmlinuz root=x init=/grub-panix.sh quiet\n");
        });
        row("grub's settings", u"boot_loader"_s, u"T1542"_s, "init=/grub-panix.sh", [](const DeviceTree &tree) {
            tree.write(u"/etc/default/grub.d/99-panix.cfg"_s, "GRUB_CMDLINE_LINUX=\"init=/grub-panix.sh\"\n");
        });
        row("init script", u"init_scripts"_s, u"T1037"_s, "evil init", [](const DeviceTree &tree) {
            tree.script(u"/etc/init.d/ssh-procps"_s, "#!/bin/sh\nevil init\n");
            tree.link(u"/etc/rc2.d/S01ssh-procps"_s, "../init.d/ssh-procps");
        });
        row("initramfs", u"initramfs_hooks"_s, u"T1542"_s, "evil dracut", [](const DeviceTree &tree) {
            tree.script(u"/usr/lib/dracut/modules.d/99panix/module-setup.sh"_s, "#!/bin/bash\nevil dracut\n");
        });
        row("initramfs image", u"initramfs_images"_s, u"T1542"_s, "initrd.img-6.12",
            [](const DeviceTree &tree) { tree.write(u"/boot/initrd.img-6.12"_s, "another"); });
        row("ld preload", u"ld_preload"_s, u"T1574.006"_s, "/lib/preload_backdoor.so", [](const DeviceTree &tree) {
            tree.write(u"/etc/ld.so.preload"_s, "/lib/preload_backdoor.so\n");
            tree.write(u"/lib/preload_backdoor.so"_s, QByteArray("\177ELF\0", 5));
        });
        row("kernel module", u"kernel_modules"_s, u"T1547.006"_s, "/lib/modules/6.12/kernel/drivers/panix.ko",
            [](const DeviceTree &tree) {
                tree.write(u"/etc/modules"_s, "panix\n");
                tree.write(u"/lib/modules/6.12/kernel/drivers/panix.ko"_s, QByteArray("\177ELF\0", 5));
            });
        row("container", u"containers"_s, u"T1543.005"_s, "malicious", [](const DeviceTree &tree) {
            const QString folder = u"/var/lib/docker/containers/0123/"_s;
            tree.write(folder + u"config.v2.json"_s,
                R"({"Name":"/malicious","Path":"/bin/sh","Args":["-c","evil"],"State":{"Running":true},"Config":{"Image":"x"}})");
            tree.write(
                folder + u"hostconfig.json"_s, R"({"Privileged":true,"PidMode":"host","RestartPolicy":{"Name":"no"}})");
        });
        row("package", u"scheduled_tasks"_s, u"T1053.003"_s, "panix.postinst", [](const DeviceTree &tree) {
            tree.write(u"/var/spool/cron/crontabs/root"_s, "*/1 * * * * /var/lib/dpkg/info/panix.postinst configure\n");
            tree.script(u"/var/lib/dpkg/info/panix.postinst"_s, "#!/bin/sh\nevil\n");
        });
        row("motd", u"motd_scripts"_s, u"T1546"_s, "evil motd", [](const DeviceTree &tree) {
            tree.script(u"/etc/update-motd.d/137-python-upgrades"_s, "#!/bin/sh\nevil motd\n");
        });
        row("network manager", u"network_hooks"_s, u"T1546"_s, "evil network", [](const DeviceTree &tree) {
            tree.script(u"/etc/NetworkManager/dispatcher.d/panix-dispatcher.sh"_s, "#!/bin/sh\nevil network\n");
        });
        row("apt", u"package_hooks"_s, u"T1546.016"_s, "/tmp/apt.sh", [](const DeviceTree &tree) {
            tree.write(u"/etc/apt/apt.conf.d/01python-upgrades"_s, "APT::Update::Pre-Invoke {\"/tmp/apt.sh\"};\n");
        });
        row("dnf", u"package_hooks"_s, u"T1546.016"_s, "evil dnf", [](const DeviceTree &tree) {
            tree.write(u"/usr/lib/python3.9/site-packages/dnf-plugins/panix.py"_s, "evil dnf\n");
        });
        row("pam module", u"pam_modules"_s, u"T1556.003"_s, "pam_unix.so",
            [](const DeviceTree &tree) { tree.write(u"/usr/lib/x86_64-linux-gnu/security/pam_unix.so"_s, "another"); });
        row("pam_exec", u"pam"_s, u"T1556.003"_s, "/tmp/pam.sh", [](const DeviceTree &tree) {
            tree.write(u"/etc/pam.d/sshd"_s, "auth required pam_unix.so\nauth optional pam_exec.so /tmp/pam.sh\n");
        });
        row("user in passwd", u"accounts"_s, u"T1098"_s, "panixuser", [](const DeviceTree &tree) {
            tree.write(u"/etc/passwd"_s,
                "root:x:0:0:root:/root:/bin/bash\nalice:x:1000:1000::/home/alice:/bin/bash\n"
                "panixuser:$6$x:0:0:root:/root:/bin/bash\n");
        });
        row("password", u"accounts"_s, u"T1136.001"_s, "2025-", [](const DeviceTree &tree) {
            tree.write(u"/etc/shadow"_s, "root:*:20000:0:99999:7:::\nalice:$y$other:20300:0:99999:7:::\n");
        });
        row("polkit", u"polkit"_s, u"T1548"_s, "evil rule", [](const DeviceTree &tree) {
            tree.write(u"/etc/polkit-1/rules.d/99-panix.rules"_s, "polkit.addRule(function() { /* evil rule */ });\n");
        });
        row("rc.local", u"rc_local"_s, u"T1037.004"_s, "evil local",
            [](const DeviceTree &tree) { tree.script(u"/etc/rc.local"_s, "#!/bin/sh\nevil local\n"); });
        row("rootkit", u"kernel_modules"_s, u"T1547.006"_s, "panix",
            [](const DeviceTree &tree) { tree.write(u"/etc/modules-load.d/panix.conf"_s, "panix\n"); });
        row("profile", u"shell_profiles"_s, u"T1546.004"_s, "evil profile",
            [](const DeviceTree &tree) { tree.write(u"/etc/profile"_s, "umask 022\nevil profile\n"); });
        row("a user's profile", u"shell_profiles"_s, u"T1546.004"_s, "evil own",
            [](const DeviceTree &tree) { tree.write(u"/home/alice/.bash_profile"_s, "evil own\n"); });
        row("sudoers", u"sudoers"_s, u"T1548.003"_s, "NOPASSWD:ALL",
            [](const DeviceTree &tree) { tree.write(u"/etc/sudoers.d/victim"_s, "victim ALL=(ALL) NOPASSWD:ALL\n"); });
        row("sudoers by number", u"sudoers"_s, u"T1548.003"_s, "NOPASSWD:ALL",
            [](const DeviceTree &tree) { tree.write(u"/etc/sudoers.d/victim"_s, "#1000 ALL=(ALL) NOPASSWD:ALL\n"); });
        row("a script that is its first line", u"motd_scripts"_s, u"T1546"_s, "evil first line",
            [](const DeviceTree &tree) {
                tree.script(u"/etc/update-motd.d/137-python-upgrades"_s, "#!/usr/bin/env -S sh -c 'evil first line'\n");
            });
        row("set-id beside many files", u"set_id"_s, u"T1548.001"_s, "/opt/evil", [](const DeviceTree &tree) {
            tree.write(u"/tmp/first"_s, {});
            for (int i = 0; i < 61'000; ++i)
                ::close(::open(QFile::encodeName(tree.place(u"/tmp/"_s + QString::number(i))).constData(),
                    O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
            for (int i = 0; i < 20; ++i)
                tree.script(u"/opt/tool"_s + QString::number(i), "#!/bin/sh\n");
            tree.script(u"/opt/evil"_s, "#!/bin/sh\nevil\n");
            ::chmod(QFile::encodeName(tree.place(u"/opt/evil"_s)).constData(), 04755);
        });
        row("set-id", u"set_id"_s, u"T1548.001"_s, "/usr/bin/find", [](const DeviceTree &tree) {
            ::chmod(QFile::encodeName(tree.place(u"/usr/bin/find"_s)).constData(), 04755);
        });
        row("system's program", u"system_programs"_s, u"T1554"_s, "evil cat",
            [](const DeviceTree &tree) { tree.script(u"/usr/bin/cat"_s, "#!/bin/sh\nevil cat\n"); });
        row("systemd", u"services"_s, u"T1543.002"_s, "/tmp/systemd.sh", [](const DeviceTree &tree) {
            tree.write(u"/usr/local/lib/systemd/system/dbus-org.freedesktop.resolved.service"_s,
                "[Service]\nExecStart=/tmp/systemd.sh\n");
        });
        row("udev", u"udev_rules"_s, u"T1546.017"_s, "/tmp/udev.sh", [](const DeviceTree &tree) {
            tree.write(u"/etc/udev/rules.d/10-x.rules"_s, "SUBSYSTEM==\"net\" RUN+=\"/tmp/udev.sh\"\n");
        });
        row("udev and systemd", u"udev_rules"_s, u"T1546.017"_s, "udev.service", [](const DeviceTree &tree) {
            tree.write(u"/etc/udev/rules.d/10-x.rules"_s, "TAG+=\"systemd\", ENV{SYSTEMD_WANTS}+=\"udev.service\"\n");
        });
        row("xdg", u"startup_folders"_s, u"T1547.013"_s, "evil xdg", [](const DeviceTree &tree) {
            tree.write(
                u"/etc/xdg/autostart/pkc12-register.desktop"_s, "[Desktop Entry]\nName=x\nExec=/etc/xdg/pkc12.sh\n");
            tree.script(u"/etc/xdg/pkc12.sh"_s, "#!/bin/sh\nevil xdg\n");
        });
    }
    void seesEveryMechanism()
    {
        QFETCH(QString, method);
        QFETCH(QString, attack);
        QFETCH(QByteArray, told);
        QFETCH(Plant, plant);
        const CleanDevice device;
        const auto before = listPersistence(device.tree.root(), {});
        plant(device.tree);
        const auto after = listPersistence(device.tree.root(), {});
        QVERIFY(before && after);
        QSet<QByteArray> known;
        for (const PersistenceEntry &entry : before->entries)
            known.insert(contentOf(entry));
        QByteArrayList added;
        bool isSeen = false;
        for (const PersistenceEntry &entry : after->entries) {
            if (known.contains(contentOf(entry)))
                continue;
            added += entry.method.toUtf8() + ' ' + contentOf(entry);
            isSeen = isSeen
                || (entry.method == method && entry.attack == attack && entry.explained == false
                    && contentOf(entry).contains(told));
        }
        if (method == u"capabilities"_s && !keepsCapabilities)
            QSKIP("this file system keeps no capabilities");
        QVERIFY2(isSeen, added.join('\n').constData());
    }

    /// Two lines that include their own file would be read for ever.
    void sshdsIncludesEnd()
    {
        const DeviceTree tree;
        tree.write(u"/etc/ssh/sshd_config"_s,
            "Include /etc/ssh/sshd_config\nInclude /etc/ssh/sshd_config\nForceCommand /tmp/forced\n");
        const auto list = listPersistence(tree.root(), {});
        QVERIFY(list);
        const auto isCut = [](const Error &error) { return error.code == ErrorCode::NotWhollyScanned; };
        QCOMPARE(std::ranges::count_if(list->errors, isCut), 1);
        const auto isForced = [](const PersistenceEntry &entry) { return entry.command == "/tmp/forced"; };
        QCOMPARE_LT(std::ranges::count_if(list->entries, isForced), 1001);
        QVERIFY(std::ranges::any_of(list->entries, isForced));
    }

    /// Debian 13 as its own tools make it, where the machine has one; SONDE_CLEAN_ROOT=folder.
    void aWholeDebianIsExplainedInAMoment()
    {
        const QByteArray root = qgetenv("SONDE_CLEAN_ROOT");
        if (root.isEmpty())
            QSKIP("SONDE_CLEAN_ROOT names no Debian");
        QVERIFY(listPersistence(root, {})); // what is read once is in memory afterwards
        QElapsedTimer watch;
        watch.start();
        const auto list = listPersistence(root, {});
        const qint64 taken = watch.elapsed();
        QVERIFY(list);
        QByteArrayList unexplained;
        for (const PersistenceEntry &entry : list->entries) {
            if (entry.explained != true)
                unexplained += entry.method.toUtf8() + ' ' + entry.name + ' ' + entry.path;
        }
        qInfo("%zu rows, %lld without an explanation, %lld ms\n%s", list->entries.size(), qint64(unexplained.size()),
            taken, unexplained.join('\n').constData());
        QVERIFY2(unexplained.size() <= 5, unexplained.join('\n').constData());
        QVERIFY(taken < 500);
    }
};

QTEST_GUILESS_MAIN(PlantedPersistenceTest)
#include "tst_plantedpersistence.moc"
