// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"

#include <chrono>

namespace Sonde::Agent {

/// StepKind::LookAgain: whether what was ended is back after a while, and under which names.
///
/// identity: "images" and "command_lines" of what was ended; "known": processes that are like it, and not meant; "files" and "lines" (path,
/// line) that were taken away.
class LookAgainWorker final : public StepWorker
{
public:
    using Delays = std::vector<std::chrono::milliseconds>;

    /// `after`: when it looks, counted from the step before.
    explicit LookAgainWorker(Delays after)
        : m_after(std::move(after))
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::LookAgain}; }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    /// The one step that waits: asked to stop, it says that it has not looked to the end.
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &, const StepOutcome &, const UndoTerms &) override { return {}; }

private:
    const Delays m_after;
};

} // namespace Sonde::Agent
