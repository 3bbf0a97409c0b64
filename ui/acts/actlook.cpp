// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/actlook.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

StateLook stepLook(std::optional<StepState> state)
{
    if (!state)
        return {u"info"_s, Color::DimText};
    switch (*state) {
    case StepState::Planned: return {u"info"_s, Color::DimText};
    case StepState::Done:
    case StepState::AlreadySo: return {u"check"_s, Color::Good};
    case StepState::Refused:
    case StepState::Failed: return {u"cross"_s, Color::Bad};
    case StepState::NotConfirmed: return {u"warning"_s, Color::Warning};
    case StepState::NotReached: return {u"cancel"_s, Color::DimText};
    }
    Q_UNREACHABLE_RETURN({});
}

StateLook actLook(ActState state)
{
    switch (state) {
    case ActState::Planned: return {u"info"_s, Color::DimText};
    case ActState::Begun: return {u"warning"_s, Color::Warning};
    case ActState::Done: return {u"check"_s, Color::Good};
    case ActState::Partly:
    case ActState::NotConfirmed: return {u"warning"_s, Color::Warning};
    case ActState::Untouched: return {u"cross"_s, Color::Bad};
    case ActState::Undone: return {u"check"_s, Color::DimText};
    case ActState::PartlyUndone: return {u"warning"_s, Color::Warning};
    }
    Q_UNREACHABLE_RETURN({});
}

StateLook outcomeLook(const ShownAct &act)
{
    using enum StepState;
    if (act.count({Failed, Refused}) > 0)
        return stepLook(Failed);
    if (act.count({NotConfirmed, NotReached}) > 0)
        return stepLook(NotConfirmed);
    const bool whole = act.count({Done, AlreadySo}) == int(act.steps.size()) && !act.steps.empty();
    return stepLook(whole ? std::optional(Done) : std::nullopt);
}

} // namespace Sonde::Client
