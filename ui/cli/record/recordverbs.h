// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cli/base/cliverb.h"

namespace Sonde::Client {

// Each in the file of its name.
[[nodiscard]] std::unique_ptr<CliVerb> activityVerb();
[[nodiscard]] std::unique_ptr<CliVerb> caseVerb();
[[nodiscard]] std::unique_ptr<CliVerb> verifyVerb();

} // namespace Sonde::Client
