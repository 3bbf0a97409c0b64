// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/initservices.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/programpath.h"
#include "agent/system/services/initscript.h"
#include "agent/system/services/otherinits.h"

#include <QSet>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// What something starts: where that is said. A name can stand for one script in one level, and for another in the next.
class StartLinks final
{
public:
    explicit StartLinks(FileTree &tree)
        : m_tree(tree)
    {
        for (const char *level : {"S", "2", "3", "4", "5"}) {
            for (const char *folder : {"/etc/rc", "/etc/rc.d/rc"}) {
                for (const QByteArray &path : tree.entries(folder + QByteArray(level) + ".d")) {
                    if (const InitLink link = parseInitLink(baseName(path)); link.starts)
                        add(link.name, path);
                }
            }
        }
        // OpenWrt has no levels.
        for (const QByteArray &path : tree.entries("/etc/rc.d")) {
            if (const InitLink link = parseInitLink(baseName(path)); link.isLink)
                add(link.name, path);
        }
        for (const QByteArray &runlevel : tree.entries("/etc/runlevels")) {
            for (const QByteArray &path : tree.entries(runlevel)) {
                add(baseName(path), path);
                m_ofOpenRc.insert(baseName(path));
            }
        }
    }

    /// Names and paths, in the order of the levels.
    [[nodiscard]] const std::vector<std::pair<QByteArray, QByteArray>> &all() const { return m_all; }
    /// OpenRC looks for the script of that name, wherever the link leads.
    [[nodiscard]] bool start(const QByteArray &path, const QByteArray &name) const
    {
        return m_places.contains(m_tree.resolved(path)) || m_ofOpenRc.contains(name);
    }

private:
    void add(const QByteArray &name, const QByteArray &path)
    {
        m_all.emplace_back(name, path);
        if (const QByteArray place = m_tree.resolved(path); !place.isEmpty())
            m_places.insert(place);
    }

    const FileTree &m_tree;
    std::vector<std::pair<QByteArray, QByteArray>> m_all;
    QSet<QByteArray> m_places;
    QSet<QByteArray> m_ofOpenRc;
};

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

Service fromScript(FileTree &tree, const QByteArray &path, const QByteArray &name, const InitScript &script)
{
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

/// OpenRC's scripts of users: those of everybody, and of one.
void addUserScripts(FileTree &tree, const QByteArray &folder, const QByteArray &user, std::vector<Service> &services)
{
    QSet<QByteArray> started;
    for (const QByteArray &runlevel : tree.entries(folder + "/runlevels")) {
        for (const QByteArray &path : tree.entries(runlevel))
            started.insert(baseName(path));
    }
    for (const QByteArray &path : tree.entries(folder + "/init.d")) {
        const auto bytes = tree.isExecutable(path) ? tree.read(path) : std::nullopt;
        if (!bytes)
            continue;
        Service service = fromScript(tree, path, baseName(path), parseInitScript(*bytes));
        service.account = user;
        service.state.clear(); // what a user's manager runs is written in his own /run
        service.startType = started.contains(service.name) ? u"enabled"_s : u"disabled"_s;
        services.push_back(service);
    }
}

} // namespace

std::vector<Service> readInitServices(FileTree &tree)
{
    std::vector<Service> services;
    const StartLinks started(tree);
    QSet<QByteArray> places;
    const auto add = [&](const QByteArray &path, const QByteArray &name) {
        const auto bytes = tree.isExecutable(path) ? tree.read(path) : std::nullopt; // README, functions.sh
        if (!bytes)
            return;
        Service service = fromScript(tree, path, name, parseInitScript(*bytes));
        service.startType = started.start(path, name) ? u"enabled"_s : u"disabled"_s;
        services.push_back(service);
        places.insert(tree.resolved(path));
    };
    const QByteArray folder = tree.isFolder("/etc/init.d") ? QByteArray("/etc/init.d") : QByteArray("/etc/rc.d/init.d");
    for (const QByteArray &path : tree.entries(folder))
        add(path, baseName(path));
    // What lies among the links, or is linked from elsewhere, is started as well.
    for (const auto &[name, path] : started.all()) {
        if (!places.contains(tree.resolved(path)))
            add(path, name);
    }
    addUserScripts(tree, "/etc/user", {}, services);
    for (const Home &home : listHomes(tree))
        addUserScripts(tree, home.path + "/.config/rc", home.user, services);
    addUpstartJobs(tree, services);
    addSupervised(tree, services);
    return services;
}

} // namespace Sonde::Agent::Linux
