// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/files.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

QString kindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Regular: return u"file"_s;
    case FileKind::Directory: return u"directory"_s;
    case FileKind::Link: return u"link"_s;
    case FileKind::Pipe: return u"named pipe"_s;
    case FileKind::Socket: return u"socket"_s;
    case FileKind::CharacterDevice: return u"character device"_s;
    case FileKind::BlockDevice: return u"block device"_s;
    case FileKind::Unknown: break;
    }
    return u"unknown"_s;
}

qint64 heldNanoseconds(qint64 seconds, qint64 nanoseconds)
{
    constexpr qint64 second = 1'000'000'000;
    using Limits = std::numeric_limits<qint64>;
    if (seconds >= Limits::max() / second)
        return Limits::max();
    if (seconds <= Limits::min() / second)
        return Limits::min();
    return seconds * second + nanoseconds;
}

bool FileFacts::isUnchangedSince(const FileFacts &earlier) const
{
    return inode == earlier.inode && volume == earlier.volume && size == earlier.size && modified == earlier.modified;
}

} // namespace Sonde::Agent
