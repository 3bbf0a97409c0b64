// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchmark.h"
#include "tests/bench/painting.h"
#include "tests/bench/sshreference.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"
#include "ui/result/outputbody.h"
#include "ui/toolkit/syntax.h"

#include <QFile>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Files = 100'000;
constexpr int Runs = 5;

Result<void> makeFiles(const QTemporaryDir &folder)
{
    for (int i = 0; i < Files; ++i) {
        QFile made(folder.filePath(u"document-%1.txt"_s.arg(i)));
        if (!made.open(QIODevice::WriteOnly))
            return fail(ErrorCode::CannotWrite, made.fileName(), made.errorString());
    }
    return {};
}

struct Listing {
    double first = 0; ///< milliseconds until rows are painted
    double all = 0;   ///< … until the last ones are, sorted as they are shown
};

/// From the line to the table in the console's own view.
Result<Listing> list(Analyst &analyst, const QString &line)
{
    Look look;
    const Syntax syntax;
    OutputBody body(look.theme, syntax, look.actions);
    Listing listing;
    const Stopwatch watch;
    const auto command = analyst.submit(line);
    if (!command)
        return std::unexpected(command.error());
    CommandOutput *output = analyst.session().output(*command);
    body.setOutput(output);
    body.resize(1200, 800);
    body.show();
    std::optional<PaintCount> paints;
    const auto rowsPainted = [&] {
        auto *view = body.findChild<QTableView *>();
        if (view && !paints)
            paints.emplace(*view->viewport());
        return paints && paints->count() > 0 && output->table()->rowCount() > 0;
    };
    if (!waitUntil(rowsPainted, 60s))
        return fail(ErrorCode::TimedOut, line);
    listing.first = watch.milliseconds();
    const bool whole = waitUntil([output] { return output->whole() && !output->model()->isBusy(); }, 60s);
    if (!whole || output->table()->rowCount() < Files)
        return fail(ErrorCode::TimedOut, line);
    QWidget &viewport = *body.findChild<QTableView *>()->viewport();
    (void)millisecondsToPaint(viewport, [&viewport] { viewport.update(); });
    listing.all = watch.milliseconds();
    return listing;
}

} // namespace

Result<Measurements> outputrows()
{
    const QTemporaryDir folder;
    if (const auto made = makeFiles(folder); !made)
        return std::unexpected(made.error());
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    const auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    const auto ssh = SshReference::start();
    const QString reference = ssh ? u"ssh with ControlMaster running `ls -la`"_s : ssh.error().reason;

    Samples first;
    Samples all;
    Samples shell;
    for (int run = 0; run <= Runs; ++run) {
        if (run == 1) // the first one warmed the cache
            first = all = shell = {};
        const auto listing = list(**analyst, u"dir "_s + folder.path());
        if (!listing)
            return std::unexpected(listing.error());
        first.add(listing->first);
        all.add(listing->all);
        if (!ssh)
            continue;
        if (const auto seconds = (*ssh)->run({u"ls"_s, u"-la"_s, folder.path()}))
            shell.add(*seconds * 1000);
    }
    const auto theirs = shell.count() > 0 ? std::optional(shell.median()) : std::nullopt;
    const double perSecond = 1000.0 * Files / all.median();
    return Measurements{
        {u"outputrows.first"_s, first.median(), u"ms"_s, {.most = 100}, {}, {}},
        {u"outputrows.all"_s, all.median(), u"ms"_s, {.most = 1000}, reference, theirs},
        {u"outputrows.per_second"_s, perSecond, u"rows/s"_s, {}, reference,
            theirs ? std::optional(1000.0 * Files / *theirs) : std::nullopt},
    };
}

} // namespace Sonde::Client::Bench
