// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>

/// What a device's file system tells. Paths are absolute, as bytes (DevicePath).
namespace Sonde::Agent {

enum class FileKind { Unknown, Regular, Directory, Link, Pipe, Socket, CharacterDevice, BlockDevice };

/// "file", "directory", "link"…
[[nodiscard]] QString kindName(FileKind kind);

/// Of a symbolic link: itself, or what it leads to.
enum class Links { Keep, Follow };

/// Nanoseconds since the epoch; one that these do not hold (before 1677-09-21, after 2262-04-11) is the least or the greatest number, which
/// is no time: isoTime() says so.
[[nodiscard]] qint64 heldNanoseconds(qint64 seconds, qint64 nanoseconds);
/// A time, not only that it is earlier or later than any that can be told.
[[nodiscard]] constexpr bool isHeld(qint64 nanoseconds)
{
    return nanoseconds != std::numeric_limits<qint64>::min() && nanoseconds != std::numeric_limits<qint64>::max();
}

/// Times are nanoseconds since the epoch, see heldNanoseconds().
struct FileFacts {
    FileKind kind = FileKind::Unknown;
    qint64 size = 0;
    std::optional<qint64> created; ///< none where the file system keeps no birth time
    qint64 modified = 0;
    qint64 accessed = 0;
    qint64 changed = 0; ///< of its metadata
    QString owner;
    QString group;
    QString mode; ///< as `ls -l` writes it: "-rw-r--r--"
    bool hidden = false;
    bool readOnly = false; ///< nobody may write it, or it is immutable
    bool compressed = false;
    quint64 links = 0;
    quint64 inode = 0;
    quint64 volume = 0;
    QByteArray target; ///< of a link that was kept

    /// The same file with the same content, as far as its metadata can tell.
    [[nodiscard]] bool isUnchangedSince(const FileFacts &earlier) const;
};

/// A regular file open for reading; its access time stays what it was where the system allows it.
class OpenFile final
{
    Q_DISABLE_COPY_MOVE(OpenFile)

public:
    explicit OpenFile(int handle)
        : m_handle(handle)
    {
    }
    ~OpenFile();

    /// Bytes read into `buffer`, fewer only at the end of the file.
    [[nodiscard]] Result<qsizetype> read(std::span<char> buffer);
    /// Bytes read into `buffer` from a place, which read() knows nothing of; fewer only at the end of the file.
    [[nodiscard]] Result<qsizetype> readAt(qint64 offset, std::span<char> buffer) const;
    /// The system's own, for who hands the open file on; it stays this object's.
    [[nodiscard]] int handle() const { return m_handle; }
    /// Whether it is the file that these facts are of, whatever its name has become.
    [[nodiscard]] bool isFileOf(const FileFacts &facts) const;
    /// In bytes, as it is now.
    [[nodiscard]] qint64 size() const;
    /// Its content is made up by the kernel while it is read (procfs, sysfs…): the size it is said to have is none.
    [[nodiscard]] bool isMadeByKernel() const;
    /// Whether less than `size` bytes of it were ever written.
    [[nodiscard]] bool isSparse(qint64 size) const;

private:
    int m_handle;
};

/// Facts of files, with the account names it met remembered: make one per command. Not for several threads.
class FileSystem final
{
    Q_DISABLE_COPY_MOVE(FileSystem)

public:
    FileSystem();
    ~FileSystem();

    [[nodiscard]] Result<FileFacts> facts(const QByteArray &path, Links links) const;
    /// The access control list as text; empty where there is none beyond the mode.
    [[nodiscard]] Result<QString> accessControl(const QByteArray &path) const;
    /// What a program may do beyond its user, as getcap writes it; empty where it has nothing of that kind.
    [[nodiscard]] Result<QString> capabilities(const QByteArray &path) const;
    /// Names and values beside the content, as bytes; none where the file system keeps none.
    [[nodiscard]] Result<QList<std::pair<QByteArray, QByteArray>>> extendedAttributes(const QByteArray &path) const;
    /// What the file system does with it beyond the mode: "immutable", "append-only"… Only regular files and directories have them.
    [[nodiscard]] Result<QStringList> flags(const QByteArray &path) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Opens a regular file, following links. Anything else is refused without having been opened, which for a device or pipe could have
/// effects or block: IsADirectory or NotARegularFile.
[[nodiscard]] Result<std::unique_ptr<OpenFile>> openRegularFile(const QByteArray &path);

/// A folder one may go into: NotFound, NotADirectory, or AccessDenied when what is in it may not be reached.
[[nodiscard]] Result<void> checkFolder(const QByteArray &path);

/// What `path` leads to when all its links are followed.
[[nodiscard]] Result<QByteArray> resolveLinks(const QByteArray &path);

struct DirectoryEntry {
    QByteArrayView name;      ///< valid during the visit
    bool isDirectory = false; ///< a link to a directory is not one
};
/// Calls `visit` for each entry but "." and "..", in the file system's order, until it returns false.
[[nodiscard]] Result<void> readDirectory(
    const QByteArray &path, const std::function<bool(const DirectoryEntry &)> &visit);

} // namespace Sonde::Agent
