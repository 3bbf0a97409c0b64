// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/processes.h"

#include "agent/system/files/files.h"
#include "agent/system/linux/accounts.h"
#include "agent/system/linux/bootclock.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/processes/cgroupparser.h"
#include "agent/system/processes/procparser.h"
#include "agent/system/processes/procview.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

struct NamespaceKind {
    QLatin1StringView name;
    const char *link;
};
constexpr std::array NamespaceKinds{NamespaceKind{"cgroup"_L1, "ns/cgroup"}, NamespaceKind{"ipc"_L1, "ns/ipc"},
    NamespaceKind{"mnt"_L1, "ns/mnt"}, NamespaceKind{"net"_L1, "ns/net"}, NamespaceKind{"pid"_L1, "ns/pid"},
    NamespaceKind{"user"_L1, "ns/user"}, NamespaceKind{"uts"_L1, "ns/uts"}};
/// The number of each kind; 0: it may not be seen.
using NamespaceNumbers = std::array<quint64, NamespaceKinds.size()>;

/// The folder is opened once, and everything in it named from there: its way is not gone again for each of them.
Linux::Descriptor openFolder(const QByteArray &path)
{
    return Linux::Descriptor(::open(path.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

NamespaceNumbers namespacesOf(const Linux::Descriptor &folder)
{
    NamespaceNumbers numbers{};
    for (size_t i = 0; i < NamespaceKinds.size(); ++i) {
        const auto target = Linux::readLinkIn(folder, NamespaceKinds[i].link);
        numbers[i] = target ? Linux::namespaceNumber(*target).value_or(0) : 0;
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

Linux::Image imageOf(const Linux::Descriptor &folder, const QByteArray &path)
{
    const QByteArray target = Linux::readLinkIn(folder, "exe").value_or(QByteArray());
    const Linux::Image image = Linux::parseImage(target);
    return image.deleted && isNamedSo(path, target) ? Linux::Image{target, false} : image;
}

/// One that is gone is none; what else went wrong says so.
std::unexpected<Error> unknownProcess(qint64 pid, const Error &error)
{
    const bool isGone = error.code == ErrorCode::NotFound || error.code == ErrorCode::NoSuchProcess;
    return fail(isGone ? ErrorCode::NoSuchProcess : error.code, QString::number(pid), error.reason);
}

/// Of a /proc that is not this system's: only what it says itself, in whole seconds.
qint64 savedBootTime(const QByteArray &folder)
{
    return Linux::readWhole(folder + "/stat").and_then(Linux::parseBootTime).value_or(0) * 1'000'000'000;
}

} // namespace

struct ProcessTable::Private {
    explicit Private(const QByteArray &root)
        : view(root)
    {
    }

    /// What a process has of its own; nothing where the first one's may not be seen.
    [[nodiscard]] QMap<QString, quint64> ownNamespaces(const Linux::Descriptor &folder) const
    {
        QMap<QString, quint64> own;
        if (firstNamespaces == NamespaceNumbers{})
            return own;
        const NamespaceNumbers numbers = namespacesOf(folder);
        for (size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] != 0 && numbers[i] != firstNamespaces[i])
                own.insert(NamespaceKinds[i].name, numbers[i]);
        }
        return own;
    }

    Linux::ProcView view;
    NamespaceNumbers firstNamespaces{};
    qint64 bootTime = 0; ///< nanoseconds since the epoch
    qint64 ticksPerSecond = ::sysconf(_SC_CLK_TCK);
    Linux::Accounts accounts;
};

ProcessTable::ProcessTable(const QByteArray &root)
    : d(std::make_unique<Private>(root.isEmpty() ? QByteArray("/proc") : root))
{
    d->firstNamespaces = namespacesOf(openFolder(folder() + "/1"));
    d->bootTime = root.isEmpty() || root == "/proc" ? Linux::bootTimeNow() : savedBootTime(folder());
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
    const QByteArray path = this->folder() + '/' + QByteArray::number(pid);
    const Linux::Descriptor folder = openFolder(path);
    const auto opened = folder.isOpen() ? Result<void>() : std::unexpected(errorFromErrno(errno, {}));
    const auto stat = opened.and_then([&] { return Linux::readSmall(folder, "stat"); }).and_then(Linux::parseProcStat);
    const auto status = Linux::readSmall(folder, "status").and_then(Linux::parseProcStatus);
    const bool isAnother = stat && stat->pid != pid;
    if (isAnother || ((!stat || !status) && std::ranges::binary_search(d->view.covered(), pid)))
        return fail(ErrorCode::ProcessHidden, QString::number(pid));
    if (!stat || !status)
        return unknownProcess(pid, stat ? status.error() : stat.error());
    // These may be gone or forbidden although the process is there. The kernel's own threads have no arguments, and no image.
    const QByteArray arguments =
        stat->isKernels ? QByteArray() : Linux::readSmall(folder, "cmdline").value_or(QByteArray());
    const auto [image, imageDeleted] = stat->isKernels ? Linux::Image() : imageOf(folder, path);
    const auto group = Linux::parseCgroup(Linux::readSmall(folder, "cgroup").value_or(QByteArray()));

    ProcessFacts facts;
    facts.pid = pid;
    facts.parent = stat->parent;
    facts.session = stat->session;
    facts.name = Linux::processName(stat->comm, image, arguments);
    facts.user = d->accounts.user(status->effectiveUser);
    facts.status = Linux::stateName(stat->state);
    facts.created = Linux::startTime(d->bootTime, stat->startTicks, d->ticksPerSecond);
    facts.createdDigits = 2;
    facts.start = stat->startTicks;
    facts.isKernelThread = stat->isKernels;
    facts.commandLine = Linux::commandLine(arguments);
    facts.image = image;
    facts.imageDeleted = imageDeleted;
    facts.workingDirectory = Linux::readLinkIn(folder, "cwd").value_or(QByteArray());
    facts.threads = stat->threads;
    facts.service = group.service;
    facts.container = group.container;
    facts.namespaces = d->ownNamespaces(folder);
    facts.cpuSeconds = double(stat->userTicks + stat->systemTicks) / double(d->ticksPerSecond);
    facts.workingSet = status->resident;
    facts.privateBytes = status->anonymous + status->swapped;
    return facts;
}

} // namespace Sonde::Agent
