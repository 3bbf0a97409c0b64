// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/memory/memorylayout.h"
#include "agent/system/linux/descriptor.h"

#include <span>

namespace Sonde::Agent {

/// The memory of a device as an image in LiME's format, read from its beginning to its end. For one thread.
class MemoryImage final
{
public:
    /// Of the device whose /proc lies below `root`. Why there can be none: NotSupported, as the kernel has no /proc/kcore; AccessDenied, with the
    /// lockdown that forbids it, or what else does; BadValue.
    [[nodiscard]] static Result<MemoryImage> open(const QByteArray &root);

    [[nodiscard]] qint64 size() const { return limeSize(m_layout); }
    [[nodiscard]] const MemoryLayout &layout() const { return m_layout; }
    /// What comes next; 0 at the end. Pages that the kernel does not give out are zeros, and counted.
    [[nodiscard]] qsizetype read(std::span<char> buffer);
    [[nodiscard]] qint64 unreadable() const { return m_unreadable; } ///< bytes so far

private:
    MemoryImage(Linux::Descriptor core, MemoryLayout layout)
        : m_core(std::move(core))
        , m_layout(std::move(layout))
    {
    }

    Linux::Descriptor m_core;
    MemoryLayout m_layout;
    size_t m_range = 0;
    quint64 m_done = 0; ///< bytes of the range, with its header
    qint64 m_unreadable = 0;
};

/// The mode that a lockdown of the kernel is in, of the file that lists all of them: "none [integrity] confidentiality". Empty: none.
[[nodiscard]] QByteArray lockdownOf(QByteArrayView modes);

} // namespace Sonde::Agent
