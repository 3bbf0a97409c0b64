// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/activity/activityindexer.h"
#include "service/activity/activityreader.h"
#include "service/store/sqlitestore.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Commands = 2000;
constexpr int LinesOfCommand = 500;
constexpr double MostMilliseconds = 200;
constexpr int Searches = 20;
constexpr int Commits = 500;
constexpr auto LongestIndexing = 10min;

QByteArray linesOf(int command)
{
    QByteArray lines;
    for (int i = 0; i < LinesOfCommand; ++i) {
        lines += "/usr/lib/x86_64-linux-gnu/module-" + QByteArray::number(command) + '-' + QByteArray::number(i)
            + ".so root 0644 2026-11-26T08:00:00.000Z";
        lines += command == Commands / 3 && i == 77 ? " needle\n" : "\n";
    }
    return lines;
}

JournalEntry typed(quint64 number, const QByteArray &previous)
{
    JournalEntry entry{number, QDateTime::currentDateTimeUtc(), u"ada"_s, DeviceId(u"d1"_s), SessionId(1),
        CommandId(number), Event::CommandAccepted{u"dir /usr/lib/%1"_s.arg(number), {}}, previous, {}};
    entry.hash = entryHash(entry);
    return entry;
}

Result<void> fill(Service::SqliteStore &store)
{
    QByteArray previous(32, '\0');
    for (int command = 1; command <= Commands; ++command) {
        const JournalEntry entry = typed(quint64(command), previous);
        previous = entry.hash;
        store.append(entry);
        store.addOutput({CommandId(quint64(command)), 0, ChunkFormat::Text, LinesOfCommand, linesOf(command)});
    }
    return store.commit();
}

double search(const QString &folder, const ActivityFilter &filter, size_t &found)
{
    Samples milliseconds;
    for (int i = 0; i < Searches; ++i) {
        const Stopwatch watch;
        const auto page = Service::readActivity(
            folder + u"/sonde.db"_s, folder + u"/search.db"_s, Message::FetchActivity{.filter = filter, .most = 50});
        milliseconds.add(watch.milliseconds());
        found = page ? page->records.size() : 0;
    }
    return milliseconds.percentile(0.95);
}

/// What a command's output costs the service: a chunk, and its commit. More of commands that are there: of others no line would be found.
Samples commit(Service::SqliteStore &store, quint32 chunk, Service::ActivityIndexer *indexer)
{
    Samples microseconds;
    const QByteArray lines = linesOf(1);
    for (quint64 i = 0; i < Commits; ++i) {
        const Stopwatch watch;
        store.addOutput({CommandId(i + 1), chunk, ChunkFormat::Text, LinesOfCommand, lines});
        std::ignore = store.commit();
        microseconds.add(watch.milliseconds() * 1000);
        if (indexer)
            indexer->noteCommit();
        QThread::msleep(2);
    }
    return microseconds;
}

} // namespace

Result<Measurements> activity()
{
    const QTemporaryDir folder(fastFolder() + u"/sonde-activity-XXXXXX"_s);
    const QString path = folder.path();
    auto store = Service::SqliteStore::open(path + u"/sonde.db"_s);
    if (!store)
        return std::unexpected(store.error());
    if (const auto filled = fill(**store); !filled)
        return std::unexpected(filled.error());
    const Samples alone = commit(**store, 1, nullptr);
    Service::ActivityIndexer indexer(path + u"/sonde.db"_s, path + u"/search.db"_s);
    const Stopwatch watch;
    while (indexer.indexed() < Commands) {
        if (watch.seconds() > std::chrono::seconds(LongestIndexing).count())
            return fail(ErrorCode::TimedOut, u"activity"_s);
        QThread::msleep(20);
    }
    Measurements all{{u"activity.index-1000000-lines"_s, watch.seconds(), u"s"_s}};
    const std::pair<QString, ActivityFilter> searches[]{{u"rare-word"_s, {.what = u"needle"_s}},
        {u"word-of-every-line"_s, {.what = u"root"_s}}, {u"path"_s, {.what = u"/usr/lib/x86_64-linux-gnu/module-17"_s}},
        {u"one-digit"_s, {.what = u"1"_s}}, {u"two-common-words"_s, {.what = u"root module"_s}},
        {u"not-there"_s, {.what = u"nothing-like-it"_s}}, {u"latest"_s, {}}, {u"by-user"_s, {.user = u"ada"_s}}};
    for (const auto &[name, filter] : searches) {
        size_t found = 0;
        const double milliseconds = search(path, filter, found);
        if (found == 0 && name != u"not-there")
            return fail(ErrorCode::Internal, u"activity"_s, u"nothing was found: "_s + name);
        all.push_back({u"activity.search."_s + name, milliseconds, u"ms"_s, {.most = MostMilliseconds}});
    }
    const Samples indexed = commit(**store, 2, &indexer);
    all.push_back({u"activity.commit-of-output"_s, indexed.median(), u"µs"_s, {.mostRatio = 1.25},
        u"without an index"_s, alone.median()});
    all.push_back({u"activity.index-size"_s,
        double(QFile(path + u"/search.db"_s).size()) / double(QFile(path + u"/sonde.db"_s).size()),
        u"of the database"_s});
    return all;
}

} // namespace Sonde::Client::Bench
