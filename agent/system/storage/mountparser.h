// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QSet>
#include <vector>

namespace Sonde::Agent::Linux {

enum class MountKind {
    Disk,    ///< files somebody stored here, also in memory (tmpfs)
    Pseudo,  ///< made up by the kernel: proc, sysfs, cgroup…
    Network, ///< another machine's: nfs, cifs, fuse.sshfs…
};

struct Mount {
    QByteArray path;
    QByteArray device; ///< "major:minor" of its file system
    QByteArray root;   ///< the folder of the file system that is seen there
    QByteArray type;
    MountKind kind = MountKind::Disk;
};

/// /proc/PID/mountinfo, in its order; octal escapes (\040) undone.
[[nodiscard]] std::vector<Mount> parseMountInfo(QByteArrayView bytes);

/// Places where a folder is bound that they lie in themselves (`mount --bind / /mnt`): who enters them finds everything again.
[[nodiscard]] QSet<QByteArray> loopingMounts(const std::vector<Mount> &mounts);

} // namespace Sonde::Agent::Linux
