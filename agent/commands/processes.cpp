// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.h"

#include "command.h"
#include "wildcard.h"

using namespace Qt::StringLiterals;

namespace Sonde::Commands {

Outcome processes(CommandContext &context)
{
    const ProcessTable table;
    const auto wantedPid = context.number(u"pid"_s);
    const auto pids = wantedPid ? Result<std::vector<qint64>>({*wantedPid}) : table.ids();
    if (!pids)
        return std::unexpected(pids.error());

    const QString name = context.invocation().value(u"name"_s);
    const Wildcard wantedName(name.isEmpty() ? QByteArray("*") : name.toUtf8());
    const RowShape shape(context.spec(),
        {u"name", u"pid", u"parent_id", u"user_name", u"status", u"creation_time", u"command_line", u"image_path",
            u"cpu_time", u"memory_usage.working_set", u"memory_usage.private_bytes", u"session_id"});
    for (const qint64 pid : *pids) {
        const auto facts = table.facts(pid);
        if (!facts && wantedPid)
            return std::unexpected(facts.error());
        const bool isWanted = facts && wantedName.matches(facts->name); // one that ended meanwhile is not there
        const bool goOn = isWanted
            ? context.addRow(shape.row({bytesCell(facts->name), facts->pid, facts->parent, facts->user, facts->status,
                  timeCell(facts->created), bytesCell(facts->commandLine), bytesCell(facts->image), facts->cpuSeconds,
                  facts->workingSet, facts->privateBytes, facts->session}))
            : context.mayGoOn();
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Commands
