// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/quarantinefolder.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Sonde::Agent {

namespace {

std::unexpected<Error> failedOn(const QByteArray &name)
{
    return fail(ErrorCode::StorageFailed, QString::fromLatin1(name), errorFromErrno(errno, {}).reason);
}

std::unique_ptr<OpenFile> opened(int number)
{
    return number < 0 ? nullptr : std::make_unique<OpenFile>(number);
}

} // namespace

QuarantineFolder::~QuarantineFolder()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

Result<void> QuarantineFolder::open()
{
    if (m_handle >= 0)
        ::close(m_handle);
    m_handle = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return m_handle >= 0 ? Result<void>() : Result<void>(failedOn(QFile::encodeName(m_path)));
}

QByteArray QuarantineFolder::pathOf(const QByteArray &name) const
{
    return QFile::encodeName(m_path) + '/' + name;
}

bool QuarantineFolder::has(const QByteArray &name) const
{
    struct stat stat;
    return ::fstatat(m_handle, name.constData(), &stat, AT_SYMLINK_NOFOLLOW) == 0;
}

std::unique_ptr<OpenFile> QuarantineFolder::openForReading(const QByteArray &name) const
{
    return opened(::openat(m_handle, name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
}

Result<std::unique_ptr<OpenFile>> QuarantineFolder::create(const QByteArray &name) const
{
    ::unlinkat(m_handle, name.constData(), 0);
    auto file =
        opened(::openat(m_handle, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR));
    if (!file)
        return failedOn(name);
    return file;
}

std::unique_ptr<OpenFile> QuarantineFolder::createPassing() const
{
    if (auto file = opened(::openat(m_handle, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR)))
        return file;
    // Not every file system knows files without a name.
    constexpr auto name = "between";
    ::unlinkat(m_handle, name, 0);
    auto file = opened(::openat(m_handle, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    ::unlinkat(m_handle, name, 0);
    return file;
}

bool QuarantineFolder::remove(const QByteArray &name) const
{
    return ::unlinkat(m_handle, name.constData(), 0) == 0;
}

qint64 QuarantineFolder::usedBytes() const
{
    qint64 bytes = 0;
    const auto entries = QDir(m_path).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    for (const QFileInfo &entry : entries) {
        struct stat stat;
        if (::fstatat(m_handle, QFile::encodeName(entry.fileName()).constData(), &stat, AT_SYMLINK_NOFOLLOW) == 0)
            bytes += std::min<qint64>(stat.st_size, stat.st_blocks * 512);
    }
    return bytes;
}

void QuarantineFolder::flush() const
{
    ::fsync(m_handle);
}

} // namespace Sonde::Agent
