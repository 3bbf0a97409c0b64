// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/usualplaces.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/persistence/persistence.h"
#include "agent/system/processes/processes.h"
#include "agent/system/storage/volumes.h"

#include <array>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::FileTree;

constexpr std::array<const char *, 3> TemporaryFolders{"/tmp", "/var/tmp", "/dev/shm"};
/// As desktops call it in the languages of our users; its name is a user's own choice.
constexpr std::array<const char *, 4> DownloadFolders{"Downloads", "Téléchargements", "ダウンロード", "Desktop"};

class Places final
{
public:
    /// A file is examined once, by whatever name it was met first.
    void addFile(const QByteArray &shown, const QByteArray &path)
    {
        struct stat facts{};
        if (::stat(path.constData(), &facts) != 0 || !S_ISREG(facts.st_mode))
            return;
        const std::pair number(quint64(facts.st_dev), quint64(facts.st_ino));
        if (m_seen.contains(number))
            return;
        m_seen.insert(number);
        request.files.push_back({shown, path});
    }
    void addFolder(const FileTree &tree, const QByteArray &folder)
    {
        if (tree.isFolder(folder))
            request.folders.push_back(tree.outside(folder));
    }

    SweepRequest request;

private:
    QSet<std::pair<quint64, quint64>> m_seen;
};

void addImages(Places &places)
{
    const ProcessTable table;
    const auto ids = table.ids().value_or(std::vector<qint64>());
    for (const qint64 id : ids) {
        const QByteArray exe = "/proc/" + QByteArray::number(id) + "/exe";
        if (const auto facts = table.facts(id); facts && !facts->image.isEmpty())
            places.addFile(facts->image, exe);
    }
}

/// Scripts are started by their interpreter: each word that is a path is looked at.
void addPersistence(Places &places, const FileTree &tree, const QByteArray &root, const std::stop_token &stop)
{
    const auto list = listPersistence(root, stop);
    if (!list)
        return;
    for (const PersistenceEntry &entry : list->entries) {
        QByteArrayList paths = entry.command.simplified().split(' ');
        paths.prepend(entry.path);
        for (QByteArray &path : paths) {
            while (!path.isEmpty() && QByteArrayView("\"'@-+!:").contains(path.front()))
                path.remove(0, 1);
            while (!path.isEmpty() && QByteArrayView("\"';").contains(path.back()))
                path.chop(1);
            if (path.startsWith('/'))
                places.addFile(path, tree.outside(path));
        }
    }
}

} // namespace

SweepRequest usualPlaces(const QByteArray &root, const Volumes &volumes, const std::stop_token &stop)
{
    Places places;
    FileTree tree(root, stop);
    addImages(places);
    addPersistence(places, tree, root, stop);
    for (const char *folder : TemporaryFolders)
        places.addFolder(tree, folder);
    for (const Linux::Home &home : Linux::listHomes(tree)) {
        for (const char *folder : DownloadFolders)
            places.addFolder(tree, home.path + '/' + folder);
    }
    places.request.excluded = volumes.foreign;
    return std::move(places.request);
}

} // namespace Sonde::Agent
