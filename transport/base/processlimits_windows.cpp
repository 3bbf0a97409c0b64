// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/processlimits.h"

#include <limits>

namespace Sonde {

/// Sockets are no files here, and there is no such limit.
int mostDescriptors()
{
    return std::numeric_limits<int>::max();
}

/// What crashes is kept by Windows Error Reporting only where an administrator asks for it.
void leaveNoCore() {}

void keepMemoryPrivate() {}

/// Who started it counts its time.
void becomeWorker(const WorkerLimits &) {}

} // namespace Sonde
