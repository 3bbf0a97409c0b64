// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/scheduledtaskentity.h"

#include "agent/acts/services/serviceways.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

QCborMap factsOf(const ScheduledTask &task)
{
    QByteArrayList triggers;
    QByteArrayList actions;
    for (const TaskTrigger &trigger : task.triggers)
        triggers += trigger.schedule;
    for (const TaskAction &action : task.actions)
        actions += action.command + ' ' + action.arguments;
    return {{u"kind"_s, task.kind}, {u"path"_s, DevicePath(task.path).typed()},
        {u"triggers"_s, DevicePath(triggers.join('\n')).typed()},
        {u"actions"_s, DevicePath(actions.join('\n')).typed()}, {u"user"_s, DevicePath(task.user).typed()}};
}

Result<ScheduledTask> ScheduledTaskEntity::find(const QString &id, const std::stop_token &stop) const
{
    const auto list = listScheduledTasks(m_root, QDateTime::currentSecsSinceEpoch(), stop);
    if (!list)
        return std::unexpected(list.error());
    const auto found = std::ranges::find(list->tasks, DevicePath::fromTyped(id).bytes(), &ScheduledTask::id);
    if (found == list->tasks.end())
        return fail(ErrorCode::NotFound, id);
    return *found;
}

Result<Look> ScheduledTaskEntity::look(const QString &id, const LookTerms &terms) const
{
    return find(id, terms.stop).transform([&id](const ScheduledTask &task) { return Look{id, factsOf(task)}; });
}

QString ScheduledTaskEntity::lookLine(const QString &name) const
{
    return u"scheduledtasks "_s + quoted(name);
}

Result<ActPlan> ScheduledTaskEntity::plan(const Look &look, const PlanTerms &terms) const
{
    const auto task = find(look.id, terms.stop);
    if (!task)
        return std::unexpected(task.error());
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    return addEndOf(plan, m_root, *task, terms).transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
