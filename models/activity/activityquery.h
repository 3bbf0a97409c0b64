// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/activity.h"

#include <QStringList>
#include <QTimeZone>
#include <functional>

namespace Sonde::Client {

/// What is typed into the one search box of the activity: words of what was typed and printed, and besides them "user:ada", "device:desk-1",
/// "outcome:failed", "from:2026-11-26" and "until:2026-11-26T17:00".
struct ActivityQuery {
    ActivityFilter filter;
    QStringList unclear; ///< parts that mean nothing: no such device, no time, no letter

    /// What `outcome:` may be.
    [[nodiscard]] static QStringList outcomes();
    /// `deviceNamed`: of a name or an ID; invalid when there is none. A time without a zone is one of `zone`.
    [[nodiscard]] static ActivityQuery parse(
        const QString &typed, const std::function<DeviceId(const QString &)> &deviceNamed, const QTimeZone &zone);
};

} // namespace Sonde::Client
