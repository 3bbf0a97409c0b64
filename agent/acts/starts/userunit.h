// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/persistence/persistence.h"

namespace Sonde::Agent {

/// A unit of the users' managers, which only their users may tell anything: its links, its file and the program that no package owns are
/// taken away, it is masked in the user's own folder, and then its processes are ended. A manager that still remembers it finds nothing to
/// start.
[[nodiscard]] Result<void> addUserUnit(
    ActPlan &plan, const QByteArray &root, const PersistenceEntry &entry, const PlanTerms &terms);

} // namespace Sonde::Agent
