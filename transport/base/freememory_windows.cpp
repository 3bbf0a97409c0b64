// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/freememory.h"

#include <malloc.h>

namespace Sonde {

void returnFreeMemory()
{
    ::_heapmin();
}

} // namespace Sonde
