// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/workstationprocess.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {
constexpr auto Settling = 5s;
constexpr auto Watched = 20s;
} // namespace

Result<Measurements> idle()
{
    const QTemporaryDir folder;
    WorkstationProcess workstation(folder.path());
    if (const auto started = workstation.start(); !started)
        return std::unexpected(started.error());
    const qint64 service = workstation.service();
    const qint64 agent = workstation.agent();
    if (service == 0 || agent == 0)
        return fail(ErrorCode::NoSuchProcess, {}, u"the workstation's service or agent"_s);

    letPass(Settling);
    const auto used = [&] { return cpuSeconds(workstation.pid()) + cpuSeconds(service) + cpuSeconds(agent); };
    const double before = used();
    const Stopwatch watch;
    letPass(Watched);
    const double percent = (used() - before) / watch.seconds() * 100;
    const MemoryUse agentMemory = memoryOf(agent);
    const MemoryUse serviceMemory = memoryOf(service);
    return Measurements{
        {u"idle.processor"_s, percent, u"% of a core, together"_s, {.most = 0.5}, {}, {}},
        {u"idle.agent_resident"_s, agentMemory.resident, u"MiB"_s, {.most = 25}, {}, {}},
        {u"idle.agent_proportional"_s, agentMemory.proportional, u"MiB"_s, {.most = 15}, {}, {}},
        {u"idle.service_resident"_s, serviceMemory.resident, u"MiB"_s, {.most = 60}, {}, {}},
        {u"idle.service_proportional"_s, serviceMemory.proportional, u"MiB"_s, {}, {}, {}},
    };
}

} // namespace Sonde::Client::Bench
