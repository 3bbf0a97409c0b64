// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/evidence/filesearch.h"
#include "agent/system/storage/volumes.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent::Commands {

namespace {

constexpr auto Patience = 20ms;

/// Where to start: all local disks, or the folder named, whatever is mounted there. Mounts below it are entered when they hold files of
/// this device, so what lies under a pseudo file system (/dev/shm) is a start of its own; with -everywhere all are entered.
Result<std::vector<QByteArray>> startsOf(const CommandContext &context, const Volumes &volumes)
{
    auto starts = volumes.roots;
    if (!context.invocation().value(u"path"_s).isEmpty()) {
        const auto path = context.path(u"path"_s);
        if (!path)
            return std::unexpected(path.error());
        if (const auto checked = checkFolder(*path); !checked)
            return std::unexpected(checked.error());
        starts = {*path};
    }
    if (context.invocation().hasFlag(u"everywhere"_s))
        return starts;
    for (const QByteArray &island : volumes.islands) {
        const bool isBelow =
            std::ranges::any_of(starts, [&island](const QByteArray &start) { return liesBelow(island, start); });
        if (isBelow)
            starts.push_back(island);
    }
    return starts;
}

Result<Wildcard> wantedName(const CommandContext &context)
{
    const QString typed = context.invocation().value(u"name"_s);
    const QByteArray name = DevicePath::fromTyped(typed).bytes();
    if (holdsSeparator(name) || name.isEmpty())
        return fail(ErrorCode::BadValue, typed, Reason::NameWithFolders).with(Fact::Parameter, u"name"_s);
    return Wildcard(name);
}

Outcome findfile(CommandContext &context)
{
    const auto name = wantedName(context);
    if (!name)
        return std::unexpected(name.error());
    const Volumes volumes = listVolumes();
    const auto starts = startsOf(context, volumes);
    if (!starts)
        return std::unexpected(starts.error());

    const qint64 most = context.number(u"max"_s).value_or(std::numeric_limits<qint64>::max());
    qint64 found = 0;
    const bool everywhere = context.invocation().hasFlag(u"everywhere"_s);
    FileSearch search({*starts, everywhere ? QSet<QByteArray>() : volumes.foreign, *name});
    for (bool finished = false; !finished;) {
        const SearchProgress news = search.take(Patience);
        finished = news.finished;
        for (const Error &error : news.errors)
            context.addError(error);
        for (const FoundFile &file : news.found) {
            if (found == most) {
                context.addError(Error{ErrorCode::LimitReached, u"max"_s, {}, {}}.with(Fact::Limit, most));
                return {};
            }
            ++found;
            if (!context.addRow<Verbs::Findfile>(cell<"path">(bytesCell(file.path)),
                    cell<"isDirectory">(file.facts.kind == FileKind::Directory), cell<"size">(file.facts.size),
                    cell<"modified">(timeCell(file.facts.modified)), cell<"type">(kindName(file.facts.kind))))
                return fail(ErrorCode::Cancelled);
        }
        context.showProgress({qint64(news.folders), -1, u"folders"_s, DevicePath(news.current).typed()});
        if (!context.mayGoOn())
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Findfile{Verbs::Findfile, &findfile};

} // namespace Sonde::Agent::Commands
