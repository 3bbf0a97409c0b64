// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/movefile.h"

#include "agent/acts/base/identity.h"
#include "agent/acts/files/filesteps.h"
#include "agent/acts/files/sidefolder.h"
#include "agent/system/files/filetree.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <cerrno>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QByteArray pathOf(const ActStep &step)
{
    return DevicePath::fromTyped(step.subject).bytes();
}

Error errorNow(const ActStep &step)
{
    return errorFromErrno(errno, step.subject);
}

/// The step was not done, and its file is where it was.
StepResult interrupted(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

} // namespace

/// In a folder beside the file.
static const QByteArray MovedName("file");

/// Where a name is moved to first.
struct MoveFileWorker::Place {
    int folder;
    QByteArray name;
};

Error factsChanged(const QString &subject, const QStringList &names)
{
    return Error{ErrorCode::FactsChanged, subject, {}, {}}.with(Fact::Changed, QCborArray::fromStringList(names));
}

QCborMap keptImage(const FileImage &image)
{
    return {{u"image"_s, Codec::toBytes(image)}};
}

Result<FileImage> imageOf(const QCborMap &kept)
{
    return Codec::fromBytes<FileImage>(kept.value(u"image"_s).toByteArray());
}

ActStep moveFileStep(const PinnedFile &file, const QByteArray &sha256)
{
    QCborMap identity = file.identity();
    if (!sha256.isEmpty())
        identity.insert(u"sha256"_s, QString::fromLatin1(sha256.toHex()));
    return {StepKind::MoveFile, DevicePath(file.path()).typed(), identity};
}

Result<QCborMap> MoveFileWorker::prepare(const ActStep &step)
{
    const auto file = PinnedFile::open(pathOf(step));
    auto image = file ? takeImage(*file) : std::unexpected(file.error());
    if (!image)
        return std::unexpected(image.error());
    image->sha256 = QByteArray::fromHex(step.identity.value(u"sha256"_s).toString().toLatin1());
    return keptImage(*image);
}

qint64 MoveFileWorker::bytesToKeep(const ActStep &step) const
{
    return step.identity.value(u"size"_s).toInteger();
}

StepResult MoveFileWorker::apply(const StepOrder &order)
{
    const auto file = PinnedFile::open(pathOf(order.step));
    if (!file)
        return StepResult::refused(
            file.error().code == ErrorCode::NotFound ? factsChanged(order.step.subject, {u"path"_s}) : file.error());
    if (const QStringList changed = changedFacts(order.step.identity, file->identity()); !changed.isEmpty())
        return StepResult::refused(factsChanged(order.step.subject, changed));
    FlagsLift ofFile(file->handle());
    const FlagsLift ofFolder(file->folder());
    StepResult result = keepRaw(*file, order);
    if (result.state == StepState::Failed && result.error->code == ErrorCode::NotSupported)
        result = keepCopy(*file, order);
    if (result.state == StepState::Done)
        ofFile.leaveOff();
    flushFolder(file->folder());
    return result;
}

StepResult MoveFileWorker::moveTo(const Place &place, const PinnedFile &file, const StepOrder &order)
{
    if (!renameWithoutReplacing(file.folder(), file.name(), place.folder, place.name)) {
        if (errno == EXDEV)
            return StepResult::failed({ErrorCode::NotSupported, order.step.subject, {}, {}});
        // EBUSY: something is mounted on it.
        return StepResult::refused(
            errno == ENOENT ? factsChanged(order.step.subject, {u"path"_s}) : errorNow(order.step));
    }
    if (file.isAt(place.folder, place.name))
        return StepResult::done();
    // Somebody put another one there in the last moment. It goes back; when even its name is taken by then, it is still not lost.
    if (renameWithoutReplacing(place.folder, place.name, file.folder(), file.name()))
        return StepResult::refused(factsChanged(order.step.subject, {u"inode"_s}));
    return StepResult::failed({ErrorCode::UndoConflict, order.step.subject, QString::fromUtf8(place.name), {}});
}

Result<void> MoveFileWorker::sealPinned(const PinnedFile &file, const StepOrder &order)
{
    const auto content = file.openForReading();
    const auto sealed = content ? m_quarantine.seal(content->number(), order.item) : std::unexpected(content.error());
    if (!sealed)
        return std::unexpected(sealed.error());
    const QString wanted = order.step.identity.value(u"sha256"_s).toString();
    if (wanted.isEmpty() || wanted == QString::fromLatin1(sealed->sha256.toHex()))
        return {};
    m_quarantine.removeSealed(order.item); // what was moved is put back
    return std::unexpected(factsChanged(order.step.subject, {u"sha256"_s}));
}

/// The same file system: nothing is copied, and nothing can be lost on the way.
StepResult MoveFileWorker::keepRaw(const PinnedFile &file, const StepOrder &order)
{
    const Place place{m_quarantine.folder(), Quarantine::rawName(order.item)};
    const StepResult moved = moveTo(place, file, order);
    if (moved.state != StepState::Done)
        return moved;
    m_quarantine.flush();
    if (file.isLink()) // all there is of it is in its image
        return moved;
    ::chmod(file.magicPath().constData(), 0);
    if (file.stat().st_size > Quarantine::SealedAtOnce)
        return StepResult::done({{u"sealed"_s, false}});
    if (const auto sealed = sealPinned(file, order); !sealed) {
        ::chmod(file.magicPath().constData(), file.stat().st_mode & 07777);
        const bool back = renameWithoutReplacing(place.folder, place.name, file.folder(), file.name());
        return back ? StepResult::refused(sealed.error()) : StepResult::done({{u"sealed"_s, false}});
    }
    m_quarantine.removeRaw(order.item);
    return StepResult::done({{u"sealed"_s, true}});
}

/// Another file system.
StepResult MoveFileWorker::keepCopy(const PinnedFile &file, const StepOrder &order)
{
    const SideFolder side = SideFolder::make(file.folder(), order.item);
    if (!side.isOpen())
        return StepResult::failed(errorNow(order.step));
    StepResult result = moveTo({side.handle(), MovedName}, file, order);
    if (result.state == StepState::Done && !file.isLink()) {
        ::chmod(file.magicPath().constData(), 0);
        if (const auto sealed = sealPinned(file, order); !sealed) {
            ::chmod(file.magicPath().constData(), file.stat().st_mode & 07777);
            if (renameWithoutReplacing(side.handle(), MovedName, file.folder(), file.name()))
                return StepResult::refused(sealed.error());
            return StepResult::failed(
                {ErrorCode::UndoConflict, order.step.subject, QString::fromUtf8(side.name()), {}});
        }
    }
    if (result.state == StepState::Done) {
        ::unlinkat(side.handle(), MovedName.constData(), 0);
        result.facts.insert(u"sealed"_s, true);
    }
    return result;
}

// ---- after a crash

StepResult MoveFileWorker::recover(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const QByteArray path = pathOf(order.step);
    const auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (!image)
        return StepResult::failed(image.error());
    if (m_quarantine.hasRaw(order.item))
        return recoverRaw(order, *image);
    if (folder) {
        const StepResult beside = recoverCopy(order, *image, folder->number());
        if (beside.state != StepState::NotReached)
            return beside;
    }
    const auto file = PinnedFile::open(path);
    const bool isThere = file && file->stat().st_dev == image->device && file->stat().st_ino == image->inode;
    if (!isThere && (m_quarantine.hasSealed(order.item)))
        return StepResult::done({{u"sealed"_s, true}});
    m_quarantine.remove(order.item);
    if (!isThere)
        return interrupted(order.step);
    ::chmod(file->magicPath().constData(), image->mode & 07777);
    std::ignore = applyFlags(file->handle(), *image);
    return interrupted(order.step);
}

StepResult MoveFileWorker::recoverRaw(const StepOrder &order, const FileImage &image)
{
    struct stat raw;
    const QByteArray name = Quarantine::rawName(order.item);
    if (::fstatat(m_quarantine.folder(), name.constData(), &raw, AT_SYMLINK_NOFOLLOW) != 0)
        return interrupted(order.step);
    if (raw.st_dev == image.device && raw.st_ino == image.inode) {
        ::fchmodat(m_quarantine.folder(), name.constData(), 0, 0);
        return StepResult::done({{u"sealed"_s, false}});
    }
    const QByteArray path = pathOf(order.step);
    const auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (folder && renameWithoutReplacing(m_quarantine.folder(), name, folder->number(), Linux::baseName(path)))
        return StepResult::refused(factsChanged(order.step.subject, {u"inode"_s}));
    return StepResult::failed({ErrorCode::UndoConflict, order.step.subject, {}, {}});
}

/// NotReached: there is nothing beside the file.
StepResult MoveFileWorker::recoverCopy(const StepOrder &order, const FileImage &image, int folder)
{
    const SideFolder side = SideFolder::find(folder, order.item);
    struct stat stat;
    if (!side.isOpen())
        return {StepState::NotReached, {}, {}};
    if (::fstatat(side.handle(), MovedName.constData(), &stat, AT_SYMLINK_NOFOLLOW) != 0)
        return m_quarantine.hasSealed(order.item) ? StepResult::done({{u"sealed"_s, true}})
                                                  : StepResult{StepState::NotReached, {}, {}};
    const QByteArray path = pathOf(order.step);
    const bool isOurs = stat.st_dev == image.device && stat.st_ino == image.inode;
    if (isOurs)
        ::fchmodat(side.handle(), MovedName.constData(), image.mode & 07777, 0);
    m_quarantine.remove(order.item);
    if (!renameWithoutReplacing(side.handle(), MovedName, folder, Linux::baseName(path)))
        return StepResult::failed({ErrorCode::UndoConflict, order.step.subject, QString::fromUtf8(side.name()), {}});
    if (const auto file = isOurs ? PinnedFile::open(path) : fail(ErrorCode::NotFound))
        std::ignore = applyFlags(file->handle(), image);
    return interrupted(order.step);
}

Reversal MoveFileWorker::reverse(const StepOrder &order, const StepOutcome &, const UndoTerms &terms)
{
    return restoreFileSteps(order, terms);
}

} // namespace Sonde::Agent
