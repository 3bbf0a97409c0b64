// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sonde::Linux {

class PersistenceSink;

/// Each finds what one part of a Linux system starts by itself, and where that is written.
void addUnits(
    PersistenceSink &sink); ///< systemd's services, sockets and paths, its generators; scripts of SysV init and OpenRC
void addLoginFiles(PersistenceSink &sink); ///< what shells and desktops read when somebody signs in

} // namespace Sonde::Linux
