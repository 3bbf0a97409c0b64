// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/system/isolation/isolation.h"

namespace Sonde::Agent {

/// What is to be known of isolation to take it back, or to do it: whose order it is.
struct IsolationTerms {
    QString analyst;
    QString reason;
};

/// The step that isolates the device. Its identity names whom it may still talk to.
[[nodiscard]] ActStep isolationStep(const std::vector<Passage> &service, const std::vector<Passage> &extras);
[[nodiscard]] ActStep releaseStep();
/// As PlannedAct keeps it for such a step.
[[nodiscard]] QCborMap keptOf(const IsolationTerms &terms);
/// What was seen of the isolation, as a step tells it.
[[nodiscard]] QCborMap factsOf(const IsolationFacts &facts);

/// Cuts the device off the network but for its service, and lets it back.
class IsolationWorker final : public StepWorker
{
public:
    /// None: this device cannot be isolated.
    explicit IsolationWorker(std::shared_ptr<Isolation> isolation)
        : m_isolation(std::move(isolation))
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override
    {
        return {StepKind::IsolateNetwork, StepKind::ReleaseNetwork};
    }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;

private:
    [[nodiscard]] StepResult isolate(const StepOrder &order);
    [[nodiscard]] StepResult release();

    std::shared_ptr<Isolation> m_isolation;
};

} // namespace Sonde::Agent
