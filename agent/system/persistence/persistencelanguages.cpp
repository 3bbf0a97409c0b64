// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

// ---- Python: the module site, at each start

/// Lines that it runs: the others are folders.
bool runsCode(const QByteArray &line)
{
    return line.startsWith("import ") || line.startsWith("import\t");
}

void addPathFile(PersistenceSink &sink, const QByteArray &path, const QCborMap &details)
{
    for (const NamedLine &line : namedLines(path, sink.tree().tryRead(path).value_or(QByteArray()))) {
        if (runsCode(line.content))
            sink.add({.method = u"language_hooks"_s,
                .name = baseName(path),
                .enabled = true,
                .command = line.content,
                .path = path,
                .id = line.id,
                .details = details});
    }
}

void addPython(PersistenceSink &sink, const QByteArray &folder, const QCborMap &details)
{
    for (const QByteArray &path : sink.tree().entries(folder)) {
        const QByteArray name = baseName(path);
        if (name.endsWith(".pth"))
            addPathFile(sink, path, details);
        else if (name == "sitecustomize.py" || name == "usercustomize.py")
            sink.addRead(u"language_hooks"_s, path, details);
        else if (name == "sitecustomize" || name == "usercustomize") // a package of that name is one, too
            sink.addRead(u"language_hooks"_s, path + "/__init__.py", details);
    }
}

void addLanguages(PersistenceSink &sink)
{
    QSet<QByteArray> seen;
    for (const char *pattern : {"/usr/lib/python3/dist-packages", "/usr/lib/python[23]*",
             "/usr/lib/python*/site-packages", "/usr/lib/python*/dist-packages", "/usr/lib64/python*/site-packages",
             "/usr/local/lib/python*/dist-packages", "/usr/local/lib/python*/site-packages",
             "/opt/*/lib/python*/site-packages"}) {
        for (const QByteArray &folder : globPaths(sink.tree(), pattern)) {
            if (!seen.contains(folder))
                addPython(sink, folder, {});
            seen.insert(folder);
        }
    }
    for (const Home &home : listHomes(sink.tree())) {
        for (const QByteArray &folder : globPaths(sink.tree(), home.path + "/.local/lib/python*/site-packages"))
            addPython(sink, folder, {{u"user"_s, deviceText(home.user)}});
        sink.addRead(u"language_hooks"_s, home.path + "/.pythonrc", {{u"user"_s, deviceText(home.user)}});
    }
    for (const char *pattern : {"/etc/perl/sitecustomize.pl", "/usr/local/lib/site_perl/sitecustomize.pl",
             "/usr/lib/*/perl/*/sitecustomize.pl"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern))
            sink.addRead(u"language_hooks"_s, path);
    }
}

// ---- git

/// Looks for repositories where people and servers keep them, not everywhere.
class RepositorySearch final
{
public:
    explicit RepositorySearch(FileTree &tree)
        : m_tree(tree)
    {
    }

    void look(const QByteArray &start, int depth)
    {
        const QByteArray place = m_tree.resolved(start);
        if (!place.isEmpty())
            lookIn(place, depth);
    }
    /// Folders with hooks and a configuration: ".git", or a bare one itself.
    [[nodiscard]] const std::vector<QByteArray> &found() const { return m_found; }

private:
    static constexpr int MostFolders = 4000;

    void lookIn(const QByteArray &folder, int depth)
    {
        if (depth < 0 || m_visited > MostFolders || m_tree.isStopped() || m_seen.contains(folder))
            return;
        ++m_visited;
        m_seen.insert(folder);
        if (folder.endsWith(".git") && m_tree.isFolder(folder + "/hooks")) {
            m_found.push_back(folder);
            return;
        }
        std::vector<QByteArray> below;
        std::ignore = readDirectory(m_tree.outside(folder), [&](const DirectoryEntry &entry) {
            const QByteArray name = entry.name.toByteArray();
            if (entry.isDirectory && (name == ".git" || !isLeftOut(name)))
                below.push_back(folder + '/' + name);
            return true;
        });
        for (const QByteArray &path : below)
            lookIn(path, depth - 1);
    }

    /// Large, and made by programs.
    static bool isLeftOut(const QByteArray &name)
    {
        static const QSet<QByteArray> names{"node_modules", "__pycache__", "vendor", "target", "build", "dist"};
        return name.startsWith('.') || names.contains(name);
    }

    FileTree &m_tree;
    QSet<QByteArray> m_seen;
    std::vector<QByteArray> m_found;
    int m_visited = 0;
};

void addRepository(PersistenceSink &sink, const QByteArray &folder)
{
    for (const QByteArray &path : sink.tree().entries(folder + "/hooks")) {
        if (!path.endsWith(".sample") && !sink.tree().isFolder(path))
            sink.addScript(u"git_hooks"_s, path, sink.tree().isExecutable(path));
    }
    sink.addHooks(u"git_hooks"_s, folder + "/config", &parseGitConfig);
}

void addGit(PersistenceSink &sink)
{
    constexpr int ofHome = 4;
    constexpr int elsewhere = 3;
    RepositorySearch search(sink.tree());
    sink.addHooks(u"git_hooks"_s, "/etc/gitconfig", &parseGitConfig);
    for (const Home &home : listHomes(sink.tree())) {
        sink.addHooks(u"git_hooks"_s, home.path + "/.gitconfig", &parseGitConfig);
        sink.addHooks(u"git_hooks"_s, home.path + "/.config/git/config", &parseGitConfig);
        search.look(home.path, ofHome);
    }
    for (const char *folder : {"/opt", "/srv", "/var/www", "/usr/local/src", "/usr/src"})
        search.look(folder, elsewhere);
    search.look("/etc", 1);
    search.look("/var/lib/git", elsewhere);
    for (const QByteArray &folder : search.found())
        addRepository(sink, folder);
    for (const QByteArray &path : sink.tree().entries("/usr/share/git-core/templates/hooks")) {
        if (!path.endsWith(".sample")) // goes into each new repository
            sink.addScript(u"git_hooks"_s, path, sink.tree().isExecutable(path));
    }
}

} // namespace

void addLanguageHooks(PersistenceSink &sink)
{
    addLanguages(sink);
    addGit(sink);
}

} // namespace Sonde::Agent::Linux
