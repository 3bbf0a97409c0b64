// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/drivers/drivers.h"

#include "agent/base/devicefolder.h"
#include "agent/system/drivers/moduleparser.h"
#include "agent/system/files/filetree.h"
#include "agent/system/linux/decompress.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The largest modules (amdgpu with its symbols) have some 400 MiB; without them none has a tenth of it.
constexpr qint64 MostModuleBytes = 64LL * 1024 * 1024;

/// What is installed for the kernel that runs.
struct InstalledModules {
    std::vector<QByteArray> names; ///< in the order of modules.dep
    QHash<QByteArray, QByteArray> paths;
    std::vector<QByteArray> builtIn;
    QHash<QByteArray, Linux::ModuleInfo> builtInInfo;
};

InstalledModules readInstalled(Linux::FileTree &tree)
{
    InstalledModules installed;
    const QByteArray release = tree.read("/proc/sys/kernel/osrelease").value_or(QByteArray()).trimmed();
    const QByteArray folder = "/lib/modules/" + release;
    for (const QByteArray &path : Linux::parseModulePaths(tree.read(folder + "/modules.dep").value_or(QByteArray()))) {
        const QByteArray name = Linux::moduleName(path);
        installed.names.push_back(name);
        installed.paths.insert(name, absolutePath(folder, path));
    }
    for (const QByteArray &path :
        Linux::parseModulePaths(tree.read(folder + "/modules.builtin").value_or(QByteArray())))
        installed.builtIn.push_back(Linux::moduleName(path));
    installed.builtInInfo =
        Linux::parseBuiltinInfo(tree.read(folder + "/modules.builtin.modinfo").value_or(QByteArray()));
    return installed;
}

void describe(Driver &driver, const Linux::ModuleInfo &info)
{
    driver.description = info.value("description");
    driver.version = info.value("version");
    driver.author = info.value("author");
    driver.license = info.value("license");
}

void describeFile(Driver &driver, Linux::FileTree &tree)
{
    const auto bytes = tree.read(driver.path, MostModuleBytes);
    if (!bytes)
        return;
    const auto module = Linux::decompressed(*bytes, MostModuleBytes);
    const auto section = module.and_then([](const QByteArray &file) { return Linux::elfSection(file, ".modinfo"); });
    if (!section) {
        tree.addError(
            {section.error().code, DevicePath(driver.path).typed(), section.error().reason, section.error().facts});
        return;
    }
    describe(driver, Linux::parseModuleInfo(*section));
    driver.signature = Linux::moduleSignature(*module);
}

/// What /proc/modules says, and what only /sys/module still knows: code that hides itself often forgets one of the two. `hidden`: names of
/// the latter.
std::vector<Linux::LoadedModule> loadedModules(Linux::FileTree &tree, QSet<QByteArray> &hidden)
{
    const auto table = tree.read("/proc/modules");
    auto modules = Linux::parseModules(table.value_or(QByteArray()));
    const std::vector<Linux::LoadedModule> listed = modules;
    for (const QByteArray &folder : tree.entries("/sys/module")) {
        const QByteArray name = Linux::baseName(folder);
        const auto state = tree.tryRead(folder + "/initstate");
        if (!state || std::ranges::contains(listed, name, &Linux::LoadedModule::name))
            continue;
        hidden.insert(name);
        modules.push_back({name, tree.tryRead(folder + "/coresize").value_or(QByteArray()).trimmed().toLongLong(), {},
            state->trimmed(), tree.tryRead(folder + "/taint").value_or(QByteArray()).trimmed()});
    }
    // Nothing hides from a list that could not be read, nor what was loaded after it was.
    const auto again = table && !hidden.isEmpty() ? tree.read("/proc/modules") : std::nullopt;
    if (again)
        Linux::dropListed(modules, hidden, Linux::parseModules(*again));
    else
        hidden.clear();
    return modules;
}

Driver loadedDriver(const Linux::LoadedModule &module, const InstalledModules &installed, Linux::FileTree &tree)
{
    Driver driver{.name = module.name,
        .state = QString::fromLatin1(module.state.toLower()),
        .type = u"kernel module"_s,
        .loaded = true,
        .path = installed.paths.value(module.name),
        .size = module.size,
        .usedBy = module.users,
        .taints = Linux::taintNames(module.taints)};
    if (!driver.path.isEmpty())
        describeFile(driver, tree);
    return driver;
}

Driver builtInDriver(const QByteArray &name, const InstalledModules &installed)
{
    Driver driver{.name = name, .state = u"built-in"_s, .type = u"built-in"_s, .loaded = true};
    describe(driver, installed.builtInInfo.value(name));
    return driver;
}

} // namespace

Result<DriverList> listDrivers(const QByteArray &root, const std::stop_token &stop)
{
    Linux::FileTree tree(root, stop);
    DriverList list;
    if (!tree.exists("/proc/modules"))
        tree.addError(errorBecause(Reason::NoModules, ErrorCode::NoSubsystem, u"/proc/modules"_s));
    InstalledModules installed = readInstalled(tree);
    QSet<QByteArray> listed;
    QSet<QByteArray> hidden;
    for (const Linux::LoadedModule &module : loadedModules(tree, hidden)) {
        if (tree.isStopped()) // a module's file can be large
            break;
        list.drivers.push_back(loadedDriver(module, installed, tree));
        if (hidden.contains(module.name))
            list.drivers.back().type = u"hidden kernel module"_s;
        listed.insert(module.name);
    }
    // Parts of the kernel with parameters show themselves here also where nothing is installed.
    for (const QByteArray &folder : tree.entries("/sys/module"))
        installed.builtIn.push_back(Linux::baseName(folder));
    for (const QByteArray &name : installed.builtIn) {
        if (!listed.contains(name))
            list.drivers.push_back(builtInDriver(name, installed));
        listed.insert(name);
    }
    for (const QByteArray &name : installed.names) {
        if (!listed.contains(name))
            list.drivers.push_back({.name = name,
                .state = u"not loaded"_s,
                .type = u"kernel module"_s,
                .path = installed.paths.value(name)});
    }
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde::Agent
