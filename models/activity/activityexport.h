// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/activity.h"

#include <QJsonObject>
#include <functional>

namespace Sonde::Client {

using DeviceNames = std::function<QString(const DeviceId &)>;

/// Lines of a table, below a line of titles when `titled`; what a spreadsheet would take for a formula is made harmless.
[[nodiscard]] QString activityCsv(
    const std::vector<ActivityRecord> &records, const DeviceNames &deviceName, bool titled);
/// As programs want it.
[[nodiscard]] QJsonObject activityJson(const ActivityRecord &record, const DeviceNames &deviceName);

} // namespace Sonde::Client
