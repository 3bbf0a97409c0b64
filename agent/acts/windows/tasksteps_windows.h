// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/acts/base/stepworker.h"
#include "agent/system/tasks/scheduledtasks.h"

namespace Sonde::Agent {

/// StepKind::RemoveTask and RestoreTask: a task leaves the scheduler, and is registered again by its own definition.
///
/// identity: "sha256" of its definition.
class TaskWorker final : public StepWorker
{
public:
    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::RemoveTask, StepKind::RestoreTask}; }
    /// Its definition, and who may do what with it.
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;
};

/// Adds to a plan what ends a task. Of one that only a file is left of, the file goes. What it starts stays: it is remediated by itself.
[[nodiscard]] Result<void> addTaskEnd(ActPlan &plan, const ScheduledTask &task, const PlanTerms &terms);

} // namespace Sonde::Agent
