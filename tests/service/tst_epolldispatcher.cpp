// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/epolldispatcher_linux.h"
#include "service/loop/eventloop.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <sys/socket.h>
#include <unistd.h>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The event loop under everything else: this test's own runs on it.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInstalled();
    void canBeLeftOut();
    void timersFireInOrder_data();
    void timersFireInOrder();
    void aTimerIsNeverEarly_data();
    void aTimerIsNeverEarly();
    void aRepeatingTimerKeepsItsBeat();
    void zeroTimersLetOthersRun();
    void aTimerMayBeStoppedByAnother();
    void aTimerMayEndItself();
    void remainingTimeShrinks();
    void readAndWriteNotifiers();
    void aNotifierSeesAHangUp();
    void aDescriptorThatComesAgainIsNew();
    void aNotifierMayBeDeletedByAnother();
    void regularFilesAreAlwaysReady();
    void postedEventsComeBeforeSockets();
    void anotherThreadWakesIt();
    void notifiersCanBeLeftOut();
    void aThousandSockets();
};

namespace {

/// Two connected, non-blocking ends.
class SocketPair final
{
    Q_DISABLE_COPY_MOVE(SocketPair)

public:
    SocketPair() { m_made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()) == 0; }
    ~SocketPair()
    {
        closeFar();
        ::close(near());
    }
    [[nodiscard]] bool isMade() const { return m_made; }
    [[nodiscard]] int near() const { return m_ends[0]; }
    [[nodiscard]] int far() const { return m_ends[1]; }
    bool write() const { return ::write(far(), "x", 1) == 1; }
    bool read() const
    {
        char byte = 0;
        return ::read(near(), &byte, 1) == 1;
    }
    void closeFar()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_made = false;
};

} // namespace

void TestEpollDispatcher::isInstalled()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()));
}

void TestEpollDispatcher::canBeLeftOut()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(makeEventDispatcher().get()));
    qputenv("SONDE_EVENT_LOOP", "qt");
    QVERIFY(!makeEventDispatcher());
    qunsetenv("SONDE_EVENT_LOOP");
}

void TestEpollDispatcher::timersFireInOrder_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
}

void TestEpollDispatcher::timersFireInOrder()
{
    QFETCH(Qt::TimerType, type);
    QList<int> order;
    QObject context;
    for (const int delay : {150, 0, 90, 30})
        QTimer::singleShot(std::chrono::milliseconds(delay), type, &context, [&order, delay] { order.append(delay); });
    QTRY_COMPARE(order, (QList<int>{0, 30, 90, 150}));
}

void TestEpollDispatcher::aTimerIsNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("latest");
    QTest::newRow("precise") << Qt::PreciseTimer << 400;
    QTest::newRow("coarse") << Qt::CoarseTimer << 400;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer << 2500;
}

void TestEpollDispatcher::aTimerIsNeverEarly()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, latest);
    QElapsedTimer clock;
    clock.start();
    qint64 fired = -1;
    QTimer::singleShot(120ms, type, this, [&] { fired = clock.elapsed(); });
    QTRY_VERIFY(fired >= 0);
    QVERIFY2(fired >= 120, qPrintable(QString::number(fired)));
    QVERIFY2(fired < latest, qPrintable(QString::number(fired)));
}

void TestEpollDispatcher::aRepeatingTimerKeepsItsBeat()
{
    int beats = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [&] { ++beats; });
    QElapsedTimer clock;
    clock.start();
    timer.start(20ms);
    QTRY_VERIFY(beats >= 10);
    QVERIFY(clock.elapsed() >= 199);
    timer.stop();
    const int stopped = beats;
    bool later = false;
    QTimer::singleShot(60ms, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(beats, stopped);
}

void TestEpollDispatcher::zeroTimersLetOthersRun()
{
    SocketPair pair;
    QVERIFY(pair.isMade());
    int idle = 0;
    int reads = 0;
    QTimer zero;
    connect(&zero, &QTimer::timeout, this, [&] { ++idle; });
    zero.start(0);
    QSocketNotifier notifier(pair.near(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] { reads += pair.read() ? 1 : 0; });
    bool timeout = false;
    QTimer::singleShot(20ms, this, [&] { timeout = true; });
    QVERIFY(pair.write());
    QTRY_VERIFY(timeout && reads == 1);
    QVERIFY(idle > 10);
}

void TestEpollDispatcher::aTimerMayBeStoppedByAnother()
{
    QTimer first;
    QTimer second;
    int fired = 0;
    first.setSingleShot(true);
    second.setSingleShot(true);
    connect(&first, &QTimer::timeout, this, [&] {
        ++fired;
        second.stop();
    });
    connect(&second, &QTimer::timeout, this, [&] {
        ++fired;
        first.stop();
    });
    first.start(0);
    second.start(0);
    bool later = false;
    QTimer::singleShot(30ms, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(fired, 1);
}

void TestEpollDispatcher::aTimerMayEndItself()
{
    auto *timer = new QTimer;
    bool fired = false;
    connect(timer, &QTimer::timeout, this, [&, timer] {
        fired = true;
        delete timer;
    });
    timer->start(0);
    QTRY_VERIFY(fired);
}

void TestEpollDispatcher::remainingTimeShrinks()
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.start(10s);
    QVERIFY(timer.remainingTime() > 9000);
    QVERIFY(timer.remainingTime() <= 10000);
    const auto timers = QAbstractEventDispatcher::instance()->timersForObject(&timer);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.first().interval, std::chrono::nanoseconds(10s));
}

void TestEpollDispatcher::readAndWriteNotifiers()
{
    SocketPair pair;
    QVERIFY(pair.isMade());
    int reads = 0;
    int writes = 0;
    QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
    QSocketNotifier writer(pair.near(), QSocketNotifier::Write);
    writer.setEnabled(false);
    connect(&reader, &QSocketNotifier::activated, this, [&] { reads += pair.read() ? 1 : 0; });
    connect(&writer, &QSocketNotifier::activated, this, [&] {
        ++writes;
        writer.setEnabled(false);
    });
    QVERIFY(pair.write());
    QTRY_COMPARE(reads, 1);
    QCOMPARE(writes, 0);
    writer.setEnabled(true);
    QTRY_COMPARE(writes, 1);
    reader.setEnabled(false);
    QVERIFY(pair.write());
    writer.setEnabled(true);
    QTRY_COMPARE(writes, 2);
    QCOMPARE(reads, 1);
    reader.setEnabled(true);
    QTRY_COMPARE(reads, 2);
}

void TestEpollDispatcher::aNotifierSeesAHangUp()
{
    SocketPair pair;
    QVERIFY(pair.isMade());
    bool told = false;
    QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        told = true;
        reader.setEnabled(false);
    });
    pair.closeFar();
    QTRY_VERIFY(told);
}

void TestEpollDispatcher::aDescriptorThatComesAgainIsNew()
{
    for (int round = 0; round < 20; ++round) {
        SocketPair pair; // the kernel gives the same numbers again
        QVERIFY(pair.isMade());
        int reads = 0;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        connect(&reader, &QSocketNotifier::activated, this, [&] { reads += pair.read() ? 1 : 0; });
        QVERIFY(pair.write());
        QTRY_COMPARE(reads, 1);
    }
}

void TestEpollDispatcher::aNotifierMayBeDeletedByAnother()
{
    SocketPair first;
    SocketPair second;
    auto firstNotifier = std::make_unique<QSocketNotifier>(first.near(), QSocketNotifier::Read);
    auto secondNotifier = std::make_unique<QSocketNotifier>(second.near(), QSocketNotifier::Read);
    int activated = 0;
    connect(firstNotifier.get(), &QSocketNotifier::activated, this, [&] {
        ++activated;
        first.read();
        secondNotifier.reset();
    });
    connect(secondNotifier.get(), &QSocketNotifier::activated, this, [&] {
        ++activated;
        second.read();
        firstNotifier.reset();
    });
    QVERIFY(first.write() && second.write());
    QTRY_COMPARE(activated, 1);
    bool later = false;
    QTimer::singleShot(30ms, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(activated, 1);
}

void TestEpollDispatcher::regularFilesAreAlwaysReady()
{
    QFile file(u"/proc/self/exe"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int told = 0;
    QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        if (++told == 3)
            notifier.setEnabled(false);
    });
    QTRY_COMPARE(told, 3);
}

void TestEpollDispatcher::postedEventsComeBeforeSockets()
{
    SocketPair pair;
    QStringList order;
    QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] {
        pair.read();
        order.append(u"socket"_s);
    });
    QVERIFY(pair.write());
    QMetaObject::invokeMethod(this, [&] { order.append(u"posted"_s); }, Qt::QueuedConnection);
    QTRY_COMPARE(order, (QStringList{u"posted"_s, u"socket"_s}));
}

void TestEpollDispatcher::anotherThreadWakesIt()
{
    constexpr int Wishes = 10'000;
    int granted = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        for (int i = 0; i < Wishes; ++i)
            QMetaObject::invokeMethod(this, [&] { ++granted; }, Qt::QueuedConnection);
    }));
    thread->start();
    QTRY_COMPARE(granted, Wishes);
    thread->wait();
}

void TestEpollDispatcher::notifiersCanBeLeftOut()
{
    SocketPair pair;
    int reads = 0;
    QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
    connect(&reader, &QSocketNotifier::activated, this, [&] { reads += pair.read() ? 1 : 0; });
    QVERIFY(pair.write());
    auto *dispatcher = QAbstractEventDispatcher::instance();
    for (int i = 0; i < 5; ++i)
        dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers);
    QCOMPARE(reads, 0);
    QTRY_COMPARE(reads, 1);
}

void TestEpollDispatcher::aThousandSockets()
{
    constexpr qsizetype Sockets = 1000;
    QTcpServer server;
    server.setListenBacklogSize(int(Sockets));
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int echoed = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        while (QTcpSocket *socket = server.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
    });
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (qsizetype i = 0; i < Sockets; ++i) {
        auto &client = *clients.emplace_back(std::make_unique<QTcpSocket>());
        connect(&client, &QTcpSocket::connected, this, [&client] { client.write("ping"); });
        connect(&client, &QTcpSocket::readyRead, this, [&client, &echoed] {
            if (client.bytesAvailable() == 4)
                ++echoed;
        });
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    }
    QTRY_COMPARE_WITH_TIMEOUT(echoed, Sockets, 30'000);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher.moc"
