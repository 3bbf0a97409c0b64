// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/persistence/persistence.h"

namespace Sonde::Agent::Linux {

/// The number of the technique in MITRE ATT&CK for Enterprise (v17) that an entry would be, were it an attacker's.
[[nodiscard]] QString attackTechnique(const PersistenceEntry &entry);

} // namespace Sonde::Agent::Linux
