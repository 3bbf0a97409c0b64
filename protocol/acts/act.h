// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QDateTime>
#include <QStringList>
#include <optional>
#include <vector>

/// An act: what is done to a device, in steps. It is planned before anything is touched, and what is done is that plan or nothing. The
/// agent plans and acts, the journal keeps plan and outcome, people read both.
namespace Sonde {

/// One change. `identity` holds the facts it is bound to, under the names that columns have: when one of them is another, the step is not
/// done.
struct ActStep {
    StepKind kind = StepKind::MoveFile;
    QString subject; ///< a path (DevicePath::typed), a unit, a process id
    QCborMap identity;

    bool operator==(const ActStep &) const = default;
};

/// Something to know before one says yes; `facts` are the names and numbers that a sentence needs.
struct ActNote {
    NoteKind kind = NoteKind::OtherNames;
    QString subject;
    QCborMap facts;

    bool operator==(const ActNote &) const = default;
};

/// One of several things that a plan is about, and its steps, by their numbers from 0. A step can be that of more than one: the file of a
/// service is what a process runs, too.
struct ActThing {
    EntityType type = EntityType::File;
    QString id;
    std::vector<quint32> steps;

    bool operator==(const ActThing &) const = default;
};

struct ActPlan {
    ActKind kind = ActKind::Remediate;
    EntityType type = EntityType::File;
    QString id; ///< what the act is done to, as it can be typed; of several: "process 42 file /tmp/evil"
    std::optional<quint64> undoes; ///< the act that this one takes back
    std::vector<ActStep> steps;
    std::vector<ActNote> notes;
    /// What it is done to, when that is more than one thing. Of an undo: the ones of several that it takes back, and no others.
    std::optional<std::vector<ActThing>> things = {};

    bool operator==(const ActPlan &) const = default;
};

/// SHA-256 of a plan: that of what was approved is that of what is done.
[[nodiscard]] QByteArray planHash(const ActPlan &plan);

/// What its steps touch besides the things that it is about, as steps name it: the file of a process, the units of a service.
[[nodiscard]] QStringList touchedBesides(const ActPlan &plan);

struct StepOutcome {
    quint32 step = 0; ///< from 0
    StepState state = StepState::Planned;
    std::optional<Error> error;
    QCborMap facts; ///< what came of it

    bool operator==(const StepOutcome &) const = default;
};

/// What an agent tells of an act while it goes on: first the plan, then each outcome, then the end.
struct ActReport {
    quint64 act = 0; ///< its number on that device
    std::optional<ActPlan> plan;
    std::optional<StepOutcome> outcome;
    std::optional<ActState> end;
    std::optional<quint64> undoes;         ///< with `end`
    std::optional<QDateTime> expires = {}; ///< with `plan`: until then it can be undone
};

/// What became of an act whose steps ended so.
[[nodiscard]] ActState stateOf(const std::vector<StepOutcome> &outcomes);

} // namespace Sonde
