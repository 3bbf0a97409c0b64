// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <sys/types.h>

/// The process between the agent and a script. The kernel hands it every process of the script's whose parent ended (it is their
/// "subreaper"), so what descends from it is exactly what the script started, however it was detached; and since it sees the agent go, even
/// a killed agent leaves nothing behind.
namespace Sonde::Agent::Linux {

/// Prepared before the fork: between fork() and execve() nothing may be allocated.
struct ProgramImage {
    const char *folder = nullptr;
    char *const *arguments = nullptr; ///< ended by nullptr, as execve() wants them
    char *const *environment = nullptr;
};

/// The sides of its pipes that the script, its supervisor and exec's failure get.
struct ProgramEnds {
    int output = -1;
    int errors = -1;
    int control = -1; ///< of the supervisor
    int failure =
        -1; ///< closes when the program was started, else says why not: two ints, what failed (Step) and errno
};
enum class Step : int { Fork, Folder, Program };

/// Told by the supervisor when the program ends: its wait status. When all that it started has ended too, the control closes.
using ProgramEnd = int;
/// Told to the supervisor: end everything (so does closing the control), or go and leave alone what runs.
inline constexpr char EndAll = 'E';
inline constexpr char LetGo = 'L';

/// A fork of this process that starts the program and looks after it; its process id, or -1 and errno.
[[nodiscard]] pid_t startSupervisor(const ProgramImage &image, const ProgramEnds &ends);

} // namespace Sonde::Agent::Linux
