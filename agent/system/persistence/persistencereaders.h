// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde::Agent::Linux {

class PersistenceSink;

/// Each finds what one part of a Linux system starts by itself, and where that is written.

/// systemd's services, sockets and paths, its generators; the scripts of SysV init and OpenRC.
void addUnits(PersistenceSink &sink);
/// Scripts at boot, the kernel's modules and helpers, udev, the dynamic loader.
void addBootFiles(PersistenceSink &sink);
/// What shells, desktops, sshd and PAM read when somebody signs in.
void addLoginFiles(PersistenceSink &sink);
/// What packages, logs, networks and D-Bus start on their occasions.
void addHookFiles(PersistenceSink &sink);

} // namespace Sonde::Agent::Linux
