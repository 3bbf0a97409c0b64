// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/packages/packages.h"

#include "agent/system/files/filetree.h"
#include "agent/system/linux/decompress.h"
#include "agent/system/packages/packageparser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

using Linux::FileTree;

constexpr qint64 MostDatabaseBytes = 256LL * 1024 * 1024;
constexpr auto RpmPatience = 20s;

/// The path, and the one it had before /usr swallowed /bin and its likes: databases may name either.
QList<QByteArray> namesOf(const FileTree &tree, const QByteArray &path)
{
    static constexpr std::array<QByteArrayView, 6> moved{"bin", "sbin", "lib", "lib32", "lib64", "libx32"};
    QList<QByteArray> names{path};
    for (const QByteArrayView folder : moved) {
        const QByteArray target = "usr/" + folder.toByteArray();
        const QByteArray link = tree.linkTarget('/' + folder.toByteArray());
        if (path.startsWith(QByteArray('/' + target + '/')) && (link == target || link == '/' + target))
            names.append(path.sliced(4));
    }
    return names;
}

class Dpkg final
{
public:
    explicit Dpkg(FileTree &tree)
        : m_tree(tree)
    {
    }

    std::optional<PackageFile> owner(const QList<QByteArray> &names)
    {
        if (!m_tree.exists("/var/lib/dpkg/status"))
            return {};
        m_diversions = Linux::diversions(m_tree.tryRead("/var/lib/dpkg/diversions").value_or(QByteArray()));
        for (const QByteArray &list : m_tree.entries("/var/lib/dpkg/info")) {
            if (m_tree.isStopped())
                return {};
            if (!list.endsWith(".list"))
                continue;
            const QByteArray package = Linux::baseName(list).chopped(5);
            const QByteArray content = m_tree.tryRead(list, MostDatabaseBytes).value_or(QByteArray());
            for (const QByteArray &name : names) {
                const QByteArray listed = listedName(name, package);
                if (!listed.isEmpty() && Linux::hasLine(content, listed))
                    return facts(package, listed);
            }
        }
        return {};
    }

private:
    /// Under which name `package` lists what lies at `path`; empty when what it lists there lies elsewhere.
    [[nodiscard]] QByteArray listedName(const QByteArray &path, const QByteArray &package) const
    {
        const QByteArray plain = package.split(':').first();
        for (const Diversion &diversion : m_diversions) {
            if (diversion.to == path && diversion.by != plain)
                return diversion.from;
            if (diversion.from == path && diversion.by != plain)
                return {};
        }
        return path;
    }

    [[nodiscard]] PackageFile facts(const QByteArray &package, const QByteArray &listed)
    {
        const QByteArray status = m_tree.tryRead("/var/lib/dpkg/status", MostDatabaseBytes).value_or(QByteArray());
        const auto said = Linux::dpkgStatus(status, package, listed);
        PackageFile file{QString::fromUtf8(package), said.version, u"dpkg"_s, said.configurationMd5,
            !said.configurationMd5.isEmpty()};
        if (file.digest.isEmpty()) {
            const QByteArray sums = "/var/lib/dpkg/info/" + package + ".md5sums";
            file.digest = Linux::recordedMd5(m_tree.tryRead(sums, MostDatabaseBytes).value_or(QByteArray()), listed);
        }
        return file;
    }

    using Diversion = Linux::Diversion;
    FileTree &m_tree;
    QList<Diversion> m_diversions;
};

std::optional<PackageFile> apkFile(FileTree &tree, const QList<QByteArray> &names)
{
    for (const char *database : {"/lib/apk/db/installed", "/usr/lib/apk/db/installed"}) {
        const auto installed = tree.tryRead(database, MostDatabaseBytes);
        for (const QByteArray &name : names) {
            if (auto file = installed ? Linux::apkOwner(*installed, name) : std::nullopt)
                return file;
        }
    }
    return {};
}

std::optional<PackageFile> pacmanFile(FileTree &tree, const QList<QByteArray> &names)
{
    for (const QByteArray &package : tree.entries("/var/lib/pacman/local")) {
        const QByteArray files = tree.tryRead(package + "/files", MostDatabaseBytes).value_or(QByteArray());
        for (const QByteArray &name : names) {
            if (!Linux::pacmanOwns(files, name))
                continue;
            const QByteArray description = tree.tryRead(package + "/desc").value_or(QByteArray());
            const QByteArray mtree = tree.tryRead(package + "/mtree").value_or(QByteArray());
            const auto plain = Linux::decompressed(mtree, MostDatabaseBytes);
            return PackageFile{Linux::pacmanField(description, "%NAME%"), Linux::pacmanField(description, "%VERSION%"),
                u"pacman"_s, plain ? Linux::mtreeSha256(*plain, name) : QByteArray()};
        }
    }
    return {};
}

/// False when it took too long, or the command was asked to stop.
bool waitFor(QProcess &process, const FileTree &tree)
{
    constexpr int slice = 50;
    QElapsedTimer timer;
    timer.start();
    while (!tree.isStopped() && timer.durationElapsed() < RpmPatience) {
        if (process.waitForFinished(slice) || process.state() == QProcess::NotRunning)
            return true;
    }
    process.kill();
    return false;
}

std::optional<PackageFile> rpmFile(const FileTree &tree, const QList<QByteArray> &names, const QByteArray &root)
{
    const QString program = QStandardPaths::findExecutable(u"rpm"_s);
    if (program.isEmpty() || (!tree.exists("/var/lib/rpm") && !tree.exists("/usr/lib/sysimage/rpm")))
        return {};
    for (const QByteArray &name : names) {
        QProcess rpm;
        rpm.start(program,
            {u"--root"_s, QFile::decodeName(root), u"-qf"_s, u"--queryformat"_s, QString::fromLatin1(Linux::RpmQuery),
                u"--"_s, QFile::decodeName(name)});
        if (!waitFor(rpm, tree))
            return {};
        if (auto file = Linux::rpmOwner(rpm.readAllStandardOutput(), name))
            return file;
    }
    return {};
}

} // namespace

std::optional<PackageFile> packageOf(const QByteArray &path, const QByteArray &root, const std::stop_token &stop)
{
    FileTree tree(root, stop);
    const QList<QByteArray> names = namesOf(tree, path);
    if (auto file = Dpkg(tree).owner(names))
        return file;
    if (auto file = apkFile(tree, names))
        return file;
    if (auto file = pacmanFile(tree, names))
        return file;
    return rpmFile(tree, names, root);
}

} // namespace Sonde::Agent
