// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"

#include <QDateTime>
#include <chrono>

namespace Sonde {

/// A line that waits for a second person, as it will be run and no other.
struct ApprovalRecord {
    CommandId command;
    SessionId session;
    DeviceId device;
    QString group;   ///< that the device is in
    QString analyst; ///< whose line it is
    QString line;
    QString reason; ///< of the line; else that of its session
    QDateTime asked;
    QDateTime expires;                ///< it is denied by itself then
    std::chrono::milliseconds left{}; ///< when it was sent: whoever reads it may have another clock
    bool hasPlan = false;             ///< what it would do to the device can be fetched

    bool operator==(const ApprovalRecord &) const = default;
};

} // namespace Sonde
