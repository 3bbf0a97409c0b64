// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/shown.h"
#include "agent/base/wildcard.h"
#include "agent/commands/deviceverb.h"
#include "agent/system/tasks/scheduledtasks.h"

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
    for (const TaskAction &action : task.actions) {
        actions.append(QCborMap{{u"command"_s, bytesCell(action.command)},
            {u"arguments"_s, bytesCell(action.arguments)}, {u"input"_s, bytesCell(action.input)}});
    }
    return actions;
}

QCborValue environmentCell(const ScheduledTask &task)
{
    QCborArray variables;
    for (const TaskVariable &variable : task.environment)
        variables.append(bytesCell(variable.name + '=' + variable.value));
    return variables.isEmpty() ? QCborValue(nullptr) : QCborValue(variables);
}

Outcome scheduledtasks(CommandContext &context)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto list = listScheduledTasks(context.surroundings().root, now, context.stop());
    if (!list)
        return std::unexpected(list.error());
    for (const Error &error : list->errors)
        context.addError(error);

    const Wildcard name = context.wildcard(u"name"_s);
    for (const ScheduledTask &task : list->tasks) {
        if (!name.matches(task.id))
            continue;
        rememberShown(context.surroundings().acts, context.session(), task);
        const bool goOn = context.addRow<Verbs::Scheduledtasks>(cell<"id">(bytesCell(task.id)), cell<"kind">(task.kind),
            cell<"is_enabled">(task.enabled), cell<"task.registrationInfo.author">(bytesCell(task.author)),
            cell<"task.registrationInfo.uri">(bytesCell(task.path)),
            cell<"task.principals.principal.userId">(bytesCell(task.user)),
            cell<"task.principals.principal.id">(bytesCell(task.principal)), cell<"task.triggers">(triggersCell(task)),
            cell<"task.actions.exec">(actionsCell(task)), cell<"next_run">(timeCell(task.nextRun)),
            cell<"last_run">(timeCell(task.lastRun)), cell<"environment">(environmentCell(task)),
            cell<"time_zone">(bytesCell(task.timeZone)));
        if (!goOn)
            return fail(ErrorCode::Cancelled);
    }
    return {};
}

} // namespace

constinit const DeviceVerb Scheduledtasks{Verbs::Scheduledtasks, &scheduledtasks};

} // namespace Sonde::Agent::Commands
