// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/systemd/unitfiles.h"
#include "agent/system/tasks/scheduledtasks.h"

namespace Sonde::Agent::Linux {

class FileTree;

/// The timers among the units, with what the services they start would run.
[[nodiscard]] std::vector<ScheduledTask> timerTasks(FileTree &tree, const UnitFiles &units);

/// Adds when the system's timers run next and ran last, as systemd tells. NoSubsystem where it does not run: then they never do.
[[nodiscard]] Result<void> addTimerStates(const FileTree &tree, std::vector<ScheduledTask> &tasks);

} // namespace Sonde::Agent::Linux
