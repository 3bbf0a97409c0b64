// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/outputfeed.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/painting.h"
#include "tests/bench/processrows.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"
#include "ui/result/resultview.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Rows = 100'000;
constexpr double MostSeconds = 60;
constexpr auto SortColumns = {"name", "pid", "command_line", "memory_usage.working_set"};

struct Figures {
    double firstRows = 0; ///< milliseconds
    double allRows = 0;
    double stall = 0;
    Samples sorts;
    Samples keys; ///< of a filter
    double group = 0;
    double tree = 0;
    double compare = 0;
};

/// Until what was asked for is painted.
double arrange(ResultView &view, const std::function<void(ResultModel &)> &ask)
{
    const Stopwatch watch;
    ask(*view.result());
    (void)waitUntil([&view] { return !view.result()->isBusy(); });
    (void)millisecondsToPaint(*view.viewport(), [&view] { view.viewport()->update(); });
    return watch.milliseconds();
}

/// As typed, key by key, and taken back.
void typeFilters(ResultView &view, Samples &keys)
{
    for (const QString &text : {u"postgres"_s, u"name:sys user_name=root"_s, u"working_set>100M -status:sleeping"_s}) {
        for (qsizetype length = 1; length <= text.size(); ++length)
            keys.add(arrange(view, [&](ResultModel &model) { model.setFilterText(text.first(length)); }));
        keys.add(arrange(view, [](ResultModel &model) { model.setFilterText({}); }));
    }
}

/// The rows of an earlier run: every hundredth is gone, every hundredth has another status.
ResultSnapshot earlierRun(const ResultTable &table)
{
    ResultRows rows = table.rows();
    const auto status = table.command().columnIndex(u"status");
    for (size_t row = 0; row < rows.size(); row += 100)
        rows[row][status] = u"stopped"_s;
    for (size_t row = 50; row < rows.size(); row += 100)
        rows[row][table.command().columnIndex(u"pid")] = qint64(row) + 10'000'000;
    return ResultSnapshot(table.command(), std::move(rows));
}

/// Chunk by chunk, as they come from a session; decoded on the thread pool.
Figures ours(const std::vector<QByteArray> &chunks)
{
    Look look;
    TenantClient client;
    CommandOutput output(&processSpec(), OutputType::Table);
    OutputFeed feed(client, CommandId(1), output);
    ResultView view(look.theme, look.actions);
    showWindow(view);

    Figures figures;
    std::optional<PaintCount> paints;
    Samples turns;
    const Stopwatch watch;
    for (size_t next = 0; !output.whole() && watch.seconds() < MostSeconds;) {
        const Stopwatch turn;
        if (next < chunks.size()) {
            const quint32 index = quint32(next);
            feed.add({.command = CommandId(1),
                .index = index,
                .format = ChunkFormat::Rows,
                .rows = 0,
                .bytes = chunks[next++]});
            if (next == chunks.size())
                feed.finish(quint32(chunks.size()));
        }
        if (output.table() && !view.result()) {
            view.setResult(output.model());
            paints.emplace(*view.viewport());
        }
        takeTurn();
        turns.add(turn.milliseconds());
        if (figures.firstRows == 0 && paints && paints->count() > 0 && output.table()->rowCount() > 0)
            figures.firstRows = watch.milliseconds();
    }
    (void)millisecondsToPaint(*view.viewport(), [&view] { view.viewport()->update(); });
    figures.allRows = watch.milliseconds();
    figures.stall = turns.worst();

    for (const char *id : SortColumns) {
        int column = 0;
        while (output.model()->column(column).id != QLatin1StringView(id))
            ++column;
        const Stopwatch sorting;
        view.sortByColumn(column, Qt::AscendingOrder);
        (void)waitUntil([&output] { return !output.model()->isBusy(); });
        (void)millisecondsToPaint(*view.viewport(), [&view] { view.viewport()->update(); });
        figures.sorts.add(sorting.milliseconds());
    }
    view.result()->setSort({});
    typeFilters(view, figures.keys);
    const int user = int(processSpec().columnIndex(u"user_name"));
    figures.group = arrange(view, [user](ResultModel &model) { model.setGroupBy(user); });
    figures.tree = arrange(view, [](ResultModel &model) { model.setTree(true); });
    (void)arrange(view, [](ResultModel &model) { model.setTree(false); });
    const ResultSnapshot earlier = earlierRun(*output.table());
    figures.compare = arrange(view, [&earlier](ResultModel &model) { model.compareWith(earlier, u"1"_s); });
    return figures;
}

/// The same rows in Qt's own models: decoded, made into items, sorted.
Figures reference(const std::vector<QByteArray> &chunks)
{
    QStandardItemModel model;
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    QTableView view;
    view.setModel(&proxy);
    showWindow(view);
    Figures figures;
    const Stopwatch watch;
    for (const QByteArray &chunk : chunks) {
        for (const QCborArray &row : readRows(chunk).value_or(std::vector<QCborArray>())) {
            QList<QStandardItem *> items;
            for (const auto cell : row) {
                auto *item = new QStandardItem;
                item->setData(cell.toVariant(), Qt::DisplayRole);
                items.append(item);
            }
            model.appendRow(items);
        }
        takeTurn();
        if (figures.firstRows == 0)
            figures.firstRows = watch.milliseconds();
    }
    (void)millisecondsToPaint(*view.viewport(), [&view] { view.viewport()->update(); });
    figures.allRows = watch.milliseconds();
    figures.sorts.add(millisecondsToPaint(*view.viewport(), [&proxy] { proxy.sort(6); }));
    return figures;
}

} // namespace

Result<Measurements> resulttable()
{
    const auto chunks = toChunks(processRecords(Rows));
    const Figures table = ours(chunks);
    const Figures items = reference(chunks);
    const QString words = u"QStandardItemModel and QSortFilterProxyModel"_s;
    const QString name = u"resulttable.%1"_s.arg(Rows);
    return Measurements{
        {name + u".first_rows"_s, table.firstRows, u"ms"_s, {.most = 100}, words, items.firstRows},
        {name + u".all_rows"_s, table.allRows, u"ms"_s, {.most = 1000}, words, items.allRows},
        {name + u".sort"_s, table.sorts.worst(), u"ms, slowest column"_s, {.most = 200}, words, items.sorts.worst()},
        {name + u".filter_key_p95"_s, table.keys.percentile(0.95), u"ms"_s, {.most = 50}, {}, {}},
        {name + u".group"_s, table.group, u"ms"_s, {.most = 200}, {}, {}},
        {name + u".tree"_s, table.tree, u"ms"_s, {.most = 500}, {}, {}},
        {name + u".compare"_s, table.compare, u"ms"_s, {.most = 1000}, {}, {}},
        {name + u".stall"_s, table.stall, u"ms"_s, {}, {}, {}},
    };
}

} // namespace Sonde::Client::Bench
