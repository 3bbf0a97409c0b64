// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistence.h"

#include "agent/system/files/filetree.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "agent/system/startup/startupfolders.h"
#include "agent/system/tasks/scheduledtasks.h"

#include <QCborArray>
#include <QDateTime>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::FileTree;
using Linux::PersistenceSink;

QByteArray commandOf(const ScheduledTask &task)
{
    if (task.actions.empty())
        return {};
    const TaskAction &first = task.actions.front();
    return first.arguments.isEmpty() ? first.command : first.command + ' ' + first.arguments;
}

QCborMap detailsOf(const ScheduledTask &task)
{
    QCborArray triggers;
    for (const TaskTrigger &trigger : task.triggers)
        triggers.append(Linux::deviceText(trigger.schedule));
    return {{u"kind"_s, task.kind}, {u"triggers"_s, triggers}, {u"user"_s, Linux::deviceText(task.user)}};
}

void addErrors(FileTree &tree, const std::vector<Error> &errors)
{
    for (const Error &error : errors)
        tree.addError(error);
}

Result<void> addTasks(PersistenceSink &sink, const QByteArray &root)
{
    const auto list = listScheduledTasks(root, QDateTime::currentSecsSinceEpoch(), sink.tree().stop());
    if (!list)
        return std::unexpected(list.error());
    for (const ScheduledTask &task : list->tasks) {
        sink.add({.method = u"scheduled_tasks"_s,
            .name = task.id,
            .enabled = task.enabled,
            .command = commandOf(task),
            .path = task.path,
            .id = task.id.startsWith(QByteArray(task.path + '#')) ? task.id : QByteArray(),
            .details = detailsOf(task)});
    }
    addErrors(sink.tree(), list->errors);
    return {};
}

Result<void> addStartupItems(PersistenceSink &sink, const QByteArray &root)
{
    const auto list = listStartupItems(root, sink.tree().stop());
    if (!list)
        return std::unexpected(list.error());
    for (const StartupItem &item : list->items) {
        QCborMap details = item.details;
        if (!item.user.isEmpty())
            details.insert(u"user"_s, Linux::deviceText(item.user));
        sink.add({.method = u"startup_folders"_s,
            .name = item.name,
            .enabled = item.enabled,
            .command = item.commandLine,
            .path = item.path,
            .details = details});
    }
    addErrors(sink.tree(), list->errors);
    return {};
}

} // namespace

Result<PersistenceList> listPersistence(const QByteArray &root, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    PersistenceSink sink(tree);
    if (const auto added = addTasks(sink, root); !added)
        return std::unexpected(added.error());
    if (const auto added = addStartupItems(sink, root); !added)
        return std::unexpected(added.error());
    for (const auto read : {&Linux::addUnits, &Linux::addBootFiles, &Linux::addLoginFiles, &Linux::addHookFiles}) {
        if (!tree.isStopped())
            read(sink);
    }
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    return PersistenceList{sink.take(), tree.errors()};
}

} // namespace Sonde::Agent
