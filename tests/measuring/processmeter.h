// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

/// What processes cost, as the kernel counts it.
namespace Sonde::Client::Bench {

struct MemoryUse {
    double resident = 0;     ///< MiB, what it shares with other processes included
    double proportional = 0; ///< MiB, of what is shared only its part (PSS)
};
[[nodiscard]] MemoryUse memoryOf(qint64 pid);
/// MiB, the most it had resident so far.
[[nodiscard]] double peakMemoryOf(qint64 pid);
/// Processor time of all its threads so far.
[[nodiscard]] double cpuSeconds(qint64 pid);
[[nodiscard]] bool isRunning(qint64 pid);
/// 0 when `parent` has no such child.
[[nodiscard]] qint64 childOf(qint64 parent, QByteArrayView name);
/// One that runs the program at this path; 0 when none does.
[[nodiscard]] qint64 processOf(const QString &program);

/// Seconds from starting a program to its end, its output thrown away; nothing when it cannot be started or fails.
[[nodiscard]] std::optional<double> secondsOf(const QStringList &command);
/// Where a tool is; empty when it is not installed.
[[nodiscard]] QString toolPath(const QString &name);

/// Lets this process, and those it starts, have so many files open. False when the system does not.
[[nodiscard]] bool allowOpenFiles(quint64 count);

} // namespace Sonde::Client::Bench
