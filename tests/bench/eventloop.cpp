// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/loop/epolldispatcher_linux.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QEventLoop>
#include <QThread>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Idle = 4'000;
constexpr int Messages = 3'000;
constexpr int Runs = 7;
constexpr quint64 FilesNeeded = 2 * Idle + 200;
constexpr Budget HalfOfQts{.most = {}, .mostRatio = 0.5, .must = true};

/// A connection whose both ends are here, watched at one of them.
class Connection final
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    Connection()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()) == 0)
            m_notifier.emplace(m_ends[0], QSocketNotifier::Read);
    }
    ~Connection()
    {
        m_notifier.reset();
        for (const int end : m_ends)
            ::close(end);
    }

    [[nodiscard]] QSocketNotifier *notifier() { return m_notifier ? &*m_notifier : nullptr; }
    bool send() const { return ::write(m_ends[1], "m", 1) == 1; }
    bool receive() const
    {
        char byte = 0;
        return ::read(m_ends[0], &byte, 1) == 1;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    std::optional<QSocketNotifier> m_notifier;
};

/// Microseconds for each message on one connection, while the others are silent; -1 when there cannot be so many. On this thread's loop.
double microsecondsEach()
{
    std::vector<std::unique_ptr<Connection>> idle;
    for (int i = 0; i < Idle; ++i) {
        idle.push_back(std::make_unique<Connection>());
        if (!idle.back()->notifier())
            return -1;
    }
    Connection busy;
    if (!busy.notifier())
        return -1;
    QEventLoop loop;
    int left = Messages;
    QObject::connect(busy.notifier(), &QSocketNotifier::activated, &loop, [&] {
        if (!busy.receive() || --left == 0 || !busy.send())
            loop.quit();
    });
    const Stopwatch watch;
    busy.send();
    loop.exec();
    return left == 0 ? watch.seconds() * 1e6 / Messages : -1;
}

/// `dispatcher`: null for Qt's own.
Result<double> measureOn(QAbstractEventDispatcher *dispatcher)
{
    double each = -1;
    const std::unique_ptr<QThread> thread(QThread::create([&each] { each = microsecondsEach(); }));
    if (dispatcher)
        thread->setEventDispatcher(dispatcher);
    thread->start();
    thread->wait();
    if (each < 0)
        return fail(ErrorCode::LimitReached, u"eventloop"_s, u"%1 connections cannot be made here"_s.arg(Idle));
    return each;
}

} // namespace

Result<Measurements> eventloop()
{
    if (!allowOpenFiles(FilesNeeded))
        return fail(
            ErrorCode::LimitReached, u"RLIMIT_NOFILE"_s, u"%1 open files are not allowed here"_s.arg(FilesNeeded));
    Samples ours;
    Samples qts;
    for (int run = 0; run < Runs; ++run) {
        const auto own = measureOn(new Service::EpollDispatcher);
        const auto other = own ? measureOn(nullptr) : own;
        if (!other)
            return std::unexpected(other.error());
        ours.add(*own);
        qts.add(*other);
    }
    return Measurements{{u"eventloop.message_beside_%1_idle"_s.arg(Idle), ours.median(), u"µs"_s, HalfOfQts,
        u"Qt's own event dispatcher"_s, qts.median()}};
}

} // namespace Sonde::Client::Bench
