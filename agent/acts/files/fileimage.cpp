// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/fileimage.h"

#include "agent/acts/files/pinnedfile.h"
#include "agent/system/linux/accounts.h"
#include "agent/system/linux/modetext.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qsizetype MostAttributes = 64 * 1024;
constexpr int Moving = FS_IMMUTABLE_FL | FS_APPEND_FL;
/// Flags that somebody set; the others say how the file system stores it, and it may not let go of them.
constexpr int Settable = FS_IMMUTABLE_FL | FS_APPEND_FL | FS_NODUMP_FL | FS_NOATIME_FL | FS_SYNC_FL | FS_DIRSYNC_FL
    | FS_SECRM_FL | FS_UNRM_FL;

timespec timeOfNanoseconds(qint64 nanoseconds)
{
    constexpr qint64 second = 1'000'000'000;
    const qint64 rest = ((nanoseconds % second) + second) % second;
    return {.tv_sec = (nanoseconds - rest) / second, .tv_nsec = rest};
}

qint64 inNanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::optional<qint64> birthOf(int handle)
{
    struct statx stat;
    // Some file systems claim to know it and say 1970.
    const bool isKept = ::statx(handle, "", AT_EMPTY_PATH, STATX_BTIME, &stat) == 0
        && (stat.stx_mask & STATX_BTIME) != 0 && stat.stx_btime.tv_sec != 0;
    return isKept ? std::optional(heldNanoseconds(stat.stx_btime.tv_sec, stat.stx_btime.tv_nsec)) : std::nullopt;
}

std::vector<FileAttribute> attributesOf(const PinnedFile &file)
{
    // Links have none of a user's, and /proc leads to the link's target.
    std::vector<FileAttribute> attributes;
    QByteArray names(MostAttributes, Qt::Uninitialized);
    const ssize_t size =
        file.isLink() ? 0 : ::listxattr(file.magicPath().constData(), names.data(), size_t(names.size()));
    names.truncate(std::max<ssize_t>(size, 0));
    for (const QByteArray &name : names.split('\0')) {
        QByteArray value(MostAttributes, Qt::Uninitialized);
        const ssize_t length = name.isEmpty()
            ? -1
            : ::getxattr(file.magicPath().constData(), name.constData(), value.data(), size_t(value.size()));
        if (length >= 0)
            attributes.push_back({name, value.first(length)});
    }
    return attributes;
}

/// Attributes that the file has and the image has not.
QByteArrayList namesOnly(int handle, const FileImage &image)
{
    QByteArray names(MostAttributes, Qt::Uninitialized);
    names.truncate(std::max<ssize_t>(::flistxattr(handle, names.data(), size_t(names.size())), 0));
    QByteArrayList list = names.split('\0');
    list.removeIf([&image](const QByteArray &name) {
        return name.isEmpty() || std::ranges::contains(image.attributes, name, &FileAttribute::name);
    });
    return list;
}

/// To ask for flags, a file has to be open, and a device or pipe must not be.
Linux::Descriptor reopened(int handle)
{
    struct stat stat;
    if (::fstat(handle, &stat) != 0 || (!S_ISREG(stat.st_mode) && !S_ISDIR(stat.st_mode)))
        return Linux::Descriptor(-1);
    const QByteArray same = "/proc/self/fd/" + QByteArray::number(handle);
    return Linux::Descriptor(::open(same.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

bool setFlags(int handle, int flags)
{
    const Linux::Descriptor file = reopened(handle);
    return file.isOpen() && ::ioctl(file.number(), FS_IOC_SETFLAGS, &flags) == 0;
}

std::optional<int> flagsOf(int handle)
{
    const Linux::Descriptor file = reopened(handle);
    int flags = 0;
    return file.isOpen() && ::ioctl(file.number(), FS_IOC_GETFLAGS, &flags) == 0 ? std::optional(flags) : std::nullopt;
}

} // namespace

Result<FileImage> takeImage(const PinnedFile &file)
{
    struct stat stat;
    if (::fstat(file.handle(), &stat) != 0)
        return std::unexpected(errorFromErrno(errno, {}));
    FileImage image{.path = file.path(),
        .device = stat.st_dev,
        .inode = stat.st_ino,
        .links = stat.st_nlink,
        .mode = stat.st_mode,
        .user = stat.st_uid,
        .group = stat.st_gid,
        .size = stat.st_size,
        .accessed = inNanoseconds(stat.st_atim),
        .modified = inNanoseconds(stat.st_mtim),
        .attributes = attributesOf(file),
        .target = {},
        .sha256 = {},
        .created = birthOf(file.handle())};
    if (const auto flags = flagsOf(file.handle())) {
        image.flags = quint32(*flags);
        image.hasFlags = true;
    }
    if (file.isLink()) {
        QByteArray target(PATH_MAX, Qt::Uninitialized);
        const ssize_t length = ::readlinkat(file.handle(), "", target.data(), size_t(target.size()));
        image.target = target.first(std::max<ssize_t>(length, 0));
    }
    return image;
}

FileFacts factsOfImage(const FileImage &image)
{
    Linux::Accounts accounts;
    FileFacts facts;
    facts.kind = S_ISLNK(image.mode) ? FileKind::Link : FileKind::Regular;
    facts.size = image.size;
    facts.created = image.created;
    facts.modified = image.modified;
    facts.accessed = image.accessed;
    facts.owner = accounts.user(image.user);
    facts.group = accounts.group(image.group);
    facts.mode = Linux::modeText(image.mode);
    facts.links = image.links;
    facts.inode = image.inode;
    facts.volume = image.device;
    facts.target = image.target;
    return facts;
}

std::array<timespec, 2> timesOf(const FileImage &image)
{
    return {timeOfNanoseconds(image.accessed), timeOfNanoseconds(image.modified)};
}

QStringList applyImage(int handle, const FileImage &image)
{
    QStringList missed;
    const auto expect = [&missed](bool done, const QString &what) {
        if (!done)
            missed += what;
    };
    // In this order: a change of owner takes set-id bits and capabilities with it.
    expect(::fchown(handle, image.user, image.group) == 0, u"owner"_s);
    for (const QByteArray &name : namesOnly(handle, image)) // what the folder has given to a new file
        expect(::fremovexattr(handle, name.constData()) == 0, QString::fromUtf8(name));
    expect(::fchmod(handle, image.mode & 07777) == 0, u"mode"_s);
    for (const FileAttribute &attribute : image.attributes) {
        const int set = ::fsetxattr(
            handle, attribute.name.constData(), attribute.value.constData(), size_t(attribute.value.size()), 0);
        expect(set == 0, QString::fromUtf8(attribute.name));
    }
    expect(::futimens(handle, timesOf(image).data()) == 0, u"modified"_s);
    return missed;
}

bool applyFlags(int handle, const FileImage &image)
{
    const auto now = image.hasFlags ? flagsOf(handle) : std::nullopt;
    const int wanted = int(image.flags) & Settable;
    if (!now || (*now & Settable) == wanted)
        return now || wanted == 0;
    return setFlags(handle, (*now & ~Settable) | wanted);
}

FlagsLift::FlagsLift(int handle)
    : m_handle(handle)
{
    const auto flags = flagsOf(handle);
    if (flags && (*flags & Moving) && setFlags(handle, *flags & ~Moving))
        m_before = flags;
}

FlagsLift::~FlagsLift()
{
    if (m_before)
        setFlags(m_handle, *m_before);
}

} // namespace Sonde::Agent
