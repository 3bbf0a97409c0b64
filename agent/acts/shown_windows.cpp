// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/shown.h"

// Nothing can be acted on here yet (acts_windows.cpp).
namespace Sonde::Agent {

void rememberShown(const std::shared_ptr<Acts> &, SessionId, const ProcessFacts &) {}
void rememberShown(const std::shared_ptr<Acts> &, SessionId, const Service &) {}
void rememberShown(const std::shared_ptr<Acts> &, SessionId, const ScheduledTask &) {}

} // namespace Sonde::Agent
