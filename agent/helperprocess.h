// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace Sonde::Agent {

/// The agent starts its own program again for what must not be able to harm it. Runs what such a process was started for, and returns its
/// exit status; none: this process is the agent itself.
[[nodiscard]] std::optional<int> runAsHelper(int argc, char *argv[]);

} // namespace Sonde::Agent
