// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/network/socketparser.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procview.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/formatprobe.h"
#include "tests/agent/processortime.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;
using namespace Sonde::Agent::Linux;

namespace {

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

/// Small inputs on which tools of this trade were wrong: each comes from a public report about one of them, whose name stands beside it. What
/// somebody hides, and what the kernel makes up.
class HiddenCasesTest final : public QObject
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

    /// Why nothing is known of a process is not always that it has ended.
    void saysWhyAProcessCannotBeRead()
    {
        const DeviceTree tree;
        tree.folder(u"/proc/77/stat"_s); // which can be opened, and not be read
        tree.folder(u"/proc/78"_s);
        const ProcessTable table(tree.root() + "/proc");
        const auto unreadable = table.facts(77);
        QVERIFY(!unreadable && unreadable.error().code != ErrorCode::NoSuchProcess);
        QCOMPARE(unreadable.error().subject, u"77"_s);
        QVERIFY2(unreadable.error().reason.contains("EISDIR"_L1), qPrintable(debugText(unreadable.error())));
        QCOMPARE(table.facts(78).error().code, ErrorCode::NoSuchProcess);
        QCOMPARE(table.facts(79).error().code, ErrorCode::NoSuchProcess);
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

    /// Who holds thousands of sockets that are in no list does not keep the command from ending.
    void manySocketsThatNoListHas()
    {
        constexpr rlim_t most = 20'000;
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        if (before.rlim_max < most)
            QSKIP("so many files may not be open here");
        const auto restore = qScopeGuard([&before] { ::setrlimit(RLIMIT_NOFILE, &before); });
        const rlimit limit{most, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        std::vector<int> handles;
        while (handles.size() + 200 < most) {
            const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            if (handle < 0)
                break;
            handles.push_back(handle);
        }
        const ProcessorTime watch;
        CommandProbe probe;
        const auto failure = probe.run(u"connections"_s).failure;
        const qint64 taken = watch.elapsed();
        for (const int handle : handles)
            ::close(handle);
        QCOMPARE_GT(handles.size(), 10'000U);
        QVERIFY(!failure);
        QCOMPARE_LT(taken, 5000);
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
};

QTEST_GUILESS_MAIN(HiddenCasesTest)
#include "tst_hiddencases.moc"
