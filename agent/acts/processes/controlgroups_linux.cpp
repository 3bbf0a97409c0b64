// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/processes/controlgroups.h"

#include "agent/system/files/files.h"
#include "agent/system/linux/descriptor.h"

#include <algorithm>
#include <fcntl.h>
#include <thread>

using namespace std::chrono_literals;

namespace Sonde::Agent::ControlGroups {

namespace {

/// Where the hierarchy is mounted: it alone, or beside that of version 1.
QByteArray mountPoint()
{
    const QByteArrayList lines = Linux::readWhole("/proc/self/mountinfo").value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        // 36 35 0:30 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw
        const qsizetype dash = line.indexOf(" - cgroup2 ");
        const QByteArrayList words = dash < 0 ? QByteArrayList() : line.first(dash).split(' ');
        if (words.size() > 4 && words.at(3) == "/")
            return words.at(4);
    }
    return {};
}

QByteArray groupOf(qint64 pid)
{
    const QByteArrayList lines =
        Linux::readWhole("/proc/" + QByteArray::number(pid) + "/cgroup").value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("0::/"))
            return line.sliced(3);
    }
    return {};
}

bool writeTo(const QByteArray &group, const char *name, QByteArrayView text)
{
    const QByteArray path = mountPoint() + group + '/' + name;
    const Linux::Descriptor file(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    return file.isOpen() && ::write(file.number(), text.data(), size_t(text.size())) == text.size();
}

bool isFrozen(const QByteArray &group)
{
    return Linux::readWhole(mountPoint() + group + "/cgroup.events").value_or(QByteArray()).contains("frozen 1");
}

void addMembers(const QByteArray &folder, QSet<qint64> &pids)
{
    const QByteArrayList lines = Linux::readWhole(folder + "/cgroup.procs").value_or(QByteArray()).split('\n');
    for (const QByteArray &line : lines) {
        if (const qint64 pid = line.toLongLong(); pid > 0)
            pids.insert(pid);
    }
    QByteArrayList below;
    std::ignore = readDirectory(folder, [&](const DirectoryEntry &entry) {
        if (entry.isDirectory)
            below += folder + '/' + entry.name;
        return true;
    });
    for (const QByteArray &one : below)
        addMembers(one, pids);
}

} // namespace

QSet<qint64> membersOf(const QByteArray &group)
{
    QSet<qint64> pids;
    if (const QByteArray mounted = mountPoint(); !mounted.isEmpty())
        addMembers(mounted + group, pids);
    return pids;
}

QByteArrayList holdingOnly(const QSet<qint64> &pids)
{
    QByteArrayList groups;
    for (const qint64 pid : pids) {
        if (const QByteArray group = groupOf(pid); group.size() > 1 && !groups.contains(group))
            groups += group;
    }
    const auto holdsOthers = [&pids](const QByteArray &group) {
        const QSet<qint64> members = membersOf(group);
        return members.isEmpty() || isFrozen(group) || !pids.contains(members);
    };
    groups.removeIf(holdsOthers);
    std::ranges::sort(groups);
    // What a group does, those below it do, too.
    QByteArrayList outermost;
    for (const QByteArray &group : groups) {
        if (outermost.isEmpty() || !group.startsWith(QByteArray(outermost.last() + '/')))
            outermost += group;
    }
    return outermost;
}

bool freeze(const QByteArray &group, std::chrono::milliseconds patience)
{
    if (!writeTo(group, "cgroup.freeze", "1"))
        return false;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!isFrozen(group)) {
        if (std::chrono::steady_clock::now() > end) { // somebody waits for hardware
            thaw(group);
            return false;
        }
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

void thaw(const QByteArray &group)
{
    std::ignore = writeTo(group, "cgroup.freeze", "0");
}

bool kill(const QByteArray &group)
{
    return writeTo(group, "cgroup.kill", "1");
}

} // namespace Sonde::Agent::ControlGroups
