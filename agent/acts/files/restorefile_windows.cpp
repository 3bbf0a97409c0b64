// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/restorefile_windows.h"

#include "agent/acts/files/filesteps.h"
#include "agent/acts/files/movefile_windows.h"
#include "agent/acts/files/pendingmoves_windows.h"
#include "agent/base/devicefolder.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QCborArray>
#include <algorithm>
#include <fcntl.h>
#include <io.h>

#include <windows.h>

#include <winioctl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr DWORD Rights = DELETE | ImageRights;

/// The one it is brought back from, whoever's act kept it.
QString itemOf(const StepOrder &order)
{
    return order.step.identity.value(u"item"_s).toString();
}

StepResult refusedNow(const StepOrder &order)
{
    const DWORD failure = ::GetLastError();
    return failure == ERROR_ALREADY_EXISTS || failure == ERROR_FILE_EXISTS
        ? StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}})
        : StepResult::failed(Windows::errorOf(failure, order.step.subject));
}

StepResult restored(const QStringList &missed)
{
    return StepResult::done(
        missed.isEmpty() ? QCborMap() : QCborMap{{u"not_restored"_s, QCborArray::fromStringList(missed)}});
}

bool isBack(const PinnedFile &file, const FileImage &image)
{
    if (file.isLink())
        return !image.target.isEmpty() && takeImage(file).value_or(FileImage()).target == image.target;
    return file.size() == image.size
        && (image.sha256.isEmpty() || hashOf(file).value_or("none") == image.sha256); // nobody could read it then
}

/// Of what is beside its content something is in quarantine only.
bool lacksStreams(const StepOrder &order, const StepOutcome &outcome)
{
    const QCborArray missed = outcome.facts.value(u"not_restored"_s).toArray();
    const auto image = imageOf(order.kept);
    return image && std::ranges::any_of(image->streams, [&missed](const FileStream &stream) {
        return missed.contains(DevicePath(stream.name).typed());
    });
}

/// While it is made, beside the place where it goes.
QByteArray temporaryName(const QByteArray &path, const StepOrder &order)
{
    return joinedPath(parentFolder(path), QByteArray(".sonde-" + order.item.toLatin1()));
}

void removeTemporary(const QByteArray &temporary)
{
    const std::wstring name = nativePathOf(temporary);
    if (!::DeleteFileW(name.c_str()) && ::SetFileAttributesW(name.c_str(), FILE_ATTRIBUTE_NORMAL)) // it was read-only
        ::DeleteFileW(name.c_str());
}

/// Nobody has put a link into the way since.
Result<void> checkWay(const QByteArray &path)
{
    const QByteArray folder = parentFolder(path);
    const auto resolved = resolveLinks(folder);
    if (!resolved)
        return std::unexpected(resolved.error());
    if (resolved->compare(folder, Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::NotADirectory, DevicePath(folder).typed());
    return {};
}

/// With as many rights as the account may have.
Result<Windows::Handle> openedToRestore(const PinnedFile &file)
{
    auto handle = file.reopen(Rights);
    return handle ? std::move(handle) : file.reopen(DELETE | FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES);
}

/// A new file, for its number in this program.
std::unique_ptr<OpenFile> createdAt(const QByteArray &path, DWORD how)
{
    Windows::Handle file(::CreateFileW(nativePathOf(path).c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
        nullptr, how, FILE_ATTRIBUTE_NORMAL | FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    const int number = file.isOpen() ? ::_open_osfhandle(intptr_t(file.get()), _O_RDWR | _O_BINARY) : -1;
    if (number < 0)
        return nullptr;
    std::ignore = file.release();
    return std::make_unique<OpenFile>(number);
}

} // namespace

StepResult RestoreFileWorker::apply(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    if (!image)
        return StepResult::refused(image.error());
    const QByteArray path = DevicePath::fromTyped(order.step.subject).bytes();
    if (order.step.identity.value(AtRestartKey).toBool())
        return leaveThere(*image, path);
    if (const auto way = checkWay(path); !way)
        return StepResult::refused(way.error());
    if (!image->target.isEmpty())
        return makeLink(order, *image, path);
    m_quarantine.stopSealing(itemOf(order));
    const bool isRaw = m_quarantine.hasRaw(itemOf(order)) && !m_quarantine.hasSealed(itemOf(order));
    StepResult result =
        isRaw ? putBackRaw(order, *image, path) : StepResult::failed({ErrorCode::NotSupported, {}, {}, {}});
    if (result.state == StepState::Failed && result.error->code == ErrorCode::NotSupported)
        result = makeAgain(order, *image, path);
    if (isRaw && m_quarantine.hasRaw(itemOf(order)))
        m_quarantine.sealLater(itemOf(order));
    return result;
}

/// What was planned for the next restart is not done.
StepResult RestoreFileWorker::leaveThere(const FileImage &image, const QByteArray &path)
{
    const auto file = PinnedFile::open(path);
    if (!file)
        return StepResult::failed(file.error());
    if (!isIn(*file, image))
        return StepResult::refused({ErrorCode::UndoConflict, DevicePath(path).typed(), {}, {}});
    const auto removed = PendingMoves::remove(path);
    if (!removed && removed.error().code != ErrorCode::NotFound)
        return StepResult::failed(removed.error());
    const auto handle = openedToRestore(*file); // it may have come as far as to be a plain one
    return handle ? restored(applyImage(handle->get(), image)) : StepResult::done();
}

/// Not sealed yet: the very file goes back.
StepResult RestoreFileWorker::putBackRaw(const StepOrder &order, const FileImage &image, const QByteArray &path)
{
    const auto raw = PinnedFile::open(m_quarantine.rawPath(itemOf(order)));
    const auto handle = raw ? openedToRestore(*raw) : std::unexpected(raw.error());
    if (!handle || !renameWithoutReplacing(handle->get(), path)) {
        const bool isElsewhere = handle && ::GetLastError() == ERROR_NOT_SAME_DEVICE;
        return !handle    ? StepResult::failed(handle.error())
            : isElsewhere ? StepResult::failed({ErrorCode::NotSupported, {}, {}, {}})
                          : refusedNow(order);
    }
    return restored(applyImage(handle->get(), image));
}

Result<QStringList> RestoreFileWorker::copyContent(const StepOrder &order, const FileImage &image, const QByteArray &to)
{
    const auto copy = [&](const QString &item, const QByteArray &path, DWORD how) -> Result<QByteArray> {
        const auto file = createdAt(path, how);
        if (!file)
            return std::unexpected(Windows::errorOf(::GetLastError(), order.step.subject));
        const auto sealed = m_quarantine.copyOut(item, file->handle());
        if (!sealed)
            return fail(sealed.error().code, order.step.subject, sealed.error().reason);
        ::_commit(file->handle());
        return sealed->sha256;
    };
    const auto content = copy(itemOf(order), to, CREATE_NEW);
    if (!content)
        return std::unexpected(content.error());
    if (!image.sha256.isEmpty() && *content != image.sha256)
        return fail(ErrorCode::HashMismatch, order.step.subject);
    QStringList missed;
    for (size_t i = 0; i < image.streams.size(); ++i) {
        const QString item = u"%1_%2"_s.arg(itemOf(order)).arg(i + 1);
        if (!copy(item, to + ':' + image.streams[i].name, CREATE_ALWAYS))
            missed += DevicePath(image.streams[i].name).typed();
    }
    return missed;
}

/// A new file under another name, until it is all that the old one was.
StepResult RestoreFileWorker::makeAgain(const StepOrder &order, const FileImage &image, const QByteArray &path)
{
    if (isTaken(path))
        return StepResult::refused({ErrorCode::UndoConflict, order.step.subject, {}, {}});
    const QByteArray temporary = temporaryName(path, order);
    removeTemporary(temporary);
    const auto copied = copyContent(order, image, temporary);
    const auto made = copied ? PinnedFile::open(temporary) : std::unexpected(copied.error());
    const auto handle = made ? openedToRestore(*made) : std::unexpected(made.error());
    if (!handle) {
        removeTemporary(temporary);
        return StepResult::failed(handle.error());
    }
    std::ignore = applyImage(handle->get(), image); // nobody finds it there as it is not
    if (!renameWithoutReplacing(handle->get(), path)) {
        const StepResult refused = refusedNow(order);
        std::ignore = deleteByHandle(handle->get());
        return refused;
    }
    return restored(*copied + applyImage(handle->get(), image)); // its new name has changed its times
}

StepResult RestoreFileWorker::makeLink(const StepOrder &order, const FileImage &image, const QByteArray &path)
{
    const Windows::Handle link(::CreateFileW(nativePathOf(path).c_str(), GENERIC_WRITE | Rights, 0, nullptr, CREATE_NEW,
        FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    if (!link.isOpen())
        return refusedNow(order);
    QByteArray data = image.target;
    DWORD size = 0;
    if (!::DeviceIoControl(
            link.get(), FSCTL_SET_REPARSE_POINT, data.data(), DWORD(data.size()), nullptr, 0, &size, nullptr)) {
        const StepResult failed = refusedNow(order);
        FILE_DISPOSITION_INFO info{};
        info.DeleteFile = TRUE;
        ::SetFileInformationByHandle(link.get(), FileDispositionInfo, &info, sizeof(info));
        return failed;
    }
    return restored(applyImage(link.get(), image));
}

bool RestoreFileWorker::isStillDone(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    const auto file = PinnedFile::open(DevicePath::fromTyped(order.step.subject).bytes());
    if (!image || !file)
        return false;
    return order.step.identity.value(AtRestartKey).toBool() ? isIn(*file, *image) : isBack(*file, *image);
}

StepResult RestoreFileWorker::recover(const StepOrder &order)
{
    const auto image = imageOf(order.kept);
    if (!image)
        return StepResult::failed(image.error());
    const QByteArray path = DevicePath::fromTyped(order.step.subject).bytes();
    if (order.step.identity.value(AtRestartKey).toBool())
        return leaveThere(*image, path);
    removeTemporary(temporaryName(path, order));
    const auto file = PinnedFile::open(path);
    if (!file || !isBack(*file, *image))
        return StepResult::refused(errorBecause(Reason::StillInQuarantine, ErrorCode::Interrupted, order.step.subject));
    const auto handle = openedToRestore(*file); // it may not have come as far as that
    return handle ? restored(applyImage(handle->get(), *image)) : StepResult::done();
}

void RestoreFileWorker::settle(const StepOrder &order, const StepOutcome &outcome)
{
    if (outcome.state == StepState::Done && !lacksStreams(order, outcome))
        m_quarantine.removeLater(itemOf(order));
}

} // namespace Sonde::Agent
