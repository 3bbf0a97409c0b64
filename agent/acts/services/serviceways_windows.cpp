// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/serviceways.h"

#include "agent/acts/windows/servicesteps_windows.h"
#include "agent/acts/windows/tasksteps_windows.h"
#include "protocol/base/devicepath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

QString plainServiceName(const QString &id)
{
    return id;
}

/// Upper and lower case are the same to the manager.
Result<Service> findService(const QByteArray &root, const QString &name, const std::stop_token &stop)
{
    const auto list = listServices(root, stop);
    if (!list)
        return std::unexpected(list.error());
    const QByteArray wanted = DevicePath::fromTyped(name).bytes();
    const auto found = std::ranges::find_if(
        list->services, [&wanted](const Service &one) { return one.name.compare(wanted, Qt::CaseInsensitive) == 0; });
    if (found == list->services.end())
        return fail(ErrorCode::NotFound, name);
    return *found;
}

bool isVital(const Service &service)
{
    return isVitalService(DevicePath(service.name).typed());
}

Result<void> addEndOf(ActPlan &plan, const QByteArray &, const Service &service, const PlanTerms &terms)
{
    return addServiceEnd(plan, service, terms);
}

Result<void> addEndOf(ActPlan &plan, const QByteArray &, const ScheduledTask &task, const PlanTerms &terms)
{
    return addTaskEnd(plan, task, terms);
}

} // namespace Sonde::Agent
