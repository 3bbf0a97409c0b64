// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"

#include "agent/system/files/files.h"
#include "agent/system/linux/accounts.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/cgroupparser.h"
#include "agent/system/processes/procparser.h"
#include "agent/system/processes/procview.h"

#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr std::array NamespaceKinds{"cgroup"_L1, "ipc"_L1, "mnt"_L1, "net"_L1, "pid"_L1, "user"_L1, "uts"_L1};

/// As far as they may be seen.
QMap<QString, quint64> namespacesOf(const QByteArray &processFolder)
{
    QMap<QString, quint64> numbers;
    for (const QLatin1StringView kind : NamespaceKinds) {
        const auto target = Linux::readLink(processFolder + "/ns/" + kind.data());
        if (const auto number = target ? Linux::namespaceNumber(*target) : std::nullopt)
            numbers.insert(kind, *number);
    }
    return numbers;
}

/// Whether the name that ends like that of a deleted file is the file's own. `processFolder`: in /proc.
bool isNamedSo(const QByteArray &processFolder, const QByteArray &target)
{
    struct stat running;
    struct stat named;
    return ::stat(QByteArray(processFolder + "/exe").constData(), &running) == 0
        && ::stat(QByteArray(processFolder + "/root" + target).constData(), &named) == 0
        && running.st_ino == named.st_ino && running.st_dev == named.st_dev;
}

Linux::Image imageOf(const QByteArray &processFolder)
{
    const QByteArray target = Linux::readLink(processFolder + "/exe").value_or(QByteArray());
    const Linux::Image image = Linux::parseImage(target);
    return image.deleted && isNamedSo(processFolder, target) ? Linux::Image{target, false} : image;
}

} // namespace

struct ProcessTable::Private {
    explicit Private(const QByteArray &root)
        : view(root)
    {
    }

    /// What a process has of its own; nothing where the first one's may not be seen.
    [[nodiscard]] QMap<QString, quint64> ownNamespaces(const QByteArray &processFolder) const
    {
        auto numbers = firstNamespaces.isEmpty() ? firstNamespaces : namespacesOf(processFolder);
        numbers.removeIf([this](const auto &entry) { return firstNamespaces.value(entry.key()) == entry.value(); });
        return numbers;
    }

    Linux::ProcView view;
    QMap<QString, quint64> firstNamespaces;
    qint64 bootTime = 0; ///< seconds since the epoch
    double ticksPerSecond = double(::sysconf(_SC_CLK_TCK));
    Linux::Accounts accounts;
};

ProcessTable::ProcessTable(const QByteArray &root)
    : d(std::make_unique<Private>(root.isEmpty() ? QByteArray("/proc") : root))
{
    d->firstNamespaces = namespacesOf(folder() + "/1");
    const auto stat = Linux::readWhole(folder() + "/stat");
    if (stat)
        d->bootTime = Linux::parseBootTime(*stat).value_or(0);
}

ProcessTable::~ProcessTable() = default;

std::vector<qint64> ProcessTable::covered() const
{
    return d->view.covered();
}

QByteArray ProcessTable::folder() const
{
    return d->view.folder();
}

Result<std::vector<qint64>> ProcessTable::ids() const
{
    std::vector<qint64> ids;
    const auto read = readDirectory(folder(), [&ids](const DirectoryEntry &entry) {
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
    const QByteArray folder = this->folder() + '/' + QByteArray::number(pid);
    const auto stat = Linux::readWhole(folder + "/stat").and_then(Linux::parseProcStat);
    const auto status = Linux::readWhole(folder + "/status").and_then(Linux::parseProcStatus);
    const bool isAnother = stat && stat->pid != pid;
    if (isAnother || ((!stat || !status) && std::ranges::binary_search(d->view.covered(), pid)))
        return fail(ErrorCode::ProcessHidden, QString::number(pid));
    if (!stat || !status)
        return fail(ErrorCode::NoSuchProcess, QString::number(pid), (stat ? status.error() : stat.error()).reason);
    // These may be gone or forbidden although the process is there.
    const QByteArray arguments = Linux::readWhole(folder + "/cmdline").value_or(QByteArray());
    const auto [image, imageDeleted] = imageOf(folder);
    const auto group = Linux::parseCgroup(Linux::readWhole(folder + "/cgroup").value_or(QByteArray()));

    ProcessFacts facts;
    facts.pid = pid;
    facts.parent = stat->parent;
    facts.session = stat->session;
    facts.name = Linux::processName(stat->comm, image, arguments);
    facts.user = d->accounts.user(status->effectiveUser);
    facts.status = Linux::stateName(stat->state);
    facts.created = d->bootTime * 1'000'000'000 + qint64(double(stat->startTicks) / d->ticksPerSecond * 1e9);
    constexpr qint64 kthreadd = 2; // which starts all the others
    facts.isKernelThread = image.isEmpty() && (pid == kthreadd || stat->parent == kthreadd);
    facts.commandLine = Linux::commandLine(arguments);
    facts.image = image;
    facts.imageDeleted = imageDeleted;
    facts.workingDirectory = Linux::readLink(folder + "/cwd").value_or(QByteArray());
    facts.threads = stat->threads;
    facts.service = group.service;
    facts.container = group.container;
    facts.namespaces = d->ownNamespaces(folder);
    facts.cpuSeconds = double(stat->userTicks + stat->systemTicks) / d->ticksPerSecond;
    facts.workingSet = status->resident;
    facts.privateBytes = status->anonymous + status->swapped;
    return facts;
}

} // namespace Sonde::Agent
