// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sonde-bench [NAME…]: measures what Sonde promises to be fast at (all of it without a name), and prints a JSON object per figure:
// {"name","value","unit","reference","reference_value","ratio","budget","holds"}. A reference is run in turn with what is measured; where
// its tool is missing, "reference" says so and "holds" is null. Each benchmark runs in a process of its own, so that none inherits
// another's memory, and on a screen that is not there (QT_QPA_PLATFORM=offscreen).
//
//   roundtrip    `cd .` in a session on a real service and agent over TLS, from submitting the line to seeing its end in the workstation's
//                own controllers: 600 runs after 100, against `ssh` with ControlMaster running `true` on an sshd of its own.
//   idleagents   A service that holds 1,000 and 10,000 idle agents (sonde-bench-agents: TLS with client certificates, pings both ways):
//                round trip against the same with none, growth of the service's resident memory per connection, connecting one after the
//                other (64 at once), and, after the service is killed and started, the time until all are back with the agents' own
//                backoff. The port speaks TLS only, so there is no figure without it.
//   inventory    The Devices page over 100,000 and 1,000,000 devices: filters typed key by key, each painted; first paint; listing.
//   console      100-byte lines appended to a TextView in batches of 1,000: longest time the event loop stood still, growth of resident
//                memory ÷ the text, total; against QPlainTextEdit.
//   resulttable  100,000 processes as CBOR chunks into a ResultView: first rows painted, all painted, sorted by several columns,
//                filtered key by key, grouped, as a tree, compared with an earlier run.
//   outputrows   `dir` of 100,000 files, from submitting the line until the rows are painted in the console's own table: the first ones, and
//                all of them; against `ls -la` over ssh with ControlMaster, its output dropped.
//   typing       A line typed key by key in the workstation's own window, and `dir` of 50 and of 150 files: each key until it is painted, Enter
//                until the rows are painted; what that costs of the processor, and what an open session costs in which nobody does
//                anything; against a window of one QPlainTextEdit that prints the same rows as text.
//   typingxvfb   The same on an X server that nobody sees, which is the one benchmark that needs Xvfb.
//   startup      `sonde` with its embedded tenant, from starting the process to its first paint and to its own device in the inventory:
//                first starts and later ones. "resident" counts libraries shared with other programs in full, "proportional" (PSS) in part.
//   idle         Processor time of workstation, service and agent over 20 s in which nobody does anything, and their memory.
//   evidence     processes, connections, drivers, services, scheduledtasks, startupfolders and persistence of this machine, from submitting
//                the line to seeing its end; against the tool for the same facts, and against reading the files that hold them.
//   examining    `scan /usr/bin` by five YARA rules of the library, against `yara -p 2`; `analyze process` of one with 256 MiB, against
//                `yara RULES PID`, and the memory that takes; both through service and agent. `scan /usr/bin` by a clamd of the bench's own
//                alone, with two signatures, against `clamdscan -m --fdpass`.
//   collecting   `collect` of this machine: all of it, its files against `tar czf` of the same ones, its body file against `find -printf`, and
//                the most memory that the agent had.
//   findfile     30 names among 300,000 files, warm: through service and agent, and the agent's collector alone; against fdfind and find.
//   fileinfo     The three hashes of 1 GiB, warm: through service and agent, and hashing alone; against the three tools in turn.
//   download     getfile of 1 GiB, and of 10,000 files of 4 KiB, from submitting the line until the analyst's copy is whole and verified and
//                the command has ended; against scp. Processor time of service, agent and workstation, and the most memory each had while
//                3 GiB went through it. In memory (/dev/shm) where there is room.
//   transfers    250 MiB into the library by `sonde-cli library upload`, against scp; making the zip of 1 GiB of evidence; `cd .` while ten
//                files of 100 MiB come home at once.
//   codec        14,500 processes as structs to rows to CBOR to rows; against QJsonDocument.
//   eventloop    A message handled by the service's event loop beside 4,000 idle connections, against Qt's own. Must hold.
//   zipwriter    256 MiB through the zip writer that evidence is kept by, into nothing, against libarchive's AES-256. Must hold.
//   casefile     A case file of a journal of 1,000,000 entries, verified.
//   activity     1,000,000 lines of output: indexed, searched for words of several kinds (95th percentile), and what a chunk of output costs
//                the service while they are indexed, against without.
//
// Exit status: 0 measured, 1 something could not be measured (stderr says what), 2 usage. A missed budget is a figure, not a failure, but
// for what must hold: that is code of our own in the place of a library's, with its speed as its only reason.

#include "tests/bench/benchmark.h"
#include "tests/bench/virtualscreen.h"

#include <QApplication>
#include <QJsonDocument>
#include <QProcess>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Names the display to the process that measures on it.
constexpr const char *ScreenVariable = "SONDE_BENCH_DISPLAY";

enum ExitStatus { Measured = 0, Failed = 1, Usage = 2 };

struct Benchmark {
    QLatin1StringView name;
    Result<Bench::Measurements> (*run)();
    bool needsScreen = false;
};
constexpr std::array Benchmarks{
    Benchmark{"roundtrip"_L1, Bench::roundtrip},
    Benchmark{"idleagents"_L1, Bench::idleagents},
    Benchmark{"inventory"_L1, Bench::inventory},
    Benchmark{"console"_L1, Bench::console},
    Benchmark{"resulttable"_L1, Bench::resulttable},
    Benchmark{"outputrows"_L1, Bench::outputrows},
    Benchmark{"typing"_L1, Bench::typing},
    Benchmark{"typingxvfb"_L1, Bench::typing, true},
    Benchmark{"startup"_L1, Bench::startup},
    Benchmark{"idle"_L1, Bench::idle},
    Benchmark{"evidence"_L1, Bench::evidence},
    Benchmark{"examining"_L1, Bench::examining},
    Benchmark{"collecting"_L1, Bench::collecting},
    Benchmark{"findfile"_L1, Bench::findfile},
    Benchmark{"fileinfo"_L1, Bench::fileinfo},
    Benchmark{"download"_L1, Bench::download},
    Benchmark{"transfers"_L1, Bench::transfers},
    Benchmark{"codec"_L1, Bench::codec},
    Benchmark{"eventloop"_L1, Bench::eventloop},
    Benchmark{"zipwriter"_L1, Bench::zipwriter},
    Benchmark{"casefile"_L1, Bench::casefile},
    Benchmark{"activity"_L1, Bench::activity},
};

const Benchmark *find(const QString &name)
{
    const auto found =
        std::ranges::find_if(Benchmarks, [&name](const Benchmark &benchmark) { return benchmark.name == name; });
    return found == Benchmarks.end() ? nullptr : found;
}

int refuse(const QString &name)
{
    QStringList names;
    for (const Benchmark &benchmark : Benchmarks)
        names.append(benchmark.name);
    std::fprintf(
        stderr, "sonde-bench: no benchmark %s; there are: %s\n", qPrintable(name), qPrintable(names.join(u' ')));
    return Usage;
}

int measure(const Benchmark &benchmark)
{
    const auto measurements = benchmark.run();
    if (!measurements) {
        std::fprintf(
            stderr, "sonde-bench: %s: %s\n", benchmark.name.data(), qPrintable(debugText(measurements.error())));
        return Failed;
    }
    int status = Measured;
    for (const Bench::Measurement &measurement : *measurements) {
        std::puts(QJsonDocument(toJson(measurement)).toJson(QJsonDocument::Compact).constData());
        if (measurement.isFailure()) {
            std::fprintf(stderr, "sonde-bench: %s: no longer worth its code\n", qPrintable(measurement.name));
            status = Failed;
        }
    }
    return status;
}

int measureApart(const Benchmark &benchmark)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    Bench::VirtualScreen screen;
    if (benchmark.needsScreen) {
        if (const auto started = screen.start(); !started) {
            std::fprintf(
                stderr, "sonde-bench: %s: %s\n", benchmark.name.data(), qPrintable(debugText(started.error())));
            return Failed;
        }
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(ScreenVariable), screen.display());
        process.setProcessEnvironment(environment);
    }
    process.start(QCoreApplication::applicationFilePath(), {benchmark.name});
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == Measured ? Measured : Failed;
}

int measureEach(const QStringList &names)
{
    int status = Measured;
    for (const QString &name : names) {
        if (measureApart(*find(name)) != Measured)
            status = Failed;
    }
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    const QByteArray screen = qgetenv(ScreenVariable);
    qputenv("QT_QPA_PLATFORM", screen.isEmpty() ? "offscreen" : "xcb");
    if (!screen.isEmpty())
        qputenv("DISPLAY", screen);
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sonde-bench"_s);
    QStringList names = QCoreApplication::arguments().sliced(1);
    for (const QString &name : std::as_const(names)) {
        if (!find(name))
            return refuse(name);
    }
    if (names.size() == 1 && find(names.constFirst())->needsScreen == !screen.isEmpty())
        return measure(*find(names.constFirst()));
    if (names.isEmpty()) {
        for (const Benchmark &benchmark : Benchmarks)
            names.append(benchmark.name);
    }
    return measureEach(names);
}
