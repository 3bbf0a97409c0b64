// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sonde-bench-agents DATA COUNT PORT direct|websocket: enrols COUNT devices in the tenant kept in DATA, whose service must not run, and says so in a JSON
// line. From then on a line "hold N" on standard input keeps N of them connected to 127.0.0.1:PORT; each time they all are, there is a JSON
// line with how that came about (Gathering) since the order, or since the first of them was lost. Ends with standard input.

#include "protocol/base/result.h"
#include "tests/bench/agents/idleswarm.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sonde;

namespace {

/// False at the end of the input.
bool readOrders(Bench::IdleSwarm &swarm, QByteArray &unread)
{
    char buffer[256];
    const ssize_t size = read(STDIN_FILENO, buffer, sizeof buffer);
    if (size <= 0)
        return false;
    unread.append(buffer, size);
    for (qsizetype end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
        const auto words = unread.first(end).split(' ');
        unread.remove(0, end + 1);
        if (words.constFirst() == "hold")
            swarm.hold(words.constLast().toInt());
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    // A service that is killed hangs up on thousands that are writing: an error for each, not the end of all.
    std::signal(SIGPIPE, SIG_IGN);
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("sonde-bench-agents DATA COUNT PORT direct|websocket\n", stderr);
        return 2;
    }
    const auto population = Bench::enrolDevices(arguments.at(1), arguments.at(2).toInt());
    if (!population) {
        std::fprintf(stderr, "sonde-bench-agents: %s\n", qPrintable(debugText(population.error())));
        return 1;
    }
    Bench::IdleSwarm swarm(*population, quint16(arguments.at(3).toUInt()),
        arguments.at(4) == u"websocket" ? Bench::Way::WebSocket : Bench::Way::Direct);
    swarm.onAllThere = [](const Bench::Gathering &how) {
        std::printf("{\"seconds\":%.6f,\"processor\":%.3f,\"losses\":%d,\"attempts\":%d,\"resumed\":%d}\n", how.seconds,
            how.processor, how.losses, how.attempts, how.resumed);
        std::fflush(stdout);
    };
    std::puts("{\"enrolled\":true}");
    std::fflush(stdout);
    QByteArray unread;
    swarm.run(STDIN_FILENO, [&] { return readOrders(swarm, unread); });
    return 0;
}
