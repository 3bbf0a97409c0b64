// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/replacecontent.h"

#include "agent/acts/files/movefile.h"
#include "agent/acts/files/sidefolder.h"
#include "agent/acts/files/unnamedfile.h"
#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// In the folder beside the file: the new one, then the old one.
const QByteArray OtherName("file");

bool writeWhole(int handle, QByteArrayView rest)
{
    while (!rest.isEmpty()) {
        const ssize_t count = ::write(handle, rest.data(), size_t(rest.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        rest = rest.sliced(count);
    }
    return true;
}

bool exchange(int folder, const QByteArray &name, const SideFolder &side)
{
    return ::renameat2(folder, name.constData(), side.handle(), OtherName.constData(), RENAME_EXCHANGE) == 0;
}

QCborMap missedFacts(const QStringList &missed)
{
    return missed.isEmpty() ? QCborMap() : QCborMap{{u"not_restored"_s, QCborArray::fromStringList(missed)}};
}

StepResult errnoFailure(const QByteArray &path)
{
    return StepResult::failed(errorFromErrno(errno, DevicePath(path).typed()));
}

} // namespace

Result<QByteArray> readContent(const PinnedFile &file, qint64 most)
{
    const auto content = file.openForReading();
    if (!content)
        return std::unexpected(content.error());
    auto bytes = Linux::readRest(*content, most);
    if (!bytes)
        bytes.error().subject = DevicePath(file.path()).typed();
    return bytes;
}

StepResult replaceContent(
    const PinnedFile &file, const QByteArray &content, const FileImage &image, const QString &item)
{
    FlagsLift ofFile(file.handle());
    const FlagsLift ofFolder(file.folder());
    const SideFolder side = SideFolder::make(file.folder(), item);
    if (!side.isOpen())
        return errnoFailure(file.path());
    const Linux::Descriptor fresh(::openat(
        side.handle(), OtherName.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!fresh.isOpen() || !writeWhole(fresh.number(), content)) {
        const StepResult failed = errnoFailure(file.path());
        ::unlinkat(side.handle(), OtherName.constData(), 0);
        return failed;
    }
    QStringList missed = applyImage(fresh.number(), image);
    const bool exchanged = ::fsync(fresh.number()) == 0 && exchange(file.folder(), file.name(), side);
    const StepResult failed = exchanged ? StepResult() : errnoFailure(file.path());
    if (exchanged && !file.isAt(side.handle(), OtherName)) { // another one had the name in the last moment
        if (!exchange(file.folder(), file.name(), side))
            return StepResult::failed(
                {ErrorCode::UndoConflict, DevicePath(file.path()).typed(), QString::fromUtf8(side.name()), {}});
        ::unlinkat(side.handle(), OtherName.constData(), 0);
        return StepResult::refused(factsChanged(DevicePath(file.path()).typed(), {u"inode"_s}));
    }
    ::unlinkat(side.handle(), OtherName.constData(), 0);
    if (!exchanged)
        return failed;
    ofFile.leaveOff();
    if (!applyFlags(fresh.number(), image))
        missed += u"file_flags"_s;
    flushFolder(file.folder());
    return StepResult::done(missedFacts(missed));
}

StepResult makeFile(const QByteArray &content, const FileImage &image, const QString &item)
{
    const auto folder = openFolderWithoutLinks(Linux::folderOf(image.path));
    if (!folder)
        return StepResult::refused(folder.error());
    const FlagsLift lift(folder->number());
    UnnamedFile file(folder->number(), item);
    if (!file.isOpen() || !writeWhole(file.handle(), content))
        return errnoFailure(image.path);
    QStringList missed = applyImage(file.handle(), image);
    if (::fsync(file.handle()) != 0 || !file.setName(Linux::baseName(image.path)))
        return errno == EEXIST ? StepResult::refused({ErrorCode::UndoConflict, DevicePath(image.path).typed(), {}, {}})
                               : errnoFailure(image.path);
    if (!applyFlags(file.handle(), image))
        missed += u"file_flags"_s;
    flushFolder(folder->number());
    return StepResult::done(missedFacts(missed));
}

void tidyReplacement(const QByteArray &path, const FileImage &before, const QString &item)
{
    const auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (!folder)
        return;
    const SideFolder side = SideFolder::find(folder->number(), item);
    const auto file = PinnedFile::open(path);
    struct stat stat;
    if (!side.isOpen() || ::fstatat(side.handle(), OtherName.constData(), &stat, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    // Beside lies the new file that did not get there, or the old one; a third one had the name in the last moment, and gets it again.
    const bool isOld = stat.st_dev == before.device && stat.st_ino == before.inode;
    const bool oldHasName = file && file->stat().st_dev == before.device && file->stat().st_ino == before.inode;
    if (!isOld && !oldHasName && !exchange(folder->number(), Linux::baseName(path), side))
        return;
    ::unlinkat(side.handle(), OtherName.constData(), 0);
    if (oldHasName)
        std::ignore = applyFlags(file->handle(), before);
}

} // namespace Sonde::Agent
