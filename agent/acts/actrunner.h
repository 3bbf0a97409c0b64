// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"
#include "agent/acts/ledger/ledger.h"

#include <functional>
#include <memory>

namespace Sonde::Agent {

/// A plan, and what is known already of what its steps will need to be taken back; of those of whom nothing is, their workers are asked.
struct PlannedAct {
    ActPlan plan = {};
    std::vector<QCborMap> kept = {};
};

/// Whose act it is, and how long it may be taken back.
struct ActTerms {
    CommandId command;
    SessionId session;
    QString analyst;
    QString reason;
    qint64 quarantineBytes = 0;
    qint64 quarantineDays = 0;
    std::stop_token stop = {};
    std::function<void(const ActReport &)> report = [](const ActReport &) {};
};

/// Carries plans out, step by step and written down, and after a crash sees to it that none is left half done.
class ActRunner final
{
    Q_DISABLE_COPY_MOVE(ActRunner)

public:
    ActRunner(Ledger &ledger, std::vector<std::unique_ptr<StepWorker>> workers)
        : m_ledger(ledger)
        , m_workers(std::move(workers))
    {
    }

    /// Fails when nothing was begun: the facts were others already, there is no room, or it was asked to stop. After that it cannot be
    /// stopped any more. For one thread at a time.
    [[nodiscard]] Result<ActRecord> run(PlannedAct act, const ActTerms &terms,
        const std::function<Result<void>(const QString &subject, qint64 bytes)> &checkRoom);
    /// Ends what a crash has cut off: each step of it done or not done, and which.
    [[nodiscard]] Result<void> recover();

    [[nodiscard]] StepWorker &worker(StepKind kind) const;
    /// What a step of an act in the ledger was told to do.
    [[nodiscard]] static StepOrder orderOf(const ActRecord &record, size_t step);

private:
    [[nodiscard]] Result<void> prepare(PlannedAct &act) const;
    [[nodiscard]] Result<void> recover(const ActRecord &cutOff);
    [[nodiscard]] Result<void> end(quint64 act);

    Ledger &m_ledger;
    const std::vector<std::unique_ptr<StepWorker>> m_workers;
};

} // namespace Sonde::Agent
