// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/linux/keyfile.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

QByteArray contentOf(PersistenceSink &sink, const QByteArray &path)
{
    return sink.tree().isFolder(path) ? QByteArray() : sink.tree().read(path).value_or(QByteArray());
}

// ---- packages

/// A hook of pacman: [Action] Exec=…
void addPacmanHook(PersistenceSink &sink, const QByteArray &path)
{
    const KeyFile hook = KeyFile::parse(contentOf(sink, path), KeyFile::Lines::Single);
    if (const QByteArray command = hook.value("Action", "Exec"); !command.isEmpty())
        sink.addHook(
            u"package_hooks"_s, path, {hook.value("Action", "When"), command, hook.value("Trigger", "Target")});
}

/// Lines of dnf's actions plug-ins: package filter, direction, and the command last.
void addDnfActions(PersistenceSink &sink, const QByteArray &path)
{
    for (const NamedLine &line : namedLines(path, contentOf(sink, path))) {
        const QByteArrayList fields = line.content.split(':');
        if (fields.size() >= 3)
            sink.addHook(u"package_hooks"_s, path, {"action", fields.constLast(), fields.constFirst()}, line.id);
    }
}

void addPackageHooks(PersistenceSink &sink)
{
    auto apt = sink.tree().entries("/etc/apt/apt.conf.d");
    apt.emplace_back("/etc/apt/apt.conf");
    for (const QByteArray &path : apt)
        sink.addHooks(u"package_hooks"_s, path, &parseAptHooks);
    auto dpkg = sink.tree().entries("/etc/dpkg/dpkg.cfg.d");
    dpkg.emplace_back("/etc/dpkg/dpkg.cfg");
    for (const QByteArray &path : dpkg)
        sink.addHooks(u"package_hooks"_s, path, &parseDpkgHooks);
    for (const char *folder : {"/etc/dnf/plugins/post-transaction-actions.d", "/etc/dnf/libdnf5-plugins/actions.d"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            addDnfActions(sink, path);
    }
    for (const char *pattern : {"/etc/dnf/plugins/*.conf", "/usr/lib/python3*/site-packages/dnf-plugins/*.py",
             "/etc/yum/pluginconf.d/*.conf", "/usr/lib/yum-plugins/*.py", "/usr/share/yum-plugins/*.py"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern))
            sink.addRead(u"package_hooks"_s, path);
    }
    for (const char *folder : {"/etc/apk/commit_hooks.d", "/lib/apk/commit_hooks.d", "/usr/lib/apk/commit_hooks.d"})
        sink.addScripts(u"package_hooks"_s, folder);
    for (const char *folder : {"/etc/pacman.d/hooks", "/usr/share/libalpm/hooks"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            addPacmanHook(sink, path);
    }
}

// ---- logs, network

void addLogHooks(PersistenceSink &sink)
{
    auto files = sink.tree().entries("/etc/logrotate.d");
    files.emplace_back("/etc/logrotate.conf");
    for (const QByteArray &path : files)
        sink.addHooks(u"logrotate"_s, path, &parseLogrotate);
}

/// incron: its tables of the system, and of users.
void addFileWatches(PersistenceSink &sink)
{
    for (const char *folder : {"/etc/incron.d", "/var/spool/incron"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            sink.addHooks(u"file_watches"_s, path, &parseIncrontab);
    }
}

void addNetworkHooks(PersistenceSink &sink)
{
    for (const char *root : {"/etc/NetworkManager/dispatcher.d", "/usr/lib/NetworkManager/dispatcher.d",
             "/etc/networkd-dispatcher", "/usr/lib/networkd-dispatcher", "/etc/network/if-pre-up.d",
             "/etc/network/if-up.d", "/etc/network/if-down.d", "/etc/network/if-post-down.d",
             "/etc/dhcp/dhclient-enter-hooks.d", "/etc/dhcp/dhclient-exit-hooks.d", "/etc/ppp/ip-up.d",
             "/etc/ppp/ip-down.d", "/etc/resolvconf/update.d", "/etc/wpa_supplicant"}) {
        for (const QByteArray &path : sink.tree().entries(root)) {
            if (sink.tree().isFolder(path))
                sink.addScripts(u"network_hooks"_s, path);
            else
                sink.addScript(u"network_hooks"_s, path, sink.tree().isExecutable(path));
        }
    }
    auto interfaces = sink.tree().entries("/etc/network/interfaces.d");
    interfaces.emplace_back("/etc/network/interfaces");
    for (const QByteArray &path : interfaces)
        sink.addHooks(u"network_hooks"_s, path, &parseInterfaces);
}

// ---- what is started when it is called

void addBusService(PersistenceSink &sink, const QByteArray &path, const QByteArray &user)
{
    if (!path.endsWith(".service"))
        return;
    constexpr QByteArrayView group = "D-BUS Service";
    const KeyFile service = KeyFile::parse(contentOf(sink, path), KeyFile::Lines::Single);
    QCborMap details;
    const QByteArray account = user.isEmpty() ? service.value(group, "User") : user;
    if (!account.isEmpty())
        details.insert(u"user"_s, deviceText(account));
    if (const QByteArray unit = service.value(group, "SystemdService"); !unit.isEmpty())
        details.insert(u"systemd_service"_s, deviceText(unit));
    sink.add({.method = u"dbus_services"_s,
        .name = service.value(group, "Name"),
        .enabled = true,
        .command = service.value(group, "Exec"),
        .path = path,
        .details = details});
}

void addBusServices(PersistenceSink &sink)
{
    for (const char *folder :
        {"/etc/dbus-1/system-services", "/usr/local/share/dbus-1/system-services", "/usr/share/dbus-1/system-services",
            "/etc/dbus-1/services", "/usr/local/share/dbus-1/services", "/usr/share/dbus-1/services"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            addBusService(sink, path, {});
    }
    for (const Home &home : listHomes(sink.tree())) {
        for (const QByteArray &path : sink.tree().entries(home.path + "/.local/share/dbus-1/services"))
            addBusService(sink, path, home.user);
    }
}

void addInternetDaemon(PersistenceSink &sink)
{
    const QByteArray path = "/etc/inetd.conf";
    for (const NamedLine &line : namedLines(path, contentOf(sink, path))) {
        // service type protocol wait user program arguments…
        const QByteArrayList fields = line.content.simplified().split(' ');
        if (fields.size() >= 6)
            sink.addHook(u"inetd"_s, path, {fields.at(0), fields.sliced(5).join(' '), fields.at(4)}, line.id);
    }
    for (const QByteArray &file : sink.tree().entries("/etc/xinetd.d")) {
        const QByteArrayList lines = plainLines(contentOf(sink, file));
        const bool isOff =
            std::ranges::any_of(lines, [](const QByteArray &line) { return line.simplified() == "disable = yes"; });
        for (const QByteArray &line : lines) {
            const qsizetype equals = line.indexOf('=');
            if (equals > 0 && line.first(equals).trimmed() == "server")
                sink.add({.method = u"inetd"_s,
                    .name = baseName(file),
                    .enabled = !isOff,
                    .command = line.sliced(equals + 1).trimmed(),
                    .path = file});
        }
    }
}

} // namespace

void addHookFiles(PersistenceSink &sink)
{
    addPackageHooks(sink);
    addLogHooks(sink);
    addFileWatches(sink);
    addNetworkHooks(sink);
    addBusServices(sink);
    addInternetDaemon(sink);
}

} // namespace Sonde::Agent::Linux
