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
/// What sshd, and PAM for whoever signs in, are told to read and run.
void addSshAndPam(PersistenceSink &sink);
/// What packages, logs, networks and D-Bus start on their occasions.
void addHookFiles(PersistenceSink &sink);
/// What boots the device before any of that: boot loader, first file system.
void addBootChain(PersistenceSink &sink);
/// Accounts that may sign in, and what sudo and polkit let them do.
void addAccounts(PersistenceSink &sink);
/// Code that Python and Perl run beside what they were asked for.
void addLanguageHooks(PersistenceSink &sink);
/// What git runs when it is used.
void addGit(PersistenceSink &sink);
/// Programs that are others than their packages brought, or give more rights than they who start them have.
void addPrograms(PersistenceSink &sink);
/// Containers that are started with the device.
void addContainers(PersistenceSink &sink);

} // namespace Sonde::Agent::Linux
