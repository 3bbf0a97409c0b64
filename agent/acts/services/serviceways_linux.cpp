// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/serviceways.h"

#include "agent/acts/services/serviceplan.h"
#include "agent/acts/starts/startsteps.h"
#include "agent/base/linehash.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/tasks/cronparser.h"
#include "protocol/base/devicepath.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr std::array<QByteArrayView, 8> Vital{"dbus.service", "dbus-broker.service", "systemd-journald.service",
    "systemd-logind.service", "systemd-udevd.service", "sonde-agent.service", "systemd-networkd.service",
    "NetworkManager.service"};

bool isScript(const Service &service)
{
    return service.type == u"sysv" || service.type == u"openrc";
}

/// Of the line that names an anacron job.
QByteArray anacronLine(const QByteArray &place, const QByteArray &job)
{
    for (const Linux::AnacronLine &line : Linux::parseAnacrontab(Linux::readWhole(place).value_or(QByteArray()))) {
        if (line.job == job)
            return '#' + lineHash(line.line);
    }
    return {};
}

} // namespace

/// ".service" may be left out.
QString plainServiceName(const QString &id)
{
    constexpr auto suffix = ".service"_L1;
    return id.endsWith(suffix) ? id.chopped(suffix.size()) : id;
}

Result<Service> findService(const QByteArray &root, const QString &name, const std::stop_token &stop)
{
    const auto list = listServices(root, stop);
    if (!list)
        return std::unexpected(list.error());
    const QByteArray wanted = DevicePath::fromTyped(name).bytes();
    auto found = std::ranges::find(list->services, wanted, &Service::name);
    if (found == list->services.end())
        found = std::ranges::find(list->services, QByteArray(wanted + ".service"), &Service::name);
    if (found == list->services.end())
        return fail(ErrorCode::NotFound, name);
    return *found;
}

bool isVital(const Service &service)
{
    return std::ranges::contains(Vital, QByteArrayView(service.name));
}

Result<void> addEndOf(ActPlan &plan, const QByteArray &root, const Service &service, const PlanTerms &terms)
{
    ServicePlan steps(root, plan, terms);
    return isScript(service) ? steps.addInitScript(service) : steps.addUnit(service);
}

Result<void> addEndOf(ActPlan &plan, const QByteArray &root, const ScheduledTask &task, const PlanTerms &terms)
{
    const auto place = placeOf(root, task.path);
    if (!place)
        return std::unexpected(place.error());
    if (task.kind == u"cron")
        return addRemoveLine(plan, *place, task.id.sliced(task.path.size()), plan.id);
    if (task.kind == u"anacron")
        return addRemoveLine(plan, *place, anacronLine(*place, task.id.sliced(qstrlen("anacron:"))), plan.id);
    if (task.kind == u"at" || task.kind == u"run-parts")
        return addMoveFile(plan, *place, {.stop = terms.stop});
    return ServicePlan(root, plan, terms).addTimer(task.id);
}

} // namespace Sonde::Agent
