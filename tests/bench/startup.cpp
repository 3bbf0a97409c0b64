// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/workstationprocess.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Newcomers = 3;
constexpr int Returns = 4; ///< of each of them

struct Starts {
    Samples painted;
    Samples firstReady; ///< CA, enrolment and all are made
    Samples ready;
    Samples resident;
    Samples proportional;
};

Result<void> startOnce(const QString &folder, Samples &ready, Starts &starts)
{
    WorkstationProcess workstation(folder);
    const auto started = workstation.start();
    if (!started)
        return started;
    starts.painted.add(workstation.paintedAfter());
    ready.add(workstation.readyAfter());
    const MemoryUse memory = memoryOf(workstation.pid());
    starts.resident.add(memory.resident);
    starts.proportional.add(memory.proportional);
    return {};
}

} // namespace

Result<Measurements> startup()
{
    Starts starts;
    for (int newcomer = 0; newcomer < Newcomers; ++newcomer) {
        const QTemporaryDir folder;
        auto done = startOnce(folder.path(), starts.firstReady, starts);
        for (int again = 0; again < Returns && done; ++again)
            done = startOnce(folder.path(), starts.ready, starts);
        if (!done)
            return std::unexpected(done.error());
    }
    return Measurements{
        {u"startup.first_paint.p50"_s, starts.painted.median(), u"ms"_s, {.most = 100}, {}, {}},
        {u"startup.usable_first_time.p50"_s, starts.firstReady.median(), u"ms"_s, {.most = 1500}, {}, {}},
        {u"startup.usable.p50"_s, starts.ready.median(), u"ms"_s, {.most = 1500}, {}, {}},
        {u"startup.memory_resident"_s, starts.resident.median(), u"MiB"_s, {.most = 90}, {}, {}},
        {u"startup.memory_proportional"_s, starts.proportional.median(), u"MiB"_s, {}, {}, {}},
    };
}

} // namespace Sonde::Client::Bench
