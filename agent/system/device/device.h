// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"

namespace Sonde::Agent {

[[nodiscard]] Platform thisPlatform();

/// What the inventory shows of this device.
[[nodiscard]] DeviceFacts deviceFacts();

/// The account the agent runs as.
[[nodiscard]] QString agentUser();

/// The encoding in which programs started by the agent write their text, by its IANA name. Linux: UTF-8, as the agent tells them (LANG).
/// Windows: the code page of a new console, which a script may change for itself (chcp).
[[nodiscard]] QString textEncoding();

/// When the device was booted, UTC.
[[nodiscard]] QDateTime bootTime();
/// Another one after each boot.
[[nodiscard]] QString bootId();

} // namespace Sonde::Agent
