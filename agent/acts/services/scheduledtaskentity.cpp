// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/scheduledtaskentity.h"

#include "agent/acts/services/serviceplan.h"
#include "agent/acts/starts/startsteps.h"
#include "agent/base/linehash.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/tasks/cronparser.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Of the line that names an anacron job.
QByteArray anacronLine(const QByteArray &place, const QByteArray &job)
{
    for (const Linux::AnacronLine &line : Linux::parseAnacrontab(Linux::readWhole(place).value_or(QByteArray()))) {
        if (line.job == job)
            return '#' + lineHash(line.line);
    }
    return {};
}

} // namespace

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
    const auto place = task ? placeOf(m_root, task->path) : std::unexpected(task.error());
    if (!place)
        return std::unexpected(place.error());
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    Result<void> added;
    if (task->kind == u"cron")
        added = addRemoveLine(plan, *place, task->id.sliced(task->path.size()), look.id);
    else if (task->kind == u"anacron")
        added = addRemoveLine(plan, *place, anacronLine(*place, task->id.sliced(qstrlen("anacron:"))), look.id);
    else if (task->kind == u"at" || task->kind == u"run-parts")
        added = addMoveFile(plan, *place, {.stop = terms.stop});
    else
        added = ServicePlan(m_root, plan, terms).addTimer(task->id);
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
