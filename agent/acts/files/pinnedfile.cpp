// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/pinnedfile.h"

#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

std::unexpected<Error> failedAt(const QByteArray &path)
{
    return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
}

qint64 nanosecondsOf(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

Result<Linux::Descriptor> openFolderWithoutLinks(const QByteArray &path)
{
    constexpr int flags = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Linux::Descriptor folder(::open("/", flags));
    for (const QByteArray &part : path.split('/')) {
        if (part.isEmpty())
            continue;
        Linux::Descriptor next(::openat(folder.number(), part.constData(), flags));
        if (!next.isOpen())
            return failedAt(path);
        folder = std::move(next);
    }
    return folder;
}

PinnedFile::PinnedFile(QByteArray path, Linux::Descriptor folder, Linux::Descriptor handle, const struct stat &stat)
    : m_path(std::move(path))
    , m_name(Linux::baseName(m_path))
    , m_folder(std::move(folder))
    , m_handle(std::move(handle))
    , m_stat(stat)
{
}

Result<PinnedFile> PinnedFile::open(const QByteArray &path)
{
    auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (!folder)
        return std::unexpected(folder.error());
    Linux::Descriptor handle(
        ::openat(folder->number(), Linux::baseName(path).constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat stat;
    if (!handle.isOpen() || ::fstat(handle.number(), &stat) != 0)
        return failedAt(path);
    if (S_ISDIR(stat.st_mode))
        return fail(ErrorCode::IsADirectory, DevicePath(path).typed());
    if (!S_ISREG(stat.st_mode) && !S_ISLNK(stat.st_mode))
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed());
    return PinnedFile(path, std::move(*folder), std::move(handle), stat);
}

QByteArray PinnedFile::magicPath() const
{
    return "/proc/self/fd/" + QByteArray::number(handle());
}

Result<Linux::Descriptor> PinnedFile::openForReading() const
{
    Linux::Descriptor file(::open(magicPath().constData(), O_RDONLY | O_CLOEXEC | O_NOATIME));
    if (!file.isOpen() && errno == EPERM) // O_NOATIME is for the owner and root
        file = Linux::Descriptor(::open(magicPath().constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return failedAt(m_path);
    return file;
}

QCborMap PinnedFile::identity() const
{
    struct stat now = m_stat;
    ::fstat(handle(), &now);
    QCborMap facts{{u"device"_s, qint64(now.st_dev)}, {u"inode"_s, qint64(now.st_ino)},
        {u"size"_s, qint64(now.st_size)}, {u"modified"_s, nanosecondsOf(now.st_mtim)},
        {u"changed"_s, nanosecondsOf(now.st_ctim)}};
    // What tells an inode from an earlier one of its number, where the file system counts that.
    int generation = 0;
    const auto file = isLink() ? fail(ErrorCode::NotSupported) : openForReading();
    if (file && ::ioctl(file->number(), FS_IOC_GETVERSION, &generation) == 0)
        facts.insert(u"generation"_s, generation);
    return facts;
}

bool PinnedFile::isAt(int folder, const QByteArray &name) const
{
    struct stat there;
    return ::fstatat(folder, name.constData(), &there, AT_SYMLINK_NOFOLLOW) == 0 && there.st_dev == m_stat.st_dev
        && there.st_ino == m_stat.st_ino;
}

bool PinnedFile::isBehind(const QByteArray &path) const
{
    struct stat there;
    return ::stat(path.constData(), &there) == 0 && there.st_dev == m_stat.st_dev && there.st_ino == m_stat.st_ino;
}

} // namespace Sonde::Agent
