// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/memory/memoryimage.h"

#include "protocol/base/reason.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

constexpr qint64 MostBeginning = 1024LL * 1024; ///< the headers of all segments
constexpr qint64 MostIomem = 1024LL * 1024;
constexpr qsizetype PageBytes = 4096;

QByteArray beginningOf(int file, qint64 most)
{
    QByteArray bytes(most, Qt::Uninitialized);
    qint64 done = 0;
    while (done < most) {
        const ssize_t count = ::pread(file, bytes.data() + done, size_t(most - done), done);
        if (count <= 0)
            break;
        done += count;
    }
    bytes.truncate(done);
    return bytes;
}

Result<Descriptor> openBelow(const QByteArray &root, const QByteArray &path)
{
    const QByteArray place = root == "/" ? path : root + path;
    Descriptor file(::open(place.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    return file.isOpen() ? Result<Descriptor>(std::move(file))
                         : std::unexpected(errorFromErrno(errno, QString::fromUtf8(path)));
}

/// Why the kernel does not let its memory be read.
Error whyClosed(const QByteArray &root, const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return errorBecause(Reason::NotFound, ErrorCode::NotSupported, error.subject);
    const auto modes = openBelow(root, "/sys/kernel/security/lockdown");
    const QByteArray mode = modes ? lockdownOf(beginningOf(modes->number(), PageBytes)) : QByteArray();
    if (error.code == ErrorCode::AccessDenied && !mode.isEmpty())
        return {ErrorCode::AccessDenied, error.subject, u"kernel lockdown: %1"_s.arg(QString::fromUtf8(mode)), {}};
    return error;
}

} // namespace

QByteArray lockdownOf(QByteArrayView modes)
{
    const auto begin = modes.indexOf('[');
    const auto end = modes.indexOf(']', std::max<qsizetype>(begin, 0));
    const QByteArray mode =
        begin < 0 || end < 0 ? QByteArray() : modes.sliced(begin + 1, end - begin - 1).toByteArray();
    return mode == "none" ? QByteArray() : mode;
}

Result<MemoryImage> MemoryImage::open(const QByteArray &root)
{
    auto core = openBelow(root, "/proc/kcore");
    if (!core)
        return std::unexpected(whyClosed(root, core.error()));
    const auto iomem = openBelow(root, "/proc/iomem");
    if (!iomem)
        return std::unexpected(iomem.error());
    const auto segments = coreSegments(beginningOf(core->number(), MostBeginning));
    if (!segments)
        return std::unexpected(segments.error());
    const auto ram = systemRam(beginningOf(iomem->number(), MostIomem));
    if (!ram)
        return std::unexpected(ram.error());
    MemoryLayout layout = layoutOf(*ram, *segments);
    if (layout.ranges.empty())
        return fail(ErrorCode::ReadFailed, u"/proc/kcore"_s, Reason::NothingReadable);
    return MemoryImage(*std::move(core), std::move(layout));
}

qsizetype MemoryImage::read(std::span<char> buffer)
{
    if (m_range == m_layout.ranges.size() || buffer.empty())
        return 0;
    const MemoryRange &range = m_layout.ranges[m_range];
    qsizetype count = 0;
    if (m_done < quint64(LimeHeaderBytes)) {
        const QByteArray rest = limeHeader(range).sliced(qsizetype(m_done));
        count = std::min<qsizetype>(rest.size(), qsizetype(buffer.size()));
        std::memcpy(buffer.data(), rest.constData(), size_t(count));
    } else {
        const quint64 at = m_done - quint64(LimeHeaderBytes);
        count = qsizetype(std::min<quint64>(range.size() - at, buffer.size()));
        const ssize_t got = ::pread(m_core.number(), buffer.data(), size_t(count), off_t(range.offset + at));
        if (got <= 0) {
            // One page may be bad, and the next one good.
            count = std::min(count, PageBytes - qsizetype((range.first + at) % PageBytes));
            std::memset(buffer.data(), 0, size_t(count));
            m_unreadable += count;
        } else {
            count = got;
        }
    }
    m_done += quint64(count);
    if (m_done == quint64(LimeHeaderBytes) + range.size()) {
        ++m_range;
        m_done = 0;
    }
    return count;
}

} // namespace Sonde::Agent
