// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde {

/// Gives the system what this process has freed and its allocator keeps. Takes some milliseconds: for who has nothing to do.
void returnFreeMemory();

} // namespace Sonde
