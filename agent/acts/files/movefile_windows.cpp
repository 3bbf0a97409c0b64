// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/movefile_windows.h"

#include "agent/acts/base/identity.h"
#include "agent/acts/files/filesteps.h"
#include "agent/acts/files/pendingmoves_windows.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

QByteArray pathOf(const ActStep &step)
{
    return DevicePath::fromTyped(step.subject).bytes();
}

Error errorNow(const ActStep &step)
{
    return Windows::errorOf(::GetLastError(), step.subject);
}

/// The step was not done, and its file is where it was.
StepResult interrupted(const ActStep &step)
{
    return StepResult::refused(errorBecause(Reason::NothingChanged, ErrorCode::Interrupted, step.subject));
}

/// What was tried may have made it a plain one.
void makeAsItWas(HANDLE file, const StepOrder &order)
{
    if (const auto image = imageOf(order.kept))
        std::ignore = applyImage(file, *image);
}

} // namespace

bool deleteByHandle(HANDLE file)
{
    // One that is read-only is not deleted.
    FILE_BASIC_INFO plain{};
    plain.FileAttributes = FILE_ATTRIBUTE_NORMAL;
    ::SetFileInformationByHandle(file, FileBasicInfo, &plain, sizeof(plain));
    FILE_DISPOSITION_INFO info{};
    info.DeleteFile = TRUE;
    return ::SetFileInformationByHandle(file, FileDispositionInfo, &info, sizeof(info));
}

Error factsChanged(const QString &subject, const QStringList &names)
{
    return Error{ErrorCode::FactsChanged, subject, {}, {}}.with(Fact::Changed, QCborArray::fromStringList(names));
}

ActStep moveFileStep(const PinnedFile &file, const QByteArray &sha256)
{
    QCborMap identity = file.identity();
    if (!sha256.isEmpty())
        identity.insert(u"sha256"_s, QString::fromLatin1(sha256.toHex()));
    return {StepKind::MoveFile, DevicePath(file.path()).typed(), identity};
}

bool isBusy(const PinnedFile &file)
{
    bool busy = false;
    const auto opened = file.reopen(DELETE, &busy);
    return !opened && busy;
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
    const auto file = PinnedFile::open(pathOf(step));
    const auto image = file ? takeImage(*file) : std::unexpected(file.error());
    return step.identity.value(u"size"_s).toInteger() + (image ? streamBytes(*image) : 0);
}

StepResult MoveFileWorker::apply(const StepOrder &order)
{
    const auto file = PinnedFile::open(pathOf(order.step));
    if (!file)
        return StepResult::refused(
            file.error().code == ErrorCode::NotFound ? factsChanged(order.step.subject, {u"path"_s}) : file.error());
    if (const QStringList changed = changedFacts(order.step.identity, file->identity()); !changed.isEmpty())
        return StepResult::refused(factsChanged(order.step.subject, changed));
    bool busy = false;
    auto handle = file->reopen(DELETE | ImageRights, &busy);
    if (!handle && !busy)
        handle = file->reopen(DELETE | FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES, &busy);
    if (!handle)
        return busy ? moveAtRestart(*file, order) : StepResult::refused(handle.error());
    StepResult result = keepRaw(*file, handle->get(), order);
    if (result.state == StepState::Failed && result.error->code == ErrorCode::NotSupported)
        result = keepCopy(*file, handle->get(), order);
    return result;
}

Result<void> MoveFileWorker::sealContent(const PinnedFile &file, const StepOrder &order)
{
    const auto content = file.openForReading();
    const auto sealed =
        content ? m_quarantine.seal((*content)->handle(), order.item) : std::unexpected(content.error());
    if (!sealed)
        return std::unexpected(sealed.error());
    const QString wanted = order.step.identity.value(u"sha256"_s).toString();
    if (wanted.isEmpty() || wanted == QString::fromLatin1(sealed->sha256.toHex()))
        return {};
    m_quarantine.removeSealed(order.item);
    return std::unexpected(factsChanged(order.step.subject, {u"sha256"_s}));
}

Result<void> MoveFileWorker::sealStreams(const QByteArray &path, const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    if (!image)
        return std::unexpected(image.error());
    for (size_t i = 0; i < image->streams.size(); ++i) {
        const QString item = u"%1_%2"_s.arg(order.item).arg(i + 1);
        const auto stream = openRegularFile(path + ':' + image->streams[i].name);
        const auto sealed = stream ? m_quarantine.seal((*stream)->handle(), item) : std::unexpected(stream.error());
        if (!sealed)
            return std::unexpected(sealed.error());
    }
    return {};
}

/// Small ones at once; what is sealed later waits as it is.
Result<void> MoveFileWorker::sealRaw(const StepOrder &order)
{
    const auto raw = PinnedFile::open(m_quarantine.rawPath(order.item));
    if (!raw)
        return std::unexpected(raw.error());
    return sealStreams(raw->path(), order).and_then([&] {
        return raw->size() > Quarantine::SealedAtOnce ? Result<void>() : sealContent(*raw, order);
    });
}

/// The same volume: nothing is copied, and nothing can be lost on the way.
StepResult MoveFileWorker::keepRaw(const PinnedFile &file, HANDLE handle, const StepOrder &order)
{
    if (!renameWithoutReplacing(handle, m_quarantine.rawPath(order.item)))
        return ::GetLastError() == ERROR_NOT_SAME_DEVICE
            ? StepResult::failed({ErrorCode::NotSupported, order.step.subject, {}, {}})
            : StepResult::refused(errorNow(order.step));
    if (file.isLink()) // all there is of it is in its image
        return StepResult::done();
    if (const auto sealed = sealRaw(order); !sealed) {
        if (!renameWithoutReplacing(handle, file.path()))
            return StepResult::done({{u"sealed"_s, false}});
        m_quarantine.removeSealed(order.item);
        makeAsItWas(handle, order);
        return StepResult::refused(sealed.error());
    }
    closeToOthers(handle);
    if (!m_quarantine.hasSealed(order.item))
        return StepResult::done({{u"sealed"_s, false}});
    // Whoever runs it, or has it mapped, keeps it from being deleted: then it is done in the background.
    std::ignore = deleteByHandle(handle);
    return StepResult::done({{u"sealed"_s, true}});
}

/// Another volume.
StepResult MoveFileWorker::keepCopy(const PinnedFile &file, HANDLE handle, const StepOrder &order)
{
    if (!file.isLink()) {
        const auto sealed = sealStreams(file.path(), order).and_then([&] { return sealContent(file, order); });
        if (!sealed) {
            m_quarantine.removeSealed(order.item);
            return StepResult::refused(sealed.error());
        }
    }
    if (!deleteByHandle(handle)) {
        const DWORD failure = ::GetLastError();
        makeAsItWas(handle, order);
        if (failure == ERROR_ACCESS_DENIED || failure == ERROR_USER_MAPPED_FILE) // it runs
            return moveAtRestart(file, order);
        m_quarantine.removeSealed(order.item);
        return StepResult::refused(Windows::errorOf(failure, order.step.subject));
    }
    return StepResult::done({{u"sealed"_s, true}});
}

StepResult MoveFileWorker::moveAtRestart(const PinnedFile &file, const StepOrder &order)
{
    const bool isSameVolume = volumeOf(m_quarantine.rawPath(order.item)) == file.volume();
    std::ignore = sealStreams(file.path(), order); // who has the content open need not have these
    if (!isSameVolume && !m_quarantine.hasSealed(order.item)) {
        if (const auto sealed = sealContent(file, order); !sealed) {
            m_quarantine.removeSealed(order.item);
            return StepResult::failed(sealed.error());
        }
    }
    const auto pending = PendingMoves::add(file.path(), isSameVolume ? m_quarantine.rawPath(order.item) : QByteArray());
    if (!pending) {
        m_quarantine.removeSealed(order.item);
        return StepResult::failed(pending.error());
    }
    return {StepState::NotConfirmed, errorBecause(Reason::GoesAtRestart, ErrorCode::StillThere, order.step.subject),
        {{AtRestartKey, true}}};
}

// ---- after a crash

StepResult MoveFileWorker::recover(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    if (!image)
        return StepResult::failed(image.error());
    const QByteArray path = pathOf(order.step);
    if (const auto raw = PinnedFile::open(m_quarantine.rawPath(order.item)); raw && isIn(*raw, *image)) {
        if (!raw->isLink() && !sealRaw(order))
            return StepResult::done({{u"sealed"_s, false}});
        return StepResult::done({{u"sealed"_s, m_quarantine.hasSealed(order.item)}});
    }
    const auto file = PinnedFile::open(path);
    const bool isThere = file && isIn(*file, *image);
    if (isThere && PendingMoves::has(path))
        return {StepState::NotConfirmed, errorBecause(Reason::GoesAtRestart, ErrorCode::StillThere, order.step.subject),
            {{AtRestartKey, true}}};
    if (!isThere && m_quarantine.hasSealed(order.item))
        return StepResult::done({{u"sealed"_s, true}});
    m_quarantine.removeSealed(order.item);
    // It may have come as far as to be a plain one.
    if (const auto handle = isThere ? file->reopen(ImageRights) : fail(ErrorCode::NotFound))
        std::ignore = applyImage(handle->get(), *image);
    return interrupted(order.step);
}

Reversal MoveFileWorker::reverse(const StepOrder &order, const StepOutcome &outcome, const UndoTerms &terms)
{
    const auto image = imageOf(order.kept);
    const auto file = image ? PinnedFile::open(image->path) : std::unexpected(image.error());
    const bool isStillThere = outcome.facts.value(AtRestartKey).toBool() && file && isIn(*file, *image);
    if (!isStillThere)
        return restoreFileSteps(order, terms);
    // It is not gone yet: that it stays is all that has to be seen to.
    return {.steps = {{StepKind::RestoreFile, order.step.subject,
                {{u"item"_s, order.item}, {u"size"_s, image->size}, {AtRestartKey, true}}}},
        .kept = {order.kept},
        .notes = {}};
}

} // namespace Sonde::Agent
