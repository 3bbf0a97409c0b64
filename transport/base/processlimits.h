// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <chrono>

namespace Sonde {

/// How many files and connections this process may have open; as many as the system lets it have, from the first call on.
[[nodiscard]] int mostDescriptors();
/// No copy of this process's memory, or of one that it starts, is written anywhere when it crashes: there are keys in it. Unless
/// SONDE_ALLOW_CORE is set, for who looks for a mistake.
void leaveNoCore();
/// Nor does any other program of the same user read its memory. Not for one with windows: portals of a desktop look at who asks them, and open
/// no dialog for a process that they may not look at.
void keepMemoryPrivate();

/// For a process that reads what anybody may have made, and is handed it open: it needs no rights, and may be brought to anything.
struct WorkerLimits {
    qint64 memory = 0;           ///< bytes of data
    qint64 written = 0;          ///< bytes of a file
    std::chrono::seconds time{}; ///< of processors; 0: without a limit
    int descriptors =
        -1; ///< whatever is opened from now on has a lower number; negative: as many as this process may have
};
/// From now on this process starts nothing, has no more than `limits`, and ends with who started it. When it was started as root it becomes
/// nobody, and opens only what everybody may open. As any other user it keeps what that user may open: then only `descriptors`, for who needs
/// nothing but what is open, keeps it from the files of that user. Where the system has no such thing, it is not limited by it.
void becomeWorker(const WorkerLimits &limits);

} // namespace Sonde
