// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/acts/base/stepworker.h"
#include "agent/system/windows/registrykey_windows.h"

namespace Sonde::Agent {

/// A place in the registry as `registry` names it: "KEY" is a key with all that is in it, "KEY\\NAME" one of its values, "KEY\\" the one
/// without a name.
struct RegistryName {
    QString key;
    std::optional<QString> value;

    /// BadValue.
    [[nodiscard]] static Result<RegistryName> parse(const QString &typed);
    /// Its roots by their whole names.
    [[nodiscard]] QString typed() const;
};

/// StepKind::RemoveRegistry and RestoreRegistry: a value, or a key with all that is below it, out of the registry and in again, exactly.
///
/// identity: "view" (32, where it is that for programs of 32 bits), "sha256" of what is there.
class RegistryWorker final : public StepWorker
{
public:
    /// What is kept of a key goes into the ledger.
    static constexpr qint64 MostBytes = 16 * 1024 * 1024;

    [[nodiscard]] std::vector<StepKind> kinds() const override
    {
        return {StepKind::RemoveRegistry, StepKind::RestoreRegistry};
    }
    /// All of it.
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &step) override;
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;
};

/// What tells a place in the registry from what may be there later: "sha256" of all of it. NotFound, TooLarge.
[[nodiscard]] Result<QCborMap> registryFacts(const RegistryName &name, Windows::RegistryView view);
/// The same of a value that was read.
[[nodiscard]] QCborMap factsOf(const Windows::StoredValue &value);
/// Adds to a plan what takes it away, in each view that has it. NotFound, Protected.
[[nodiscard]] Result<void> addRegistryEnd(ActPlan &plan, const RegistryName &name);
/// The device does not start, or nobody signs in, without it.
[[nodiscard]] bool isNeeded(const RegistryName &name);

} // namespace Sonde::Agent
