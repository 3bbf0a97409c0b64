// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/base/entity.h"
#include "agent/system/services/services.h"
#include "agent/system/tasks/scheduledtasks.h"

/// How a platform ends what it starts by itself.
namespace Sonde::Agent {

/// The one name of a service, whichever way it is written.
[[nodiscard]] QString plainServiceName(const QString &id);
/// NotFound.
[[nodiscard]] Result<Service> findService(const QByteArray &root, const QString &name, const std::stop_token &stop);
/// Without it nobody can sign in, nor the agent be reached to take it back.
[[nodiscard]] bool isVital(const Service &service);

// They add to a plan what ends it.
[[nodiscard]] Result<void> addEndOf(
    ActPlan &plan, const QByteArray &root, const Service &service, const PlanTerms &terms);
[[nodiscard]] Result<void> addEndOf(
    ActPlan &plan, const QByteArray &root, const ScheduledTask &task, const PlanTerms &terms);

} // namespace Sonde::Agent
