// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace Sonde::Agent::Linux {

/// A line of /proc/PID/maps: a region of a process's memory.
struct MemoryRegion {
    quint64 start = 0;
    quint64 end = 0; ///< behind its last byte
    bool readable = false;
    bool writable = false;
    bool executable = false;
    bool shared = false;
    quint64 inode = 0;    ///< 0: no file is behind it
    QByteArray path = {}; ///< of that file, or "[heap]" and its likes; without " (deleted)"
    bool deleted = false; ///< the kernel says so; a file may be called so, too

    [[nodiscard]] bool isDevice() const
    {
        return path.startsWith("/dev/") && !path.startsWith("/dev/shm/") && !isZero();
    }
    /// Anonymous memory that is shared.
    [[nodiscard]] bool isZero() const { return path == "/dev/zero"; }
    [[nodiscard]] bool isMemfd() const { return path.startsWith("/memfd:"); }
    /// The kernel's own pages in a process, which cannot be read as memory.
    [[nodiscard]] bool isKernels() const { return path.startsWith("[v"); }
};

/// None where it is no such line.
[[nodiscard]] std::optional<MemoryRegion> parseMapsLine(QByteArrayView line);

} // namespace Sonde::Agent::Linux
