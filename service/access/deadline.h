// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <algorithm>
#include <chrono>

namespace Sonde::Service {

/// An end that stands in the journal as a time of the clock, and that nobody puts off by setting the clock back: besides it there is the
/// time that has passed, which no clock says.
class Deadline final
{
public:
    /// It is not further away than `most`, whatever the clock says.
    explicit Deadline(const QDateTime &until, std::chrono::milliseconds most = std::chrono::hours(24 * 366))
        : m_until(until)
        , m_steady(std::chrono::steady_clock::now()
              + std::min(most, std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(until))))
    {
    }

    [[nodiscard]] const QDateTime &until() const { return m_until; }
    /// Zero when it is over.
    [[nodiscard]] std::chrono::milliseconds left() const { return leftAt(QDateTime::currentDateTimeUtc()); }
    /// When the clock says that it is this time.
    [[nodiscard]] std::chrono::milliseconds leftAt(const QDateTime &now) const
    {
        using std::chrono::milliseconds;
        const auto passed = std::chrono::ceil<milliseconds>(m_steady - std::chrono::steady_clock::now());
        return std::max(milliseconds(0), std::min(passed, milliseconds(now.msecsTo(m_until))));
    }
    [[nodiscard]] bool isOver() const { return left().count() == 0; }

private:
    QDateTime m_until;
    std::chrono::steady_clock::time_point m_steady;
};

} // namespace Sonde::Service
