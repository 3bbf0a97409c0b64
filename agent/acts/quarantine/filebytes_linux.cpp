// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/quarantine/filebytes.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace Sonde::Agent::FileBytes {

namespace {

std::unexpected<Error> failed()
{
    return std::unexpected(errorFromErrno(errno, {}));
}

Result<void> done(bool good)
{
    return good ? Result<void>() : failed();
}

} // namespace

Result<void> write(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(file, bytes.data(), size_t(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<void> writeAt(int file, QByteArrayView bytes, qint64 offset)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::pwrite(file, bytes.data(), size_t(bytes.size()), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        bytes = bytes.sliced(count);
        offset += count;
    }
    return {};
}

Result<qsizetype> read(int file, char *bytes, qsizetype most, std::optional<qint64> offset)
{
    qsizetype filled = 0;
    while (filled < most) {
        const auto left = size_t(most - filled);
        const ssize_t count =
            offset ? ::pread(file, bytes + filled, left, *offset + filled) : ::read(file, bytes + filled, left);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed();
        if (count == 0)
            break;
        filled += count;
    }
    return filled;
}

Result<qint64> size(int file)
{
    struct stat stat;
    if (::fstat(file, &stat) != 0)
        return failed();
    return stat.st_size;
}

Result<void> setSize(int file, qint64 size)
{
    return done(::ftruncate(file, size) == 0);
}

Result<void> rewind(int file)
{
    return done(::lseek(file, 0, SEEK_SET) == 0);
}

Result<void> flush(int file)
{
    return done(::fsync(file) == 0);
}

Extent nextData(int file, qint64 at, qint64 size)
{
    const off_t data = ::lseek(file, at, SEEK_DATA);
    if (data < 0 && errno == EINVAL)
        return {at, size};
    if (data < 0 || data >= size)
        return {size, size};
    const off_t hole = ::lseek(file, data, SEEK_HOLE);
    return {data, hole < 0 ? size : std::min<qint64>(hole, size)};
}

} // namespace Sonde::Agent::FileBytes
