// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services.h"

#include "commandwords.h"
#include "filetree.h"
#include "initservices.h"
#include "programpath.h"
#include "unitfiles.h"
#include "unitname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

using Linux::FileTree;
using Linux::UnitFile;

/// What systemd.service(5) takes when Type= is not given.
QString typeOf(const UnitFile &unit)
{
    const QByteArray type = unit.value("Service", "Type");
    if (!type.isEmpty())
        return QString::fromUtf8(type);
    if (!unit.value("Service", "BusName").isEmpty())
        return u"dbus"_s;
    return unit.command().isEmpty() ? u"oneshot"_s : u"simple"_s;
}

Service fromUnit(const UnitFile &unit, const FileTree &tree)
{
    Service service{.name = unit.name,
        .displayName = unit.description(),
        .startType = unit.state,
        .commandLine = unit.command(),
        .path = unit.path,
        .dependencies = unit.dependencies()};
    if (unit.isMasked())
        return service;
    service.type = typeOf(unit);
    const QByteArray user = unit.value("Service", "User");
    service.account = user.isEmpty() ? QByteArray("root") : user;
    service.binary = Linux::programPath(tree, Linux::splitCommand(service.commandLine).program);
    return service;
}

std::vector<Service> readUnits(FileTree &tree)
{
    std::vector<Service> services;
    for (const UnitFile &unit : Linux::readUnitFiles(tree, Linux::UnitFolders::ofSystem())) {
        if (unit.name.endsWith(".service") && unit.aliasOf.isEmpty())
            services.push_back(fromUnit(unit, tree));
    }
    return services;
}

/// A unit of the same name stands for a script.
void addScripts(std::vector<Service> &services, FileTree &tree)
{
    for (const Service &script : Linux::readInitServices(tree)) {
        if (!std::ranges::contains(services, script.name + ".service", &Service::name))
            services.push_back(script);
    }
}

} // namespace

Result<ServiceList> listServices(const QByteArray &root, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    ServiceList list;
    list.services = readUnits(tree);
    addScripts(list.services, tree);
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    std::ranges::sort(list.services, {}, &Service::name);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde
