// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/helperprocess.h"

namespace Sonde::Agent {

/// Nothing is examined in a process apart here yet.
std::optional<int> runAsHelper(int, char *[])
{
    return {};
}

} // namespace Sonde::Agent
