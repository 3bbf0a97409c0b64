// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/acts/act.h"

#include "protocol/acts/knownas.h"
#include "protocol/base/codec.h"

#include <QCryptographicHash>
#include <algorithm>
#include <array>

namespace Sonde {

QByteArray planHash(const ActPlan &plan)
{
    // Who has a file open, and what a process calls itself, is another one at each moment, and changes nothing of what is done.
    ActPlan lasting = plan;
    std::erase_if(lasting.notes,
        [](const ActNote &note) { return note.kind == NoteKind::OpenBy || note.kind == NoteKind::AtRestart; });
    for (ActStep &step : lasting.steps)
        step.identity.remove(KnownAs);
    return QCryptographicHash::hash(Codec::toBytes(lasting), QCryptographicHash::Sha256);
}

QStringList touchedBesides(const ActPlan &plan)
{
    using enum StepKind;
    constexpr std::array ofNoThing{
        StopProcesses, KillProcesses, LookAgain, ReloadUnits, IsolateNetwork, ReleaseNetwork};
    QStringList named{plan.id};
    for (const ActThing &thing : plan.things.value_or(std::vector<ActThing>()))
        named += thing.id;
    QStringList touched;
    for (const ActStep &step : plan.steps) {
        const bool isNew = !named.contains(step.subject) && !touched.contains(step.subject);
        if (isNew && !std::ranges::contains(ofNoThing, step.kind))
            touched += step.subject;
    }
    return touched;
}

ActState stateOf(const std::vector<StepOutcome> &outcomes)
{
    const auto any = [&outcomes](auto... states) {
        return std::ranges::any_of(
            outcomes, [states...](const StepOutcome &outcome) { return ((outcome.state == states) || ...); });
    };
    using enum StepState;
    const bool touched = any(Done, NotConfirmed);
    if (any(Planned, Refused, Failed, NotReached))
        return touched ? ActState::Partly : ActState::Untouched;
    return any(NotConfirmed) ? ActState::NotConfirmed : ActState::Done;
}

} // namespace Sonde
