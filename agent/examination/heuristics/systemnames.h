// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Sonde::Agent {

/// The name of a file without its folder.
[[nodiscard]] QByteArray lastPart(const QByteArray &path);
/// For evidence.
[[nodiscard]] QString shown(const QByteArray &bytes);

/// Where only packages and administrators put programs.
[[nodiscard]] bool isSystemFolder(const QByteArray &path);
/// A part of the path begins with a dot: ".cache" and other folders that every desktop has do not count.
[[nodiscard]] bool isHiddenPath(const QByteArray &path);
/// A program that every system has, and that its users trust: sshd, systemd, bash…
[[nodiscard]] bool isSystemProgram(const QByteArray &name);
[[nodiscard]] bool isShell(const QByteArray &name);
/// A program that answers strangers, and does not start shells in daily life.
[[nodiscard]] bool isServer(const QByteArray &name);
/// It has characters that cannot be seen, or ends with a blank: a name made not to be read.
[[nodiscard]] bool isDeceptive(const QByteArray &name);
/// As the kernel's own threads are shown: "[kworker/0:1]".
[[nodiscard]] bool looksLikeKernelThread(const QByteArray &commandLine);

} // namespace Sonde::Agent
