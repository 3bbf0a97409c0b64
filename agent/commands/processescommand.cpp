// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/shown.h"
#include "agent/base/devicefolder.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/processes/processes.h"

#include <algorithm>

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

bool addProcess(CommandContext &context, const ProcessFacts &facts)
{
    rememberShown(context.surroundings().acts, context.session(), facts);
    return context.addRow<Verbs::Processes>(cell<"name">(bytesCell(facts.name)), cell<"pid">(facts.pid),
        cell<"parent_id">(facts.parent), cell<"user_name">(facts.user), cell<"status">(facts.status),
        cell<"creation_time">(timeCell(facts.created, facts.createdDigits)),
        cell<"command_line">(bytesCell(facts.commandLine)), cell<"image_path">(bytesCell(facts.image)),
        cell<"cpu_time">(facts.cpuSeconds), cell<"memory_usage.working_set">(facts.workingSet),
        cell<"memory_usage.private_bytes">(facts.privateBytes), cell<"session_id">(facts.session),
        cell<"image_deleted">(facts.imageDeleted), cell<"working_directory">(bytesCell(facts.workingDirectory)),
        cell<"threads">(facts.threads), cell<"service_name">(bytesCell(facts.service)),
        cell<"container">(bytesCell(facts.container)), cell<"namespaces">(namespacesCell(facts)));
}

Outcome processes(CommandContext &context)
{
    const ProcessTable table(joinedPath(context.surroundings().root, "proc"));
    const auto wantedPid = context.number(u"pid"_s);
    const auto pids = wantedPid ? Result<std::vector<qint64>>({*wantedPid}) : table.ids();
    if (!pids)
        return std::unexpected(pids.error());

    for (const qint64 pid : table.covered()) {
        if (!wantedPid || pid == *wantedPid)
            context.addError({ErrorCode::ProcessHidden, QString::number(pid), {}, {}});
    }
    std::vector<ProcessFacts> kernelThreads; // there are many, and few are looked for: they come last
    const Wildcard wantedName = context.wildcard(u"name"_s);
    for (const qint64 pid : *pids) {
        const auto facts = table.facts(pid);
        if (!facts && wantedPid)
            return std::unexpected(facts.error());
        const bool isNamed = std::ranges::contains(table.covered(), pid); // above
        if (!facts && facts.error().code != ErrorCode::NoSuchProcess
            && !isNamed) // one that ended meanwhile is not there
            context.addError(facts.error());
        const bool isWanted = facts && wantedName.matches(facts->name);
        const bool later = isWanted && facts->isKernelThread;
        if (later)
            kernelThreads.push_back(*facts);
        const bool goOn = isWanted && !later ? addProcess(context, *facts) : context.mayGoOn();
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    for (const ProcessFacts &facts : kernelThreads) {
        if (!addProcess(context, facts))
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Processes{Verbs::Processes, &processes};

} // namespace Sonde::Agent::Commands
