// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

/// Lines with Trait::Acts, as the service and the agent read them.
namespace Sonde {

/// It changes the device, where the same verb with `list` or `-plan` only looks.
[[nodiscard]] bool changesDevice(const Invocation &invocation);
/// What the grammar cannot say: everything but a list needs an `id`. MissingParameter.
[[nodiscard]] Result<void> checkActLine(const Invocation &invocation);
/// None for `list`.
[[nodiscard]] std::optional<EntityType> entityType(const Invocation &invocation);

} // namespace Sonde
