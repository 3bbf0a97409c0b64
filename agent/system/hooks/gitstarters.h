// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Sonde::Agent::Linux {

/// Whether a setting of git-config(1) makes git run what its value says, read hooks or further settings where it says, or reach another
/// repository through a program. `name`: as in GitSetting. What git brings itself is left out.
[[nodiscard]] bool gitRuns(const QByteArray &name, const QByteArray &value);

} // namespace Sonde::Agent::Linux
