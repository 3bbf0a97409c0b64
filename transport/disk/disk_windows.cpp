// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/disk.h"

#include <QDir>
#include <algorithm>
#include <cerrno>

#include <io.h>

#include <windows.h>

namespace Sonde::Disk {

namespace {

HANDLE native(int handle)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(handle));
}

int asErrno(DWORD error)
{
    switch (error) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL: return ENOSPC;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION: return EACCES;
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND: return ENOENT;
    default: return EIO;
    }
}

} // namespace

int writeAt(int handle, qint64 offset, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        OVERLAPPED place{};
        place.Offset = DWORD(offset);
        place.OffsetHigh = DWORD(offset >> 32);
        DWORD written = 0;
        const auto size = DWORD(std::min<size_t>(bytes.size(), 1 << 30));
        if (!::WriteFile(native(handle), bytes.data(), size, &written, &place))
            return asErrno(::GetLastError());
        bytes = bytes.subspan(written);
        offset += written;
    }
    return 0;
}

void startFlush(int, qint64, qint64) {}

int flush(int handle)
{
    return ::FlushFileBuffers(native(handle)) ? 0 : asErrno(::GetLastError());
}

void flushFolder(const QString &)
{
    // NTFS journals its directories.
}

int replace(const QString &from, const QString &to)
{
    const auto source = QDir::toNativeSeparators(from).toStdWString();
    const auto target = QDir::toNativeSeparators(to).toStdWString();
    return ::MoveFileExW(source.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
        ? 0
        : asErrno(::GetLastError());
}

qint64 freeBytes(const QString &folder)
{
    ULARGE_INTEGER free{};
    const auto path = QDir::toNativeSeparators(folder).toStdWString();
    return ::GetDiskFreeSpaceExW(path.c_str(), &free, nullptr, nullptr) ? qint64(free.QuadPart) : -1;
}

bool meansFull(int error)
{
    return error == ENOSPC;
}

} // namespace Sonde::Disk
