// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/acts.h"

/// What a platform brings along for acts.
namespace Sonde::Agent {

/// Every kind of thing that can be acted on.
[[nodiscard]] std::vector<std::unique_ptr<Entity>> allEntities(const QString &folder, const QByteArray &root);
/// Every way to do it.
[[nodiscard]] std::vector<std::unique_ptr<StepWorker>> allWorkers(Quarantine &quarantine, const QByteArray &root,
    const Acts::Delays &lookAgain, const std::shared_ptr<Isolation> &isolation);
/// What is kept for a step of an act.
[[nodiscard]] KeptFile keptFileOf(const StepOrder &order);

} // namespace Sonde::Agent
