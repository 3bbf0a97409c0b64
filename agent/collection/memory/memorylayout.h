// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <vector>

namespace Sonde::Agent {

/// Physical addresses; the last one belongs to it.
struct MemoryRange {
    quint64 first = 0;
    quint64 last = 0;
    quint64 offset = 0; ///< in /proc/kcore

    [[nodiscard]] quint64 size() const { return last - first + 1; }
    bool operator==(const MemoryRange &) const = default;
};

/// A loaded segment of /proc/kcore.
struct CoreSegment {
    quint64 offset = 0;
    quint64 address = 0; ///< physical
    quint64 size = 0;
};

/// Of /proc/kcore's beginning: an ELF file of 64 bits in this machine's byte order. Segments that are no physical memory are left out.
/// BadValue with NoElf. NotSupported when the kernel does not say where in memory they lie (before Linux 4.11): then all lie at 0.
[[nodiscard]] Result<std::vector<CoreSegment>> coreSegments(QByteArrayView beginning);
/// The "System RAM" of /proc/iomem, by address; what lies in it is part of it. Whoever may not see the addresses sees zeros: AccessDenied.
[[nodiscard]] Result<std::vector<MemoryRange>> systemRam(QByteArrayView iomem);

struct MemoryLayout {
    std::vector<MemoryRange> ranges; ///< by address, each from one segment; none overlaps another
    quint64 missing = 0;             ///< bytes of memory that no segment has
};
[[nodiscard]] MemoryLayout layoutOf(std::vector<MemoryRange> ram, std::vector<CoreSegment> segments);

/// What stands before each range in an image as LiME writes it.
inline constexpr qsizetype LimeHeaderBytes = 32;
[[nodiscard]] QByteArray limeHeader(const MemoryRange &range);
/// Bytes of the whole image.
[[nodiscard]] qint64 limeSize(const MemoryLayout &layout);

} // namespace Sonde::Agent
