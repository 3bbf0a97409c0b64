// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/hooks/hookparser.h"

namespace Sonde::Agent::Linux {

/// Settings of git-config(1) that make git run a program: core.pager, core.hooksPath, filter.x.clean, an alias with "!"…
[[nodiscard]] std::vector<Hook> parseGitConfig(QByteArrayView bytes);

} // namespace Sonde::Agent::Linux
