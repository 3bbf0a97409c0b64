// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.h"

#include "accounts.h"
#include "descriptor.h"
#include "files.h"
#include "procparser.h"

#include <algorithm>
#include <unistd.h>

namespace Sonde {

struct ProcessTable::Private {
    QByteArray root;
    qint64 bootTime = 0; ///< seconds since the epoch
    double ticksPerSecond = double(::sysconf(_SC_CLK_TCK));
    Linux::Accounts accounts;
};

ProcessTable::ProcessTable(const QByteArray &root)
    : d(std::make_unique<Private>())
{
    d->root = root.isEmpty() ? QByteArray("/proc") : root;
    const auto stat = Linux::readWhole(d->root + "/stat");
    if (stat)
        d->bootTime = Linux::parseBootTime(*stat).value_or(0);
}

ProcessTable::~ProcessTable() = default;

Result<std::vector<qint64>> ProcessTable::ids() const
{
    std::vector<qint64> ids;
    const auto read = readDirectory(d->root, [&ids](const DirectoryEntry &entry) {
        bool isNumber = false;
        const qint64 pid = entry.name.toLongLong(&isNumber);
        if (isNumber)
            ids.push_back(pid);
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    std::ranges::sort(ids);
    return ids;
}

Result<ProcessFacts> ProcessTable::facts(qint64 pid) const
{
    const QByteArray folder = d->root + '/' + QByteArray::number(pid);
    const auto stat = Linux::readWhole(folder + "/stat").and_then(Linux::parseProcStat);
    const auto status = Linux::readWhole(folder + "/status").and_then(Linux::parseProcStatus);
    if (!stat || !status)
        return fail(ErrorCode::NoSuchProcess, QString::number(pid), (stat ? status.error() : stat.error()).reason);
    // These two may be gone or forbidden although the process is there.
    const QByteArray arguments = Linux::readWhole(folder + "/cmdline").value_or(QByteArray());
    const QByteArray image = Linux::parseImage(Linux::readLink(folder + "/exe").value_or(QByteArray())).path;

    ProcessFacts facts;
    facts.pid = pid;
    facts.parent = stat->parent;
    facts.session = stat->session;
    facts.name = Linux::processName(stat->comm, image, arguments);
    facts.user = d->accounts.user(status->effectiveUser);
    facts.status = Linux::stateName(stat->state);
    facts.created = d->bootTime * 1'000'000'000 + qint64(double(stat->startTicks) / d->ticksPerSecond * 1e9);
    facts.commandLine = Linux::commandLine(arguments);
    facts.image = image;
    facts.cpuSeconds = double(stat->userTicks + stat->systemTicks) / d->ticksPerSecond;
    facts.workingSet = status->resident;
    facts.privateBytes = status->anonymous + status->swapped;
    return facts;
}

} // namespace Sonde
