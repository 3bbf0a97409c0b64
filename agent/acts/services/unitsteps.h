// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/stepworker.h"

namespace Sonde::Agent {

/// StepKind::StopUnit, StartUnit and ReloadUnits: what the running systemd is told. A unit is stopped when systemd says so and nothing of
/// its control group runs any more; who is left there by KillMode= is killed. identity: "user", when it is the systemd of a user.
class UnitWorker final : public StepWorker
{
public:
    /// `root`: where the device's "/" is.
    explicit UnitWorker(QByteArray root)
        : m_root(std::move(root))
    {
    }

    [[nodiscard]] std::vector<StepKind> kinds() const override
    {
        return {StepKind::StopUnit, StepKind::StartUnit, StepKind::ReloadUnits};
    }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    /// systemd goes on by itself: what it has come to is asked.
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;

private:
    [[nodiscard]] StepResult stop(const StepOrder &order);
    [[nodiscard]] StepResult start(const StepOrder &order);
    [[nodiscard]] StepResult reload(const StepOrder &order);

    const QByteArray m_root;
};

/// StepKind::MaskUnit and UnmaskUnit: a link to /dev/null in the unit's place in /etc, so that nothing starts it, whoever brings its file
/// back.
class MaskUnitWorker final : public StepWorker
{
public:
    [[nodiscard]] std::vector<StepKind> kinds() const override { return {StepKind::MaskUnit, StepKind::UnmaskUnit}; }
    [[nodiscard]] Result<QCborMap> prepare(const ActStep &) override { return QCborMap(); }
    [[nodiscard]] StepResult apply(const StepOrder &order) override;
    [[nodiscard]] StepResult recover(const StepOrder &order) override;
    [[nodiscard]] Reversal reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms) override;
};

} // namespace Sonde::Agent
