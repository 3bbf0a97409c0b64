// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"
#include "ui/toolkit/stateglyph.h"

/// How the states of acts and of their steps look: what is green was done and seen to be so.
namespace Sonde::Client {

[[nodiscard]] StateLook stepLook(std::optional<StepState> state);
[[nodiscard]] StateLook actLook(ActState state);
/// Of all steps together: the worst of them.
[[nodiscard]] StateLook outcomeLook(const ShownAct &act);

} // namespace Sonde::Client
