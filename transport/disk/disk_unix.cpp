// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/disk.h"

#include <QFile>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace Sonde::Disk {

int writeAt(int handle, qint64 offset, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(handle, bytes.data(), bytes.size(), off_t(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.subspan(size_t(written));
        offset += written;
    }
    return 0;
}

void startFlush([[maybe_unused]] int handle, [[maybe_unused]] qint64 offset, [[maybe_unused]] qint64 size)
{
#ifdef Q_OS_LINUX
    ::sync_file_range(handle, off_t(offset), off_t(size), SYNC_FILE_RANGE_WRITE);
#endif
}

int flush(int handle)
{
#ifdef Q_OS_MACOS
    // fsync() alone leaves it in the drive's cache there.
    return ::fcntl(handle, F_FULLFSYNC) == 0 || ::fsync(handle) == 0 ? 0 : errno;
#else
    return ::fsync(handle) == 0 ? 0 : errno;
#endif
}

void flushFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

int replace(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 ? 0 : errno;
}

qint64 freeBytes(const QString &folder)
{
    struct statvfs facts{};
    if (::statvfs(QFile::encodeName(folder).constData(), &facts) != 0)
        return -1;
    return qint64(facts.f_bavail) * qint64(facts.f_frsize);
}

bool meansFull(int error)
{
    return error == ENOSPC || error == EDQUOT;
}

} // namespace Sonde::Disk
