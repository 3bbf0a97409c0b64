// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/persistence/persistence.h"

namespace Sonde::Agent {

/// A unit of the users' managers: it is stopped by each of them that runs it and answers, with what triggers it there; its links, its file
/// and the program that no package owns are taken away, it is masked in the user's own folder, and then its processes are ended. A manager
/// that does not answer, and still remembers it, finds nothing to start.
[[nodiscard]] Result<void> addUserUnit(
    ActPlan &plan, const QByteArray &root, const PersistenceEntry &entry, const PlanTerms &terms);

} // namespace Sonde::Agent
