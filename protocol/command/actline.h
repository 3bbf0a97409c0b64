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

/// A thing that a line is about.
struct NamedThing {
    EntityType type = EntityType::File;
    QString id;

    bool operator==(const NamedThing &) const = default;
};
/// All things of a line, in its order; none for `list`.
[[nodiscard]] std::vector<NamedThing> thingsOf(const Invocation &invocation);
/// As a line names them: "process 42 file /tmp/evil".
[[nodiscard]] QString namesOf(const std::vector<NamedThing> &things);

} // namespace Sonde
