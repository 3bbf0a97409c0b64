// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/hooks/hookparser.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <QHash>
#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

void addHooksOfFolder(
    PersistenceSink &sink, const QString &method, const QByteArray &folder, QByteArrayView suffix, HookParser parse)
{
    for (const QByteArray &path : sink.tree().entries(folder)) {
        if (path.endsWith(suffix))
            sink.addHooks(method, path, parse);
    }
}

// ---- scripts

void addBootScripts(PersistenceSink &sink)
{
    for (const char *path : {"/etc/rc.local", "/etc/rc.d/rc.local", "/etc/init.d/boot.local"}) {
        if (sink.tree().exists(path))
            sink.addScript(u"rc_local"_s, path, sink.tree().isExecutable(path));
    }
    sink.addScripts(u"rc_local"_s, "/etc/local.d");
    sink.addHooks(u"inittab"_s, "/etc/inittab", &parseInittab);
    for (const char *folder :
        {"/etc/systemd/system-sleep", "/usr/lib/systemd/system-sleep", "/etc/systemd/system-shutdown",
            "/usr/lib/systemd/system-shutdown", "/etc/pm/sleep.d", "/etc/pm/power.d", "/etc/apm/event.d"})
        sink.addScripts(u"power_hooks"_s, folder);
    for (const char *folder : {"/etc/kernel/postinst.d", "/etc/kernel/preinst.d", "/etc/kernel/postrm.d",
             "/etc/kernel/prerm.d", "/etc/kernel/install.d", "/usr/lib/kernel/install.d"})
        sink.addScripts(u"kernel_install_hooks"_s, folder);
}

/// Every kernel that dracut makes a first file system for gets what such a folder says.
void addDracutModule(PersistenceSink &sink, const QByteArray &folder)
{
    const QByteArray setup = folder + "/module-setup.sh";
    if (!sink.tree().exists(setup))
        return;
    QByteArrayList files;
    for (const QByteArray &path : sink.tree().entries(folder)) {
        if (!sink.tree().isFolder(path))
            files += path;
    }
    sink.addFound({.entry = {.method = u"initramfs_hooks"_s, .name = baseName(folder), .enabled = true, .path = setup},
        .starts = files,
        .onlyUnexplained = true});
}

void addInitramfs(PersistenceSink &sink)
{
    for (const char *root : {"/etc/initramfs-tools/", "/usr/share/initramfs-tools/"}) {
        sink.addScripts(u"initramfs_hooks"_s, root + QByteArray("hooks"));
        for (const QByteArray &folder : sink.tree().entries(root + QByteArray("scripts")))
            sink.addScripts(u"initramfs_hooks"_s, folder);
    }
    for (const char *folder : {"/etc/dracut.conf.d", "/usr/lib/dracut/dracut.conf.d"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            sink.addRead(u"initramfs_hooks"_s, path);
    }
    sink.addRead(u"initramfs_hooks"_s, "/etc/dracut.conf");
    for (const QByteArray &folder : sink.tree().entries("/usr/lib/dracut/modules.d"))
        addDracutModule(sink, folder);
}

// ---- the kernel

/// As the kernel names it: without folder and endings, - and _ the same.
QByteArray moduleNamed(const QByteArray &path)
{
    QByteArray name = baseName(path);
    if (const qsizetype dot = name.indexOf(".ko"); dot >= 0)
        name.truncate(dot);
    return name.replace('-', '_');
}

/// Where the modules of all installed kernels lie, by their names.
QHash<QByteArray, QByteArrayList> moduleFiles(FileTree &tree)
{
    QHash<QByteArray, QByteArrayList> files;
    for (const QByteArray &folder : tree.entries("/lib/modules")) {
        const QByteArrayList lines = tree.tryRead(folder + "/modules.dep").value_or(QByteArray()).split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':'); // what it needs follows
            if (colon > 0)
                files[moduleNamed(line.first(colon))] += absolutePath(folder, line.first(colon));
        }
    }
    return files;
}

/// Those that are in no table: modprobe does not find them, who loads one by its path does.
QHash<QByteArray, QByteArrayList> looseModules(FileTree &tree)
{
    QHash<QByteArray, QByteArrayList> files;
    for (const char *pattern :
        {"/lib/modules/*/", "/lib/modules/*/*/", "/lib/modules/*/kernel/*/", "/lib/modules/*/kernel/*/*/"}) {
        for (const QByteArray &path : globPaths(tree, pattern + QByteArray("*.ko*")))
            files[moduleNamed(path)] += path;
    }
    return files;
}

/// The files of modules, by their names.
class ModuleFiles final
{
public:
    explicit ModuleFiles(FileTree &tree)
        : m_tree(tree)
        , m_known(moduleFiles(tree))
    {
    }

    [[nodiscard]] QByteArrayList of(const QByteArray &name)
    {
        const QByteArrayList files = m_known.value(name);
        if (!files.isEmpty())
            return files;
        if (!m_loose) // once, for all lines that need it
            m_loose = looseModules(m_tree);
        return m_loose->value(name);
    }

private:
    FileTree &m_tree;
    const QHash<QByteArray, QByteArrayList> m_known;
    std::optional<QHash<QByteArray, QByteArrayList>> m_loose;
};

void addModule(PersistenceSink &sink, const QByteArray &path, const NamedLine &line, ModuleFiles &modules)
{
    const QByteArray name = moduleNamed(line.content.simplified().split(' ').constFirst()); // its parameters follow
    const QByteArrayList files = modules.of(name);
    QCborMap details;
    if (files.isEmpty())
        details.insert(u"module_file"_s, nullptr);
    else
        details.insert(u"module_file"_s, deviceText(files.constFirst()));
    sink.addFound({.entry = {.method = u"kernel_modules"_s,
                       .name = line.content,
                       .enabled = true,
                       .path = path,
                       .id = line.id,
                       .details = details},
        .starts = files});
}

void addModules(PersistenceSink &sink)
{
    ModuleFiles modules(sink.tree());
    const auto addList = [&](const QByteArray &path) {
        for (const NamedLine &line : namedLines(path, sink.tree().read(path).value_or(QByteArray()))) {
            if (!line.content.startsWith(';'))
                addModule(sink, path, line, modules);
        }
    };
    addList("/etc/modules");
    for (const char *folder :
        {"/etc/modules-load.d", "/run/modules-load.d", "/usr/local/lib/modules-load.d", "/usr/lib/modules-load.d"}) {
        for (const QByteArray &path : sink.tree().entries(folder)) {
            if (path.endsWith(".conf") && sink.tree().resolved(path) != "/etc/modules")
                addList(path);
        }
    }
    for (const char *folder :
        {"/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d", "/usr/lib/modprobe.d"})
        addHooksOfFolder(sink, u"kernel_modules"_s, folder, ".conf", &parseModprobe);
}

/// Programs that the kernel itself starts, and what will set them at the next boot.
void addKernelHelpers(PersistenceSink &sink)
{
    const auto addValue = [&sink](const QByteArray &path) {
        QByteArray value = sink.tree().tryRead(path).value_or(QByteArray()).trimmed();
        const bool isPattern = path.endsWith("core_pattern");
        if (value.isEmpty() || (isPattern && !value.startsWith('|')))
            return;
        if (isPattern)
            value = value.sliced(1);
        sink.addFound({.entry = {.method = u"kernel_helpers"_s,
                           .name = baseName(path),
                           .enabled = true,
                           .command = value,
                           .path = path},
            .judgesOnlyStarts = true});
    };
    for (const char *path : {"/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/proc/sys/kernel/hotplug",
             "/proc/sys/kernel/poweroff_cmd", "/sys/kernel/uevent_helper"})
        addValue(path);
    sink.addHooks(u"kernel_helpers"_s, "/etc/sysctl.conf", &parseSysctl);
    for (const char *folder : {"/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d"})
        addHooksOfFolder(sink, u"kernel_helpers"_s, folder, ".conf", &parseSysctl);
}

void addBinaryFormats(PersistenceSink &sink)
{
    for (const char *folder : {"/etc/binfmt.d", "/run/binfmt.d", "/usr/local/lib/binfmt.d", "/usr/lib/binfmt.d"})
        addHooksOfFolder(sink, u"binfmt"_s, folder, ".conf", &parseBinfmtRules);
    for (const QByteArray &path : sink.tree().entries("/proc/sys/fs/binfmt_misc")) {
        const QByteArrayList lines = sink.tree().tryRead(path).value_or(QByteArray()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("interpreter "))
                sink.addFound({.entry = {.method = u"binfmt"_s,
                                   .name = baseName(path),
                                   .enabled = lines.constFirst() == "enabled",
                                   .command = line.sliced(12),
                                   .path = path},
                    .judgesOnlyStarts = true});
        }
    }
}

void addDeviceRules(PersistenceSink &sink)
{
    QSet<QByteArray> seen; // /lib is /usr/lib on most systems
    for (const char *folder : {"/etc/udev/rules.d", "/run/udev/rules.d", "/usr/local/lib/udev/rules.d",
             "/usr/lib/udev/rules.d", "/lib/udev/rules.d"}) {
        const QByteArray place = sink.tree().resolved(folder);
        if (!place.isEmpty() && !seen.contains(place))
            addHooksOfFolder(sink, u"udev_rules"_s, folder, ".rules", &parseUdevRules);
        seen.insert(place);
    }
    for (const QByteArray &path : sink.tree().entries("/etc/acpi/events")) {
        for (const NamedLine &line : namedLines(path, sink.tree().read(path).value_or(QByteArray()))) {
            if (line.content.startsWith("action="))
                sink.addHook(u"power_hooks"_s, path, {"action", line.content.sliced(7)}, line.id);
        }
    }
}

// ---- the dynamic loader

void addLoader(PersistenceSink &sink)
{
    const auto addLines = [&sink](const QString &method, const QByteArray &path) {
        for (const NamedLine &line : namedLines(path, sink.tree().read(path).value_or(QByteArray()))) {
            const bool isPath = line.content.startsWith('/') && !sink.tree().isFolder(line.content);
            sink.addFound(
                {.entry = {.method = method, .name = line.content, .enabled = true, .path = path, .id = line.id},
                    .starts = isPath ? QByteArrayList{line.content} : QByteArrayList()});
        }
    };
    addLines(u"ld_preload"_s, "/etc/ld.so.preload");
    addLines(u"ld_paths"_s, "/etc/ld.so.conf");
    for (const QByteArray &path : sink.tree().entries("/etc/ld.so.conf.d")) {
        if (path.endsWith(".conf"))
            addLines(u"ld_paths"_s, path);
    }
    sink.addHooks(u"ld_preload"_s, "/etc/environment", &parseLoaderVariables);
    addHooksOfFolder(sink, u"ld_preload"_s, "/etc/environment.d", ".conf", &parseLoaderVariables);
}

} // namespace

void addBootFiles(PersistenceSink &sink)
{
    addBootScripts(sink);
    addInitramfs(sink);
    addModules(sink);
    addKernelHelpers(sink);
    addBinaryFormats(sink);
    addDeviceRules(sink);
    addLoader(sink);
}

} // namespace Sonde::Agent::Linux
