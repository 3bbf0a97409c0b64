// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/tasksteps_windows.h"

#include "agent/acts/files/filesteps.h"
#include "agent/system/tasks/taskcontrol_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

const QString definitionKey = u"definition"_s;
const QString securityKey = u"security"_s;
const QString hashKey = u"sha256"_s;

QString hashOfDefinition(const QString &xml)
{
    return QString::fromLatin1(QCryptographicHash::hash(xml.toUtf8(), QCryptographicHash::Sha256).toHex());
}

StepResult cutOffTask(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

StepResult removeTask(const StepOrder &order)
{
    const auto now = TaskControl::read(order.step.subject);
    if (!now)
        return StepResult::refused(now.error());
    if (hashOfDefinition(now->xml) != order.step.identity.value(hashKey).toString())
        return StepResult::refused(
            Error{ErrorCode::FactsChanged, order.step.subject, {}, {}}.with(Fact::Changed, QCborArray{hashKey}));
    const auto removed = TaskControl::remove(order.step.subject);
    return removed ? StepResult::done() : StepResult::failed(removed.error());
}

StepResult restoreTask(const StepOrder &order)
{
    const auto added = TaskControl::add(
        order.step.subject, {order.kept.value(definitionKey).toString(), order.kept.value(securityKey).toString()});
    if (added)
        return StepResult::done();
    return added.error().code == ErrorCode::FileExists
        ? StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}})
        : StepResult::failed(added.error());
}

} // namespace

Result<QCborMap> TaskWorker::prepare(const ActStep &step)
{
    if (step.kind == StepKind::RestoreTask)
        return QCborMap();
    return TaskControl::read(step.subject).transform([](const TaskControl::Definition &definition) {
        return QCborMap{{definitionKey, definition.xml}, {securityKey, definition.security}};
    });
}

StepResult TaskWorker::apply(const StepOrder &order)
{
    return order.step.kind == StepKind::RemoveTask ? removeTask(order) : restoreTask(order);
}

StepResult TaskWorker::recover(const StepOrder &order)
{
    const auto now = TaskControl::read(order.step.subject);
    if (!now && now.error().code != ErrorCode::NotFound)
        return {StepState::NotConfirmed, now.error(), {}};
    return now.has_value() == (order.step.kind == StepKind::RestoreTask) ? StepResult::done() : cutOffTask(order.step);
}

Reversal TaskWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &terms)
{
    if (order.step.kind != StepKind::RemoveTask)
        return {};
    Reversal reversal{
        .steps = {{StepKind::RestoreTask, order.step.subject, {{hashKey, order.step.identity.value(hashKey)}}}},
        .kept = {order.kept},
        .notes = {}};
    const auto now = TaskControl::read(order.step.subject);
    if (!now)
        return reversal;
    reversal.notes.push_back({NoteKind::InTheWay, order.step.subject, {}});
    if (terms.conflict == Conflict::Replace) {
        const QCborMap kept{{definitionKey, now->xml}, {securityKey, now->security}};
        reversal.steps.insert(reversal.steps.begin(),
            {StepKind::RemoveTask, order.step.subject, {{hashKey, hashOfDefinition(now->xml)}}});
        reversal.kept.insert(reversal.kept.begin(), kept);
    }
    return reversal;
}

Result<void> addTaskEnd(ActPlan &plan, const ScheduledTask &task, const PlanTerms &terms)
{
    if (task.kind == u"file only")
        return canonicalPath(task.path).and_then(
            [&](const QByteArray &place) { return addMoveFile(plan, place, {.stop = terms.stop}); });
    const QString name = DevicePath(task.id).typed();
    const auto definition = TaskControl::read(name);
    if (!definition)
        return std::unexpected(definition.error());
    plan.steps.push_back({StepKind::RemoveTask, name, {{hashKey, hashOfDefinition(definition->xml)}}});
    return {};
}

} // namespace Sonde::Agent
