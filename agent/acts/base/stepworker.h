// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/acts/act.h"

#include <span>
#include <stop_token>

namespace Sonde::Agent {

/// What became of a step.
struct StepResult {
    StepState state = StepState::Done;
    std::optional<Error> error = {};
    QCborMap facts = {};

    [[nodiscard]] static StepResult done(const QCborMap &facts = {}) { return {StepState::Done, {}, facts}; }
    [[nodiscard]] static StepResult refused(const Error &error) { return {StepState::Refused, error, {}}; }
    [[nodiscard]] static StepResult failed(const Error &error) { return {StepState::Failed, error, {}}; }
};

/// A step to be done.
struct StepOrder {
    ActStep step;
    QString item;              ///< what is kept of it is kept under this name: "7-0"
    QCborMap kept;             ///< what prepare() found
    std::stop_token stop = {}; ///< asked only by what waits: no step ends half done
};

/// What takes a step back.
struct Reversal {
    std::vector<ActStep> steps = {};
    std::vector<QCborMap> kept = {}; ///< of each of these steps
    std::vector<ActNote> notes = {};
};

/// How somebody wants a place that is taken treated.
enum class Conflict { Refuse, Replace, Beside };

struct UndoTerms {
    Conflict conflict = Conflict::Refuse;
    std::span<const ActStep> before = {}; ///< what the undo does first
    bool isPart = false;                  ///< others of what went at the same time stay away
};

/// One way to change a device, and to take that back. Called by one thread at a time.
class StepWorker
{
    Q_DISABLE_COPY_MOVE(StepWorker)

public:
    StepWorker() = default;
    virtual ~StepWorker() = default;

    [[nodiscard]] virtual std::vector<StepKind> kinds() const = 0;
    /// What must be known later to take the step back; it is on disk before anything is touched. Touches nothing.
    [[nodiscard]] virtual Result<QCborMap> prepare(const ActStep &step) = 0;
    /// How much it will have to keep, in bytes.
    [[nodiscard]] virtual qint64 bytesToKeep(const ActStep &) const { return 0; }
    /// Does it, or leaves all as it was: Refused when a fact of its identity is another by now.
    [[nodiscard]] virtual StepResult apply(const StepOrder &order) = 0;
    /// The agent died somewhere in apply(): makes it done, or not done, and says which.
    [[nodiscard]] virtual StepResult recover(const StepOrder &order) = 0;
    /// What takes a step back that ended so; no steps: it cannot be.
    [[nodiscard]] virtual Reversal reverse(
        const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) = 0;
    /// Whether what was done is so to the last byte: asked when the agent, or the device, died after apply() and before flush().
    [[nodiscard]] virtual bool isStillDone(const StepOrder &) { return true; }
    /// All that it has done is on disk when this returns.
    virtual void flush() {}
    /// The outcome is on disk: what was kept for the case that it did not get there may go.
    virtual void settle(const StepOrder &, const StepOutcome &) {}
};

} // namespace Sonde::Agent
