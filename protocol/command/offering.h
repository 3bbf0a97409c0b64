// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"
#include "protocol/command/grammar.h"

namespace Sonde {

/// Why an analyst cannot run a command on a device of this platform; nothing when they can. What the device lacks comes first: no role would
/// help there. The workstation asks before Enter, the service after it.
[[nodiscard]] std::optional<Error> notOffered(
    const CommandSpec &command, const DeviceAccess &access, Platform platform);

/// Why they may not do what this line does besides: the library's files are changed by whoever manages them, in whatever way. Nothing when
/// they may.
[[nodiscard]] std::optional<Error> notPermitted(const Invocation &invocation, const DeviceAccess &access);

/// "Windows", "macOS", "Linux": as they are called in every language.
[[nodiscard]] QStringList platformNames(Platforms platforms);

} // namespace Sonde
