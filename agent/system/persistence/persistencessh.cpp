// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/hooks/pamparser.h"
#include "agent/system/hooks/sshparser.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "protocol/base/devicepath.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

// ---- sshd

constexpr int DeepestInclude = 16; ///< as sshd itself

void addKeys(PersistenceSink &sink, const QByteArray &path, const QByteArray &user)
{
    for (const NamedLine &line : namedLines(path, sink.tree().read(path).value_or(QByteArray()))) {
        const auto keys = parseAuthorizedKeys(line.content);
        if (keys.empty())
            continue;
        const AuthorizedKey &key = keys.front();
        QCborMap details{
            {u"type"_s, deviceText(key.type)}, {u"fingerprint"_s, key.fingerprint}, {u"user"_s, deviceText(user)}};
        if (!key.options.isEmpty())
            details.insert(u"options"_s, deviceText(key.options));
        sink.add({.method = u"ssh_keys"_s,
            .name = key.comment.isEmpty() ? key.fingerprint.toUtf8() : key.comment,
            .enabled = true,
            .command = key.command,
            .path = path,
            .id = line.id,
            .details = details});
    }
}

/// sshd_config's name for a user's file of keys, with %h, %u and %% filled in.
QByteArray keyFile(const QByteArray &pattern, const Home &home)
{
    QByteArray path = pattern;
    path.replace("%%", QByteArray(1, '\0')).replace("%h", home.path).replace("%u", home.user).replace('\0', '%');
    return path.startsWith('/') ? path : home.path + '/' + path;
}

/// Reads the daemon's settings, and every file that they include.
class SshDaemonReader final
{
public:
    explicit SshDaemonReader(PersistenceSink &sink)
        : m_sink(sink)
    {
    }

    void read(const QByteArray &path) { readFile(path, {}, 0); }
    /// Where it looks for keys.
    [[nodiscard]] const QByteArrayList &keyFiles() const { return m_keyFiles; }
    [[nodiscard]] bool hasRead(const QByteArray &path) const { return m_read.contains(path); }

private:
    /// `match`: for whom the lines count that include it; empty for everybody.
    void readFile(const QByteArray &path, QByteArray match, int depth)
    {
        if (depth > DeepestInclude || m_sink.tree().isFolder(path) || m_sink.tree().isStopped())
            return;
        // One that includes itself, or many that include each other, are read so often and no more.
        if (++m_files > MostFiles) {
            if (m_files == MostFiles + 1)
                m_sink.tree().addError(
                    Error{ErrorCode::NotWhollyScanned, DevicePath(path).typed(), {}, {}}.with(Fact::Limit, MostFiles));
            return;
        }
        m_read.insert(path);
        for (const NamedLine &line : namedLines(path, m_sink.tree().read(path).value_or(QByteArray()))) {
            const SshdSetting setting = parseSshdConfig(line.content).front();
            if (setting.keyword == "match")
                match = setting.value.toLower() == "all" ? QByteArray() : setting.value;
            else if (setting.keyword == "include")
                include(setting.arguments, match, depth);
            else
                take(setting, path, line.id, match);
        }
    }

    void include(const QByteArrayList &patterns, const QByteArray &match, int depth)
    {
        for (const QByteArray &pattern : patterns) {
            const QByteArray absolute = pattern.startsWith('/') ? pattern : "/etc/ssh/" + pattern;
            for (const QByteArray &path : globPaths(m_sink.tree(), absolute))
                readFile(path, match, depth + 1);
        }
    }

    void take(const SshdSetting &setting, const QByteArray &path, const QByteArray &line, const QByteArray &match)
    {
        // What is run, what is loaded, who decides whom to let in.
        static constexpr std::array<QByteArrayView, 14> starters{"authorizedkeyscommand", "authorizedkeysfile",
            "authorizedprincipalscommand", "authorizedprincipalsfile", "forcecommand", "subsystem", "trustedusercakeys",
            "securitykeyprovider", "xauthlocation", "sshdsessionpath", "sshdauthpath", "permituserenvironment",
            "hostkeyagent", "setenv"};
        if (setting.keyword == "authorizedkeysfile")
            m_keyFiles += setting.arguments;
        if (!std::ranges::contains(starters, QByteArrayView(setting.keyword)) || setting.value == "none"
            || setting.value == "no")
            return;
        // The first of a keyword counts, for everybody and for each condition.
        const QByteArray key =
            setting.keyword == "subsystem" ? setting.keyword + setting.arguments.value(0) : setting.keyword;
        const QByteArray place = match + '\n' + key;
        QCborMap details;
        if (!match.isEmpty())
            details.insert(u"match"_s, deviceText(match));
        m_sink.add({.method = u"ssh_daemon"_s,
            .name = setting.keyword,
            .enabled = !m_seen.contains(place),
            .command = setting.value,
            .path = path,
            .id = line,
            .details = details});
        m_seen.insert(place);
    }

    static constexpr int MostFiles = 1000;

    int m_files = 0;
    PersistenceSink &m_sink;
    QSet<QByteArray> m_read;
    QSet<QByteArray> m_seen;
    QByteArrayList m_keyFiles;
};

void addSsh(PersistenceSink &sink)
{
    SshDaemonReader reader(sink);
    reader.read("/etc/ssh/sshd_config");
    // Also what it does not include today.
    for (const QByteArray &path : sink.tree().entries("/etc/ssh/sshd_config.d")) {
        if (!reader.hasRead(path))
            reader.read(path);
    }
    sink.addRead(u"ssh_daemon"_s, "/etc/ssh/sshrc");
    QByteArrayList patterns = reader.keyFiles();
    patterns += {".ssh/authorized_keys", ".ssh/authorized_keys2"};
    patterns.removeAll("none");
    QSet<QByteArray> seen;
    for (const Home &home : listHomes(sink.tree())) {
        for (const QByteArray &pattern : std::as_const(patterns)) {
            const QByteArray path = keyFile(pattern, home);
            if (!seen.contains(path))
                addKeys(sink, path, home.user);
            seen.insert(path);
        }
    }
}

// ---- PAM

constexpr std::array ModuleFolders{"/usr/lib/*/security/*.so", "/usr/lib/security/*.so", "/usr/lib64/security/*.so",
    "/lib/*/security/*.so", "/lib/security/*.so", "/lib64/security/*.so"};

/// Modules that start a program or run somebody's code.
bool startsSomething(const QByteArray &module)
{
    static constexpr std::array<QByteArrayView, 6> names{
        "pam_exec.so", "pam_script.so", "pam_python.so", "pam_perl.so", "pam_lua.so", "pam_mount.so"};
    return std::ranges::contains(names, QByteArrayView(baseName(module)));
}

/// Where its modules lie.
QHash<QByteArray, QByteArray> pamModules(FileTree &tree)
{
    QHash<QByteArray, QByteArray> modules;
    for (const char *pattern : ModuleFolders) {
        for (const QByteArray &path : globPaths(tree, pattern)) {
            if (!modules.contains(baseName(path)))
                modules.insert(baseName(path), path);
        }
    }
    return modules;
}

class PamReader final
{
public:
    explicit PamReader(PersistenceSink &sink)
        : m_sink(sink)
        , m_modules(pamModules(sink.tree()))
    {
    }

    void readModules()
    {
        for (const auto &[name, path] : m_modules.asKeyValueRange())
            m_sink.addFound({.entry = {.method = u"pam_modules"_s, .name = name, .enabled = true, .path = path},
                .starts = {path},
                .onlyUnexplained = true});
    }

    void readFile(const QByteArray &path, PamFile kind)
    {
        if (m_sink.tree().isFolder(path))
            return;
        QByteArray joined;
        for (const NamedLine &line : namedLines(path, m_sink.tree().read(path).value_or(QByteArray()))) {
            joined += line.content;
            if (joined.endsWith('\\')) {
                joined.back() = ' ';
                continue;
            }
            for (const PamRule &rule : parsePamLine(std::exchange(joined, {}), kind))
                take(rule, path, line);
        }
    }

private:
    void take(const PamRule &rule, const QByteArray &path, const NamedLine &line)
    {
        const QByteArray module =
            rule.module.startsWith('/') ? rule.module : m_modules.value(baseName(rule.module), rule.module);
        QByteArrayList starts{module};
        for (const QByteArray &argument : rule.arguments) {
            if (argument.startsWith('/'))
                starts += argument;
        }
        m_sink.addFound({.entry = {.method = u"pam"_s,
                             .name = baseName(path),
                             .enabled = true,
                             .command = line.content,
                             .path = path,
                             .id = line.id,
                             .details = {{u"module"_s, deviceText(module)}}},
            .starts = starts,
            .onlyUnexplained = !startsSomething(rule.module),
            .judgesOnlyStarts = !startsSomething(rule.module)});
    }

    PersistenceSink &m_sink;
    QHash<QByteArray, QByteArray> m_modules; ///< by name
};

void addPam(PersistenceSink &sink)
{
    PamReader reader(sink);
    reader.readModules();
    for (const char *folder : {"/etc/pam.d", "/usr/lib/pam.d", "/usr/share/pam.d"}) {
        for (const QByteArray &path : sink.tree().entries(folder))
            reader.readFile(path, PamFile::OfService);
    }
    reader.readFile("/etc/pam.conf", PamFile::OfAll);
}

} // namespace

void addSshAndPam(PersistenceSink &sink)
{
    addSsh(sink);
    addPam(sink);
}

} // namespace Sonde::Agent::Linux
