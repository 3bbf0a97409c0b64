// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/procview.h"

#include "agent/system/linux/descriptor.h"

#include <QByteArrayList>
#include <algorithm>
#include <linux/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Sonde::Agent::Linux {

namespace {

constexpr QByteArrayView RealProc = "/proc";

/// A new procfs that only its descriptor leads to: nothing on the device changes. -1 where that is not allowed, or the kernel is older than
/// 5.2.
int ownProc()
{
    const Descriptor context(int(::syscall(SYS_fsopen, "proc", FSOPEN_CLOEXEC)));
    if (!context.isOpen() || ::syscall(SYS_fsconfig, context.number(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0) != 0)
        return -1;
    constexpr unsigned attributes = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;
    return int(::syscall(SYS_fsmount, context.number(), FSMOUNT_CLOEXEC, attributes));
}

} // namespace

ProcView::ProcView(const QByteArray &root)
    : m_folder(root)
{
    if (root != RealProc)
        return;
    m_covered = coveredProcesses(readWhole("/proc/self/mountinfo").value_or(QByteArray()));
    if (m_covered.empty())
        return;
    m_own = ownProc();
    const QByteArray own = "/proc/self/fd/" + QByteArray::number(m_own);
    if (m_own >= 0 && readWhole(own + "/self/stat"))
        m_folder = own;
}

ProcView::~ProcView()
{
    if (m_own >= 0)
        ::close(m_own);
}

std::vector<qint64> coveredProcesses(QByteArrayView mountInfo)
{
    constexpr qsizetype place = 4;
    std::vector<qint64> covered;
    const QByteArrayList lines = mountInfo.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        // 36 35 98:0 /root /proc/123 …
        const QByteArrayList fields = line.split(' ');
        const QByteArrayList steps = fields.value(place).split('/');
        bool isNumber = false;
        const qint64 pid = steps.value(2).toLongLong(&isNumber);
        if (steps.value(1) == "proc" && isNumber && pid > 0)
            covered.push_back(pid);
    }
    std::ranges::sort(covered);
    const auto repeated = std::ranges::unique(covered);
    covered.erase(repeated.begin(), repeated.end());
    return covered;
}

} // namespace Sonde::Agent::Linux
