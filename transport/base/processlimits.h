// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde {

/// How many files and connections this process may have open; as many as the system lets it have, from the first call on.
[[nodiscard]] int mostDescriptors();
/// No copy of this process's memory is written anywhere when it crashes, and no other program of the same user reads it: there are keys in
/// it. Unless SONDE_ALLOW_CORE is set, for who looks for a mistake.
void keepMemoryPrivate();

} // namespace Sonde
