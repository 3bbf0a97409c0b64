// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/clamdaemon.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <thread>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Runs = 3;

/// Five rules as analysts write them: words, bytes with gaps, an expression.
QByteArray rules()
{
    return "rule some_words { strings: $a = \"not-in-any-program-0\" $b = \"not-in-any-program-1\" condition: any of "
           "them "
           "}\n"
           "rule some_bytes { strings: $a = { 6E 6F 74 2D ?? 69 6E 2D 61 6E 79 32 } condition: $a }\n"
           "rule wide_word { strings: $a = \"not-in-any-program-3\" wide nocase condition: $a }\n"
           "rule an_expression { strings: $a = /not-in-any-program-4[0-9]{4,8}x/ condition: $a }\n"
           "rule a_program { strings: $a = \"not-in-any-program-5\" condition: uint32(0) == 0x464c457f and $a }\n";
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

/// A process with 256 MiB that differ from page to page.
bool startLarge(QProcess &process)
{
    process.start(u"python3"_s,
        {u"-c"_s,
            u"import os,time\nkept=bytearray(os.urandom(1024*1024))*256\nprint('ready',flush=True)\ntime.sleep(1000)"_s});
    return process.waitForStarted() && process.waitForReadyRead(60'000);
}

/// MiB of the agent and of the process in which it runs rules.
double memoryOfBoth(qint64 agent)
{
    const qint64 worker = childOf(agent, "sonde-agent");
    return memoryOf(agent).proportional + (worker > 0 ? memoryOf(worker).proportional : 0);
}

/// MiB, the most that both had during a command, beyond what they had before.
Result<double> extraMemory(Analyst &analyst, qint64 agent, const QString &line)
{
    const double before = memoryOfBoth(agent);
    double most = before;
    std::jthread watcher([&most, agent](const std::stop_token &stop) {
        while (!stop.stop_requested())
            most = std::max(most, memoryOfBoth(agent));
    });
    const auto seconds = analyst.run(line);
    watcher = {};
    return seconds.transform([&](double) { return most - before; });
}

std::optional<double> medianOf(const Samples &seconds)
{
    return seconds.count() > 0 ? std::optional(seconds.median() * 1000) : std::nullopt;
}

/// The agent where this daemon's socket is the one that distributions have, and nobody else.
QStringList inTheCompanyOf(const Agent::ClamDaemon &daemon)
{
    return {u"unshare"_s, u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s,
        u"mount -t tmpfs none /run && mkdir /run/clamav && ln -s \"$1\" /run/clamav/clamd.ctl && shift && exec \"$@\""_s,
        u"sh"_s, daemon.socket()};
}

/// By clamd alone, one of the bench's own: a library without rules. Nothing where clamd or clamdscan is not installed.
Result<Measurements> byClamd()
{
    const QString clamdscan = toolPath(u"clamdscan"_s);
    if (clamdscan.isEmpty() || Agent::ClamDaemon::program().isEmpty())
        return Measurements{};
    Agent::ClamDaemon daemon("MaxFileSize 25M\nMaxScanSize 100M\n");
    TestTenant tenant;
    if (!daemon.start())
        return fail(ErrorCode::CannotStart, u"clamd"_s);
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    tenant.killAgent();
    if (!tenant.startAgent(inTheCompanyOf(daemon)))
        return fail(ErrorCode::CannotStart, u"unshare"_s, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    const QStringList theirLine{clamdscan, u"--config-file"_s, daemon.configuration(), u"-m"_s, u"--fdpass"_s,
        u"--no-summary"_s, u"/usr/bin"_s};
    Samples ours, theirs;
    for (int run = 0; run <= Runs; ++run) {
        if (run == 1) // the first one warmed the cache
            ours = theirs = {};
        const auto seconds = (*analyst)->run(u"scan /usr/bin"_s);
        if (!seconds)
            return std::unexpected(seconds.error());
        ours.add(*seconds * 1000);
        if (const auto took = secondsOf(theirLine))
            theirs.add(*took);
    }
    return Measurements{{u"examining.clamd"_s, ours.median(), u"ms"_s, {.mostRatio = 1.0}, u"clamdscan -m --fdpass"_s,
        medianOf(theirs)}};
}

} // namespace

Result<Measurements> examining()
{
    const QTemporaryDir folder;
    const QString file = writeFile(folder, u"five.yar"_s, rules());
    TestTenant tenant;
    if (file.isEmpty() || !tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    if (const auto stored = tenant.cli({u"library"_s, u"upload"_s, file}); stored.status != 0)
        return fail(ErrorCode::CannotStart, file, QString::fromUtf8(stored.errors));
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    QProcess large;
    if (!startLarge(large))
        return fail(ErrorCode::CannotStart, u"python3"_s);
    const QString pid = QString::number(large.processId());
    const QString yara = toolPath(u"yara"_s);
    const auto memory = extraMemory(**analyst, tenant.agentPid(), u"analyze process "_s + pid);
    if (!memory)
        return std::unexpected(memory.error());

    Samples scan, process, yaraFiles, yaraProcess;
    for (int run = 0; run <= Runs; ++run) {
        if (run == 1) // the first one warmed the cache, and compiled the rules
            scan = process = yaraFiles = yaraProcess = {};
        for (const auto &[line, samples] :
            {std::pair(u"scan /usr/bin"_s, &scan), {u"analyze process "_s + pid, &process}}) {
            const auto seconds = (*analyst)->run(line);
            if (!seconds)
                return std::unexpected(seconds.error());
            samples->add(*seconds * 1000);
        }
        if (yara.isEmpty())
            continue;
        if (const auto took = secondsOf({yara, u"-p"_s, u"2"_s, u"-N"_s, file, u"/usr/bin"_s}))
            yaraFiles.add(*took);
        if (const auto took = secondsOf({yara, file, pid}))
            yaraProcess.add(*took);
    }
    large.kill();
    large.waitForFinished();
    const QString missing = u"yara: not installed"_s;
    auto all = byClamd();
    if (!all)
        return all;
    const Measurements byYara{
        {u"examining.scan"_s, scan.median(), u"ms"_s, {.mostRatio = 1.0}, yara.isEmpty() ? missing : u"yara -p 2"_s,
            medianOf(yaraFiles)},
        {u"examining.process"_s, process.median(), u"ms"_s, {.most = 1000},
            yara.isEmpty() ? missing : u"yara RULES PID"_s, medianOf(yaraProcess)},
        {u"examining.memory"_s, *memory, u"MiB"_s, {.most = 40}, {}, {}},
    };
    all->insert(all->end(), byYara.begin(), byYara.end());
    return all;
}

} // namespace Sonde::Client::Bench
