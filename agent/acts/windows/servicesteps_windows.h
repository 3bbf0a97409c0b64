// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/acts/base/stepworker.h"
#include "agent/system/services/services.h"

namespace Sonde::Agent {

/// StepKind::StopService, StartService, DisableService and EnableService: what the service control manager is told. A service that does not
/// stop when it is asked is ended with its process, when that is its own.
///
/// identity: "command_line", by which it is the same one.
class ServiceWorker final : public StepWorker
{
public:
    [[nodiscard]] std::vector<StepKind> kinds() const override
    {
        return {StepKind::StopService, StepKind::StartService, StepKind::DisableService, StepKind::EnableService};
    }
    /// How it started, and whether it ran.
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;
};

/// Without it nobody can sign in, nor the agent be reached to take it back.
[[nodiscard]] bool isVitalService(const QString &name);
/// Adds to a plan what ends a service: it stops, is started by nobody any more, and what it runs goes where no other needs it. Protected.
[[nodiscard]] Result<void> addServiceEnd(ActPlan &plan, const Service &service, const PlanTerms &terms);

} // namespace Sonde::Agent
