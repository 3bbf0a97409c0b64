// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/moduleparser.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/hooks/sshparser.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/decompress.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/processes/cgroupparser.h"
#include "agent/system/services/initscript.h"
#include "agent/system/startup/desktopentry.h"
#include "agent/system/systemd/unitname.h"
#include "agent/system/tasks/cronparser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimeZone>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "2026-11-22 06:00" in a zone.
QDateTime at(const QString &text, const char *zone = "UTC")
{
    const QDateTime plain = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return QDateTime(plain.date(), plain.time(), QTimeZone(QByteArray(zone)));
}

QString nextRun(const char *schedule, const QDateTime &from)
{
    const auto parsed = CronSchedule::parse(schedule);
    const auto next = parsed ? parsed->next(from) : std::nullopt;
    return next ? next->toString(u"yyyy-MM-dd HH:mm"_s) : u"never"_s;
}

QByteArray bytesOf(std::initializer_list<QByteArrayView> parts)
{
    QByteArray bytes;
    for (const QByteArrayView part : parts)
        bytes += part;
    return bytes;
}

} // namespace

/// The parsers of what a Linux system is told to start.
class StartParsersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- words

    void splitsCommands()
    {
        const QByteArray quoted = "  /bin/sh -c \"a b\" 'c \\d' e\\ f \"g\\\"h\" ";
        QCOMPARE(splitWords(quoted), (QByteArrayList{"/bin/sh", "-c", "a b", "c \\d", "e f", "g\"h"}));
        QCOMPARE(splitWords(""), QByteArrayList());
        QCOMPARE(splitWords("\"never closed"), QByteArrayList{"never closed"});
        QCOMPARE(splitCommand("\"/opt/two words/x\"  -a  'b c'"), (StartCommand{"/opt/two words/x", "-a  'b c'"}));
        QCOMPARE(withoutExecPrefix("-@!!/bin/x y").toByteArray(), "/bin/x y");
        QCOMPARE(splitShellCommand("A=1 B='2 3' exec /usr/bin/x -v"), (StartCommand{"/usr/bin/x", "-v"}));
        QCOMPARE(splitShellCommand("if [ -x /a ]; then /a; fi"), (StartCommand{"[", "-x /a ]; then /a; fi"}));
        QCOMPARE(splitShellCommand("A=1"), StartCommand());
    }

    // ---- units

    void readsAKeyFile()
    {
        const QByteArray text =
            "stray=1\n[Unit]\nDescription=Two \\\n# a comment between\n  lines\nWants=a.service b.service\n"
            "Wants=\nWants=c.service\n; also a comment\n[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n no sign\n";
        const KeyFile unit = KeyFile::parse(text, KeyFile::Lines::Continued);
        QCOMPARE(unit.value("Unit", "Description"), "Two  lines");
        QCOMPARE(unit.words("Unit", "Wants"), QByteArrayList{"c.service"});
        QCOMPARE(unit.values("Service", "ExecStart"), (QByteArrayList{"/bin/a", "/bin/b"}));
        QCOMPARE(unit.value("", "stray"), "1");
        QVERIFY(!unit.hasSection("Install"));
        // Elsewhere a backslash at the end is nothing special.
        QCOMPARE(KeyFile::parse("[A]\nb=c\\\nd=e\n", KeyFile::Lines::Single).value("A", "d"), "e");

        KeyFile changed = unit;
        changed.append(KeyFile::parse("[Service]\nExecStart=\nExecStart=/bin/evil\n", KeyFile::Lines::Continued));
        QCOMPARE(changed.values("Service", "ExecStart"), QByteArrayList{"/bin/evil"});
    }

    void understandsUnitNames()
    {
        const UnitName getty = UnitName::parse("serial-getty@dev-ttyS0.service");
        QCOMPARE(getty.prefix, "serial-getty");
        QCOMPARE(getty.instance, "dev-ttyS0");
        QCOMPARE(getty.fileName(), "serial-getty@.service");
        QVERIFY(UnitName::parse("getty@.service").isTemplate());
        QVERIFY(!UnitName::parse("ssh.service").isTemplate());
        QCOMPARE(withSpecifiers("/bin/x %i %I %n %N %p %j %h 100%% %", "a-b@c-d\\x2de.service"),
            "/bin/x c-d\\x2de c/d-e a-b@c-d\\x2de.service a-b@c-d\\x2de a-b b %h 100% %");
    }

    // ---- cron

    void readsACrontab()
    {
        const QByteArray text =
            "# comment\nSHELL=/bin/bash\nPATH = /bin:/usr/bin\nMAILTO=\"\"\n"
            "17 *\t* * *\troot    cd / && run-parts --report /etc/cron.hourly\n"
            "@reboot www-data /opt/a%b\n-*/5 * * * * root echo 10\\% of%input line\nCRON_TZ=Asia/Tokyo\n"
            "0 9 * * mon-fri nobody env X=1 /bin/x\nnonsense\n";
        const auto lines = parseCrontab(text, CronUsers::Named);
        QCOMPARE(lines.size(), 4U);
        QCOMPARE(lines.at(0).schedule, "17 * * * *");
        QCOMPARE(lines.at(0).user, "root");
        QCOMPARE(lines.at(0).command, "cd / && run-parts --report /etc/cron.hourly");
        QCOMPARE(lines.at(1).schedule, "@reboot");
        QCOMPARE(lines.at(1).command, "/opt/a");
        QCOMPARE(lines.at(2).schedule, "*/5 * * * *");
        QCOMPARE(lines.at(2).command, "echo 10% of");
        QCOMPARE(lines.at(3).timeZone, "Asia/Tokyo");

        const auto own = parseCrontab("0 0 * * 0 /home/a/x.sh --all", CronUsers::Owner);
        QCOMPARE(own.size(), 1U);
        QCOMPARE(own.front().command, "/home/a/x.sh --all");
        QVERIFY(own.front().user.isEmpty());
    }

    void knowsWhenCronRuns_data()
    {
        QTest::addColumn<QByteArray>("schedule");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *schedule, const QString &next) {
            QTest::newRow(schedule) << QByteArray(schedule) << next;
        };
        // From Sunday, 2026-11-22 06:07.
        row("* * * * *", u"2026-11-22 06:08"_s);
        row("*/15 * * * *", u"2026-11-22 06:15"_s);
        row("7 6 * * *", u"2026-11-23 06:07"_s);
        row("@daily", u"2026-11-23 00:00"_s);
        row("@weekly", u"2026-11-29 00:00"_s);
        row("@monthly", u"2026-12-01 00:00"_s);
        row("@yearly", u"2027-01-01 00:00"_s);
        row("0 9 * * mon-fri", u"2026-11-23 09:00"_s);
        row("0 9 * * 7", u"2026-11-22 09:00"_s);
        row("30 4 1,15 * 5", u"2026-11-27 04:30"_s); // the 1st or the 15th, or a Friday
        row("0 0 29 2 *", u"2028-02-29 00:00"_s);
        row("0 0 31 feb *", u"never"_s);
        row("10-20/5 3 * DEC *", u"2026-12-01 03:10"_s);
        row("@reboot", u"never"_s);
        row("60 * * * *", u"never"_s);
        row("* * * *", u"never"_s);
        row("5-1 * * * *", u"never"_s);
        row("*/0 * * * *", u"never"_s);
        row("~ * * * *", u"never"_s);
    }
    void knowsWhenCronRuns()
    {
        QFETCH(QByteArray, schedule);
        QFETCH(QString, next);
        QCOMPARE(nextRun(schedule.constData(), at(u"2026-11-22 06:07"_s)), next);
    }

    void cronKeepsItsTimeZone()
    {
        // The clocks of Paris jump from 2 to 3 o'clock that night.
        QCOMPARE(nextRun("30 4 * * *", at(u"2026-03-29 00:00"_s, "Europe/Paris")), u"2026-03-29 04:30"_s);
    }

    void readsAnacronAndAt()
    {
        const auto lines = parseAnacrontab("SHELL=/bin/sh\n1\t5\tcron.daily\trun-parts --report /etc/cron.daily\n"
                                           "@monthly 15 cron.monthly nice run-parts /etc/cron.monthly\n");
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines.at(0).job, "cron.daily");
        QCOMPARE(lines.at(1).command, "nice run-parts /etc/cron.monthly");
        QCOMPARE(anacronDays("@monthly"), 30);
        QCOMPARE(anacronDays("7"), 7);
        QVERIFY(!anacronDays("soon"));

        QCOMPARE(parseAtJobName("a0000301c9c3f1"), (AtJob{3, 'a', 0x01c9c3f1LL * 60}));
        QVERIFY(!parseAtJobName(".SEQ"));
        QVERIFY(!parseAtJobName("a0000301c9c3fg"));
        QCOMPARE(atJobCommands(fixture(u"at-job-debian"_s)), "/usr/local/bin/report --weekly\necho done");
        QCOMPARE(atJobCommands("#!/bin/sh\ncd /root || {\n\t echo 'inaccessible' >&2\n\t exit 1\n}\n/bin/x y\n"),
            "/bin/x y");
        QCOMPARE(atJobCommands("${SHELL:-/bin/sh} << 'marcinDELIMITER"), "");
    }

    // ---- desktops, init scripts, accounts

    void readsADesktopEntry()
    {
        const auto entry = parseDesktopEntry(
            "# c\n[Desktop Entry]\nName=Up\\sdate\nName[fr]=x\nExec=\"/opt/a b/x\" %U --name=%c 50%%\n"
            "Hidden=true\nOnlyShowIn=GNOME;KDE;\nX-GNOME-Autostart-enabled=false\nTryExec=x\n"
            "AutostartCondition=GSettings a b\n[Desktop Action new]\nExec=other\n");
        QVERIFY(entry);
        QCOMPARE(entry->name, "Up date");
        QCOMPARE(entry->exec, "\"/opt/a b/x\"  --name= 50%");
        QVERIFY(entry->hidden);
        QCOMPARE(entry->onlyShowIn, (QByteArrayList{"GNOME", "KDE"}));
        QCOMPARE(entry->gnomeEnabled, false);
        QCOMPARE(entry->condition, "GSettings a b");
        QVERIFY(!parseDesktopEntry("Exec=/bin/x\n"));
    }

    void readsInitScripts()
    {
        const auto ssh = parseInitScript(
            "#! /bin/sh\n### BEGIN INIT INFO\n# Provides: sshd\n# Required-Start:\t$remote_fs $syslog\n"
            "# Short-Description: OpenBSD Secure Shell server\n### END INIT INFO\nDAEMON=/usr/sbin/sshd\n");
        QVERIFY(!ssh.openRc);
        QCOMPARE(ssh.description, "OpenBSD Secure Shell server");
        QCOMPARE(ssh.needs, (QByteArrayList{"$remote_fs", "$syslog"}));
        QCOMPARE(ssh.command, "/usr/sbin/sshd");
        const auto rc = parseInitScript("#!/sbin/openrc-run\ndescription=\"Job scheduler\"\ncommand=/usr/sbin/crond\n"
                                        "command_args=\"-b -L 4\"\ndepend() {\n\tneed localmount net\n}\n");
        QVERIFY(rc.openRc);
        QCOMPARE(rc.description, "Job scheduler");
        QCOMPARE(rc.arguments, "-b -L 4");
        QCOMPARE(rc.needs, (QByteArrayList{"localmount", "net"}));
        QVERIFY(parseInitLink("S01ssh").starts);
        QCOMPARE(parseInitLink("K20apache2").name, "apache2");
        QVERIFY(!parseInitLink("README").isLink);
    }

    void readsAccounts()
    {
        QCOMPARE(parsePasswd(
                     "root:x:0:0:root:/root:/bin/bash\nbroken\na:x:no:1::/:/x\nb:x:1000:1000:B,,,:/home/b:/bin/sh\n"),
            (std::vector<PasswdEntry>{
                {"root", "x", 0, 0, "/root", "/bin/bash"}, {"b", "x", 1000, 1000, "/home/b", "/bin/sh"}}));
    }

    /// A line is gone through once, however many commands it holds.
    void manyCommandsOfAUnit()
    {
        constexpr qsizetype count = 200'000;
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(unitCommands(QByteArray("-/bin/x a ; ").repeated(count)).size(), size_t(count));
        QCOMPARE_LT(watch.elapsed(), 5000);
    }

    /// Nobody's settings of apt are so deep: their names are not joined for each of them.
    void manyScopesOfApt()
    {
        constexpr qsizetype count = 100'000;
        QElapsedTimer watch;
        watch.start();
        const QByteArray text =
            QByteArray("a {").repeated(count) + QByteArray("};").repeated(count) + "DPkg { Pre-Invoke { \"x\"; }; };";
        QCOMPARE(parseAptHooks(text), (std::vector<Hook>{{"DPkg::Pre-Invoke", "x"}}));
        QCOMPARE_LT(watch.elapsed(), 5000);
    }

    // ---- hooks

    void readsUdevRules()
    {
        const auto hooks = parseUdevRules("ACTION==\"add\", SUBSYSTEM==\"usb\", RUN+=\"/bin/sh -c 'a, b'\"\n"
                                          "# RUN+=\"/no\"\nPROGRAM==\"/lib/x %k\", \\\n  IMPORT{program}=\"y\", "
                                          "IMPORT{db}=\"z\", RUN{builtin}+=\"kmod load\"\n");
        QCOMPARE(hooks,
            (std::vector<Hook>{{"RUN", "/bin/sh -c 'a, b'", ""}, {"PROGRAM", "/lib/x %k", ""},
                {"IMPORT{program}", "y", ""}, {"RUN{builtin}", "kmod load", ""}}));
    }

    void readsModprobeAndSysctl()
    {
        QCOMPARE(parseModprobe("blacklist pcspkr\ninstall usb-storage /bin/true\nremove x /a \\\n b\ninstall\n"),
            (std::vector<Hook>{{"install", "/bin/true", "usb-storage"}, {"remove", "/a b", "x"}}));
        QCOMPARE(parseSysctl("kernel.core_pattern=|/opt/x %p\nkernel/modprobe = "
                             "/opt/m\nkernel.core_pattern=core\nvm.swappiness=1\n"),
            (std::vector<Hook>{{"kernel.core_pattern", "/opt/x %p", ""}, {"kernel.modprobe", "/opt/m", ""}}));
    }

    void readsPackageHooks()
    {
        const auto hooks = parseAptHooks(
            "// DPkg::Post-Invoke {\"no\";};\nAPT::Periodic::Enable \"1\";\n"
            "DPkg::Post-Invoke {\"/bin/a || true\"; \"/bin/b\";};\nDPkg { Pre-Install-Pkgs { \"/bin/c\"; }; };\n"
            "APT::Update::Post-Invoke-Success:: \"/bin/d\";\n/* DPkg::Pre-Invoke {\"no\";}; */\nunfinished {\"");
        QCOMPARE(hooks.size(), 4U);
        QCOMPARE(hooks.at(0), (Hook{"DPkg::Post-Invoke", "/bin/a || true", ""}));
        QCOMPARE(hooks.at(1).command, "/bin/b");
        QCOMPARE(hooks.at(2), (Hook{"DPkg::Pre-Install-Pkgs", "/bin/c", ""}));
        QCOMPARE(hooks.at(3).command, "/bin/d");
        QCOMPARE(parseDpkgHooks("no-debsig\npost-invoke=/bin/x\npre-invoke=\"/bin/y z\"\n"),
            (std::vector<Hook>{{"post-invoke", "/bin/x", ""}, {"pre-invoke", "/bin/y z", ""}}));
    }

    void readsLogrotateAndInterfaces()
    {
        const auto hooks = parseLogrotate(
            "weekly\n/var/log/a.log\n\"/var/log/b c.log\" {\n  daily\n  postrotate\n    kill -HUP 1\n    /bin/y\n"
            "  endscript\n}\n/var/log/d { prerotate\n");
        QCOMPARE(
            hooks, (std::vector<Hook>{{"postrotate", "kill -HUP 1\n/bin/y", "/var/log/a.log \"/var/log/b c.log\""}}));
        QCOMPARE(parseInterfaces("auto eth0\niface eth0 inet dhcp\n  up /bin/x $IFACE\n  post-down /bin/y\n"),
            (std::vector<Hook>{{"up", "/bin/x $IFACE", "eth0"}, {"post-down", "/bin/y", "eth0"}}));
        QCOMPARE(parseInittab("id:2:initdefault:\n1:2345:respawn:/sbin/getty 38400 tty1\n"),
            (std::vector<Hook>{{"respawn", "/sbin/getty 38400 tty1", "1"}}));
        QCOMPARE(parseBinfmtRules(":x:M::MZ::/opt/x:\n# y\n:z\n"), (std::vector<Hook>{{"interpreter", "/opt/x", "x"}}));
        QCOMPARE(parseLoaderVariables("PATH=/bin\nexport LD_PRELOAD=\"/tmp/x.so\"\n"),
            (std::vector<Hook>{{"LD_PRELOAD", "/tmp/x.so", ""}}));
    }

    void readsKeysAndSettingsOfSsh()
    {
        const auto keys = parseAuthorizedKeys(
            "# c\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEkbTIKv6mtyDAr5QK8GQx8sBtdv2yN2UmvQzN9qGNCR alice@host\n"
            "from=\"10.0.0.*\",command=\"/opt/x \\\"a b\\\"\",no-pty ssh-rsa QUJD bob the builder\nssh-rsa !!! "
            "bad\nnonsense\n");
        QCOMPARE(keys.size(), 3U);
        QCOMPARE(keys.at(0).comment, "alice@host");
        QVERIFY(keys.at(0).fingerprint.startsWith(u"SHA256:"));
        QCOMPARE(keys.at(1).command, "/opt/x \"a b\"");
        QCOMPARE(keys.at(1).type, "ssh-rsa");
        QCOMPARE(keys.at(1).comment, "bob the builder");
        // printf ABC | openssl dgst -sha256 -binary | base64
        QCOMPARE(keys.at(1).fingerprint, u"SHA256:tdQEXD9Gb6kf4sxqvnkjKhpXzfEE96JucW4KHieJ33g"_s);
        QVERIFY(keys.at(2).fingerprint.isEmpty());
        QCOMPARE(parseSshdConfig("Port 22\nAuthorizedKeysCommand=/opt/x %u\n#no\nSubsystem\tsftp /usr/lib/sftp\n"),
            (std::vector<SshdSetting>{{"port", "22", {"22"}}, {"authorizedkeyscommand", "/opt/x %u", {"/opt/x", "%u"}},
                {"subsystem", "sftp /usr/lib/sftp", {"sftp", "/usr/lib/sftp"}}}));
    }

    // ---- modules

    void readsLoadedModules()
    {
        const auto modules = parseModules("nf_nat 61440 2 nft_chain_nat,xt_MASQUERADE, Live 0x0000000000000000\n"
                                          "nvidia 12345 0 - Live 0xffffffffc0000000 (POE)\nshort line\n");
        QCOMPARE(modules,
            (std::vector<LoadedModule>{{"nf_nat", 61440, {"nft_chain_nat", "xt_MASQUERADE"}, "Live", ""},
                {"nvidia", 12345, {}, "Live", "POE"}}));
        QCOMPARE(taintNames("POE"), (QStringList{u"proprietary"_s, u"out-of-tree"_s, u"unsigned"_s}));
        QCOMPARE(parseModulePaths("kernel/a/b-c.ko.xz: kernel/d.ko.xz\nupdates/e.ko:\n"),
            (QByteArrayList{"kernel/a/b-c.ko.xz", "updates/e.ko"}));
        QCOMPARE(moduleName("kernel/a/b-c.ko.xz"), "b_c");
        const QByteArray builtin =
            bytesOf({QByteArrayView("ext4.license=GPL\0", 17), QByteArrayView("ext4.description=x\0", 19)});
        QCOMPARE(parseBuiltinInfo(builtin).value("ext4").value("description"), "x");
    }

    void readsAModuleFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"modules/sample.ko"_s;
        QTest::newRow("xz") << u"modules/sample.ko.xz"_s;
        QTest::newRow("zstd") << u"modules/sample.ko.zst"_s;
        QTest::newRow("gzip") << u"modules/sample.ko.gz"_s;
    }
    void readsAModuleFile()
    {
        QFETCH(QString, name);
        const auto file = decompressed(fixture(name), 1024 * 1024);
        QVERIFY(file);
        const auto section = elfSection(*file, ".modinfo");
        QVERIFY(section);
        const ModuleInfo info = parseModuleInfo(*section);
        QCOMPARE(info.value("description"), "A sample for tests");
        QCOMPARE(info.value("license"), "GPL");
        QCOMPARE(moduleSignature(*file), u"Sonde test kernel key (sha256)"_s);
        QCOMPARE(decompressed(fixture(name), 100).error().code, ErrorCode::TooLarge);
    }

    void survivesABrokenModule()
    {
        const QByteArray whole = fixture(u"modules/sample.ko"_s);
        QVERIFY(!whole.isEmpty());
        for (qsizetype size = 0; size < whole.size(); size += 7) { // under a sanitizer this is the test
            (void)elfSection(QByteArray(whole.first(size)), ".modinfo");
            (void)moduleSignature(QByteArray(whole.last(size)));
        }
        for (qsizetype place = 0; place < 64; ++place) {
            QByteArray lies = whole;
            lies[place] = '\xff';
            (void)elfSection(lies, ".modinfo");
        }
        QCOMPARE(moduleSignature("no signature"), u"none"_s);
        QCOMPARE(moduleSignature("~Module signature appended~\n"), u"unreadable"_s);
    }

    // ---- control groups

    void recognisesContainersAndServices_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QByteArray>("container");
        const QByteArray id = "0123456789ab0123456789ab0123456789ab0123456789ab0123456789abcdef";
        const auto row = [](const char *name, const QByteArray &text, const char *service, const char *container) {
            QTest::newRow(name) << text << QByteArray(service) << QByteArray(container);
        };
        row("service", "0::/system.slice/ssh.service\n", "ssh.service", "");
        row("of a user", "0::/user.slice/user-1000.slice/user@1000.service/app.slice/x.service\n", "x.service", "");
        row("session", "0::/user.slice/user-1000.slice/session-3.scope\n", "", "");
        row("docker, cgroup 2", "0::/system.slice/docker-" + id + ".scope\n", "", "docker 0123456789ab");
        row("docker, cgroup 1", "12:cpu,cpuacct:/docker/" + id + "\n1:name=systemd:/docker/" + id + "\n", "",
            "docker 0123456789ab");
        row("podman", "0::/machine.slice/libpod-" + id + ".scope/container\n", "", "podman 0123456789ab");
        row("kubernetes", "0::/kubepods/burstable/pod1234/" + id + "\n", "", "kubernetes 0123456789ab");
        row("containerd", "0::/kubepods.slice/kubepods-pod1.slice/cri-containerd-" + id + ".scope\n", "",
            "containerd 0123456789ab");
        row("lxc", "0::/lxc.payload.web/system.slice/nginx.service\n", "nginx.service", "lxc web");
        row("nspawn", "0::/machine.slice/machine-deb.scope/init.scope\n", "", "machine deb");
        row("nothing", "0::/\n", "", "");
        row("rubbish", QByteArray("\0\n/::\n", 6), "", "");
    }
    void recognisesContainersAndServices()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, service);
        QFETCH(QByteArray, container);
        QCOMPARE(parseCgroup(text), (CgroupFacts{service, container}));
    }

    // ---- whatever somebody wrote there

    void survivesHostileText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("NULs") << QByteArray(1000, '\0');
        QTest::newRow("one long line") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("blanks") << QByteArray(100'000, ' ');
        QTest::newRow("open quotes") << QByteArray(100'000, '"');
        QTest::newRow("backslashes") << QByteArray(100'000, '\\');
        QTest::newRow("continued for ever") << QByteArray("a\\\n").repeated(30'000);
        QTest::newRow("open braces") << QByteArray("a {").repeated(3000);
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe=\xff \xc3\n[\xff]\nExec=\xff %\xff").repeated(1000);
        QTest::newRow("stars") << QByteArray("* * * * * * *\n").repeated(10'000);
        QTest::newRow("colons") << QByteArray(100'000, ':');
    }
    void survivesHostileText()
    {
        QFETCH(QByteArray, text);
        const std::vector<std::function<void(QByteArrayView)>> parsers{
            [](QByteArrayView t) { (void)KeyFile::parse(t, KeyFile::Lines::Continued).values("a", "b"); },
            [](QByteArrayView t) { (void)parseDesktopEntry(t); }, [](QByteArrayView t) { (void)parseInitScript(t); },
            [](QByteArrayView t) { (void)parseCrontab(t, CronUsers::Named); },
            [](QByteArrayView t) { (void)parseCrontab(t, CronUsers::Owner); },
            [](QByteArrayView t) { (void)parseAnacrontab(t); }, [](QByteArrayView t) { (void)atJobCommands(t); },
            [](QByteArrayView t) { (void)CronSchedule::parse(t); }, [](QByteArrayView t) { (void)splitWords(t); },
            [](QByteArrayView t) { (void)splitShellCommand(t); }, [](QByteArrayView t) { (void)parseUdevRules(t); },
            [](QByteArrayView t) { (void)parseModprobe(t); }, [](QByteArrayView t) { (void)parseAptHooks(t); },
            [](QByteArrayView t) { (void)parseDpkgHooks(t); }, [](QByteArrayView t) { (void)parseLogrotate(t); },
            [](QByteArrayView t) { (void)parseInterfaces(t); }, [](QByteArrayView t) { (void)parseBinfmtRules(t); },
            [](QByteArrayView t) { (void)parseInittab(t); }, [](QByteArrayView t) { (void)parseSysctl(t); },
            [](QByteArrayView t) { (void)parseAuthorizedKeys(t); }, [](QByteArrayView t) { (void)parseSshdConfig(t); },
            [](QByteArrayView t) { (void)parsePasswd(t); }, [](QByteArrayView t) { (void)parseModules(t); },
            [](QByteArrayView t) { (void)parseModuleInfo(t); }, [](QByteArrayView t) { (void)parseBuiltinInfo(t); },
            [](QByteArrayView t) { (void)parseCgroup(t); }, [](QByteArrayView t) { (void)moduleSignature(t); }};
        QElapsedTimer watch;
        watch.start();
        for (const auto &parse : parsers)
            parse(text);
        QVERIFY2(watch.elapsed() < 5000, "a parser that takes ever longer for longer text");
    }
};

QTEST_GUILESS_MAIN(StartParsersTest)
#include "tst_startparsers.moc"
