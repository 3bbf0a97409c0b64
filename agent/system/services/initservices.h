// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/services/services.h"

namespace Sonde::Agent::Linux {

class FileTree;

/// The scripts in /etc/init.d, with whether they are started at boot: links in /etc/rcN.d, or OpenRC's runlevels.
/// What anything but systemd starts.
[[nodiscard]] std::vector<Service> readInitServices(FileTree &tree);

} // namespace Sonde::Agent::Linux
