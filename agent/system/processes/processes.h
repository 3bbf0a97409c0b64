// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <QMap>
#include <memory>
#include <optional>
#include <vector>

namespace Sonde::Agent {

struct ProcessFacts {
    qint64 pid = 0;
    qint64 parent = 0;
    qint64 session = 0; ///< Linux, macOS: POSIX session id; Windows: logon session number
    QByteArray name;
    QString user;          ///< effective user
    QString status;        ///< "running", "sleeping"…
    qint64 created = 0;    ///< nanoseconds since the epoch, by the clock as it is set now
    int createdDigits = 3; ///< of its fraction of a second that are known; Linux, which counts in 1/100 s: 2
    /// With its id, what tells it from every other, whatever the clock says. Linux: ticks since the boot; Windows: 100 ns since 1601.
    quint64 start = 0;
    bool isKernelThread = false;
    QByteArray commandLine; ///< empty for a kernel thread
    QByteArray
        image; ///< also when its file has been deleted; empty: kernel thread, or not readable without more rights
    bool imageDeleted = false;   ///< the file it was started from is gone, or another one took its place
    QByteArray workingDirectory; ///< empty: not readable without more rights
    qint64 threads = 0;
    QByteArray service;   ///< that started it; Linux: systemd's unit, by the control group
    QByteArray container; ///< it lives in; empty: the device itself
    /// Numbers of the namespaces it is in that the first process is not in, by their kind ("net", "mnt"…); Linux only.
    QMap<QString, quint64> namespaces;
    double cpuSeconds = 0; ///< user and system
    /// Bytes in memory. Linux: VmRSS of /proc/PID/status.
    qint64 workingSet = 0;
    /// Bytes that are this process's alone. Linux: RssAnon + VmSwap of /proc/PID/status: anonymous pages in memory and in swap (the exact
    /// figure of smaps_rollup costs milliseconds per process).
    qint64 privateBytes = 0;
};

/// The processes of this device.
class ProcessTable final
{
    Q_DISABLE_COPY_MOVE(ProcessTable)

public:
    /// `root`: where a saved /proc lies, for tests; empty: this system's.
    explicit ProcessTable(const QByteArray &root = {});
    ~ProcessTable();

    /// Ascending.
    [[nodiscard]] Result<std::vector<qint64>> ids() const;
    /// NoSuchProcess when it is not (any more) there; ProcessHidden when something is mounted over its folder in /proc, and the agent may
    /// not look behind it. What another process's folder, mounted there, says is never taken for it.
    [[nodiscard]] Result<ProcessFacts> facts(qint64 pid) const;
    /// The processes over whose folders something is mounted, ascending: somebody hides them. Linux only.
    [[nodiscard]] std::vector<qint64> covered() const;
    /// Where their folders are; Linux only.
    [[nodiscard]] QByteArray folder() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Sonde::Agent
