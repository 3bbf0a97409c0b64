// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/filesearch.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Sonde::Agent;

namespace Sonde::Client::Bench {

namespace {

constexpr int OuterFolders = 30;
constexpr int InnerFolders = 100;
constexpr int FilesInEach = 100; ///< 300,000 in all
constexpr int FoldersWithNeedle = 100;
constexpr int Needles = OuterFolders * InnerFolders / FoldersWithNeedle;
constexpr int Runs = 7;
constexpr auto Pattern = "needle-*.dat"_L1;

Result<void> growTree(const QDir &root)
{
    int number = 0;
    for (int outer = 0; outer < OuterFolders; ++outer) {
        for (int inner = 0; inner < InnerFolders; ++inner, ++number) {
            const QString folder = root.filePath(u"folder-%1/part-%2"_s.arg(outer).arg(inner));
            root.mkpath(folder);
            for (int file = 0; file < FilesInEach; ++file) {
                const bool isNeedle = number % FoldersWithNeedle == 0 && file == 0;
                QFile made(folder + (isNeedle ? u"/needle-%1.dat"_s : u"/document-%1.txt"_s).arg(file));
                if (!made.open(QIODevice::WriteOnly))
                    return fail(ErrorCode::CannotWrite, made.fileName(), made.errorString());
            }
        }
    }
    return {};
}

/// The agent's collector alone, on this thread; how many it found.
int collect(const QString &root)
{
    FileSearch search({{QFile::encodeName(root)}, {}, Wildcard(QByteArray(Pattern.data(), Pattern.size()))});
    int found = 0;
    for (bool finished = false; !finished;) {
        const SearchProgress news = search.take(20ms);
        finished = news.finished;
        found += int(news.found.size());
    }
    return found;
}

struct Tool {
    QString name;
    QStringList command; ///< empty: not installed
    Samples seconds = {};

    [[nodiscard]] QString words() const { return command.isEmpty() ? u"%1: not installed"_s.arg(name) : name; }
    [[nodiscard]] std::optional<double> median() const
    {
        return seconds.count() > 0 ? std::optional(seconds.median() * 1000) : std::nullopt;
    }
    void run()
    {
        if (command.isEmpty())
            return;
        if (const auto took = secondsOf(command))
            seconds.add(*took);
    }
};

Tool findTool(const QString &root)
{
    return {u"find"_s, {toolPath(u"find"_s), root, u"-name"_s, Pattern}};
}

Tool fdTool(const QString &root)
{
    // Debian calls it fdfind.
    QString path = toolPath(u"fdfind"_s);
    if (path.isEmpty())
        path = toolPath(u"fd"_s);
    Tool tool{u"fdfind"_s, {}};
    if (!path.isEmpty())
        tool.command = {path, u"--unrestricted"_s, u"--glob"_s, Pattern, root};
    return tool;
}

} // namespace

Result<Measurements> findfile()
{
    const QTemporaryDir tree;
    if (const auto grown = growTree(QDir(tree.path())); !grown)
        return std::unexpected(grown.error());
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());

    Tool find = findTool(tree.path());
    Tool fd = fdTool(tree.path());
    Samples alone;
    Samples whole;
    const QString line = u"findfile %1 -path %2"_s.arg(Pattern, tree.path());
    for (int run = 0; run <= Runs; ++run) {
        if (run == 1) { // the first one warmed the cache
            alone = whole = {};
            find.seconds = fd.seconds = {};
        }
        const Stopwatch watch;
        if (collect(tree.path()) != Needles)
            return fail(ErrorCode::Internal, u"findfile"_s, u"not all files were found"_s);
        alone.add(watch.milliseconds());
        const auto seconds = (*analyst)->run(line);
        if (!seconds)
            return std::unexpected(seconds.error());
        whole.add(*seconds * 1000);
        find.run();
        fd.run();
    }
    const Budget budget{.most = {}, .mostRatio = 1.0};
    return Measurements{
        {u"findfile"_s, whole.median(), u"ms"_s, budget, fd.words(), fd.median()},
        {u"findfile.collector"_s, alone.median(), u"ms"_s, budget, fd.words(), fd.median()},
        {u"findfile.find"_s, whole.median(), u"ms"_s, budget, find.words(), find.median()},
    };
}

} // namespace Sonde::Client::Bench
