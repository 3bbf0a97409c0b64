// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/packages/packageindex.h"

#include "agent/system/files/filetree.h"
#include "agent/system/linux/decompress.h"
#include "agent/system/packages/packageparser.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qint64 MostIndexBytes = 256LL * 1024 * 1024;
constexpr qsizetype Md5Digits = 32;

/// Names by which a database may know a path, and the path.
using Names = QHash<QByteArray, QByteArray>;

/// The path, and the one that it had before /usr swallowed /bin and its likes.
Names namesOfAll(const FileTree &tree, const QSet<QByteArray> &paths)
{
    static constexpr std::array<QByteArrayView, 6> folders{"bin", "sbin", "lib", "lib32", "lib64", "libx32"};
    QList<QByteArray> merged;
    for (const QByteArrayView folder : folders) {
        if (tree.linkTarget('/' + folder.toByteArray()).endsWith(QByteArray("usr/" + folder.toByteArray())))
            merged += "/usr/" + folder.toByteArray() + '/';
    }
    Names names;
    for (const QByteArray &path : paths) {
        names.insert(path, path);
        for (const QByteArray &folder : merged) {
            if (path.startsWith(folder))
                names.insert(path.sliced(4), path);
        }
    }
    return names;
}

template<typename Visitor>
void visitLines(QByteArrayView bytes, Visitor visit)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        visit(bytes.first(end < 0 ? bytes.size() : end));
        if (end < 0)
            return;
        bytes = bytes.sliced(end + 1);
    }
}

/// What a line stands for, without a copy of it; empty when it is none of the names.
QByteArray pathOf(const Names &names, QByteArrayView line)
{
    return names.value(QByteArray::fromRawData(line.data(), line.size()));
}

/// The databases of dpkg, one pass over each.
class DpkgIndex final
{
public:
    DpkgIndex(FileTree &tree, const Names &names, QHash<QByteArray, PackageIndex::Entry> &entries)
        : m_tree(tree)
        , m_names(names)
        , m_entries(entries)
    {
    }

    void read()
    {
        if (!m_tree.exists("/var/lib/dpkg/status"))
            return;
        for (const Diversion &diversion : diversions(m_tree.tryRead("/var/lib/dpkg/diversions").value_or(QByteArray())))
            m_diversions.insert(diversion.from, diversion);
        constexpr QByteArrayView ending = ".list";
        for (const QByteArray &list : m_tree.entries("/var/lib/dpkg/info")) {
            if (m_tree.isStopped())
                return;
            if (list.endsWith(ending))
                readList(list, baseName(list).chopped(ending.size()));
        }
        for (const QByteArray &package : std::as_const(m_packages))
            readSums(package);
        readConfiguration();
    }

private:
    void readList(const QByteArray &list, const QByteArray &package)
    {
        const QByteArray content = m_tree.tryRead(list, MostIndexBytes).value_or(QByteArray());
        std::optional<qint64> recorded;
        visitLines(content, [&](QByteArrayView line) {
            const QByteArray path = placeOf(package, line);
            if (path.isEmpty() || m_entries.contains(path))
                return;
            if (!recorded) {
                const auto facts = m_tree.facts(list);
                recorded = facts ? facts->changed : 0;
            }
            m_entries.insert(path, {{QString::fromUtf8(package), {}, u"dpkg"_s, {}}, recorded});
            m_packages.insert(package);
        });
    }

    /// Where a package's file lies: another one may have it moved away.
    [[nodiscard]] QByteArray placeOf(const QByteArray &package, QByteArrayView listed) const
    {
        const auto diversion = m_diversions.isEmpty()
            ? m_diversions.constEnd()
            : m_diversions.constFind(QByteArray::fromRawData(listed.data(), listed.size()));
        if (diversion != m_diversions.constEnd() && diversion->by != package.split(':').constFirst())
            return pathOf(m_names, diversion->to);
        return pathOf(m_names, listed);
    }

    void readSums(const QByteArray &package)
    {
        const QByteArray path = "/var/lib/dpkg/info/" + package + ".md5sums";
        const QByteArray sums = m_tree.tryRead(path, MostIndexBytes).value_or(QByteArray());
        visitLines(sums, [&](QByteArrayView line) {
            // md5, two blanks, the path without its first slash
            if (line.size() <= Md5Digits + 2)
                return;
            const QByteArray listed = '/' + line.sliced(Md5Digits + 2).toByteArray();
            take(placeOf(package, listed), package, line.first(Md5Digits), false);
        });
    }

    /// Conffiles of /var/lib/dpkg/status: " /etc/x md5".
    void readConfiguration()
    {
        const QByteArray status = m_tree.tryRead("/var/lib/dpkg/status", MostIndexBytes).value_or(QByteArray());
        QByteArray package;
        visitLines(status, [&](QByteArrayView line) {
            constexpr QByteArrayView name = "Package: ";
            if (line.startsWith(name))
                package = line.sliced(name.size()).toByteArray();
            if (!line.startsWith(" /"))
                return;
            const QList<QByteArray> fields = line.sliced(1).toByteArray().split(' ');
            if (fields.size() >= 2)
                take(pathOf(m_names, fields.at(0)), package, fields.at(1), true);
        });
    }

    void take(const QByteArray &path, const QByteArray &package, QByteArrayView md5, bool isConfiguration)
    {
        const auto entry = path.isEmpty() ? m_entries.end() : m_entries.find(path);
        const QString plain = QString::fromUtf8(package.split(':').constFirst());
        if (entry == m_entries.end() || entry->file.package.section(u':', 0, 0) != plain)
            return;
        entry->file.digest = QByteArray::fromHex(md5.toByteArray());
        entry->file.isConfiguration = isConfiguration;
    }

    FileTree &m_tree;
    const Names &m_names;
    QHash<QByteArray, PackageIndex::Entry> &m_entries;
    QHash<QByteArray, Diversion> m_diversions; ///< by what is diverted
    QSet<QByteArray> m_packages;               ///< that own something that is asked for
};

/// Alpine: folders with their files, package after package.
void readApk(FileTree &tree, const Names &names, QHash<QByteArray, PackageIndex::Entry> &entries)
{
    for (const char *database : {"/lib/apk/db/installed", "/usr/lib/apk/db/installed"}) {
        const QByteArray installed = tree.tryRead(database, MostIndexBytes).value_or(QByteArray());
        QString package;
        QByteArray folder;
        QByteArray path;
        visitLines(installed, [&](QByteArrayView line) {
            if (line.startsWith("P:")) {
                package = QString::fromUtf8(line.sliced(2));
            } else if (line.startsWith("F:")) {
                folder = '/' + line.sliced(2).toByteArray();
            } else if (line.startsWith("R:")) {
                path = names.value(folder + '/' + line.sliced(2).toByteArray());
                if (!path.isEmpty())
                    entries.insert(path, {{package, {}, u"apk"_s, {}}, {}});
            } else if (line.startsWith("Z:Q1") && !path.isEmpty()) {
                entries[path].file.digest = QByteArray::fromBase64(line.sliced(4).toByteArray());
            }
        });
    }
}

/// What a package's mtree says of those of its files that are asked for; `owned`: by their names in it.
void readPacmanSums(const QByteArray &mtree, const Names &owned, QHash<QByteArray, PackageIndex::Entry> &entries)
{
    const auto plain = decompressed(mtree, MostIndexBytes);
    if (!plain)
        return;
    for (const auto &[name, path] : owned.asKeyValueRange())
        entries[path].file.digest = mtreeSha256(*plain, name);
}

void readPacman(FileTree &tree, const Names &names, QHash<QByteArray, PackageIndex::Entry> &entries)
{
    for (const QByteArray &folder : tree.entries("/var/lib/pacman/local")) {
        if (tree.isStopped())
            return;
        QString package;
        Names owned;
        const QByteArray files = tree.tryRead(folder + "/files", MostIndexBytes).value_or(QByteArray());
        visitLines(files, [&](QByteArrayView line) {
            const QByteArray name = '/' + line.toByteArray();
            const QByteArray path = names.value(name);
            if (path.isEmpty())
                return;
            if (package.isEmpty())
                package = pacmanField(tree.tryRead(folder + "/desc").value_or(QByteArray()), "%NAME%");
            entries.insert(path, {{package, {}, u"pacman"_s, {}}, {}});
            owned.insert(name, path);
        });
        if (!owned.isEmpty())
            readPacmanSums(tree.tryRead(folder + "/mtree", MostIndexBytes).value_or(QByteArray()), owned, entries);
    }
}

} // namespace

PackageIndex::PackageIndex(FileTree &tree, const QSet<QByteArray> &paths)
{
    for (const char *database :
        {"/var/lib/dpkg/status", "/lib/apk/db/installed", "/usr/lib/apk/db/installed", "/var/lib/pacman/local"})
        m_isKnown = m_isKnown || tree.exists(database);
    const Names names = namesOfAll(tree, paths);
    DpkgIndex(tree, names, m_entries).read();
    readApk(tree, names, m_entries);
    readPacman(tree, names, m_entries);
}

const PackageIndex::Entry *PackageIndex::find(const QByteArray &path) const
{
    const auto entry = m_entries.constFind(path);
    return entry == m_entries.constEnd() ? nullptr : &*entry;
}

} // namespace Sonde::Agent::Linux
