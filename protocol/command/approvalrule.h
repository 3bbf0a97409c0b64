// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

/// Which lines need a second person: verbs, each with flags that narrow it, separated by commas ("remediate, collect -memory").
namespace Sonde {

/// BadValue when it is no such list, or names what does not run on devices (facts: nearest, choices).
[[nodiscard]] Result<void> checkApprovalRules(const QString &rules);
/// A line that only looks, as the plan of an act, needs none.
[[nodiscard]] bool needsApproval(const QString &rules, const Invocation &invocation);

} // namespace Sonde
