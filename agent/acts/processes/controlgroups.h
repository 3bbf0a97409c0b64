// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayList>
#include <QSet>

/// Control groups of version 2: by them all that they hold stands still, or is killed, at one stroke, and with it what is started in that
/// very moment. Names are as in /proc/PID/cgroup, "/system.slice/evil.service". Where there is no such hierarchy nothing has a group.
namespace Sonde::Agent::ControlGroups {

/// Groups, outermost first, that hold some of these processes and nobody else, and that nobody has frozen.
[[nodiscard]] QByteArrayList holdingOnly(const QSet<qint64> &pids);
/// Who is in a group, and in those below it.
[[nodiscard]] QSet<qint64> membersOf(const QByteArray &group);
/// Nothing in it runs when this returns true; else it is as it was.
[[nodiscard]] bool freeze(const QByteArray &group, std::chrono::milliseconds patience);
void thaw(const QByteArray &group);
/// All in it at once; false where the kernel cannot (before 5.14).
[[nodiscard]] bool kill(const QByteArray &group);

} // namespace Sonde::Agent::ControlGroups
