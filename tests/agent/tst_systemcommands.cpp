// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/commandprobe.h"
#include "tests/agent/devicetree.h"

#include <QFile>
#include <QLocalServer>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <netinet/in.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// A process of somebody else's, or in a network of its own, that listens.
class Listener final
{
    Q_DISABLE_COPY_MOVE(Listener)

public:
    explicit Listener(bool elsewhere)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0)
            listen(ends[1], elsewhere);
        ::close(ends[1]);
        if (::read(ends[0], &m_port, sizeof m_port) != sizeof m_port)
            m_port = 0;
        ::close(ends[0]);
    }
    ~Listener()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }

    [[nodiscard]] qint64 pid() const { return m_pid; }
    /// 0: it could not.
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[noreturn]] static void listen(int tell, bool elsewhere)
    {
        constexpr uid_t nobody = 65534;
        quint16 port = 0;
        const int handle = (elsewhere ? ::unshare(CLONE_NEWNET) : ::setresuid(nobody, nobody, nobody)) == 0
            ? ::socket(AF_INET, SOCK_STREAM, 0)
            : -1;
        sockaddr_in address{};
        socklen_t size = sizeof address;
        address.sin_family = AF_INET;
        if (::bind(handle, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(handle, 1) == 0
            && ::getsockname(handle, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            port = ntohs(address.sin_port);
        (void)!::write(tell, &port, sizeof port);
        ::close(tell);
        for (;;)
            ::pause();
    }

    pid_t m_pid = -1;
    quint16 m_port = 0;
};

} // namespace

class SystemCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- the table

    void everyDeviceCommandOfTheCatalogueIsHere()
    {
        for (const CommandSpec &spec : Catalogue::instance().commands())
            QCOMPARE(
                bool(findCommand(spec.verb)), spec.runs == Runs::Device && spec.platforms.testFlag(Platform::Linux));
        QVERIFY(!findCommand(u"rm"));
    }

    // ---- processes

    void processesAgreesWithPs()
    {
        // Something to compare also where nothing else runs, as in a container.
        std::array<QProcess, 3> sleepers;
        for (QProcess &sleeper : sleepers) {
            sleeper.start(u"sleep"_s, {u"600"_s});
            QVERIFY(sleeper.waitForStarted());
        }
        // Between the two, processes come and go: those both times seen by ps were there all along.
        const auto before = psRows();
        CommandProbe probe;
        QVERIFY(!probe.run(u"processes"_s).failure);
        const auto after = psRows();
        const auto isKernels = [](const QJsonObject &row) {
            const bool started = row[u"pid"].toInteger() == 2 || row[u"parent_id"].toInteger() == 2;
            return started && row[u"command_line"].toString().isEmpty();
        };
        QVERIFY(std::ranges::is_sorted(probe.rows, {}, isKernels)); // what few look for comes last
        int compared = 0;
        for (const auto &[pid, fields] : before.asKeyValueRange()) {
            if (after.value(pid) != fields)
                continue;
            const QJsonObject row = rowWhere(probe, u"pid"_s, pid);
            QCOMPARE(u"%1 %2 %3"_s.arg(row[u"parent_id"].toInteger())
                         .arg(row[u"session_id"].toInteger())
                         .arg(row[u"user_name"].toString()),
                fields);
            ++compared;
        }
        QVERIFY(compared > 3); // the sleepers and this test at least
        // And none that neither saw and that has not just started.
        for (const QJsonObject &row : probe.rows) {
            const qint64 pid = row[u"pid"].toInteger();
            const auto created = QDateTime::fromString(row[u"creation_time"].toString(), Qt::ISODateWithMs);
            QVERIFY(
                before.contains(pid) || after.contains(pid) || created.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        }
        for (QProcess &sleeper : sleepers) {
            sleeper.kill();
            QVERIFY(sleeper.waitForFinished());
        }
    }

    /// The kernel's own threads are many, and few look for them: they come last, each kind in the order of its numbers.
    void theKernelsThreadsComeLast()
    {
        const DeviceTree tree;
        const auto plant = [&tree](int pid, const QByteArray &name, quint64 flags) {
            const QString folder = u"/proc/%1"_s.arg(pid);
            const QByteArray number = QByteArray::number(pid);
            return tree.write(folder + u"/stat"_s,
                       number + " (" + name + ") S 0 1 1 0 -1 " + QByteArray::number(flags)
                           + " 0 0 0 0 0 0 0 0 20 0 1 0 100 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0\n")
                && tree.write(folder + u"/status"_s, "Name:\t" + name + "\nUid:\t0\t0\t0\t0\n");
        };
        constexpr quint64 thread = 0x00208040; // PF_KTHREAD and what else they have
        QVERIFY(plant(1, "init", 0x00400100) && plant(2, "kthreadd", thread) && plant(9, "kworker/0:0", thread)
            && plant(70, "sshd", 0x00400140) && plant(80, "kswapd0", thread) && plant(90, "bash", 0x00400000));
        CommandProbe probe;
        runOn(tree, probe, u"processes"_s);
        QList<qint64> order;
        for (const QJsonObject &row : probe.rows)
            order += row[u"pid"].toInteger();
        QCOMPARE(order, (QList<qint64>{1, 70, 90, 2, 9, 80}));
    }

    void processesTellsTheTruthAboutAChild()
    {
        QFile::copy(u"/bin/sleep"_s, m_folder.filePath(u"a long name of a sleeper"_s));
        QProcess child;
        child.setWorkingDirectory(m_folder.path());
        child.start(m_folder.filePath(u"a long name of a sleeper"_s), {u"600"_s});
        QVERIFY(child.waitForStarted());
        const auto started = QDateTime::currentDateTimeUtc();
        QVERIFY(QFile::remove(m_folder.filePath(u"a long name of a sleeper"_s)));
        QJsonObject row;
        // Started is not yet exec'ed everywhere.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                CommandProbe probe;
                if (probe.run(u"processes %1"_s.arg(child.processId())).failure || probe.rows.size() != 1)
                    return false;
                row = probe.rows.front();
                return row[u"name"].toString() == u"a long name of a sleeper"
                    && row[u"status"].toString() == u"sleeping";
            }(),
            5000);
        QCOMPARE(row[u"image_path"].toString(), m_folder.filePath(u"a long name of a sleeper"_s));
        QCOMPARE(row[u"command_line"].toString(), u"'%1' 600"_s.arg(m_folder.filePath(u"a long name of a sleeper"_s)));
        QCOMPARE(row[u"parent_id"].toInteger(), ::getpid());
        const auto created = QDateTime::fromString(row[u"creation_time"].toString(), Qt::ISODateWithMs);
        QVERIFY2(std::abs(created.msecsTo(started)) < 5000, qPrintable(row[u"creation_time"].toString()));
        // No digit that the kernel does not know.
        static const QRegularExpression hundredths(uR"(:\d\d\.\d\dZ$)"_s);
        QVERIFY2(hundredths.match(row[u"creation_time"].toString()).hasMatch(),
            qPrintable(row[u"creation_time"].toString()));
        QVERIFY(row[u"memory_usage"][u"working_set"].toInteger() > 0);
        QCOMPARE(row[u"image_deleted"].toBool(), true);
        QCOMPARE(row[u"working_directory"].toString(), m_folder.path());
        QCOMPARE(row[u"threads"].toInteger(), 1);

        CommandProbe byName;
        QVERIFY(!byName.run(u"processes -name \"a long*\""_s).failure);
        QCOMPARE(byName.rows.size(), 1U);

        child.kill();
        QVERIFY(child.waitForFinished());
        CommandProbe gone;
        QCOMPARE(gone.run(u"processes %1"_s.arg(row[u"pid"].toInteger())).failure->code, ErrorCode::NoSuchProcess);
    }

    // ---- connections

    void connectionsShowsOurs()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpServer server6;
        const bool hasIpv6 = server6.listen(QHostAddress::LocalHostIPv6);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(client.waitForConnected());
        QVERIFY(server.waitForNewConnection(5000));
        QUdpSocket udp;
        QVERIFY(udp.bind(QHostAddress::LocalHost));

        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const auto has = [&probe](const QString &protocol, const QString &status, const QString &ip, int port,
                             int remotePort) {
            return std::ranges::any_of(probe.rows, [&](const QJsonObject &row) {
                return row[u"protocol"].toString() == protocol && row[u"status_display"].toString() == status
                    && row[u"local_ip"].toString() == ip && row[u"local_port"].toInt() == port
                    && row[u"remote_port"].toInt() == remotePort && row[u"pid"].toInteger() == ::getpid()
                    && row[u"name"].toString() == u"tst_systemcommands";
            });
        };
        QVERIFY(has(u"tcp"_s, u"LISTEN"_s, u"127.0.0.1"_s, server.serverPort(), 0));
        QVERIFY(has(u"tcp"_s, u"ESTABLISHED"_s, u"127.0.0.1"_s, client.localPort(), server.serverPort()));
        QVERIFY(has(u"tcp"_s, u"ESTABLISHED"_s, u"127.0.0.1"_s, server.serverPort(), client.localPort()));
        QVERIFY(has(u"udp"_s, u"UNCONNECTED"_s, u"127.0.0.1"_s, udp.localPort(), 0));
        if (hasIpv6)
            QVERIFY(has(u"tcp6"_s, u"LISTEN"_s, u"::1"_s, server6.serverPort(), 0));
    }

    /// Root of a user namespace has every right there, and is refused the processes outside.
    void whoSeesEverythingIsRefusedNothing()
    {
        CommandProbe agent;
        QVERIFY(!agent.run(u"connect"_s).failure);
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const bool isRefused = std::ranges::contains(probe.errors, ErrorCode::AccessDenied, &Error::code);
        QVERIFY(!isRefused || !agent.rows.front()[u"privileged"].toBool());
    }

    /// What has ended stands below what goes on; and who may not be looked at is complained of by the process, not by all of /proc.
    void endedConnectionsComeLast()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket ended;
        ended.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(ended.waitForConnected() && server.waitForNewConnection(5000));
        std::unique_ptr<QTcpSocket> other(server.nextPendingConnection());
        const quint16 port = ended.localPort();
        ended.close(); // who closes first keeps it in TIME_WAIT
        QTRY_COMPARE(other->state(), QAbstractSocket::UnconnectedState);
        other.reset();
        const auto isOver = [](const QJsonObject &row) { return row[u"status_display"] == u"TIME_WAIT"_s; };
        const auto isOurs = [port](const QJsonObject &row) { return row[u"local_port"].toInteger() == port; };
        std::vector<QJsonObject> rows;
        std::vector<Error> errors;
        const auto look = [&] {
            CommandProbe probe;
            const bool done = !probe.run(u"connections"_s).failure;
            rows = probe.rows;
            errors = probe.errors;
            return done && std::ranges::any_of(rows, [&](const auto &row) { return isOurs(row) && isOver(row); });
        };
        QTRY_VERIFY(look());
        QVERIFY(!isOver(rows.front())); // the server listens, at least
        // Others end, too, and are nobody's in another state.
        const auto first = std::ranges::find_if(rows, isOver);
        const auto isNobodys = [](const QJsonObject &row) { return row[u"pid"].toInteger() == 0; };
        QVERIFY(std::all_of(first, rows.end(), isNobodys));
        for (const Error &error : errors)
            QVERIFY2(error.subject != "/proc"_L1, qPrintable(debugText(error)));
    }

    void connectionsShowsUnixSockets()
    {
        QLocalServer server;
        const QString path = m_folder.filePath(u"a listener.sock"_s);
        QVERIFY(server.listen(path));
        QLocalServer abstract;
        abstract.setSocketOptions(QLocalServer::AbstractNamespaceOption);
        const QString name = u"sonde-test-%1"_s.arg(::getpid());
        QVERIFY(abstract.listen(name));
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections -pid %1"_s.arg(::getpid())).failure);
        const QJsonObject row = rowWhere(probe, u"path"_s, path);
        QCOMPARE(row[u"protocol"].toString(), u"unix-stream"_s);
        QCOMPARE(row[u"status_display"].toString(), u"LISTEN"_s);
        QVERIFY(row[u"local_port"].isNull());
        QVERIFY(!row[u"process_creation_time"].isNull());
        QVERIFY(!rowWhere(probe, u"path"_s, QString(u'@' + name)).isEmpty());
        for (const QJsonObject &each : probe.rows)
            QCOMPARE(each[u"pid"].toInteger(), ::getpid());

        const auto before = ssUnixListeners();
        CommandProbe all;
        QVERIFY(!all.run(u"connections"_s).failure);
        const auto after = ssUnixListeners();
        QSet<QString> ours;
        for (const QJsonObject &each : all.rows) {
            if (each[u"protocol"].toString().startsWith(u"unix") && each[u"status_display"].toString() == u"LISTEN"
                && each[u"network_namespace"].isNull())
                ours.insert(each[u"path"].toString());
        }
        QVERIFY(ours.contains(before & after));
        QVERIFY((before | after).contains(ours));
    }

    void connectionsShowsWhatOthersHold_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("another user") << false;
        QTest::newRow("another network namespace") << true;
    }
    void connectionsShowsWhatOthersHold()
    {
        if (::geteuid() != 0)
            QSKIP("only root may see what other users hold");
        QFETCH(bool, elsewhere);
        const Listener listener(elsewhere);
        if (listener.port() == 0)
            QSKIP("no other user or network namespace to be had here");
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const QJsonObject row = rowWhere(probe, u"pid"_s, listener.pid());
        QCOMPARE(row[u"local_port"].toInt(), listener.port());
        QCOMPARE(row[u"status_display"].toString(), u"LISTEN"_s);
        QCOMPARE(row[u"network_namespace"].isNull(), !elsewhere);
        QCOMPARE(row[u"user_name"].toString(), elsewhere ? u"root"_s : u"nobody"_s);
    }

    void connectionsOfNobody()
    {
        CommandProbe probe;
        const Outcome outcome = probe.run(u"connections -pid 4194305"_s); // more than the kernel ever gives
        QVERIFY(outcome.failure);
        QCOMPARE(outcome.failure->code, ErrorCode::NoSuchProcess);
    }

    void connectionsAgreesWithSs()
    {
        // Of both times ss looked, the same listeners: those were there all along.
        const auto before = ssListeners();
        CommandProbe probe;
        QVERIFY(!probe.run(u"connections"_s).failure);
        const auto after = ssListeners();
        QSet<QString> ours;
        for (const QJsonObject &row : probe.rows) {
            if (row[u"protocol"].toString().startsWith(u"tcp") && row[u"status_display"].toString() == u"LISTEN"
                && row[u"network_namespace"].isNull())
                ours.insert(u"%1 %2"_s.arg(row[u"local_ip"].toString()).arg(row[u"local_port"].toInt()));
        }
        QVERIFY(ours.contains(before & after));
        QVERIFY((before | after).contains(ours));
    }

private:
    /// "parent session user" by pid.
    static QMap<qint64, QString> psRows()
    {
        QMap<qint64, QString> rows;
        for (const QByteArray &line : linesOf(u"ps"_s, {u"-eo"_s, u"pid=,ppid=,sess=,euser:64="_s})) {
            const QStringList fields = QString::fromUtf8(line).simplified().split(u' ');
            rows.insert(fields.at(0).toLongLong(), fields.sliced(1).join(u' '));
        }
        return rows;
    }

    /// "address port" of every listening TCP socket.
    static QSet<QString> ssListeners()
    {
        QSet<QString> listeners;
        for (const QByteArray &line : linesOf(u"ss"_s, {u"-Htln"_s})) {
            QString local = QString::fromUtf8(line).simplified().split(u' ').value(3);
            const qsizetype colon = local.lastIndexOf(u':');
            QString address = local.first(colon).remove(u'[').remove(u']');
            address = address.section(u'%', 0, 0); // bound to an interface
            listeners.insert(u"%1 %2"_s.arg(address == u"*" ? u"::"_s : address, local.sliced(colon + 1)));
        }
        return listeners;
    }

    static QSet<QString> ssUnixListeners()
    {
        QSet<QString> paths;
        for (const QByteArray &line : linesOf(u"ss"_s, {u"-Hxl"_s})) {
            // u_str LISTEN 0 4096 /path 12345 * 0
            const QString text = QString::fromUtf8(line).simplified();
            if (text.section(u' ', 1, 1) == u"LISTEN")
                paths.insert(text.section(u' ', 4, -4));
        }
        return paths;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SystemCommandsTest)
#include "tst_systemcommands.moc"
