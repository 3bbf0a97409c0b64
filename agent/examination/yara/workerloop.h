// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde::Agent {

/// The option that makes the agent's program such a process, and the descriptor that it is told orders on.
inline constexpr auto YaraWorkerOption = "--yara-worker";
inline constexpr int YaraWorkerSocket = 3;

/// The whole life of a YARA process: gives up the rights it was started with, and takes orders (yaraanswer.h) until there are no more. Its exit
/// status.
[[nodiscard]] int runYaraWorker();

} // namespace Sonde::Agent
