// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/command/command.h"

namespace Sonde::Agent {

enum class CollectProfile { Triage, Full };

/// What a collect is asked for, with what it does not say filled in.
struct CollectOrder {
    CollectProfile profile = CollectProfile::Triage;
    std::optional<QDateTime> since; ///< only files that were changed since then
    qint64 bytes = 0;               ///< of the package, compressed
    std::chrono::seconds time{};
    bool memory = false;    ///< also an image of the memory
    qint64 bytesOfFile = 0; ///< a longer one is left out

    /// Neither the policy's limit of a download nor what the service waits for is gone beyond. BadValue.
    [[nodiscard]] static Result<CollectOrder> of(const CommandContext &context);
};

} // namespace Sonde::Agent
