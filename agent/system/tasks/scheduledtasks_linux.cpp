// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/scheduledtasks.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/tasks/crontasks.h"
#include "agent/system/tasks/timertasks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::FileTree;

void addSystemTimers(FileTree &tree, std::vector<ScheduledTask> &tasks)
{
    for (ScheduledTask &task : Linux::timerTasks(tree, Linux::readUnitFiles(tree, Linux::UnitFolders::ofSystem()))) {
        if (task.user.isEmpty())
            task.user = "root";
        tasks.push_back(task);
    }
}

/// Timers of user managers may have names that the system's have too: their ids are their files.
void addUserTimers(FileTree &tree, std::vector<ScheduledTask> &tasks)
{
    const auto add = [&](const Linux::UserUnits &units, const QByteArray &user) {
        for (ScheduledTask &task : Linux::timerTasks(tree, units.all)) {
            if (!user.isEmpty() && !units.own.contains(task.id))
                continue;
            task.id = task.path;
            task.user = task.principal = task.author = user;
            tasks.push_back(task);
        }
    };
    add({.all = Linux::readUnitFiles(tree, Linux::UnitFolders::ofUsers())}, {});
    for (const Linux::Home &home : Linux::listHomes(tree))
        add(Linux::readUserUnits(tree, Linux::UnitFolders::ofHome(home)), home.user);
    for (const Linux::RuntimeUnits &units : Linux::runtimeUnits(tree))
        add(Linux::readUserUnits(tree, units.folders), units.user);
}

} // namespace

Result<TaskList> listScheduledTasks(const QByteArray &root, qint64 now, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    TaskList list;
    addSystemTimers(tree, list.tasks);
    if (const auto added = Linux::addTimerStates(tree, list.tasks); !added)
        tree.addError(added.error());
    addUserTimers(tree, list.tasks);
    std::ranges::move(Linux::readCronTasks(tree, now), std::back_inserter(list.tasks));
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde::Agent
