// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/processes/mapsparser.h"

namespace Sonde::Agent::Linux {

namespace {

/// The next word, which is taken off the line with the blanks behind it.
QByteArrayView nextWord(QByteArrayView &line)
{
    const auto end = line.indexOf(' ');
    const QByteArrayView word = end < 0 ? line : line.first(end);
    line = line.sliced(word.size());
    while (line.startsWith(' '))
        line = line.sliced(1);
    return word;
}

/// The kernel writes a newline in a path as \012, and nothing else that way.
QByteArray pathFrom(QByteArrayView text)
{
    return text.toByteArray().replace("\\012", "\n");
}

} // namespace

std::optional<MemoryRegion> parseMapsLine(QByteArrayView line)
{
    const QByteArrayView range = nextWord(line);
    const auto dash = range.indexOf('-');
    const QByteArrayView rights = nextWord(line);
    if (dash <= 0 || rights.size() < 4)
        return std::nullopt;
    std::ignore = nextWord(line); // the offset in the file
    std::ignore = nextWord(line); // its device
    const QByteArrayView inode = nextWord(line);
    bool startRead = false;
    bool endRead = false;
    bool inodeRead = false;
    MemoryRegion region;
    region.start = range.first(dash).toULongLong(&startRead, 16);
    region.end = range.sliced(dash + 1).toULongLong(&endRead, 16);
    region.inode = inode.toULongLong(&inodeRead);
    if (!startRead || !endRead || !inodeRead || region.end < region.start)
        return std::nullopt;
    region.readable = rights[0] == 'r';
    region.writable = rights[1] == 'w';
    region.executable = rights[2] == 'x';
    region.shared = rights[3] == 's';
    constexpr QByteArrayView mark(" (deleted)");
    region.deleted = region.inode != 0 && line.endsWith(mark);
    region.path = pathFrom(region.deleted ? line.chopped(mark.size()) : line);
    return region;
}

} // namespace Sonde::Agent::Linux
