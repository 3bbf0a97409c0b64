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
    QString type = {};        ///< "calendar", "interval", "boot", "once", "event"
    QByteArray schedule = {}; ///< as it is written there

    bool operator==(const TaskTrigger &) const = default;
};

struct TaskAction {
    QByteArray command = {};
    QByteArray arguments = {};
    QByteArray input = {}; ///< its standard input, where that is written beside it

    bool operator==(const TaskAction &) const = default;
};

/// A variable that is set for what a task starts.
struct TaskVariable {
    QByteArray name = {};
    QByteArray value = {};

    bool operator==(const TaskVariable &) const = default;
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
    std::vector<TaskVariable> environment = {}; ///< set where the task is written, or above it
    QByteArray timeZone = {};                   ///< written there for its times; cron may not know that
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
