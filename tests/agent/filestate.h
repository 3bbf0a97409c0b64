// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace Sonde::Agent {

/// Everything about a file that a restore has to bring back, as text, so that a difference can be read.
[[nodiscard]] inline QMap<QString, QString> stateOfFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    QMap<QString, QString> state;
    struct stat stat;
    if (::lstat(name.constData(), &stat) != 0)
        return {{QStringLiteral("file"), QStringLiteral("none")}};
    state[QStringLiteral("mode")] = QString::number(stat.st_mode, 8);
    state[QStringLiteral("owner")] = QStringLiteral("%1:%2").arg(stat.st_uid).arg(stat.st_gid);
    state[QStringLiteral("size")] = QString::number(stat.st_size);
    state[QStringLiteral("modified")] = QStringLiteral("%1.%2").arg(stat.st_mtim.tv_sec).arg(stat.st_mtim.tv_nsec);
    state[QStringLiteral("accessed")] = QStringLiteral("%1.%2").arg(stat.st_atim.tv_sec).arg(stat.st_atim.tv_nsec);
    QByteArray names(65536, '\0');
    names.truncate(std::max<ssize_t>(::llistxattr(name.constData(), names.data(), size_t(names.size())), 0));
    for (const QByteArray &attribute : names.split('\0')) {
        QByteArray value(65536, '\0');
        if (!attribute.isEmpty()) {
            value.truncate(::lgetxattr(name.constData(), attribute.constData(), value.data(), size_t(value.size())));
            state[QString::fromUtf8(attribute)] = QString::fromLatin1(value.toHex());
        }
    }
    const int file = ::open(name.constData(), O_RDONLY | O_NOATIME | O_NOFOLLOW | O_CLOEXEC);
    int flags = 0;
    if (::ioctl(file, FS_IOC_GETFLAGS, &flags) == 0)
        state[QStringLiteral("flags")] = QString::number(flags & (FS_IMMUTABLE_FL | FS_APPEND_FL | FS_NODUMP_FL), 16);
    QFile content;
    if (content.open(file, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        state[QStringLiteral("content")] = QString::fromLatin1(content.readAll().left(100'000).toHex());
    return state;
}

/// Where files are on another file system than in the folder for temporary ones.
[[nodiscard]] inline QString otherFileSystem()
{
    return QStringLiteral("/dev/shm");
}

/// Gives a file all that it can have; only root may.
inline void adorn(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const auto acl = QByteArray::fromHex("02000000"
                                         "01000600ffffffff"
                                         "0200040001000000"
                                         "04000400ffffffff"
                                         "10000400ffffffff"
                                         "20000000ffffffff");
    const auto netRaw = QByteArray::fromHex("0100000200200000000000000000000000000000");
    QCOMPARE(::chown(name.constData(), 1234, 4321), 0);
    QCOMPARE(::chmod(name.constData(), 04750), 0);
    QCOMPARE(::setxattr(name.constData(), "system.posix_acl_access", acl.constData(), size_t(acl.size()), 0), 0);
    QCOMPARE(::setxattr(name.constData(), "security.capability", netRaw.constData(), size_t(netRaw.size()), 0), 0);
    QCOMPARE(::setxattr(name.constData(), "user.origin", "here", 4, 0), 0);
    const timespec times[2]{
        {.tv_sec = 1'000'000'000, .tv_nsec = 123'456'789}, {.tv_sec = 1'100'000'000, .tv_nsec = 987}};
    QCOMPARE(::utimensat(AT_FDCWD, name.constData(), times, 0), 0);
}

/// Immutable, append-only and the like, as given; the file system's own ones stay. False where it, or who runs this, may not.
inline bool setFileFlags(const QString &path, int flags)
{
    constexpr int ours = FS_IMMUTABLE_FL | FS_APPEND_FL | FS_NODUMP_FL;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    int all = 0;
    const bool known = ::ioctl(file, FS_IOC_GETFLAGS, &all) == 0;
    all = (all & ~ours) | flags;
    const bool set = known && ::ioctl(file, FS_IOC_SETFLAGS, &all) == 0;
    ::close(file);
    return set;
}

/// A folder in which a test plants files, also such as nobody may delete.
class PlantedFolder final
{
    Q_DISABLE_COPY_MOVE(PlantedFolder)

public:
    explicit PlantedFolder(const QString &parent = QDir::tempPath())
        : m_folder(parent + QStringLiteral("/sonde-planted-XXXXXX"))
    {
    }
    ~PlantedFolder()
    {
        setFileFlags(m_folder.path(), 0);
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
            setFileFlags(path(name), 0);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString plant(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? path(name) : QString();
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Sonde::Agent
