// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/startup/startupfolders.h"

#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/programpath.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/startup/desktopentry.h"
#include "agent/system/startup/sessionparser.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr auto Everybodys = "/etc/xdg/autostart";

using Linux::FileTree;
using Linux::Home;

StartupItem newItem(FileTree &tree, const QByteArray &path, const QByteArray &user)
{
    StartupItem item{.path = path, .user = user, .name = Linux::baseName(path)};
    if (const auto facts = tree.facts(path)) {
        item.owner = facts->owner;
        item.created = facts->created;
        item.modified = facts->modified;
    }
    return item;
}

QCborArray textList(const QByteArrayList &list)
{
    QCborArray texts;
    for (const QByteArray &text : list)
        texts.append(DevicePath(text).toCbor());
    return texts;
}

/// Why the session's manager does not start an entry; empty when it does.
QString whyNot(const Linux::DesktopEntry &entry, const FileTree &tree)
{
    if (entry.hidden)
        return u"Hidden=true"_s;
    if (entry.gnomeEnabled == false)
        return u"X-GNOME-Autostart-enabled=false"_s;
    if (entry.exec.isEmpty())
        return u"no Exec"_s;
    if (!entry.tryExec.isEmpty() && !tree.isExecutable(Linux::programPath(tree, entry.tryExec)))
        return u"TryExec is missing: %1"_s.arg(DevicePath(entry.tryExec).typed());
    return {};
}

QCborMap detailsOf(const Linux::DesktopEntry &entry)
{
    QCborMap details;
    const auto add = [&details](const QString &key, const QCborValue &value, bool isThere) {
        if (isThere)
            details.insert(key, value);
    };
    add(u"only_show_in"_s, textList(entry.onlyShowIn), !entry.onlyShowIn.isEmpty());
    add(u"not_show_in"_s, textList(entry.notShowIn), !entry.notShowIn.isEmpty());
    add(u"phase"_s, DevicePath(entry.gnomePhase).toCbor(), !entry.gnomePhase.isEmpty());
    add(u"condition"_s, DevicePath(entry.condition).toCbor(), !entry.condition.isEmpty());
    return details;
}

void disable(StartupItem &item, const QString &reason)
{
    item.enabled = false;
    item.details.insert(u"disabled_by"_s, reason);
}

/// A .desktop file of an autostart folder; other files there are nothing to a desktop, and shown for what they are.
StartupItem readEntry(FileTree &tree, const QByteArray &path, const QByteArray &user)
{
    StartupItem item = newItem(tree, path, user);
    const auto bytes = path.endsWith(".desktop") ? tree.read(path) : std::nullopt;
    const auto entry = bytes ? Linux::parseDesktopEntry(*bytes) : std::nullopt;
    if (!entry) {
        disable(item, u"not a desktop entry"_s);
        return item;
    }
    if (!entry->name.isEmpty())
        item.name = entry->name;
    item.commandLine = entry->exec;
    item.executable = Linux::programPath(tree, Linux::splitCommand(entry->exec).program);
    item.details = detailsOf(*entry);
    const QByteArray hiddenByIt = joinedPath(Everybodys, Linux::baseName(path));
    if (!user.isEmpty() && tree.exists(hiddenByIt))
        item.details.insert(u"overrides"_s, DevicePath(hiddenByIt).toCbor());
    if (const QString reason = whyNot(*entry, tree); !reason.isEmpty())
        disable(item, reason);
    return item;
}

/// A script that Plasma reads (env) or runs (autostart-scripts, shutdown) itself.
StartupItem readScript(FileTree &tree, const QByteArray &path, const Home &home)
{
    StartupItem item = newItem(tree, path, home.user);
    const QByteArray target = tree.resolved(path);
    item.executable = item.commandLine = target.isEmpty() ? path : target;
    const bool isSourced = path.contains("/env/");
    if (isSourced ? !path.endsWith(".sh") : !tree.isExecutable(path))
        disable(item, isSourced ? u"its name does not end in .sh"_s : u"not executable"_s);
    return item;
}

/// What a window manager starts, by a file of its own.
void addSessionFile(
    FileTree &tree, const QByteArray &path, const QByteArray &user, Linux::SessionFileKind kind, StartupList &list)
{
    if (tree.isFolder(path))
        return;
    StartupItem item = newItem(tree, path, user);
    if (kind == Linux::SessionFileKind::Script) {
        item.executable = item.commandLine = path;
        list.items.push_back(item);
        return;
    }
    item.holdsMore = true;
    const auto bytes = tree.read(path);
    for (const QByteArray &command : Linux::parseSessionFile(bytes.value_or(QByteArray()), kind)) {
        item.commandLine = command;
        item.executable = Linux::programPath(tree, Linux::splitShellCommand(command).program);
        list.items.push_back(item);
    }
}

void addSessionFiles(FileTree &tree, const std::vector<Home> &homes, StartupList &list)
{
    for (const Linux::SessionFile &file : Linux::sessionFiles()) {
        if (file.system) {
            for (const QByteArray &path : Linux::globPaths(tree, file.system))
                addSessionFile(tree, path, {}, file.kind, list);
        }
        for (const Home &home : homes) {
            for (const QByteArray &path :
                file.home ? Linux::globPaths(tree, home.path + '/' + file.home) : std::vector<QByteArray>())
                addSessionFile(tree, path, home.user, file.kind, list);
        }
    }
}

} // namespace

Result<StartupList> listStartupItems(const QByteArray &root, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    StartupList list;
    for (const QByteArray &path : tree.entries(Everybodys))
        list.items.push_back(readEntry(tree, path, {}));
    const std::vector<Home> homes = Linux::listHomes(tree);
    for (const Home &home : homes) {
        if (tree.isStopped())
            break;
        for (const QByteArray &path : tree.entries(home.path + "/.config/autostart"))
            list.items.push_back(readEntry(tree, path, home.user));
        for (const char *folder :
            {"/.config/plasma-workspace/env", "/.config/plasma-workspace/shutdown", "/.config/autostart-scripts"}) {
            for (const QByteArray &path : tree.entries(home.path + folder))
                list.items.push_back(readScript(tree, path, home));
        }
    }
    addSessionFiles(tree, homes, list);
    if (tree.isStopped())
        return fail(ErrorCode::Cancelled);
    list.errors = tree.errors();
    return list;
}

} // namespace Sonde::Agent
