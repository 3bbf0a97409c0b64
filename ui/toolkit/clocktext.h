// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace Sonde::Client {

/// A duration as a clock that ticks: "00:31", "1:02:03". Never negative: clocks of two machines differ.
[[nodiscard]] QString clockText(std::chrono::seconds duration);
/// The same with its hours always: "00:12:47".
[[nodiscard]] QString longClockText(std::chrono::seconds duration);

} // namespace Sonde::Client
