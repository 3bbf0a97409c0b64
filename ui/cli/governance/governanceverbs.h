// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/cliverb.h"

namespace Sonde::Client {

[[nodiscard]] std::unique_ptr<CliVerb> approvalsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> elevateVerb();
[[nodiscard]] std::unique_ptr<CliVerb> elevationsVerb();
[[nodiscard]] std::unique_ptr<CliVerb> secondFactorVerb();

} // namespace Sonde::Client
