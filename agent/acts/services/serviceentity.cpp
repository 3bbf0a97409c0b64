// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/services/serviceentity.h"

#include "agent/acts/services/serviceplan.h"
#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Without these nobody can sign in, nor the agent be reached to take it back.
constexpr std::array<QByteArrayView, 8> Vital{"dbus.service", "dbus-broker.service", "systemd-journald.service",
    "systemd-logind.service", "systemd-udevd.service", "sonde-agent.service", "systemd-networkd.service",
    "NetworkManager.service"};

bool isScript(const Service &service)
{
    return service.type == u"sysv" || service.type == u"openrc";
}

} // namespace

QCborMap factsOf(const Service &service)
{
    return {{u"path"_s, DevicePath(service.path).typed()}, {u"binary_path"_s, DevicePath(service.binary).typed()},
        {u"command_line"_s, DevicePath(service.commandLine).typed()}};
}

Result<Service> ServiceEntity::find(const QString &name, const std::stop_token &stop) const
{
    const auto list = listServices(m_root, stop);
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

Result<QString> ServiceEntity::nameOf(const QString &id, const QByteArray &) const
{
    constexpr auto suffix = ".service"_L1;
    return id.endsWith(suffix) ? id.chopped(suffix.size()) : id;
}

Result<Look> ServiceEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto service = name ? find(*name, terms.stop) : std::unexpected(name.error());
    if (!service)
        return std::unexpected(service.error());
    if (std::ranges::contains(Vital, QByteArrayView(service->name)))
        return fail(ErrorCode::Protected, *name);
    return Look{*name, factsOf(*service)};
}

QString ServiceEntity::lookLine(const QString &name) const
{
    return u"services "_s + quoted(name);
}

Result<ActPlan> ServiceEntity::plan(const Look &look, const PlanTerms &terms) const
{
    const auto service = find(look.id, terms.stop);
    if (!service)
        return std::unexpected(service.error());
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    ServicePlan steps(m_root, plan, terms);
    const auto added = isScript(*service) ? steps.addInitScript(*service) : steps.addUnit(*service);
    return added.transform([&plan] { return plan; });
}

} // namespace Sonde::Agent
