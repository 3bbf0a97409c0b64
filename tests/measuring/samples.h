// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <vector>

namespace Sonde::Client::Bench {

/// Figures of the same thing, measured again and again.
class Samples final
{
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] size_t count() const { return m_values.size(); }
    /// The smallest value that `share` (0…1) of the samples do not exceed; 0 without samples.
    [[nodiscard]] double percentile(double share) const;
    [[nodiscard]] double median() const { return percentile(0.5); }
    [[nodiscard]] double worst() const { return percentile(1); }

private:
    std::vector<double> m_values;
};

/// Makes a file of bytes that nothing can compress; false when it cannot be written.
[[nodiscard]] bool writeNoise(const QString &path, qint64 size, quint32 seed);
/// In memory where there is room: what is compared are the programs, and both sync in their own way to a disk that may be slow.
[[nodiscard]] QString fastFolder();

/// Runs from its construction.
class Stopwatch final
{
public:
    Stopwatch() { m_timer.start(); }
    [[nodiscard]] double seconds() const { return double(m_timer.nsecsElapsed()) / 1e9; }
    [[nodiscard]] double milliseconds() const { return double(m_timer.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer m_timer;
};

} // namespace Sonde::Client::Bench
