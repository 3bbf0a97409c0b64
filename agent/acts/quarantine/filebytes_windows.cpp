// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/filebytes.h"

#include "agent/system/windows/systemerror_windows.h"

#include <algorithm>
#include <io.h>

#include <windows.h>

#include <winioctl.h>

namespace Sonde::Agent::FileBytes {

namespace {

/// One call of the system moves no more.
constexpr qsizetype MostAtOnce = 1 << 30;

HANDLE native(int file)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(file));
}

std::unexpected<Error> failed()
{
    return std::unexpected(Windows::errorOf(::GetLastError(), {}));
}

Result<void> done(bool good)
{
    return good ? Result<void>() : failed();
}

/// Of a file that is read and written in turn, this moves its place, too.
bool moveTo(int file, qint64 offset)
{
    LARGE_INTEGER place{};
    place.QuadPart = offset;
    return ::SetFilePointerEx(native(file), place, nullptr, FILE_BEGIN);
}

} // namespace

Result<void> write(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        DWORD count = 0;
        const auto piece = DWORD(std::min(bytes.size(), MostAtOnce));
        if (!::WriteFile(native(file), bytes.data(), piece, &count, nullptr))
            return failed();
        bytes = bytes.sliced(qsizetype(count));
    }
    return {};
}

Result<void> writeAt(int file, QByteArrayView bytes, qint64 offset)
{
    return moveTo(file, offset) ? write(file, bytes) : failed();
}

Result<qsizetype> read(int file, char *bytes, qsizetype most, std::optional<qint64> offset)
{
    if (offset && !moveTo(file, *offset))
        return failed();
    qsizetype filled = 0;
    while (filled < most) {
        DWORD count = 0;
        const auto piece = DWORD(std::min(most - filled, MostAtOnce));
        if (!::ReadFile(native(file), bytes + filled, piece, &count, nullptr) && ::GetLastError() != ERROR_HANDLE_EOF)
            return failed();
        if (count == 0)
            break;
        filled += qsizetype(count);
    }
    return filled;
}

Result<qint64> size(int file)
{
    LARGE_INTEGER size{};
    if (!::GetFileSizeEx(native(file), &size))
        return failed();
    return size.QuadPart;
}

Result<void> setSize(int file, qint64 size)
{
    return done(moveTo(file, size) && ::SetEndOfFile(native(file)));
}

Result<void> rewind(int file)
{
    return done(moveTo(file, 0));
}

Result<void> flush(int file)
{
    return done(::FlushFileBuffers(native(file)));
}

Extent nextData(int file, qint64 at, qint64 size)
{
    FILE_ALLOCATED_RANGE_BUFFER asked{};
    FILE_ALLOCATED_RANGE_BUFFER found{};
    asked.FileOffset.QuadPart = at;
    asked.Length.QuadPart = size - at;
    DWORD bytes = 0;
    const BOOL known = ::DeviceIoControl(
        native(file), FSCTL_QUERY_ALLOCATED_RANGES, &asked, sizeof(asked), &found, sizeof(found), &bytes, nullptr);
    if (!known && ::GetLastError() != ERROR_MORE_DATA)
        return {at, size};
    if (bytes < sizeof(found))
        return {size, size};
    const qint64 begin = std::max<qint64>(found.FileOffset.QuadPart, at);
    return {begin, std::min(found.FileOffset.QuadPart + found.Length.QuadPart, size)};
}

} // namespace Sonde::Agent::FileBytes
