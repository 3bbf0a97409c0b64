// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/device/osreleaseparser.h"
#include "agent/system/files/aclparser.h"
#include "agent/system/files/capabilityparser.h"
#include "agent/system/linux/bootclock.h"
#include "agent/system/network/socketparser.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procparser.h"
#include "agent/system/storage/mountparser.h"
#include "protocol/command/rows.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u'/' + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Socket socket(Transport transport, const char *local, quint16 localPort, const char *remote, quint16 remotePort,
    quint8 state, quint64 inode)
{
    const QHostAddress address(QString::fromLatin1(local));
    return {transport, address.protocol() == QAbstractSocket::IPv6Protocol, address, localPort,
        QHostAddress(QString::fromLatin1(remote)), remotePort, state, inode};
}

Socket unixSocket(Transport transport, quint8 state, quint64 inode, const char *path)
{
    return {.transport = transport, .state = state, .inode = inode, .path = path};
}

constexpr quint8 Established = 1;
constexpr quint8 Close = 7;
constexpr quint8 Listen = 10;

/// What the saved tables hold: a listener with one connection, seen from both ends, an IPv6 listener, a UDP socket.
const std::vector<Socket> &savedTcp()
{
    static const std::vector<Socket> sockets{socket(Transport::Tcp, "127.0.0.1", 8080, "0.0.0.0", 0, Listen, 138064),
        socket(Transport::Tcp, "127.0.0.1", 50000, "127.0.0.1", 8080, Established, 138065),
        socket(Transport::Tcp, "127.0.0.1", 8080, "127.0.0.1", 50000, Established, 138066)};
    return sockets;
}
const Socket savedTcp6 = socket(Transport::Tcp, "::1", 8443, "::", 0, Listen, 138067);
const Socket savedUdp = socket(Transport::Udp, "0.0.0.0", 5353, "0.0.0.0", 0, Close, 138068);

} // namespace

class LinuxParsersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStatWhoseNameTriesToConfuse()
    {
        const auto stat = parseProcStat(fixture("proc/4242/stat"));
        QVERIFY(stat);
        QCOMPARE(stat->comm, "evil) R 9 (\nname");
        QCOMPARE(stat->state, 'Z');
        QCOMPARE(stat->pid, 4242);
        QCOMPARE(stat->parent, 1);
        QCOMPARE(stat->session, 4242);
        QCOMPARE(stat->userTicks, 1);
        QCOMPARE(stat->systemTicks, 2);
        QCOMPARE(stat->startTicks, 360000);
    }

    void theBootIsTakenFromTheShortestLook()
    {
        constexpr qint64 second = 1'000'000'000;
        const std::array<ClockReading, 4> readings{ClockReading{100 * second, 40 * second, 100 * second + 900},
            {101 * second, 41 * second + 50, 101 * second + 100}, {102 * second, 40 * second, 103 * second},
            {104 * second, 40 * second, 90 * second}}; // somebody has set it back
        QCOMPARE(bootTimeOf(readings), 60 * second);
        QCOMPARE(bootTimeOf({}), 0);
        QCOMPARE(steadyBootTime(60 * second, 60 * second + 800), 60 * second);
        QCOMPARE(steadyBootTime(60 * second, 60 * second + 20'000'000), 60 * second + 20'000'000);
    }

    /// The kernel counts in hundredths, and cuts off what is more.
    void aStartIsTheNearestTick()
    {
        constexpr qint64 boot = 1'795'714'326'487'654'321;
        const qint64 started = startTime(boot, 360'000, 100);
        QCOMPARE(started, 1'795'717'926'490'000'000);
        const qint64 earliest = boot + 3'600'000'000'000;
        QVERIFY(std::abs(started - earliest) <= 10'000'000 && std::abs(started - (earliest + 9'999'999)) <= 10'000'000);
        QCOMPARE(startTime(boot, 360'001, 100) - started, 10'000'000);
        QCOMPARE(isoTime(started, 2), u"2026-11-26T18:32:06.49Z"_s);
        QCOMPARE(isoTime(started), u"2026-11-26T18:32:06.490Z"_s);
    }

    void rootOfAContainerDoesNotSeeEverything()
    {
        constexpr quint64 all = 0x1ffffffffff;
        constexpr quint64 ofContainers = 0xa80425fb; // without CAP_SYS_PTRACE
        QVERIFY(seesEverything({.effectiveUser = 0, .capabilities = all}));
        QVERIFY(!seesEverything({.effectiveUser = 0, .capabilities = ofContainers}));
        QVERIFY(!seesEverything({.effectiveUser = 1000, .capabilities = all}));
    }

    void refusesWhatIsNoStat_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray whole = fixture("proc/1/stat");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no name") << QByteArray("1 systemd S 0 1 1");
        QTest::newRow("wrong way round") << QByteArray("1 )systemd( S 0 1 1");
        QTest::newRow("cut off") << whole.first(60);
    }
    void refusesWhatIsNoStat()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parseProcStat(bytes));
    }

    void readsMemoryAndUserFromStatus()
    {
        const auto status =
            parseProcStatus("Name:\tx\nUid:\t1000\t33\t0\t0\nVmRSS:\t    12 kB\nRssAnon:\t 4 kB\nVmSwap:\t 2 kB\n");
        QVERIFY(status);
        QCOMPARE(status->effectiveUser, 33U);
        QCOMPARE(status->resident, 12 * 1024);
        QCOMPARE(status->anonymous, 4 * 1024);
        QCOMPARE(status->swapped, 2 * 1024);
        QCOMPARE(parseProcStatus("Uid:\t1\t1\t1\t1\nCapEff:\t0000000000200002\n")->capabilities, 0x200002U);
        QCOMPARE(mightyCapabilities(0x200002), u"cap_dac_override,cap_sys_admin"_s);
        QCOMPARE(mightyCapabilities(0x3400), QString()); // of a name service, or who reads packets
        QCOMPARE(parseProcStatus(fixture("proc/77/status"))->resident, 0);
        QVERIFY(!parseProcStatus("Name:\tx\n"));
    }

    void writesACommandLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, QByteArrayView bytes, const char *line) {
            QTest::newRow(name) << bytes.toByteArray() << QByteArray(line);
        };
        row("plain", QByteArrayView("ls\0-l\0", 6), "ls -l");
        row("blank and quote", QByteArrayView("/a b\0it's\0", 10), "'/a b' 'it'\\''s'");
        row("empty arguments stay", QByteArrayView("a\0\0b\0\0", 6), "a '' b ''");
        row("shell characters", QByteArrayView("sh\0-c\0a;b|c\0", 12), "sh -c 'a;b|c'");
        row("no NUL at the end", QByteArrayView("ls\0-l", 5), "ls -l");
        row("a title", QByteArrayView("nginx: master process\0\0\0", 24), "nginx: master process");
        row("not UTF-8", QByteArrayView("x\0caf\xe9\0", 7), "x caf\xe9");
        row("kernel thread", {}, "");
    }
    void writesACommandLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, line);
        QCOMPARE(commandLine(bytes), line);
    }

    void completesNamesTheKernelCut()
    {
        QCOMPARE(processName("short", "/usr/bin/other", ""), "short");
        QCOMPARE(processName("systemd-journal", "/lib/systemd/systemd-journald", ""), "systemd-journald");
        QCOMPARE(processName("a-very-long-scr", "/usr/bin/bash", QByteArrayView("/opt/a-very-long-script\0-x", 26)),
            "a-very-long-script");
        QCOMPARE(processName("kworker/u16:2-e", "", ""), "kworker/u16:2-e");
    }

    void readsASavedProc()
    {
        const ProcessTable table(TEST_DATA_DIR "/proc");
        QCOMPARE(table.ids().value(), (std::vector<qint64>{1, 77, 4242}));

        const auto systemd = table.facts(1);
        QVERIFY(systemd);
        QCOMPARE(systemd->name, "systemd");
        QCOMPARE(systemd->user, u"root"_s);
        QCOMPARE(systemd->status, u"sleeping"_s);
        QCOMPARE(systemd->commandLine, "/sbin/init splash");
        QCOMPARE(systemd->image, "/usr/lib/systemd/systemd");
        QCOMPARE(systemd->created, 1'700'000'000'260'000'000);
        QCOMPARE(systemd->cpuSeconds, 4.0);
        QCOMPARE(systemd->workingSet, 13000 * 1024);
        QCOMPARE(systemd->privateBytes, (4000 + 16) * 1024);

        const auto evil = table.facts(4242);
        QVERIFY(evil);
        QCOMPARE(evil->image, "/opt/a b/evil");
        QCOMPARE(evil->status, u"zombie"_s);
        QCOMPARE(evil->commandLine, "'/opt/a b/evil' --say 'it'\\''s' '' last");

        QVERIFY(evil->imageDeleted);
        QCOMPARE(evil->workingDirectory, "/srv/evil");
        QCOMPARE(evil->threads, 1);
        QCOMPARE(evil->container, "docker 0123456789ab");
        QCOMPARE(evil->namespaces, (QMap<QString, quint64>{{u"net"_s, 4026532999U}})); // mnt is the first process's
        QVERIFY(systemd->namespaces.isEmpty());
        QVERIFY(!systemd->imageDeleted);

        const auto worker = table.facts(77);
        QVERIFY(worker);
        QVERIFY(worker->image.isEmpty());
        QVERIFY(worker->commandLine.isEmpty());

        QCOMPARE(table.facts(2).error().code, ErrorCode::NoSuchProcess);
    }

    void readsSocketNumbers()
    {
        QCOMPARE(socketInode("socket:[138064]"), 138064U);
        QVERIFY(!socketInode("/dev/null"));
        QVERIFY(!socketInode("socket:[]"));
        QVERIFY(!socketInode("socket:[12"));
    }

    void readsANetlinkDump()
    {
        const auto tcp = parseDiagMessages(fixture("sockdiag-tcp.bin"), Transport::Tcp);
        QVERIFY(tcp);
        QVERIFY(!tcp->last);
        auto sockets = tcp->sockets; // in the order of the kernel's hash
        std::ranges::sort(sockets, {}, &Socket::inode);
        QCOMPARE(sockets, savedTcp());
        QCOMPARE(parseDiagMessages(fixture("sockdiag-tcp6.bin"), Transport::Tcp)->sockets, std::vector{savedTcp6});
        QCOMPARE(parseDiagMessages(fixture("sockdiag-udp.bin"), Transport::Udp)->sockets, std::vector{savedUdp});
        QVERIFY(parseDiagMessages(fixture("sockdiag-end.bin"), Transport::Tcp)->last);
    }

    void readsUnixSockets()
    {
        // A listener, an abstract name with a NUL in it, one end of a connection, one that was never bound.
        const std::vector<Socket> saved{unixSocket(Transport::UnixStream, Listen, 9001, "/tmp/sonde sample.sock"),
            unixSocket(Transport::UnixDatagram, Close, 9002, "@sonde@abstract"),
            unixSocket(Transport::UnixStream, Established, 9003, ""),
            unixSocket(Transport::UnixSeqpacket, Close, 9004, "")};
        QCOMPARE(parseUnixDiagMessages(fixture("sockdiag-unix.bin")).value().sockets, saved);
        QCOMPARE(parseUnixTable(fixture("net-unix.txt")), saved);
        QVERIFY(parseUnixTable("rubbish\n0: 1 2 3\n0: 2 0 0 0009 01 77 /no/such/type\n").empty());
    }

    void survivesABrokenNetlinkDump()
    {
        const QByteArray whole = fixture("sockdiag-tcp.bin");
        for (qsizetype size = 0; size < whole.size(); ++size) // under a sanitizer this is the test
            (void)parseDiagMessages(QByteArray(whole.first(size)), Transport::Tcp);
        const QByteArray local = fixture("sockdiag-unix.bin");
        for (qsizetype size = 0; size < local.size(); ++size)
            (void)parseUnixDiagMessages(QByteArray(local.first(size)));
        QByteArray lies = whole;
        lies[0] = '\x08'; // shorter than its own header
        QVERIFY(!parseDiagMessages(lies, Transport::Tcp));
        lies[1] = '\x7f'; // longer than the datagram
        QVERIFY(!parseDiagMessages(lies, Transport::Tcp));
    }

    void readsAKernelsRefusal()
    {
        // nlmsghdr{len 36, NLMSG_ERROR}, -EPERM, the header of the request
        const QByteArray refusal =
            QByteArray::fromHex("24000000020000000100000000000000ffffffff") + QByteArray(16, '\0');
        const auto part = parseDiagMessages(refusal, Transport::Tcp);
        QVERIFY(!part);
        QCOMPARE(part.error().code, ErrorCode::AccessDenied);
    }

    void readsTheTextTables()
    {
        QCOMPARE(parseNetTable(fixture("net-tcp.txt"), Transport::Tcp), savedTcp());
        QCOMPARE(parseNetTable(fixture("net-tcp6.txt"), Transport::Tcp), std::vector{savedTcp6});
        QCOMPARE(parseNetTable(fixture("net-udp.txt"), Transport::Udp), std::vector{savedUdp});
        QVERIFY(parseNetTable("sl local\nrubbish\n 0: X:Y 1 2 3 4 5 6 7 8 9\n", Transport::Tcp).empty());
    }

    void namesStates()
    {
        QCOMPARE(stateText(Transport::Tcp, Listen), u"LISTEN"_s);
        QCOMPARE(stateText(Transport::Tcp, 6), u"TIME_WAIT"_s);
        QCOMPARE(stateText(Transport::Udp, Close), u"UNCONNECTED"_s);
        QCOMPARE(stateText(Transport::Tcp, 99), u"99"_s);
    }

    void readsAnAcl()
    {
        const QByteArray attribute = QByteArray::fromHex(
            "0200000001000600ffffffff02000400e803000004000400ffffffff080006003200000010000600ffffffff20000000ffffffff");
        const AccountNames names{[](quint32 id) { return id == 1000 ? u"alice"_s : QString::number(id); },
            [](quint32 id) { return id == 50 ? u"staff"_s : QString::number(id); }};
        QCOMPARE(parseAcl(attribute, names).value(),
            u"user::rw-,user:alice:r--,group::r--,group:staff:rw-,mask::rw-,other::---"_s);
        QVERIFY(!parseAcl(attribute.chopped(1), names));
        QVERIFY(!parseAcl(attribute.first(3), names));
        QVERIFY(!parseAcl(QByteArray("\x03" + attribute.sliced(1)), names));
    }

    void readsMounts()
    {
        const auto mounts = parseMountInfo(fixture("mountinfo"));
        QCOMPARE(mounts.size(), 8U);
        QCOMPARE(mounts.at(0).kind, MountKind::Disk);
        QCOMPARE(mounts.at(1).kind, MountKind::Pseudo);
        QCOMPARE(mounts.at(4).path, "/dev/shm");
        QCOMPARE(mounts.at(4).kind, MountKind::Disk);
        QCOMPARE(mounts.at(5).path, "/mnt/two words");
        QCOMPARE(mounts.at(5).kind, MountKind::Network);
        QCOMPARE(mounts.at(6).kind, MountKind::Network);
        QCOMPARE(mounts.at(7).kind, MountKind::Disk);
    }

    void seesWhichMountsLoop()
    {
        const QByteArray mounts = "1 0 8:1 / / rw - ext4 a rw\n"
                                  "2 1 8:1 / /mnt/all rw - ext4 a rw\n"         // everything again, below itself
                                  "3 1 8:1 /srv /srv/www/self rw - ext4 a rw\n" // a folder inside itself
                                  "4 1 8:1 /data /var/data rw - ext4 a rw\n"    // seen twice, but no loop
                                  "5 1 8:2 / /other rw - ext4 b rw\n"
                                  "6 5 8:2 /deep/er /other/deep/er/x rw - ext4 b rw\n"
                                  "7 1 0:5 / /proc rw - proc proc rw\n8 7 0:5 / /proc/x/proc rw - proc proc rw\n";
        QCOMPARE(
            loopingMounts(parseMountInfo(mounts)), (QSet<QByteArray>{"/mnt/all", "/srv/www/self", "/other/deep/er/x"}));
        QCOMPARE(loopingMounts(parseMountInfo(fixture("mountinfo"))), QSet<QByteArray>());
        // What is mounted over the original hides it: then the second place is the only one.
        QCOMPARE(loopingMounts(parseMountInfo("1 0 8:1 / / rw - ext4 a rw\n2 1 0:9 / /srv rw - tmpfs t rw\n"
                                              "3 2 8:1 /srv /srv/old rw - ext4 a rw\n")),
            QSet<QByteArray>());
    }

    void readsOsRelease()
    {
        const auto debian = parseOsRelease(fixture("os-release-debian"));
        QCOMPARE(debian.name, u"Debian GNU/Linux 12 (bookworm)"_s);
        QCOMPARE(debian.version, u"12"_s);
        QVERIFY(!debian.server);
        QVERIFY(parseOsRelease(fixture("os-release-fedora-server")).server);
        QCOMPARE(parseOsRelease(fixture("os-release-quotes")).name, u"Odd \"Linux\""_s);
        QCOMPARE(parseOsRelease("").name, u"Linux"_s);
    }
};

QTEST_GUILESS_MAIN(LinuxParsersTest)
#include "tst_linuxparsers.moc"
