// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

class QDBusError;

namespace Sonde::Agent::Linux {

/// CannotConnect, of systemd, with the code of the reason, so that it is read in each language; what systemd itself says about an order
/// stays in its words.
[[nodiscard]] Error busRefusal(const QDBusError &error);

} // namespace Sonde::Agent::Linux
