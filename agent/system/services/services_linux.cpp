// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/services.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/programpath.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/services/initservices.h"
#include "agent/system/systemd/systemdbus.h"
#include "agent/system/systemd/unitfiles.h"
#include "agent/system/systemd/unitname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

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

/// A unit of the same name stands for a script in init.d, also for one of OpenRC's where systemd runs; not for what another program starts.
bool canBeStoodFor(const Service &service, const FileTree &tree)
{
    const QByteArray folder = Linux::folderOf(service.path);
    const bool isScript = folder == "/etc/init.d" || folder == "/etc/rc.d/init.d";
    return isScript && (service.type == u"sysv" || (service.type == u"openrc" && tree.isFolder("/run/systemd/system")));
}

void addScripts(std::vector<Service> &services, FileTree &tree)
{
    const size_t units = services.size();
    for (const Service &script : Linux::readInitServices(tree)) {
        const auto end = services.begin() + ptrdiff_t(units);
        const bool hasUnit = std::find_if(services.begin(), end, [&](const Service &unit) {
            return unit.name == script.name + ".service";
        }) != end;
        if (!hasUnit || !canBeStoodFor(script, tree))
            services.push_back(script);
    }
}

/// What systemd knows better than the files: what is loaded, what runs, and what was started before its file was changed or removed.
class SystemdAnswers final
{
public:
    SystemdAnswers(FileTree &tree, std::vector<Service> &services)
        : m_tree(tree)
        , m_services(services)
    {
    }

    Result<void> add()
    {
        return Linux::SystemdBus::connect(m_tree).and_then([this](const std::unique_ptr<Linux::SystemdBus> &bus) {
            return bus->fileStates().and_then([&](const QHash<QByteArray, QString> &states) {
                return bus->units().transform([&](const std::vector<Linux::LoadedUnit> &units) {
                    takeFileStates(states);
                    takeUnits(*bus, units);
                });
            });
        });
    }

private:
    void takeFileStates(const QHash<QByteArray, QString> &states)
    {
        for (Service &service : m_services) {
            service.startType = states.value(service.name, service.startType);
            service.state = u"inactive"_s; // what is not loaded does not run
            service.subState = u"dead"_s;
        }
    }

    void takeUnits(const Linux::SystemdBus &bus, const std::vector<Linux::LoadedUnit> &units)
    {
        std::vector<Linux::LoadedUnit> active;
        for (const Linux::LoadedUnit &unit : units) {
            Service *service = unit.name.endsWith(".service") ? serviceOf(unit) : nullptr;
            if (!service)
                continue;
            service->displayName = unit.description;
            service->state = unit.activeState;
            service->subState = unit.subState;
            if (unit.isActive())
                active.push_back(unit);
        }
        const auto statuses = bus.services(active);
        for (size_t i = 0; i < active.size(); ++i)
            takeStatus(*serviceOf(active.at(i)), statuses.at(i));
    }

    /// Null for a unit that others only mention. One that is active although it has no file (any more) is worth showing.
    Service *serviceOf(const Linux::LoadedUnit &unit)
    {
        const auto known = std::ranges::find(m_services, unit.name, &Service::name);
        if (known != m_services.end())
            return &*known;
        return unit.isActive() || unit.activeState == "failed"_L1 ? &m_services.emplace_back(Service{.name = unit.name})
                                                                  : nullptr;
    }

    void takeStatus(Service &service, const Linux::ServiceStatus &status)
    {
        service.pid = status.pid;
        if (!status.path.isEmpty())
            service.path = status.path;
        if (status.command.isEmpty())
            return;
        service.commandLine = status.command;
        service.binary = Linux::programPath(m_tree, Linux::splitCommand(status.command).program);
    }

    FileTree &m_tree;
    std::vector<Service> &m_services;
};

/// Where there are units, nobody but systemd knows their states.
void addStates(FileTree &tree, std::vector<Service> &services)
{
    if (services.empty() && !tree.isFolder("/run/systemd/system")) {
        tree.addError({ErrorCode::NoSubsystem, u"systemd"_s, {}, {}});
        return;
    }
    if (const auto added = SystemdAnswers(tree, services).add(); !added)
        tree.addError(added.error());
}

} // namespace

Result<ServiceList> listServices(const QByteArray &root, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    ServiceList list;
    list.services = readUnits(tree);
    addStates(tree, list.services);
    addScripts(list.services, tree);
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    std::ranges::sort(list.services, {}, &Service::name);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde::Agent
