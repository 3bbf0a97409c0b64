// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Sonde::Agent::Windows {

/// In which code page a program writes that the agent starts, until it sets another one itself: that of a new console.
[[nodiscard]] quint32 consoleCodePage();

} // namespace Sonde::Agent::Windows
