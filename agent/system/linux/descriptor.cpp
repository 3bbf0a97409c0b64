// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/linux/descriptor.h"

#include "protocol/base/devicepath.h"

#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>

namespace Sonde::Agent::Linux {

ReachablePath::ReachablePath(const QByteArray &path)
    : m_name(path)
{
    constexpr qsizetype most = PATH_MAX - 64; // the way to the folder comes before what is left
    QByteArray rest = path;
    Descriptor folder(-1);
    while (rest.size() >= most) {
        const qsizetype slash = rest.lastIndexOf('/', most - 1);
        if (slash <= 0)
            return;
        const QByteArray step = rest.first(slash);
        folder = Descriptor(
            ::openat(folder.isOpen() ? folder.number() : AT_FDCWD, step.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!folder.isOpen())
            return;
        rest = rest.sliced(slash + 1);
    }
    if (!folder.isOpen())
        return;
    m_name = "/proc/self/fd/" + QByteArray::number(folder.number()) + '/' + rest;
    m_folder = std::move(folder);
}

Result<QByteArray> readRest(const Descriptor &file, qint64 most)
{
    QByteArray bytes;
    std::array<char, 8192> buffer;
    for (;;) {
        const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFromErrno(errno, {}));
        if (count == 0)
            return bytes;
        if (count > most - bytes.size())
            return fail(ErrorCode::TooLarge).with(Fact::Limit, most);
        bytes.append(buffer.data(), count);
    }
}

Result<QByteArray> readWhole(const QByteArray &path)
{
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.isOpen())
        return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
    auto bytes = readRest(file);
    if (!bytes)
        bytes.error().subject = DevicePath(path).typed();
    return bytes;
}

Result<QByteArray> readSmall(const Descriptor &folder, const char *name)
{
    const Descriptor file(::openat(folder.number(), name, O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.isOpen())
        return std::unexpected(errorFromErrno(errno, {}));
    QByteArray bytes;
    std::array<char, 8192> buffer;
    for (;;) {
        const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(errorFromErrno(errno, {}));
        bytes.append(buffer.data(), count);
        if (count < ssize_t(buffer.size()))
            return bytes;
    }
}

std::optional<QByteArray> readLinkIn(const Descriptor &folder, const char *name)
{
    std::array<char, PATH_MAX> buffer;
    const ssize_t length = ::readlinkat(folder.number(), name, buffer.data(), buffer.size());
    return length < 0 ? std::nullopt : std::optional(QByteArray(buffer.data(), length));
}

Result<QByteArray> readLink(const QByteArray &path)
{
    std::array<char, PATH_MAX> buffer;
    const ReachablePath place(path);
    const ssize_t length = ::readlink(place.name(), buffer.data(), buffer.size());
    if (length < 0)
        return std::unexpected(errorFromErrno(errno, DevicePath(path).typed()));
    return QByteArray(buffer.data(), length);
}

} // namespace Sonde::Agent::Linux
