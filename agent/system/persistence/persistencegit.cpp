// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "protocol/base/devicepath.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

void addNotWholly(FileTree &tree, const QByteArray &path, qint64 limit)
{
    tree.addError(Error{ErrorCode::NotWhollyScanned, DevicePath(path).typed(), {}, {}}.with(Fact::Limit, limit));
}

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
        m_visited = 0;
        const QByteArray place = m_tree.resolved(start);
        if (!place.isEmpty())
            lookIn(place, depth);
        if (m_visited > MostFolders)
            addNotWholly(m_tree, start, MostFolders);
    }
    /// Folders with hooks and a configuration: ".git", or a bare one itself.
    [[nodiscard]] const std::vector<QByteArray> &found() const { return m_found; }

private:
    static constexpr int MostFolders = 4000; ///< of each place: who fills one hides nothing in the others

    void lookIn(const QByteArray &folder, int depth)
    {
        if (depth < 0 || m_visited > MostFolders || m_tree.isStopped() || m_seen.contains(folder))
            return;
        ++m_visited;
        m_seen.insert(folder);
        if (folder.endsWith(".git") && (m_tree.isFolder(folder + "/hooks") || m_tree.exists(folder + "/config"))) {
            addRepository(folder);
            return;
        }
        std::vector<QByteArray> below;
        std::ignore = readDirectory(m_tree.outside(folder), [&](const DirectoryEntry &entry) {
            const QByteArray name = entry.name.toByteArray();
            if (entry.isDirectory && (name == ".git" || !isLeftOut(name)))
                below.push_back(joinedPath(folder, name));
            return true;
        });
        for (const QByteArray &path : below)
            lookIn(path, depth - 1);
    }

    /// And those of its submodules, which it keeps in its own.
    void addRepository(const QByteArray &folder)
    {
        m_found.push_back(folder);
        for (const QByteArray &module : m_tree.entries(folder + "/modules")) {
            if (++m_visited > MostFolders || m_tree.isStopped())
                return;
            if (m_tree.exists(module + "/config"))
                addRepository(module);
        }
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

/// Reads files of settings, and those that they include.
class GitSettingsReader final
{
public:
    explicit GitSettingsReader(PersistenceSink &sink)
        : m_sink(sink)
    {
    }

    /// `home`: what ~ stands for; `work`: where git stands when it runs what has no folder.
    void read(const QByteArray &path, const QByteArray &home, const QByteArray &work = {}, int depth = 0)
    {
        if (depth > DeepestInclude || m_read.contains(path) || m_sink.tree().isFolder(path)
            || m_sink.tree().isStopped())
            return;
        m_read.insert(path);
        if (depth > 0 && ++m_included > MostIncluded) {
            if (m_included == MostIncluded + 1)
                addNotWholly(m_sink.tree(), path, MostIncluded);
            return;
        }
        const QByteArray bytes = m_sink.tree().read(path).value_or(QByteArray());
        const std::vector<NamedLine> lines = namedLines(path, bytes);
        auto line = lines.begin();
        for (const GitSetting &setting : parseGitSettings(bytes)) {
            const auto own = setting.line.isEmpty()
                ? lines.end()
                : std::ranges::find(line, lines.end(), setting.line, &NamedLine::content);
            if (own != lines.end())
                line = own + 1;
            if (const auto hook = gitHook(setting))
                take(*hook, path, own == lines.end() ? QByteArray() : own->id, home, work, depth);
        }
    }

private:
    static constexpr int DeepestInclude = 10; ///< as git itself
    static constexpr int MostIncluded = 1000;
    static constexpr qsizetype MostHooks = 64; ///< of one folder

    void take(const Hook &hook, const QByteArray &path, const QByteArray &lineId, const QByteArray &home,
        const QByteArray &work, int depth)
    {
        const bool isInclude = hook.name.startsWith("include") && hook.name.endsWith(".path");
        const bool isFolder = hook.name == "core.hookspath" || hook.name == "init.templatedir";
        const QByteArray place = placeOf(hook.command, home, isInclude ? folderOf(path) : work);
        QByteArrayList starts;
        if (isFolder)
            starts = hooksIn(hook.name == "init.templatedir" ? place + "/hooks" : place);
        else if (isInclude && !place.isEmpty())
            starts += place;
        m_sink.addFound({.entry = {.method = u"git_hooks"_s,
                             .name = hook.name,
                             .enabled = true,
                             .command = hook.command,
                             .path = path,
                             .id = lineId,
                             .holdsMore = true},
            .starts = starts});
        if (isInclude && !place.isEmpty())
            read(place, home, work, depth + 1);
    }

    /// Empty where nobody can tell.
    static QByteArray placeOf(const QByteArray &path, const QByteArray &home, const QByteArray &folder)
    {
        if (path.startsWith("~/"))
            return home.isEmpty() ? QByteArray() : QByteArray(home + path.sliced(1));
        if (path.startsWith('/'))
            return path;
        return folder.isEmpty() ? QByteArray() : absolutePath(folder, path);
    }

    [[nodiscard]] QByteArrayList hooksIn(const QByteArray &folder)
    {
        QByteArrayList hooks;
        if (folder.isEmpty())
            return hooks;
        for (const QByteArray &path : m_sink.tree().entries(folder)) {
            if (hooks.size() < MostHooks && m_sink.tree().isExecutable(path))
                hooks += path;
        }
        return hooks;
    }

    PersistenceSink &m_sink;
    QSet<QByteArray> m_read;
    int m_included = 0;
};

void addGitHooks(PersistenceSink &sink, const QByteArray &folder)
{
    for (const QByteArray &path : sink.tree().entries(folder)) {
        if (!path.endsWith(".sample") && !sink.tree().isFolder(path))
            sink.addScript(u"git_hooks"_s, path, sink.tree().isExecutable(path));
    }
}

/// Whose home a repository is in; empty: nobody's.
QByteArray homeOf(const std::vector<Home> &homes, const QByteArray &folder)
{
    for (const Home &home : homes) {
        if (liesBelow(folder, home.path))
            return home.path;
    }
    return {};
}

} // namespace

void addGit(PersistenceSink &sink)
{
    constexpr int ofHome = 4;
    constexpr int elsewhere = 3;
    RepositorySearch search(sink.tree());
    GitSettingsReader settings(sink);
    settings.read("/etc/gitconfig", {});
    const std::vector<Home> homes = listHomes(sink.tree());
    for (const Home &home : homes) {
        settings.read(home.path + "/.gitconfig", home.path);
        settings.read(home.path + "/.config/git/config", home.path);
        search.look(home.path, ofHome);
    }
    for (const char *folder : {"/opt", "/srv", "/var/www", "/usr/local/src", "/usr/src"})
        search.look(folder, elsewhere);
    search.look("/etc", 1);
    search.look("/var/lib/git", elsewhere);
    for (const QByteArray &folder : search.found()) {
        const QByteArray work = folder.endsWith("/.git") ? folderOf(folder) : folder;
        addGitHooks(sink, folder + "/hooks");
        settings.read(folder + "/config", homeOf(homes, folder), work);
        settings.read(folder + "/config.worktree", homeOf(homes, folder), work);
    }
    addGitHooks(sink, "/usr/share/git-core/templates/hooks"); // goes into each new repository
}

} // namespace Sonde::Agent::Linux
