// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/persistence/persistencejudge.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "agent/system/services/initservices.h"
#include "agent/system/systemd/unitfiles.h"
#include "agent/system/systemd/unitname.h"

#include <QCborArray>
#include <QHash>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

struct CommandKey {
    const char *section;
    const char *key;
};
/// Everything a service runs in the course of its life, and a socket around it.
constexpr std::array CommandKeys{CommandKey{"Service", "ExecStart"}, CommandKey{"Service", "ExecStartPre"},
    CommandKey{"Service", "ExecStartPost"}, CommandKey{"Service", "ExecCondition"}, CommandKey{"Service", "ExecReload"},
    CommandKey{"Service", "ExecStop"}, CommandKey{"Service", "ExecStopPost"}, CommandKey{"Socket", "ExecStartPre"},
    CommandKey{"Socket", "ExecStartPost"}, CommandKey{"Socket", "ExecStopPre"}, CommandKey{"Socket", "ExecStopPost"}};

QCborMap commandsOf(const UnitFile &unit)
{
    QCborMap commands;
    for (const auto &[section, key] : CommandKeys) {
        const QByteArrayList lines = unit.values(section, key);
        if (!lines.isEmpty())
            commands.insert(QLatin1StringView(key), deviceTexts(lines));
    }
    return commands;
}

/// Whose manager reads a unit.
struct Manager {
    QByteArray user = {};    ///< empty: the system's, or that of everybody
    QByteArray home = {};    ///< empty: nobody knows
    QByteArray runtime = {}; ///< of its user, /run/user/1000; empty: nobody knows
    bool lingers = false;    ///< runs from the boot on, not only while he is signed in
    bool isSystems = false;
};

/// With the folders that systemd puts for %h and the like; those of users who are not known stay as they are.
QByteArray withFolders(QByteArray text, const Manager &manager)
{
    struct Specifier {
        const char *name;
        const char *ofSystem;
        const char *belowHome;
    };
    static constexpr std::array specifiers{Specifier{"%E", "/etc", "/.config"},
        Specifier{"%S", "/var/lib", "/.local/state"}, Specifier{"%C", "/var/cache", "/.cache"},
        Specifier{"%L", "/var/log", "/.local/state/log"}, Specifier{"%h", "/root", ""}};
    for (const auto &[name, ofSystem, belowHome] : specifiers) {
        if (manager.isSystems)
            text.replace(name, ofSystem);
        else if (!manager.home.isEmpty())
            text.replace(name, QByteArray(manager.home + belowHome));
    }
    if (const QByteArray runtime = manager.isSystems ? "/run" : manager.runtime; !runtime.isEmpty())
        text.replace("%t", runtime);
    return text.replace("%T", "/tmp").replace("%V", "/var/tmp");
}

/// Its drop-ins, what its other commands start, and where it takes variables from.
QByteArrayList startsOf(const FileTree &tree, const UnitFile &unit, const Manager &manager)
{
    QByteArrayList files = unit.dropIns;
    for (const auto &[section, key] : CommandKeys) {
        for (const QByteArray &line : unit.values(section, key))
            files += filesNamedBy(tree, withFolders(unitCommandLine(line), manager));
    }
    for (const QByteArray &line : unit.values("Service", "EnvironmentFile"))
        files += filesNamedBy(tree, withFolders(unitCommandLine(line), manager));
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

QCborMap detailsOf(const UnitFile &unit, const Manager &manager)
{
    QCborMap details{{u"state"_s, unit.state}};
    const auto addList = [&details](const QString &key, const QByteArrayList &texts) {
        if (!texts.isEmpty())
            details.insert(key, deviceTexts(texts));
    };
    if (!manager.user.isEmpty())
        details.insert(u"user"_s, deviceText(manager.user));
    if (manager.lingers)
        details.insert(u"lingers"_s, true);
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

void addUnit(PersistenceSink &sink, const QString &method, const UnitFile &unit, const Manager &manager)
{
    if (!startsPrograms(unit))
        return;
    sink.addFound({.entry = {.method = method,
                       .name = unit.name,
                       .enabled = unit.startsByItself(),
                       .command = unit.command(),
                       .path = unit.path,
                       .details = detailsOf(unit, manager)},
        .starts = startsOf(sink.tree(), unit, manager)});
}

void addUnitsOfUser(PersistenceSink &sink, const UnitFolders &folders, const Manager &manager)
{
    const UserUnits units = readUserUnits(sink.tree(), folders);
    for (const UnitFile &unit : units.all) {
        if (units.own.contains(unit.name))
            addUnit(sink, u"user_services"_s, unit, manager);
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
        QCborMap details{{u"type"_s, service.type}};
        if (!service.account.isEmpty() && service.account != "root")
            details.insert(u"user"_s, deviceText(service.account));
        sink.addFound({.entry = {.method = u"init_scripts"_s,
                           .name = service.name,
                           .enabled = service.startType == "enabled"_L1,
                           .command = service.commandLine,
                           .path = service.path,
                           .details = details},
            .starts = starts});
    }
}

} // namespace

void addUnits(PersistenceSink &sink)
{
    for (const UnitFile &unit : readUnitFiles(sink.tree(), UnitFolders::ofSystem()))
        addUnit(sink, u"services"_s, unit, {.isSystems = true});
    for (const UnitFile &unit : readUnitFiles(sink.tree(), UnitFolders::ofUsers()))
        addUnit(sink, u"user_services"_s, unit, {});
    QHash<QByteArray, QByteArray> runtimes;
    for (const PasswdEntry &entry : parsePasswd(sink.tree().read("/etc/passwd").value_or(QByteArray())))
        runtimes.insert(entry.name, "/run/user/" + QByteArray::number(entry.id));
    const auto managerOf = [&](const QByteArray &user, const QByteArray &home) {
        return Manager{.user = user,
            .home = home,
            .runtime = runtimes.value(user),
            .lingers = !user.isEmpty() && sink.tree().exists("/var/lib/systemd/linger/" + user)};
    };
    for (const Home &home : listHomes(sink.tree()))
        addUnitsOfUser(sink, UnitFolders::ofHome(home), managerOf(home.user, home.path));
    for (const RuntimeUnits &units : runtimeUnits(sink.tree()))
        addUnitsOfUser(sink, units.folders, managerOf(units.user, {}));
    addGenerators(sink);
    addInitScripts(sink);
}

} // namespace Sonde::Agent::Linux
