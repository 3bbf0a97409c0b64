// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

namespace Sonde::Client {

/// The exit statuses scripts rely on.
enum class ExitStatus { Completed = 0, Failed = 1, Usage = 2, Refused = 3, NotConnected = 4, Cancelled = 5 };

/// The status an error leads to: what was typed wrongly is Usage, what is not allowed is Refused, what was tried and went wrong is Failed.
[[nodiscard]] ExitStatus exitStatusFor(const Error &error);

} // namespace Sonde::Client
