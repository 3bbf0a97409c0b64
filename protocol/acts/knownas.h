// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// Facts that stand in the identity of a plan's step and say to people what it is about. Names are those that columns have.
namespace Sonde {

/// Of the processes that a step ends: a list with `pid`, `name`, `user_name` and `creation_time` of each. A process may give itself
/// another name, and somebody may set the clock, at any moment, so this is no part of what is approved.
inline constexpr QLatin1StringView KnownAs("known_as");
/// Of a step that takes another one back: the act that did that one, by its number.
inline constexpr QLatin1StringView OfAct("of_act");
/// And which of its steps that was, from 0.
inline constexpr QLatin1StringView OfStep("of_step");

} // namespace Sonde
