// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/restorefile.h"

#include "agent/acts/files/filehash.h"
#include "agent/acts/files/movefile.h"
#include "agent/acts/files/sidefolder.h"
#include "agent/acts/files/unnamedfile.h"
#include "agent/system/files/filetree.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdio.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// The one it is brought back from, whoever's act kept it.
QString itemOf(const StepOrder &order)
{
    return order.step.identity.value(u"item"_s).toString();
}

Error errorOf(const StepOrder &order)
{
    return errno == EEXIST ? Error{ErrorCode::UndoConflict, order.step.subject, {}, {}}
                           : errorFromErrno(errno, order.step.subject);
}

StepResult refusedNow(const StepOrder &order)
{
    return errno == EEXIST ? StepResult::refused(errorOf(order)) : StepResult::failed(errorOf(order));
}

QCborMap restoredFacts(const QStringList &missed)
{
    return missed.isEmpty() ? QCborMap() : QCborMap{{u"not_restored"_s, QCborArray::fromStringList(missed)}};
}

bool isBack(const PinnedFile &file, const FileImage &image)
{
    if (file.isLink())
        return S_ISLNK(image.mode) && takeImage(file).value_or(FileImage()).target == image.target;
    return file.stat().st_size == image.size && hashOf(file).value_or("none") == image.sha256;
}

} // namespace

/// Where it goes.
struct RestoreFileWorker::Target {
    int folder;
    QByteArray name;
};

StepResult RestoreFileWorker::apply(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const QByteArray path = DevicePath::fromTyped(order.step.subject).bytes();
    const auto folder = openFolderWithoutLinks(Linux::folderOf(path));
    if (!image || !folder)
        return StepResult::refused(image ? folder.error() : image.error());
    const FlagsLift lift(folder->number());
    const Target target{folder->number(), Linux::baseName(path)};
    if (S_ISLNK(image->mode))
        return makeLink(order, *image, target);
    m_quarantine.stopSealing(itemOf(order));
    StepResult result = m_quarantine.hasRaw(itemOf(order)) && !m_quarantine.hasSealed(itemOf(order))
        ? putBackRaw(order, *image, target)
        : StepResult::failed({ErrorCode::NotSupported, {}, {}, {}});
    if (result.state == StepState::Failed && result.error->code == ErrorCode::NotSupported)
        result = makeAgain(order, *image, target);
    return result;
}

/// Not sealed yet: the very file goes back.
StepResult RestoreFileWorker::putBackRaw(const StepOrder &order, const FileImage &image, const Target &target)
{
    const QByteArray raw = Quarantine::rawName(itemOf(order));
    const Linux::Descriptor file(::openat(m_quarantine.folder(), raw.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen()
        || ::renameat2(m_quarantine.folder(), raw.constData(), target.folder, target.name.constData(), RENAME_NOREPLACE)
            != 0) {
        const bool elsewhere = errno == EXDEV;
        const StepResult failed =
            elsewhere ? StepResult::failed({ErrorCode::NotSupported, {}, {}, {}}) : refusedNow(order);
        m_quarantine.sealLater(itemOf(order));
        return failed;
    }
    QStringList missed = applyImage(file.number(), image);
    if (!applyFlags(file.number(), image))
        missed += u"file_flags"_s;
    m_quarantine.flush();
    flushLater(file.number(), target.folder);
    return StepResult::done(restoredFacts(missed));
}

/// A new file without a name, until it is all that the old one was.
StepResult RestoreFileWorker::makeAgain(const StepOrder &order, const FileImage &image, const Target &target)
{
    UnnamedFile file(target.folder, order.item);
    if (!file.isOpen())
        return StepResult::failed(errorOf(order));
    const auto sealed = m_quarantine.copyOut(itemOf(order), file.handle());
    if (!sealed)
        return StepResult::failed({sealed.error().code, order.step.subject, sealed.error().reason, {}});
    if (!image.sha256.isEmpty() && sealed->sha256 != image.sha256)
        return StepResult::failed({ErrorCode::HashMismatch, order.step.subject, {}, {}});
    QStringList missed = applyImage(file.handle(), image);
    if (!file.setName(target.name))
        return refusedNow(order);
    flushLater(file.handle(), target.folder);
    if (!applyFlags(file.handle(), image))
        missed += u"file_flags"_s;
    return StepResult::done(restoredFacts(missed));
}

void RestoreFileWorker::flushLater(int file, int folder)
{
    const QByteArray open = "/proc/self/fd/" + QByteArray::number(folder);
    m_unflushed.emplace_back(::fcntl(file, F_DUPFD_CLOEXEC, 0));
    m_unflushed.emplace_back(::open(open.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (m_unflushed.size() > 2 * MostUnflushed)
        flush();
}

void RestoreFileWorker::flush()
{
    // Each wait for the disk takes as long as that for all of it.
    constexpr size_t few = 8;
    const std::vector<Linux::Descriptor> files = std::exchange(m_unflushed, {});
    std::vector<dev_t> done;
    for (const Linux::Descriptor &file : files) {
        struct stat stat;
        if (files.size() <= few)
            ::fsync(file.number());
        else if (::fstat(file.number(), &stat) == 0 && !std::ranges::contains(done, stat.st_dev)) {
            ::syncfs(file.number());
            done.push_back(stat.st_dev);
        }
    }
}

bool RestoreFileWorker::isStillDone(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const auto file = PinnedFile::open(DevicePath::fromTyped(order.step.subject).bytes());
    return image && file && isBack(*file, *image);
}

StepResult RestoreFileWorker::makeLink(const StepOrder &order, const FileImage &image, const Target &target)
{
    if (::symlinkat(image.target.constData(), target.folder, target.name.constData()) != 0)
        return refusedNow(order);
    QStringList missed;
    if (::fchownat(target.folder, target.name.constData(), image.user, image.group, AT_SYMLINK_NOFOLLOW) != 0)
        missed += u"owner"_s;
    const auto times = timesOf(image);
    if (::utimensat(target.folder, target.name.constData(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
        missed += u"modified"_s;
    flushLater(-1, target.folder);
    return StepResult::done(restoredFacts(missed));
}

StepResult RestoreFileWorker::recover(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    if (!image)
        return StepResult::failed(image.error());
    const QByteArray path = DevicePath::fromTyped(order.step.subject).bytes();
    if (const auto folder = openFolderWithoutLinks(Linux::folderOf(path)))
        UnnamedFile::tidy(folder->number(), order.item);
    const auto file = PinnedFile::open(path);
    if (!file || !isBack(*file, *image))
        return StepResult::refused(errorBecause(Reason::StillInQuarantine, ErrorCode::Interrupted, order.step.subject));
    if (file->isLink())
        return StepResult::done();
    FlagsLift lift(file->handle()); // it may have come as far as that
    lift.leaveOff();
    const auto content = file->openForReading();
    QStringList missed = content ? applyImage(content->number(), *image) : QStringList{u"owner"_s};
    if (!applyFlags(file->handle(), *image))
        missed += u"file_flags"_s;
    return StepResult::done(restoredFacts(missed));
}

void RestoreFileWorker::settle(const StepOrder &order, const StepOutcome &outcome)
{
    if (outcome.state == StepState::Done)
        m_quarantine.removeLater(itemOf(order));
}

} // namespace Sonde::Agent
