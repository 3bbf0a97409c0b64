// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/persistence/persistencejudge.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "agent/system/services/initservices.h"
#include "agent/system/systemd/unitfiles.h"
#include "agent/system/systemd/unitname.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// Everything a service runs in the course of its life.
QCborMap commandsOf(const UnitFile &unit)
{
    QCborMap commands;
    for (const char *key :
        {"ExecStart", "ExecStartPre", "ExecStartPost", "ExecCondition", "ExecReload", "ExecStop", "ExecStopPost"}) {
        const QByteArrayList lines = unit.values("Service", key);
        if (!lines.isEmpty())
            commands.insert(QLatin1StringView(key), deviceTexts(lines));
    }
    return commands;
}

/// Its drop-ins, what its other commands start, and where it takes variables from.
QByteArrayList startsOf(const FileTree &tree, const UnitFile &unit)
{
    QByteArrayList files = unit.dropIns;
    for (const char *key : {"ExecStart", "ExecStartPre", "ExecStartPost", "ExecCondition", "ExecReload", "ExecStop",
             "ExecStopPost", "EnvironmentFile"}) {
        for (const QByteArray &line : unit.values("Service", key))
            files += filesNamedBy(tree, unitCommandLine(line));
    }
    return files;
}

/// What wakes a socket or path unit: "ListenStream=/run/x.sock".
QByteArrayList wakersOf(const UnitFile &unit, const QByteArray &section)
{
    QByteArrayList wakers;
    for (const char *key : {"ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO", "ListenNetlink",
             "ListenSpecial", "PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"}) {
        for (const QByteArray &value : unit.values(section, key))
            wakers += QByteArray(key) + '=' + value;
    }
    return wakers;
}

QCborMap detailsOf(const UnitFile &unit, const QByteArray &user)
{
    QCborMap details{{u"state"_s, unit.state}};
    const auto addList = [&details](const QString &key, const QByteArrayList &texts) {
        if (!texts.isEmpty())
            details.insert(key, deviceTexts(texts));
    };
    if (!user.isEmpty())
        details.insert(u"user"_s, deviceText(user));
    addList(u"wanted_by"_s, unit.wantedBy);
    addList(u"drop_ins"_s, unit.dropIns);
    addList(u"woken_by"_s, wakersOf(unit, unit.name.endsWith(".socket") ? "Socket" : "Path"));
    addList(u"environment"_s, unit.values("Service", "Environment") + unit.values("Service", "EnvironmentFile"));
    if (const QCborMap commands = commandsOf(unit);
        commands.size() > 1 || (!commands.isEmpty() && unit.command().isEmpty()))
        details.insert(u"commands"_s, commands);
    return details;
}

/// Timers are among the scheduled tasks; targets, mounts and the like start nothing of their own.
bool startsPrograms(const UnitFile &unit)
{
    return unit.aliasOf.isEmpty()
        && (unit.name.endsWith(".service") || unit.name.endsWith(".socket") || unit.name.endsWith(".path"));
}

void addUnitsOf(PersistenceSink &sink, const QString &method, const UnitFolders &folders, const QByteArray &user)
{
    for (const UnitFile &unit : readUnitFiles(sink.tree(), folders)) {
        if (!startsPrograms(unit))
            continue;
        sink.addFound({.entry = {.method = method,
                           .name = unit.name,
                           .enabled = unit.startsByItself(),
                           .command = unit.command(),
                           .path = unit.path,
                           .details = detailsOf(unit, user)},
            .starts = startsOf(sink.tree(), unit)});
    }
}

void addGenerators(PersistenceSink &sink)
{
    for (const char *kind :
        {"system-generators", "user-generators", "system-environment-generators", "user-environment-generators"}) {
        for (const char *folder : {"/etc/systemd/", "/run/systemd/", "/usr/local/lib/systemd/", "/usr/lib/systemd/"})
            sink.addScripts(u"systemd_generators"_s, folder + QByteArray(kind));
    }
}

void addInitScripts(PersistenceSink &sink)
{
    for (const Service &service : readInitServices(sink.tree())) {
        // Each script reads settings of its name first, as shell.
        QByteArrayList starts{service.path};
        for (const char *folder : {"/etc/conf.d/", "/etc/default/", "/etc/sysconfig/"}) {
            if (const QByteArray settings = folder + service.name; sink.tree().exists(settings))
                starts += settings;
        }
        sink.addFound({.entry = {.method = u"init_scripts"_s,
                           .name = service.name,
                           .enabled = service.startType == "enabled"_L1,
                           .command = service.commandLine,
                           .path = service.path,
                           .details = {{u"type"_s, service.type}}},
            .starts = starts});
    }
}

} // namespace

void addUnits(PersistenceSink &sink)
{
    addUnitsOf(sink, u"services"_s, UnitFolders::ofSystem(), {});
    addUnitsOf(sink, u"user_services"_s, UnitFolders::ofUsers(), {});
    for (const Home &home : listHomes(sink.tree()))
        addUnitsOf(sink, u"user_services"_s, UnitFolders::ofHome(home), home.user);
    for (const RuntimeUnits &units : runtimeUnits(sink.tree()))
        addUnitsOf(sink, u"user_services"_s, units.folders, units.user);
    addGenerators(sink);
    addInitScripts(sink);
}

} // namespace Sonde::Agent::Linux
