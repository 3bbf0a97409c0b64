// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/sshreference.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr qint64 FileBytes = 1024LL * 1024 * 1024;
constexpr int SmallFiles = 10'000;
constexpr qint64 SmallBytes = 4096;
constexpr int Runs = 4;
constexpr Budget AsFastAsScp{.most = {}, .mostRatio = 1};
constexpr Budget Frugal{.most = 150, .mostRatio = {}};

/// What the processes of the chain cost while something is downloaded.
class Chain final
{
public:
    explicit Chain(const TestTenant &tenant)
        : m_pids{tenant.servicePid(), tenant.agentPid(), QCoreApplication::applicationPid()}
    {
    }
    enum Part { Service, Agent, Workstation }; ///< the workstation is its controllers, in this process

    [[nodiscard]] double cpu(Part part) const { return m_spent.at(part); }
    [[nodiscard]] double peakMemory(Part part) const { return peakMemoryOf(m_pids.at(part)); }
    void begin() { count(-1); }
    void end() { count(1); }

private:
    void count(int sign)
    {
        for (size_t part = 0; part < m_pids.size(); ++part)
            m_spent.at(part) += sign * cpuSeconds(m_pids.at(part));
    }

    std::array<qint64, 3> m_pids;
    std::array<double, 3> m_spent{};
};

struct Compared {
    Samples ours;
    Samples scp;
    QString why;
};

/// `prepare` makes the source of each run: the same evidence twice would be kept once.
/// Who comes first changes, and what the first wrote stays until both are done: memory that was just given back is faster than fresh one.
Result<void> compare(Analyst &analyst, const SshReference *ssh, const QString &source,
    const std::function<bool(int run)> &prepare, const QString &folder, Chain &chain, Compared &times)
{
    const QString target = folder + u"/got"_s;
    const QString copy = folder + u"/copied"_s;
    const auto ours = [&] {
        chain.begin();
        const auto seconds = analyst.download(u"getfile "_s + source, target);
        chain.end();
        return seconds.transform([&](double took) { times.ours.add(took); });
    };
    const auto scp = [&]() -> Result<void> {
        if (const auto seconds = ssh ? ssh->copy(source, copy) : Result<double>(fail(ErrorCode::NotFound)))
            times.scp.add(*seconds);
        return {};
    };
    for (int run = 0; run < Runs; ++run) {
        if (!prepare(run))
            return fail(ErrorCode::CannotWrite, source);
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
    const auto makeLarge = [&large](int run) { return writeNoise(large, FileBytes, quint32(run)); };
    const auto makeSmall = [&small](int run) {
        bool written = QDir().mkpath(small);
        for (int i = 0; i < SmallFiles && written; ++i)
            written = writeNoise(small + u"/%1"_s.arg(i), SmallBytes, quint32(run * SmallFiles + i));
        return written;
    };
    TestTenant tenant(folder.path());
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    const auto ssh = SshReference::start();
    const SshReference *reference = ssh ? ssh->get() : nullptr;

    Chain chain(tenant);
    Compared one{.ours = {}, .scp = {}, .why = ssh ? QString() : ssh.error().reason};
    Compared many = one;
    if (const auto compared = compare(**analyst, reference, large, makeLarge, folder.path(), chain, one); !compared)
        return std::unexpected(compared.error());
    // What the many small files cost is another matter.
    const Chain spent = chain;
    const std::array peaks{
        chain.peakMemory(Chain::Service), chain.peakMemory(Chain::Agent), chain.peakMemory(Chain::Workstation)};
    if (const auto compared = compare(**analyst, reference, small, makeSmall, folder.path(), chain, many); !compared)
        return std::unexpected(compared.error());
    return Measurements{
        against(u"download.1gib"_s, one),
        against(u"download.10000files"_s, many),
        {u"download.service_cpu"_s, spent.cpu(Chain::Service) / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.agent_cpu"_s, spent.cpu(Chain::Agent) / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.workstation_cpu"_s, spent.cpu(Chain::Workstation) / Runs, u"s per GiB"_s, {}, {}, {}},
        {u"download.service_peak"_s, peaks[0], u"MiB"_s, Frugal, {}, {}},
        {u"download.agent_peak"_s, peaks[1], u"MiB"_s, Frugal, {}, {}},
        {u"download.workstation_peak"_s, peaks[2], u"MiB"_s, Frugal, {}, {}},
    };
}

} // namespace Sonde::Client::Bench
