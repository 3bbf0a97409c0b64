// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/hooks/gitconfig.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"
#include "protocol/base/devicepath.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>
#include <utility>

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
    static constexpr int DeepestModule = 4;
    static constexpr qint64 LongestLink = 8 * 1024; ///< of a file that names a folder

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
            else if (!entry.isDirectory && name == ".git")
                addNamedBy(joinedPath(folder, name));
            return true;
        });
        for (const QByteArray &path : below)
            lookIn(path, depth - 1);
    }

    /// A work tree whose repository is elsewhere: gitrepository-layout(5). Of `git worktree` it is a small one, which has its hooks and most
    /// settings in another.
    void addNamedBy(const QByteArray &file)
    {
        constexpr QByteArrayView names = "gitdir:";
        const QByteArray line = m_tree.read(file, LongestLink).value_or(QByteArray());
        if (!line.startsWith(names))
            return;
        const QByteArray place = m_tree.resolved(absolutePath(folderOf(file), line.sliced(names.size()).trimmed()));
        if (place.isEmpty() || !m_tree.exists(place + "/HEAD"))
            return;
        addRepository(place);
        const QByteArray common = m_tree.read(place + "/commondir", LongestLink).value_or(QByteArray()).trimmed();
        if (const auto shared = m_tree.resolved(absolutePath(place, common)); !common.isEmpty() && !shared.isEmpty())
            addRepository(shared);
    }

    /// And those of its submodules, which it keeps in its own. `folder`: without links, which lead to one repository by many names.
    void addRepository(const QByteArray &folder)
    {
        if (m_repositories.contains(folder))
            return;
        m_repositories.insert(folder);
        m_found.push_back(folder);
        addModules(folder + "/modules", DeepestModule);
    }

    /// A submodule may be called "libraries/x".
    void addModules(const QByteArray &folder, int depth)
    {
        for (const QByteArray &path : m_tree.entries(folder)) {
            if (++m_visited > MostFolders || m_tree.isStopped())
                return;
            const QByteArray place = m_tree.resolved(path);
            if (!place.isEmpty() && m_tree.exists(place + "/config"))
                addRepository(place);
            else if (depth > 0 && place == path && m_tree.isFolder(path))
                addModules(path, depth - 1);
        }
    }

    /// Large, and made by programs.
    static bool isLeftOut(const QByteArray &name)
    {
        static const QSet<QByteArray> names{"node_modules", "__pycache__", "vendor", "target", "build", "dist"};
        return name.startsWith('.') || names.contains(name);
    }

    FileTree &m_tree;
    QSet<QByteArray> m_seen;         ///< gone through
    QSet<QByteArray> m_repositories; ///< a link to a folder that is none of both keeps nobody from going through that
    std::vector<QByteArray> m_found;
    int m_visited = 0;
};

/// What lies in folders of hooks. Those that git runs come first, whatever else is there; of other files, which they may need, so many.
class HookFolders final
{
public:
    explicit HookFolders(FileTree &tree)
        : m_tree(tree)
    {
    }

    /// Neither folders nor samples; what may be executed before what may not.
    QByteArrayList filesIn(const QByteArray &folder)
    {
        const QByteArray place = m_tree.resolved(folder);
        if (place.isEmpty())
            return {};
        if (const auto known = m_known.constFind(place); known != m_known.cend())
            return *known;
        std::array<QByteArrayList, 3> files; // what git runs, what else may be executed, the rest
        for (const QByteArray &path : m_tree.entries(folder)) {
            if (m_tree.isStopped())
                break;
            if (!path.endsWith(".sample") && !m_tree.isFolder(path))
                files.at(isHookName(baseName(path)) ? 0 : m_tree.isExecutable(path) ? 1 : 2) += path;
        }
        const qsizetype room = std::min(MostOthers, MostOthersOfAll - m_others);
        const QByteArrayList others = files[1] + files[2];
        if (others.size() > room)
            addNotWholly(m_tree, folder, room == MostOthers ? MostOthers : MostOthersOfAll);
        m_others += std::min(room, others.size());
        return *m_known.insert(place, files[0] + others.first(std::min(room, others.size())));
    }

private:
    static constexpr qsizetype MostOthers = 64; ///< of one folder, and
    static constexpr qsizetype MostOthersOfAll = 10'000;

    /// githooks(5)
    static bool isHookName(const QByteArray &name)
    {
        static constexpr std::array<QByteArrayView, 28> names{"applypatch-msg", "pre-applypatch", "post-applypatch",
            "pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-rebase",
            "post-checkout", "post-merge", "pre-push", "pre-receive", "update", "proc-receive", "post-receive",
            "post-update", "reference-transaction", "push-to-checkout", "pre-auto-gc", "post-rewrite",
            "sendemail-validate", "fsmonitor-watchman", "p4-changelist", "p4-prepare-changelist", "p4-post-changelist",
            "p4-pre-submit", "post-index-change"};
        return std::ranges::contains(names, QByteArrayView(name));
    }

    FileTree &m_tree;
    QHash<QByteArray, QByteArrayList> m_known;
    qsizetype m_others = 0;
};

/// Reads files of settings, and those that they include. What a file says is a row once, however many people it holds for; where that leads
/// is another place for each of them.
class GitSettingsReader final
{
public:
    GitSettingsReader(PersistenceSink &sink, HookFolders &hooks)
        : m_sink(sink)
        , m_tree(sink.tree())
        , m_hooks(hooks)
        , m_prefix(!m_tree.exists("/usr/bin/git") && m_tree.exists("/usr/local/bin/git") ? "/usr/local" : "/usr")
    {
        for (const PasswdEntry &entry : parsePasswd(m_tree.read("/etc/passwd").value_or(QByteArray())))
            m_users.insert(entry.name, entry.home);
    }

    /// `home`: what ~ stands for; `work`: where git stands when it runs what has no folder.
    void read(const QByteArray &path, const QByteArray &home, const QByteArray &work = {}, int depth = 0)
    {
        const QByteArray key = path + '\0' + home + '\0' + work;
        if (depth > DeepestInclude || m_followed.contains(key) || m_tree.isFolder(path) || m_tree.isStopped())
            return;
        m_followed.insert(key);
        const bool isNew = !m_files.contains(path);
        if (isNew && depth > 0 && ++m_included > MostIncluded) {
            if (m_included == MostIncluded + 1)
                addNotWholly(m_tree, path, MostIncluded);
            return;
        }
        if (isNew)
            m_files.insert(path, settingsIn(path));
        const std::vector<size_t> leading = m_files.value(path);
        if (!isNew && !mayGoAgain(path, qsizetype(leading.size())))
            return;
        for (const size_t row : leading)
            follow(row, home, work, depth);
    }

    /// When all is read.
    void addRows()
    {
        for (Found &row : m_rows)
            m_sink.addFound(std::move(row));
    }

private:
    static constexpr int DeepestInclude = 10; ///< as git itself
    static constexpr int MostIncluded = 1000;
    static constexpr qsizetype MostAgain = 100'000; ///< settings that are followed for one more person or repository
    static constexpr qsizetype MostStarts = 256;    ///< of one row, and
    static constexpr qsizetype MostStartsOfAll = 100'000;

    /// Makes rows of them; the numbers of those that lead somewhere.
    std::vector<size_t> settingsIn(const QByteArray &path)
    {
        std::vector<size_t> leading;
        const QByteArray bytes = m_tree.read(path).value_or(QByteArray());
        const std::vector<NamedLine> lines = namedLines(path, bytes);
        auto line = lines.begin();
        for (const GitSetting &setting : parseGitSettings(bytes)) {
            const auto own = setting.line.isEmpty()
                ? lines.end()
                : std::ranges::find(line, lines.end(), setting.line, &NamedLine::content);
            if (own != lines.end())
                line = own + 1;
            const auto hook = gitHook(setting);
            if (!hook)
                continue;
            if (isInclude(hook->name) || isFolder(hook->name))
                leading.push_back(m_rows.size());
            m_rows.push_back({.entry = {.method = u"git_hooks"_s,
                                  .name = hook->name,
                                  .enabled = true,
                                  .command = hook->command,
                                  .path = path,
                                  .id = own == lines.end() ? QByteArray() : own->id,
                                  .holdsMore = true}});
        }
        return leading;
    }

    static bool isInclude(const QByteArray &name) { return name.startsWith("include") && name.endsWith(".path"); }
    static bool isFolder(const QByteArray &name) { return name == "core.hookspath" || name == "init.templatedir"; }

    void follow(size_t row, const QByteArray &home, const QByteArray &work, int depth)
    {
        const PersistenceEntry &entry = m_rows.at(row).entry;
        const bool includes = isInclude(entry.name);
        const QByteArray place = placeOf(entry.command, home, includes ? folderOf(entry.path) : work);
        if (place.isEmpty())
            return;
        if (includes) {
            addStart(row, place);
            read(place, home, work, depth + 1);
            return;
        }
        for (const QByteArray &path : m_hooks.filesIn(entry.name == "init.templatedir" ? place + "/hooks" : place)) {
            if (m_tree.isExecutable(path))
                addStart(row, path);
        }
    }

    void addStart(size_t row, const QByteArray &path)
    {
        Found &found = m_rows.at(row);
        if (found.starts.contains(path))
            return;
        if (found.starts.size() < MostStarts && m_starts < MostStartsOfAll) {
            found.starts += path;
            ++m_starts;
        } else if (!std::exchange(m_isCut, true)) {
            addNotWholly(m_tree, found.entry.path, m_starts < MostStartsOfAll ? MostStarts : MostStartsOfAll);
        }
    }

    bool mayGoAgain(const QByteArray &path, qsizetype settings)
    {
        const bool could = m_again <= MostAgain;
        m_again += settings;
        if (could && m_again > MostAgain)
            addNotWholly(m_tree, path, MostAgain);
        return m_again <= MostAgain;
    }

    /// As git expands it; empty where nobody can tell.
    [[nodiscard]] QByteArray placeOf(const QByteArray &written, const QByteArray &home, const QByteArray &folder) const
    {
        constexpr QByteArrayView optional = ":(optional)";
        constexpr QByteArrayView prefix = "%(prefix)/";
        const QByteArray path = written.startsWith(optional) ? written.sliced(optional.size()) : written;
        if (path.startsWith(prefix))
            return m_prefix + path.sliced(prefix.size() - 1);
        if (path.startsWith('~')) {
            const qsizetype slash = path.indexOf('/');
            const qsizetype end = slash < 0 ? path.size() : slash;
            const QByteArray ofUser = end == 1 ? home : m_users.value(path.sliced(1, end - 1));
            return ofUser.isEmpty() ? QByteArray() : QByteArray(ofUser + path.sliced(end));
        }
        if (path.startsWith('/'))
            return path;
        return folder.isEmpty() ? QByteArray() : absolutePath(folder, path);
    }

    PersistenceSink &m_sink;
    FileTree &m_tree;
    HookFolders &m_hooks;
    const QByteArray m_prefix;                      ///< where git itself is
    QHash<QByteArray, QByteArray> m_users;          ///< their homes
    QHash<QByteArray, std::vector<size_t>> m_files; ///< that were read, and which of their rows lead somewhere
    QSet<QByteArray> m_followed;                    ///< files, each with the home and the folder
    std::vector<Found> m_rows;
    int m_included = 0;
    qsizetype m_again = 0;
    qsizetype m_starts = 0;
    bool m_isCut = false;
};

void addGitHooks(PersistenceSink &sink, HookFolders &hooks, const QByteArray &folder)
{
    for (const QByteArray &path : hooks.filesIn(folder))
        sink.addScript(u"git_hooks"_s, path, sink.tree().isExecutable(path));
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
    HookFolders hooks(sink.tree());
    GitSettingsReader settings(sink, hooks);
    settings.read("/etc/gitconfig", {});
    const std::vector<Home> homes = listHomes(sink.tree());
    for (const Home &home : homes) {
        settings.read("/etc/gitconfig", home.path);
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
        addGitHooks(sink, hooks, folder + "/hooks");
        settings.read(folder + "/config", homeOf(homes, folder), work);
        settings.read(folder + "/config.worktree", homeOf(homes, folder), work);
    }
    addGitHooks(sink, hooks, "/usr/share/git-core/templates/hooks"); // goes into each new repository
    settings.addRows();
}

} // namespace Sonde::Agent::Linux
