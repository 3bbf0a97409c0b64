// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QDateTime>

namespace Sonde::Agent {

/// Ends the isolation of the device whose agent has this folder, whether that agent runs or not, and returns the code's serial. TokenInvalid
/// when the code is not good for it at that time, or was used before; why the rules could not be taken away.
[[nodiscard]] Result<QString> releaseByCode(const QString &folder, const QString &code, const QDateTime &now);

} // namespace Sonde::Agent
