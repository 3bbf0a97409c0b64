// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistence.h"

#include "agent/base/devicefolder.h"
#include "agent/system/files/files.h"
#include "agent/system/persistence/registryplaces_windows.h"
#include "agent/system/services/services.h"
#include "agent/system/startup/startupfolders.h"
#include "agent/system/tasks/scheduledtasks.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/profiles_windows.h"
#include "agent/system/windows/registrykey_windows.h"
#include "agent/system/windows/registryvalue.h"

#include <QCborMap>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Windows::deviceBytes;
using Windows::Hive;
using Windows::RegistryKeyHandle;
using Windows::RegistryPlace;
using Windows::RegistryView;
using Windows::StoredValue;

const QString machineHive = u"HKEY_LOCAL_MACHINE"_s;
const QString usersHive = u"HKEY_USERS"_s;

/// Reads the places of the table, in all hives and both views.
class RegistryReader final
{
    Q_DISABLE_COPY_MOVE(RegistryReader)

public:
    RegistryReader(PersistenceList &list, const std::stop_token &stop)
        : m_list(list)
        , m_stop(stop)
    {
        const auto users = RegistryKeyHandle::open(usersHive, RegistryView::Native).and_then([](const auto &key) {
            return key.subkeys();
        });
        for (const QString &sid : users.value_or(QStringList())) {
            if (!sid.endsWith(u"_Classes")) // a part of the other one
                m_users += usersHive + u'\\' + sid;
        }
    }

    void read(const RegistryPlace &place)
    {
        QStringList hives;
        if (place.hive != Hive::Users)
            hives += machineHive;
        if (place.hive != Hive::Machine)
            hives += m_users;
        const QStringList names = QString::fromUtf16(place.key).split(u'\\');
        for (const QString &hive : std::as_const(hives)) {
            m_view = RegistryView::Native;
            readBelow(place, hive, names);
            m_view = RegistryView::Bits32;
            if (place.bothViews && names.first().compare(u"software"_s, Qt::CaseInsensitive) == 0)
                readBelow(place, hive, names);
        }
    }

private:
    void readBelow(const RegistryPlace &place, const QString &path, const QStringList &names)
    {
        if (m_stop.stop_requested())
            return;
        const qsizetype star = names.indexOf(u"*"_s);
        if (star < 0) {
            readKey(place, path + u'\\' + names.join(u'\\'));
            return;
        }
        QStringList parts{path};
        parts += names.first(star);
        const QString above = parts.join(u'\\');
        const auto key = open(above);
        for (const QString &name : key ? key->subkeys().value_or(QStringList()) : QStringList()) {
            if (star + 1 == names.size())
                readKey(place, above + u'\\' + name);
            else
                readBelow(place, above + u'\\' + name, names.sliced(star + 1));
        }
    }

    std::optional<RegistryKeyHandle> open(const QString &path)
    {
        auto key = RegistryKeyHandle::open(path, m_view);
        if (key)
            return std::move(*key);
        if (key.error().code != ErrorCode::NotFound)
            m_list.errors.push_back(key.error());
        return {};
    }

    void readKey(const RegistryPlace &place, const QString &path)
    {
        const auto key = open(path);
        const auto facts = key ? key->facts() : fail(ErrorCode::NotFound);
        if (!facts)
            return;
        // Both views are one where the system does not part them.
        const bool isSame = m_view == RegistryView::Bits32 && m_native.value(path) == facts->lastWritten;
        if (m_view == RegistryView::Native)
            m_native.insert(path, facts->lastWritten);
        if (isSame)
            return;
        const QString wanted = QString::fromUtf16(place.value);
        if (wanted != u"*") {
            if (const auto value = key->value(wanted))
                add(place, path, *value, facts->lastWritten);
            return;
        }
        const auto read = key->values([&](const StoredValue &value) {
            add(place, path, value, facts->lastWritten);
            return !m_stop.stop_requested();
        });
        if (!read)
            m_list.errors.push_back(read.error());
    }

    void add(const RegistryPlace &place, const QString &path, const StoredValue &value, qint64 written)
    {
        const QByteArray text = Windows::registryText(value.type, value.data);
        if (text.isEmpty() || isUsual(place, text))
            return;
        const QString shown = value.name.isEmpty() ? path.section(u'\\', -1) : value.name;
        PersistenceEntry entry{.method = QString::fromLatin1(place.method),
            .name = deviceBytes(shown),
            .command = text,
            .path = deviceBytes(path),
            .id = deviceBytes(QString(path + uR"(\\)"_s + value.name)),
            .holdsMore = true,
            .modified = written,
            .attack = QString::fromLatin1(place.attack)};
        entry.details.insert(u"value_type"_s, Windows::registryTypeName(value.type));
        if (m_view == RegistryView::Bits32)
            entry.details.insert(u"registry_view"_s, 32);
        m_list.entries.push_back(std::move(entry));
    }

    /// All of it is what stands there on every Windows.
    static bool isUsual(const RegistryPlace &place, const QByteArray &text)
    {
        if (!place.usual)
            return false;
        const QString usual = QString::fromUtf16(place.usual);
        const QString found = QString::fromUtf8(text).toLower();
        if (found == usual)
            return true;
        const QStringList known = usual.split(u' ');
        const QStringList parts = found.split(u'\n', Qt::SkipEmptyParts);
        return std::ranges::all_of(parts, [&known](const QString &part) { return known.contains(part); });
    }

    PersistenceList &m_list;
    const std::stop_token &m_stop;
    QStringList m_users;
    RegistryView m_view = RegistryView::Native;
    QHash<QString, qint64> m_native; ///< when a key was written last, by its path
};

/// A file that PowerShell runs whenever it starts.
void addPowerShellProfiles(PersistenceList &list)
{
    QStringList places;
    const auto addBelow = [&places](const QString &folder) {
        for (const QString &name : {u"profile.ps1"_s, u"Microsoft.PowerShell_profile.ps1"_s,
                 u"Microsoft.PowerShellISE_profile.ps1"_s, u"Microsoft.VSCode_profile.ps1"_s})
            places += folder + u'\\' + name;
    };
    addBelow(Windows::expandedFor({}, uR"(%SystemRoot%\System32\WindowsPowerShell\v1.0)"_s));
    addBelow(Windows::expandedFor({}, uR"(%SystemRoot%\SysWOW64\WindowsPowerShell\v1.0)"_s));
    addBelow(Windows::expandedFor({}, uR"(%ProgramFiles%\PowerShell\7)"_s));
    for (const Windows::Profile &profile : Windows::listProfiles()) {
        addBelow(profile.folder + uR"(\Documents\WindowsPowerShell)"_s);
        addBelow(profile.folder + uR"(\Documents\PowerShell)"_s);
    }
    const FileSystem files;
    for (const QString &place : std::as_const(places)) {
        const auto facts = files.facts(deviceBytes(place), Links::Follow);
        if (facts)
            list.entries.push_back({.method = u"powershell_profiles"_s,
                .name = deviceBytes(place.section(u'\\', -1)),
                .path = deviceBytes(place),
                .id = deviceBytes(place),
                .owner = facts->owner,
                .created = facts->created,
                .modified = facts->modified,
                .attack = u"T1546.013"_s});
    }
}

void addStartupItems(PersistenceList &list, const QByteArray &root, const std::stop_token &stop)
{
    const auto items = listStartupItems(root, stop);
    if (!items) {
        list.errors.push_back(items.error());
        return;
    }
    list.errors.insert(list.errors.end(), items->errors.begin(), items->errors.end());
    for (const StartupItem &item : items->items)
        list.entries.push_back({.method = u"startup_folders"_s,
            .name = item.name,
            .enabled = item.enabled,
            .command = item.commandLine,
            .path = item.path,
            .id = item.path,
            .owner = item.owner,
            .created = item.created,
            .modified = item.modified,
            .details = item.details,
            .attack = u"T1547.001"_s});
}

/// Those that start by themselves.
void addServices(PersistenceList &list, const QByteArray &root, const std::stop_token &stop)
{
    const auto services = listServices(root, stop);
    if (!services) {
        list.errors.push_back(services.error());
        return;
    }
    for (const Service &service : services->services) {
        if (!service.startType.startsWith(u"automatic") && !service.startType.contains(u"triggered"))
            continue;
        list.entries.push_back({.method = u"services"_s,
            .name = service.name,
            .enabled = true,
            .command = service.commandLine,
            .path = service.path,
            .id = service.path,
            .details = {{u"account"_s, QString::fromUtf8(service.account)},
                {u"program"_s, QString::fromUtf8(service.binary)}},
            .attack = u"T1543.003"_s});
    }
}

void addTasks(PersistenceList &list, const QByteArray &root, const std::stop_token &stop)
{
    const auto tasks = listScheduledTasks(root, QDateTime::currentSecsSinceEpoch(), stop);
    if (!tasks) {
        list.errors.push_back(tasks.error());
        return;
    }
    list.errors.insert(list.errors.end(), tasks->errors.begin(), tasks->errors.end());
    for (const ScheduledTask &task : tasks->tasks) {
        for (const TaskAction &action : task.actions)
            list.entries.push_back({.method = u"scheduled_tasks"_s,
                .name = task.id,
                .enabled = task.enabled,
                .command = action.arguments.isEmpty() ? action.command : action.command + ' ' + action.arguments,
                .path = task.path,
                .id = task.path,
                .details = {{u"user"_s, QString::fromUtf8(task.user)}},
                .attack = u"T1053.005"_s});
    }
}

} // namespace

Result<PersistenceList> listPersistence(const QByteArray &root, const std::stop_token &stop)
{
    PersistenceList list;
    addServices(list, root, stop);
    addTasks(list, root, stop);
    addStartupItems(list, root, stop);
    addPowerShellProfiles(list);
    RegistryReader registry(list, stop);
    for (const RegistryPlace &place : Windows::registryPlaces())
        registry.read(place);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return list;
}

} // namespace Sonde::Agent
