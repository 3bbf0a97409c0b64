// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"

#include "agent/command/command.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

QCborMap namespacesCell(const ProcessFacts &facts)
{
    QCborMap cell;
    for (const auto &[kind, number] : facts.namespaces.asKeyValueRange())
        cell.insert(kind, qint64(number));
    return cell;
}

} // namespace

Outcome processes(CommandContext &context)
{
    const ProcessTable table;
    const auto wantedPid = context.number(u"pid"_s);
    const auto pids = wantedPid ? Result<std::vector<qint64>>({*wantedPid}) : table.ids();
    if (!pids)
        return std::unexpected(pids.error());

    const Wildcard wantedName = context.wildcard(u"name"_s);
    const RowShape shape(context.spec(),
        {u"name", u"pid", u"parent_id", u"user_name", u"status", u"creation_time", u"command_line", u"image_path",
            u"cpu_time", u"memory_usage.working_set", u"memory_usage.private_bytes", u"session_id", u"image_deleted",
            u"working_directory", u"threads", u"service_name", u"container", u"namespaces"});
    for (const qint64 pid : *pids) {
        const auto facts = table.facts(pid);
        if (!facts && wantedPid)
            return std::unexpected(facts.error());
        const bool isWanted = facts && wantedName.matches(facts->name); // one that ended meanwhile is not there
        const bool goOn = isWanted
            ? context.addRow(shape.row({bytesCell(facts->name), facts->pid, facts->parent, facts->user, facts->status,
                  timeCell(facts->created), bytesCell(facts->commandLine), bytesCell(facts->image), facts->cpuSeconds,
                  facts->workingSet, facts->privateBytes, facts->session, facts->imageDeleted,
                  bytesCell(facts->workingDirectory), facts->threads, bytesCell(facts->service),
                  bytesCell(facts->container), namespacesCell(*facts)}))
            : context.mayGoOn();
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
