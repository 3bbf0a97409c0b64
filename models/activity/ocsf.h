// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/activity.h"

#include <QJsonObject>
#include <functional>

namespace Sonde::Client {

/// Of the tenant an event comes from.
struct OcsfSource {
    QString tenant;
    QString service; ///< its address
    std::function<QString(const DeviceId &)> deviceName;
};

/// As an event of OCSF 1.8, of the class that says most of it: what was done by commands is API activity, sign-ins are authentication…
/// What has no place in it is in `unmapped`.
[[nodiscard]] QJsonObject toOcsf(const ActivityRecord &record, const OcsfSource &source);

} // namespace Sonde::Client
