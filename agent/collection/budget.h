// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/collection/package.h"
#include "agent/collection/packagestream.h"
#include "agent/collection/report.h"

#include <QElapsedTimer>
#include <chrono>

namespace Sonde::Agent {

/// How large a package may become, and how long it may take. What has to come at its end (errors, summary, manifest) is kept free.
class Budget final
{
public:
    Budget(qint64 bytes, std::chrono::milliseconds time, const Package &package, const Report &report,
        const PackageStream &stream)
        : m_bytes(bytes)
        , m_time(time)
        , m_package(package)
        , m_report(report)
        , m_stream(stream)
    {
        m_clock.start();
    }

    /// So many more bytes, which may not be compressible.
    [[nodiscard]] bool fits(qint64 bytes) const
    {
        return bytes + bytes / 1000 + HeaderBytes <= m_bytes - m_package.packedBytes() - closingBytes();
    }
    [[nodiscard]] bool isTimeUp() const { return left() <= std::chrono::milliseconds(0); }
    /// Not counting for how long nobody took what was made.
    [[nodiscard]] std::chrono::milliseconds left() const
    {
        return m_time
            - std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.durationElapsed() - m_stream.waited());
    }
    [[nodiscard]] std::chrono::milliseconds spent() const { return m_time - left(); }
    /// For how long nobody took what was made.
    [[nodiscard]] std::chrono::milliseconds waited() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_stream.waited());
    }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] std::chrono::milliseconds time() const { return m_time; }

private:
    static constexpr qint64 HeaderBytes = 2048;
    /// With what is compressed already, and has not gone out.
    static constexpr qint64 LeastClosing = 256 * 1024;
    static constexpr qint64 ClosingOfMember = 160;

    [[nodiscard]] qint64 closingBytes() const
    {
        return LeastClosing + m_package.members() * ClosingOfMember + m_report.packedBytes();
    }

    qint64 m_bytes;
    std::chrono::milliseconds m_time;
    const Package &m_package;
    const Report &m_report;
    const PackageStream &m_stream;
    QElapsedTimer m_clock;
};

} // namespace Sonde::Agent
