// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Agent::Linux {

/// The kind of a file and its rights (st_mode) as `ls -l` writes them: "-rw-r--r--".
[[nodiscard]] QString modeText(quint32 mode);

} // namespace Sonde::Agent::Linux
