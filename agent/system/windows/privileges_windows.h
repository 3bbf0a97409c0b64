// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde::Agent::Windows {

/// Switches on what this program's account may do and has not switched on by itself: to read and restore whatever an access control list
/// says, to take ownership, to look into any process. What the account may not do stays off. Once for the whole program.
void enablePrivileges();

} // namespace Sonde::Agent::Windows
