// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayView>
#include <vector>

/// The files of proc(5), as pure functions of their bytes.
namespace Sonde::Agent::Linux {

/// /proc/PID/stat.
struct ProcStat {
    qint64 pid = 0;
    QByteArray comm; ///< at most 15 bytes, any of them, also ')' and newline
    char state = '?';
    qint64 parent = 0;
    qint64 session = 0;
    qint64 threads = 0;
    quint64 userTicks = 0;
    quint64 systemTicks = 0;
    quint64 startTicks = 0; ///< since boot
    bool isKernels = false; ///< a thread of the kernel's own
};
[[nodiscard]] Result<ProcStat> parseProcStat(QByteArrayView bytes);

/// /proc/PID/status; sizes in bytes, 0 for a kernel thread, which has none.
struct ProcStatus {
    quint32 effectiveUser = 0;
    qint64 resident = 0;      ///< VmRSS
    qint64 anonymous = 0;     ///< RssAnon
    qint64 swapped = 0;       ///< VmSwap
    quint64 capabilities = 0; ///< CapEff: a bit for each that it may use now
};
[[nodiscard]] Result<ProcStatus> parseProcStatus(QByteArrayView bytes);

/// Root may see everything only with what a container often takes from it: to read any file, and to look into any process.
[[nodiscard]] bool seesEverything(const ProcStatus &status);

/// "btime" of /proc/stat: seconds since the epoch at boot.
[[nodiscard]] Result<qint64> parseBootTime(QByteArrayView bytes);

/// /proc/PID/cmdline: arguments, each ended by NUL, as a line a shell would split again into the same arguments. A process that has
/// written a title over its arguments (nginx, sshd, postgres) gives that title.
[[nodiscard]] QByteArray commandLine(QByteArrayView bytes);

/// The name as long as it can be known: the kernel cuts `comm` at 15 bytes; the base name of the image or of the first argument that
/// begins with it is the whole one.
[[nodiscard]] QByteArray processName(const QByteArray &comm, QByteArrayView image, QByteArrayView arguments);

/// "running", "sleeping"… for the state letter of /proc/PID/stat.
[[nodiscard]] QString stateName(char state);

/// The target of /proc/PID/exe without the " (deleted)" that the kernel appends when the image was unlinked.
struct Image {
    QByteArray path;
    bool deleted = false;
};
[[nodiscard]] Image parseImage(const QByteArray &linkTarget);

/// The inode of "socket:[12345]", the target of a socket's /proc/PID/fd/N.
[[nodiscard]] std::optional<quint64> socketInode(QByteArrayView linkTarget);
/// The number of "net:[4026531840]", the target of /proc/PID/ns/net.
[[nodiscard]] std::optional<quint64> namespaceNumber(QByteArrayView linkTarget);

} // namespace Sonde::Agent::Linux
