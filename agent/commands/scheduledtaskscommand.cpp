// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/tasks/scheduledtasks.h"

#include "agent/base/wildcard.h"
#include "agent/command/command.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Commands {

namespace {

QCborArray triggersCell(const ScheduledTask &task)
{
    QCborArray triggers;
    for (const TaskTrigger &trigger : task.triggers)
        triggers.append(QCborMap{{u"type"_s, trigger.type}, {u"schedule"_s, bytesCell(trigger.schedule)}});
    return triggers;
}

QCborArray actionsCell(const ScheduledTask &task)
{
    QCborArray actions;
    for (const TaskAction &action : task.actions)
        actions.append(
            QCborMap{{u"command"_s, bytesCell(action.command)}, {u"arguments"_s, bytesCell(action.arguments)}});
    return actions;
}

} // namespace

Outcome scheduledtasks(CommandContext &context)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto list = listScheduledTasks(context.surroundings().root, now, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const Wildcard name = context.wildcard(u"name"_s);
    const RowShape shape(context.spec(),
        {u"id", u"kind", u"is_enabled", u"task.registrationInfo.author", u"task.registrationInfo.uri",
            u"task.principals.principal.userId", u"task.principals.principal.id", u"task.triggers",
            u"task.actions.exec", u"next_run", u"last_run"});
    for (const ScheduledTask &task : list->tasks) {
        if (!name.matches(task.id))
            continue;
        const bool goOn = context.addRow(shape.row({bytesCell(task.id), task.kind, task.enabled, bytesCell(task.author),
            bytesCell(task.path), bytesCell(task.user), bytesCell(task.principal), triggersCell(task),
            actionsCell(task), timeCell(task.nextRun), timeCell(task.lastRun)}));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace Sonde::Agent::Commands
