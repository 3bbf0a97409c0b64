// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/actrunner.h"

namespace Sonde::Agent {

/// One plan for several things, made of the plans of each: a step that two of them want is done once, and what starts another goes before
/// it. Processes stand still first; then goes what starts by itself, the units and their files, the processes as one set, the files; at the
/// end it is looked whether any of it is back.
class SeveralPlan final
{
    Q_DISABLE_COPY_MOVE(SeveralPlan)

public:
    SeveralPlan() = default;

    void add(const ActPlan &plan);
    /// FactsChanged when a file of which several lines go is another by now. Touches nothing.
    [[nodiscard]] Result<PlannedAct> take();

private:
    /// They are done in this order.
    enum class Phase { Hold, Starts, Stops, Units, Reloads, Kills, Files, Looks };

    struct Step {
        Phase phase;
        ActStep step;
        QCborMap kept;
        std::vector<quint32> things; ///< by their numbers
    };

    [[nodiscard]] static Phase phaseOf(const ActStep &step, const ActPlan &plan);
    Step &at(Phase phase, const ActStep &step);
    void dropLinesOfFilesThatGo();
    [[nodiscard]] Result<void> removeLinesInTurn();
    void addHold();
    void addWhatMayNotComeBack();
    [[nodiscard]] QString nameOfAll() const;

    std::vector<ActThing> m_things;
    std::vector<Step> m_steps;
    std::vector<ActNote> m_notes;
};

} // namespace Sonde::Agent
