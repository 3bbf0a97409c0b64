// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/collection/memory/memorylayout.h"

#include "protocol/base/reason.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>
#include <elf.h>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr quint64 LargestAddress = 1ULL << 56; ///< of any machine's memory
constexpr size_t MostRanges = 4096;
constexpr quint32 LimeMagic = 0x4C694D45;

template<typename T>
std::optional<T> structAt(QByteArrayView bytes, quint64 offset)
{
    if (offset > quint64(bytes.size()) || quint64(bytes.size()) - offset < sizeof(T))
        return {};
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

std::optional<quint64> hexadecimal(QByteArrayView digits)
{
    bool isNumber = false;
    const quint64 number = digits.toULongLong(&isNumber, 16);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// "00100000-bfffffff : System RAM"; a line that is indented lies in the one above.
std::optional<MemoryRange> ramOfLine(QByteArrayView line)
{
    const auto colon = line.indexOf(" : ");
    const auto dash = line.indexOf('-');
    if (line.startsWith(' ') || colon < 0 || dash < 0 || dash > colon || line.sliced(colon + 3) != "System RAM")
        return {};
    const auto first = hexadecimal(line.first(dash));
    const auto last = hexadecimal(line.sliced(dash + 1, colon - dash - 1));
    if (!first || !last || *last < *first || *last >= LargestAddress)
        return {};
    return MemoryRange{*first, *last, 0};
}

/// The part of a range, from `at` on, that one segment has; of several the longest.
std::optional<MemoryRange> pieceAt(quint64 at, quint64 last, const std::vector<CoreSegment> &segments)
{
    std::optional<MemoryRange> longest;
    for (const CoreSegment &segment : segments) {
        if (at < segment.address || at - segment.address >= segment.size)
            continue;
        const quint64 end = std::min(last, segment.address + segment.size - 1);
        if (!longest || end > longest->last)
            longest = MemoryRange{at, end, segment.offset + (at - segment.address)};
    }
    return longest;
}

/// Where memory goes on after a gap; past `last`: nowhere.
quint64 nextAfter(quint64 at, quint64 last, const std::vector<CoreSegment> &segments)
{
    quint64 next = last + 1;
    for (const CoreSegment &segment : segments) {
        if (segment.address > at)
            next = std::min(next, segment.address);
    }
    return next;
}

} // namespace

Result<std::vector<CoreSegment>> coreSegments(QByteArrayView beginning)
{
    const auto noElf = [] { return fail(ErrorCode::BadValue, u"/proc/kcore"_s, Reason::NoElf); };
    const auto header = structAt<Elf64_Ehdr>(beginning, 0);
    constexpr auto order = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? ELFDATA2LSB : ELFDATA2MSB;
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64
        || header->e_ident[EI_DATA] != order || header->e_phentsize != sizeof(Elf64_Phdr))
        return noElf();
    std::vector<CoreSegment> segments;
    for (quint64 i = 0; i < header->e_phnum; ++i) {
        const auto segment = structAt<Elf64_Phdr>(beginning, header->e_phoff + i * sizeof(Elf64_Phdr));
        if (!segment)
            return noElf();
        const bool isMemory = segment->p_type == PT_LOAD && segment->p_memsz > 0 && segment->p_paddr < LargestAddress
            && segment->p_memsz < LargestAddress
            && segment->p_offset < quint64(std::numeric_limits<qint64>::max()) - LargestAddress;
        if (isMemory)
            segments.push_back({segment->p_offset, segment->p_paddr, segment->p_memsz});
    }
    if (std::ranges::count(segments, 0U, &CoreSegment::address) > 1)
        return fail(ErrorCode::NotSupported, u"/proc/kcore"_s, Reason::NothingReadable);
    return segments;
}

Result<std::vector<MemoryRange>> systemRam(QByteArrayView iomem)
{
    std::vector<MemoryRange> ranges;
    for (const QByteArray &line : iomem.toByteArray().split('\n')) {
        if (const auto range = ramOfLine(line); range && ranges.size() < MostRanges)
            ranges.push_back(*range);
    }
    if (ranges.empty())
        return fail(ErrorCode::ReadFailed, u"/proc/iomem"_s, Reason::NothingReadable);
    const bool isHidden = std::ranges::all_of(ranges, [](const MemoryRange &range) { return range.last == 0; });
    if (isHidden)
        return fail(ErrorCode::AccessDenied, u"/proc/iomem"_s, Reason::NotPermitted);
    std::ranges::sort(ranges, {}, &MemoryRange::first);
    std::vector<MemoryRange> apart;
    for (const MemoryRange &range : ranges) {
        if (apart.empty() || range.first > apart.back().last)
            apart.push_back(range);
        else
            apart.back().last = std::max(apart.back().last, range.last);
    }
    return apart;
}

MemoryLayout layoutOf(std::vector<MemoryRange> ram, std::vector<CoreSegment> segments)
{
    MemoryLayout layout;
    for (const MemoryRange &range : ram) {
        for (quint64 at = range.first; at <= range.last;) {
            if (const auto piece = pieceAt(at, range.last, segments)) {
                layout.ranges.push_back(*piece);
                at = piece->last + 1;
                continue;
            }
            const quint64 next = std::min(nextAfter(at, range.last, segments), range.last + 1);
            layout.missing += next - at;
            at = next;
        }
    }
    return layout;
}

QByteArray limeHeader(const MemoryRange &range)
{
    QByteArray header(LimeHeaderBytes, '\0');
    char *to = header.data();
    qToLittleEndian<quint32>(LimeMagic, to);
    qToLittleEndian<quint32>(1, to + 4); // its version
    qToLittleEndian<quint64>(range.first, to + 8);
    qToLittleEndian<quint64>(range.last, to + 16);
    return header;
}

qint64 limeSize(const MemoryLayout &layout)
{
    quint64 bytes = 0;
    for (const MemoryRange &range : layout.ranges)
        bytes += quint64(LimeHeaderBytes) + range.size();
    return qint64(std::min<quint64>(bytes, quint64(std::numeric_limits<qint64>::max())));
}

} // namespace Sonde::Agent
