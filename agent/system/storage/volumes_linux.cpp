// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/volumes.h"

#include "agent/base/devicefolder.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/storage/mountparser.h"

#include <algorithm>

namespace Sonde::Agent {

Volumes listVolumes()
{
    Volumes volumes{{"/"}, {}, {}};
    const auto mounts = Linux::parseMountInfo(Linux::readWhole("/proc/self/mountinfo").value_or(QByteArray()));
    // A later mount on the same place hides the earlier one.
    for (const Linux::Mount &mount : mounts) {
        if (mount.kind == Linux::MountKind::Disk)
            volumes.foreign.remove(mount.path);
        else
            volumes.foreign.insert(mount.path);
    }
    volumes.foreign |= Linux::loopingMounts(mounts);
    // Also where nothing says what is mounted.
    volumes.foreign |= {"/proc", "/sys", "/dev"};
    for (const Linux::Mount &mount : mounts) {
        const bool isIsland = mount.kind == Linux::MountKind::Disk && !volumes.foreign.contains(mount.path)
            && std::ranges::any_of(
                volumes.foreign, [&mount](const QByteArray &folder) { return liesBelow(mount.path, folder); });
        if (isIsland && !std::ranges::contains(volumes.islands, mount.path))
            volumes.islands.push_back(mount.path);
    }
    return volumes;
}

} // namespace Sonde::Agent
