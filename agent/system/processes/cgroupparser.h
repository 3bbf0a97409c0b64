// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Sonde::Agent::Linux {

/// What the control group of a process says of who started it.
struct CgroupFacts {
    QByteArray service = {};   ///< systemd's unit, the innermost service; empty outside of all
    QByteArray container = {}; ///< "docker 0123456789ab", "podman …", "lxc web"; empty outside of all

    bool operator==(const CgroupFacts &) const = default;
};
/// /proc/PID/cgroup, of version 1 and 2.
[[nodiscard]] CgroupFacts parseCgroup(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
