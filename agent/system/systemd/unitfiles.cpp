// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/systemd/unitfiles.h"

#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/systemd/unitname.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr std::array<QByteArrayView, 4> PullingKeys{"Requires", "Requisite", "Wants", "BindsTo"};

/// Reads the folders one after the other, then says of each unit what all of them together mean.
class UnitReader final
{
public:
    UnitReader(FileTree &tree, const UnitFolders &folders)
        : m_tree(tree)
        , m_folders(folders)
    {
    }

    UnitFiles read()
    {
        QSet<QByteArray> seen; // /lib is /usr/lib on most systems
        for (const QByteArray &folder : m_folders.folders) {
            const QByteArray place = m_tree.resolved(folder);
            if (!place.isEmpty() && !seen.contains(place))
                readFolder(folder);
            seen.insert(place);
        }
        addInstances();
        for (UnitFile &unit : m_units)
            complete(unit);
        return std::move(m_units);
    }

private:
    struct Want {
        QByteArray by;
        QByteArray folder;
    };

    void readFolder(const QByteArray &folder)
    {
        for (const QByteArray &path : m_tree.entries(folder)) {
            const QByteArray name = baseName(path);
            if (name.endsWith(".wants") || name.endsWith(".requires") || name.endsWith(".upholds"))
                readWants(path, folder);
            else if (name.endsWith(".d"))
                readDropIns(path);
            else if (isUnitName(name))
                readUnit(path, folder);
        }
    }

    void readWants(const QByteArray &path, const QByteArray &folder)
    {
        const QByteArray by = baseName(path).first(baseName(path).lastIndexOf('.'));
        for (const QByteArray &link : m_tree.entries(path))
            m_wants[baseName(link)].push_back({by, folder});
    }

    void readDropIns(const QByteArray &path)
    {
        QMap<QByteArray, QByteArray> &files = m_dropIns[baseName(path).chopped(2)];
        for (const QByteArray &file : m_tree.entries(path)) {
            if (file.endsWith(".conf") && !files.contains(baseName(file)))
                files.insert(baseName(file), file);
        }
    }

    void readUnit(const QByteArray &path, const QByteArray &folder)
    {
        const QByteArray name = baseName(path);
        const QByteArray target = m_tree.linkTarget(path);
        // An administrator's link under another name enables what it leads to.
        if (!target.isEmpty() && baseName(target) != name && baseName(target) != "null")
            m_links[baseName(target)].push_back({name, folder});
        if (m_units.contains(name))
            return;
        UnitFile unit{.name = name, .path = path};
        if (target.isEmpty()) {
            readText(unit, folder);
        } else {
            readLinked(unit, absolutePath(folderOf(path), target), folder);
        }
        m_units.insert(name, unit);
    }

    void readText(UnitFile &unit, const QByteArray &folder)
    {
        const auto bytes = m_tree.read(unit.path);
        if (bytes && bytes->isEmpty())
            unit.state = maskedIn(folder);
        else if (bytes)
            unit.text = KeyFile::parse(*bytes, KeyFile::Lines::Continued);
        if (std::ranges::contains(m_folders.generated, folder))
            unit.state = u"generated"_s;
        else if (folder == m_folders.transient)
            unit.state = u"transient"_s;
    }

    void readLinked(UnitFile &unit, const QByteArray &target, const QByteArray &folder)
    {
        const UnitName own = UnitName::parse(unit.name);
        if (target == "/dev/null") {
            unit.state = maskedIn(folder);
        } else if (baseName(target) != unit.name && baseName(target) != own.fileName()) {
            unit.aliasOf = baseName(target);
            unit.state = u"alias"_s;
        } else {
            readText(unit, folder);
            if (!std::ranges::contains(m_folders.folders, folderOf(target)) && unit.state.isEmpty())
                unit.state = isRuntime(folder) ? u"linked-runtime"_s : u"linked"_s;
        }
    }

    [[nodiscard]] bool isRuntime(const QByteArray &folder) const
    {
        return std::ranges::contains(m_folders.runtime, folder);
    }
    [[nodiscard]] QString maskedIn(const QByteArray &folder) const
    {
        return isRuntime(folder) ? u"masked-runtime"_s : u"masked"_s;
    }

    void addInstances()
    {
        for (const auto &[name, wants] : m_wants.asKeyValueRange()) {
            if (const QByteArray of = UnitName::parse(name).fileName(); of != name)
                m_instantiated.insert(of);
            const auto file = m_units.constFind(UnitName::parse(name).fileName());
            if (m_units.contains(name) || file == m_units.constEnd() || !isUnitName(name))
                continue;
            UnitFile unit = *file;
            unit.name = name;
            m_units.insert(name, unit);
        }
    }

    void complete(UnitFile &unit)
    {
        if (!unit.aliasOf.isEmpty())
            return;
        addDropIns(unit);
        for (const Want &want : m_wants.value(unit.name))
            unit.wantedBy += want.by;
        if (unit.state.isEmpty() || unit.state.startsWith("linked"_L1))
            unit.state = enablement(unit);
    }

    void addDropIns(UnitFile &unit)
    {
        const UnitName name = UnitName::parse(unit.name);
        QByteArrayList stems{name.type};
        for (qsizetype dash = unit.name.indexOf('-'); dash >= 0; dash = unit.name.indexOf('-', dash + 1))
            stems += unit.name.first(dash + 1) + '.' + name.type;
        stems += name.fileName();
        if (name.fileName() != unit.name)
            stems += unit.name;
        QMap<QByteArray, QByteArray> files; // they count in the order of their names, wherever they lie
        for (const QByteArray &stem : stems)
            files.insert(m_dropIns.value(stem));
        for (const QByteArray &file : files) {
            const auto bytes = m_tree.read(file);
            if (!bytes || bytes->isEmpty()) // empty: takes back a vendor's
                continue;
            unit.text.append(KeyFile::parse(*bytes, KeyFile::Lines::Continued));
            unit.dropIns += file;
        }
    }

    /// As unit_file_lookup_state() of systemd finds it.
    [[nodiscard]] QString enablement(const UnitFile &unit) const
    {
        std::vector<Want> links = m_wants.value(unit.name);
        const auto aliases = m_links.value(unit.name);
        links.insert(links.end(), aliases.begin(), aliases.end());
        if (UnitName::parse(unit.name).isTemplate())
            addDefaultInstanceLinks(links, unit);
        if (std::ranges::contains(links, m_folders.persistent, &Want::folder))
            return u"enabled"_s;
        if (std::ranges::any_of(links, [this](const Want &link) { return isRuntime(link.folder); }))
            return u"enabled-runtime"_s;
        if (!unit.state.isEmpty())
            return unit.state;
        if (hasInstances(unit.name)) // under names of somebody's choice
            return u"indirect"_s;
        const auto installs = [&unit](QByteArrayView key) { return !unit.text.values("Install", key).isEmpty(); };
        if (installs("WantedBy") || installs("RequiredBy") || installs("UpheldBy") || installs("Alias"))
            return u"disabled"_s;
        return installs("Also") ? u"indirect"_s : u"static"_s;
    }

    /// A template is enabled when the instance that it itself would make is.
    void addDefaultInstanceLinks(std::vector<Want> &links, const UnitFile &unit) const
    {
        const UnitName name = UnitName::parse(unit.name);
        const QByteArray instance = name.prefix + '@' + unit.text.value("Install", "DefaultInstance") + '.' + name.type;
        const auto wants = m_wants.value(instance);
        links.insert(links.end(), wants.begin(), wants.end());
    }

    [[nodiscard]] bool hasInstances(const QByteArray &templateName) const
    {
        return m_instantiated.contains(templateName);
    }

    FileTree &m_tree;
    const UnitFolders &m_folders;
    UnitFiles m_units;
    QMap<QByteArray, std::vector<Want>> m_wants;              ///< by the wanted unit's name
    QSet<QByteArray> m_instantiated;                          ///< templates of which something wants an instance
    QMap<QByteArray, std::vector<Want>> m_links;              ///< other names, by the unit they lead to
    QMap<QByteArray, QMap<QByteArray, QByteArray>> m_dropIns; ///< path by file name, by what they add to
};

} // namespace

QByteArray UnitFile::value(QByteArrayView section, QByteArrayView key) const
{
    return meant(text.value(section, key));
}

QByteArrayList UnitFile::values(QByteArrayView section, QByteArrayView key) const
{
    QByteArrayList values = text.values(section, key);
    for (QByteArray &value : values)
        value = meant(value);
    return values;
}

QByteArray UnitFile::meant(const QByteArray &written) const
{
    return UnitName::parse(name).isTemplate() ? written : withSpecifiers(written, name);
}

QByteArray UnitFile::command() const
{
    QByteArrayList commands;
    for (const QByteArray &line : values("Service", "ExecStart"))
        commands += unitCommandLine(line);
    return commands.join(" ; ");
}

QByteArrayList UnitFile::dependencies() const
{
    QByteArrayList units;
    for (const QByteArrayView key : PullingKeys) {
        for (const QByteArray &unit : text.words("Unit", key)) {
            if (!units.contains(unit))
                units += meant(unit);
        }
    }
    return units;
}

bool UnitFile::startsByItself() const
{
    if (isMasked() || UnitName::parse(name).isTemplate())
        return false;
    return state.startsWith("enabled"_L1) || state == "transient"_L1 || !wantedBy.isEmpty();
}

UnitFolders UnitFolders::ofSystem()
{
    return {{"/etc/systemd/system.control", "/run/systemd/system.control", "/run/systemd/transient",
                "/run/systemd/generator.early", "/etc/systemd/system", "/etc/systemd/system.attached",
                "/run/systemd/system", "/run/systemd/system.attached", "/run/systemd/generator",
                "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
                "/run/systemd/generator.late"},
        "/etc/systemd/system", {"/run/systemd/system", "/run/systemd/system.control"},
        {"/run/systemd/generator.early", "/run/systemd/generator", "/run/systemd/generator.late"},
        "/run/systemd/transient"};
}

UnitFolders UnitFolders::ofUsers()
{
    return {{"/etc/systemd/user", "/run/systemd/user", "/etc/xdg/systemd/user", "/usr/local/share/systemd/user",
                "/usr/share/systemd/user", "/usr/local/lib/systemd/user", "/usr/lib/systemd/user"},
        "/etc/systemd/user", {"/run/systemd/user"}, {}, {}};
}

UnitFolders UnitFolders::ofHome(const Home &home)
{
    return {{home.path + "/.config/systemd/user.control", home.path + "/.config/systemd/user",
                home.path + "/.local/share/systemd/user"},
        home.path + "/.config/systemd/user", {}, {}, {}};
}

std::vector<RuntimeUnits> runtimeUnits(FileTree &tree)
{
    std::vector<RuntimeUnits> all;
    QHash<QByteArray, QByteArray> names;
    for (const PasswdEntry &entry : parsePasswd(tree.tryRead("/etc/passwd").value_or(QByteArray())))
        names.insert(QByteArray::number(entry.id), entry.name);
    for (const QByteArray &folder : tree.entries("/run/user")) {
        const QByteArray place = folder + "/systemd/";
        UnitFolders folders{{place + "user.control", place + "transient", place + "generator.early", place + "user",
                                place + "generator", place + "generator.late"},
            {}, {place + "user.control", place + "user"},
            {place + "generator.early", place + "generator", place + "generator.late"}, place + "transient"};
        all.push_back({names.value(baseName(folder), baseName(folder)), folders});
    }
    return all;
}

UnitFiles readUnitFiles(FileTree &tree, const UnitFolders &folders)
{
    return UnitReader(tree, folders).read();
}

UserUnits readUserUnits(FileTree &tree, const UnitFolders &folders)
{
    if (std::ranges::none_of(folders.folders, [&tree](const QByteArray &folder) { return tree.isFolder(folder); }))
        return {};
    UnitFolders whole = folders;
    std::ranges::copy(UnitFolders::ofUsers().folders, std::back_inserter(whole.folders));
    const auto isOwn = [&folders](const QByteArray &path) {
        return std::ranges::any_of(
            folders.folders, [&path](const QByteArray &folder) { return liesBelow(path, folder); });
    };
    UserUnits units{.all = readUnitFiles(tree, whole)};
    for (const UnitFile &unit : std::as_const(units.all)) {
        // Enablement is looked for in his folders alone.
        if (isOwn(unit.path) || std::ranges::any_of(unit.dropIns, isOwn) || unit.state.startsWith("enabled"_L1))
            units.own.insert(unit.name);
    }
    return units;
}

} // namespace Sonde::Agent::Linux
