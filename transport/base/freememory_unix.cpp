// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/freememory.h"

#include <QtSystemDetection>
#include <cstdlib> // says whose library this is
#ifdef Q_OS_MACOS
#include <malloc/malloc.h>
#elifdef __GLIBC__
#include <malloc.h>
#endif

namespace Sonde {

void returnFreeMemory()
{
#ifdef Q_OS_MACOS
    ::malloc_zone_pressure_relief(nullptr, 0);
#elifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace Sonde
