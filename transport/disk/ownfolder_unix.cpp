// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/ownfolder.h"

#include <QDir>
#include <QFileInfo>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// Whoever may write to a folder may rename what is in it, unless it is sticky.
Result<void> checkParents(const QString &path)
{
    for (QString parent = QFileInfo(path).path();; parent = QFileInfo(parent).path()) {
        struct stat facts{};
        if (::stat(QFile::encodeName(parent).constData(), &facts) == 0 && (facts.st_mode & S_IWOTH) != 0
            && (facts.st_mode & S_ISVTX) == 0)
            return fail(ErrorCode::CannotStart, path, u"everybody may write to %1"_s.arg(parent));
        if (parent == QFileInfo(parent).path())
            return {};
    }
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
    if (const auto safe = checkParents(whole); !safe)
        return safe;
    QDir().mkpath(QFileInfo(whole).path());
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
