// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/administration/settingrow.h"

namespace Sonde::Client {

/// What a setting of this key is when it has this value: "10 GiB", "30 minutes", "on". Of an unknown key the value as it is.
[[nodiscard]] QString settingValueText(const QString &key, const QString &value);
/// The same for where it counts: a size with all its bytes.
[[nodiscard]] QString settingExactText(const QString &key, const QString &value);
/// The values that it may have.
[[nodiscard]] QString settingRangeText(const SettingSpec &setting);
/// Why it cannot have this value; empty when it can.
[[nodiscard]] QString settingProblem(const SettingSpec &setting, const QString &value);

} // namespace Sonde::Client
