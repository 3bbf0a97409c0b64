// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/base/isolationterms.h"

#include <chrono>

/// What is true of this device's network, found out by trying. Nothing here changes anything; what is sent goes to addresses that are
/// nobody's (RFC 5737, RFC 3849).
namespace Sonde::Agent::Probe {

/// All devices that frames can leave by: not the loopback.
[[nodiscard]] std::vector<NetworkDevice> networkDevices();

enum class Sending {
    Refused, ///< the kernel dropped it
    Passed,
    NoWay, ///< there is no route, no address or no device that is up: nothing could go, and that proves nothing
};
[[nodiscard]] Sending sendIpv4();
[[nodiscard]] Sending sendIpv6();
/// A frame that passes no IP rules.
[[nodiscard]] Sending sendFrame(const NetworkDevice &device);

/// Whether somebody accepts a TCP connection at one of them. Waits so long at most.
[[nodiscard]] bool answers(const std::vector<Passage> &service, std::chrono::milliseconds patience);

} // namespace Sonde::Agent::Probe
