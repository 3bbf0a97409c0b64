// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/initservices.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/programpath.h"
#include "agent/system/services/initscript.h"

#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// Names of the scripts that something starts.
QSet<QByteArray> startedAtBoot(FileTree &tree)
{
    QSet<QByteArray> names;
    for (const char *level : {"S", "2", "3", "4", "5"}) {
        for (const char *folder : {"/etc/rc", "/etc/rc.d/rc"}) {
            for (const QByteArray &path : tree.entries(folder + QByteArray(level) + ".d")) {
                if (const InitLink link = parseInitLink(baseName(path)); link.starts)
                    names.insert(link.name);
            }
        }
    }
    // OpenWrt has no levels.
    for (const QByteArray &path : tree.entries("/etc/rc.d")) {
        if (const InitLink link = parseInitLink(baseName(path)); link.isLink)
            names.insert(link.name);
    }
    for (const QByteArray &runlevel : tree.entries("/etc/runlevels")) {
        for (const QByteArray &path : tree.entries(runlevel))
            names.insert(baseName(path));
    }
    return names;
}

/// OpenRC writes down what it has done; SysV init does not. In systemd's words.
QString openRcState(FileTree &tree, const QByteArray &name)
{
    static constexpr std::array<std::pair<const char *, QLatin1StringView>, 5> states{std::pair{"failed", "failed"_L1},
        std::pair{"starting", "activating"_L1}, std::pair{"stopping", "deactivating"_L1},
        std::pair{"inactive", "inactive"_L1}, std::pair{"started", "active"_L1}};
    if (!tree.isFolder("/run/openrc/started"))
        return {};
    for (const auto &[folder, state] : states) {
        if (tree.exists("/run/openrc/" + QByteArray(folder) + '/' + name))
            return state;
    }
    return u"inactive"_s;
}

Service fromScript(FileTree &tree, const QByteArray &path, const InitScript &script)
{
    const QByteArray name = baseName(path);
    // OpenRC itself starts what the variables name; elsewhere only the script knows how.
    const QByteArray commandLine = script.openRc && !script.command.isEmpty()
        ? QByteArray(script.command + ' ' + script.arguments).trimmed()
        : path + " start";
    Service service{.name = name,
        .displayName = script.description,
        .type = script.openRc ? u"openrc"_s : u"sysv"_s,
        .account = "root",
        .binary = script.command.contains('$') ? QByteArray() : programPath(tree, script.command),
        .commandLine = commandLine,
        .path = path,
        .dependencies = script.needs};
    if (script.openRc)
        service.state = openRcState(tree, name);
    return service;
}

} // namespace

std::vector<Service> readInitServices(FileTree &tree)
{
    std::vector<Service> services;
    const QSet<QByteArray> started = startedAtBoot(tree);
    const QByteArray folder = tree.isFolder("/etc/init.d") ? QByteArray("/etc/init.d") : QByteArray("/etc/rc.d/init.d");
    for (const QByteArray &path : tree.entries(folder)) {
        if (!tree.isExecutable(path)) // README, functions.sh
            continue;
        const auto bytes = tree.read(path);
        if (!bytes)
            continue;
        Service service = fromScript(tree, path, parseInitScript(*bytes));
        service.startType = started.contains(service.name) ? u"enabled"_s : u"disabled"_s;
        services.push_back(service);
    }
    return services;
}

} // namespace Sonde::Agent::Linux
