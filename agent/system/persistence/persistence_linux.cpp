// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistence.h"

#include "agent/system/files/filetree.h"
#include "agent/system/persistence/persistencejudge.h"
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

/// What its first action runs; its input as a crontab writes it, behind a %.
QByteArray commandOf(const ScheduledTask &task)
{
    if (task.actions.empty())
        return {};
    const TaskAction &first = task.actions.front();
    QByteArray command = first.arguments.isEmpty() ? first.command : first.command + ' ' + first.arguments;
    if (!first.input.isEmpty())
        command += '%' + QByteArray(first.input).replace('\n', '%');
    return command;
}

QCborMap detailsOf(const ScheduledTask &task)
{
    QCborArray triggers;
    for (const TaskTrigger &trigger : task.triggers)
        triggers.append(Linux::deviceText(trigger.schedule));
    QCborMap details{{u"kind"_s, task.kind}, {u"triggers"_s, triggers}, {u"user"_s, Linux::deviceText(task.user)}};
    QByteArrayList environment;
    for (const TaskVariable &variable : task.environment)
        environment += variable.name + '=' + variable.value;
    if (!environment.isEmpty())
        details.insert(u"environment"_s, Linux::deviceTexts(environment));
    if (!task.timeZone.isEmpty())
        details.insert(u"time_zone"_s, Linux::deviceText(task.timeZone));
    return details;
}

/// Files that the shell of a task reads before the task.
QByteArrayList startsOf(const ScheduledTask &task)
{
    QByteArrayList files;
    for (const TaskVariable &variable : task.environment) {
        if (variable.value.startsWith('/') && variable.name != "PATH" && variable.name != "HOME")
            files += variable.value;
    }
    return files;
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
        sink.addFound({.entry = {.method = u"scheduled_tasks"_s,
                           .name = task.id,
                           .enabled = task.enabled,
                           .command = commandOf(task),
                           .path = task.path,
                           .id = task.id.startsWith(QByteArray(task.path + '#')) ? task.id : QByteArray(),
                           .details = detailsOf(task)},
            .starts = startsOf(task)});
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
            .holdsMore = item.holdsMore,
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
    for (const auto read : {&Linux::addUnits, &Linux::addBootFiles, &Linux::addBootChain, &Linux::addLoginFiles,
             &Linux::addSshAndPam, &Linux::addHookFiles, &Linux::addAccounts, &Linux::addLanguageHooks, &Linux::addGit,
             &Linux::addPrograms, &Linux::addContainers}) {
        if (!tree.isStopped())
            read(sink);
    }
    PersistenceList list{Linux::PersistenceJudge(tree).judge(sink.take()), {}};
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde::Agent
