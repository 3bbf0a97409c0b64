// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/services/otherinits.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/programpath.h"
#include "agent/system/linux/commandwords.h"

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
            .account = user,
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
    bool isScanned; ///< the supervisor looks here; elsewhere only what is linked from there is started
};
constexpr std::array RunFolders{RunFolder{"/etc/service", "runit"_L1, true},
    RunFolder{"/var/service", "runit"_L1, true}, RunFolder{"/service", "runit"_L1, true},
    RunFolder{"/run/runit/service", "runit"_L1, true}, RunFolder{"/etc/runit/runsvdir/default", "runit"_L1, true},
    RunFolder{"/run/service", "s6"_L1, true}, RunFolder{"/etc/s6-linux-init/current/run-image/service", "s6"_L1, true},
    RunFolder{"/etc/sv", "runit"_L1, false}, RunFolder{"/etc/runit/sv", "runit"_L1, false},
    RunFolder{"/etc/s6/sv", "s6"_L1, false}, RunFolder{"/etc/s6-rc/sv", "s6"_L1, false}};

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
                .startType = isOn ? u"enabled"_s : u"disabled"_s,
                .type = one.type,
                .account = "root",
                .binary = run,
                .commandLine = run,
                .path = run});
        }
    }
}

void addDinit(FileTree &tree, const QByteArray &folder, const QByteArray &user, std::vector<Service> &services)
{
    QSet<QByteArray> linked;
    for (const char *boot : {"/boot.d", "/waits-for.d"}) {
        for (const QByteArray &path : tree.entries(folder + boot))
            linked.insert(baseName(path));
    }
    for (const QByteArray &path : tree.entries(folder)) {
        const auto bytes = tree.isFolder(path) ? std::nullopt : tree.read(path);
        const DinitService service = bytes ? parseDinitService(*bytes) : DinitService();
        if (service.command.isEmpty())
            continue;
        services.push_back({.name = baseName(path),
            .startType = linked.contains(baseName(path)) ? u"enabled"_s : u"disabled"_s,
            .type = u"dinit"_s,
            .account = user.isEmpty() ? service.account : user,
            .binary = programPath(tree, splitCommand(service.command).program),
            .commandLine = service.command,
            .path = path});
    }
}

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
        if (name == "command")
            service.command = line.sliced(end + 1).trimmed();
        else if (name == "run-as")
            service.account = line.sliced(end + 1).trimmed();
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
    for (const char *folder : {"/etc/dinit.d", "/usr/local/lib/dinit.d", "/usr/lib/dinit.d"})
        addDinit(tree, folder, {}, services);
    addDinit(tree, "/etc/dinit.d/user", {}, services);
    for (const Home &home : listHomes(tree))
        addDinit(tree, home.path + "/.config/dinit.d", home.user, services);
}

} // namespace Sonde::Agent::Linux
