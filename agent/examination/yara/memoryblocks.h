// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/linux/descriptor.h"

#include <QByteArray>
#include <array>
#include <vector>
#include <yara.h>

namespace Sonde::Agent::Linux {

/// Another process's memory as libyara takes it: blocks of pages that are present, one at a time in one buffer. What lies next to each other
/// overlaps, so that nothing is cut in two. It opens nothing: what a mapped path leads to now is not looked at.
class MemoryBlocks final
{
    Q_DISABLE_COPY_MOVE(MemoryBlocks)

public:
    static constexpr qint64 BlockBytes = 1024 * 1024;
    static constexpr qint64 Overlap = 16 * 1024;
    /// What a hostile process can make the list of its regions; more is not read.
    static constexpr qint64 MostMapsBytes = 128 * 1024 * 1024;

    /// /proc/PID/mem, pagemap and maps, open for reading. No more than `mostBytes` are looked at.
    MemoryBlocks(const Descriptor &memory, const Descriptor &pagemap, const Descriptor &maps, qint64 mostBytes);

    /// Valid as long as this is.
    [[nodiscard]] YR_MEMORY_BLOCK_ITERATOR *iterator() { return &m_iterator; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 swapped() const { return m_swapped; }
    /// Not all regions were listed, or not all of them looked at.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// There was no region to read, or none could be read any more.
    [[nodiscard]] bool isVanished() const { return m_regions.empty() || (m_bytes == 0 && m_failures > 0); }

private:
    struct Region {
        quint64 start = 0;
        quint64 end = 0;
    };

    void readRegions(const Descriptor &maps);
    [[nodiscard]] YR_MEMORY_BLOCK *first();
    [[nodiscard]] YR_MEMORY_BLOCK *next();
    /// The next run of present pages at or behind m_at, in the current region; false: there is none in it.
    [[nodiscard]] bool findRun();
    [[nodiscard]] bool isPresent(quint64 address);
    [[nodiscard]] bool readBlock();

    const Descriptor &m_memory;
    const Descriptor &m_pagemap;
    const qint64 m_mostBytes;
    const quint64 m_pageBytes;
    std::vector<Region> m_regions;
    size_t m_region = 0;
    quint64 m_at = 0;     ///< where the next run is looked for
    quint64 m_runEnd = 0; ///< of the run that the block is in
    bool m_isInRun = false;
    std::array<quint64, 512> m_pages{}; ///< entries of the page map from m_pagesFrom on
    quint64 m_pagesFrom = 0;
    qsizetype m_pagesRead = 0;
    bool m_isSwapped = false;  ///< the page that was asked for last
    bool m_isFirstPass = true; ///< libyara may ask for all blocks again
    bool m_isCut = false;
    qint64 m_bytes = 0;
    qint64 m_swapped = 0;
    qint64 m_failures = 0;
    QByteArray m_buffer;
    YR_MEMORY_BLOCK m_block{};
    YR_MEMORY_BLOCK_ITERATOR m_iterator{};
};

} // namespace Sonde::Agent::Linux
