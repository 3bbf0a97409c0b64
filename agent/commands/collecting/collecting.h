// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

#include <span>

namespace Sonde::Agent {

/// A verb whose rows are in a package.
struct CollectedVerb {
    const Verb &verb;
    Outcome (*run)(CommandContext &context);
};

/// Makes a package, the rows of these verbs first, and sends it while it is made.
[[nodiscard]] Outcome collect(CommandContext &context, std::span<const CollectedVerb> verbs);

} // namespace Sonde::Agent
