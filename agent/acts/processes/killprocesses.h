// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/processes/processset.h"
#include "agent/acts/quarantine/quarantine.h"

namespace Sonde::Agent {

class CaughtProcesses;

/// StepKind::KillProcesses: ends a set of processes that may start one another again. All are stopped first, with those that they have
/// started meanwhile, until there is none that runs; then what runs from no file any more is kept; then all are killed at once.
///
/// identity: "processes", each a ProcessIdentity; "tree": those that they start belong to them.
class KillProcessesWorker final : public StepWorker
{
public:
    explicit KillProcessesWorker(Quarantine &quarantine)
        : m_quarantine(quarantine)
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::KillProcesses}; }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    /// Nobody brings a process back, and that is said; the file it ran from is another step.
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;

private:
    [[nodiscard]] QCborArray keepImages(const CaughtProcesses &caught, const QString &item);

    Quarantine &m_quarantine;
};

/// The step that ends these.
[[nodiscard]] ActStep killProcessesStep(const std::vector<ProcessIdentity> &processes, bool tree);
/// With what people know them by: KnownAs.
[[nodiscard]] ActStep killProcessesStep(const std::vector<ProcessFacts> &processes, bool tree);

} // namespace Sonde::Agent
