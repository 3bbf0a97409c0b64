// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/processes/heldprocess.h"

namespace Sonde::Agent {

/// StepKind::StopProcesses: processes stand still while what starts them again is taken away, so that they cannot put it back. Whoever is
/// still there when the act has ended runs on.
///
/// identity: "processes", each a ProcessIdentity; what they start belongs to them.
class StopProcessesWorker final : public StepWorker
{
public:
    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::StopProcesses}; }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &, const StepOutcome &, const UndoTerms &) override { return {}; }
    void settle(const StepOrder &order, const StepOutcome &outcome) override;
};

[[nodiscard]] ActStep stopProcessesStep(const std::vector<ProcessIdentity> &processes);

} // namespace Sonde::Agent
