// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/memoryblocks.h"

#include "agent/system/processes/mapsparser.h"

#include <algorithm>

namespace Sonde::Agent::Linux {

namespace {

constexpr quint64 PresentBit = 1ULL << 63;
constexpr quint64 SwappedBit = 1ULL << 62;

MemoryBlocks &blocksOf(YR_MEMORY_BLOCK_ITERATOR *iterator)
{
    return *static_cast<MemoryBlocks *>(iterator->context);
}

} // namespace

MemoryBlocks::MemoryBlocks(
    const Descriptor &memory, const Descriptor &pagemap, const Descriptor &maps, qint64 mostBytes)
    : m_memory(memory)
    , m_pagemap(pagemap)
    , m_mostBytes(mostBytes)
    , m_pageBytes(quint64(::sysconf(_SC_PAGESIZE)))
    , m_buffer(BlockBytes, Qt::Uninitialized)
{
    readRegions(maps);
    m_block.context = m_buffer.data();
    m_block.fetch_data = [](YR_MEMORY_BLOCK *block) { return static_cast<const uint8_t *>(block->context); };
    m_iterator.context = this;
    m_iterator.first = [](YR_MEMORY_BLOCK_ITERATOR *self) { return blocksOf(self).first(); };
    m_iterator.next = [](YR_MEMORY_BLOCK_ITERATOR *self) { return blocksOf(self).next(); };
    m_iterator.file_size = nullptr; // memory has none
    m_iterator.last_error = ERROR_SUCCESS;
}

/// In pieces: the text of a hundred thousand regions is not kept.
void MemoryBlocks::readRegions(const Descriptor &maps)
{
    QByteArray kept;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    qint64 total = 0;
    for (;;) {
        const ssize_t size = ::read(maps.number(), piece.data(), size_t(piece.size()));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        total += size;
        if (total > MostMapsBytes) {
            m_isCut = true;
            break;
        }
        kept.append(QByteArrayView(piece).first(size));
        qsizetype from = 0;
        for (qsizetype end = kept.indexOf('\n'); end >= 0; end = kept.indexOf('\n', from)) {
            const auto region = parseMapsLine(QByteArrayView(kept).sliced(from, end - from));
            from = end + 1;
            if (region && region->readable && !region->isKernels() && !region->isDevice())
                m_regions.push_back({region->start, region->end});
        }
        kept.remove(0, from);
    }
}

YR_MEMORY_BLOCK *MemoryBlocks::first()
{
    if (m_bytes > 0)
        m_isFirstPass = false;
    m_region = 0;
    m_isInRun = false;
    m_at = m_regions.empty() ? 0 : m_regions.front().start;
    m_iterator.last_error = ERROR_SUCCESS;
    return next();
}

YR_MEMORY_BLOCK *MemoryBlocks::next()
{
    while (m_region < m_regions.size()) {
        if (m_isFirstPass && m_bytes >= m_mostBytes) {
            m_isCut = true;
            return nullptr;
        }
        if (!m_isInRun && !findRun()) {
            if (++m_region < m_regions.size())
                m_at = m_regions[m_region].start;
            continue;
        }
        if (readBlock())
            return &m_block;
    }
    return nullptr;
}

bool MemoryBlocks::isPresent(quint64 address)
{
    const quint64 page = address / m_pageBytes;
    if (page < m_pagesFrom || page >= m_pagesFrom + quint64(m_pagesRead)) {
        const ssize_t size = ::pread(m_pagemap.number(), m_pages.data(), sizeof m_pages, off_t(page * sizeof(quint64)));
        m_pagesFrom = page;
        m_pagesRead = std::max<ssize_t>(0, size) / ssize_t(sizeof(quint64));
        m_isSwapped = false;
        if (m_pagesRead == 0)
            return false;
    }
    const quint64 entry = m_pages.at(size_t(page - m_pagesFrom));
    m_isSwapped = entry & SwappedBit;
    return entry & PresentBit;
}

bool MemoryBlocks::findRun()
{
    const Region &region = m_regions[m_region];
    while (m_at < region.end && !isPresent(m_at)) {
        if (m_isFirstPass && m_isSwapped)
            m_swapped += qint64(m_pageBytes);
        m_at += m_pageBytes;
    }
    if (m_at >= region.end)
        return false;
    m_runEnd = m_at + m_pageBytes;
    m_isInRun = true;
    return true;
}

/// As much of the run as fits. False when it cannot be read: then the search goes on behind it.
bool MemoryBlocks::readBlock()
{
    const Region &region = m_regions[m_region];
    const quint64 most = m_at + quint64(BlockBytes);
    while (m_runEnd < std::min(region.end, most) && isPresent(m_runEnd))
        m_runEnd += m_pageBytes;
    const quint64 end = std::min(m_runEnd, most);
    const ssize_t size = ::pread(m_memory.number(), m_buffer.data(), size_t(end - m_at), off_t(m_at));
    if (size <= 0) {
        ++m_failures;
        m_isInRun = false;
        m_at = end;
        return false;
    }
    m_block.base = m_at;
    m_block.size = size_t(size);
    if (m_isFirstPass)
        m_bytes += size;
    m_isInRun = m_at + quint64(size) == most && most < region.end && isPresent(most);
    m_at = m_isInRun ? most - quint64(Overlap) : end;
    return true;
}

} // namespace Sonde::Agent::Linux
