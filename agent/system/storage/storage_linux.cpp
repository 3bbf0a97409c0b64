// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/storage.h"

#include "agent/system/linux/descriptor.h"
#include "transport/disk/ownfolder.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace Sonde::Agent {

namespace {

std::unexpected<Error> storageFailed(const QString &path)
{
    return fail(ErrorCode::StorageFailed, path, errorFromErrno(errno, path).reason);
}

bool writeAll(int descriptor, QByteArrayView rest)
{
    while (!rest.isEmpty()) {
        const ssize_t written = ::write(descriptor, rest.data(), size_t(rest.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        rest = rest.sliced(written);
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

Result<void> flushToDisk(QFileDevice &file)
{
    if (!file.flush())
        return fail(ErrorCode::StorageFailed, file.fileName(), file.errorString());
    if (::fdatasync(file.handle()) != 0)
        return storageFailed(file.fileName());
    return {};
}

Result<void> makePrivateFolder(const QString &path)
{
    return makeOwnFolder(path);
}

Result<void> savePrivateFile(const QString &path, const QByteArray &content)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray temporary = name + ".new";
    ::unlink(temporary.constData());
    const Linux::Descriptor file(
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (!file.isOpen() || !writeAll(file.number(), content) || ::rename(temporary.constData(), name.constData()) != 0)
        return storageFailed(path);
    const Linux::Descriptor folder(
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::fsync(folder.number()) != 0)
        return storageFailed(path);
    return {};
}

} // namespace Sonde::Agent
