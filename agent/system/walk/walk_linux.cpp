// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/walk/walk.h"

#include "agent/base/devicefolder.h"
#include "agent/system/linux/descriptor.h"
#include "protocol/base/devicepath.h"

#include <array>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

constexpr quint32 WantedFacts = STATX_BASIC_STATS | STATX_BTIME;

std::unexpected<Error> failWithErrno(const QByteArray &path)
{
    return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
}

FileKind kindOf(quint32 mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return FileKind::Regular;
    case S_IFDIR: return FileKind::Directory;
    case S_IFLNK: return FileKind::Link;
    case S_IFIFO: return FileKind::Pipe;
    case S_IFSOCK: return FileKind::Socket;
    case S_IFCHR: return FileKind::CharacterDevice;
    case S_IFBLK: return FileKind::BlockDevice;
    default: return FileKind::Unknown;
    }
}

qint64 nanoseconds(const statx_timestamp &time)
{
    return heldNanoseconds(time.tv_sec, time.tv_nsec);
}

WalkedFacts factsFrom(const struct statx &stat)
{
    WalkedFacts facts{.kind = kindOf(stat.stx_mode),
        .inode = stat.stx_ino,
        .mode = stat.stx_mode,
        .user = stat.stx_uid,
        .group = stat.stx_gid,
        .size = qint64(stat.stx_size),
        .accessed = nanoseconds(stat.stx_atime),
        .modified = nanoseconds(stat.stx_mtime),
        .changed = nanoseconds(stat.stx_ctime),
        .created = {}};
    if (stat.stx_mask & STATX_BTIME)
        facts.created = nanoseconds(stat.stx_btime);
    return facts;
}

Result<WalkedFacts> factsOf(int file, const QByteArray &path)
{
    struct statx stat;
    if (::statx(file, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, WantedFacts, &stat) != 0)
        return failWithErrno(path);
    return factsFrom(stat);
}

bool isKernelsOwn(int file)
{
    static constexpr std::array<quint32, 5> kernels{
        PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC, TRACEFS_MAGIC, SECURITYFS_MAGIC};
    struct statfs system;
    return ::fstatfs(file, &system) == 0 && std::ranges::contains(kernels, quint32(system.f_type));
}

bool isSelfOrParent(const char *name)
{
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

} // namespace

QByteArray WalkedEntry::target() const
{
    if (m_facts.kind != FileKind::Link)
        return {};
    std::array<char, PATH_MAX> text;
    const ssize_t length = ::readlinkat(m_folder, m_name, text.data(), text.size());
    return length < 0 ? QByteArray() : QByteArray(text.data(), length);
}

WalkedFile::~WalkedFile()
{
    ::close(m_handle);
}

Result<qsizetype> WalkedFile::read(std::span<char> buffer)
{
    ssize_t count = -1;
    do
        count = ::read(m_handle, buffer.data(), buffer.size());
    while (count < 0 && errno == EINTR);
    if (count < 0 && errno == EAGAIN)
        return 0;
    if (count < 0)
        return std::unexpected(errorFromErrno(errno, {}));
    return count;
}

Walk::Walk(const QByteArray &root)
    : m_root(root == "/" ? QByteArray() : root)
    , m_rootHandle(::open(root.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
}

Walk::~Walk()
{
    if (m_rootHandle >= 0)
        ::close(m_rootHandle);
}

int Walk::openAt(const QByteArray &path, int flags, quint64 resolve) const
{
    if (path.size() >= PATH_MAX - 1)
        return openDeep(path, flags);
    open_how how{};
    how.flags = quint64(flags | O_CLOEXEC);
    how.resolve = RESOLVE_IN_ROOT | resolve;
    const long number = ::syscall(SYS_openat2, m_rootHandle, path.constData(), &how, sizeof how);
    // Kernels before 5.6 do not know it, and old sandboxes forbid what they do not know.
    if (number < 0 && (errno == ENOSYS || errno == EPERM))
        return ::open(QByteArray(m_root + path).constData(), flags | O_CLOEXEC);
    return int(number);
}

/// System calls take no longer path: it is gone down in steps, without links.
int Walk::openDeep(const QByteArray &path, int flags) const
{
    open_how how{};
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    QByteArray rest = path.sliced(path.startsWith('/') ? 1 : 0);
    Descriptor folder(-1);
    while (!rest.isEmpty()) {
        const qsizetype slash = rest.size() < PATH_MAX - 1 ? -1 : rest.lastIndexOf('/', PATH_MAX - 2);
        const QByteArray step = slash < 0 ? rest : rest.first(slash);
        rest = slash < 0 ? QByteArray() : rest.sliced(slash + 1);
        how.flags = quint64((rest.isEmpty() ? flags : O_PATH | O_DIRECTORY) | O_CLOEXEC);
        const long number = ::syscall(
            SYS_openat2, folder.isOpen() ? folder.number() : m_rootHandle, step.constData(), &how, sizeof how);
        if (number < 0 || rest.isEmpty())
            return int(number);
        folder = Descriptor(int(number));
    }
    return -1;
}

Result<WalkedFacts> Walk::facts(const QByteArray &path) const
{
    const Descriptor name(openAt(path, O_PATH | O_NOFOLLOW, RESOLVE_NO_SYMLINKS));
    return name.isOpen() ? factsOf(name.number(), path) : Result<WalkedFacts>(failWithErrno(path));
}

QByteArray Walk::target(const QByteArray &path) const
{
    return Linux::readLink(m_root + path).value_or(QByteArray());
}

Result<QByteArray> Walk::followed(const QByteArray &path) const
{
    const Descriptor end(openAt(path, O_PATH, 0));
    if (!end.isOpen())
        return failWithErrno(path);
    const auto place = Linux::readLink("/proc/self/fd/" + QByteArray::number(end.number()));
    if (!place)
        return std::unexpected(place.error());
    if (!m_root.isEmpty() && !place->startsWith(QByteArray(m_root + '/')))
        return fail(ErrorCode::NotFound, DevicePath(path).typed());
    return place->sliced(m_root.size());
}

Result<void> Walk::visit(const QByteArray &folder, const Visit &visit) const
{
    const int handle = openAt(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, RESOLVE_NO_SYMLINKS);
    if (handle < 0)
        return failWithErrno(folder);
    const std::unique_ptr<DIR, int (*)(DIR *)> stream(::fdopendir(handle), &::closedir);
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(stream.get());
        if (!entry)
            return errno == 0 ? Result<void>() : failWithErrno(folder);
        if (isSelfOrParent(entry->d_name))
            continue;
        struct statx stat;
        constexpr int AsItIsKnown = AT_STATX_DONT_SYNC; // no other machine is asked, for each of many files
        if (::statx(handle, entry->d_name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | AsItIsKnown, WantedFacts, &stat)
            != 0)
            continue;
        const WalkedFacts facts = factsFrom(stat);
        if (!visit(WalkedEntry(handle, entry->d_name, facts)))
            return {};
    }
}

Result<std::unique_ptr<WalkedFile>> Walk::open(const QByteArray &path) const
{
    // First it is only named (O_PATH): to open a pipe or a device could block or do something.
    const Descriptor name(openAt(path, O_PATH | O_NOFOLLOW, RESOLVE_NO_SYMLINKS));
    if (!name.isOpen())
        return failWithErrno(path);
    const auto facts = factsOf(name.number(), path);
    if (!facts)
        return std::unexpected(facts.error());
    if (facts->kind != FileKind::Regular)
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed(), kindName(facts->kind));
    const QByteArray same = "/proc/self/fd/" + QByteArray::number(name.number());
    int file = ::open(same.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOATIME);
    if (file < 0 && errno == EPERM) // O_NOATIME is for the owner and root
        file = ::open(same.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return failWithErrno(path);
    return std::make_unique<WalkedFile>(file, *facts, isKernelsOwn(file));
}

} // namespace Sonde::Agent
