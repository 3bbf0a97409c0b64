// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/pinnedfile_windows.h"

#include "agent/base/devicefolder.h"
#include "agent/base/windowspath.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/filetime.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"
#include "protocol/digest/digest.h"

#include <QCborArray>
#include <cstring>
#include <fcntl.h>
#include <io.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr DWORD ShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
/// The link itself; what may be restored may be opened, too.
constexpr DWORD ItselfAlways = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;

std::unexpected<Error> failedAt(const QByteArray &path, DWORD code)
{
    return std::unexpected(Windows::errorOf(code, DevicePath(path).typed()));
}

qint64 joinedNumber(DWORD high, DWORD low)
{
    return qint64(quint64(high) << 32 | low);
}

bool leadsElsewhere(HANDLE file, DWORD attributes)
{
    FILE_ATTRIBUTE_TAG_INFO tag{};
    return (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        && ::GetFileInformationByHandleEx(file, FileAttributeTagInfo, &tag, sizeof(tag))
        && (tag.ReparseTag == IO_REPARSE_TAG_SYMLINK || tag.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
}

} // namespace

std::wstring nativePathOf(const QByteArray &path)
{
    return Windows::deviceText(Windows::verbatimPath(path)).value_or(QString()).toStdWString();
}

Result<PinnedFile> PinnedFile::open(const QByteArray &path)
{
    const QString shown = DevicePath(path).typed();
    if (path.isEmpty() || path.contains('\0') || !Windows::deviceText(path))
        return fail(ErrorCode::NotFound, shown);
    if (Windows::verbatimPath(path).startsWith(R"(\\.\)")) // a device: to open it can have effects
        return fail(ErrorCode::NotARegularFile, shown);
    PinnedFile file(path);
    for (const DWORD access : {DWORD(FILE_READ_ATTRIBUTES | READ_CONTROL), DWORD(FILE_READ_ATTRIBUTES)}) {
        if (!file.m_handle.isOpen())
            file.m_handle = Windows::Handle(::CreateFileW(
                nativePathOf(path).c_str(), access, ShareAll, nullptr, OPEN_EXISTING, ItselfAlways, nullptr));
    }
    if (!file.m_handle.isOpen())
        return failedAt(path, ::GetLastError());
    if (::GetFileType(file.handle()) != FILE_TYPE_DISK)
        return fail(ErrorCode::NotARegularFile, shown);
    if (!::GetFileInformationByHandle(file.handle(), &file.m_state))
        return failedAt(path, ::GetLastError());
    if (file.m_state.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)
        return fail(ErrorCode::IsADirectory, shown);
    file.m_isLink = leadsElsewhere(file.handle(), file.m_state.dwFileAttributes);
    return file;
}

qint64 PinnedFile::size() const
{
    return joinedNumber(m_state.nFileSizeHigh, m_state.nFileSizeLow);
}

quint64 PinnedFile::index() const
{
    return quint64(joinedNumber(m_state.nFileIndexHigh, m_state.nFileIndexLow));
}

Result<Windows::Handle> PinnedFile::reopen(quint32 access, bool *busy) const
{
    Windows::Handle file(
        ::CreateFileW(nativePathOf(m_path).c_str(), access, ShareAll, nullptr, OPEN_EXISTING, ItselfAlways, nullptr));
    if (!file.isOpen()) {
        const DWORD failure = ::GetLastError();
        if (busy)
            *busy = failure == ERROR_SHARING_VIOLATION || failure == ERROR_LOCK_VIOLATION
                || failure == ERROR_USER_MAPPED_FILE;
        return failedAt(m_path, failure);
    }
    BY_HANDLE_FILE_INFORMATION now{};
    const bool isSame = ::GetFileInformationByHandle(file.get(), &now)
        && now.dwVolumeSerialNumber == m_state.dwVolumeSerialNumber && now.nFileIndexHigh == m_state.nFileIndexHigh
        && now.nFileIndexLow == m_state.nFileIndexLow;
    if (!isSame)
        return fail(ErrorCode::FactsChanged, DevicePath(m_path).typed()).with(Fact::Changed, QCborArray{u"inode"_s});
    return file;
}

Result<std::unique_ptr<OpenFile>> PinnedFile::openForReading() const
{
    auto file = reopen(GENERIC_READ);
    if (!file)
        return std::unexpected(file.error());
    const int number = ::_open_osfhandle(intptr_t(file->get()), _O_RDONLY | _O_BINARY);
    if (number < 0)
        return fail(ErrorCode::ReadFailed, DevicePath(m_path).typed());
    std::ignore = file->release();
    return std::make_unique<OpenFile>(number);
}

QCborMap PinnedFile::identity() const
{
    BY_HANDLE_FILE_INFORMATION now = m_state;
    FILE_BASIC_INFO times{};
    ::GetFileInformationByHandle(handle(), &now);
    ::GetFileInformationByHandleEx(handle(), FileBasicInfo, &times, sizeof(times));
    const auto timeOf = [](const LARGE_INTEGER &time) { return Windows::nanosecondsOf(quint64(time.QuadPart)); };
    return {{u"device"_s, qint64(now.dwVolumeSerialNumber)},
        {u"inode"_s, joinedNumber(now.nFileIndexHigh, now.nFileIndexLow)},
        {u"size"_s, joinedNumber(now.nFileSizeHigh, now.nFileSizeLow)}, {u"modified"_s, timeOf(times.LastWriteTime)},
        {u"changed"_s, timeOf(times.ChangeTime)}};
}

Result<QByteArray> hashOf(const PinnedFile &file, const LookTerms &terms)
{
    const QString shown = DevicePath(file.path()).typed();
    if (file.size() > terms.mostBytes)
        return fail(ErrorCode::TooLarge, shown).with(Fact::Limit, terms.mostBytes).with(Fact::Actual, file.size());
    const QCborMap before = file.identity();
    const auto content = file.openForReading();
    if (!content)
        return std::unexpected(content.error());
    Sha256 hash;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        const auto count = (*content)->read(block);
        if (!count)
            return std::unexpected(Error{count.error()});
        if (terms.stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (*count == 0)
            break;
        hash.add(QByteArrayView(block).first(*count));
        terms.progress(done += *count);
    }
    if (file.identity() != before)
        return fail(ErrorCode::FileChanged, shown);
    return hash.result();
}

quint64 volumeOf(const QByteArray &path)
{
    const Windows::Handle folder(::CreateFileW(nativePathOf(parentFolder(path)).c_str(), FILE_READ_ATTRIBUTES, ShareAll,
        nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    BY_HANDLE_FILE_INFORMATION state{};
    return folder.isOpen() && ::GetFileInformationByHandle(folder.get(), &state) ? state.dwVolumeSerialNumber : 0;
}

bool renameWithoutReplacing(HANDLE file, const QByteArray &to)
{
    const std::wstring name = nativePathOf(to);
    const size_t bytes = name.size() * sizeof(wchar_t);
    QByteArray buffer(qsizetype(sizeof(FILE_RENAME_INFO) + bytes + sizeof(wchar_t)), '\0');
    auto *info = reinterpret_cast<FILE_RENAME_INFO *>(buffer.data());
    info->ReplaceIfExists = FALSE;
    info->FileNameLength = DWORD(bytes);
    std::memcpy(info->FileName, name.data(), bytes);
    return ::SetFileInformationByHandle(file, FileRenameInfo, info, DWORD(buffer.size()));
}

} // namespace Sonde::Agent
