// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyst.h"
#include "benchmark.h"
#include "processmeter.h"
#include "samples.h"
#include "sshreference.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Bench {

namespace {

constexpr qint64 FileBytes = 1024LL * 1024 * 1024;
constexpr int SmallFiles = 10'000;
constexpr qint64 SmallBytes = 4096;
constexpr int Runs = 4;
constexpr Budget AsFastAsScp{.most = {}, .mostRatio = 1};
constexpr Budget Frugal{.most = 150, .mostRatio = {}};

/// What all processes of the chain cost for one download after the other.
struct Chain {
    explicit Chain(const TestTenant &tenant)
        : service(tenant.servicePid())
        , agent(tenant.agentPid())
        , workstation(QCoreApplication::applicationPid())
        , serviceBefore(cpuSeconds(service))
        , agentBefore(cpuSeconds(agent))
        , workstationBefore(cpuSeconds(workstation))
    {
    }
    qint64 service;
    qint64 agent;
    qint64 workstation; ///< its controllers, in this process
    double serviceBefore;
    double agentBefore;
    double workstationBefore;
};

struct Compared {
    Samples ours;
    Samples scp;
    QString why;
};

/// Who comes first changes, and what the first wrote stays until both are done: memory that was just given back is faster than fresh one.
Result<void> compare(Analyst &analyst, const SshReference *ssh, const QString &source, const QString &folder, Compared &times)
{
    const QString target = folder + u"/got"_s;
    const QString copy = folder + u"/copied"_s;
    const auto ours = [&] { return analyst.download(u"getfile "_s + source, target).transform([&](double s) { times.ours.add(s); }); };
    const auto scp = [&]() -> Result<void> {
        if (const auto seconds = ssh ? ssh->copy(source, copy) : Result<double>(fail(ErrorCode::NotFound)))
            times.scp.add(*seconds);
        return {};
    };
    for (int run = 0; run < Runs; ++run) {
        const auto done = run % 2 == 0 ? ours().and_then(scp) : scp().and_then(ours);
        if (!done)
            return done;
        QFile::remove(target);
        QDir(copy).removeRecursively();
        QFile::remove(copy);
    }
    return {};
}

Measurement against(const QString &name, const Compared &times)
{
    const bool known = times.scp.count() == Runs;
    return {name, times.ours.median(), u"s"_s, AsFastAsScp,
        known ? u"scp with its default cipher, without any sync to disk"_s : u"scp: "_s + times.why,
        known ? std::optional(times.scp.median()) : std::nullopt};
}

} // namespace

Result<Measurements> download()
{
    const QTemporaryDir folder(fastFolder() + u"/sonde-bench-XXXXXX"_s);
    const QString large = folder.filePath(u"large.bin"_s);
    const QString small = folder.filePath(u"small"_s);
    bool written = writeNoise(large, FileBytes, 42) && QDir().mkpath(small);
    for (int i = 0; i < SmallFiles && written; ++i)
        written = writeNoise(small + u"/%1"_s.arg(i), SmallBytes, quint32(i));
    if (!written)
        return fail(ErrorCode::CannotWrite, folder.path());
    TestTenant tenant(folder.path());
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    const auto ssh = SshReference::start();
    const SshReference *reference = ssh ? ssh->get() : nullptr;

    const Chain chain(tenant);
    Compared one{.ours = {}, .scp = {}, .why = ssh ? QString() : ssh.error().reason};
    Compared many = one;
    if (const auto compared = compare(**analyst, reference, large, folder.path(), one); !compared)
        return std::unexpected(compared.error());
    const double serviceCpu = cpuSeconds(chain.service) - chain.serviceBefore;
    const double agentCpu = cpuSeconds(chain.agent) - chain.agentBefore;
    const double workstationCpu = cpuSeconds(chain.workstation) - chain.workstationBefore;
    const double serviceMemory = peakMemoryOf(chain.service);
    const double agentMemory = peakMemoryOf(chain.agent);
    const double workstationMemory = peakMemoryOf(chain.workstation);
    if (const auto compared = compare(**analyst, reference, small, folder.path(), many); !compared)
        return std::unexpected(compared.error());
    return Measurements{
        against(u"download.1gib"_s, one),
        against(u"download.10000files"_s, many),
        {u"download.service_cpu"_s, serviceCpu / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.agent_cpu"_s, agentCpu / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.workstation_cpu"_s, workstationCpu / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.service_peak"_s, serviceMemory, u"MiB"_s, Frugal, {}, {}},
        {u"download.agent_peak"_s, agentMemory, u"MiB"_s, Frugal, {}, {}},
        {u"download.workstation_peak"_s, workstationMemory, u"MiB"_s, Frugal, {}, {}},
    };
}

} // namespace Sonde::Bench
