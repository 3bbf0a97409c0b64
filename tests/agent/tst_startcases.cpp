// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/accountparser.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/hooks/pamparser.h"
#include "agent/system/hooks/sshparser.h"
#include "agent/system/linux/cescapes.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/startup/desktopentry.h"
#include "agent/system/startup/sessionparser.h"
#include "agent/system/tasks/cronparser.h"
#include "agent/system/tasks/installedcron.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/formatprobe.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

QByteArrayList commandsOf(const std::vector<Hook> &hooks)
{
    QByteArrayList commands;
    for (const Hook &hook : hooks)
        commands += hook.name + ' ' + hook.command;
    return commands;
}

} // namespace

/// Small inputs on which tools of this trade were wrong: each comes from a public report about one of them, whose name stands beside it. What
/// starts by itself, and who may sign in.
class StartCasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- udev: systemd 16607, 17399

    void readsEveryUdevSyntax_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArrayList>("hooks");
        const auto row = [](const char *name, const char *rule, const QByteArrayList &hooks) {
            QTest::newRow(name) << QByteArray(rule).replace('\'', '"') << hooks; // easier to read
        };
        row("no commas", "ACTION=='add' SUBSYSTEM=='block' RUN+='/tmp/h/nocomma.sh'", {"RUN /tmp/h/nocomma.sh"});
        row("nothing between", "RUN+='/a'RUN+='/b'", {"RUN /a", "RUN /b"});
        row("C escapes", "RUN+=e'/tmp/h/e.sh\\x20arg'", {"RUN /tmp/h/e.sh arg"});
        row("a quote", "RUN+='/a \\'b\\''", {"RUN /a \"b\""});
        row("blanks around", "RUN  +=  '/a'", {"RUN /a"});
        row("goes on", "ACTION=='add', \\\n# a comment between\n  RUN+='/a'", {"RUN /a"});
        row("commas only", ",,RUN+='/a',,", {"RUN /a"});
        row("case", "KERNEL==i'SD*' RUN+='/a'", {"RUN /a"});
        row("assigned for good", "RUN:='/a'", {"RUN /a"});
        row("a unit", "TAG+='systemd', ENV{SYSTEMD_WANTS}+='evil.service'", {"ENV{SYSTEMD_WANTS} evil.service"});
        row("a user's unit", "ENV{SYSTEMD_USER_WANTS}='a.service'", {"ENV{SYSTEMD_USER_WANTS} a.service"});
        row("a unit that is asked for", "ENV{SYSTEMD_WANTS}=='a.service'", {});
        row("a module", "RUN{builtin}+='kmod load evil'", {"RUN{builtin} kmod load evil"});
        row("another builtin", "RUN{builtin}+='uaccess'", {});
        row("programs", R"(PROGRAM=="/p %k", RESULT=="x", IMPORT{program}="/i")",
            {"PROGRAM /p %k", "IMPORT{program} /i"});
        row("the kernel's helper", "SYSCTL{kernel/core_pattern}='|/x %p'", {"SYSCTL{kernel.core_pattern} /x %p"});
        row("a comment", "#RUN+='/a'", {});
        row("never closed", "RUN+='/a', RUN+='/b", {"RUN /a"});
    }
    void readsEveryUdevSyntax()
    {
        QFETCH(QByteArray, rule);
        QTEST(commandsOf(parseUdevRules(rule)), "hooks");
    }

    // ---- cron

    /// cronie 195, systemd-cron 146
    void cronsInputIsWhatRuns()
    {
        const auto lines = parseCrontab("*/5 * * * * root /bin/sh%curl http://127.0.0.1:9/x | sh%exit\n"
                                        "0 0 * * * root echo 10\\% of\n",
            CronUsers::Named);
        QCOMPARE(lines.size(), 2U);
        QCOMPARE(lines.at(0).command, "/bin/sh");
        QCOMPARE(lines.at(0).input, "curl http://127.0.0.1:9/x | sh\nexit");
        QCOMPARE(lines.at(1).command, "echo 10% of");
        QVERIFY(lines.at(1).input.isEmpty());
    }

    /// systemd-cron 143, dcron 20
    void cronsVariablesDecideWhatRuns()
    {
        const auto lines = parseCrontab("1 1 * * * root /before\nSHELL=/bin/bash\n BASH_ENV = \"/tmp/e.sh\"\n"
                                        "1 1 * * * root /after --x=y\nSHELL=/bin/sh\n2 2 * * * root /last\n",
            CronUsers::Named);
        QCOMPARE(lines.size(), 3U);
        QVERIFY(lines.at(0).environment.empty());
        QCOMPARE(
            lines.at(1).environment, (std::vector<CronVariable>{{"SHELL", "/bin/bash"}, {"BASH_ENV", "/tmp/e.sh"}}));
        QCOMPARE(lines.at(1).command, "/after --x=y");
        QCOMPARE(lines.at(2).environment.front(), (CronVariable{"SHELL", "/bin/sh"}));
        // However many others there are.
        QByteArray many;
        for (int i = 0; i < 500; ++i)
            many += "V" + QByteArray::number(i) + "=1\n";
        const auto hidden = parseCrontab(QByteArray(many + "BASH_ENV=/tmp/e.sh\n* * * * * /x\n"), CronUsers::Owner);
        QVERIFY(std::ranges::contains(hidden.front().environment, CronVariable{"BASH_ENV", "/tmp/e.sh"}));

        const DeviceTree tree;
        tree.write(u"/etc/cron.d/x"_s, "SHELL=/bin/bash\nBASH_ENV=/tmp/e.sh\n*/5 * * * * root /bin/sh%evil\n");
        tree.write(u"/tmp/e.sh"_s, "evil\n");
        CommandProbe tasks;
        runOn(tree, tasks, u"scheduledtasks"_s);
        QCOMPARE(tasks.rows.at(0)[u"environment"][1].toString(), u"BASH_ENV=/tmp/e.sh"_s);
        QCOMPARE(tasks.rows.at(0)[u"task"][u"actions"][u"exec"][0][u"input"].toString(), u"evil"_s);
        CommandProbe persistence;
        runOn(tree, persistence, u"persistence"_s);
        const QJsonObject row = rowWhere(persistence, u"method"_s, u"scheduled_tasks"_s);
        QCOMPARE(row[u"command"].toString(), u"/bin/sh%evil"_s);
        QCOMPARE(row[u"details"][u"environment"][1].toString(), u"BASH_ENV=/tmp/e.sh"_s);
        QCOMPARE(row[u"attack"].toString(), u"T1053.003"_s);
    }

    /// chef 6269, systemd-cron 177
    /// Neither long values nor many lines make a table larger than it is, and nothing that decides is lost by them.
    void muchOfCronsEnvironment()
    {
        const QByteArray lines = QByteArray("* * * * * root x\n").repeated(4000);
        const QByteArray last = "BASH_ENV=/tmp/e\n* * * * * root y\n";
        QByteArray many;
        for (int i = 0; i < 64; ++i)
            many += "A" + QByteArray::number(i) + "=b\n";
        const QByteArray longOne =
            "PATH=" + QByteArray(1024 * 1024, 'p') + "\nCRON_TZ=" + QByteArray(1024 * 1024, 'z') + '\n';
        for (const QByteArray &head : {many, longOne}) {
            const QByteArray text = head + lines + last;
            const auto table = parseCrontab(text, CronUsers::Named);
            QCOMPARE(table.size(), 4001U);
            qsizetype bytes = 0;
            for (const CronLine &line : table) {
                bytes += line.timeZone.size();
                for (const CronVariable &variable : line.environment)
                    bytes += variable.name.size() + variable.value.size();
            }
            QCOMPARE_LT(bytes, 32 * 1024 * 1024);
            QCOMPARE(table.front().environment.front().value, head == many ? "b" : QByteArray(1024 * 1024, 'p'));
            QVERIFY(std::ranges::contains(table.back().environment, CronVariable{"BASH_ENV", "/tmp/e"}));
        }
    }

    /// What decides is not hidden by what follows it, and where not all of it can be said that is said.
    void whatDecidesStaysHoweverMuchThereIs()
    {
        const QByteArray head = "BASH_ENV=/tmp/e\nPATH=" + QByteArray(1024 * 1024, 'p') + '\n';
        const auto table =
            parseCrontab(QByteArray(head + QByteArray("* * * * * /x\n").repeated(100'000)), CronUsers::Owner);
        QCOMPARE(table.size(), 100'000U);
        const auto isToldOf = [](const CronLine &line) {
            return std::ranges::contains(line.environment, CronVariable{"BASH_ENV", "/tmp/e"});
        };
        QVERIFY(isToldOf(table.at(1000)));
        QVERIFY(std::ranges::all_of(table, [&isToldOf](const CronLine &line) {
            return isToldOf(line) || std::ranges::contains(line.environment, CronVariable{"…", "…"});
        }));
        QVERIFY(!isToldOf(table.back()));
    }

    void theInstalledCronDecides()
    {
        QCOMPARE(cronKind("… CRON_TZ … /etc/cron.d … crontabs"), InstalledCron::Kind::Cronie);
        QCOMPARE(cronKind("… /etc/cron.d … crontabs …"), InstalledCron::Kind::Debian);
        QCOMPARE(cronKind("BusyBox"), InstalledCron::Kind::Unknown);
        const InstalledCron debian(InstalledCron::Kind::Debian);
        const InstalledCron cronie(InstalledCron::Kind::Cronie, InstalledCron::RunParts::RedHat);
        QVERIFY(!debian.readsTable("not.run") && cronie.readsTable("not.run"));
        QVERIFY(!cronie.readsTable("x.rpmsave") && !cronie.readsTable("x~") && !cronie.readsTable(".x"));
        QVERIFY(!debian.runsPart("x.sh") && cronie.runsPart("x.sh"));
        QVERIFY(!debian.knowsTimeZones() && cronie.knowsTimeZones());

        const DeviceTree tree;
        tree.write(u"/usr/sbin/cron"_s, "… /etc/cron.d … crontabs …");
        tree.write(u"/etc/cron.d/zone"_s, "CRON_TZ=Asia/Tokyo\n30 6 * * * root /a\n");
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        QCOMPARE(probe.rows.at(0)[u"time_zone"].toString(), u"Asia/Tokyo"_s); // shown, whoever counts in it
    }

    // ---- sshd_config: rear 2421

    void readsSshdsArguments()
    {
        const auto settings =
            parseSshdConfig("Include \"/etc/ssh/a b/*.conf\" extra/*.conf # c\n"
                            "AuthorizedKeysFile=.ssh/k '/etc/keys/%u' # c\nForceCommand /bin/x \"a b\" # kept\n");
        QCOMPARE(settings.at(0).keyword, "include");
        QCOMPARE(settings.at(0).arguments, (QByteArrayList{"/etc/ssh/a b/*.conf", "extra/*.conf"}));
        QCOMPARE(settings.at(1).arguments, (QByteArrayList{".ssh/k", "/etc/keys/%u"}));
        QCOMPARE(settings.at(2).value, "/bin/x \"a b\" # kept"); // a shell gets it as it is
    }

    void followsWhatSshdIncludes()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n");
        tree.folder(u"/root"_s);
        tree.write(u"/etc/ssh/sshd_config"_s, "Include /etc/ssh/extra/*.conf more.conf\nForceCommand /late\n");
        tree.write(u"/etc/ssh/extra/a.conf"_s, "ForceCommand /evil\nAuthorizedKeysFile /var/k/%u\n");
        tree.write(u"/etc/ssh/more.conf"_s, "Match User eve\n  ForceCommand /eve\n");
        tree.write(u"/var/k/root"_s, "ssh-rsa QUJD planted\n");
        CommandProbe probe;
        runOn(tree, probe, u"persistence"_s);
        const QJsonObject evil = rowWhere(probe, u"command"_s, u"/evil"_s);
        QCOMPARE(evil[u"path"].toString(), u"/etc/ssh/extra/a.conf"_s);
        QCOMPARE(evil[u"is_enabled"].toBool(), true);
        QCOMPARE(rowWhere(probe, u"command"_s, u"/eve"_s)[u"details"][u"match"].toString(), u"User eve"_s);
        // The first of a keyword counts.
        QCOMPARE(rowWhere(probe, u"command"_s, u"/late"_s)[u"is_enabled"].toBool(true), false);
        QCOMPARE(rowWhere(probe, u"name"_s, u"planted"_s)[u"path"].toString(), u"/var/k/root"_s);
    }

    // ---- PAM: PANIX 3, 18

    void readsPamRules()
    {
        QCOMPARE(parsePamLine("auth sufficient /tmp/pam_evil.so nullok", PamFile::OfService),
            (std::vector<PamRule>{{"auth", "sufficient", "/tmp/pam_evil.so", {"nullok"}}}));
        QCOMPARE(parsePamLine("-session [success=1 default=ignore] pam_x.so a [b c] # d", PamFile::OfService),
            (std::vector<PamRule>{{"session", "[success=1 default=ignore]", "pam_x.so", {"a", "[b c]"}}}));
        QCOMPARE(parsePamLine("sshd auth required pam_unix.so", PamFile::OfAll),
            (std::vector<PamRule>{{"auth", "required", "pam_unix.so", {}}}));
        QVERIFY(parsePamLine("@include common-auth", PamFile::OfService).empty());
        QVERIFY(parsePamLine("auth include system-auth", PamFile::OfService).empty());
    }

    void aForeignModuleIsARow()
    {
        const DeviceTree tree;
        tree.write(u"/etc/pam.d/x"_s, "auth sufficient /tmp/pam_evil.so\nauth required pam_unix.so\n");
        tree.write(u"/tmp/pam_evil.so"_s, QByteArray("\177ELF\0", 5));
        tree.write(u"/usr/lib/x86_64-linux-gnu/security/pam_unix.so"_s, "module");
        CommandProbe probe;
        runOn(tree, probe, u"persistence"_s);
        const auto rows = std::ranges::count_if(
            probe.rows, [](const QJsonObject &row) { return row[u"method"].toString() == "pam"_L1; });
        QCOMPARE(rows, 1);
        const QJsonObject row = rowWhere(probe, u"method"_s, u"pam"_s);
        QVERIFY(row[u"command"].toString().contains(u"/tmp/pam_evil.so"));
        QCOMPARE(row[u"starts"][0][u"path"].toString(), u"/tmp/pam_evil.so"_s);
        QCOMPARE(row[u"starts"][0][u"sha256"].toString().size(), 64);
    }

    // ---- Python: PANIX 32

    void readsWhatPythonsSiteRuns()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "alice:x:1000:1000::/home/alice:/bin/bash\n");
        const QString site = u"/home/alice/.local/lib/python3.11/site-packages/"_s;
        tree.write(site + u"x.pth"_s, "import os; os.system('id')\n/some/folder\n");
        tree.write(site + u"usercustomize.py"_s, "print(1)\n");
        tree.write(u"/usr/lib/python3/dist-packages/sitecustomize.py"_s, "print(2)\n");
        CommandProbe probe;
        runOn(tree, probe, u"persistence"_s);
        const QJsonObject path = rowWhere(probe, u"name"_s, u"x.pth"_s);
        QCOMPARE(path[u"method"].toString(), u"language_hooks"_s);
        QCOMPARE(path[u"command"].toString(), u"import os; os.system('id')"_s);
        QCOMPARE(path[u"details"][u"user"].toString(), u"alice"_s);
        QVERIFY(!rowWhere(probe, u"name"_s, u"usercustomize.py"_s).isEmpty());
        QVERIFY(!rowWhere(probe, u"name"_s, u"sitecustomize.py"_s).isEmpty());
    }

    // ---- window managers: nylas-mail 1251

    void readsWhatWindowManagersStart()
    {
        QCOMPARE(parseSessionFile("@lxpanel --profile LXDE\n# c\n/tmp/x\n", SessionFileKind::LxSession),
            (QByteArrayList{"lxpanel --profile LXDE", "/tmp/x"}));
        QCOMPARE(parseSessionFile(
                     "exec --no-startup-id /tmp/a\n exec_always \"/tmp/b c\"\nexecute /no\nbindsym $mod exec /no\n",
                     SessionFileKind::I3),
            (QByteArrayList{"/tmp/a", "/tmp/b c"}));
        QCOMPARE(parseSessionFile("exec-once = /tmp/a\nexec=/tmp/b\nbind = exec, /no\n", SessionFileKind::Hyprland),
            (QByteArrayList{"/tmp/a", "/tmp/b"}));
        QCOMPARE(parseSessionFile("<JWM><StartupCommand>/tmp/a</StartupCommand></JWM>", SessionFileKind::Jwm),
            (QByteArrayList{"/tmp/a"}));
        QCOMPARE(parseSessionFile(
                     "[core]\nx=/no\n[autostart]\nautostart_wf_shell=true\na=/tmp/a\n", SessionFileKind::KeyValue),
            (QByteArrayList{"/tmp/a"}));

        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "alice:x:1000:1000::/home/alice:/bin/bash\n");
        const QStringList files{u"/home/alice/.config/lxsession/LXDE/autostart"_s,
            u"/home/alice/.config/openbox/autostart"_s, u"/home/alice/.config/i3/config"_s,
            u"/home/alice/.config/sway/config"_s, u"/home/alice/.fluxbox/startup"_s, u"/etc/xdg/openbox/autostart"_s};
        for (const QString &file : files)
            tree.write(file, "exec /tmp/evil\n");
        for (const QString &verb : {u"startupfolders"_s, u"persistence"_s}) {
            CommandProbe probe;
            runOn(tree, probe, verb);
            const QSet<QString> paths = column(probe, verb == u"persistence"_s ? u"path"_s : u"filePath"_s);
            for (const QString &file : files)
                QVERIFY2(paths.contains(file), qPrintable(verb + u' ' + file));
        }
    }

    // ---- units

    /// systemd 2823, 2883
    void aMarkBeforeASectionIsNone()
    {
        QCOMPARE(KeyFile::parse("\xef\xbb\xbf[Service]\nExecStart=/x\n", KeyFile::Lines::Continued)
                     .value("Service", "ExecStart"),
            "/x");
        QCOMPARE(parseDesktopEntry("\xef\xbb\xbf[Desktop Entry]\nExec=/x\n")->exec, "/x");
        const DeviceTree tree;
        tree.write(u"/etc/systemd/system/x.service"_s, "\xef\xbb\xbf[Service]\nExecStart=/opt/x\n");
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        QCOMPARE(probe.rows.at(0)[u"command_line"].toString(), u"/opt/x"_s);
    }

    /// systemd.syntax(7), systemd.service(5)
    void readsTheCommandLinesOfUnits_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("command");
        const auto row = [](const char *line, const char *command) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(command);
        };
        row("/bin/x -a b", "/bin/x -a b");
        row("-@/bin/x y", "/bin/x y");
        row(R"(/bin/sh -c "\x63url x | sh")", "/bin/sh -c 'curl x | sh'");
        row(R"(/bin/x a\x20b \u00e9 \101)", "/bin/x 'a b' \xc3\xa9 A");
        row(R"(/bin/x a\sb)", "/bin/x 'a b'");
        row(R"(/bin/x \d)", R"(/bin/x '\d')");
        row("/bin/true ; /tmp/evil a", "/bin/true ; /tmp/evil a");
        row("/bin/x a \\; b", "/bin/x a ';' b");
        row("/bin/x ${HOME} $USER", "/bin/x ${HOME} $USER");
        row("'/bin/a b' ''", "'/bin/a b' ''");
    }
    void readsTheCommandLinesOfUnits()
    {
        QFETCH(QByteArray, line);
        QTEST(unitCommandLine(line), "command");
    }

    /// systemd 12007
    void timersStartWhenTheClockIsSet()
    {
        const DeviceTree tree;
        tree.write(u"/etc/systemd/system/x.timer"_s, "[Timer]\nOnClockChange=yes\nOnTimezoneChange=1\n");
        tree.write(u"/etc/systemd/system/y.timer"_s, "[Timer]\nOnClockChange=no\nOnCalendar=daily\n");
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        const QJsonArray triggers = rowWhere(probe, u"id"_s, u"x.timer"_s)[u"task"][u"triggers"].toArray();
        QCOMPARE(triggers.size(), 2);
        QCOMPARE(triggers.at(0)[u"type"].toString(), u"event"_s);
        QCOMPARE(triggers.at(0)[u"schedule"].toString(), u"OnClockChange=yes"_s);
        QCOMPARE(rowWhere(probe, u"id"_s, u"y.timer"_s)[u"task"][u"triggers"].toArray().size(), 1);
    }

    // ---- tasks and services of other systems

    /// UAC 228, SUSE/linux-security-sensor 83: systemd-run --user
    void aUsersTransientTimerIsThere()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "alice:x:1000:1000::/home/alice:/bin/bash\n");
        tree.write(
            u"/run/user/1000/systemd/transient/run-u1.timer"_s, "[Timer]\nOnActiveSec=30\nRemainAfterElapse=no\n");
        tree.write(u"/run/user/1000/systemd/transient/run-u1.service"_s, "[Service]\nExecStart=/tmp/evil\n");
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        QCOMPARE(probe.rows.size(), 1U);
        QCOMPARE(probe.rows.at(0)[u"task"][u"principals"][u"principal"][u"userId"].toString(), u"alice"_s);
        QCOMPARE(probe.rows.at(0)[u"task"][u"actions"][u"exec"][0][u"command"].toString(), u"/tmp/evil"_s);
        QCOMPARE(probe.rows.at(0)[u"is_enabled"].toBool(), true);
        CommandProbe persistence;
        runOn(tree, persistence, u"persistence"_s);
        QCOMPARE(rowWhere(persistence, u"method"_s, u"user_services"_s)[u"command"].toString(), u"/tmp/evil"_s);
    }

    void readsAlpinesAndOpenWrtsTasks()
    {
        const DeviceTree tree;
        tree.script(u"/etc/periodic/15min/x"_s);
        tree.write(u"/etc/crontabs/root"_s, "*/5 * * * * /tmp/evil\n");
        tree.folder(u"/var/spool/cron"_s);
        tree.link(u"/var/spool/cron/crontabs"_s, "../../../etc/crontabs");
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        QCOMPARE(probe.rows.size(), 2U); // the table once
        QCOMPARE(
            rowWhere(probe, u"kind"_s, u"run-parts"_s)[u"task"][u"triggers"][0][u"schedule"].toString(), u"@15min"_s);
        QCOMPARE(rowWhere(probe, u"kind"_s, u"cron"_s)[u"task"][u"principals"][u"principal"][u"userId"].toString(),
            u"root"_s);
    }

    /// Source: atd.c, which passes over what at(1) has not yet marked executable.
    void anUnfinishedJobOfAtDoesNotRun()
    {
        const DeviceTree tree;
        tree.write(u"/var/spool/cron/atjobs/a0000301c9c3f1"_s, "#!/bin/sh\n/x\n");
        tree.script(u"/var/spool/atd/a0000401c9c3f1"_s, "#!/bin/sh\n/y\n");
        CommandProbe probe;
        runOn(tree, probe, u"scheduledtasks"_s);
        QCOMPARE(rowWhere(probe, u"id"_s, u"at:3"_s)[u"is_enabled"].toBool(true), false);
        QCOMPARE(rowWhere(probe, u"id"_s, u"at:4"_s)[u"is_enabled"].toBool(), true);
    }

    /// openwrt 4235, trueos/sysadm 27, devstructure/blueprint 108, salt 33260
    void readsServicesOfOtherInits()
    {
        const DeviceTree tree;
        tree.script(u"/etc/init.d/firewall"_s, "#!/bin/sh /etc/rc.common\nSTART=19\n");
        tree.link(u"/etc/rc.d/S19firewall"_s, "../init.d/firewall");
        tree.script(u"/etc/init.d/umount"_s, "#!/bin/sh /etc/rc.common\nSTOP=99\n");
        tree.link(u"/etc/rc.d/K99umount"_s, "../init.d/umount");
        tree.script(
            u"/etc/init.d/off"_s, "#!/bin/sh\n# chkconfig: - 85 15\n# description: A web server \\\n#  of some kind\n");
        tree.script(u"/etc/init.d/cron"_s, "#!/sbin/openrc-run\nname=\"Cron daemon\"\ncommand=/usr/sbin/crond\n");
        tree.link(u"/etc/runlevels/shutdown/cron"_s, "/etc/init.d/cron");
        tree.folder(u"/run/openrc/started"_s);
        tree.link(u"/run/openrc/failed/cron"_s, "/etc/init.d/cron");
        CommandProbe probe;
        runOn(tree, probe, u"services"_s);
        const auto cell = [&probe](const QString &name, const QString &column) {
            return rowWhere(probe, u"service_name"_s, name)[column].toString();
        };
        QCOMPARE(cell(u"firewall"_s, u"start_type"_s), u"enabled"_s);
        QCOMPARE(cell(u"umount"_s, u"start_type"_s), u"enabled"_s);
        QCOMPARE(cell(u"off"_s, u"start_type"_s), u"disabled"_s);
        QCOMPARE(cell(u"off"_s, u"display_name"_s), u"A web server"_s);
        QCOMPARE(cell(u"cron"_s, u"display_name"_s), u"Cron daemon"_s);
        QCOMPARE(cell(u"cron"_s, u"start_type"_s), u"enabled"_s);
        QCOMPARE(cell(u"cron"_s, u"current_state"_s), u"failed"_s);
    }

    // ---- who may sign in

    void readsAccountsAndSudoers()
    {
        const auto accounts =
            parsePasswd("root:x:0:0:root:/root:/bin/bash\nnews:x:9:9:news:/var/spool/news:/usr/sbin/nologin \n"
                        "evil:$6$salt$hash:0:0::/root:/bin/sh\nopen::1:1::/:/bin/sh\nbroken\n");
        QCOMPARE(accounts.size(), 4U);
        QCOMPARE(accounts.at(1).shell, "/usr/sbin/nologin ");
        QCOMPARE(passwordKind(accounts.at(2).password), PasswordKind::Set);
        QCOMPARE(passwordKind(accounts.at(3).password), PasswordKind::None);
        QCOMPARE(parseShadow("alice:$y$x:20000:0:99999:7:::\nbob:!:20001::::::\n").at(0).changed, 20000);
        QCOMPARE(parseGroups("sudo:x:27:alice,bob\n").at(0).members, (QByteArrayList{"alice", "bob"}));
        const auto rule = parseSudoersLine("victim ALL=(ALL) NOPASSWD:ALL");
        QVERIFY(rule && rule->who == "victim" && rule->text == "ALL=(ALL) NOPASSWD:ALL");
        QCOMPARE(parseSudoersLine("@includedir /etc/sudoers.d")->kind, SudoersLine::Kind::IncludeFolder);
        QVERIFY(!parseSudoersLine("# comment"));
        QVERIFY(parseSudoersLine("#1000 ALL=ALL"));
        QVERIFY(!parseSudoersLine("Defaults mail_badpass"));
        QVERIFY(parseSudoersLine("Defaults env_keep += \"LD_PRELOAD\""));
    }

    void readsWhatGitRuns()
    {
        QCOMPARE(commandsOf(parseGitConfig(
                     "[core]\n\tpager = /tmp/p # c\n\tautocrlf = true\n[alias] x = \"!/tmp/a b\"\n\ty = status\n"
                     "[filter \"a.b\"]\n clean = /tmp/c \\\n d\n[credential]\n helper = store\n")),
            (QByteArrayList{"core.pager /tmp/p", "alias.x /tmp/a b", "filter.a.b.clean /tmp/c  d"}));
    }

    /// git 2.47, config.c
    void readsGitsSettingsAsGitDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("settings");
        const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &settings) {
            QTest::newRow(name) << text << settings;
        };
        row("a comment does not go on", "# x \\\n[core]\n; y \\\npager = p\n", {"core.pager=p"});
        row("nor one behind a value", "[core]\npager = p # c \\\neditor = e ; \\\naskpass = a",
            {"core.pager=p", "core.editor=e", "core.askpass=a"});
        row("an escaped backslash ends no line", "[core]\npager = C:\\\\\neditor = e\n",
            {"core.pager=C:\\", "core.editor=e"});
        row("a line that goes on, of Windows", "[core]\r\npager = p \\\r\n q\r\n", {"core.pager=p  q"});
        row("a mark", "\xef\xbb\xbf[core]\npager=p", {"core.pager=p"});
        row("a mark in the middle is none", "[core]\n\xef\xbb\xbfpager=p\neditor=e", {"core.editor=e"});
        row("quoted blanks, signs and escapes", "[core]\npager = \"  a # \\\"b\\\" ; \" \\t# c\n",
            {"core.pager=  a # \"b\" ;  \t"});
        row("behind the section", "[core] pager = p\n[alias]x=!y", {"core.pager=p", "alias.x=!y"});
        row("subsections", "[filter \"A \\\"b\\\\\"]\nclean=c\n[Filter.LFS]\nClean=d",
            {"filter.A \"b\\.clean=c", "filter.lfs.clean=d"});
        row("a key alone", "[core]\nfsmonitor\npager = p", {"core.fsmonitor=", "core.pager=p"});
        row("what is no section leaves none", "[core\npager=p\n[ core]\npager=q\n[core \"x]\npager=r\n[core]\npager=s",
            {"core.pager=s"});
        row("nor what is no key", "[core]\n9x=1\nx_y=2\npager p\neditor=e", {"core.editor=e"});
    }
    void readsGitsSettingsAsGitDoes()
    {
        QFETCH(QByteArray, text);
        QByteArrayList settings;
        for (const GitSetting &setting : parseGitSettings(text))
            settings += setting.name + '=' + setting.value;
        QTEST(settings, "settings");
    }

    void knowsEverythingThatGitStarts_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("runs");
        const auto rows = [](bool runs, std::initializer_list<std::pair<const char *, const char *>> settings) {
            for (const auto &[section, line] : settings)
                QTest::addRow("[%s] %s", section, line) << QByteArray(section) << QByteArray(line) << runs;
        };
        rows(true,
            {{"core", "gitProxy=x"}, {"core", "alternateRefsCommand=x"}, {"core", "fsmonitor=/tmp/x"},
                {"imap", "tunnel=x"}, {"trailer \"t\"", "cmd=x"}, {"trailer \"t\"", "command=x"},
                {"tar \"t\"", "command=x"}, {"submodule \"s\"", "update=!x"}, {"remote \"r\"", "url=ext::sh -c x"},
                {"url \"ext::sh -c x\"", "insteadOf=y"}, {"browser \"b\"", "cmd=x"}, {"man \"m\"", "path=/x"},
                {"guitool \"g\"", "cmd=x"}, {"difftool \"d\"", "path=/x"}, {"instaweb", "httpd=x"},
                {"web", "browser=x"}, {"sendemail", "smtpServer=/x"}, {"sendemail \"i\"", "headerCmd=x"},
                {"gpg \"ssh\"", "defaultKeyCommand=x"}, {"hook \"h\"", "command=x"}, {"svn", "authorsProg=x"},
                {"credential", "helper=x"}, {"credential", "helper=\"store; x\""},
                {"credential \"https://h\"", "helper=!x"}, {"credential", "helper=cache $(x)"},
                {"remote \"r\"", "annex-ssh-command=x"}, {"pager", "log=x"}, {"lfs \"customtransfer.t\"", "path=x"},
                {"includeIf \"onbranch:m\"", "path=x"}, {"alias", "s=-c core.fsmonitor=/tmp/x status"},
                {"alias", "s=-p -C /tmp --config-env=Core.Pager=X log"}, {"alias", "s=-c 'alias.t=!x' t"},
                {"alias", "s=--exec-path=/tmp/x subtree"}, {"alias", "d=difftool -yx /tmp/x"},
                {"alias", "d=difftool --extcmd=/tmp/x"}, {"alias", "r=-p rebase -i --exe /tmp/x"},
                {"alias", "m=submodule --quiet foreach /tmp/x"}, {"alias", "b=bisect run /tmp/x"},
                {"alias", "f=fetch --upload-pack '/tmp/x y'"}, {"alias", "g=grep -O/tmp/x"},
                {"alias", "c=clone ext::/tmp/x"}});
        rows(false,
            {{"core", "fsmonitor=yes"}, {"pager", "log=off"}, {"credential", "helper=store --file ~/.c"},
                {"submodule \"s\"", "update=rebase"}, {"remote \"r\"", "url=https://h/x"},
                {"sendemail", "smtpServer=mail.x"}, {"alias", "l=log -c --graph"}, {"alias", "a=commit -c HEAD"},
                {"alias", "n=-c color.ui=never diff"}, {"alias", "r=rebase -i --empty=drop -Xours"}, {"alias", "q=-C"},
                {"alias", "z="}, {"url \"https://h/\"", "insteadOf=gh:"}, {"core", "worktree=/x"}, {"user", "name=x"}});
    }
    void knowsEverythingThatGitStarts()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, line);
        const QByteArray text = '[' + section + "]\n" + line + '\n';
        QTEST(!parseGitConfig(text).empty(), "runs");
    }

    void undoesEscapes()
    {
        QCOMPARE(withoutEscapes(R"(a\x41\101\u00e9\s\n\q\x4)"), QByteArray("aAA\xc3\xa9 \n\\q\\x4"));
    }
};

QTEST_GUILESS_MAIN(StartCasesTest)
#include "tst_startcases.moc"
