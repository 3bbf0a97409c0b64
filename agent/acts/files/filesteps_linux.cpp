// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/filesteps.h"

#include "agent/acts/files/filehash.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/openfiles.h"
#include "agent/base/devicefolder.h"
#include "agent/system/files/files.h"
#include "agent/system/files/filetree.h"
#include "agent/system/packages/packages.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// Other names of the same file in its folder.
QStringList namesBeside(const PinnedFile &file)
{
    QStringList names;
    std::ignore = readDirectory(Linux::folderOf(file.path()), [&](const DirectoryEntry &entry) {
        const QByteArray name = entry.name.toByteArray();
        if (!entry.isDirectory && name != file.name() && file.isAt(file.folder(), name))
            names += DevicePath(Linux::folderOf(file.path()) + '/' + name).typed();
        return true;
    });
    return names;
}

} // namespace

Result<QByteArray> canonicalPath(const QByteArray &path)
{
    const QByteArray folder = Linux::folderOf(path);
    return resolveLinks(folder).transform([&path](const QByteArray &resolved) -> QByteArray {
        return (resolved == "/" ? QByteArray() : resolved) + '/' + Linux::baseName(path);
    });
}

Result<ActStep> moveFileStepAt(const QByteArray &place, const LookTerms &terms)
{
    const auto file = PinnedFile::open(place);
    if (!file)
        return std::unexpected(file.error());
    const auto sha256 = file->isLink() ? QByteArray() : hashOf(*file, terms);
    if (!sha256)
        return std::unexpected(sha256.error());
    return moveFileStep(*file, *sha256);
}

bool isAgents(const QByteArray &path, const QByteArray &agentFolder)
{
    if (liesBelow(path, resolveLinks(agentFolder).value_or(agentFolder)))
        return true;
    const auto own = PinnedFile::open(resolveLinks("/proc/self/exe").value_or(QByteArray()));
    const auto file = own ? PinnedFile::open(path) : std::unexpected(own.error());
    return file && own->isAt(file->folder(), file->name());
}

bool isSystems(const QByteArray &path, const std::stop_token &stop)
{
    static constexpr std::array folders{"/usr", "/bin", "/sbin", "/lib", "/lib64"};
    const bool isIn = std::ranges::any_of(folders, [&path](const char *folder) { return liesBelow(path, folder); });
    return isIn && !packageOf(resolveLinks("/bin/sh").value_or("/bin/sh"), "/", stop);
}

bool isTaken(const QByteArray &path)
{
    struct stat stat;
    return ::lstat(path.constData(), &stat) == 0;
}

Result<KeptFacts> keptFactsOf(const QCborMap &kept)
{
    return imageOf(kept).transform(
        [](const FileImage &image) { return KeptFacts{image.path, image.size, image.sha256}; });
}

Aside asideOf(const QByteArray &path)
{
    const auto there = PinnedFile::open(path);
    const auto now = there ? takeImage(*there) : std::unexpected(there.error());
    const auto sha256 = there && !there->isLink() ? hashOf(*there) : fail(ErrorCode::NotARegularFile);
    return {there ? moveFileStep(*there, sha256.value_or(QByteArray())) : ActStep(),
        now.transform([](const FileImage &image) { return keptImage(image); })};
}

std::vector<ActNote> notesOnFile(const QByteArray &path, const std::stop_token &stop, const OpenFiles *open)
{
    std::vector<ActNote> notes;
    const auto file = PinnedFile::open(path);
    if (!file)
        return notes;
    const QString shown = DevicePath(path).typed();
    if (file->stat().st_nlink > 1)
        notes.push_back({NoteKind::OtherNames, shown,
            {{u"links"_s, qint64(file->stat().st_nlink)},
                {u"names"_s, QCborArray::fromStringList(namesBeside(*file))}}});
    const QStringList processes = open ? open->openersOf(*file) : OpenFiles::take(stop).openersOf(*file);
    if (!processes.isEmpty())
        notes.push_back({NoteKind::OpenBy, shown, {{u"processes"_s, QCborArray::fromStringList(processes)}}});
    if (!file->isLink())
        notes.push_back({NoteKind::NotRestored, shown,
            {{u"facts"_s, QCborArray::fromStringList({u"inode"_s, u"created"_s, u"changed"_s})}}});
    return notes;
}

} // namespace Sonde::Agent
