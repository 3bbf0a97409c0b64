// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <optional>
#include <stop_token>
#include <vector>

namespace Sonde::Agent {

struct TaskTrigger {
    QString type = {};        ///< "calendar", "interval", "boot", "once"
    QByteArray schedule = {}; ///< as it is written there

    bool operator==(const TaskTrigger &) const = default;
};

struct TaskAction {
    QByteArray command = {};
    QByteArray arguments = {};

    bool operator==(const TaskAction &) const = default;
};

/// A program that the system starts when its time has come.
struct ScheduledTask {
    /// Says which task it is also after others were added: a timer's name; elsewhere the file, and for its lines a hash of them.
    QByteArray id = {};
    QString kind = {}; ///< Linux: "systemd timer", "cron", "run-parts", "anacron", "at"
    bool enabled = true;
    QByteArray author = {};
    QByteArray path = {}; ///< of the file that defines it
    QByteArray user = {};
    QByteArray principal = {}; ///< whose list of tasks it is in, when that is a user's own
    std::vector<TaskTrigger> triggers = {};
    std::vector<TaskAction> actions = {};
    std::optional<qint64> nextRun = {}; ///< nanoseconds since the epoch; none: not foreseeable, or nothing runs it
    std::optional<qint64> lastRun = {};
};

struct TaskList {
    std::vector<ScheduledTask> tasks = {};
    std::vector<Error> errors = {};
};

/// Linux: systemd's timers, cron in all its places, anacron, at. `now`: seconds since the epoch, from which the next run is looked for.
[[nodiscard]] Result<TaskList> listScheduledTasks(const QByteArray &root, qint64 now, const std::stop_token &stop);

} // namespace Sonde::Agent
