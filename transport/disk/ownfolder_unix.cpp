// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/ownfolder.h"

#include <QDir>
#include <QFileInfo>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// Many systems give each user a group of their own, and let it write what its user makes.
bool isGroupOfItsOwner(const struct stat &facts)
{
    const passwd *owner = ::getpwuid(facts.st_uid);
    const group *shared = ::getgrgid(facts.st_gid);
    if (!owner || !shared || owner->pw_gid != facts.st_gid || std::strcmp(owner->pw_name, shared->gr_name) != 0)
        return false;
    for (char **member = shared->gr_mem; *member; ++member) {
        if (std::strcmp(*member, owner->pw_name) != 0)
            return false;
    }
    return true;
}

bool isOursOrTheSystems(const struct stat &facts)
{
    return facts.st_uid == 0 || facts.st_uid == ::geteuid();
}

/// Whoever may write to a folder may rename what is in it, unless it is sticky; its owner may do so in any case.
Result<void> checkParent(const QString &path, const QString &parent)
{
    struct stat facts{};
    const QByteArray name = QFile::encodeName(parent);
    // A link is as good as whoever made it; where it leads is a parent, too.
    if (::lstat(name.constData(), &facts) == 0 && S_ISLNK(facts.st_mode) && !isOursOrTheSystems(facts))
        return fail(ErrorCode::CannotStart, path, u"%1 is a link of another user"_s.arg(parent));
    if (::stat(name.constData(), &facts) != 0)
        return {};
    if (!isOursOrTheSystems(facts))
        return fail(ErrorCode::CannotStart, path, u"%1 belongs to another user"_s.arg(parent));
    if ((facts.st_mode & S_ISVTX) != 0)
        return {};
    if ((facts.st_mode & S_IWOTH) != 0)
        return fail(ErrorCode::CannotStart, path, u"everybody may write to %1"_s.arg(parent));
    if ((facts.st_mode & S_IWGRP) != 0 && facts.st_gid != 0 && !isGroupOfItsOwner(facts))
        return fail(ErrorCode::CannotStart, path, u"a group may write to %1"_s.arg(parent));
    return {};
}

Result<void> checkParents(const QString &path, const QString &within)
{
    for (QString parent = within;; parent = QFileInfo(parent).path()) {
        if (const auto safe = checkParent(path, parent); !safe)
            return safe;
        if (parent == QFileInfo(parent).path())
            return {};
    }
}

/// What is missing of it; nobody else may write there, whatever this process lets them do elsewhere.
void makeParents(const QString &within)
{
    if (QFileInfo::exists(within))
        return;
    makeParents(QFileInfo(within).path());
    constexpr mode_t OwnerWrites = 0755;
    ::mkdir(QFile::encodeName(within).constData(), OwnerWrites);
}

Result<void> closeToOthers(const QString &path, int folder)
{
    struct stat facts{};
    if (::fstat(folder, &facts) != 0)
        return std::unexpected(errorFromErrno(errno, path));
    if (facts.st_uid != ::geteuid())
        return fail(ErrorCode::CannotStart, path, u"it belongs to another user"_s);
    return ::fchmod(folder, S_IRWXU) == 0 ? Result<void>() : std::unexpected(errorFromErrno(errno, path));
}

} // namespace

Result<void> makeOwnFolder(const QString &path)
{
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QString within = QFileInfo(whole).path();
    if (const auto safe = checkParents(path, within); !safe)
        return safe;
    makeParents(within);
    if (const auto safe = checkParents(path, QFileInfo(within).canonicalFilePath()); !safe)
        return safe;
    const QByteArray name = QFile::encodeName(whole);
    if (::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return std::unexpected(errorFromErrno(errno, path));
    const int folder = ::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0 && (errno == ELOOP || errno == ENOTDIR))
        return fail(ErrorCode::CannotStart, path, u"it is a link, or no folder"_s);
    if (folder < 0 && errno == EACCES)
        return fail(ErrorCode::CannotStart, path, u"it belongs to another user"_s);
    if (folder < 0)
        return std::unexpected(errorFromErrno(errno, path));
    const auto closed = closeToOthers(path, folder);
    ::close(folder);
    return closed;
}

} // namespace Sonde
