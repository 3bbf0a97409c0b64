// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/otherinits.h"

#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/programpath.h"
#include "agent/system/linux/commandwords.h"

#include <QMultiHash>
#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

// ---- Upstart

/// What a stanza takes off the front of a line; nothing when it is another one.
std::optional<QByteArray> afterWord(const QByteArray &line, QByteArrayView word)
{
    if (!line.startsWith(word))
        return {};
    const QByteArray rest = line.sliced(word.size());
    const bool isWhole = rest.isEmpty() || rest.front() == ' ' || rest.front() == '\t';
    return isWhole ? std::optional(rest.trimmed()) : std::nullopt;
}

class UpstartReader final
{
public:
    void read(QByteArrayView bytes)
    {
        QByteArray joined;
        const QByteArrayList lines = bytes.toByteArray().split('\n');
        for (const QByteArray &text : lines) {
            joined += text.trimmed();
            if (joined.endsWith('\\') && !m_isScript) {
                joined.chop(1);
                continue;
            }
            take(std::exchange(joined, {}));
        }
        // What is not finished is shown as far as it goes, and ends with its file.
        take(std::exchange(joined, {}));
        if (std::exchange(m_isScript, false))
            keep(std::exchange(m_script, {}));
    }

    [[nodiscard]] UpstartJob job() const
    {
        UpstartJob job = m_job;
        for (const QByteArray &other : m_others)
            job.command += (job.command.isEmpty() ? "" : "\n") + other;
        job.startsByItself = m_starts;
        return job;
    }

private:
    void take(const QByteArray &line)
    {
        if (m_isScript) {
            if (line.simplified() == "end script") {
                m_isScript = false;
                keep(std::exchange(m_script, {}));
            } else if (!line.isEmpty()) {
                m_script += (m_script.isEmpty() ? "" : "\n") + line;
            }
            return;
        }
        if (line.startsWith('#'))
            return;
        QByteArray rest = line;
        m_isMain = true;
        for (const char *moment : {"pre-start", "post-start", "pre-stop", "post-stop"}) {
            if (const auto after = afterWord(line, moment)) {
                rest = *after;
                m_isMain = false;
            }
        }
        if (const auto command = afterWord(rest, "exec"))
            keep(*command);
        else if (rest == "script")
            m_isScript = true;
        else if (const auto text = afterWord(line, "description"))
            m_job.description = unquoted(*text);
        else if (const auto user = afterWord(line, "setuid"))
            m_job.account = unquoted(*user);
        else if (line.simplified().startsWith("start on "))
            m_starts = true;
        else if (line == "manual")
            m_starts = false; // what was said before does not count any more
    }

    void keep(const QByteArray &command)
    {
        if (m_isMain)
            m_job.command = command; // the last one counts
        else
            m_others += command;
    }

    UpstartJob m_job;
    QByteArrayList m_others;
    QByteArray m_script;
    bool m_isScript = false;
    bool m_isMain = true;
    bool m_starts = false;
};

void addJobsOf(FileTree &tree, const QByteArray &folder, const QByteArray &user, std::vector<Service> &services)
{
    constexpr QByteArrayView ending = ".conf";
    for (const QByteArray &path : tree.entries(folder)) {
        const auto bytes = path.endsWith(ending) ? tree.read(path) : std::nullopt;
        if (!bytes)
            continue;
        const QByteArray stem = path.chopped(ending.size());
        const UpstartJob job = parseUpstartJob(*bytes, tree.tryRead(stem + ".override").value_or(QByteArray()));
        services.push_back({.name = baseName(stem),
            .displayName = job.description,
            .startType = job.startsByItself ? u"enabled"_s : u"disabled"_s,
            .type = u"upstart"_s,
            .account = job.account.isEmpty() ? user : job.account,
            .binary = programPath(tree, splitShellCommand(job.command).program),
            .commandLine = job.command,
            .path = path});
    }
}

// ---- supervisors

/// A folder whose folders are services, each with a program "run".
struct RunFolder {
    const char *folder;
    QLatin1StringView type;
    bool isScanned;          ///< the supervisor looks here; elsewhere only what is linked from there is started
    bool isCompiled = false; ///< s6-rc starts what a database says that is made of these
};
constexpr std::array RunFolders{RunFolder{"/etc/service", "runit"_L1, true},
    RunFolder{"/var/service", "runit"_L1, true}, RunFolder{"/service", "runit"_L1, true},
    RunFolder{"/run/runit/service", "runit"_L1, true}, RunFolder{"/etc/runit/runsvdir/default", "runit"_L1, true},
    RunFolder{"/run/service", "s6"_L1, true}, RunFolder{"/etc/s6-linux-init/current/run-image/service", "s6"_L1, true},
    RunFolder{"/etc/sv", "runit"_L1, false}, RunFolder{"/etc/runit/sv", "runit"_L1, false},
    RunFolder{"/etc/s6/sv", "s6"_L1, false, true}, RunFolder{"/etc/s6-rc/sv", "s6"_L1, false, true}};

void addRunFolders(FileTree &tree, std::vector<Service> &services)
{
    QSet<QByteArray> seen; // mostly by links
    for (const RunFolder &one : RunFolders) {
        for (const QByteArray &path : tree.entries(one.folder)) {
            // s6-rc calls it "up" where the service is no process that stays.
            const QByteArray run = tree.exists(path + "/run") ? QByteArray(path + "/run") : QByteArray(path + "/up");
            const QByteArray place = tree.resolved(run);
            if (place.isEmpty() || seen.contains(place))
                continue;
            seen.insert(place);
            const bool isOn = one.isScanned && tree.isExecutable(run) && !tree.exists(path + "/down");
            services.push_back({.name = baseName(path),
                .startType = isOn    ? u"enabled"_s
                    : one.isCompiled ? QString()
                                     : u"disabled"_s,
                .type = one.type,
                .account = "root",
                .binary = run,
                .commandLine = run,
                .path = run});
        }
    }
}

/// What dinit starts of the services in some folders: "boot", and all that it needs or wants.
class DinitFolders final
{
public:
    DinitFolders(FileTree &tree, const QByteArrayList &folders)
        : m_tree(tree)
    {
        for (const QByteArray &folder : folders)
            addFolder(folder);
        while (!m_next.isEmpty()) {
            const QByteArray name = m_next.takeLast();
            if (m_started.contains(name))
                continue;
            m_started.insert(name);
            m_next += m_wanted.values(name);
        }
    }

    /// `user`: whose they are; those of the system say themselves as whom they run.
    void addTo(std::vector<Service> &services, const std::optional<QByteArray> &user) const
    {
        for (const auto &[path, service] : m_services) {
            if (service.command.isEmpty())
                continue;
            services.push_back({.name = baseName(path),
                .startType = m_started.contains(baseName(path)) ? u"enabled"_s : u"disabled"_s,
                .type = u"dinit"_s,
                .account = user.value_or(service.account),
                .binary = programPath(m_tree, splitCommand(service.command).program),
                .commandLine = service.command,
                .path = path});
        }
    }

private:
    void addFolder(const QByteArray &folder)
    {
        for (const char *boot : {"/boot.d", "/waits-for.d"}) {
            for (const QByteArray &path : m_tree.entries(folder + boot))
                m_next += baseName(path);
        }
        for (const QByteArray &path : m_tree.entries(folder)) {
            const auto bytes = m_tree.isFolder(path) ? std::nullopt : m_tree.read(path);
            if (!bytes)
                continue;
            const DinitService service = parseDinitService(*bytes);
            for (const QByteArray &name : service.wants)
                m_wanted.insert(baseName(path), name);
            for (const QByteArray &wants : service.wantFolders) {
                for (const QByteArray &wanted : m_tree.entries(absolutePath(folder, wants)))
                    m_wanted.insert(baseName(path), baseName(wanted));
            }
            m_services.emplace_back(path, service);
        }
    }

    FileTree &m_tree;
    std::vector<std::pair<QByteArray, DinitService>> m_services;
    QMultiHash<QByteArray, QByteArray> m_wanted;
    QByteArrayList m_next{"boot"};
    QSet<QByteArray> m_started;
};

} // namespace

UpstartJob parseUpstartJob(QByteArrayView bytes, QByteArrayView override)
{
    UpstartReader reader;
    reader.read(bytes);
    reader.read(override);
    return reader.job();
}

DinitService parseDinitService(QByteArrayView bytes)
{
    DinitService service{.account = "root"};
    const QByteArrayList lines = bytes.toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype sign = line.indexOf('=');
        const qsizetype colon = line.indexOf(':');
        const qsizetype end = sign < 0 ? colon : colon < 0 ? sign : std::min(sign, colon);
        if (end <= 0 || line.trimmed().startsWith('#'))
            continue;
        const QByteArray name = line.first(end).trimmed();
        const QByteArray value = line.sliced(end + 1).trimmed();
        if (name == "command")
            service.command = value;
        else if (name == "command +" || name == "command+")
            service.command += ' ' + value;
        else if (name == "run-as")
            service.account = value;
        else if (name == "depends-on" || name == "depends-ms" || name == "waits-for")
            service.wants += value;
        else if (name == "depends-on.d" || name == "depends-ms.d" || name == "waits-for.d")
            service.wantFolders += value;
    }
    return service;
}

void addUpstartJobs(FileTree &tree, std::vector<Service> &services)
{
    addJobsOf(tree, "/etc/init", "root", services);
    for (const char *folder : {"/etc/xdg/upstart", "/usr/share/upstart/sessions"})
        addJobsOf(tree, folder, {}, services);
    for (const Home &home : listHomes(tree)) {
        for (const char *folder : {"/.config/upstart", "/.init"})
            addJobsOf(tree, home.path + folder, home.user, services);
    }
}

void addSupervised(FileTree &tree, std::vector<Service> &services)
{
    addRunFolders(tree, services);
    DinitFolders(tree, {"/etc/dinit.d", "/usr/local/lib/dinit.d", "/usr/lib/dinit.d"}).addTo(services, {});
    DinitFolders(tree, {"/etc/dinit.d/user"}).addTo(services, QByteArray()); // of everybody
    for (const Home &home : listHomes(tree))
        DinitFolders(tree, {home.path + "/.config/dinit.d"}).addTo(services, home.user);
}

} // namespace Sonde::Agent::Linux
