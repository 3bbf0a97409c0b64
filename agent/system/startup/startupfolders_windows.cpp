// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/startup/startupfolders.h"

#include "agent/base/devicefolder.h"
#include "agent/formats/small/shelllink.h"
#include "agent/system/files/files.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/profiles_windows.h"
#include "agent/system/windows/registrykey_windows.h"

#include <QCborMap>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::deviceBytes;
using Windows::Profile;
using Windows::RegistryKeyHandle;
using Windows::RegistryView;

constexpr qsizetype MostLinkBytes = 1024 * 1024;
const QString foldersKey = uR"(\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders)"_s;
const QString approvedKey = uR"(\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\StartupFolder)"_s;

/// A folder, whose it is, and where it is written down which of its files are left out.
struct StartupFolder {
    QString path;
    QByteArray user; ///< empty: everybody's
    QString root;    ///< of the registry
};

std::vector<StartupFolder> folders()
{
    std::vector<StartupFolder> all;
    const QString machine = u"HKEY_LOCAL_MACHINE"_s;
    const auto common = RegistryKeyHandle::open(machine + foldersKey, RegistryView::Native);
    const QString everybodys = common ? common->text(u"Common Startup"_s).value_or(QString()) : QString();
    all.push_back(
        {Windows::expandedFor({},
             everybodys.isEmpty() ? uR"(%ProgramData%\Microsoft\Windows\Start Menu\Programs\Startup)"_s : everybodys),
            {}, machine});
    for (const Profile &profile : Windows::listProfiles()) {
        const QString root = uR"(HKEY_USERS\)"_s + profile.sid;
        const auto own = RegistryKeyHandle::open(root + foldersKey, RegistryView::Native);
        const QString written = own ? own->text(u"Startup"_s).value_or(QString()) : QString();
        all.push_back(
            {Windows::expandedFor(profile,
                 written.isEmpty() ? uR"(%USERPROFILE%\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Startup)"_s
                                   : written),
                deviceBytes(profile.user), root});
    }
    return all;
}

/// The Task Manager's switch: an odd first byte is off.
bool isSwitchedOff(const StartupFolder &folder, const QString &name)
{
    const auto key = RegistryKeyHandle::open(folder.root + approvedKey, RegistryView::Native);
    const auto value = key ? key->value(name) : fail(ErrorCode::NotFound);
    return value && !value->data.isEmpty() && (value->data.at(0) & 1);
}

void addLink(StartupItem &item)
{
    const auto file = openRegularFile(item.path);
    QByteArray bytes(MostLinkBytes, Qt::Uninitialized);
    const auto size = file ? (*file)->read(bytes) : std::unexpected(file.error());
    const auto link = size ? readShellLink(bytes.first(*size)) : std::nullopt;
    if (!link)
        return;
    const QString target = link->itemTarget.isEmpty() ? link->target : link->itemTarget;
    item.executable = deviceBytes(target.isEmpty() ? link->environmentTarget : target);
    item.commandLine = item.executable;
    if (!link->texts.arguments.isEmpty())
        item.commandLine += ' ' + deviceBytes(link->texts.arguments);
    if (!link->texts.workingDirectory.isEmpty())
        item.details.insert(u"working_directory"_s, link->texts.workingDirectory);
    if (link->runsAsAdministrator)
        item.details.insert(u"runs_as_administrator"_s, true);
}

StartupItem itemAt(const FileSystem &files, const StartupFolder &folder, const QByteArray &name)
{
    StartupItem item{.path = joinedPath(deviceBytes(folder.path), name), .user = folder.user, .name = name};
    if (const auto facts = files.facts(item.path, Links::Keep)) {
        item.owner = facts->owner;
        item.created = facts->created;
        item.modified = facts->modified;
    }
    item.executable = item.path;
    item.commandLine = item.path;
    const QString text = Windows::deviceText(name).value_or(QString());
    if (text.endsWith(u".lnk"_s, Qt::CaseInsensitive))
        addLink(item);
    item.enabled = !isSwitchedOff(folder, text);
    return item;
}

} // namespace

Result<StartupList> listStartupItems(const QByteArray &, const std::stop_token &stop)
{
    StartupList list;
    const FileSystem files;
    for (const StartupFolder &folder : folders()) {
        const auto read = readDirectory(deviceBytes(folder.path), [&](const DirectoryEntry &entry) {
            // How the folder looks is in it, and is not started.
            if (!entry.isDirectory && entry.name.compare("desktop.ini", Qt::CaseInsensitive) != 0)
                list.items.push_back(itemAt(files, folder, entry.name.toByteArray()));
            return !stop.stop_requested();
        });
        if (!read && read.error().code != ErrorCode::NotFound)
            list.errors.push_back(read.error());
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
    }
    return list;
}

} // namespace Sonde::Agent
