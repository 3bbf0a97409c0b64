// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/tasks/scheduledtasks.h"

namespace Sonde::Agent::Linux {

class FileTree;

/// What cron, anacron and at are told to run. `now`: seconds since the epoch.
[[nodiscard]] std::vector<ScheduledTask> readCronTasks(FileTree &tree, qint64 now);

} // namespace Sonde::Agent::Linux
