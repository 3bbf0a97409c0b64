// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultrows.h"
#include "protocol/acts/act.h"

namespace Sonde::Client {

/// One step of a plan, and what came of it.
struct ShownStep {
    QString action;               ///< as the device calls it
    std::optional<StepKind> kind; ///< none: a newer device does what this workstation has no word for
    QString subject;
    QCborMap identity;
    std::optional<StepState> state;
    std::optional<Error> error;
    QCborMap outcome;

    bool operator==(const ShownStep &) const = default;
};

/// A plan, or an act that was done, as the rows of `remediate`, `undo`, `isolate` and `release` tell it.
struct ShownAct {
    ActKind kind = ActKind::Remediate;
    EntityType type = EntityType::File;
    QString id;
    QString hash;                  ///< of the plan, in hexadecimal digits
    std::optional<quint64> number; ///< on that device; none: it is only a plan
    QDateTime expires;             ///< until then it can be undone; invalid for a plan
    std::vector<ShownStep> steps;
    std::vector<ActNote> notes;

    /// What was in the place of what an undo would put back is there no more; the analyst has to choose.
    [[nodiscard]] bool isInTheWay() const;
    [[nodiscard]] int count(std::initializer_list<StepState> states) const;
    /// Something was changed that an undo could take back.
    [[nodiscard]] bool canBeUndone() const;

    bool operator==(const ShownAct &) const = default;
};

/// These rows of a verb that acts tell one act, and are no list of acts.
[[nodiscard]] bool tellsAct(const ResultSnapshot &rows);
/// Nothing for rows that tell no act, or parts of several.
[[nodiscard]] std::optional<ShownAct> actFrom(const ResultSnapshot &rows);

} // namespace Sonde::Client
