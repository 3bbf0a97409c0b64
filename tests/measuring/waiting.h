// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

/// A benchmark does one thing after the other; these run the event loop in between. There is no other loop they would be nested in.
namespace Sonde::Client::Bench {

/// Handles events as they come, and looks now and then without any, until `condition` holds; false when it does not in time.
[[nodiscard]] bool waitUntil(
    const std::function<bool()> &condition, std::chrono::milliseconds patience = std::chrono::seconds(30));
/// Handles events for so long: what was started comes to rest.
void letPass(std::chrono::milliseconds time);
/// One turn of the event loop: what is due, and no waiting.
void takeTurn();
/// Handles all events there are, the painting they cause included.
void handleEvents();

} // namespace Sonde::Client::Bench
