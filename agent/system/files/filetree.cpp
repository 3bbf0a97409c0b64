// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"

#include "agent/base/devicefolder.h"
#include "agent/system/linux/descriptor.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qsizetype PieceBytes = 256 * 1024;

std::unexpected<Error> failWithErrno(const QByteArray &path)
{
    return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
}

/// Whether a link outside of /proc and /sys ends there: some of those files block (/proc/kmsg), or reading them changes something, and
/// anybody can put a link where the agent reads.
bool leadsIntoTheKernel(const QByteArray &path, const Descriptor &file)
{
    struct statfs system;
    if (path.startsWith("/proc/") || path.startsWith("/sys/") || ::fstatfs(file.number(), &system) != 0)
        return false;
    static constexpr std::array<quint32, 4> kernels{PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC, TRACEFS_MAGIC};
    return std::ranges::contains(kernels, quint32(system.f_type));
}

QByteArray reopenPath(const Descriptor &file)
{
    return "/proc/self/fd/" + QByteArray::number(file.number());
}

} // namespace

FileTree::FileTree(const QByteArray &root, std::stop_token stop)
    : m_root(root == "/" ? QByteArray() : root)
    , m_rootHandle(::open(outside("/").constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    , m_stop(std::move(stop))
{
}

FileTree::~FileTree()
{
    if (m_rootHandle >= 0)
        ::close(m_rootHandle);
}

QByteArray FileTree::outside(const QByteArray &path) const
{
    return m_root + path;
}

Descriptor FileTree::open(const QByteArray &path, int flags) const
{
    open_how how{};
    how.flags = quint64(flags | O_CLOEXEC);
    how.resolve = RESOLVE_IN_ROOT;
    const long number = ::syscall(SYS_openat2, m_rootHandle, path.constData(), &how, sizeof how);
    // Kernels before 5.6 do not know it, and old sandboxes forbid what they do not know. There a copy's links may lead out of it.
    if (number < 0 && (errno == ENOSYS || errno == EPERM))
        return Descriptor(::open(outside(path).constData(), flags | O_CLOEXEC));
    return Descriptor(int(number));
}

Result<Descriptor> FileTree::openForReading(const QByteArray &path, qint64 most) const
{
    // First it is only named (O_PATH): to open a pipe or a device could block or do something.
    const Descriptor name = open(path, O_PATH);
    struct stat stat;
    if (!name.isOpen() || ::fstat(name.number(), &stat) != 0)
        return failWithErrno(path);
    if (!S_ISREG(stat.st_mode))
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed());
    if (leadsIntoTheKernel(path, name))
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed(), Reason::KernelsOwnFile);
    if (stat.st_size > most)
        return fail(ErrorCode::TooLarge, DevicePath(path).typed())
            .with(Fact::Limit, most)
            .with(Fact::Actual, qint64(stat.st_size));
    const QByteArray same = reopenPath(name);
    Descriptor file(::open(same.constData(), O_RDONLY | O_CLOEXEC | O_NOATIME));
    if (!file.isOpen() && errno == EPERM) // O_NOATIME is for the owner and root
        file = Descriptor(::open(same.constData(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return failWithErrno(path);
    return file;
}

Result<QByteArray> FileTree::content(const QByteArray &path, qint64 most) const
{
    const auto file = openForReading(path, most);
    if (!file)
        return std::unexpected(file.error());
    auto bytes = readRest(*file, most);
    if (!bytes)
        bytes.error().subject = DevicePath(path).typed();
    return bytes;
}

bool FileTree::exists(const QByteArray &path) const
{
    return open(path, O_PATH).isOpen();
}

bool FileTree::isFolder(const QByteArray &path) const
{
    return open(path, O_PATH | O_DIRECTORY).isOpen();
}

std::optional<QByteArray> FileTree::read(const QByteArray &path, qint64 most)
{
    auto bytes = content(path, most);
    if (bytes)
        return std::move(*bytes);
    if (bytes.error().code != ErrorCode::NotFound && bytes.error().code != ErrorCode::NotADirectory)
        addError(bytes.error());
    return {};
}

std::optional<QByteArray> FileTree::tryRead(const QByteArray &path, qint64 most) const
{
    auto bytes = content(path, most);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

bool FileTree::readPieces(
    const QByteArray &path, qint64 most, const std::function<void(QByteArrayView piece)> &give) const
{
    const auto file = openForReading(path, most);
    if (!file)
        return false;
    QByteArray piece(PieceBytes, Qt::Uninitialized);
    for (qint64 done = 0; done <= most && !isStopped();) {
        const ssize_t size = ::read(file->number(), piece.data(), size_t(piece.size()));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return size == 0;
        give(QByteArrayView(piece).first(size));
        done += size;
    }
    return false;
}

std::vector<QByteArray> FileTree::entries(const QByteArray &folder)
{
    std::vector<QByteArray> paths;
    const Descriptor handle = open(folder, O_PATH | O_DIRECTORY);
    if (!handle.isOpen()) {
        if (errno != ENOENT && errno != ENOTDIR)
            addError(errorFromErrno(errno, DevicePath(folder).typed()));
        return paths;
    }
    const auto read = readDirectory(reopenPath(handle), [&](const DirectoryEntry &entry) {
        paths.push_back(joinedPath(folder, entry.name));
        return !isStopped();
    });
    if (!read)
        addError({read.error().code, DevicePath(folder).typed(), read.error().reason, {}});
    std::ranges::sort(paths);
    return paths;
}

std::optional<FileFacts> FileTree::facts(const QByteArray &path) const
{
    auto facts = m_files.facts(outside(path), Links::Keep);
    return facts ? std::optional(std::move(*facts)) : std::nullopt;
}

bool FileTree::isExecutable(const QByteArray &path) const
{
    const Descriptor file = open(path, O_PATH);
    struct stat stat;
    return file.isOpen() && ::fstat(file.number(), &stat) == 0 && S_ISREG(stat.st_mode)
        && (stat.st_mode & (S_IXUSR | S_IXGRP | S_IXOTH));
}

QByteArray FileTree::linkTarget(const QByteArray &path) const
{
    return readLink(outside(path)).value_or(QByteArray());
}

QByteArray FileTree::resolved(const QByteArray &path) const
{
    const Descriptor file = open(path, O_PATH);
    if (!file.isOpen())
        return {};
    const QByteArray place = readLink(reopenPath(file)).value_or(QByteArray());
    const QByteArray root = m_root.isEmpty() ? QByteArray() : resolveLinks(m_root).value_or(m_root);
    return place.startsWith(root) ? place.sliced(root.size()) : QByteArray();
}

QByteArray baseName(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

QByteArray folderOf(const QByteArray &path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 1));
}

} // namespace Sonde::Agent::Linux
