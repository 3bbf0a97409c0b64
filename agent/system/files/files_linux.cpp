// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/files.h"

#include "agent/system/files/aclparser.h"
#include "agent/system/files/capabilityparser.h"
#include "agent/system/linux/accounts.h"
#include "agent/system/linux/descriptor.h"
#include "agent/system/linux/modetext.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <linux/stat.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

using Linux::ReachablePath;

namespace {

constexpr size_t DirectoryBufferBytes = 64 * 1024;
/// The kernel caps the value of an attribute, and the list of names, there (XATTR_SIZE_MAX, XATTR_LIST_MAX).
constexpr qsizetype MostAttributeBytes = 64 * 1024;

std::unexpected<Error> failWithErrno(const QByteArray &path)
{
    return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
}

/// Where a link that leads nowhere led: through links that are there to the first thing that is not.
std::optional<QByteArray> missingTarget(const QByteArray &link)
{
    constexpr int mostLinks = 40; // as the kernel follows
    QByteArray at = link;
    std::optional<QByteArray> last;
    for (int i = 0; i < mostLinks; ++i) {
        const auto target = Linux::readLink(at);
        if (!target)
            return last;
        last = *target;
        at = target->startsWith('/') ? *target : at.first(at.lastIndexOf('/') + 1) + *target;
        if (i > 0)
            last = at; // what a link in another folder says would be read from there
    }
    return last;
}

/// As failWithErrno(), of what a path leads to: a link that leads nowhere is there all the same, and says where it led.
std::unexpected<Error> failBehind(const QByteArray &path)
{
    auto failure = failWithErrno(path);
    if (failure.error().code != ErrorCode::NotFound)
        return failure;
    if (const auto target = missingTarget(path))
        failure.error().facts.set(Fact::Target, DevicePath(*target).typed());
    return failure;
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

qint64 nanoseconds(const struct statx_timestamp &time)
{
    return heldNanoseconds(time.tv_sec, time.tv_nsec);
}

/// An extended attribute; empty where there is none.
Result<QByteArray> attribute(const QByteArray &path, const QByteArray &name)
{
    QByteArray value(MostAttributeBytes, Qt::Uninitialized);
    const ReachablePath place(path);
    const ssize_t size = ::getxattr(place.name(), name.constData(), value.data(), size_t(value.size()));
    if (size < 0 && (errno == ENODATA || errno == ENOTSUP))
        return QByteArray();
    if (size < 0)
        return failWithErrno(path);
    return value.first(size);
}

/// As chattr(1) describes them; how the file system stores its data is not among them.
QStringList flagNames(int flags)
{
    struct Flag {
        int bit;
        const char *name;
    };
    static constexpr Flag names[]{{FS_IMMUTABLE_FL, "immutable"}, {FS_APPEND_FL, "append-only"},
        {FS_NODUMP_FL, "no-dump"}, {FS_NOATIME_FL, "no-access-time"}, {FS_SYNC_FL, "synchronous"},
        {FS_DIRSYNC_FL, "synchronous-directory"}, {FS_SECRM_FL, "secure-deletion"}, {FS_UNRM_FL, "undeletable"},
        {FS_COMPR_FL, "compressed"}, {FS_ENCRYPT_FL, "encrypted"}, {FS_VERITY_FL, "verity"},
        {FS_NOCOW_FL, "no-copy-on-write"}, {FS_CASEFOLD_FL, "casefold"}, {FS_PROJINHERIT_FL, "project-hierarchy"}};
    QStringList list;
    for (const Flag &flag : names) {
        if (flags & flag.bit)
            list.append(QString::fromLatin1(flag.name));
    }
    return list;
}

/// Whether a file is one of those whose content the kernel makes up. /proc/kcore and its likes have a size that is true enough.
bool isOfKernel(int file)
{
    static constexpr std::array<quint32, 6> kernels{
        PROC_SUPER_MAGIC, SYSFS_MAGIC, DEBUGFS_MAGIC, TRACEFS_MAGIC, SECURITYFS_MAGIC, CGROUP2_SUPER_MAGIC};
    struct statfs system;
    struct stat stat;
    constexpr off_t page = 4096; // what sysfs says of all its files
    return ::fstatfs(file, &system) == 0 && std::ranges::contains(kernels, quint32(system.f_type))
        && ::fstat(file, &stat) == 0 && stat.st_size <= page;
}

bool isHidden(const QByteArray &path)
{
    QByteArrayView rest = path;
    while (rest.size() > 1 && rest.endsWith('/'))
        rest.chop(1);
    const QByteArrayView name = rest.sliced(rest.lastIndexOf('/') + 1);
    return name.startsWith('.');
}

} // namespace

struct FileSystem::Private {
    Linux::Accounts accounts;
};

FileSystem::FileSystem()
    : d(std::make_unique<Private>())
{
}

FileSystem::~FileSystem() = default;

Result<FileFacts> FileSystem::facts(const QByteArray &path, Links links) const
{
    struct statx stat;
    const int follow = links == Links::Keep ? AT_SYMLINK_NOFOLLOW : 0;
    const ReachablePath place(path);
    if (::statx(AT_FDCWD, place.name(), follow | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &stat) != 0)
        return links == Links::Follow ? failBehind(path) : failWithErrno(path);
    FileFacts facts;
    facts.kind = kindOf(stat.stx_mode);
    facts.size = qint64(stat.stx_size);
    // Some file systems claim to know it and say 1970.
    if ((stat.stx_mask & STATX_BTIME) && stat.stx_btime.tv_sec != 0)
        facts.created = nanoseconds(stat.stx_btime);
    facts.modified = nanoseconds(stat.stx_mtime);
    facts.accessed = nanoseconds(stat.stx_atime);
    facts.changed = nanoseconds(stat.stx_ctime);
    facts.owner = d->accounts.user(stat.stx_uid);
    facts.group = d->accounts.group(stat.stx_gid);
    facts.mode = Linux::modeText(stat.stx_mode);
    facts.hidden = isHidden(path);
    facts.readOnly = (facts.kind != FileKind::Link && !(stat.stx_mode & (S_IWUSR | S_IWGRP | S_IWOTH)))
        || stat.stx_attributes & STATX_ATTR_IMMUTABLE;
    facts.compressed = stat.stx_attributes & STATX_ATTR_COMPRESSED;
    facts.links = stat.stx_nlink;
    facts.inode = stat.stx_ino;
    facts.volume = quint64(stat.stx_dev_major) << 32 | stat.stx_dev_minor;
    if (facts.kind == FileKind::Link)
        facts.target = Linux::readLink(path).value_or(QByteArray());
    return facts;
}

Result<QString> FileSystem::accessControl(const QByteArray &path) const
{
    const auto value = attribute(path, "system.posix_acl_access");
    if (!value)
        return std::unexpected(value.error());
    if (value->isEmpty())
        return QString();
    return Linux::parseAcl(*value,
        {[this](quint32 id) { return d->accounts.user(id); }, [this](quint32 id) { return d->accounts.group(id); }});
}

Result<QString> FileSystem::capabilities(const QByteArray &path) const
{
    const auto value = attribute(path, "security.capability");
    if (!value)
        return std::unexpected(value.error());
    return value->isEmpty() ? QString() : Linux::parseCapabilities(*value);
}

Result<QList<std::pair<QByteArray, QByteArray>>> FileSystem::extendedAttributes(const QByteArray &path) const
{
    QList<std::pair<QByteArray, QByteArray>> attributes;
    QByteArray names(MostAttributeBytes, Qt::Uninitialized);
    const ReachablePath place(path);
    const ssize_t size = ::listxattr(place.name(), names.data(), size_t(names.size()));
    if (size < 0 && errno == ENOTSUP)
        return attributes;
    if (size < 0)
        return failWithErrno(path);
    names.truncate(size);
    for (const QByteArray &name : names.split('\0')) {
        if (name.isEmpty())
            continue;
        const auto value = attribute(path, name);
        if (!value)
            return std::unexpected(value.error());
        attributes.append({name, *value});
    }
    return attributes;
}

Result<QStringList> FileSystem::flags(const QByteArray &path) const
{
    // Anything else would be asked, and may not know what FS_IOC_GETFLAGS is: a device's driver is given it.
    struct stat stat;
    const ReachablePath place(path);
    if (::stat(place.name(), &stat) != 0)
        return failWithErrno(path);
    if (!S_ISREG(stat.st_mode) && !S_ISDIR(stat.st_mode))
        return QStringList();
    const Linux::Descriptor file(::open(place.name(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen())
        return failWithErrno(path);
    struct stat opened;
    if (::fstat(file.number(), &opened) != 0 || opened.st_ino != stat.st_ino || opened.st_dev != stat.st_dev)
        return fail(ErrorCode::NotFound, DevicePath(path).typed(), Reason::AnotherFileThere);
    int flags = 0;
    if (::ioctl(file.number(), FS_IOC_GETFLAGS, &flags) != 0) {
        if (errno == ENOTTY || errno == ENOTSUP || errno == EINVAL || errno == ENOSYS)
            return QStringList();
        return failWithErrno(path);
    }
    return flagNames(flags);
}

OpenFile::~OpenFile()
{
    ::close(m_handle);
}

Result<qsizetype> OpenFile::read(std::span<char> buffer)
{
    size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t count = ::read(m_handle, buffer.data() + filled, buffer.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFromErrno(errno, {}));
        if (count == 0)
            break;
        filled += size_t(count);
    }
    return qsizetype(filled);
}

Result<qsizetype> OpenFile::readAt(qint64 offset, std::span<char> buffer) const
{
    size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t count =
            ::pread(m_handle, buffer.data() + filled, buffer.size() - filled, offset + qint64(filled));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFromErrno(errno, {}));
        if (count == 0)
            break;
        filled += size_t(count);
    }
    return qsizetype(filled);
}

bool OpenFile::isFileOf(const FileFacts &facts) const
{
    struct statx stat{};
    return ::statx(m_handle, "", AT_EMPTY_PATH, STATX_INO, &stat) == 0 && stat.stx_ino == facts.inode
        && (quint64(stat.stx_dev_major) << 32 | stat.stx_dev_minor) == facts.volume;
}

qint64 OpenFile::size() const
{
    struct stat stat;
    return ::fstat(m_handle, &stat) == 0 ? qint64(stat.st_size) : 0;
}

bool OpenFile::isMadeByKernel() const
{
    return isOfKernel(m_handle);
}

bool OpenFile::isSparse(qint64 size) const
{
    // File systems that cannot tell report the end of the file as the first hole. Source: lseek(2).
    const off_t hole = ::lseek(m_handle, 0, SEEK_HOLE);
    ::lseek(m_handle, 0, SEEK_SET);
    return hole >= 0 && hole < size;
}

Result<std::unique_ptr<OpenFile>> openRegularFile(const QByteArray &path)
{
    // O_PATH only names the file, without opening what lies behind it: it can be looked at before, and reopened through /proc as the
    // very same file, whatever the path leads to by then.
    const ReachablePath place(path);
    const Linux::Descriptor name(::open(place.name(), O_PATH | O_CLOEXEC));
    if (!name.isOpen())
        return failBehind(path);
    struct stat stat;
    if (::fstat(name.number(), &stat) != 0)
        return failWithErrno(path);
    if (S_ISDIR(stat.st_mode))
        return fail(ErrorCode::IsADirectory, DevicePath(path).typed());
    if (!S_ISREG(stat.st_mode))
        return fail(ErrorCode::NotARegularFile, DevicePath(path).typed(), kindName(kindOf(stat.st_mode)));
    const QByteArray same = "/proc/self/fd/" + QByteArray::number(name.number());
    // Some of the kernel's own wait until there is something to tell (/proc/kmsg).
    const int flags = O_RDONLY | O_CLOEXEC | (isOfKernel(name.number()) ? O_NONBLOCK : 0);
    Linux::Descriptor file(::open(same.constData(), flags | O_NOATIME));
    if (!file.isOpen() && errno == EPERM) // O_NOATIME is for the owner and root
        file = Linux::Descriptor(::open(same.constData(), flags));
    if (!file.isOpen())
        return failWithErrno(path);
    ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::make_unique<OpenFile>(file.release());
}

Result<void> checkFolder(const QByteArray &path)
{
    // The trailing dot is only found in a directory whose contents may be reached.
    struct stat stat;
    const ReachablePath place(path + "/.");
    if (::stat(place.name(), &stat) != 0)
        return failBehind(path);
    return {};
}

Result<QByteArray> resolveLinks(const QByteArray &path)
{
    const ReachablePath place(path);
    const std::unique_ptr<char, decltype(&::free)> resolved(::realpath(place.name(), nullptr), &::free);
    if (!resolved)
        return failWithErrno(path);
    return QByteArray(resolved.get());
}

Result<void> readDirectory(const QByteArray &path, const std::function<bool(const DirectoryEntry &)> &visit)
{
    const ReachablePath place(path);
    const Linux::Descriptor directory(::open(place.name(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (!directory.isOpen())
        return failBehind(path);
    thread_local std::unique_ptr<char[]> buffer = std::make_unique_for_overwrite<char[]>(DirectoryBufferBytes);
    for (;;) {
        const ssize_t filled = ::getdents64(directory.number(), buffer.get(), DirectoryBufferBytes);
        if (filled < 0)
            return failWithErrno(path);
        if (filled == 0)
            return {};
        for (ssize_t at = 0; at < filled;) {
            const auto *record = reinterpret_cast<const dirent64 *>(buffer.get() + at);
            at += record->d_reclen;
            const QByteArrayView name(record->d_name, qsizetype(std::strlen(record->d_name)));
            if (name == "." || name == "..")
                continue;
            bool isDirectory = record->d_type == DT_DIR;
            if (record->d_type == DT_UNKNOWN) {
                struct stat stat;
                isDirectory = ::fstatat(directory.number(), record->d_name, &stat, AT_SYMLINK_NOFOLLOW) == 0
                    && S_ISDIR(stat.st_mode);
            }
            if (!visit({name, isDirectory}))
                return {};
        }
    }
}

} // namespace Sonde::Agent
