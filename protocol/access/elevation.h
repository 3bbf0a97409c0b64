// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <QDateTime>
#include <chrono>

namespace Sonde {

/// A role that somebody has for a time, besides those that they always have.
struct ElevationRecord {
    UserName user;
    QString role;
    QString reason;
    QString by; ///< who granted it: an administrator, or themselves where they may
    QDateTime since;
    QDateTime until;
    std::chrono::milliseconds left{}; ///< when it was sent: whoever reads it may have another clock

    bool operator==(const ElevationRecord &) const = default;
};

inline constexpr std::chrono::minutes LongestElevation{60};

} // namespace Sonde
