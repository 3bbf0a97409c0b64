// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <vector>

namespace Sonde::Agent {

/// Where files of this device are, and where are none of its own.
struct Volumes {
    std::vector<QByteArray> roots; ///< what "all local disks" means: "/", or every fixed drive
    /// Mount points of pseudo file systems and of other machines' disks, and those that show a folder they lie in.
    QSet<QByteArray> foreign;
    std::vector<QByteArray> islands; ///< mount points with files of its own below foreign ones: /dev/shm
};

[[nodiscard]] Volumes listVolumes();

} // namespace Sonde::Agent
