// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArrayView>

namespace Sonde::Agent::Linux {

/// The value of the extended attribute security.capability (version 1 to 3, linux/capability.h) as getcap writes it:
/// "cap_net_bind_service,cap_net_raw=ep"; of another user namespace followed by " [rootid=1000]".
[[nodiscard]] Result<QString> parseCapabilities(QByteArrayView bytes);

/// Of a set of them, a bit for each, those by which a process can make itself whoever it likes: "cap_sys_admin,cap_sys_ptrace"; empty: none.
[[nodiscard]] QString mightyCapabilities(quint64 set);

} // namespace Sonde::Agent::Linux
